"""No rules at all: bold headings, sections in bold, figures aligned to the right."""

from __future__ import annotations

from samples.further.kit import Further, bound, figure, head, indicator, table, words

_YEARS = ("2006/07", "2007/08", "2008/09")
_SECTIONS = (
    (
        "Revenues and Benefits",
        (
            ("BV9", "Council Tax collected in the year", ("97.9%", "98.1%", "98.0%")),
            ("BV10", "Non-domestic rates collected in the year", ("98.7%", "99.0%", "98.45%")),
            ("BV78a", "Average days to process new benefit claims", ("31.0", "28.4", "26.9")),
        ),
    ),
    (
        "Planning",
        (
            ("BV109a", "Major applications determined within 13 weeks", ("64%", "71%", "n/a")),
            ("BV109b", "Minor applications determined within 8 weeks", ("79%", "77%", "82%")),
        ),
    ),
)


def _draw() -> bytes:
    rows: list[list[object]] = [
        ["PI", "Description", *(words(year, bold=True, right=True) for year in _YEARS)]
    ]
    for name, members in _SECTIONS:
        rows.append([words(name, bold=True), "", "", "", ""])
        rows += [
            [code, title, *(words(value, right=True) for value in values)]
            for code, title, values in members
        ]
    spans = [("SPAN", (0, at), (1, at)) for at, row in enumerate(rows) if at and row[1] == ""]
    body = table(rows, (60, 300, 70, 70, 70), spans)
    title = "Best Value Performance Indicators: outturn 2008/09"
    lines = "Outturns of three years are shown side by side."
    return bound([*head("Wyre Forest District Council", title, lines), body], landscape=False)


_MEMBERS = [(section, *member) for section, members in _SECTIONS for member in members]


def _figure(owner: int, year: str, value: str) -> dict[str, object]:
    if value == "n/a":
        return figure(owner, "outturn", year, None, state="not_available")
    unit = "%" if value.endswith("%") else "days"
    return figure(owner, "outturn", year, value.removesuffix("%"), unit)


PAPER = Further(
    stem="no_rules_annual",
    shows="no rules at all, section rows, figures aligned to the right",
    draw=_draw,
    printed={"council": "Wyre Forest", "reporting_period": "2008/09"},
    expected={
        "indicators": [
            indicator(1, code, title, section=section) for section, code, title, _ in _MEMBERS
        ],
        "figures": [
            _figure(owner, year, value)
            for owner, (_, _, _, values) in enumerate(_MEMBERS, start=1)
            for year, value in zip(_YEARS, values, strict=True)
        ],
    },
)

"""Rules between rows only; a column for each month and one for the year to date."""

from __future__ import annotations

from reportlab.lib.colors import HexColor

from samples.further.kit import Further, bound, figure, head, indicator, table, words

_MONTHS = ("Apr-19", "May-19", "Jun-19", "Jul-19")
_ROWS = (
    (
        "NI 191",
        "Residual household waste per household (kg)",
        ("41.2", "43.75", "39.9", "42.0"),
        "166.85",
    ),
    (
        "NI 192",
        "Household waste sent for reuse, recycling and composting",
        ("48.1%", "51.3%", "50.7%", "49.95%"),
        "50.0%",
    ),
    (
        "ENV 07a",
        "Fly tips removed within two working days of being reported to the contractor or to "
        "the customer service centre",
        ("97%", "94%", "-", "99%"),
        "96.7%",
    ),
    ("ENV 09", "Garden waste subscriptions", ("1,204", "1,377", "1,402", "1,410"), "1,410"),
)
_RULES = (
    ("LINEABOVE", (0, 0), (-1, 0), 1, HexColor("#333333")),
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor("#333333")),
)


def _draw() -> bytes:
    names = (*_MONTHS, "Year to date")
    headings = ["Code", "Indicator", *(words(name, bold=True, right=True) for name in names)]
    rows = [
        [code, title, *(words(value, right=True) for value in (*values, total))]
        for code, title, values, total in _ROWS
    ]
    body = table([headings, *rows], (60, 270, 60, 60, 60, 60, 80), _RULES)
    title = "Waste and Environment Performance Monitoring: July 2019"
    lines = "The table shows each month of the year so far."
    return bound([*head("Rugby Borough Council", title, lines), body])


_TO_DATE = 0


def _month(owner: int, number: int, value: str) -> dict[str, object]:
    if value == "-":
        return figure(owner, "actual", f"2019-0{number}", None, state="dash")
    unit = "kg" if owner == 1 else "%" if value.endswith("%") else None
    exact = value.replace(",", "").removesuffix("%")
    month = 7 if number == _TO_DATE else number
    basis = {"basis": "to_date" if number == _TO_DATE else "in_period"}
    return figure(owner, "actual", f"2019-0{month}", exact, unit) | basis


PAPER = Further(
    stem="row_rules_months",
    shows="rules between rows only, right-aligned figures, months as columns, a dash",
    draw=_draw,
    printed={"council": "Rugby", "reporting_period": "2019-07"},
    expected={
        "indicators": [
            indicator(1, code, title)
            for code, title in (
                ("NI191", "Residual household waste per household (kg)"),
                ("NI192", _ROWS[1][1]),
                ("ENV 07a", _ROWS[2][1]),
                ("ENV 09", _ROWS[3][1]),
            )
        ],
        "figures": [
            _month(owner, number, value)
            for owner, (_, _, values, total) in enumerate(_ROWS, start=1)
            for number, value in zip((4, 5, 6, 7, _TO_DATE), (*values, total), strict=True)
        ],
    },
)

"""Two years over target, actual and status; both statuses are fills that a sentence explains."""

from __future__ import annotations

from samples.further.kit import GRID, Further, bound, figure, fill, head, indicator, table, words

_GREEN, _AMBER, _RED = "#00b050", "#ffc000", "#ff0000"
_ROWS = (
    (
        "CS01",
        "Complaints answered within ten working days",
        "95%",
        "91.2%",
        _AMBER,
        "95%",
        "96.4%",
        _GREEN,
    ),
    ("CS02", "Calls answered within 20 seconds", "80%", "74.0%", _RED, "80%", "71.5%", _RED),
    (
        "HR11",
        "Working days lost to sickness per employee",
        "8.0",
        "8.4",
        _AMBER,
        "8.0",
        "7.65",
        _GREEN,
    ),
    ("FS04", "Invoices paid within 30 days", "98.5%", "98.9%", _GREEN, "98.5%", "97.0%", _AMBER),
)


def _draw() -> bytes:
    top = ["Ref", "Performance indicator", "2021/22", "", "", "2022/23", "", ""]
    low = ["", "", "Target", "Actual", "RAG", "Target", "Actual", "RAG"]
    rows = [[*row[:4], "", *row[5:7], ""] for row in _ROWS]
    fills = [
        fill(column, at + 2, str(row[column])) for at, row in enumerate(_ROWS) for column in (4, 7)
    ]
    spans = [
        ("SPAN", (2, 0), (4, 0)),
        ("SPAN", (5, 0), (7, 0)),
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (1, 0), (1, 1)),
    ]
    scorecard = table(
        [top, low, *rows], (50, 250, 65, 65, 40, 65, 65, 40), (*GRID, *spans, *fills), 2
    )
    key = (
        "Green = on or above target, Amber = within 5% of target, Red = more than 5% below target."
    )
    title = "Corporate Scorecard: end of year 2022/23"
    return bound([*head("Tandridge District Council", title), words(key, 10), scorecard])


_TITLES = tuple((str(row[0]), str(row[1])) for row in _ROWS)
_NOW = ("green", "red", "green", "amber")
_BEFORE = ("amber", "red", "amber", "green")
_UNITS = ("%", "%", "working days", "%")
_VALUES = (
    ("95", "91.2", "95", "96.4"),
    ("80", "74.0", "80", "71.5"),
    ("8.0", "8.4", "8.0", "7.65"),
    ("98.5", "98.9", "98.5", "97.0"),
)
_COLUMNS = (
    ("target", "2021/22"),
    ("outturn", "2021/22"),
    ("target", "2022/23"),
    ("outturn", "2022/23"),
)

PAPER = Further(
    stem="two_level_headings_fills",
    shows="two heading levels; statuses of two years as fills, explained by a sentence",
    draw=_draw,
    printed={"council": "Tandridge", "reporting_period": "2022/23"},
    expected={
        "indicators": [
            indicator(1, code, title, status, status_carrier="fill")
            for (code, title), status in zip(_TITLES, _NOW, strict=True)
        ],
        "statuses": [
            {"indicator_no": number, "period": period, "status": status, "status_carrier": "fill"}
            for number, pair in enumerate(zip(_BEFORE, _NOW, strict=True), start=1)
            for period, status in zip(("2021/22", "2022/23"), pair, strict=True)
        ],
        "figures": [
            figure(number, measure, period, value, _UNITS[number - 1])
            for number, values in enumerate(_VALUES, start=1)
            for (measure, period), value in zip(_COLUMNS, values, strict=True)
        ],
    },
)

"""A wide table on pages stored sideways: targets before outturns, averages beside them."""

from __future__ import annotations

from samples.further.kit import GRID, Further, bound, figure, head, indicator, table

_ROWS = (
    ("BV 82a(i)", "BV82a(i)", "Household waste recycled", "21%", "22.4%", "19.8%", "20.6%"),
    ("BV 82b(i)", "BV82b(i)", "Household waste composted", "12%", "11.75%", "12.1%", "10.3%"),
    (
        "BVPI 84a",
        "BV84a",
        "Household waste collected per head (kg)",
        "410",
        "398.2",
        "421.0",
        "399.0",
    ),
)


def _draw() -> bytes:
    headings = [
        "Ref",
        "Description",
        "Target 2005/06",
        "Outturn 2005/06",
        "All England average 2004/05",
        "Top quartile 2004/05",
    ]
    rows = [[printed, title, *values] for printed, _, title, *values in _ROWS]
    body = table([headings, *rows], (60, 260, 80, 80, 100, 100), GRID)
    title = "Best Value Performance Plan: results for 2005/06"
    return bound([*head("Fylde Borough Council", title), body], sideways=True)


_COLUMNS = (
    ("target", "2005/06"),
    ("outturn", "2005/06"),
    ("comparator", "2004/05"),
    ("comparator", "2004/05"),
)

PAPER = Further(
    stem="sideways_comparators",
    shows="pages stored sideways; targets before outturns; an average and a quartile beside them",
    draw=_draw,
    printed={"council": "Fylde", "reporting_period": "2005/06"},
    expected={
        "indicators": [
            indicator(1, code, title, code_as_printed=printed) for printed, code, title, *_ in _ROWS
        ],
        "figures": [
            figure(owner, measure, period, value.removesuffix("%"), "%" if "%" in value else "kg")
            for owner, (_, _, _, *values) in enumerate(_ROWS, start=1)
            for (measure, period), value in zip(_COLUMNS, values, strict=True)
        ],
    },
)

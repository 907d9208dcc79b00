"""Two tables side by side on one page, a few points apart, each with headings of its own."""

from __future__ import annotations

from reportlab.platypus import Table as Beside

from samples.further.kit import GRID, Further, bound, figure, head, indicator, table, words

_LEFT = (
    ("CM 01", "Domestic burglaries", "212", "187"),
    ("CM 02", "Vehicle crimes", "340", "355"),
    ("CM 05", "Reports of anti-social behaviour", "1,904", "1,711"),
)
_RIGHT = (
    ("LC 01", "Visits to leisure centres", "481,220", "496,007"),
    ("LC 02", "Museum visitors", "22,150", "20,998"),
)
_HEADINGS = ["Code", "Indicator", "Outturn 2013/14", "Outturn 2014/15"]


def _draw() -> bytes:
    pair = [
        table([_HEADINGS, *map(list, rows)], (45, 150, 70, 70), GRID) for rows in (_LEFT, _RIGHT)
    ]
    beside = Beside([pair], [380, 380], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
    title = "Communities: annual results 2014/15"
    story = head("Hambleton District Council", title, "Safety on the left, leisure on the right.")
    return bound([*story, beside, words("Figures are rounded.", 9)])


_ALL = (*_LEFT, *_RIGHT)

PAPER = Further(
    stem="tables_side_by_side",
    shows="two ruled tables side by side on a page",
    draw=_draw,
    printed={"council": "Hambleton", "reporting_period": "2014/15"},
    expected={
        "indicators": [indicator(1, code, title) for code, title, _, _ in _ALL],
        "figures": [
            figure(owner, "outturn", year, value.replace(",", ""))
            for owner, (_, _, *values) in enumerate(_ALL, start=1)
            for year, value in zip(("2013/14", "2014/15"), values, strict=True)
        ],
    },
)

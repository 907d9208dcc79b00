"""Ruled grids whose rules leave cells open: frames, row rules in a frame, a few uprights."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from .drawn_pages import Pen, read, texts

XS = (50, 120, 300, 380)
ROWS = (
    ("Code", "Indicator", "Target", "Outturn"),
    ("BV8", "Invoices paid on time", "99.0%", "98.2%"),
    ("BV9", "Council tax collected", "98.0%", "97.1%"),
    ("BV12", "Days lost to sickness", "7.50", "9.31"),
)
ALL_ROWS = (100, 120, 140, 160, 180)


@pytest.mark.parametrize(
    ("uprights", "levels", "ruling"),
    [
        ((46, 460), ALL_ROWS, "rows"),
        ((46, 116, 460), ALL_ROWS, "rows"),
        ((46, 295, 460), ALL_ROWS, "rows"),
        ((46, 460), (100, 120, 180), "none"),
        ((46, 460), (100, 180), "none"),
        ((46, 116, 295, 375, 460), (100, 120, 180), "none"),
        ((46, 116, 295, 375, 460), ALL_ROWS, "ruled"),
    ],
)
def test_cells_that_rules_leave_open_are_told_by_the_print(
    uprights: Sequence[float], levels: Sequence[float], ruling: str
) -> None:
    def page(pen: Pen) -> None:
        for number, row in enumerate(ROWS):
            for x, text in zip(XS, row, strict=True):
                pen.text(x, 114 + 20 * number, text)
        for x in uprights:
            pen.line(x, levels[0], x, levels[-1])
        for y in levels:
            pen.line(uprights[0], y, uprights[-1], y)

    (table,) = read(page).tables
    assert texts(table) == [list(row) for row in ROWS]
    assert table.ruling == ruling


def test_figures_set_apart_in_a_remark_stay_in_their_cell() -> None:
    rows = [["Code", "Remark"], ["BV8", "See note"], ["BV9", ""], ["BV10", "See note"]]

    def page(pen: Pen) -> None:
        pen.table((50, 120, 400), (100, 120, 140, 160, 180), rows)
        pen.text(130, 152, "1999")
        pen.text(250, 152, "12.5")

    (table,) = read(page).tables
    assert [row[0] for row in texts(table)] == ["Code", "BV8", "BV9", "BV10"]
    assert texts(table)[2][1] == "1999 12.5"

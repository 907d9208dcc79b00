"""Rows without rules whose cells are painted, their print at the top of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.schema.page import Cell

from .drawn_pages import Pen, read

XS = (50, 110, 300, 370)
ROWS = (
    ("Code", "Indicator", "Target", "Actual"),
    ("BV8", "Undisputed invoices paid", "99.0%", "98.2%"),
    ("BV9", "Council tax collected", "98.0%", "97.1%"),
    ("BV12", "Days lost to sickness", "7.50", "9.31"),
    ("BV14", "Early retirements", "0.45%", "0.20%"),
)
COLOURS = ("#ff9900", "#008000", "#ff0000", "#ff9900")
PITCH, TOP = 24.0, 70.0


def results(paint: Callable[[Pen, int, str], None]) -> list[Cell]:
    """Return the results that are read from rows with something painted in each."""

    def draw(pen: Pen) -> None:
        for number, colour in enumerate(COLOURS, 1):
            paint(pen, number, colour)
        for number, row in enumerate(ROWS):
            for x, text in zip(XS, row, strict=True):
                pen.text(x, TOP + number * PITCH, text)

    (table,) = read(draw).tables
    return [row.cells[3] for row in table.rows[1:]]


def test_rows_end_where_the_fills_of_their_cells_do() -> None:
    def whole(pen: Pen, number: int, colour: str) -> None:
        head = TOP + number * PITCH - 9
        pen.rect(362, head, 430, head + PITCH, colour, None)

    assert [cell.fill for cell in results(whole)] == list(COLOURS)


@pytest.mark.parametrize("off", [3, -11])
def test_a_bar_drawn_below_or_beside_the_print_of_a_cell_ends_no_row(off: int) -> None:
    def bar(pen: Pen, number: int, colour: str) -> None:
        head = TOP + number * PITCH + off
        pen.rect(362, head, 430, head + 9, colour, None)

    def nothing(pen: Pen, number: int, colour: str) -> None:
        pass

    assert [cell.parts[0].box for cell in results(bar)] == [
        cell.parts[0].box for cell in results(nothing)
    ]

"""Several tables between rules of one width: where the next begins."""

from __future__ import annotations

import pytest

from .drawn_pages import Pen, read, texts

XS = (54.0, 250.0, 320.0, 390.0)
COUNTS = [
    ["Theme", "Green", "Red", "Total"],
    ["Housing", "5", "2", "7"],
    ["Planning", "2", "1", "3"],
]
TABLE = [
    ["Indicator", "Target", "Actual"],
    ["Rent collected", "98%", "97.1%"],
    ["Homes let", "95%", "91.4%"],
    ["Calls answered", "90%", "88%"],
]


def rows(pen: Pen, table: list[list[str]], top: float) -> float:
    """Rows 20 points high with a rule above and below each; return where the last stands."""
    for number, row in enumerate(table):
        pen.line(50, top + 20 * number, 450, top + 20 * number)
        for x, text in zip(XS, row, strict=False):
            pen.text(x, top + 14 + 20 * number, text)
    low = top + 20 * len(table)
    pen.line(50, low, 450, low)
    return low


def test_a_title_set_larger_parts_tables_of_other_headings() -> None:
    def page(pen: Pen) -> None:
        low = rows(pen, COUNTS, 100)
        pen.text(54, low + 24, "Indicators in full", size=12.5, font="Helvetica-Bold")
        rows(pen, TABLE, low + 32)

    reading = read(page)
    assert [texts(table) for table in reading.tables] == [COUNTS, TABLE]
    assert not reading.doubts


@pytest.mark.parametrize("size", [10.0, 12.5])
def test_a_section_is_no_title_above_rows_of_values(size: float) -> None:
    def page(pen: Pen) -> None:
        low = rows(pen, TABLE[:2], 100)
        pen.text(54, low + 14, "Customers", size=size)
        rows(pen, TABLE[2:], low + 20)

    (table,) = read(page).tables
    assert texts(table) == [*TABLE[:2], ["Customers", "", ""], *TABLE[2:]]

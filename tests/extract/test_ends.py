"""What stands near the last row of a table that no upright rules part."""

from __future__ import annotations

import pytest

from .drawn_pages import Pen, read, texts
from .painted_rows import Cells, paint

XS = (50.0, 110.0, 300.0, 370.0)
HEADING = ("Code", "Indicator", "Target", "Actual")
ROWS = (
    ("BV8", "Undisputed invoices paid\nin thirty days", "99.0%", "98.2%"),
    ("BV9", "Council tax collected by\nthe end of the year", "98.0%", "97.1%"),
    ("BV12", "Working days lost to\nsickness absence", "7.50", "9.31"),
)


def is_read(foot: tuple[str, ...], off: float, count: int = 4) -> bool:
    """Whether the last *count* columns between level rules are read, print *off* points below."""
    rows: list[Cells] = [row[4 - count :] for row in (HEADING, *ROWS)]

    def page(pen: Pen) -> None:
        end = 110.0
        for row in rows:
            pen.line(46, end - 10, 430, end - 10)
            end = paint(pen, [row], end, XS[4 - count :], space=4)
        pen.line(46, end - 10, 430, end - 10)
        for x, text in zip((50, 380, 420), foot, strict=False):
            pen.text(x, end - 14 + off, text)

    tables = read(page).tables
    whole = [[(cell or "").replace("\n", " ") for cell in row] for row in rows]
    return [texts(table) for table in tables] == [whole]


@pytest.mark.parametrize(
    ("foot", "off", "read_whole"),
    [
        (("Policy Committee", "Page 2"), 36, True),
        (("Policy Committee", "Page 2 of 9"), 45, True),
        (("Policy Committee", "[2]"), 36, True),
        (("Policy Committee", "- 2 -"), 36, True),
        (("Policy Committee", "2"), 45, True),
        (("Policy Committee", "2"), 30, False),
        (("Policy Committee", "Page 2"), 16, False),
        (("Policy Committee", "98.2%"), 45, False),
        (("Invoices", "98", "97"), 45, False),
    ],
)
def test_words_beside_the_pages_number_set_off_from_the_rows_are_the_pages_foot(
    foot: tuple[str, ...], off: float, read_whole: bool
) -> None:
    assert is_read(foot, off) is read_whole


def test_a_number_below_a_table_of_two_columns_may_be_its_total() -> None:
    assert not is_read(("Policy Committee", "2"), 45, 2)
    assert is_read(("Policy Committee", "Page 2"), 45, 2)

"""The page's foot right below a table without rules."""

from __future__ import annotations

import pytest

from .drawn_pages import Pen, read, texts
from .painted_rows import Cells, paint

HEADING = ("Code", "Indicator", "Target", "Actual")
ROWS = (
    ("BV8", "Undisputed invoices paid\nin thirty days", "99.0%", "98.2%"),
    ("BV9", "Council tax collected by\nthe end of the year", "98.0%", "97.1%"),
    ("BV12", "Working days lost to\nsickness absence", "7.50", "9.31"),
)
WHOLE = [[cell.replace("\n", " ") for cell in row] for row in (HEADING, *ROWS)]


def read_above(foot: tuple[str, str], off: float, x: float, *more: Cells) -> list[list[list[str]]]:
    """Return the tables of a page that ends with a line *off* points below the last row."""

    def page(pen: Pen) -> None:
        end = paint(pen, (HEADING, *ROWS, *more), 110, space=4)
        for at, text in zip((x, 385), foot, strict=True):
            pen.text(at, end - 14 + off, text)

    return [texts(table) for table in read(page).tables]


@pytest.mark.parametrize(
    ("foot", "off", "x"),
    [
        (("Policy and Performance Committee", "Page 2"), 24, 50),
        (("Policy and Performance Committee", "page 2 of 14"), 40, 46),
        (("Policy and Performance Committee", "2"), 30, 46),
        (("Version 1.2", "[2]"), 24, 50),
    ],
)
def test_words_beside_the_pages_number_are_no_row(
    foot: tuple[str, str], off: float, x: float
) -> None:
    assert read_above(foot, off, x) == [WHOLE]


@pytest.mark.parametrize(("off", "x"), [(30, 50), (14, 46)])
def test_words_beside_a_number_in_the_columns_or_near_the_rows_may_be_a_row(
    off: float, x: float
) -> None:
    assert read_above(("Policy and Performance Committee", "2"), off, x) != [WHOLE]


def test_a_row_of_a_list_of_pages_is_no_foot() -> None:
    more = ("BV14", "Early retirements", "0.45%", "Page 1")
    tables = read_above(("Policy and Performance Committee", "Page 2"), 24, 50, more)
    assert [*WHOLE, list(more)] not in tables

"""A title right below the last stripe of a table, which no rule closes."""

from __future__ import annotations

import pytest

from .drawn_pages import Pen, read, texts

HEAD = ["Indicator", "Target", "Actual"]
ROWS = [
    ["Invoices paid in time", "95%", "93.5%"],
    ["Council tax collected", "98%", "97.2%"],
    ["Days lost to sickness", "8.5", "9.31"],
]
OTHERS = [["Parks with an award", "4", "5"], ["Trees planted", "1,200", "1,340"]]


@pytest.mark.parametrize("size", [9.0, 10.0, 13.0])
def test_a_title_below_stripes_is_of_the_table_below(size: float) -> None:
    """The last row has no stripe, and nothing drawn ends it."""

    def page(pen: Pen) -> None:
        top = 100.0
        for rows in ([HEAD, *ROWS], [HEAD, *OTHERS]):
            for at, row in enumerate(rows):
                if at % 2 == 0:
                    fill = "#bbbbbb" if at == 0 else "#eeeef6"
                    pen.rect(40, top - 11, 460, top + 5, fill=fill, width=None)
                for x, text in zip((44, 260, 380), row, strict=True):
                    pen.text(x, top, text, 9, "Helvetica-Bold" if at == 0 else "Helvetica")
                top += 16
            pen.text(40, top + 5, "Parks and Trees", size, "Helvetica-Bold")
            top += 30

    first, second = read(page).tables
    assert texts(first) == [HEAD, *ROWS]
    assert texts(second) == [HEAD, *OTHERS]


@pytest.mark.parametrize("size", [9.0, 10.5])
def test_a_remark_under_the_title_is_no_line_of_the_row_above(size: float) -> None:
    def page(pen: Pen) -> None:
        top = 100.0
        for rows in ([HEAD, *ROWS], [HEAD, *OTHERS]):
            for at, row in enumerate(rows):
                if at % 2 == 0:
                    fill = "#bbbbbb" if at == 0 else "#eeeef6"
                    pen.rect(40, top - 11, 460, top + 5, fill=fill, width=None)
                for x, text in zip((44, 260, 380), row, strict=True):
                    pen.text(x, top, text, 9, "Helvetica-Bold" if at == 0 else "Helvetica")
                top += 16
            pen.text(40, top + 7, "Parks and Trees", size, "Helvetica-Bold")
            pen.text(40, top + 23, "Storms closed two of the parks.", 9)
            top += 42

    first, second = read(page).tables
    assert texts(first) == [HEAD, *ROWS]
    assert texts(second) == [HEAD, *OTHERS]

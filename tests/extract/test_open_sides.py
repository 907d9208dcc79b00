"""Tables whose left and right sides have no rule."""

from __future__ import annotations

import pytest

from .drawn_pages import Draw, Pen, read, texts

XS = (50, 120, 260, 330, 400)
HEAD = ["Code", "Indicator", "Target", "Outturn"]
SECTION = ["Finance"]
BODY = [["BV8", "Invoices paid", "99.0%", "98.2%"], ["BV9", "Tax collected", "98.0%", "97.1%"]]


def drawn(pen: Pen, rows: list[list[str]], top: float = 100, xs: tuple[int, ...] = XS) -> float:
    """Rules between rows and, but for rows of one text, between columns; none at the sides."""
    pen.line(xs[0], top, xs[-1], top)
    for row in rows:
        for x, text in zip(xs, row, strict=False):
            pen.text(x + 4, top + 12, text)
        for x in xs[1:-1] if len(row) > 1 else ():
            pen.line(x, top, x, top + 18)
        top += 18
        pen.line(xs[0], top, xs[-1], top)
    return top


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, *BODY],
        [HEAD, SECTION, *BODY],
        [HEAD, SECTION, BODY[0], ["Housing"], BODY[1]],
        [HEAD, ["Resources"], SECTION, *BODY],
        [HEAD, *BODY, SECTION],
        [SECTION, HEAD, *BODY],
    ],
)
def test_a_row_over_all_columns_does_not_part_a_table_without_sides(rows: list[list[str]]) -> None:
    reading = read(lambda pen: drawn(pen, rows))
    (table,) = reading.tables
    assert texts(table) == rows
    assert not reading.doubts


def test_a_section_at_the_foot_of_a_page_heads_the_rows_overleaf() -> None:
    first: Draw = lambda pen: drawn(pen, [HEAD, *BODY, SECTION])  # noqa: E731
    second: Draw = lambda pen: drawn(pen, [HEAD, BODY[0]], top=40)  # noqa: E731
    (table,) = read(first, second).tables
    assert texts(table) == [HEAD, *BODY, SECTION, HEAD, BODY[0]]


def test_tables_with_other_columns_stay_two() -> None:
    def page(pen: Pen) -> None:
        end = drawn(pen, [HEAD, *BODY])
        pen.text(54, end + 16, "Actions")
        drawn(pen, [["Action", "Due"], ["Chase debts", "May 2019"]], end + 24, (50, 200, 400))

    assert [len(table.rows) for table in read(page).tables] == [3, 2]


def test_a_line_under_the_table_with_nothing_in_between_is_no_row() -> None:
    def page(pen: Pen) -> None:
        end = drawn(pen, [HEAD, *BODY])
        pen.line(XS[0], end + 16, XS[-1], end + 16)

    (table,) = read(page).tables
    assert len(table.rows) == 3

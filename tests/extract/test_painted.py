"""Tables without upright rules whose heading cells are painted one by one."""

from __future__ import annotations

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import Draw, Pen, read, spans, texts

XS = (50, 100, 250, 320, 390, 460, 530)
LOWER = ("Actual", "Target", "Actual", "Target")
ROWS = (
    ("BV8", "Invoices paid on time", "98.2%", "99.0%", "97.5%", "99.0%"),
    ("BV9", "Council tax collected", "97.1%", "98.0%", "n/a", "98.0%"),
    ("BV12", "Days lost to sickness", "9.31", "7.50", "8.20", ""),
    ("BV66", "Rent collected", "98.1%", "98.0%", "98.3%", "98.5%"),
)
GROUPS = {
    (1, 1, 2, 1, "Ref"),
    (1, 2, 2, 1, "Indicator"),
    (1, 3, 1, 2, "2017/18"),
    (1, 5, 1, 2, "2018/19"),
    *((2, at, 1, 1, text) for at, text in enumerate(LOWER, 3)),
}


def unread(reading: Reading) -> list[str]:
    return [doubt.message for doubt in reading.doubts if doubt.kind == "unread_table"]


def right(pen: Pen, x: float, y: float, text: str) -> None:
    pen.text(x - pen.canvas.stringWidth(text, "Helvetica", 10), y, text)


def body(pen: Pen, top: float) -> None:
    for number, row in enumerate(ROWS):
        y = top + 14 + 20 * number
        for x, text in zip(XS, row[:2], strict=False):
            pen.text(x + 4, y, text)
        for x, text in zip(XS[3:], row[2:], strict=True):
            right(pen, x - 4, y, text)


def paint(pen: Pen, *cells: tuple[int, int, float, float]) -> None:
    for first, end, top, bottom in cells:
        pen.rect(XS[first], top, XS[end], bottom, "#d9e2f3", None)


def upper_headings(pen: Pen) -> None:
    for x, text in ((54, "Ref"), (104, "Indicator"), (254, "2017/18"), (394, "2018/19")):
        pen.text(x, 114, text)


def lower_headings(pen: Pen) -> None:
    for x, text in zip(XS[3:], LOWER, strict=True):
        right(pen, x - 4, 134, text)


UPPER = ((0, 1, 100, 140), (1, 2, 100, 140), (2, 4, 100, 120), (4, 6, 100, 120))
CELLS = (*UPPER, *((at, at + 1, 120, 140) for at in range(2, 6)))


def test_painted_heading_cells_tell_which_columns_a_heading_stands_over() -> None:
    def page(pen: Pen) -> None:
        paint(pen, *CELLS)
        upper_headings(pen)
        lower_headings(pen)
        body(pen, 140)

    reading = read(page)
    (table,) = reading.tables
    assert spans(table) >= GROUPS
    assert texts(table)[2:] == [list(row) for row in ROWS]
    assert not unread(reading)


def test_headings_over_unlike_groups_are_told_by_their_cells_alone() -> None:
    def page(pen: Pen, painted: bool) -> None:
        if painted:
            paint(pen, *CELLS)
        upper_headings(pen)
        for x, text in zip(XS[3:], ("Actual", "Target", "Aim", "Result"), strict=True):
            right(pen, x - 4, 134, text)
        body(pen, 140)

    (table,) = read(lambda pen: page(pen, True)).tables
    assert (1, 5, 1, 2, "2018/19") in spans(table)
    bare = read(lambda pen: page(pen, False))
    assert not bare.tables
    assert unread(bare)


def test_a_column_that_stands_no_wider_than_a_blank_from_the_next_is_told_by_its_cell() -> None:
    xs = (50, 100, 250, 290)

    def page(pen: Pen) -> None:
        for left, end in zip(xs, (*xs[1:], 330), strict=True):
            pen.rect(left, 100, end, 116, "#d9e2f3", None)
        for number, row in enumerate((("Ref", "Indicator", "Aim", "RAG"), *ROWS[:3])):
            y = 112 + 16 * number
            pen.text(52, y, row[0])
            pen.text(102, y, row[1])
            right(pen, 288.7, y, row[2])
            pen.text(291.3, y, "RAG" if not number else "G")

    (table,) = read(page).tables
    assert texts(table)[1] == ["BV8", "Invoices paid on time", "98.2%", "G"]


def only_the_groups(pen: Pen) -> None:
    """The headings below those of the groups are not painted: the fills show four columns."""
    paint(pen, (0, 1, 100, 120), (1, 2, 100, 120), (2, 4, 100, 120), (4, 6, 100, 120))
    upper_headings(pen)
    for x, text in zip(XS[3:], ("Actual", "Target", "Aim", "Result"), strict=True):
        right(pen, x - 4, 134, text)
    body(pen, 140)


def cells_of_another_table(pen: Pen) -> None:
    """The cells lie a third of a column off the print below: it runs over their edges."""
    pen.canvas.saveState()
    pen.canvas.translate(25, 0)
    paint(pen, *CELLS)
    upper_headings(pen)
    lower_headings(pen)
    pen.canvas.restoreState()
    body(pen, 140)


@pytest.mark.parametrize("page", [only_the_groups, cells_of_another_table])
def test_fills_that_the_print_denies_tell_nothing(page: Draw) -> None:
    reading = read(page)
    for table in reading.tables:
        for row in texts(table):
            assert not any(" " in text.strip() and "%" in text for text in row)
            assert not {"98.2%", "99.0%"} <= set(row) or row == list(ROWS[0])
    assert reading.tables or unread(reading)


def test_a_painted_row_of_figures_is_no_heading() -> None:
    def page(pen: Pen) -> None:
        paint(pen, *((at, at + 1, 100, 120) for at in range(6)))
        body(pen, 100)

    reading = read(page)
    assert not reading.tables
    assert unread(reading)


UNLIKE = ("Actual", "Target", "Aim", "Result")
BLANK_ABOVE = (
    *((0, 1, 100, 120), (1, 2, 100, 120), (2, 4, 100, 120), (4, 6, 100, 120)),
    *((at, at + 1, 120, 140) for at in range(6)),
)
BESIDE = {
    (1, 3, 1, 2, "2017/18"),
    (1, 5, 1, 2, "2018/19"),
    (2, 1, 1, 1, "Ref"),
    (2, 2, 1, 1, "Indicator"),
    *((2, at, 1, 1, text) for at, text in enumerate(UNLIKE, 3)),
}


def two_rows_of_headings(pen: Pen) -> None:
    for x, text in ((254, "2017/18"), (394, "2018/19")):
        pen.text(x, 114, text)
    for x, text in ((54, "Ref"), (104, "Indicator")):
        pen.text(x, 134, text)
    for x, text in zip(XS[3:], UNLIKE, strict=True):
        right(pen, x - 4, 134, text)


def test_cells_painted_blank_above_headings_are_a_row_of_them_too() -> None:
    def page(pen: Pen) -> None:
        paint(pen, *BLANK_ABOVE)
        two_rows_of_headings(pen)
        body(pen, 140)

    (table,) = read(page).tables
    assert spans(table) >= BESIDE
    assert texts(table)[2:] == [list(row) for row in ROWS]


def test_rows_painted_cell_by_cell_below_headings_are_none() -> None:
    def page(pen: Pen) -> None:
        paint(pen, *BLANK_ABOVE)
        two_rows_of_headings(pen)
        for row in range(4):
            high = 140 + 20 * row
            paint(pen, *((at, at + 1, high, high + 20) for at in range(6)))
        body(pen, 140)

    (table,) = read(page).tables
    assert spans(table) >= BESIDE
    assert texts(table)[2:] == [list(row) for row in ROWS]


def test_painted_cells_that_rules_of_half_a_point_part_are_headings() -> None:
    def page(pen: Pen) -> None:
        for first, end, top, bottom in BLANK_ABOVE:
            pen.rect(XS[first] + 0.25, top + 0.25, XS[end] - 0.25, bottom - 0.25, "#d9e2f3", None)
        two_rows_of_headings(pen)
        body(pen, 140)

    (table,) = read(page).tables
    assert spans(table) >= BESIDE


def test_painted_headings_stand_over_rows_that_the_order_of_painting_tells() -> None:
    """Lines stand as near as rows, so that only the order shows which of them are one name."""
    rows = (
        ("BV8", "Invoices paid\non time", "98.2%", "99.0%", "97.5%", "99.0%"),
        ("BV9", "Council tax\ncollected", "97.1%", "98.0%", "n/a", "98.0%"),
        ("BV12", "Days lost to\nsickness", "9.31", "7.50", "8.20", "8.50"),
    )

    def page(pen: Pen) -> None:
        paint(pen, *BLANK_ABOVE)
        two_rows_of_headings(pen)
        for number, row in enumerate(rows):
            for x, text in zip(XS, row, strict=False):
                pen.text(x + 4, 154 + 24 * number, text)

    (table,) = read(page).tables
    assert spans(table) >= BESIDE
    assert texts(table)[2:] == [[cell.replace("\n", " ") for cell in row] for row in rows]


def test_rows_below_painted_headings_go_on_on_the_next_page() -> None:
    def first(pen: Pen) -> None:
        paint(pen, *CELLS)
        upper_headings(pen)
        lower_headings(pen)
        body(pen, 140)
        for y in range(240, 760, 20):
            body_row(pen, y)

    def body_row(pen: Pen, y: float) -> None:
        row = (f"LI{y}", "Visits to the centre", "1,201", "1,150", "1,190", "1,175")
        for x, text in zip(XS, row[:2], strict=False):
            pen.text(x + 4, y, text)
        for x, text in zip(XS[3:], row[2:], strict=True):
            right(pen, x - 4, y, text)

    def second(pen: Pen) -> None:
        for y in range(50, 150, 20):
            body_row(pen, y)

    reading = read(first, second)
    (table,) = reading.tables
    assert [page for page, _ in table.bounds] == [1, 2]
    assert texts(table)[-1][:3] == ["LI130", "Visits to the centre", "1,201"]
    assert not unread(reading)


def test_painted_headings_printed_twice_at_the_top_of_a_page_are_headings() -> None:
    """A page begins with them where their table was to begin at the foot of the page before."""
    rows = (
        ("BV8", "Invoices paid\non time", "98.2%", "99.0%", "97.5%", "99.0%"),
        ("BV9", "Council tax\ncollected", "97.1%", "98.0%", "n/a", "98.0%"),
    )
    heads = ("Ref", "Indicator\nof the plan", "One", "Two", "Three", "Four")

    def page(pen: Pen) -> None:
        for top in (100, 140):
            paint(pen, *((at, at + 1, top, top + 40) for at in range(6)))
        for number, row in enumerate((heads, heads, *rows)):
            for x, text in zip(XS, row, strict=False):
                pen.text(x + 4, 114 + 40 * number, text)

    (table,) = read(page).tables
    assert texts(table)[-2:] == [[cell.replace("\n", " ") for cell in row] for row in rows]
    assert len(table.rows) == 4

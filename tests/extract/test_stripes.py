"""Tables whose every other row is painted, so that no edge stands between headings and rows."""

from __future__ import annotations

from .drawn_pages import Pen, read, texts

XS = (50, 100, 280, 350)
HEADINGS = ["Ref", "Indicator", "Target", "Outturn"]
ROWS = [
    ["BV8", "Invoices paid on time", "99.0%", "98.2%"],
    ["BV9", "Council tax collected", "98.0%", "97.1%"],
    ["BV12", "Days lost to sickness", "7.50", "9.31"],
    ["BV66", "Rent collected", "98.5%", "98.3%"],
    ["BV78", "Days to process a claim", "25", "31"],
]


def page(pen: Pen, first: float, high: float) -> None:
    """Rows 20 points high below headings, stripes *high* from *first* points down the page."""
    for number in range(3):
        top = first + 40 * number
        pen.rect(50, top, 420, top + high, "#eeeeee", None)
    for number, row in enumerate((HEADINGS, *ROWS)):
        for x, text in zip(XS, row, strict=True):
            pen.text(x, 114 + 20 * number, text)


def test_headings_and_the_first_row_above_the_first_stripe_are_told_by_their_print() -> None:
    reading = read(lambda pen: page(pen, 140, 20))
    (table,) = reading.tables
    assert texts(table) == [HEADINGS, *ROWS]
    assert not reading.doubts


def test_a_heading_around_the_middle_of_others_stands_above_the_first_stripe_with_them() -> None:
    """Its last line stands alone above the first row, and farther than lines do."""
    heads = [*HEADINGS[:3], "Wales\n2018/19"]

    def draw(pen: Pen) -> None:
        for x, text in zip(XS, heads, strict=True):
            pen.text(x, 110 - 6 * text.count("\n"), text)
        for number, row in enumerate(ROWS):
            top = 126 + 34 * number
            if number % 2:
                pen.rect(50, top, 420, top + 34, "#eeeeee", None)
            for x, text in zip(XS, row, strict=True):
                wrapped = f"{text}\nin the district" if x == XS[1] else text
                pen.text(x, top + 18 - 6 * wrapped.count("\n"), wrapped)

    (table,) = read(draw).tables
    assert texts(table)[0] == [*HEADINGS[:3], "Wales 2018/19"]


def test_stripes_that_cut_through_rows_leave_them_untold() -> None:
    reading = read(lambda pen: page(pen, 151, 12))
    assert not reading.tables
    assert any(doubt.kind == "unread_table" for doubt in reading.doubts)


def test_a_title_between_the_last_row_and_the_next_headings_is_of_no_cell() -> None:
    """No stripe lies behind the last row of the first table: it and the title stand in one band."""

    def tables(pen: Pen, size: float) -> None:
        for top in (100, 230):
            pen.rect(50, top, 420, top + 20, "#bbbbbb", None)
            for number in (0, 2):
                high = top + 20 * (number + 1)
                pen.rect(50, high, 420, high + 20, "#eeeeee", None)
            for number, row in enumerate((HEADINGS, *ROWS[:4])):
                for x, text in zip(XS, row, strict=True):
                    pen.text(x + 2, top + 14 + 20 * number, text)
        pen.text(102, 222, "Housing", size=size, font="Helvetica-Bold")

    reading = read(lambda pen: tables(pen, 13))
    assert [texts(table) for table in reading.tables] == [[HEADINGS, *ROWS[:4]]] * 2

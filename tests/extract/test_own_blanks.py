"""Tables laid out word by word, on pages whose prose prints its blanks."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read, texts

FONT, SIZE, BLANK = "Helvetica", 8.0, 0.278
XS = (40.0, 90.0, 330.0, 400.0)
PITCH, LAST = 18.0, 700.0
HEADINGS = ("Ref", "What is measured", "Outturn 2008", "RAG status")
ROWS = (
    ("BV8", "Invoices paid on time", "98.2%", "Dark green"),
    ("BV9", "Council tax collected", "97.1%", "Red"),
    ("BV12", "Days lost to sickness", "9.31", "Pale amber"),
    ("BV66", "Rent collected in the year", "98.1%", "Dark green"),
)
MORE = (
    ("BV76", "Claims settled within ten days", "71.0%", "Red"),
    ("BV78", "Changes of address made in time", "12.4", "Red"),
    ("BV79", "Overpayments that were recovered", "54.1%", "Pale amber"),
    ("BV82", "Household waste sent for reuse", "23.9%", "Dark green"),
)
PROSE = (
    "Members asked at the last meeting for more about the measures that missed their targets.",
    "Each of them has an owner, who has checked the figure before it was published here.",
    "Where the data come from another body they may be revised later on in the year.",
    "The nearest neighbours are those that the institute has named for councils of this kind.",
)


def by_words(pen: Pen, x: float, y: float, text: str, blank: float) -> None:
    """Print a text word by word, *blank* font sizes apart."""
    for word in text.split():
        pen.text(x, y, word, SIZE)
        x += stringWidth(word, FONT, SIZE) + blank * SIZE


def prose(pen: Pen, top: float = 60.0) -> None:
    for at, line in enumerate(PROSE):
        pen.text(40, top + 12 * at, line, 9)


def table(
    pen: Pen,
    top: float,
    rows: tuple[tuple[str, ...], ...],
    blank: float = BLANK,
    rules: bool = False,
) -> None:
    for at, row in enumerate(rows):
        y = top + PITCH * at
        for x, text in zip(XS, row, strict=True):
            by_words(pen, x, y, text, blank)
        if rules:
            pen.line(40, y - 12, 470, y - 12)
    if rules:
        pen.line(40, top + PITCH * len(rows) - 12, 470, top + PITCH * len(rows) - 12)


def unread(reading: Reading) -> list[str]:
    return [doubt.message for doubt in reading.doubts if doubt.kind == "unread_table"]


@pytest.mark.parametrize("rules", [True, False], ids=["rules between rows", "no rules"])
def test_words_that_the_pen_moves_to_are_a_cell_s_where_prose_prints_its_blanks(
    rules: bool,
) -> None:
    def page(pen: Pen) -> None:
        prose(pen)
        table(pen, 160, (HEADINGS, *ROWS), rules=rules)

    reading = read(page)
    assert [texts(each) for each in reading.tables] == [[list(row) for row in (HEADINGS, *ROWS)]]
    assert not unread(reading)


def test_rows_on_the_next_page_are_set_with_their_own_blanks_too() -> None:
    def first(pen: Pen) -> None:
        prose(pen)
        table(pen, LAST - PITCH * len(ROWS), (HEADINGS, *ROWS))

    def second(pen: Pen) -> None:
        table(pen, 60, MORE)
        prose(pen, 300)

    (found,) = read(first, second).tables
    assert texts(found) == [list(row) for row in (HEADINGS, *ROWS, *MORE)]


def test_words_farther_apart_than_the_blanks_of_the_page_are_not_joined() -> None:
    """Two figure columns' width of room, or a padding: it is no blank as this page sets them."""

    def page(pen: Pen) -> None:
        prose(pen)
        table(pen, 160, (HEADINGS, *ROWS), blank=BLANK + 0.12, rules=True)

    reading = read(page)
    assert not reading.tables
    assert unread(reading)


def test_a_table_that_prints_one_blank_moves_over_no_others() -> None:
    """Its words stand as near to the next column as a blank is wide, and are no part of it."""

    def page(pen: Pen) -> None:
        prose(pen)
        for at, row in enumerate((HEADINGS, *ROWS)):
            y = 160 + PITCH * at
            pen.line(40, y - 12, 470, y - 12)
            for x, text in zip(XS[:3], row, strict=False):
                pen.text(x, y, text, SIZE)
            end = XS[2] + stringWidth(row[2], FONT, SIZE)
            by_words(pen, end + BLANK * SIZE, y, row[3], BLANK)
        pen.line(40, 160 + PITCH * 5 - 12, 470, 160 + PITCH * 5 - 12)

    for each in read(page).tables:
        for row, drawn in zip(texts(each)[1:], ROWS, strict=True):
            assert row[2] == drawn[2]

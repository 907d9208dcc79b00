"""Print whose producer sets each letter by itself and prints no blanks."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from crossfoot.extract.characters import PRINTED_SPACE, Run
from crossfoot.extract.chunks import blanks_of
from crossfoot.schema.page import Reading

from .drawn_pages import HIGH, Pen, read, texts

FONT = "Helvetica"
ROWS = (
    ("BV8", "Invoices paid on time", "98.2%", "Green"),
    ("BV9", "Council tax collected", "97.1%", "Red"),
    ("BV12", "Days lost to sickness", "9.31", "Amber"),
    ("BV66", "Rent collected in the year", "98.1%", "Green"),
)
HEADINGS = ("Ref", "Performance indicator", "Outturn", "RAG status")


def letters(pen: Pen, x: float, y: float, text: str, size: float, wider: float = 0.0) -> None:
    """Print a text upside down on a page turned upside down, as some toolkits do.

    Its blanks are left free, *wider* font sizes wider than the font has them.
    """
    canvas = pen.canvas
    canvas.saveState()
    canvas.transform(1, 0, 0, -1, 0, HIGH)
    for letter in text:
        if letter != " ":
            line = canvas.beginText()
            line.setFont(FONT, size)
            line.setTextTransform(1, 0, 0, -1, x, y)
            line.textOut(letter)
            canvas.drawText(line)
        x += stringWidth(letter, FONT, size) + (wider * size if letter == " " else 0)
    canvas.restoreState()


def page(pen: Pen, gap: float, *, size: float = 7.0, wider: float = 0.0) -> None:
    """A table whose last two columns stand *gap* points apart, figures at the right of theirs."""
    for y in (100, 112, 124, 136, 148, 160):
        pen.line(40, y, 330 + gap + 60, y, 0.5)
    for number, row in enumerate((HEADINGS, *ROWS)):
        y = 109 + 12 * number
        for x, text in zip((40, 90), row, strict=False):
            letters(pen, x, y, text, size, wider)
        letters(pen, 330 - stringWidth(row[2], FONT, size), y, row[2], size)
        letters(pen, 330 + gap, y, row[3], size, wider)


def unread(reading: Reading) -> list[str]:
    return [doubt.message for doubt in reading.doubts if doubt.kind == "unread_table"]


@pytest.mark.parametrize("gap", [3.0, 6.0, 12.0])
def test_words_set_letter_by_letter_are_parted_by_blanks_as_wide_as_the_font_has_them(
    gap: float,
) -> None:
    reading = read(lambda pen: page(pen, gap))
    (table,) = reading.tables
    assert texts(table) == [list(HEADINGS), *map(list, ROWS)]
    assert not unread(reading)


def test_columns_no_farther_apart_than_words_are_not_parted_by_chance() -> None:
    """As wide as a blank of Helvetica at 7 pt: whatever is read, no figure stands with a status."""
    reading = read(lambda pen: page(pen, 0.278 * 7))
    for table in reading.tables:
        for row in texts(table)[1:]:
            assert row[-1] in {f"{values[2]} {values[3]}" for values in ROWS}
    assert reading.tables or unread(reading)


def test_figures_a_blank_apart_are_two() -> None:
    def figures(pen: Pen) -> None:
        page(pen, 12)
        for number in range(5):
            text = ("Target", "99.0%", "98.0%", "7.50", "98.0%")[number]
            wide = stringWidth(text, FONT, 7)
            outturn = stringWidth((HEADINGS, *ROWS)[number][2], FONT, 7)
            letters(pen, 330 - outturn - 0.278 * 7 - wide, 109 + 12 * number, text, 7)

    reading = read(figures)
    assert not any("99.0% 98.2%" in text for table in reading.tables for text in texts(table)[1])


def stamped(pen: Pen) -> None:
    pen.text(480, 20, "Agenda Item 5", 11)
    pen.text(280, 780, "Page 23", 11)


def test_a_stamp_with_printed_blanks_says_nothing_of_the_page_under_it() -> None:
    def below(pen: Pen) -> None:
        page(pen, 3.0)
        stamped(pen)

    def above(pen: Pen) -> None:
        stamped(pen)
        page(pen, 3.0)

    for draw in (below, above):
        (table,) = read(draw).tables
        assert texts(table) == [list(HEADINGS), *map(list, ROWS)]


def words(text: str, y: float, order: int, space: int) -> list[Run]:
    """A line of words a blank apart, in 10 pt type."""
    runs, x = [], 40.0
    for at, word in enumerate(text.split()):
        wide = stringWidth(word, FONT, 10)
        run = Run(
            word, x, y - 8, x + wide, y + 2, y, 10, order, space if at else 0, (x,) * len(word)
        )
        runs.append(run)
        x, order = x + wide + 2.78, order + len(word) + 1
    return runs


def test_words_a_blank_apart_are_columns_where_no_phrase_shows_that_the_page_prints_none() -> None:
    title = words("How the Council did in the year", 60, 0, PRINTED_SPACE)
    rows = [words("BV8 Invoices Green Better", 80 + 12 * at, 40 + 30 * at, 0) for at in range(6)]
    told = [words("BV8 invoices paid on time", 80 + 12 * at, 40 + 30 * at, 0) for at in range(6)]
    assert blanks_of([*title, *(run for row in rows for run in row)]).alike is None
    assert blanks_of([*title, *(run for row in told for run in row)]).alike is not None

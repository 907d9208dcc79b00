"""Letters that stand apart, over each other or off the line."""

from __future__ import annotations

from functools import partial

import pytest
import typst

from crossfoot.schema.page import Cell

from .drawn_pages import HIGH, Pen, one_cell, pdf_with_a_sign, read, read_bytes


def spaced(pen: Pen, text: str, by: float, size: float = 10) -> None:
    writer = pen.canvas.beginText(104, HIGH - 112)
    writer.setFont("Helvetica", size)
    writer.setCharSpace(by)
    writer.textLine(text)
    pen.canvas.drawText(writer)


@pytest.mark.parametrize("by", [1.2, 1.6, 2.5, 6.0])
def test_letters_set_apart_are_words(by: float) -> None:
    text = "QUARTERLY PERFORMANCE 2019/20"
    assert one_cell("Tax", lambda pen: spaced(pen, text, by), wide=440) == text


def test_letters_set_apart_outside_tables_are_words() -> None:
    def page(pen: Pen) -> None:
        pen.text(50, 100, "P E R F O R M A N C E   R E P O R T", size=14)

    assert [line.text for line in read(page).lines] == ["PERFORMANCE REPORT"]


@pytest.mark.parametrize(
    "text", ["1 2 3 4 5", "R A G", "Y N Y N Y N", "A 1 B 2 C 3 D 4", "a b c d"]
)
def test_signs_that_may_be_words_each_are_not_closed_up(text: str) -> None:
    assert one_cell("Tax", lambda pen: pen.text(104, 112, text)) == text


def again(pen: Pen, text: str, across: float, down: float, times: int) -> None:
    for at in range(times):
        pen.text(104 + at * across, 112 + at * down, text)


@pytest.mark.parametrize("times", [2, 3])
@pytest.mark.parametrize("away", [(0, 0), (0.1, 0), (0.7, 0), (0, 0.7), (0.5, 0.5)])
def test_print_over_the_same_print_is_read_once(away: tuple[float, float], times: int) -> None:
    for text in ("1", "11.1%", "Illness bill of 11"):
        assert (
            one_cell("Tax", partial(again, text=text, across=away[0], down=away[1], times=times))
            == text
        )


@pytest.mark.parametrize("away", [0.3, 0.8])
def test_each_letter_printed_twice_before_the_next(away: float) -> None:
    def draw(pen: Pen) -> None:
        x = 104.0
        for letter in "Bill 1138.1%":
            for shift in (0, away):
                pen.text(x + shift, 112, letter)
            x += pen.canvas.stringWidth(letter, "Helvetica", 10)

    assert one_cell("Tax", draw) == "Bill 1138.1%"


def test_print_over_other_print_that_begins_alike_is_not_mixed() -> None:
    for away in (0.4, 2.4):
        text = one_cell(
            "Tax", lambda pen, x=104 + away: (pen.text(104, 112, "126"), pen.text(x, 112, "149"))
        )
        assert "\ufffd" in text


def test_a_soft_hyphen_within_a_line_is_the_hyphen_that_is_seen() -> None:
    (table,) = read_bytes(pdf_with_a_sign("FP$1922", "$", "00AD")).tables
    assert table.rows[0].cells[0].text == "FP-1922"


def figure(*words: tuple[str, float, float]) -> Cell:
    """A cell with words glued to each other, each of a size and raised by some points."""

    def page(pen: Pen) -> None:
        pen.rules((40, 100, 300), (100, 160))
        x = 104.0
        for text, size, rise in words:
            pen.text(x, 112 - rise, text, size=size)
            x += pen.canvas.stringWidth(text, "Helvetica", size)

    (table,) = read(page).tables
    return table.rows[0].cells[1]


@pytest.mark.parametrize(
    ("mark", "size", "rise"),
    [
        pytest.param("1", 10, 3.3, id="as large"),
        pytest.param("1,2", 10, 4, id="two marks as large"),
        pytest.param("a", 10, 3.3, id="a letter as large"),
        pytest.param("1", 7, 0.8, id="a little above"),
        pytest.param("1", 6, -1.5, id="below"),
    ],
)
def test_a_mark_off_the_line_is_no_digit_of_the_figure(mark: str, size: float, rise: float) -> None:
    cell = figure(("38", 10, 0), (mark, size, rise))
    assert (cell.text, cell.plain, cell.raised_text) == ("38" + mark, "38", mark)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param((("1,234", 10, 0), ("%", 7, 1)), id="a small sign"),
        pytest.param((("1", 10, 0), ("38", 10, 0.3)), id="a crooked line"),
        pytest.param((("£1,234.", 10, 0), ("56", 8, 0)), id="small pence"),
    ],
)
def test_what_stands_on_the_line_belongs_to_the_figure(
    words: tuple[tuple[str, float, float], ...],
) -> None:
    cell = figure(*words)
    assert cell.plain == "".join(text for text, _, _ in words)
    assert not cell.raised_text


@pytest.mark.parametrize("turned", ["", "#set page(flipped: true)\n"], ids=["upright", "landscape"])
def test_raised_digits_that_the_font_draws_itself(turned: str) -> None:
    marks = [("38", "1"), ("97.0%", "2"), ("1,234", "a"), ("12", "3,4"), ("5", "10"), ("111", "")]
    cells = ",".join(f"[{figure}{f'#super[{mark}]' if mark else ''}]" for figure, mark in marks)
    reading = read_bytes(typst.compile(f"{turned}#table(columns: 2, {cells})".encode()))
    found = [cell for row in reading.tables[0].rows for cell in row.cells]
    assert [(cell.plain, cell.raised_text) for cell in found] == marks

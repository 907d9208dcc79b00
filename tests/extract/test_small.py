"""Digits set smaller beside a figure: a footnote's, or told."""

from __future__ import annotations

import pytest

from crossfoot.schema.page import Cell, Reading
from tests.extract.drawn_pages import HIGH, Pen, read

Piece = tuple[str, float, float]  # text, size, how far above the line


def reading_of(*pieces: Piece) -> Reading:
    """A table of one row: a name, and a cell that prints the pieces one after the other."""

    def page(pen: Pen) -> None:
        pen.rules((40, 100, 300), (100, 160))
        pen.text(44, 112, "Tax")
        x = 104.0
        for text, size, rise in pieces:
            pen.text(x, 112 - rise, text, size=size)
            x += pen.canvas.stringWidth(text, "Helvetica", size)

    return read(page)


def cell_of(reading: Reading) -> Cell:
    (table,) = reading.tables
    return table.rows[0].cells[1]


def told(reading: Reading) -> list[str]:
    return [doubt.severity for doubt in reading.doubts if doubt.kind == "small_digits"]


@pytest.mark.parametrize("size", [5.0, 6.0, 7.0, 8.5])
@pytest.mark.parametrize(
    ("number", "mark"),
    [
        ("21.3", "1"),
        ("21.35", "12"),
        ("381", "2"),
        ("97.0%", "1"),
        ("£1,234", "3"),
        ("(4.5)", "1"),
        ("2018/19", "12"),
        ("BV8", "1"),
        ("12", "1,2"),
        ("Invoices paid", "1"),
    ],
)
def test_a_smaller_digit_on_the_line_behind_a_figure_is_its_footnote(
    number: str, mark: str, size: float
) -> None:
    reading = reading_of((number, 10, 0), (mark, size, 0))
    cell = cell_of(reading)
    assert (cell.plain, cell.raised_text) == (number, mark)
    assert told(reading) == ["note"]


@pytest.mark.parametrize(
    "pieces",
    [
        [("£1,234", 10, 0), (".56", 7, 0)],
        [("£1,234.", 10, 0), ("56", 7, 0)],
        [("21", 10, 0), (".3", 7, 0), ("%", 10, 0)],
        [("£", 7, 0), ("1,234", 10, 0)],
        [("97.5", 10, 0), ("%", 6, 0)],
        [("£1.2", 10, 0), ("m", 7, 0)],
        [("21.3", 9.5, 0), ("1", 9.2, 0)],
        [("CO", 10, 0), ("2", 7, -1)],
    ],
)
def test_pence_units_and_signs_set_smaller_on_purpose_stay_in_the_figure(
    pieces: list[Piece],
) -> None:
    reading = reading_of(*pieces)
    assert cell_of(reading).plain == "".join(text for text, *_ in pieces)
    assert not told(reading)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([("£1,234", 10, 0), ("56", 7, 0)], "£1,234 56"),
        ([("£1,234", 10, 0), ("56", 6, 3.5)], "£1,234 56"),
        ([("8", 10, 0), ("30", 7, 0)], "8 30"),
        ([("1,234", 10, 0), ("567", 7, 0)], "1,234 567"),
        ([("21", 10, 0), ("1", 7, 0), ("%", 10, 0)], "21 1%"),
        ([("21", 10, 0), ("1/2", 7, 0)], "21 1/2"),
        ([("1", 7, 0), ("21.3", 10, 0)], "1 21.3"),
    ],
)
def test_small_digits_that_may_be_of_the_number_or_not_make_no_figure_and_a_doubt(
    pieces: list[Piece], text: str
) -> None:
    reading = reading_of(*pieces)
    assert cell_of(reading).plain == text
    assert set(told(reading)) == {"warning"}


def test_a_usual_superscript_is_not_worth_a_word() -> None:
    reading = reading_of(("38", 10, 0), ("1", 6, 3.5))
    assert (cell_of(reading).plain, told(reading)) == ("38", [])


def test_a_small_figure_a_blank_away_is_no_mark() -> None:
    reading = reading_of(("38", 10, 0), (" (1)", 7, 0))
    assert (cell_of(reading).plain, told(reading)) == ("38 (1)", [])


@pytest.mark.parametrize(("size", "rise"), [(7, 0.0), (6, 3.5)])
def test_a_sentence_outside_tables_counts_without_the_footnotes_of_its_figures(
    size: float, rise: float
) -> None:
    def page(pen: Pen) -> None:
        x = 50.0
        for text, high, up in (("Of 32", 10.0, 0.0), ("1", size, rise), (" indicators", 10.0, 0.0)):
            pen.text(x, 300 - up, text, size=high)
            x += pen.canvas.stringWidth(text, "Helvetica", high)

    assert [line.text for line in read(page).lines] == ["Of 32 indicators"]


def test_sizes_that_only_the_text_matrix_tells() -> None:
    def page(pen: Pen) -> None:
        pen.rules((40, 100, 300), (100, 160))
        pen.text(44, 112, "Tax")
        text = pen.canvas.beginText()
        text.setFont("Helvetica", 1)
        for scale, x, said in ((10, 104.0, "21.3"), (7, 123.46, "1")):
            text.setTextTransform(scale, 0, 0, scale, x, HIGH - 112)
            text.textOut(said)
        pen.canvas.drawText(text)

    assert cell_of(read(page)).plain == "21.3"

"""Labels below the values of small tables without rules, each with a text over the columns."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import Draw, Pen, read, texts

HEADINGS = ("Period", "Value", "Target", "Status")
XS = (60.0, 220.0, 320.0, 430.0)
ROWS = (("Q1 2019/20", "41%", "45%", "Red"), ("Q2 2019/20", "44%", "45%", "Amber"))
OTHERS = (("Q1 2019/20", "12.5", "11", "Amber"), ("Q2 2019/20", "10.9", "11", "Green"))
LONG = "Two of the three rounds were held up by snow, and the third by a strike at the depot."
TEXT = 190.0  # where the texts begin

Foot = Sequence[tuple[str, str]]


def block(
    pen: Pen, name: str, rows: Sequence[Sequence[str]], foot: Foot, top: float, above: float = 18
) -> float:
    """Draw a block, its name first; return where its last line stands."""
    pen.text(60, top, name, font="Helvetica-Bold")
    top += above - 18
    for row in (HEADINGS, *rows):
        top += 18
        for x, text in zip(XS, row, strict=True):
            pen.text(x, top, text)
    for label, text in foot:
        top += 18
        pen.text(60, top, label, font="Helvetica-Bold")
        for at, line in enumerate(text.split("\n")):
            pen.text(TEXT, top + 11 * at, line)
        top += 11 * text.count("\n")
    return top


def page_of(*feet: Foot, space: float = 45, above: float = 18, tail: str = "") -> Reading:
    def page(pen: Pen) -> None:
        top = 100.0
        named = zip(
            ("Waste composted", "Days lost", "Homes let"), (ROWS, OTHERS, ROWS), feet, strict=False
        )
        for name, rows, foot in named:
            top = block(pen, name, rows, foot, top, above) + space
        if tail:
            pen.text(60, top, tail)

    return read(page)


def test_labels_below_the_values_have_their_texts_over_all_other_columns() -> None:
    foot = (("Managed By", "Head of Waste"), ("Latest Note", LONG))
    first, second = page_of(foot, foot[1:]).tables
    assert texts(first) == [["Waste composted"], list(HEADINGS), *map(list, ROWS), *map(list, foot)]
    assert [cell.col_span for cell in first.rows[-1].cells] == [1, 3]
    assert texts(second)[-1] == list(foot[1])


def test_a_text_over_several_lines_is_one_cell_beside_its_label() -> None:
    note = ("Comment", "Two of the rounds were held up by snow,\nthe third by a strike.")
    for table in page_of([note], [note]).tables:
        assert texts(table)[-1] == ["Comment", note[1].replace("\n", " ")]


def test_a_label_in_the_middle_of_its_text_is_told() -> None:
    def page(pen: Pen) -> None:
        for top, name, rows in ((100, "Waste composted", ROWS), (260, "Days lost", OTHERS)):
            low = block(pen, name, rows, [("Managed By", "Head of Waste")], top)
            pen.text(60, low + 24, "Comment", font="Helvetica-Bold")
            pen.text(TEXT, low + 18.5, "Two of the rounds were held up by snow,")
            pen.text(TEXT, low + 29.5, "the third by a strike.")

    for table in read(page).tables:
        comment = "Two of the rounds were held up by snow, the third by a strike."
        assert texts(table)[-2:] == [["Managed By", "Head of Waste"], ["Comment", comment]]


def test_a_remark_below_the_labels_is_a_row_over_all_columns() -> None:
    def page(pen: Pen) -> None:
        for top, name, rows in ((100, "Waste composted", ROWS), (260, "Days lost", OTHERS)):
            low = block(pen, name, rows, [("Comment", LONG)], top)
            pen.text(60, low + 18, "See also the report of the Head of Waste to the last meeting.")

    for table in read(page).tables:
        assert [len(row.cells) for row in table.rows[-2:]] == [2, 1]


def test_a_period_with_words_alone_is_a_row_of_values_and_no_label() -> None:
    rows = ("Q3 2019/20", "", "", "Not due")

    def page(pen: Pen) -> None:
        for top, name, known in ((100, "Waste composted", ROWS), (260, "Days lost", OTHERS)):
            block(pen, name, (*known, rows), [("Comment", LONG)], top)

    for table in read(page).tables:
        assert texts(table)[-2] == list(rows)


@pytest.mark.parametrize("word", ["Comment", "Q3 2019/20"])
def test_figures_below_a_label_are_refused(word: str) -> None:
    def page(pen: Pen) -> None:
        for top, name, rows in ((100, "Waste composted", ROWS), (300, "Days lost", OTHERS)):
            low = block(pen, name, rows, [("Comment", LONG)], top)
            for x, text in zip(XS, (word, "12", "14", "Red"), strict=True):
                pen.text(x, low + 18, text)

    reading = read(page)
    assert not reading.tables
    assert reading.doubts


def test_names_a_little_farther_from_the_values_above_are_those_of_the_headings_below() -> None:
    """The first of them stands above the first headings, and none below the last values."""
    foot = (("Comment", LONG),)
    reading = page_of(foot, foot, foot, space=23, above=21)
    names = [texts(table)[0] for table in reading.tables]
    assert names == [["Waste composted"], ["Days lost"], ["Homes let"]]


@pytest.mark.parametrize("tail", ["Homes let by the agents", "Days lost to strikes"])
def test_lone_lines_that_also_end_the_last_block_may_be_notes_and_name_none(tail: str) -> None:
    foot = (("Comment", LONG),)
    reading = page_of(foot, foot, space=23, above=21, tail=tail)
    printed = [text for table in reading.tables for row in texts(table) for text in row]
    assert not {"Waste composted", "Days lost", tail}.intersection(printed)


@pytest.mark.parametrize("higher", [18, 24, 40])
def test_a_line_above_the_first_name_is_no_part_of_it(higher: float) -> None:
    """It may stand a little farther from the name than that from its headings: 24 from 21."""

    def page(pen: Pen) -> None:
        pen.text(60, 100 - higher, "Tillingham Borough Council", font="Helvetica-Bold")
        top = 100.0
        for name, rows in (("Waste composted", ROWS), ("Days lost", OTHERS)):
            top = block(pen, name, rows, [("Comment", LONG)], top, 21) + 23

    assert [texts(table)[0] for table in read(page).tables] == [["Waste composted"], ["Days lost"]]


def test_a_text_as_short_as_its_column_stands_over_all_columns_as_well() -> None:
    """Each table could be told by itself; its texts then stood in the first column of values."""
    foot = (("Managed By", "Head of Waste"),)
    for table in page_of(foot, foot).tables:
        assert [cell.col_span for cell in table.rows[-1].cells] == [1, 3]


def test_a_block_at_the_head_of_a_page_is_not_joined_to_the_one_at_the_foot_before() -> None:
    foot = (("Managed By", "Head of Waste"), ("Latest Note", LONG))

    def page(*blocks: tuple[str, Sequence[Sequence[str]]]) -> Draw:
        def draw(pen: Pen) -> None:
            top = 60.0
            for name, rows in blocks:
                top = block(pen, name, rows, foot, top) + 45

        return draw

    first = page(("Waste composted", ROWS), ("Days lost", OTHERS))
    second = page(("Homes let", ROWS), ("Bins missed", OTHERS))
    names = [texts(table)[0][0] for table in read(first, second).tables]
    assert names == ["Waste composted", "Days lost", "Homes let", "Bins missed"]

"""Where one block ends and the next begins, in narrow space and at page ends."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read, texts

HEADINGS = ("Period", "Value", "Target", "Status")
XS = (60.0, 220.0, 320.0, 430.0)
ROWS = (("Q1 2019/20", "41%", "45%", "Red"), ("Q2 2019/20", "44%", "45%", "Amber"))
LONG = "Two of the three rounds were held up by snow, the third by a strike."
NAMES = ("Waste composted", "Days lost", "Homes let")


def table(pen: Pen, top: float, pitch: float, foot: str = "") -> float:
    """Draw headings, rows and a comment from *top* on; return where the last of them stands."""
    for x, text in zip(XS, HEADINGS, strict=True):
        pen.text(x, top, text)
    for at, row in enumerate(ROWS, 1):
        for x, text in zip(XS, row, strict=True):
            pen.text(x, top + at * pitch, text)
    low = top + len(ROWS) * pitch
    if foot:
        low += pitch
        pen.text(60, low, "Comment")
        pen.text(200, low, foot)
    return low


def page_of(
    names: Sequence[str],
    *,
    above: float,
    below: float,
    pitch: float = 18,
    x: float = 60,
    size: float = 10,
    foot: str = "",
    tail: tuple[str, float] | None = None,
) -> Reading:
    """Tables with their names *above* points from what is above, and *below* over headings."""

    def page(pen: Pen) -> None:
        top = 100.0
        for name in names:
            if name:
                pen.text(x, top, name, size=size)
            top = table(pen, top + below, pitch, foot) + above
        if tail:
            pen.text(x, top - above + tail[1], tail[0], size=size)

    return read(page)


def first_cells(reading: Reading) -> list[str]:
    return [texts(found)[0][0] for found in reading.tables]


def test_names_much_nearer_to_their_headings_are_told_where_rows_stand_farther_apart() -> None:
    assert first_cells(page_of(NAMES, above=27, below=18, pitch=30)) == list(NAMES)


@pytest.mark.parametrize(("x", "size"), [(60.0, 11.0), (55.0, 10.0)])
def test_names_set_larger_or_farther_left_are_told_where_rows_stand_farther_apart(
    x: float, size: float
) -> None:
    assert first_cells(page_of(NAMES, above=22, below=20, pitch=30, x=x, size=size)) == list(NAMES)


def test_a_name_that_the_page_end_cuts_off_is_no_part_of_the_last_block() -> None:
    reading = page_of(NAMES, above=23, below=21, size=11, foot=LONG, tail=("Bins missed", 23))
    assert first_cells(reading) == list(NAMES)
    assert all(len(found.rows) == 5 for found in reading.tables)


def test_where_one_name_is_on_the_page_before_those_of_the_others_are_told() -> None:
    reading = page_of(("", *NAMES[1:]), above=23, below=21, size=11, foot=LONG)
    assert first_cells(reading) == ["Period", *NAMES[1:]]


def test_a_line_below_the_last_block_is_none_of_it_where_rows_stand_as_far_apart() -> None:
    reading = page_of(NAMES, above=36, below=18, pitch=30, tail=("Contact: the Head of Waste", 28))
    assert first_cells(reading) == list(NAMES)
    assert texts(reading.tables[-1])[-1] == list(ROWS[-1])


def test_lone_lines_below_all_tables_are_no_names_of_the_next() -> None:
    """The first table has none above, and the last one below."""
    reading = page_of(("", *NAMES[1:]), above=23, below=21, tail=("Contact", 23))
    assert not set(first_cells(reading)) & {*NAMES, "Contact"}


def test_a_period_without_values_is_a_row_and_no_note() -> None:
    def page(pen: Pen) -> None:
        for top, name in ((100, NAMES[0]), (260, NAMES[1])):
            pen.text(60, top, name)
            low = table(pen, top + 18, 18)
            pen.text(60, low + 18, "Q3 2019/20")
            for x, text in zip(XS, ("Q4 2019/20", "47%", "45%", "Green"), strict=True):
                pen.text(x, low + 36, text)

    for found in read(page).tables:
        assert texts(found)[-2:] == [
            ["Q3 2019/20", "", "", ""],
            ["Q4 2019/20", "47%", "45%", "Green"],
        ]


@pytest.mark.parametrize(("higher", "told"), [(5.5, True), (11.0, False)])
def test_a_word_less_than_a_line_higher_than_its_figures_is_in_their_row(
    higher: float, told: bool
) -> None:
    """A sign below the word takes the room; the figures stand in the middle of both."""

    def page(pen: Pen) -> None:
        for x, text in zip(XS, HEADINGS, strict=True):
            pen.text(x, 100, text)
        for at, (*row, status) in enumerate((*ROWS, *ROWS)):
            for x, text in zip(XS, row, strict=False):
                pen.text(x, 130 + at * 30, text)
            pen.text(XS[-1], 130 + at * 30 - higher, status)

    tables = [texts(found) for found in read(page).tables]
    assert tables == ([[list(HEADINGS), *map(list, (*ROWS, *ROWS))]] if told else [])

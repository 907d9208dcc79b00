"""A key above or below a table that is told by its print: the table is read without it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read, texts

XS = (50, 250, 320, 390, 470)
ROWS = (
    ("Indicator", "2018/19", "2019/20", "Target", "Status"),
    ("Rent collected in the year", "71.0%", "72.5%", "75%", ""),
    ("Repairs done on time", "15.2%", "16.0%", "14%", ""),
    ("Homes let within the target", "820", "790", "800", ""),
    ("Calls answered", "66.1%", "68.0%", "70%", ""),
)
SIGNS = ("#00bb00", "#ffbb00", "#cc0000")
MEANINGS = ("On target", "Just below target", "Below target")
TRENDS = ("Improving", "No change", "Getting worse")
WAYS = ("#111166", "#226611", "#771122")


def sign(pen: Pen, x: float, y: float, colour: str) -> None:
    pen.rect(x - 4, y - 7, x + 4, y + 1, colour, None)


def rule(pen: Pen, y: float, ruled: bool) -> None:
    if ruled:
        pen.line(46, y + 4, 540, y + 4)


def table(pen: Pen, y: float, ruled: bool) -> None:
    rule(pen, y - 14, ruled)
    for number, row in enumerate(ROWS):
        for x, text in zip(XS, row, strict=True):
            pen.text(x, y + 14 * number, text, 8)
        if number:
            sign(pen, 482, y + 14 * number, SIGNS[number % 3])
        rule(pen, y + 14 * number, ruled)


def key(
    pen: Pen, y: float, ruled: bool, meanings: Sequence[str] = MEANINGS, headed: bool = True
) -> None:
    if headed:
        rule(pen, y - 14, ruled)
        pen.text(50, y, "Status", 8)
        pen.text(300, y, "Direction of travel", 8)
        rule(pen, y, ruled)
    for number, text in enumerate(meanings):
        at = y + 14 * (number + 1)
        sign(pen, 80, at, SIGNS[number])
        pen.text(130, at, text, 8)
        sign(pen, 330, at, WAYS[number])
        pen.text(380, at, TRENDS[number], 8)
        rule(pen, at, ruled)


def read_page(ruled: bool, above: bool, headed: bool = True) -> Reading:
    def page(pen: Pen) -> None:
        key(pen, 100 if above else 200, ruled, headed=headed)
        table(pen, 164 if above else 120, ruled)

    return read(page)


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("above", [True, False])
def test_a_key_beside_a_table_in_one_stretch_is_none_of_its_rows(ruled: bool, above: bool) -> None:
    reading = read_page(ruled, above)
    (found,) = reading.tables
    assert texts(found) == [list(row) for row in ROWS]
    said = {line.text: line.symbols for line in reading.lines}
    assert [said[text] for text in (*MEANINGS, *TRENDS)] == [
        (f"fill:{colour}",) for colour in (*SIGNS, *WAYS)
    ]


def test_a_key_without_headings_above_a_table_is_none_of_its_rows() -> None:
    reading = read_page(ruled=True, above=True, headed=False)
    assert [texts(found) for found in reading.tables] == [[list(row) for row in ROWS]]


def test_a_key_whose_signs_stand_below_their_own_words_is_none_of_a_tables_rows() -> None:
    def page(pen: Pen) -> None:
        for number, (word, meaning) in enumerate(zip(("G", "A", "R"), MEANINGS, strict=True)):
            y = 90 + 24 * number
            rule(pen, y - 16, ruled=True)
            pen.text(77, y - 4, word, 8)
            sign(pen, 80, y + 6, SIGNS[number])
            pen.text(130, y, meaning, 8)
        table(pen, 164, ruled=True)

    assert [texts(found) for found in read(page).tables] == [[list(row) for row in ROWS]]


def test_rows_that_say_a_sign_again_are_no_key() -> None:
    def page(pen: Pen) -> None:
        rule(pen, 96, ruled=True)
        for number, text in enumerate(("Open the new pool", "Close the depot", "Plant the trees")):
            y = 116 + 16 * number
            sign(pen, 80, y, SIGNS[0])
            pen.text(130, y, text, 8)
            rule(pen, y, ruled=True)
        table(pen, 190, ruled=True)

    said = [doubt.message for doubt in read(page).doubts]
    assert said and not any("as in a key" in message for message in said)


@pytest.mark.parametrize("ruled", [True, False])
def test_rows_without_headings_above_a_key_are_those_of_the_page_before(ruled: bool) -> None:
    def first(pen: Pen) -> None:
        table(pen, 730, ruled)

    def second(pen: Pen) -> None:
        rule(pen, 46, ruled)
        for number, row in enumerate(ROWS[1:]):
            y = 60 + 14 * number
            for x, text in zip(XS, row, strict=True):
                pen.text(x, y, f"{text} too" if x == XS[0] else text, 8)
            sign(pen, 482, y, SIGNS[number % 3])
            rule(pen, y, ruled)
        key(pen, 140, ruled)

    reading = read(first, second)
    (found,) = reading.tables
    assert [row[0] for row in texts(found)] == [
        *(row[0] for row in ROWS),
        *(f"{row[0]} too" for row in ROWS[1:]),
    ]


def test_a_key_with_a_status_and_what_it_says_beside_each_sign_is_none_of_a_tables_rows() -> None:
    def page(pen: Pen) -> None:
        rule(pen, 86, ruled=True)
        for x, text in ((60, "Icon"), (110, "Status"), (200, "Description")):
            pen.text(x, 100, text, 8)
        rule(pen, 100, ruled=True)
        for number, meaning in enumerate(MEANINGS):
            y = 114 + 14 * number
            sign(pen, 68, y, SIGNS[number])
            pen.text(110, y, ("OK", "Warning", "Alert")[number], 8)
            pen.text(200, y, f"The indicator is {meaning.lower()}", 8)
            rule(pen, y, ruled=True)
        table(pen, 178, ruled=True)

    assert [texts(found) for found in read(page).tables] == [[list(row) for row in ROWS]]

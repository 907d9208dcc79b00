"""Rows of a table without upright rules that are left over on the next page."""

from __future__ import annotations

import pytest

from .drawn_pages import Draw, Pen, read

XS = (50, 110, 300, 400)
ROWS = (
    ("Code", "Indicator", "Target", "Actual"),
    ("NI 191", "Residual waste", "450", "461"),
    ("NI 192", "Waste recycled", "45.0%", "44.1%"),
    ("NI 195", "Litter", "5%", "6%"),
)
PROSE = "The council has considered the performance of its services and notes them."


def at_foot(below: str = "") -> Draw:
    def page(pen: Pen) -> None:
        for number, row in enumerate(ROWS):
            for x, text in zip(XS, row, strict=True):
                pen.text(x, 660 + number * 20, text)
        pen.text(50, 745, below)
        pen.text(280, 790, "Page 1")

    return page


def at_head(*words: tuple[float, float, str]) -> Draw:
    def page(pen: Pen) -> None:
        for x, y, text in words:
            pen.text(x, y, text)
        for number in range(6):
            pen.text(50, 160 + number * 14, PROSE)
        pen.text(280, 790, "Page 2")

    return page


def told(*pages: Draw) -> list[int]:
    return [doubt.page for doubt in read(*pages).doubts if doubt.kind == "unread_table"]


@pytest.mark.parametrize(
    "words",
    [
        [(90, 60, "NI 196"), (190, 60, "Fly tipping"), (300, 60, "2"), (400, 60, "3")],
        [(50, 60, "NI 196 Fly tipping"), (300, 60, "Data not available"), (400, 60, "3")],
        [(50, 60, "NI 196 Fly tipping"), (400, 60, "3")],
        [(110, 60, "Fly tipping"), (110, 72, "in parks"), (300, 72, "2"), (400, 72, "3")],
    ],
)
def test_a_row_left_over_on_the_next_page_is_told(words: list[tuple[float, float, str]]) -> None:
    assert told(at_foot(), at_head(*words)) == [2]


@pytest.mark.parametrize(
    "words",
    [
        [],
        [(50, 60, "1.2"), (110, 60, "The committee is asked to note the figures in 2019.")],
        [(50, 60, "Recommendations")],
    ],
)
def test_what_is_no_row_is_not_told(words: list[tuple[float, float, str]]) -> None:
    assert not told(at_foot(), at_head(*words))


def test_a_row_behind_a_table_that_ends_above_other_words_is_not_of_it() -> None:
    row = [(50.0, 60.0, "Chair"), (110.0, 60.0, "Leader"), (400.0, 60.0, "12")]
    assert not told(at_foot("Source: the council's own figures."), at_head(*row))


def cut(*pages: Draw) -> list[int]:
    return [doubt.page for doubt in read(*pages).doubts if doubt.kind == "cut"]


def long_rows(last: tuple[str, ...] = ("NI 196", "Fly tipping and other", "2", "3")) -> Draw:
    def page(pen: Pen) -> None:
        at_foot()(pen)
        for x, text in zip(XS, last, strict=True):
            pen.text(x, 740, text)

    return page


@pytest.mark.parametrize(
    "words",
    [
        [(110, 60, "fouling of land")],
        [(110, 60, "(in all parks)")],
        [(110, 20, "fouling of land")],
        [(110, 60, "Land and parks"), (300, 60, "(a)")],
        [(110, 60, "Land and parks"), (300, 60, "4"), (400, 60, "5")],
    ],
)
def test_the_last_row_of_a_page_that_may_go_on_overleaf_is_told(
    words: list[tuple[float, float, str]],
) -> None:
    assert cut(long_rows(), at_head(*words)) == [1]


@pytest.mark.parametrize(
    "words",
    [
        [],
        [(50, 60, PROSE.lower())],
        [(110, 60, "Recommendations")],
        [(50, 60, "NI 197"), (110, 60, "Noise"), (300, 60, "4"), (400, 60, "5")],
        [(50, 60, "resolved to note the figures of the year")],
    ],
)
def test_a_row_that_ends_on_its_page_is_not_told_as_cut(
    words: list[tuple[float, float, str]],
) -> None:
    assert not cut(long_rows(), at_head(*words))


def test_a_row_that_may_be_cut_is_in_doubt_in_all_its_cells() -> None:
    reading = read(long_rows(), at_head((110, 60, "fouling of land")))
    (table,), (doubt,) = reading.tables, reading.doubts
    assert all(doubt.box.overlap(cell.parts[0].box).area > 0 for cell in table.rows[-1].cells)


def beside(*words: tuple[float, float, str]) -> list[int]:
    """A last row with words in two columns side by side, and what stands overleaf."""

    def page(pen: Pen) -> None:
        at_foot()(pen)
        row = ("NI 196", "Fly tipping and other fouling", "Three surveys of land", "3")
        for x, text in zip(XS, row, strict=True):
            pen.text(x, 740, text)

    return cut(page, at_head(*words))


def test_a_rest_of_two_cells_that_is_one_text_is_told_by_the_line_below_its_first() -> None:
    both = "Council land and of all parks in each of the wards of it"
    assert beside((110, 60, both), (110, 71, "and of the roads")) == [1]
    assert not beside((110, 60, both))
    assert not beside((110, 60, both), (110, 85, "and of the roads"))
    assert not beside((160, 60, both), (110, 71, "and of the roads"))

"""Which stretches of a page may hold a table without upright rules."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from .drawn_pages import Draw, Pen, read, texts

XS = (50.0, 250.0, 330.0)
NAMES = (
    "Percentage of council tax\ncollected by the end of it",
    "Average days to relet an\nempty home of the council",
    "Household waste sent for\nreuse or for composting",
    "Major planning applications\ndecided in an agreed time",
)
FIGURES = (("90%", "88.4%"), ("25", "27.1"), ("45.0%", "44.8%"), ("60%", "81%"))


def page_of(heading: Sequence[str], *, pitch: float = 34, names: Sequence[str] = NAMES) -> Draw:
    """Rows of a name and two figures, the figures in the middle of the name's two lines."""

    def page(pen: Pen) -> None:
        for number, row in enumerate(
            (heading, *zip(names, *zip(*FIGURES, strict=True), strict=True))
        ):
            y = 100 + pitch * number
            for x, text in zip(XS, row, strict=False):
                pen.text(x, y - 6 * text.count("\n"), text)

    return page


@pytest.mark.parametrize("first", ["Indicator", "Indicator of what\nthe council does"])
def test_three_columns_with_names_around_their_figures_are_a_table(first: str) -> None:
    (table,) = read(page_of((first, "Target", "Actual"))).tables
    assert texts(table) == [
        [first.replace("\n", " "), "Target", "Actual"],
        *(
            [name.replace("\n", " "), *figures]
            for name, figures in zip(NAMES, FIGURES, strict=True)
        ),
    ]


def test_such_rows_without_headings_are_told() -> None:
    reading = read(page_of(()))
    assert not reading.tables
    assert ["no headings" in doubt.message for doubt in reading.doubts] == [True]


def test_such_rows_as_near_as_their_lines_are_told() -> None:
    """Painted line by line nothing shows which lines are one name."""

    def page(pen: Pen) -> None:
        lines = [("Indicator", "Target", "Actual")]
        for name, figures in zip(NAMES, FIGURES, strict=True):
            first, second = name.split("\n")
            lines += [(first,), ("", *figures), (second,)]
        for number, line in enumerate(lines):
            for x, text in zip(XS, line, strict=False):
                pen.text(x, 100 + 6 * number, text)

    reading = read(page)
    assert not reading.tables
    assert reading.doubts


def spread(*, by_lines: bool) -> Draw:
    """Names of two lines 15.5 points apart, at 10-point type, painted cell by cell or by lines."""

    def page(pen: Pen) -> None:
        for x, text in zip(XS, ("Indicator", "Target", "Actual"), strict=True):
            pen.text(x, 72, text)
        for number, (name, (target, actual)) in enumerate(zip(NAMES, FIGURES, strict=True)):
            y = 100 + 42 * number
            first, second = name.split("\n")
            pieces = [(50, y, first), (50, y + 15.5, second), (250, y, target), (330, y, actual)]
            for x, base, text in sorted(pieces, key=lambda one: one[1] if by_lines else 0):
                pen.text(x, base, text)

    return page


def test_a_line_painted_between_two_cells_of_the_last_row_is_of_the_former() -> None:
    (table,) = read(spread(by_lines=False)).tables
    assert texts(table)[-1] == [NAMES[-1].replace("\n", " "), *FIGURES[-1]]


def test_a_line_painted_below_the_last_row_leaves_open_where_that_ends() -> None:
    reading = read(spread(by_lines=True))
    assert not reading.tables
    assert ["last row" in doubt.message for doubt in reading.doubts] == [True]

"""Headings over columns without print, beside columns that have theirs lower down."""

from __future__ import annotations

from collections.abc import Sequence

from .drawn_pages import Pen, read, texts

# Words, where they begin, and their baseline.
Heads = Sequence[tuple[str, float, float]]
ROWS = (
    ("KPI1", "Rent collected", "97%", "96%", "98%"),
    ("KPI2", "Repairs done", "71%", "72%", "75%"),
    ("KPI3", "Homes let", "23", "21", "25"),
    ("KPI4", "Calls answered", "81%", "82%", "85%"),
)
XS = (50, 100, 260, 320, 380)
LOWER: Heads = (("Q1", 260, 120), ("Q2", 320, 120), ("Q3", 380, 120))


def heads_of(heads: Heads, note: bool = False) -> list[list[str]]:
    """Return the rows of headings of a table whose column of signs holds no print; none if unread.

    With *note* words stand in a column right of it.
    """

    def page(pen: Pen) -> None:
        pen.line(46, 90, 560, 90)
        for text, x, base in heads:
            pen.text(x, base, text)
        pen.line(46, 126, 560, 126)
        for number, row in enumerate(ROWS):
            for x, text in zip(XS, row, strict=True):
                pen.text(x, 142 + 34 * number, f"{text}\nin the year" if x == XS[1] else text)
            if note:
                pen.text(500, 142 + 34 * number, "On course")

    tables = read(page).tables
    return [row for table in tables for row in texts(table)[:-4]]


def both(base: float) -> Heads:
    return (("Code", 50, base), ("Indicator", 100, base))


def test_a_heading_as_high_as_the_upper_level_may_stand_over_what_is_beside_it() -> None:
    assert not heads_of([*both(109), ("2019/20", 290, 98), ("2020/21", 410, 98), *LOWER])


def test_a_heading_too_far_right_to_stand_over_its_neighbour_is_a_blank_columns_own() -> None:
    heads = [*both(102), ("2019/20", 317, 102), ("Trend", 450, 102), ("Note", 500, 102)]
    lower = (("Value", 260, 120), ("Target set", 318, 120), ("Actual", 380, 120))
    found = heads_of([*heads, *lower], note=True)
    assert found[0] == ["Code", "Indicator", "2019/20", "Trend", "Note"]


def test_a_heading_set_to_the_right_as_others_are_may_stand_over_its_neighbour() -> None:
    heads = [*both(102), ("2018/19", 300, 102), ("Trend", 450, 102), ("Note", 500, 102)]
    assert not heads_of([*heads, *LOWER], note=True)

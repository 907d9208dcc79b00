"""Pictures of a page without text are told of once, and wide gaps of a table; others each."""

from __future__ import annotations

from crossfoot.normalise.picture_doubts import one_a_page
from crossfoot.schema.page import Box, Doubt, Table


def doubt(kind: str, page: int, top: float) -> Doubt:
    return Doubt(kind, page, Box(10, top, 90, top + 20), f"{kind} at {top:g}")


def test_the_pictures_of_a_page_are_one_doubt_around_all_of_them() -> None:
    told = list(
        one_a_page([doubt("picture", 1, 10), doubt("touch", 1, 40), doubt("picture", 1, 70)], ())
    )
    assert [(each.kind, each.box) for each in told] == [
        ("picture", Box(10, 10, 90, 90)),
        ("touch", Box(10, 40, 90, 60)),
    ]
    assert told[0].message.startswith("2 pictures without text stand here")


def test_a_picture_alone_on_its_page_is_told_of_as_before() -> None:
    doubts = [doubt("picture", 1, 10), doubt("picture", 2, 10), doubt("overflow", 2, 50)]
    assert list(one_a_page(doubts, ())) == doubts


def test_the_wide_gaps_of_one_table_are_one_doubt_those_of_two_are_two() -> None:
    tables = [
        Table(1, 2, (), ((1, Box(9.5, 0, 90, 100)),)),
        Table(2, 2, (), ((1, Box(0, 200, 100, 300)), (2, Box(0, 0, 100, 100)))),
    ]
    doubts = [
        doubt("columns", 1, 10),
        doubt("columns", 1, 220),
        doubt("columns", 1, 50),
        doubt("columns", 2, 20),
        doubt("columns", 2, 120),
    ]
    told = list(one_a_page(doubts, tables))
    assert [(each.page, each.box) for each in told] == [
        (1, Box(10, 10, 90, 70)),
        (1, Box(10, 220, 90, 240)),
        (2, Box(10, 20, 90, 40)),
        (2, Box(10, 120, 90, 140)),
    ]
    assert told[0].message.startswith("words stand far apart in 2 cells of a table")
    assert told[1:] == [doubts[1], *doubts[3:]]

"""Columns that are the same are told and settled once, and say what each block's own would."""

from __future__ import annotations

import pytest

from crossfoot.normalise.captions import read_caption
from crossfoot.normalise.columns import Column, columns_from
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.headings import load_headings
from crossfoot.normalise.measures import Times, settle
from crossfoot.normalise.settling import Settling
from crossfoot.normalise.spans import period_from_label
from crossfoot.schema.page import Box, Cell, CellPart, Row

READER = HeadingReader(load_headings())
HEADINGS = ("Indicator", "Q4", "Q1", "Q2", "Q3", "Target")


def heading_row(*texts: str, row_no: int = 1) -> Row:
    cells = [
        Cell(at, 1, 1, (CellPart(1, row_no, Box(0, 0, 9, 9), text),))
        for at, text in enumerate(texts, start=1)
    ]
    return Row(row_no, tuple(cells))


def columns(*texts: str, row_no: int = 1) -> tuple[Column, ...]:
    return columns_from(READER, [heading_row(*texts, row_no=row_no)], len(texts))


def times(stated: str, caption: str = "") -> Times:
    return Times(period_from_label(stated), read_caption(caption))


def test_headings_that_print_the_same_give_the_same_columns_and_others_do_not() -> None:
    assert columns(*HEADINGS) is columns(*HEADINGS, row_no=7)
    assert columns(*HEADINGS)[1].heading == "Q4"
    assert columns(*HEADINGS[:-1], "Aim") != columns(*HEADINGS)


@pytest.mark.parametrize("stated", ["2019/20 Q1", "2019/20 Q3", "2019/20"])
@pytest.mark.parametrize("empty", [set(), {2}, {3, 4}, {2, 3, 4}])
def test_every_block_is_settled_as_by_itself_whatever_was_settled_before(
    stated: str, empty: set[int]
) -> None:
    settling, known = Settling(), columns(*HEADINGS)
    for others in ({3, 4}, set[int](), {1, 2, 3, 4}, empty, empty):
        for time in (times(stated, "Results 2018/19"), times("2020/21 Q2"), times(stated)):
            found = settling.settle(known, time, lambda index, none=others: index not in none)
            assert found == settle(known, time, lambda index, none=others: index not in none)


def test_the_same_columns_with_the_same_cells_are_settled_once() -> None:
    settling, known, time = Settling(), columns(*HEADINGS), times("2019/20 Q3")
    first = settling.settle(known, time, lambda _: True)
    assert settling.settle(known, time, lambda _: True) is first
    assert [column.period.label for column in first if column.period] == [
        "2018/19 Q4",
        "2019/20 Q1",
        "2019/20 Q2",
        "2019/20 Q3",
        "2019/20",
    ]


def test_columns_told_alike_by_their_cells_are_settled_once_though_they_are_other_objects() -> None:
    settling, time = Settling(), times("2019/20 Q3")
    one, other = (
        (*columns(*HEADINGS)[:-1], columns(*HEADINGS)[-1].taken_as("due")) for _ in range(2)
    )
    assert one is not other
    assert one[-1] is not other[-1]
    first = settling.settle(one, time, lambda _: True)
    assert settling.settle(other, time, lambda _: True) is first
    assert settling.settle(columns(*HEADINGS), time, lambda _: True) != first

"""Which columns the headings of a told table stand over."""

from __future__ import annotations

import pytest

from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.gaps import Band, Columns, Corridor, Refusal
from crossfoot.extract.told_heads import plan_told_headings

COLUMNS = Columns((0, 100, 200, 300, 400), tuple(Corridor(x - 40, x) for x in (100, 200, 300)))
# Figures end at 150, 250 and 350.
AT_SIDES = Columns(
    (0, 61, 160, 260, 360), (Corridor(60, 62), Corridor(151, 169), Corridor(251, 269))
)


def row(*heads: tuple[float, float, str]) -> Band:
    cells = tuple(Chunk(x, x + 50, base, 8.0, text, ()) for x, base, text in heads)
    runs = tuple(each._replace(runs=(_Run(each),)) for each in cells)  # type: ignore[arg-type]
    return Band(heads[0][1] - 8, heads[0][1] + 2, (PrintLine(heads[0][1], 8.0, runs),), False)


class _Run:
    def __init__(self, chunk: Chunk) -> None:
        self.base, self.size = chunk.base, chunk.size


def test_headings_below_others_are_a_row_of_their_own() -> None:
    plans = plan_told_headings(
        [
            row((0, 25, "Indicator"), (175, 20, "2018/19"), (300, 25, "Status")),
            row((100, 30, "Target"), (200, 30, "Actual")),
        ],
        COLUMNS,
    )
    assert [plan.cells for plan in plans] == [
        ((0, 1, 2), (1, 2, 1), (3, 1, 2)),
        ((1, 1, 1), (2, 1, 1)),
    ]


def test_headings_on_one_line_are_no_two_rows() -> None:
    """PDFium hands over what stands on nearly one line together, in any order."""
    with pytest.raises(Refusal):
        plan_told_headings(
            [
                row((0, 25, "Indicator"), (175, 20, "2018/19"), (300, 22, "Performance")),
                row((100, 30, "Target"), (300, 29, "Status")),
                row((200, 30, "Actual")),
            ],
            COLUMNS,
        )


def test_a_heading_over_one_column_may_stand_at_its_side_beside_one_in_the_middle_of_two() -> None:
    plans = plan_told_headings(
        [
            row((0, 20, "Code"), (100, 20, "2017/18"), (235, 20, "2018/19")),
            row((100, 30, "Actual"), (200, 30, "Target"), (300, 30, "Actual")),
        ],
        AT_SIDES,
    )
    assert [plan.cells for plan in plans] == [
        ((0, 1, 2), (1, 1, 1), (2, 2, 1)),
        ((1, 1, 1), (2, 1, 1), (3, 1, 1)),
    ]


def test_which_of_two_headings_stands_over_a_column_between_them_is_open() -> None:
    with pytest.raises(Refusal):
        plan_told_headings(
            [
                row((0, 20, "Code"), (100, 20, "2017/18"), (300, 20, "2018/19")),
                row((100, 30, "Actual"), (200, 30, "Target"), (300, 30, "Actual")),
            ],
            AT_SIDES,
        )

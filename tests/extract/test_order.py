"""Tables of a page in the order in which a person reads them."""

from __future__ import annotations

from itertools import permutations

import pytest

from crossfoot.extract.order import in_reading_order
from crossfoot.schema.page import Box

TOP, LOW = Box(0, 0, 100, 40), Box(0, 60, 100, 90)
LEFT, RIGHT = Box(0, 10.02, 45, 90), Box(55, 10, 100, 60)
RIGHT_BELOW = Box(56, 62, 100, 88)


@pytest.mark.parametrize(
    "boxes", [(TOP, LOW), (LEFT, RIGHT), (LEFT, RIGHT, RIGHT_BELOW), (TOP,), ()]
)
def test_down_the_page_and_side_by_side_from_the_left(boxes: tuple[Box, ...]) -> None:
    for given in permutations(boxes):
        assert in_reading_order(given, lambda box: box) == list(boxes)


def test_tables_that_only_touch_the_same_heights_are_not_side_by_side() -> None:
    upper, lower = Box(50, 0, 100, 50), Box(0, 45, 45, 95)
    assert in_reading_order([lower, upper], lambda box: box) == [upper, lower]

"""The order in which tables of a page are read: down the page, side by side from the left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cmp_to_key
from typing import TypeVar

from crossfoot.schema.page import Box

T = TypeVar("T")

_BESIDE = 0.5  # of the lower one's height must be common to two tables that stand side by side


def in_reading_order(things: Sequence[T], box_of: Callable[[T], Box]) -> list[T]:
    """Return *things* of one page in reading order.

    Two that share half of the lower one's height and no width stand side by side: the left one
    comes first, whichever begins a hair's breadth above the other. Else the upper one does.
    """
    if len(things) < 2:
        return list(things)

    def before(one: T, other: T) -> int:
        first, second = box_of(one), box_of(other)
        if _beside(first, second):
            return -1 if first.x0 < second.x0 else 1
        return -1 if (first.y0, first.x0) <= (second.y0, second.x0) else 1

    return sorted(things, key=cmp_to_key(before))


def _beside(first: Box, second: Box) -> bool:
    common = min(first.y1, second.y1) - max(first.y0, second.y0)
    lower = min(first.y1 - first.y0, second.y1 - second.y0)
    apart = first.x1 <= second.x0 or second.x1 <= first.x0
    return apart and common > _BESIDE * lower

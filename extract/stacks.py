"""What parts the rows of a table that no upright rules divide: stacks of level rules and fills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossfoot.extract.drawing import Fill
from crossfoot.extract.regions import SAME_END, join_collinear, level_stacks, meets
from crossfoot.extract.rules import Rule
from crossfoot.schema.page import Box

_SAME_HEIGHT = 1.0  # points: a rule along the edge of a fill
_HIGHEST_ROW = 330.0  # points; a row, or all rows of a table with rules at head and foot only
_HIGHEST_STRIPE = 90.0  # points
_SHORTEST = 90.0  # points; shorter rules are parts of drawings or headings over several columns
_MOST = 1000
_MOST_FILLS = 400


class Stack(NamedTuple):
    """Level separators of one width, by their heights from the top, all in points.

    ``cells`` are the fills between the first and the last of them that may be painted cells.
    """

    left: float
    right: float
    heights: tuple[float, ...]
    cells: tuple[Box, ...] = ()


def stacks_of(rules: Sequence[Rule], fills: Sequence[Fill], reach: float) -> list[Stack]:
    """Return the stacks of a page, those with most separators first.

    ``reach`` is how far, in points, a rule may stop short of the one it meets. Rules that meet an
    upright one are left to the grids.
    """
    if len(rules) > _MOST or len(fills) > _MOST_FILLS:
        return []
    pieces = join_collinear(list(rules), reach)
    upright = [rule for rule in pieces if not rule.level]
    level = [rule for rule in pieces if rule.level and not meets(rule, upright, reach)]
    level += [edge for stripe in _stripes(fills, reach) for edge in stripe]
    found = _stacked([rule for rule in level if rule.end - rule.start >= _SHORTEST])
    if fills:
        found = (stack._replace(cells=tuple(_cells_of(stack, fills))) for stack in found)
    return sorted(found, key=lambda stack: -len(stack.heights))


def _cells_of(stack: Stack, fills: Sequence[Fill]) -> Iterator[Box]:
    """Yield the fills that may be cells between the separators: narrower than they, and low."""
    left, right, top, bottom = stack.left, stack.right, stack.heights[0], stack.heights[-1]
    for box, _ in fills:
        if (
            left - SAME_END <= box.x0
            and box.x1 <= right + SAME_END
            and top - SAME_END <= box.y0
            and box.y1 <= bottom + SAME_END
            and box.x1 - box.x0 < right - left - SAME_END
            and box.y1 - box.y0 <= _HIGHEST_STRIPE
        ):
            yield box


def _stripes(fills: Sequence[Fill], reach: float) -> Iterator[tuple[Rule, Rule]]:
    """Yield the upper and lower edges of fills as wide as a table, those of its cells joined.

    Cells beside each other may differ in height, where a heading reaches through two rows.
    """
    stripes: list[Box] = []
    flat = (fill.box for fill in fills if fill.box.y1 - fill.box.y0 <= _HIGHEST_STRIPE)
    for fill in sorted(flat, key=lambda box: box.x0):
        box = fill
        beside = [
            other
            for other in stripes
            if abs(other.x1 - box.x0) <= reach
            and min(other.y1, box.y1) - max(other.y0, box.y0) > _SAME_HEIGHT
        ]
        for other in beside:
            stripes.remove(other)
            box = box.union(other)
        stripes.append(box)
    for x0, y0, x1, y1 in stripes:
        yield Rule(True, y0, x0, x1, 0.0), Rule(True, y1, x0, x1, 0.0)


def _stacked(level: Sequence[Rule]) -> Iterator[Stack]:
    for stack in level_stacks(level, _HIGHEST_ROW):
        heights = [stack[0].at]
        for rule in stack[1:]:
            if rule.at - heights[-1] > _SAME_HEIGHT:
                heights.append(rule.at)
        left = min(rule.start for rule in stack)
        right = max(rule.end for rule in stack)
        yield Stack(left, right, tuple(heights))

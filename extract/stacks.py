"""What parts the rows of a table that no upright rules divide: stacks of level rules and fills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossfoot.extract.drawing import Fill
from crossfoot.extract.regions import join_collinear
from crossfoot.extract.rules import Rule

_SAME_END = 3.0  # points the ends of a table's rules may differ by
_SAME_HEIGHT = 1.0  # points: a rule along the edge of a fill
_HIGHEST_ROW = 330.0  # points; a row, or all rows of a table with rules at head and foot only
_HIGHEST_STRIPE = 90.0  # points
_SHORTEST = 90.0  # points; shorter rules are parts of drawings or headings over several columns
_MOST = 1000


class Stack(NamedTuple):
    """Level separators of one width, by their heights from the top, all in points."""

    left: float
    right: float
    heights: tuple[float, ...]


def stacks_of(rules: Sequence[Rule], fills: Sequence[Fill], reach: float) -> list[Stack]:
    """Return the stacks of a page, those with most separators first.

    ``reach`` is how far, in points, a rule may stop short of the one it meets. Rules that meet an
    upright one are left to the grids.
    """
    if len(rules) > _MOST or len(fills) > _MOST:
        return []
    pieces = join_collinear(list(rules), reach)
    upright = [rule for rule in pieces if not rule.level]
    level = [rule for rule in pieces if rule.level and not _meets(rule, upright, reach)]
    level += [edge for stripe in _stripes(fills, reach) for edge in stripe]
    found = list(_stacked([rule for rule in level if rule.end - rule.start >= _SHORTEST]))
    return sorted(found, key=lambda stack: -len(stack.heights))


def _stripes(fills: Sequence[Fill], reach: float) -> Iterator[tuple[Rule, Rule]]:
    """Yield the upper and lower edges of fills as wide as a table, cell by cell ones joined."""
    by_height: dict[tuple[int, int], list[Fill]] = {}
    for fill in fills:
        if fill.box.y1 - fill.box.y0 <= _HIGHEST_STRIPE:
            key = round(fill.box.y0), round(fill.box.y1)
            by_height.setdefault(key, []).append(fill)
    for row in by_height.values():
        row.sort(key=lambda fill: fill.box.x0)
        start = 0
        for at in range(1, len(row) + 1):
            if at < len(row) and row[at].box.x0 <= row[at - 1].box.x1 + reach:
                continue
            box = row[start].box
            end = max(fill.box.x1 for fill in row[start:at])
            yield Rule(True, box.y0, box.x0, end, 0.0), Rule(True, box.y1, box.x0, end, 0.0)
            start = at


def _meets(rule: Rule, upright: Sequence[Rule], reach: float) -> bool:
    return any(
        rule.start - reach <= other.at <= rule.end + reach
        and other.start - reach <= rule.at <= other.end + reach
        for other in upright
    )


def _stacked(level: Sequence[Rule]) -> Iterator[Stack]:
    waiting = sorted(level, key=lambda rule: rule.at)
    while waiting:
        stack, rest = [waiting[0]], list[Rule]()
        for rule in waiting[1:]:
            same = (
                abs(rule.start - stack[0].start) <= _SAME_END
                and abs(rule.end - stack[0].end) <= _SAME_END
                and rule.at - stack[-1].at <= _HIGHEST_ROW
            )
            (stack if same else rest).append(rule)
        heights = [stack[0].at]
        for rule in stack[1:]:
            if rule.at - heights[-1] > _SAME_HEIGHT:
                heights.append(rule.at)
        left = min(rule.start for rule in stack)
        right = max(rule.end for rule in stack)
        yield Stack(left, right, tuple(heights))
        waiting = rest

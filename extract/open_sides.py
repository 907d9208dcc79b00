"""Tables without rules at their left and right: what a row over all columns parts belongs together.

Such a row, the name of a section, has no upright rule in it, so nothing ties the rules above it to
those below. What does: they end at the same places, a row's height apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.regions import join_collinear
from crossfoot.extract.rules import Rule
from crossfoot.schema.page import Box

Prints = Callable[[Box], bool]

_SAME_END = 1.5  # points; rules of one table end within half a point of each other
_SAME_WIDTH = 0.2  # points
_HIGHEST_ROW = 40.0  # points of a section's name; two lines of 12 pt and their padding
_LIKE_A_ROW = 1.25  # times the lowest row; a rule farther off at the end is a decoration


class _Stretch(NamedTuple):
    """A region whose level rules run on past its outermost uprights on both sides."""

    rules: list[Rule]
    left: float
    right: float
    top: float
    bottom: float
    lowest: float
    uprights: frozenset[float]
    width: float


def rejoined(
    regions: list[list[Rule]], rules: Sequence[Rule], reach: float, prints: Prints
) -> list[list[Rule]]:
    """Return the regions, those of one table with open sides made one, rows over all columns in.

    *prints* tells whether print stands in a box.
    """
    stretches = [_stretch(region, 2 * reach) for region in regions]
    if not any(stretches):
        return regions
    result = [region for region, each in zip(regions, stretches, strict=True) if each is None]
    taken = {rule for region in regions for rule in region}
    pieces = join_collinear(list(rules), reach)
    alone = [rule for rule in pieces if rule.level and rule not in taken]
    waiting = sorted((each for each in stretches if each is not None), key=lambda each: each.top)
    while waiting:
        one = waiting.pop(0)
        many = [one]
        for other in list(waiting):
            if _goes_on(many[-1], other, alone):
                many.append(other)
                waiting.remove(other)
        joined = [rule for each in many for rule in each.rules]
        result.append(joined + _between(many, alone, prints))
    return result


def _stretch(region: Sequence[Rule], clearance: float) -> _Stretch | None:
    level = sorted((rule for rule in region if rule.level), key=lambda rule: rule.at)
    upright = [rule.at for rule in region if not rule.level]
    if len(level) < 2 or not upright:
        return None
    left, right = min(rule.start for rule in level), max(rule.end for rule in level)
    first, last = level[0], level[-1]
    ends = [first.start - left, last.start - left, right - first.end, right - last.end]
    if min(upright) - left < clearance or right - max(upright) < clearance:
        return None
    if max(ends) > _SAME_END:
        return None
    heights = [rule.at for rule in level]
    lowest = min((b - a for a, b in pairwise(heights) if b - a > clearance), default=0.0)
    return _Stretch(
        list(region), left, right, first.at, last.at, lowest, frozenset(upright), first.width
    )


def _is_as_wide(rule: Rule, one: _Stretch) -> bool:
    """Whether a rule reaches as far as those of a stretch, and is drawn like them."""
    return (
        abs(rule.start - one.left) <= _SAME_END
        and abs(rule.end - one.right) <= _SAME_END
        and abs(rule.width - one.width) <= _SAME_WIDTH
    )


def _goes_on(one: _Stretch, other: _Stretch, alone: Sequence[Rule]) -> bool:
    """Whether rows over all columns, and nothing else, lie between two stretches of a table.

    Where the one parts more columns than the other, its rules stand below the other's as well.
    """
    if abs(one.left - other.left) > _SAME_END or abs(one.right - other.right) > _SAME_END:
        return False
    fewer, more = sorted((one.uprights, other.uprights), key=len)
    if not all(any(abs(x - known) <= _SAME_END for known in more) for x in fewer):
        return False
    inner = [rule.at for rule in alone if _is_as_wide(rule, one)]
    heights = [one.bottom, *sorted(at for at in inner if one.bottom < at < other.top), other.top]
    return one.bottom < other.top and all(b - a <= _HIGHEST_ROW for a, b in pairwise(heights))


def _between(many: Sequence[_Stretch], alone: Sequence[Rule], prints: Prints) -> list[Rule]:
    """Return the rules as wide as the table that lie in it, and those of a row at either end."""
    first, last = many[0], many[-1]
    near = _LIKE_A_ROW * min(each.lowest for each in many)
    wide = [rule for rule in alone if _is_as_wide(rule, first)]
    found = [rule for rule in wide if first.top < rule.at < last.bottom]
    top, bottom = first.top, last.bottom
    for rule in sorted(wide, key=lambda rule: -rule.at):
        row = Box(rule.start, rule.at, rule.end, top)
        if 0 < top - rule.at <= near and prints(row):
            found.append(rule)
            top = rule.at
    for rule in sorted(wide, key=lambda rule: rule.at):
        row = Box(rule.start, bottom, rule.end, rule.at)
        if 0 < rule.at - bottom <= near and prints(row):
            found.append(rule)
            bottom = rule.at
    return found

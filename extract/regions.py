"""Rules that belong together: connected regions, found before anything is snapped.

A drawing beside a table would otherwise drag the table's rules out of place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import groupby
from operator import attrgetter

from crossfoot.extract.rules import Rule

_SAME_LINE = 0.8  # points two pieces of one rule may differ by; producers round to 0.24 at worst


def connected_regions(rules: list[Rule], reach: float) -> list[list[Rule]]:
    """Return the groups of rules that touch, each with level and upright rules in it.

    ``reach`` is how far, in points, a rule may stop short of the one it meets. Groups without both
    directions hold no grid and are left out.
    """
    pieces = join_collinear(rules, reach)
    level = sorted(
        (index for index, rule in enumerate(pieces) if rule.level),
        key=lambda index: pieces[index].at,
    )
    upright = [index for index, rule in enumerate(pieces) if not rule.level]
    parent = list(range(len(pieces)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    heights = [pieces[index].at for index in level]
    for first in upright:
        _, at, start, end, _ = pieces[first]
        low, high = bisect_left(heights, start - reach), bisect_right(heights, end + reach)
        for second in level[low:high]:
            other = pieces[second]
            if other.start - reach <= at <= other.end + reach:
                parent[root(first)] = root(second)
    groups: dict[int, list[Rule]] = defaultdict(list)
    for index, rule in enumerate(pieces):
        groups[root(index)].append(rule)
    return [
        group
        for group in groups.values()
        if any(rule.level for rule in group) and any(not rule.level for rule in group)
    ]


def join_collinear(rules: list[Rule], reach: float) -> list[Rule]:
    """Join the collinear pieces that producers draw cell by cell into whole rules."""
    result: list[Rule] = []
    by_direction = sorted(rules, key=lambda rule: (rule.level, rule.at, rule.start))
    for _, same_direction in groupby(by_direction, key=attrgetter("level")):
        line: list[Rule] = []
        for rule in same_direction:
            if line and rule.at - line[0].at > _SAME_LINE:
                result.extend(_join_line(line, reach))
                line = []
            line.append(rule)
        result.extend(_join_line(line, reach))
    return result


def _join_line(line: list[Rule], reach: float) -> list[Rule]:
    joined: list[Rule] = []
    for rule in sorted(line, key=attrgetter("start")):
        if joined and rule.start <= joined[-1].end + reach:
            last = joined[-1]
            longer = last if last.end - last.start >= rule.end - rule.start else rule
            joined[-1] = Rule(
                last.level,
                longer.at,
                last.start,
                max(last.end, rule.end),
                max(last.width, rule.width),
            )
        else:
            joined.append(rule)
    return joined

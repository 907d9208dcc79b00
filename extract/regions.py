"""Rules that belong together: connected regions, found before anything is snapped.

A drawing beside a table would otherwise drag the table's rules out of place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from crossfoot.extract import compiled
from crossfoot.extract.rules import Rule

SAME_END = 3.0  # points the ends of a table's rules may differ by
_SAME_LINE = 0.8  # points two pieces of one rule may differ by; producers round to 0.24 at worst


def connected_regions(rules: list[Rule], reach: float) -> list[list[Rule]]:
    """Return the groups of rules that touch, each with level and upright rules in it.

    ``reach`` is how far, in points, a rule may stop short of the one it meets. Groups without both
    directions hold no grid and are left out.
    """
    if compiled.loops is not None:
        return compiled.loops.connect_rules(rules, reach, Rule)
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
    line: list[Rule] = []
    for rule in sorted(rules):  # by direction, place and start
        if line and (rule.level is not line[0].level or rule.at - line[0].at > _SAME_LINE):
            result.extend(_join_line(line, reach))
            line = []
        line.append(rule)
    if line:
        result.extend(_join_line(line, reach))
    return result


def _join_line(line: list[Rule], reach: float) -> list[Rule]:
    if len(line) == 1:
        return line
    joined: list[Rule] = []
    rest = sorted(line, key=attrgetter("start"))
    level, at, begin, end, width = rest[0]
    longest = end - begin
    for _, place, start, stop, wide in rest[1:]:
        if start <= end + reach:
            # The place of the longest piece holds, and of what was joined before.
            if stop - start > longest:
                at = place
            end = stop if stop > end else end
            longest = end - begin
            width = wide if wide > width else width
        else:
            joined.append(Rule(level, at, begin, end, width))
            at, begin, end, width = place, start, stop, wide
            longest = end - begin
    joined.append(Rule(level, at, begin, end, width))
    return joined


def meets(rule: Rule, upright: Sequence[Rule], reach: float) -> bool:
    """Whether a level rule meets one of the upright ones, or stops no more than *reach* short."""
    return any(
        rule.start - reach <= other.at <= rule.end + reach
        and other.start - reach <= rule.at <= other.end + reach
        for other in upright
    )


def level_stacks(level: Iterable[Rule], highest: float) -> Iterator[list[Rule]]:
    """Yield level rules of one width below each other, no farther apart than *highest* points."""
    waiting = sorted(level, key=lambda rule: rule.at)
    while waiting:
        stack, rest = [waiting[0]], list[Rule]()
        for rule in waiting[1:]:
            same = (
                abs(rule.start - stack[0].start) <= SAME_END
                and abs(rule.end - stack[0].end) <= SAME_END
                and rule.at - stack[-1].at <= highest
            )
            (stack if same else rest).append(rule)
        yield stack
        waiting = rest

"""From the rules of one region to edges, and to the corners where they meet.

The same answer as pdfplumber's ``merge_edges`` and ``edges_to_intersections``, which make a
dictionary of every edge and compare each with each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from crossfoot.extract import compiled
from crossfoot.extract.rules import Rule

Edge = tuple[float, float, float]  # where it stands across, where it starts and ends
Corner = tuple[float, float]
Meetings = dict[Corner, tuple[list[int], list[int]]]

_ROUNDING = 1e-6  # points


def merge_edges(rules: list[Rule], snap: float, reach: float) -> list[Edge]:
    """Return the rules of one direction as edges, sorted.

    Rules no more than *snap* apart stand at their mean; pieces of one line with no more than
    *reach* between them are one edge.
    """
    if compiled.loops is not None:
        return compiled.loops.merge_rules(rules, snap, reach)
    homes: dict[float, int] = {}
    home, last = -1, 0.0
    for at in sorted({rule.at for rule in rules}):
        if home < 0 or at > last + snap:
            home += 1
        homes[at] = home
        last = at
    sums, counts = [0.0] * (home + 1), [0] * (home + 1)
    for rule in rules:
        home = homes[rule.at]
        sums[home] += rule.at
        counts[home] += 1
    means = [total / count for total, count in zip(sums, counts, strict=True)]
    edges: list[Edge] = []
    before: Edge | None = None
    for at, start, end in sorted((means[homes[at]], start, end) for _, at, start, end, _ in rules):
        if before is not None and at == before[0] and start <= before[2] + reach:
            before = edges[-1] = (at, before[1], end if end > before[2] else before[2])
        else:
            before = at, start, end
            edges.append(before)
    return edges


def meet(upright: list[Edge], level: list[Edge], reach: float) -> Meetings:
    """Return for each corner the numbers of the upright and of the level edges that meet there.

    Edges meet that stop no more than *reach* short of each other.
    """
    meetings: Meetings = {}
    heights = [edge[0] for edge in level]
    for number, (x, top, bottom) in enumerate(upright):
        first = bisect_left(heights, top - reach - _ROUNDING)
        for other in range(first, bisect_right(heights, bottom + reach + _ROUNDING)):
            y, left, right = level[other]
            if (
                top <= y + reach
                and bottom >= y - reach
                and x >= left - reach
                and x <= right + reach
            ):
                uprights, levels = meetings.setdefault((x, y), ([], []))
                uprights.append(number)
                levels.append(other)
    return meetings

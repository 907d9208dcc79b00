"""Headings of a table told by print that stand over no print of their own column."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extract.chunks import Chunk
from crossfoot.extract.gaps import Band, Columns, Refusal

_ALIGNED = 1.6  # points; producers round to a quarter, and letters have bearings


def without_empty(bands: Sequence[Band], heading: int, columns: Columns) -> Columns:
    """Make a column with a heading alone one with its neighbour without: a heading set aside.

    Headings at one side of their columns and figures at the other stand in turn: then each goes
    with the neighbour that leaves none of them alone. Refuses where that is open.
    """
    headed, filled = (
        {
            columns.span(chunk)[0]
            for band in part
            for line in band.lines
            for chunk in line.chunks
            if columns.span(chunk)[1] - columns.span(chunk)[0] == 1
        }
        for part in (bands[:heading], bands[heading:])
    )
    count = len(columns.edges) - 1
    drop: set[int] = set()
    at = 0
    while at < count:
        end = at
        while end < count and (end in filled) != (end in headed):
            if end > at and (end in headed) == (end - 1 in headed):
                break
            end += 1
        if end - at > 1 and (end - at) % 2:
            raise Refusal("a heading stands between two columns")
        drop.update(range(at + 1, end, 2))
        at = max(end, at + 1)
    if not drop:
        return columns
    edges = tuple(edge for at, edge in enumerate(columns.edges) if at not in drop)
    slack = tuple(one for at, one in enumerate(columns.slack, 1) if at not in drop)
    return Columns(edges, slack)


def check_empty(bands: Sequence[Band], heading: int, columns: Columns) -> None:
    """Refuse where a heading over columns beside it looks like one over a column left blank.

    Then those beside it have theirs lower down. It is the blank column's own where it can be set
    over none of them in the way that others are.
    """
    tops: dict[int, float] = {}
    lows: dict[int, Chunk] = {}
    heads = [chunk for band in bands[:heading] for line in band.lines for chunk in line.chunks]
    for chunk in heads:
        for at in range(*columns.span(chunk)):
            tops[at] = min(tops.get(at, chunk.top), chunk.top)
            lows[at] = chunk
    filled = {
        columns.span(chunk)[0]
        for band in bands[heading:]
        for line in band.lines
        for chunk in line.chunks
    }
    for at, chunk in lows.items():
        lower = [
            near
            for near in (at - 1, at + 1)
            if tops.get(near, 0.0) > chunk.bottom - 0.1 * chunk.size
        ]
        if at in filled or not lower:
            continue
        if lower != [at - 1] or not _is_beside(at, heads, columns):
            raise Refusal(f"it is open which columns a heading stands over (“{chunk.text}”)")


def _is_beside(at: int, heads: Sequence[Chunk], columns: Columns) -> bool:
    """Whether the heading of a column can stand over none of those left of it.

    Set to the middle over them it would reach into the next column on the right, and to the right
    none is set: another as high ends left of what stands below it.
    """
    first = next(one for one in heads if columns.span(one)[0] == at)
    left = min((one.x0 for one in heads if columns.span(one)[0] == at - 1), default=first.x0)
    if at >= len(columns.slack) or first.x0 + first.x1 - left <= columns.slack[at].hi:
        return False
    uppers = [one for one in heads if one is not first and abs(one.base - first.base) <= 1]
    return any(
        upper.x1 < max(below, default=0.0) - _ALIGNED
        for upper in uppers
        if (below := [one.x1 for one in heads if one.top >= upper.bottom - 1 and _meet(upper, one)])
    )


def _meet(one: Chunk, other: Chunk) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1

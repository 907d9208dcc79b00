"""Headings of a table told by print that stand over no print of their own column."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extract.chunks import Chunk
from crossfoot.extract.gaps import Band, Columns, Refusal


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

    Then those beside it have theirs lower down.
    """
    tops: dict[int, float] = {}
    lows: dict[int, Chunk] = {}
    for band in bands[:heading]:
        for line in band.lines:
            for chunk in line.chunks:
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
        lower = any(
            tops.get(near, 0.0) > chunk.bottom - 0.1 * chunk.size for near in (at - 1, at + 1)
        )
        if at not in filled and lower:
            raise Refusal(f"it is open which columns a heading stands over (“{chunk.text}”)")

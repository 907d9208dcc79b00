"""Two rows of headings told by their heights, where those of one row alone stand in the middle.

A heading that reaches through both rows is set to the middle of them: it stands lower than the
upper headings and higher than the lower ones. So every heading as low as those has one above it,
and which it is follows from where the upper ones stand, if only one way fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.chunks import Chunk
from crossfoot.extract.gaps import Band, Columns, Corridor
from crossfoot.extract.groups import beside
from crossfoot.extract.heads import Plan, may_be_centred

# In font sizes where not said otherwise.
_LEVEL = 0.12  # baselines of one row of headings
_MIDDLE = 0.2  # that a heading may stand off the middle of both rows
_APART = 0.35  # at least between the middle and either row
_ALIGNED = 1.6  # points; producers round to a quarter, and letters have bearings
_EVEN = 0.8  # points that the ends of a column's figures may differ by
_UNLIKE = 2.0  # points that figures must differ in width, to show at which end they are set
_FEWEST = 2  # figures of a column, and lines of a heading
_LINES = 3  # of headings: the two rows, and those in the middle
_MANNERS = ("middle", "left", "right")

Span = tuple[int, int]  # the first column and the one after the last


class _Rows(NamedTuple):
    """The headings of both rows from the left, without those that reach through both."""

    uppers: list[Chunk]
    lowers: list[Chunk]


class _Upper(NamedTuple):
    """A heading of the upper row, and the columns in which its print stands."""

    chunk: Chunk
    span: Span


class _Set(NamedTuple):
    """How the print of columns is set: in which stretch left of it, and right, a heading may end.

    ``sure`` are the columns with their edges narrowed by where figures begin or end alike.
    """

    columns: Columns
    sure: Columns
    lefts: Sequence[Corridor]
    rights: Sequence[Corridor]


def plan_by_heights(
    heads: Sequence[Band], body: Sequence[Band], columns: Columns
) -> list[Plan] | None:
    """Plan the two rows of *heads*; ``None`` where heights do not tell them, or more ways fit."""
    lines = [line for band in heads for line in band.lines]
    chunks = [chunk for line in lines for chunk in line.chunks]
    rows = _rows_of(chunks, columns) if len(lines) >= _LINES else None
    if rows is None:
        return None
    lowers = [columns.span(one)[0] for one in rows.lowers]
    known = set(map(id, rows.uppers))
    told = _set_of(columns, [chunk for chunk in chunks if id(chunk) not in known], body)
    uppers = [_Upper(one, columns.span(one)) for one in rows.uppers]
    ways = {
        way
        for manner in _MANNERS
        for way in _ways([list(_choices(one, told, lowers, manner)) for one in uppers], lowers)
    }
    if len(ways) != 1:
        return None
    (way,) = ways
    if all(end - first == 1 for first, end in way):
        return None  # headings of two lines, perhaps
    low = max(chunk.bottom for chunk in rows.uppers)
    high = min(chunk.top for chunk in rows.lowers)
    if high < low - _MIDDLE * chunks[0].size:
        return None
    upper = [(first, end - first, 1) for first, end in way]
    upper += [(at, 1, 2) for at in range(len(columns.edges) - 1) if at not in lowers]
    lower = tuple((at, 1, 1) for at in lowers)
    top, bottom = min(one.top for one in chunks), max(one.bottom for one in chunks)
    return [Plan(top, low, tuple(sorted(upper))), Plan(high, bottom, lower)]


def are_lower(lowers: Sequence[Chunk], heads: Sequence[Band], columns: Columns) -> bool:
    """Whether no other headings than *lowers* are as low as those of the lower row.

    So it is where heights do not tell the rows.
    """
    chunks = [chunk for band in heads for line in band.lines for chunk in line.chunks]
    rows = _rows_of(chunks, columns)
    return rows is None or set(rows.lowers) <= set(lowers)


def _rows_of(chunks: Sequence[Chunk], columns: Columns) -> _Rows | None:
    """Tell the two rows, if heights tell them: other headings stand in the middle, some of a line.

    Lines of one heading stand below each other in one column.
    """
    stacks: dict[int, list[Chunk]] = {}
    over: list[Chunk] = []
    for chunk in sorted(chunks, key=lambda one: one.base):
        first, end = columns.span(chunk)
        if end - first == 1:
            stacks.setdefault(first, []).append(chunk)
        else:
            over.append(chunk)
    count = len(columns.edges) - 1
    high, size = min(one.base for one in chunks), chunks[0].size
    if len(stacks) < count or any(one.base - high > _LEVEL * size for one in over):
        return None
    reached = _reached(stacks, size)
    if reached is None:
        return None
    lows = {at: stack for at, stack in stacks.items() if at not in reached}
    if not lows:
        return None
    low = max(one.base for stack in lows.values() for one in stack)
    uppers = list(over)
    for stack in lows.values():
        uppers += stack[:-1]
        if len(stack) > _FEWEST or low - stack[-1].base > _LEVEL * size:
            return None
    if not uppers or any(one.base - high > _LEVEL * size for one in uppers):
        return None
    middle = (high + low) / 2
    single = [stack[0].base for at, stack in stacks.items() if at in reached and len(stack) == 1]
    if not any(abs(base - middle) <= _MIDDLE * size for base in single):
        return None
    if middle - high < _APART * size:
        return None
    uppers.sort(key=lambda one: one.x0)
    return _Rows(uppers, [lows[at][-1] for at in sorted(lows)])


def _reached(stacks: dict[int, list[Chunk]], size: float) -> set[int] | None:
    """Return the columns whose heading stands in the middle of all; ``None`` where that is open.

    Of two lines that stand as high as the two rows one may be above the other: they are no such.
    """
    low = max((stack[-1].base for stack in stacks.values() if len(stack) <= _FEWEST), default=None)
    if low is None:
        return None
    high = min(one.base for stack in stacks.values() for one in stack)
    reached = set()
    for at, stack in stacks.items():
        off = (stack[0].base + stack[-1].base - high - low) / 2
        as_rows = len(stack) == _FEWEST and stack[0].base - high <= _LEVEL * size
        if abs(off) <= _MIDDLE * size and not as_rows:
            reached.add(at)
    return reached


def _set_of(columns: Columns, heads: Sequence[Chunk], body: Sequence[Band]) -> _Set:
    """Tell how the print of columns is set, by their figures and by *heads*, one over one column.

    The edge right of figures that end below each other stands no more than half of the room to the
    next column away: as much padding is on their other side.
    """
    count = len(columns.edges) - 1
    figures = _printed(
        (one for band in body for line in band.lines for one in line.chunks), columns
    )
    printed = [one + other for one, other in zip(figures, _printed(heads, columns), strict=True)]
    starts = [min(one.x0 for one in column) for column in printed]
    stops = [max(one.x1 for one in column) for column in printed]
    lefts = [_even([one.x0 for one in column], column) for column in figures]
    rights = [_even([one.x1 for one in column], column) for column in figures]
    inner = range(count - 1)
    begun = [left - stops[at] for at in inner if (left := lefts[at + 1]) is not None]
    ended = [starts[at + 1] - right for at in inner if (right := rights[at]) is not None]
    rooms = [Corridor(stops[at], starts[at + 1]) for at in inner]
    slack = []
    for at, (lo, hi) in enumerate(rooms):
        right, left = rights[at], lefts[at + 1]
        most = hi if right is None else min(hi, max(lo, right + min(ended) / 2))
        least = lo if left is None else max(lo, min(hi, left - min(begun) / 2))
        slack.append(Corridor(least, most) if least <= most else Corridor(lo, hi))
    wide = columns._replace(slack=tuple(rooms))
    begin, end = (
        [Corridor(x, x) if x is not None else None for x in side] for side in (lefts, rights)
    )
    return _Set(
        wide,
        columns._replace(slack=tuple(slack)),
        [one or Corridor(beside(at, wide)[0], starts[at]) for at, one in enumerate(begin)],
        [one or Corridor(stops[at], beside(at + 1, wide)[1]) for at, one in enumerate(end)],
    )


def _printed(chunks: Iterable[Chunk], columns: Columns) -> list[list[Chunk]]:
    """Return the print of each column alone."""
    printed: list[list[Chunk]] = [[] for _ in columns.edges[1:]]
    for chunk in chunks:
        first, end = columns.span(chunk)
        if end - first == 1:
            printed[first].append(chunk)
    return printed


def _even(ends: Sequence[float], column: Sequence[Chunk]) -> float | None:
    """Return where the print of a column ends, if all does, and is not all of one width."""
    widths = [one.wide for one in column]
    if len(ends) < _FEWEST or max(widths) - min(widths) < _UNLIKE:
        return None
    return max(ends) if max(ends) - min(ends) <= _EVEN else None


def _choices(one: _Upper, told: _Set, lowers: Sequence[int], manner: str) -> Iterator[Span]:
    """Yield the columns of lower headings that an upper one may stand over.

    All that stand over several do so in one manner.
    """
    for at, start in enumerate(lowers):
        for stop in _stops(lowers[at:]):
            if start <= one.span[0] and stop >= one.span[1]:
                manners = (manner,) if stop - start > 1 else _MANNERS
                if any(_stands_over(one.chunk, (start, stop), told, each) for each in manners):
                    yield start, stop


def _stops(lowers: Sequence[int]) -> Iterator[int]:
    """Yield where a stretch of columns beside each other may end."""
    yield lowers[0] + 1
    for before, after in pairwise(lowers):
        if after != before + 1:
            return
        yield after + 1


def _stands_over(chunk: Chunk, over: Span, told: _Set, manner: str) -> bool:
    """Whether a heading stands in the room of columns, in their middle or at one side of them."""
    start, stop = over
    (lo, _), (_, hi) = beside(start, told.columns), beside(stop, told.columns)
    if chunk.x0 < lo or chunk.x1 > hi:
        return False
    if manner == "middle":
        return may_be_centred(chunk.x0, chunk.x1, over, told.sure)
    x, room = (
        (chunk.x0, told.lefts[start]) if manner == "left" else (chunk.x1, told.rights[stop - 1])
    )
    return room.lo - _ALIGNED <= x <= room.hi + _ALIGNED


def _ways(choices: Sequence[Sequence[Span]], lowers: Sequence[int]) -> Iterator[tuple[Span, ...]]:
    """Yield the ways in which the upper headings stand over all the lower ones, each over some."""
    if not choices:
        if not lowers:
            yield ()
        return
    for span in choices[0]:
        if lowers and span[0] == lowers[0]:
            rest = [at for at in lowers if at >= span[1]]
            for way in _ways(choices[1:], rest):
                yield (span, *way)

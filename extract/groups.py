"""Headings over groups of columns that all hold the same: Target, Actual, Target, Actual.

Where a heading stands over its group, at its side or in its middle, does not tell how far it
reaches. That the headings below repeat does: as many times as there are headings above, one over
each group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.gaps import Band, Columns, is_value
from crossfoot.extract.heads import Plan, may_be_centred

_NEXT_LEVEL = (0.85, 4.0)  # font sizes between the baselines of two levels of headings
_LEADING = 1.45  # font sizes at most between lines of one heading
_LEVEL = 0.4  # font sizes between baselines of one level
_FEWEST = 2  # groups, and columns of one
_ALIGNED = 0.6  # points
_PADDINGS = 20.0  # points: those of a cell, 8 at most on each side, and a blank
_NARROWEST = 0.8  # points between two columns


class Groups(NamedTuple):
    """The headings over groups of columns: ``upper`` over ``many`` columns each, ``lower`` below.

    ``lines`` are all of the headings; ``bands`` is how many bands they fill.
    """

    upper: tuple[Chunk, ...]
    lower: tuple[Chunk, ...]
    many: int
    lines: tuple[PrintLine, ...]
    bands: int


def repeated_groups(bands: Sequence[Band], heading: int, *, ruled: bool) -> Iterator[Groups]:
    """Yield the groups that the headings of a table may repeat, for each choice of what is above.

    Where nothing is *ruled* the lines below the lower headings are not theirs.
    """
    lines = [line for band in bands[:heading] for line in band.lines]
    for at, upper, lower, many in _levels(lines):
        end = len(lines) if ruled else at + 1
        goes_on = end < len(lines) and lines[end].base - lines[at].base <= (
            _LEADING * lines[at].size
        )
        if not goes_on:
            yield Groups(tuple(upper), tuple(lower), many, tuple(lines[:end]), heading)


def _levels(lines: Sequence[PrintLine]) -> Iterator[tuple[int, list[Chunk], list[Chunk], int]]:
    """Yield where a line of repeated headings stands, and as many headings of a line above."""
    for at, line in enumerate(lines):
        if at == 0 or any(map(is_value, line.chunks)):
            continue
        for start, many, times in _repeats([chunk.text.casefold() for chunk in line.chunks]):
            lower = list(line.chunks[start : start + many * times])
            near, far = (step * line.size for step in _NEXT_LEVEL)
            for above in lines[:at]:
                if near <= line.base - above.base <= far:
                    for first in range(len(above.chunks) - times + 1):
                        yield at, list(above.chunks[first : first + times]), lower, many


def _repeats(texts: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield where texts begin to repeat, in any order, how many do, and how many times.

    Nothing of what repeats stands once more beside them, and none of them is said twice in one.
    """
    for many in range(_FEWEST, len(texts) // _FEWEST + 1):
        for start in range(len(texts) - many * _FEWEST + 1):
            first = sorted(texts[start : start + many])
            times = 1
            while sorted(texts[start + times * many : start + (times + 1) * many]) == first:
                times += 1
            beside = {*texts[:start], *texts[start + times * many :]}
            if times >= _FEWEST and len(set(first)) == many and beside.isdisjoint(first):
                yield start, many, times


def without_upper(bands: Sequence[Band], groups: Groups) -> list[Band]:
    """Return the bands without the headings over groups, which are no column's own."""
    return without_chunks(bands, groups.bands, set(map(id, groups.upper)))


def without_chunks(bands: Sequence[Band], heading: int, upper: set[int]) -> list[Band]:
    """Return the bands, the first *heading* of them without the print of the ids *upper*."""
    result = []
    for band in bands[:heading]:
        lines = [
            line._replace(chunks=tuple(one for one in line.chunks if id(one) not in upper))
            for line in band.lines
        ]
        kept = tuple(line for line in lines if line.chunks)
        if kept:
            result.append(band._replace(lines=kept))
    return [*result, *bands[heading:]]


def plan_groups(bands: Sequence[Band], groups: Groups, columns: Columns) -> list[Plan] | None:
    """Plan the two heading rows; ``None`` where the headings do not stand over their groups."""
    spans = [columns.span(chunk) for chunk in groups.lower]
    first, end = spans[0][0], spans[-1][1]
    if spans != [(at, at + 1) for at in range(first, end)]:
        return None
    over = [(at, at + groups.many) for at in range(first, end, groups.many)]
    printed = [one for band in bands for line in band.lines for one in line.chunks]
    ends = min(one.x0 for one in printed), max(one.x1 for one in printed)
    within = columns._replace(edges=(ends[0], *columns.edges[1:-1], ends[1]))
    if not _stand_over(groups, over, within) or not _stand_alone(groups, (first, end), columns):
        return None
    chunks = [chunk for line in groups.lines for chunk in line.chunks]
    top, bottom = min(one.top for one in chunks), max(one.bottom for one in chunks)
    low = max(chunk.bottom for chunk in groups.upper)
    high = min(chunk.top for chunk in groups.lower)
    rule = next((band.bottom for band in bands[: groups.bands - 1] if low <= band.bottom), None)
    down = 1 if rule is not None and rule <= high + 1 else 2
    beside = [at for at in range(len(columns.edges) - 1) if not first <= at < end]
    upper = [(start, stop - start, 1) for start, stop in over]
    upper += [(at, 1, down) for at in beside]
    lower = [(at, 1, 1) for at in range(first, end)]
    lower += [(at, 1, 1) for at in beside if down == 1]
    return [Plan(top, low, tuple(sorted(upper))), Plan(high, bottom, tuple(sorted(lower)))]


def _stand_over(groups: Groups, over: Sequence[tuple[int, int]], columns: Columns) -> bool:
    """Whether each heading stands over its group and no other, all of them in one manner.

    At the left none begins right of what its group prints, at the right none ends left of it, and
    in the middle it stands over print of the first column, or of one of three: over the second of
    two alone it may be that one's.
    """
    manners = {0, 1, 2}
    for chunk, (start, end) in zip(groups.upper, over, strict=True):
        printed = [_printed(at, columns) for at in range(start, end)]
        (_, left), (right, _) = beside(start, columns), beside(end, columns)
        before, after = beside(start, columns)[0], beside(end, columns)[1]
        if chunk.x0 < before or chunk.x1 > after:
            return False
        meets = chunk.x0 < printed[0][1] and printed[0][0] < chunk.x1
        centred = may_be_centred(chunk.x0, chunk.x1, (start, end), columns)
        so = (
            chunk.x0 <= left + _ALIGNED,
            chunk.x1 >= right - _ALIGNED,
            centred and (meets or (end - start) % 2 == 1),
        )
        manners &= {at for at, is_so in enumerate(so) if is_so}
    return bool(manners) and all(one.x1 <= other.x0 for one, other in pairwise(groups.upper))


def beside(at: int, columns: Columns) -> tuple[float, float]:
    """Return where the print ends left of an edge of a column, and where it begins right of it."""
    inner = 0 < at < len(columns.edges) - 1
    return columns.slack[at - 1] if inner else (columns.edges[at], columns.edges[at])


def _printed(at: int, columns: Columns) -> tuple[float, float]:
    return beside(at, columns)[1], beside(at + 1, columns)[0]


def parted(groups: Groups, columns: Columns) -> Columns | None:
    """Return the columns, those of two groups parted between their headings too.

    ``None`` where nothing is left between them.
    """
    first = columns.span(groups.lower[0])[0]
    edges, slack = list(columns.edges), list(columns.slack)
    for number, chunk in enumerate(groups.upper):
        start, end = first + number * groups.many, first + (number + 1) * groups.many
        if start:
            slack[start - 1] = slack[start - 1]._replace(hi=min(slack[start - 1].hi, chunk.x0))
        if end < len(edges) - 1:
            slack[end - 1] = slack[end - 1]._replace(lo=max(slack[end - 1].lo, chunk.x1))
    edges[1:-1] = [one.middle for one in slack]
    edges[0] = min(edges[0], groups.upper[0].x0 - 1)
    edges[-1] = max(edges[-1], groups.upper[-1].x1 + 1)
    narrow = any(one.hi - one.lo < _NARROWEST for one in slack)
    return None if narrow else Columns(tuple(edges), tuple(slack))


def _stand_alone(groups: Groups, over: tuple[int, int], columns: Columns) -> bool:
    """Whether no other heading stands over the groups, and none of theirs goes on.

    A heading that breaks before its last word looks like one over two columns: then those beside it
    of one line stand as low as that word, and it had no room for both.
    """
    first, end = over
    known = set(map(id, (*groups.upper, *groups.lower)))
    others = [chunk for line in groups.lines for chunk in line.chunks if id(chunk) not in known]
    for chunk in others:
        begin, stop = columns.span(chunk)
        if stop > first and begin < end:
            below = 0 < chunk.base - groups.lower[0].base <= _LEADING * chunk.size
            if not below or stop - begin > 1:
                return False
        elif stop - begin > 1:
            return False
    low = groups.lower[0].base
    level = all(abs(chunk.base - low) < _LEVEL * chunk.size for chunk in others)
    return not level or not _may_be_one(groups)


def _may_be_one(groups: Groups) -> bool:
    """Whether headings stand over the first of each group as the first line of its own would."""
    firsts, nexts = groups.lower[:: groups.many], groups.lower[1 :: groups.many]
    return all(
        min(
            abs(one.x0 - other.x0),
            abs(one.x1 - other.x1),
            abs(one.x0 + one.x1 - other.x0 - other.x1) / 2,
        )
        < _LEVEL
        for one, other in zip(groups.upper, firsts, strict=True)
    ) and any(
        one.wide + other.wide + _PADDINGS > after.x0 - other.x0
        for one, other, after in zip(groups.upper, firsts, nexts, strict=True)
    )

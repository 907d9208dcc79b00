"""Tables below each other in one region, each under a title or headings that space sets off.

Where no order of painting parts them their lines do: a lone line with more space above it than rows
have between them, then headings, then rows; or headings with more space above them than any of the
lines below has, as under a key of icons. Each of the tables must then be told by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from crossfoot.extract.chunks import PrintLine
from crossfoot.extract.gaps import is_value, without_months
from crossfoot.extract.told_parts import parted_at
from crossfoot.extract.tracts import Region

_SET_OFF = 1.25  # times the distance between rows, above a title
_FEWEST_ROWS = 2
_FEWEST_HEADINGS = 3
_MOST_HEADINGS = 3  # rows of them
_FEWEST_APART = 4  # headings that no title stands over
_LOOKED_AT = 10  # lines
_HALF_LINE = 0.85  # font sizes; lines nearer than this stand beside each other


def spaced_parts(region: Region) -> list[Region]:
    """Return the tables of a region, from the top; none where it is not parted."""
    lines = [line for band in region.bands for line in band.lines]
    return parted_at(region, list(_cuts(lines)))


def _cuts(lines: Sequence[PrintLine]) -> Iterator[tuple[int, int]]:
    """Yield where a table ends and where the headings of the next begin, by numbers of lines."""
    steps = [below.base - above.base for above, below in pairwise(lines) if _is_row(above, below)]
    off = _SET_OFF * median(steps) if steps else float("inf")
    at, rows = 0, 0
    while at < len(lines):
        if len(lines[at].chunks) > 1:
            begin = _above_titles(lines, at)
            if begin >= _FEWEST_ROWS and _stands_apart(lines, begin, at):
                start = _first_line(lines, begin, at)
                yield _below_widest(lines, begin, start), start
                rows = 0
            rows += _has_value(lines[at])
            at += 1
            continue
        begin = at
        while at < len(lines) and len(lines[at].chunks) == 1 and not _has_value(lines[at]):
            at += 1
        if at == begin:
            at += 1
            continue
        apart = begin > 0 and lines[begin].base - lines[begin - 1].base > off
        if apart and rows >= _FEWEST_ROWS and _begins_table(lines, at):
            yield begin, _first_line(lines, begin, at)
            rows = 0
            at += 1  # the headings stand apart from their own title


def _is_row(above: PrintLine, below: PrintLine) -> bool:
    return all(len(line.chunks) > 1 and _has_value(line) for line in (above, below))


def _above_titles(lines: Sequence[PrintLine], at: int) -> int:
    """The number of the first of the lone lines right above a line, or its own."""
    while at > 0 and len(lines[at - 1].chunks) == 1 and not _has_value(lines[at - 1]):
        at -= 1
    return at


def _first_line(lines: Sequence[PrintLine], begin: int, at: int) -> int:
    """The number of the first line of headings, of which the first with several pieces is *at*.

    A lone line nearer above it than lines stand is of a heading set around the middle of others;
    the lone lines there begin at *begin*.
    """
    while at > begin and lines[at].base - lines[at - 1].base < _HALF_LINE * lines[at].size:
        at -= 1
    return at


def _below_widest(lines: Sequence[PrintLine], begin: int, at: int) -> int:
    """The number of the line below the widest space above headings *at* and the lone lines there.

    Of those, from *begin* on, the ones above it are the last of a wrapped name.
    """
    return max(range(begin, at + 1), key=lambda each: lines[each].base - lines[each - 1].base)


def _stands_apart(lines: Sequence[PrintLine], begin: int, at: int) -> bool:
    """Whether headings begin at a line, farther from what is above than any lines below are.

    Their titles begin at the line *begin*.
    """
    if len(lines[at].chunks) < _FEWEST_APART or _has_value(lines[at]):
        return False
    above = lines[begin - 1 : at + 1]
    gap = max(lower.base - upper.base for upper, lower in pairwise(above))
    below = lines[at : at + _LOOKED_AT]
    steps = [lower.base - upper.base for upper, lower in pairwise(below)]
    if len(steps) < _FEWEST_ROWS or gap <= _SET_OFF * max(steps):
        return False
    return any(map(_has_value, below[1 : 1 + _MOST_HEADINGS]))


def _begins_table(lines: Sequence[PrintLine], at: int) -> bool:
    """Whether headings begin at a line, with rows of figures right below them."""
    depth = 0
    while at + depth < len(lines) and not _has_value(lines[at + depth]):
        depth += 1
    heads = lines[at : at + depth]
    if (
        not 0 < depth <= _MOST_HEADINGS
        or max(len(line.chunks) for line in heads) < _FEWEST_HEADINGS
    ):
        return False
    below = lines[at + depth : at + depth + _FEWEST_ROWS]
    return len(below) == _FEWEST_ROWS and _has_value(below[0])


def _has_value(line: PrintLine) -> bool:
    """Whether a figure, a date or a code stands on a line; months may be headings."""
    return any(map(is_value, without_months(line.chunks)))

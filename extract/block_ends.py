"""Where one of several blocks below each other ends, and the next begins with its name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.chunks import PrintLine
from crossfoot.extract.gaps import Refusal

SAME_PLACE = 1.0  # points; producers round to a quarter
WIDER = 1.25  # times, that the space between blocks is at least wider than those in them
LIKE = 0.12  # font sizes that two spaces may differ by and be alike
LEADING = 1.45  # font sizes at most between lines of one text
OPEN = "it is open where one of its blocks ends and the next begins"
_MORE = 0.75  # points that the space above names is wider; producers round to a quarter
_SIZE = 0.05  # of the font size, that lines of one block's name may differ by
_LONGEST = 20  # lines of one block
_PAIR = 2  # lines: the last of a block, and the name of the next
_EVIDENCE = 3  # of five: what shows that a line is a title


class NoBlocks(Refusal):
    """What prints again heads other tables than one small one for each indicator."""


class Head(NamedTuple):
    """Where the words that begin each block stand: the first of their lines and the last."""

    first: int
    last: int


def steps_of(lines: Sequence[PrintLine]) -> list[float]:
    """Return the distance of each line but the last to the next one's, in font sizes."""
    return [
        (below.base - above.base) / max(above.size, below.size) for above, below in pairwise(lines)
    ]


def ends_of(lines: Sequence[PrintLine], heads: Sequence[Head]) -> list[int]:
    """Return the last line of each block of those that begin at *heads*.

    Raises :class:`Refusal` where it is open, :class:`NoBlocks` where one is too long.
    """
    steps = steps_of(lines)
    titles = _titles(lines, heads)
    ends: list[int] = []
    within = 0.0  # the widest space in the blocks
    notes = LEADING  # and above lone lines at their left edge
    for head, after in pairwise(heads):
        if after.first - head.last > _LONGEST:
            raise NoBlocks("too much stands below its headings")
        end = _end_of(lines[: after.first], steps, head.last, titles)
        ends.append(end)
        for at in range(head.last, end):
            within = max(within, steps[at])
            if _is_note(lines[at + 1], lines[head.first]):
                notes = max(notes, steps[at])
    last = heads[-1].last
    head_line = lines[heads[-1].first]
    while last < len(steps):
        widest = notes if _is_note(lines[last + 1], head_line) else within
        if steps[last] > widest + LIKE:
            break
        last += 1
    return [*ends, last]


class Titles(NamedTuple):
    """What is known of the lone lines right above the words that begin blocks.

    ``first`` says that such a line stands above the first block as well, as near as above all,
    ``last`` that none stands below the last, ``apart`` that they are set larger than all else or
    left of it.
    """

    first: bool
    last: bool
    apart: bool


def _end_of(
    lines: Sequence[PrintLine], steps: Sequence[float], head: int, titles: Titles | None
) -> int:
    """Return the last line of a block; the words that begin the next stand below *lines*.

    It stands above the widest space. One that is not much wider than all others is told where the
    line below it is a title, nearer to what begins than to what ends: of a line that ends blocks
    the first has none above and the last has one below, and it is set like the rest. One of these
    may be missing: a page end cuts off a name.
    """
    between = range(head, len(lines))
    end = max(between, key=lambda at: steps[at])
    rest = max((steps[at] for at in between if at != end), default=0.0)
    if end != head and steps[end] >= WIDER * rest:
        return end
    above = len(lines) - _PAIR
    widest = end == above and (steps[end] - rest) * lines[-1].size > _MORE
    nearer = (steps[above] - steps[above + 1]) * lines[-1].size > _MORE
    much = steps[above] >= WIDER * steps[above + 1]
    if titles is None or above <= head or not nearer or sum((*titles, widest, much)) < _EVIDENCE:
        raise Refusal(OPEN)
    return above


def _titles(lines: Sequence[PrintLine], heads: Sequence[Head]) -> Titles | None:
    """Return what is known of the lines right above *heads*; None where they are not alike."""
    above = [lines[head.first - 1] for head in heads if head.first]
    names = above[1:] if len(above) == len(heads) else above
    down = [lines[head.first].base - name.base for head, name in zip(heads[1:], names, strict=True)]
    name = names[0]
    if max(down) - min(down) > SAME_PLACE or not all(
        len(one.chunks) == 1 and same_edge(one, name) for one in names
    ):
        return None
    first = (
        len(above) == len(heads)
        and len(above[0].chunks) == 1
        and same_edge(above[0], name)
        and abs(lines[heads[0].first].base - above[0].base - down[0]) <= SAME_PLACE
    )
    over = max(lines[head.first - 1].base - lines[head.first - _PAIR].base for head in heads[1:])
    last = not any(
        same_edge(below, name) and below.base - line.base <= over + SAME_PLACE
        for line, below in pairwise(lines[heads[-1].last :])
        if len(below.chunks) == 1
    )
    rest = [line for line in lines[heads[0].first : heads[-1].last + 1] if line not in names]
    larger = name.size > (1 + _SIZE) * max(line.size for line in rest)
    left = name.chunks[0].x0 < min(line.chunks[0].x0 for line in rest) - SAME_PLACE
    return Titles(first, last, larger or left)


def alike(one: PrintLine, other: PrintLine) -> bool:
    return abs(one.size - other.size) <= _SIZE * other.size


def same_edge(one: PrintLine, other: PrintLine) -> bool:
    return alike(one, other) and abs(one.chunks[0].x0 - other.chunks[0].x0) <= SAME_PLACE


def _is_note(line: PrintLine, head: PrintLine) -> bool:
    """Whether a line is alone and begins where the first word of a block's *head* does, or left."""
    return len(line.chunks) == 1 and line.chunks[0].x0 <= head.chunks[0].x0 + SAME_PLACE

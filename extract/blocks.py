"""Blocks below each other that print the same words: a small table or a form for each indicator.

What prints again at the same place is heading or label, what stands between changes. Where one
block ends and the next begins is told by the widest space between two of their headings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.gaps import Band, Columns, Refusal
from crossfoot.extract.grid import Grid
from crossfoot.extract.heads import Plan
from crossfoot.extract.laid import lay_out

SAME_PLACE = 1.0  # points; producers round to a quarter
_WIDER = 1.25  # times, that the space between blocks is at least wider than those in them
_MORE = 0.75  # points that the space above names is wider; producers round to a quarter
_LIKE = 0.12  # font sizes that two spaces may differ by and be alike
LEADING = 1.45  # font sizes at most between lines of one text
_SIZE = 0.05  # of the font size, that lines of one block's name may differ by
_LONGEST = 20  # lines of one block
_AROUND = 2.0  # points from the print to the side of a block
_PAIR = 2
_EVIDENCE = 3  # of five: what shows that a line is a title
_OPEN = "it is open where one of its blocks ends and the next begins"


class NoBlocks(Refusal):
    """What prints again heads other tables than one small one for each indicator."""


class Head(NamedTuple):
    """Where the words that begin each block stand: the first of their lines and the last."""

    first: int
    last: int


class Block(NamedTuple):
    """The lines of one block: its name above the words that print again, those, and the rest."""

    names: tuple[PrintLine, ...]
    head: tuple[PrintLine, ...]
    body: tuple[PrintLine, ...]

    @property
    def lines(self) -> tuple[PrintLine, ...]:
        return self.names + self.head + self.body


class Told(NamedTuple):
    """A block and its grid, or why it has none."""

    block: Block
    grid: Grid | None
    why: str = ""


def steps_of(lines: Sequence[PrintLine]) -> list[float]:
    """Return the distance of each line but the last to the next one's, in font sizes."""
    return [
        (below.base - above.base) / max(above.size, below.size) for above, below in pairwise(lines)
    ]


def blocks_of(lines: Sequence[PrintLine], heads: Sequence[Head]) -> list[Block]:
    """Part the *lines* of a page into the blocks that begin at *heads*, two at least.

    Raises :class:`Refusal` where no space between two blocks is wider than all within them.
    """
    steps = steps_of(lines)
    titles = _titles(lines, heads)
    ends: list[int] = []  # of each block but the last, its last line
    over = within = 0.0  # the widest spaces above the heads, and in the blocks
    for head, after in pairwise(heads):
        if after.first - head.last > _LONGEST:
            raise NoBlocks("too much stands below its headings")
        end = _end_of(lines[: after.first], steps, head.last, titles)
        ends.append(end)
        over = max([over, *(steps[at] for at in range(end + 1, after.first))])
        within = max([within, *(steps[at] for at in range(head.last, end))])
    names = [
        line
        for end, head in zip(ends, heads[1:], strict=True)
        for line in lines[end + 1 : head.first]
    ]
    starts = [_first_line(lines[: heads[0].first], steps, names, over), *(end + 1 for end in ends)]
    if len(names) == len(ends):  # one line each: what stands above the first of them is none
        starts[0] = max(starts[0], _first_of_text(lines, heads[0].first - 1))
    ends.append(_last_line(steps, heads[-1].last, within))
    return [
        Block(
            tuple(lines[start : head.first]),
            tuple(lines[head.first : head.last + 1]),
            tuple(lines[head.last + 1 : end + 1]),
        )
        for start, head, end in zip(starts, heads, ends, strict=True)
    ]


def _first_of_text(lines: Sequence[PrintLine], at: int) -> int:
    """Return the first line of the text, the last line of which is the one at *at*."""
    while at and len(texts_of(lines[at - 1 : at + 1])) == 1:
        at -= 1
    return at


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
    if end != head and steps[end] >= _WIDER * rest:
        return end
    above = len(lines) - _PAIR
    widest = end == above and (steps[end] - rest) * lines[-1].size > _MORE
    nearer = (steps[above] - steps[above + 1]) * lines[-1].size > _MORE
    much = steps[above] >= _WIDER * steps[above + 1]
    if titles is None or above <= head or not nearer or sum((*titles, widest, much)) < _EVIDENCE:
        raise Refusal(_OPEN)
    return above


def _titles(lines: Sequence[PrintLine], heads: Sequence[Head]) -> Titles | None:
    """Return what is known of the lines right above *heads*; None where they are not alike."""
    above = [lines[head.first - 1] for head in heads if head.first]
    names = above[1:] if len(above) == len(heads) else above
    down = [lines[head.first].base - name.base for head, name in zip(heads[1:], names, strict=True)]
    name = names[0]
    if max(down) - min(down) > SAME_PLACE or not all(
        len(one.chunks) == 1 and _same_edge(one, name) for one in names
    ):
        return None
    first = (
        len(above) == len(heads)
        and len(above[0].chunks) == 1
        and _same_edge(above[0], name)
        and abs(lines[heads[0].first].base - above[0].base - down[0]) <= SAME_PLACE
    )
    over = max(lines[head.first - 1].base - lines[head.first - _PAIR].base for head in heads[1:])
    last = not any(
        _same_edge(below, name) and below.base - line.base <= over + SAME_PLACE
        for line, below in pairwise(lines[heads[-1].last :])
        if len(below.chunks) == 1
    )
    rest = [line for line in lines[heads[0].first : heads[-1].last + 1] if line not in names]
    larger = name.size > (1 + _SIZE) * max(line.size for line in rest)
    left = name.chunks[0].x0 < min(line.chunks[0].x0 for line in rest) - SAME_PLACE
    return Titles(first, last, larger or left)


def _first_line(
    above: Sequence[PrintLine], steps: Sequence[float], names: Sequence[PrintLine], over: float
) -> int:
    """Return the first line of the name that stands *above* the first block, or where that begins.

    Those of other blocks are the lines *names*, no farther apart than *over*.
    """
    at = len(above)
    while at and any(_same_edge(above[at - 1], name) for name in names):
        if steps[at - 1] > over + _LIKE:
            if steps[at - 1] < _WIDER * over:
                raise Refusal(_OPEN)
            break
        at -= 1
    return at


def _alike(one: PrintLine, other: PrintLine) -> bool:
    return abs(one.size - other.size) <= _SIZE * other.size


def _last_line(steps: Sequence[float], head: int, within: float) -> int:
    """Return the last line of the last block; in others lines stand no farther than *within*."""
    at = head
    while at < len(steps) and steps[at] <= within + _LIKE:
        at += 1
    return at


def texts_of(lines: Sequence[PrintLine]) -> list[list[PrintLine]]:
    """Return lines of one piece each that are one text: near each other and equally large."""
    found: list[list[PrintLine]] = []
    for line in lines:
        before = found[-1][-1] if found else None
        near = before is not None and line.base - before.base <= LEADING * line.size
        lone = before is not None and len(before.chunks) == len(line.chunks) == 1
        if before is not None and near and lone and _same_edge(before, line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _same_edge(one: PrintLine, other: PrintLine) -> bool:
    return _alike(one, other) and abs(one.chunks[0].x0 - other.chunks[0].x0) <= SAME_PLACE


def plan_across(lines: Sequence[PrintLine], columns: Columns) -> Plan:
    """Plan a row of print that heads no columns: one cell over all, or each piece to the next.

    Raises :class:`Refusal` where two pieces begin in one column or one runs into the next.
    """
    top, bottom = lines[0].top, lines[-1].bottom
    count = len(columns.edges) - 1
    chunks = lines[0].chunks
    starts = [0, *(columns.span(chunk)[0] for chunk in chunks[1:])]
    ends = [*starts[1:], count]
    for chunk, start, end in zip(chunks, starts, ends, strict=True):
        if end <= start or columns.span(chunk)[1] > end:
            raise Refusal("what stands over its columns is open")
    cells = tuple((start, end - start, 1) for start, end in zip(starts, ends, strict=True))
    return Plan(top, bottom, cells)


def widened(columns: Columns, lines: Sequence[PrintLine]) -> Columns:
    """Return columns whose outer edges hold all *lines*."""
    chunks = chunks_of(lines)
    left = min(columns.edges[0], min(chunk.x0 for chunk in chunks) - _AROUND)
    right = max(columns.edges[-1], max(chunk.x1 for chunk in chunks) + _AROUND)
    return columns._replace(edges=(left, *columns.edges[1:-1], right))


def chunks_of(lines: Sequence[PrintLine]) -> list[Chunk]:
    return [chunk for line in lines for chunk in line.chunks]


def laid_out(plans: Sequence[Plan], columns: Columns) -> Grid:
    """Lay out the rows of a block that no rules part. Raises :class:`Refusal`."""
    whole = Band(plans[0].top, plans[-1].bottom, (), False)
    return lay_out(plans, columns, [whole], "none")


def plans_of(grid: Grid) -> list[Plan]:
    """Return the rows of a grid as plans."""
    cells: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for cell in grid.cells:
        cells[cell.row].append((cell.column, cell.col_span, cell.row_span))
    return [
        Plan(top, bottom, tuple(sorted(cells[at])))
        for at, (top, bottom) in enumerate(pairwise(grid.ys))
    ]

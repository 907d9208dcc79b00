"""Blocks below each other that print the same words: a small table or a form for each indicator.

What prints again at the same place is heading or label, what stands between changes. Where one
block ends and the next begins is told by the widest space between two of their headings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.block_ends import (
    LEADING,
    LIKE,
    OPEN,
    WIDER,
    Head,
    ends_of,
    same_edge,
    steps_of,
)
from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.gaps import Band, Columns, Refusal
from crossfoot.extract.grid import Grid
from crossfoot.extract.heads import Plan
from crossfoot.extract.laid import lay_out

_AROUND = 2.0  # points from the print to the side of a block


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


def blocks_of(lines: Sequence[PrintLine], heads: Sequence[Head]) -> list[Block]:
    """Part the *lines* of a page into the blocks that begin at *heads*, two at least.

    Raises :class:`Refusal` where no space between two blocks is wider than all within them.
    """
    steps = steps_of(lines)
    ends = ends_of(lines, heads)
    between = [range(end + 1, head.first) for end, head in zip(ends[:-1], heads[1:], strict=True)]
    names = [lines[at] for space in between for at in space]
    over = max((steps[at] for space in between for at in space), default=0.0)
    single = len(names) == len(between)
    first = _first_line(lines[: heads[0].first], steps, names, over, single=single)
    starts = [first, *(end + 1 for end in ends[:-1])]
    return [
        Block(
            tuple(lines[start : head.first]),
            tuple(lines[head.first : head.last + 1]),
            tuple(lines[head.last + 1 : end + 1]),
        )
        for start, head, end in zip(starts, heads, ends, strict=True)
    ]


def _first_line(
    above: Sequence[PrintLine],
    steps: Sequence[float],
    names: Sequence[PrintLine],
    over: float,
    *,
    single: bool,
) -> int:
    """Return the first line of the name that stands *above* the first block, or where that begins.

    Those of other blocks are the lines *names*, no farther apart than *over*; where each is a
    *single* line what stands above a text is none.
    """
    at = len(above)
    while at and any(same_edge(above[at - 1], name) for name in names):
        if single and at < len(above) and len(texts_of(above[at - 1 : at + 1])) > 1:
            break
        if steps[at - 1] > over + LIKE:
            if steps[at - 1] < WIDER * over:
                raise Refusal(OPEN)
            break
        at -= 1
    return at


def texts_of(lines: Sequence[PrintLine]) -> list[list[PrintLine]]:
    """Return lines of one piece each that are one text: near each other and equally large."""
    found: list[list[PrintLine]] = []
    for line in lines:
        before = found[-1][-1] if found else None
        near = before is not None and line.base - before.base <= LEADING * line.size
        lone = before is not None and len(before.chunks) == len(line.chunks) == 1
        if before is not None and near and lone and same_edge(before, line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


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

"""What stands in a row of a table told by print, and what is known before its rows are told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.extract.chunks import Blanks, Chunk, PrintLine
from crossfoot.extract.gaps import Columns, is_value
from crossfoot.extract.weights import NOT_KNOWN, Weights

_MOSTLY = 0.7  # of a column's entries are figures, dates or codes: it tells the rows


class Block(NamedTuple):
    """Lines of one column that belong to one cell, in points."""

    column: int
    chunks: tuple[Chunk, ...]

    @property
    def top(self) -> float:
        return self.chunks[0].top

    @property
    def bottom(self) -> float:
        return self.chunks[-1].bottom


class RowPrint(NamedTuple):
    """What stands in one row: blocks of cells, or lines over several columns."""

    top: float
    bottom: float
    blocks: tuple[Block, ...]
    over: tuple[Chunk, ...] = ()


class Telling(NamedTuple):
    """What is known of a table before its rows are told.

    ``anchors`` are the columns that hold one line in each row, ``widest`` the width of the widest
    line of each column, in points; ``counting`` are columns that number the rows. ``weights`` are
    asked which print is heavier than the rest.
    """

    columns: Columns
    blanks: Blanks
    anchors: frozenset[int]
    widest: tuple[float, ...]
    counting: frozenset[int]
    weights: Weights = NOT_KNOWN


def telling_of(
    lines: Sequence[PrintLine], columns: Columns, blanks: Blanks, weights: Weights = NOT_KNOWN
) -> Telling:
    """Learn from the lines of a table's body which columns tell its rows."""
    count = len(columns.edges) - 1
    entries: list[list[Chunk]] = [[] for _ in range(count)]
    for line in lines:
        for chunk in line.chunks:
            first, end = columns.span(chunk)
            if end - first == 1:
                entries[first].append(chunk)
    anchors = frozenset(
        at
        for at, column in enumerate(entries)
        if column and sum(map(is_value, column)) >= _MOSTLY * len(column)
    )
    widest = tuple(max((chunk.wide for chunk in column), default=0.0) for column in entries)
    counting = frozenset(at for at in anchors if _counts(entries[at]))
    return Telling(columns, blanks, anchors, widest, counting, weights)


def _counts(column: Sequence[Chunk]) -> bool:
    """Whether entries are 1, 2, 3 …: the items of a list."""
    numbers = [chunk.text.rstrip(".)") for chunk in column]
    return numbers == [str(at) for at in range(1, len(numbers) + 1)]

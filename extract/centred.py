"""Print centred over two columns of a table that no upright rules divide.

It may stand wholly in the one that is blank beside it, and is of neither. What tells is how the
other print of the column stands: all of it at one side, or in the middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from crossfoot.extract.chunks import Chunk
from crossfoot.extract.gaps import Band
from crossfoot.extract.heads import Plan, may_be_centred
from crossfoot.extract.row_print import Telling

_ALIGNED = 1.5  # points that print of a column may stand off its side; producers round to 0.24
_OFF = 3.0  # points that stand out
_MOSTLY = 0.7  # of a column's print
_FEWEST = 3


def with_centred(rows: Sequence[Plan], body: Sequence[Band], telling: Telling) -> list[Plan]:
    """Return the rows, what may be centred over a blank neighbour too spanning both.

    Both must be columns of figures, dates or codes.
    """
    columns = telling.columns
    chunks = [chunk for band in body for line in band.lines for chunk in line.chunks]
    count = len(columns.edges) - 1
    held: list[list[Chunk]] = [[] for _ in range(count)]
    for chunk in chunks:
        first, end = columns.span(chunk)
        if end - first == 1:
            held[first].append(chunk)
    astray = {
        id(chunk)
        for column in held
        for side in [_side(column)]
        if side is not None
        for chunk in column
        if abs(_at(chunk, side) - _middle(column, side)) > _OFF
    }
    return [_spanned(row, chunks, astray, telling) for row in rows] if astray else list(rows)


def _at(chunk: Chunk, side: float) -> float:
    return chunk.x0 + side * (chunk.x1 - chunk.x0)


def _middle(column: Sequence[Chunk], side: float) -> float:
    return median(_at(chunk, side) for chunk in column)


def _side(column: Sequence[Chunk]) -> float | None:
    """Return where nearly all print of a column begins, ends or has its middle: 0, 1 or 0.5."""
    if len(column) < _FEWEST:
        return None

    def aligned(side: float) -> int:
        middle = _middle(column, side)
        return sum(abs(_at(chunk, side) - middle) <= _ALIGNED for chunk in column)

    best = max((0.0, 1.0, 0.5), key=aligned)
    return best if aligned(best) >= _MOSTLY * len(column) else None


def _spanned(row: Plan, chunks: Sequence[Chunk], astray: set[int], telling: Telling) -> Plan:
    columns = telling.columns
    mine = [chunk for chunk in chunks if row.top <= (chunk.top + chunk.bottom) / 2 < row.bottom]
    if any(across > 1 for _, across, _ in row.cells) or not any(id(one) in astray for one in mine):
        return row
    filled = [columns.span(chunk)[0] for chunk in mine]
    cells = list(row.cells)
    for chunk in mine:
        at = columns.span(chunk)[0]
        if id(chunk) not in astray or filled.count(at) > 1:
            continue
        for start in _blank_beside(at, filled, len(columns.edges) - 1):
            if not telling.anchors.issuperset((start, start + 1)):
                continue
            if may_be_centred(chunk.x0, chunk.x1, (start, start + 2), columns):
                cells = [cell for cell in cells if cell[0] not in (start, start + 1)]
                cells.append((start, 2, 1))
                filled += [start, start + 1]
                break
    return row._replace(cells=tuple(sorted(cells)))


def _blank_beside(at: int, filled: Sequence[int], count: int) -> Iterator[int]:
    """Yield the left one of each two columns, this one and a blank neighbour."""
    if at + 1 < count and at + 1 not in filled:
        yield at
    if at and at - 1 not in filled:
        yield at - 1

"""Rows told by the print alone, where no rules stand between them.

Lines of one cell stand one line spacing apart, rows farther. A line can only be the rest of the one
above if its first word had no room there; figures and codes stand once in a row. Where these
do not agree on one reading the rows are not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.chunks import Blanks, Chunk, PrintLine, first_word
from crossfoot.extract.gaps import Columns, Refusal, is_value

_MOSTLY = 0.7  # of a column's entries are figures, dates or codes: it tells the rows
_LEADING = 1.45  # font sizes at most between the lines of a cell; 1.0 to 1.4 in use
_SAME_PITCH = 0.05  # font sizes; producers round to a quarter point
_STEP = 0.7  # points, at least, that rows are farther apart than lines: paddings of half a point
_ROUNDING = 0.6  # points
_OVERLAP = 0.2  # of a row's height
_SAME_ROW = 0.45  # font sizes between baselines of one line


class Entry(NamedTuple):
    """A line of a cell: its column, and the line it stands on."""

    column: int
    chunk: Chunk


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


Pair = tuple[int, Chunk, Chunk]  # a column, and two lines below each other in it


class RowPrint(NamedTuple):
    """What stands in one row: blocks of cells, or lines over several columns."""

    top: float
    bottom: float
    blocks: tuple[Block, ...]
    over: tuple[Chunk, ...] = ()


class Telling(NamedTuple):
    """What is known of a table before its rows are told.

    ``anchors`` are the columns that hold one line in each row, ``widest`` the width of the widest
    line of each column, in points; ``counting`` are columns that number the rows.
    """

    columns: Columns
    blanks: Blanks
    anchors: frozenset[int]
    widest: tuple[float, ...]
    counting: frozenset[int]


def telling_of(lines: Sequence[PrintLine], columns: Columns, blanks: Blanks) -> Telling:
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
    return Telling(columns, blanks, anchors, widest, counting)


def _counts(column: Sequence[Chunk]) -> bool:
    """Whether entries are 1, 2, 3 …: the items of a list."""
    numbers = [chunk.text.rstrip(".)") for chunk in column]
    return numbers == [str(at) for at in range(1, len(numbers) + 1)]


def could_wrap(above: Chunk, below: Chunk, widest: float, blanks: Blanks) -> bool:
    """Whether the first word of a line had no room on the line above."""
    if above.text[-1:] in "-/\u2010\u2013" and above.wide + first_word(below) > widest - _ROUNDING:
        return True
    return above.wide + blanks.width * above.size + first_word(below) > widest - _ROUNDING


def tell_rows(lines: Sequence[PrintLine], telling: Telling) -> list[RowPrint]:
    """Return the rows of a table's body, top to bottom. Raises :class:`Refusal`."""
    rows: list[RowPrint] = []
    entries: list[Entry] = []
    for line in lines:
        for chunk in line.chunks:
            first, end = telling.columns.span(chunk)
            if end - first > 1:
                if len(line.chunks) > 1:
                    raise Refusal("print stands over two columns")
                rows.append(RowPrint(chunk.top, chunk.bottom, (), (chunk,)))
            else:
                entries.append(Entry(first, chunk))
    rows.extend(_grouped(_blocks(entries, rows, telling), telling))
    rows.sort(key=lambda row: row.top)
    for before, after in pairwise(rows):
        if before.bottom > after.top + _OVERLAP * (before.bottom - before.top):
            raise Refusal("its rows overlap")
    return _with_rests(rows, telling)


def _with_rests(rows: Sequence[RowPrint], telling: Telling) -> list[RowPrint]:
    """Join lines over several columns, the names of sections, with the lines they go on in."""
    spaces = [
        after.top - before.bottom
        for before, after in pairwise(rows)
        if not (before.over and _lone_below(before, after))
    ]
    result: list[RowPrint] = []
    for row in rows:
        before = result[-1] if result else None
        below = _lone_below(before, row) if before and before.over else None
        if before is None or below is None:
            result.append(row)
            continue
        if not spaces:
            raise Refusal("a line over several columns may go on")
        near = row.top - before.bottom < min(spaces) - _STEP
        right = max(chunk.x1 for other in rows for chunk in _chunks_of(other))
        last = before.over[-1]
        fits = last.x1 + telling.blanks.width * last.size + first_word(below) < right
        if near == fits:
            raise Refusal("a line over several columns may go on")
        if near:
            result[-1] = RowPrint(before.top, row.bottom, (), (*before.over, below))
        else:
            result.append(row)
    return result


def _lone_below(before: RowPrint, row: RowPrint) -> Chunk | None:
    """Return the only print of a row, if it begins where the line over several columns does."""
    chunks = list(_chunks_of(row))
    first = before.over[0]
    if len(chunks) != 1 or abs(chunks[0].x0 - first.x0) > first.size:
        return None
    return chunks[0]


def _chunks_of(row: RowPrint) -> Iterator[Chunk]:
    yield from row.over
    for block in row.blocks:
        yield from block.chunks


def heading_rows(rows: Sequence[RowPrint], columns: Columns) -> int:
    """Return how many rows at the top are headings.

    It is one, or as many as it takes to head each column where the first stands over several.
    """
    if not rows[0].over or columns.span(rows[0].over[0])[0] == 0:
        return 1
    headed: set[int] = set()
    for depth, row in enumerate(rows, 1):
        if any(map(is_value, _chunks_of(row))) or (depth > 1 and row.over):
            break
        headed.update(block.column for block in row.blocks)
        if len(headed) == len(columns.edges) - 1:
            return depth
    raise Refusal("its columns have no headings")


def _blocks(entries: Sequence[Entry], across: Sequence[RowPrint], telling: Telling) -> list[Block]:
    """Join the lines of each cell."""
    anchored = sorted(
        {
            round(entry.chunk.base, 1)
            for entry in entries
            if entry.column in telling.anchors and is_value(entry.chunk)
        }
    )
    columns: dict[int, list[Chunk]] = {}
    for entry in sorted(entries, key=lambda entry: entry.chunk.base):
        columns.setdefault(entry.column, []).append(entry.chunk)
    pairs = [
        (at, above, below)
        for at, column in columns.items()
        for above, below in pairwise(column)
        if not any(above.base < row.top < below.base for row in across)
    ]
    joined: list[Pair] = []
    parted: list[Pair] = []
    for pair in pairs:
        at, above, below = pair
        apart = (
            (at in telling.anchors and (is_value(above) or is_value(below)))
            or below.base - above.base > _LEADING * max(above.size, below.size)
            or (_stands_at(above, anchored) and _stands_at(below, anchored))
            or not could_wrap(above, below, telling.widest[at], telling.blanks)
        )
        (parted if apart else joined).append(pair)
    rests = {id(below) for _, _, below in _within_cells(joined, parted)}
    blocks: list[Block] = []
    for at, column in columns.items():
        cell: list[Chunk] = []
        for chunk in column:
            if cell and id(chunk) not in rests:
                blocks.append(Block(at, tuple(cell)))
                cell = []
            cell.append(chunk)
        blocks.append(Block(at, tuple(cell)))
    return blocks


def _within_cells(near: Sequence[Pair], parted: Sequence[Pair]) -> list[Pair]:
    """Return the pairs of lines, of those that may be of one cell, that are one line spacing apart.

    Refuses where rows stand no farther from each other than lines of one cell do.
    """
    if not near:
        return []
    least = min(_spacing(pair) for pair in near)
    joined = [pair for pair in near if _spacing(pair) <= least + _SAME_PITCH]
    others = [pair for pair in near if _spacing(pair) > least + _SAME_PITCH]
    most = max(_spacing(pair) for pair in joined)
    rows = [*parted, *others]
    if not rows or any((_spacing(pair) - most) * pair[1].size < _STEP for pair in rows):
        raise Refusal("its line spacing does not tell rows from lines")
    return joined


def _spacing(pair: Pair) -> float:
    _, above, below = pair
    return (below.base - above.base) / above.size


def _stands_at(chunk: Chunk, heights: Sequence[float]) -> bool:
    return any(abs(chunk.base - height) < _SAME_ROW * chunk.size for height in heights)


def _grouped(blocks: Sequence[Block], telling: Telling) -> list[RowPrint]:
    """Put the cells that stand beside each other into rows."""
    rows: list[list[Block]] = []
    bottom = 0.0
    for block in sorted(blocks, key=lambda block: block.top):
        if rows and block.top < bottom - 0.15 * block.chunks[0].size:
            rows[-1].append(block)
            bottom = max(bottom, block.bottom)
        else:
            rows.append([block])
            bottom = block.bottom
    return [_row(row, telling) for row in rows]


def _row(blocks: Sequence[Block], telling: Telling) -> RowPrint:
    """Check that cells make one row: one in a column, none longer than the tallest."""
    top = min(block.top for block in blocks)
    bottom = max(block.bottom for block in blocks)
    filled = [block.column for block in blocks]
    if len(filled) != len(set(filled)):
        raise Refusal("two cells of one column stand in one row")
    slack = 0.5 * blocks[0].chunks[0].size
    if not any(block.top - top < slack and bottom - block.bottom < slack for block in blocks):
        raise Refusal("its rows are staggered")
    if not telling.anchors.intersection(filled) and 0 not in filled and 1 not in filled:
        raise Refusal("a row holds neither a title nor a figure")
    return RowPrint(top, bottom, tuple(sorted(blocks)))

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
from crossfoot.extract.row_print import Block, RowPrint, Telling
from crossfoot.extract.section_names import section_names

_LEADING = 1.9  # font sizes at most between the lines of a cell; 1.5 lines of 1.22 in use
_SAME_PITCH = 0.05  # font sizes; producers round to a quarter point
_STEP = 0.7  # points, at least, that rows are farther apart than lines: paddings of half a point
# Points that lines of one cell differ by where a browser puts each on a whole pixel of 0.75; rows
# then stand at least two pixels farther apart, for else one of the distances may be theirs.
_PIXEL, _TWO_PIXELS = 0.8, 1.45
_ROUNDING = 0.6  # points
_OVERLAP = 0.02  # of a row's height: no line stands nearer to the next than 0.9 font sizes
_LESS_THAN_A_LINE = 0.75  # font sizes
_SAME_ROW = 0.45  # font sizes between baselines of one line


class Entry(NamedTuple):
    """A line of a cell: its column, and the line it stands on."""

    column: int
    chunk: Chunk


Pair = tuple[int, Chunk, Chunk]  # a column, and two lines below each other in it


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
                if len(line.chunks) > 1 or _lists_figures(chunk):
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


def _lists_figures(chunk: Chunk) -> bool:
    """Whether print is several figures or periods: then each is a column's."""
    words = chunk.text.split()
    return len(words) > 1 and not any(word.isalpha() for word in words)


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
    heads = _full_lines(entries, anchored, telling)
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
            or (_stands_at(above, anchored + heads) and _stands_at(below, anchored))
            or not could_wrap(above, below, telling.widest[at], telling.blanks)
        )
        (parted if apart else joined).append(pair)
    rests = {id(below) for _, _, below in _rests(joined, parted, entries, telling)}
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


def _full_lines(
    entries: Sequence[Entry], anchored: Sequence[float], telling: Telling
) -> list[float]:
    """Return the heights of lines of headings that fill each column which tells the rows.

    No row with values begins on such a line.
    """
    filled: dict[float, set[int]] = {}
    first = min(anchored, default=float("inf"))
    for column, chunk in entries:
        if chunk.base < first - _SAME_ROW * chunk.size:
            filled.setdefault(round(chunk.base, 1), set()).add(column)
    return [base for base, columns in filled.items() if telling.anchors <= columns]


def _rests(
    near: Sequence[Pair], parted: Sequence[Pair], entries: Sequence[Entry], telling: Telling
) -> list[Pair]:
    """Return the pairs of lines that are of one cell: told by spacing, else by weight as well."""
    try:
        return _within_cells(near, parted)
    except Refusal:
        names = section_names([entry.chunk for entry in entries], telling)
        apart = [pair for pair in near if (id(pair[1]) in names) != (id(pair[2]) in names)]
        if not apart:
            raise
        return _within_cells([pair for pair in near if pair not in apart], [*parted, *apart])


def _within_cells(near: Sequence[Pair], parted: Sequence[Pair]) -> list[Pair]:
    """Return the pairs of lines, of those that may be of one cell, that are one line spacing apart.

    Refuses where rows stand no farther from each other than lines of one cell do.
    """
    if not near:
        return []
    least = min(_spacing(pair) for pair in near)
    joined, rounded, others = list[Pair](), list[Pair](), list[Pair]()
    for pair in near:
        more = _spacing(pair) - least
        like = more <= _SAME_PITCH
        (joined if like else rounded if more * pair[1].size < _PIXEL else others).append(pair)
    joined += rounded
    step = _TWO_PIXELS if rounded else _STEP
    most = max(_spacing(pair) for pair in joined)
    rows = [*parted, *others]
    if not rows or any((_spacing(pair) - most) * pair[1].size < step for pair in rows):
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


def _overlap(blocks: Sequence[Block]) -> bool:
    """Whether cells of one line each stand less than a line apart: too near for two rows.

    A word over a sign, set to the middle, stands higher than the figures beside it.
    """
    chunks = [chunk for block in blocks for chunk in block.chunks]
    heights = [chunk.base for chunk in chunks]
    near = max(heights) - min(heights) < _LESS_THAN_A_LINE * min(chunk.size for chunk in chunks)
    return len(chunks) == len(blocks) and near


def _row(blocks: Sequence[Block], telling: Telling) -> RowPrint:
    """Check that cells make one row: one in a column, none longer than the tallest."""
    top = min(block.top for block in blocks)
    bottom = max(block.bottom for block in blocks)
    filled = [block.column for block in blocks]
    if len(filled) != len(set(filled)):
        raise Refusal("two cells of one column stand in one row")
    slack = 0.5 * blocks[0].chunks[0].size
    whole = any(block.top - top < slack and bottom - block.bottom < slack for block in blocks)
    if not whole and not _overlap(blocks):
        raise Refusal("its rows are staggered")
    if not telling.anchors.intersection(filled) and 0 not in filled and 1 not in filled:
        raise Refusal("a row holds neither a title nor a figure")
    return RowPrint(top, bottom, tuple(sorted(blocks)))

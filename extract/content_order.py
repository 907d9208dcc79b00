"""Rows and cells told by the content stream: the order in which a producer paints a table.

Printers, word processors and report writers paint a table row by row and in a row cell by cell: all
lines of one cell before the first of the next. Where a line of a cell to the right is painted after
a lower one of a cell to the left, the order is one of cells and not of lines; then what the spacing
of lines leaves open is told by it. Where the order denies itself nothing is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.dated_heads import dated_heads
from crossfoot.extract.joined_lines import check_joined
from crossfoot.extract.told_row import OrderDenied, ToldRow, are_figures, as_one

# In font sizes where not said otherwise.
_LEADING = 1.9  # at most between the lines of a cell; 1.5 lines of 1.22 in use
_SAME_LINE = 0.45  # between baselines of one line
_HIGHER = 0.3  # that a line stands above another, which is then no line of the next row
_HALF_WAY = 0.15  # of the step between two lines
_ALIKE = 0.06  # that spacings of lines may differ by, where producers round
_STEP = 0.7  # points that rows are farther apart than lines
_TOUCH = 0.3  # points that boxes of neighbours may overlap
_OVER = 0.1  # that a line may reach over another's foot

GoesOn = Callable[[Chunk, Chunk], bool]


def told_rows(lines: Sequence[PrintLine]) -> list[ToldRow]:
    """Return the rows of a table, top to bottom. Raises :class:`OrderDenied`."""
    chunks = in_order(lines)
    proven = _proven_of(chunks)
    if not proven:
        raise OrderDenied("nothing shows that cells are painted whole")
    known = {id(below) for _, below in proven}
    widest = max(map(_step, proven))

    def goes_on(above: Chunk, below: Chunk) -> bool:
        more = _step((above, below)) - widest
        if id(below) in known or more <= _ALIKE:
            return True
        if more * above.size < _STEP:
            raise OrderDenied(f"its line spacing does not tell rows from lines ({below.text})")
        return False

    rows = _with_under(_rows(chunks, goes_on))
    _check(rows)
    if dated := dated_heads([[as_one(cell) for cell in row.cells] for row in rows]):
        rows = [row._replace(dated=dated) for row in rows]
    check_joined(rows, known, widest)
    return rows


def proven_pairs(lines: Sequence[PrintLine]) -> list[tuple[Chunk, Chunk]]:
    """Return lines, one below the other, that the order shows to be of one cell; none if denied.

    Figures so shown are a column's, painted one after the other.
    """
    try:
        proven = _proven_of(in_order(lines))
    except OrderDenied:
        return []
    return [] if any(are_figures(*pair) for pair in proven) else proven


def in_order(lines: Sequence[PrintLine]) -> list[Chunk]:
    return sorted((one for line in lines for one in line.chunks), key=lambda one: one.runs[0].order)


def _proven_of(chunks: Sequence[Chunk]) -> list[tuple[Chunk, Chunk]]:
    return [pair for row in _rows(chunks, lambda *_: True) for pair in _proven(row)]


def _step(pair: tuple[Chunk, Chunk]) -> float:
    above, below = pair
    return (below.base - above.base) / above.size


def _rows(chunks: Sequence[Chunk], goes_on: GoesOn) -> list[ToldRow]:
    """Gather chunks, in the order of the content stream, into rows."""
    rows: list[ToldRow] = []
    for chunk in chunks:
        if not rows:
            rows.append(ToldRow([[chunk]]))
            continue
        row = rows[-1]
        cell = row.cells[-1]
        if chunk.x0 >= max(one.x1 for one in cell) - _TOUCH:
            if _is_below(chunk, row.bottom):
                rows.append(ToldRow([[chunk]]))
            else:
                row.cells.append([chunk])
        elif not _stand_over(cell, chunk):
            rows.append(ToldRow([[chunk]], _reaches_down(row, chunk)))
        elif chunk.base > cell[-1].base + _SAME_LINE * chunk.size:
            inside = not any(_stand_over(other, chunk) for other in row.cells[:-1])
            near = _step((cell[-1], chunk)) <= _LEADING
            if inside and near and goes_on(cell[-1], chunk):
                cell.append(chunk)
            else:
                rows.append(ToldRow([[chunk]], _reaches_down(row, chunk)))
        else:
            rows[-1:] = _split(row, chunk)
    return rows


def _is_below(chunk: Chunk, height: float) -> bool:
    return chunk.top > height - _OVER * chunk.size


def _stand_over(cell: Sequence[Chunk], chunk: Chunk) -> bool:
    return any(one.x0 < chunk.x1 and chunk.x0 < one.x1 for one in cell)


def _reaches_down(row: ToldRow, chunk: Chunk) -> bool:
    """Whether a row reaches down beside a chunk painted below it, further left or right."""
    above = [one for cell in row.cells if _stand_over(cell, chunk) for one in cell]
    if not all(_is_below(chunk, one.bottom) for one in above):
        raise OrderDenied(f"painted back in a row ({chunk.text})")
    return not _is_below(chunk, row.bottom)


def _split(row: ToldRow, chunk: Chunk) -> list[ToldRow]:
    """Part the lone cell of a row where lines of it are a row of their own: a section, a note.

    The chunk, which stands higher than the last of them, is in the lower row, right of its cell.
    """
    lines = row.cells[0]
    if len(row.cells) == 1:
        for at in range(1, len(lines)):
            free = chunk.x0 >= max(one.x1 for one in lines[at:]) - _TOUCH
            if free and _is_below(chunk, lines[at - 1].bottom):
                return [ToldRow([lines[:at]], row.under), ToldRow([lines[at:], [chunk]])]
    raise OrderDenied(f"painted upwards in a cell ({chunk.text})")


def _proven(row: ToldRow) -> Iterator[tuple[Chunk, Chunk]]:
    """Yield lines of one cell, one below the other, that are surely of one row.

    The first line of a later cell stands higher than the lower one: as high as the upper one or
    higher, or half-way between them, where cells are set to the middle of their row. Or an earlier
    cell begins lower than the upper one and ends as low as the lower one or lower, or half-way,
    where cells are set to the foot or the middle.
    """
    for at, cell in enumerate(row.cells):
        later = [one[0].base for one in row.cells[at + 1 :]]
        earlier = [(one[0].base, one[-1].base) for one in row.cells[:at]]
        for above, below in pairwise(cell):
            half, reach = (above.base + below.base) / 2, _HALF_WAY * (below.base - above.base)
            head, foot = above.base + _HIGHER * above.size, below.base - _HIGHER * below.size
            if (
                any(base <= head and base < foot for base in later)
                or any(last >= foot and first > head for first, last in earlier)
                or any(abs(base - half) <= reach and base < foot for base in later)
                or any(abs(last - half) <= reach and first > head for first, last in earlier)
            ):
                yield above, below


def _with_under(rows: Sequence[ToldRow]) -> list[ToldRow]:
    """Return the rows, also those under one beside which only a later cell of theirs begins.

    A heading that stands beside two levels of others begins below the first, under the row above.
    """
    found = list(rows[:1])
    values = rows[0].has_values
    for above, row in pairwise(rows):
        values = values or row.has_values
        over = [above] if values or not found[-1].under else [*found[-2:]]
        beside = row.top < max(one.bottom for one in over) - _OVER * row.cells[0][0].size
        below = all(
            _is_below(cell[0], other[-1].bottom)
            for cell in row.cells
            for one in over
            for other in one.cells
            if _stand_over(other, cell[0])
        )
        found.append(row._replace(under=row.under or (beside and below)))
    return found


def _check(rows: Sequence[ToldRow]) -> None:
    bottom = float("-inf")
    for row in rows:
        if not row.under and row.top < bottom - _OVER * row.cells[0][0].size:
            raise OrderDenied(f"rows overlap ({row.cells[0][0].text})")
        bottom = max(bottom, row.bottom)

"""Tables painted column by column: each column from its heading down, then the one to its right.

Some report writers lay a page out so. The order shows which print is a column's, and nothing of
which lines are of one cell; those are told by their spacing, where every cell so told stands at the
figures of one row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.content_order import in_order
from crossfoot.extract.dated_heads import dated_heads
from crossfoot.extract.gaps import is_value
from crossfoot.extract.told_row import OrderDenied, ToldRow, as_one

# In font sizes where not said otherwise.
_LEADING = 1.9  # at most between the lines of a cell; 1.5 lines of 1.22 in use
_SAME_LINE = 0.3  # between baselines of one row
_ALIKE = 0.06  # that spacings of lines may differ by, where producers round
_STEP = 0.7  # points that rows are farther apart than lines
_TOUCH = 0.3  # points that print of neighbours may overlap
_FEWEST_COLUMNS, _FEWEST_FIGURES, _FEWEST_ROWS = 3, 2, 2
_MOSTLY = 0.7  # of a column's cells are figures, dates or codes: it tells the rows

Cell = list[Chunk]  # its lines, downwards

_PLACES: tuple[Callable[[Cell], float], ...] = (
    lambda cell: cell[0].base,
    lambda cell: (cell[0].base + cell[-1].base) / 2,
    lambda cell: cell[-1].base,
)


def rows_by_columns(lines: Sequence[PrintLine]) -> list[ToldRow]:
    """Return the rows of a table painted by columns, none where it is painted otherwise.

    Raises :class:`OrderDenied` where it is and its rows are not told.
    """
    columns = columns_in_turn(lines)
    if not columns:
        return []
    rows = _rows_of(columns)
    if rows is None:
        raise OrderDenied("painted column by column, and no spacing tells rows from lines")
    dated = dated_heads([[as_one(cell) for cell in row] for row in rows])
    return [ToldRow(row, dated=dated) for row in rows]


def columns_in_turn(lines: Sequence[PrintLine]) -> list[Cell]:
    """Return the columns of print that is painted by columns, none where it is not.

    Each column runs downwards, right of all those before it; figures below each other in two of
    them at least show that they are no cells of one row.
    """
    columns: list[Cell] = []
    left = right = 0.0
    for chunk in in_order(lines):
        below = columns and chunk.base > columns[-1][-1].base + _SAME_LINE * chunk.size
        if below and chunk.x0 < right and left < chunk.x1:
            columns[-1].append(chunk)
            left, right = min(left, chunk.x0), max(right, chunk.x1)
        elif columns and chunk.x0 < right - _TOUCH:
            return []
        else:
            columns.append([chunk])
            left, right = chunk.x0, chunk.x1
    figures = sum(sum(map(is_value, column)) >= _FEWEST_ROWS for column in columns)
    return columns if len(columns) >= _FEWEST_COLUMNS and figures >= _FEWEST_FIGURES else []


def _rows_of(columns: Sequence[Cell]) -> list[list[Cell]] | None:
    """Return the rows of columns, their headings first; ``None`` where they are not told.

    Lines of one cell stand one spacing apart, and cells of a column farther. Each cell has a row
    in which some column of figures has one, and all stand alike beside these: with their first
    line, their middle or their last.
    """
    cells = _cells(columns)
    if cells is None:
        return None
    heads, body = [column[0] for column in cells], [column[1:] for column in cells]
    ends = max(head[-1].bottom for head in heads)
    if any(cell[0].top < ends for column in body for cell in column):
        return None
    telling = [at for at, column in enumerate(body) if _tells_rows(column)]
    if all(len(heads[at]) > 1 and is_value(heads[at][-1]) for at in telling):
        return None  # the first row stands no farther from the headings than their lines
    heights = _heights([body[at] for at in telling])
    if len(heights) < _FEWEST_ROWS:
        return None
    found = [rows for place in _PLACES if (rows := _rows(body, heights, place)) is not None]
    if not found or any(rows != found[0] for rows in found):
        return None
    bottoms = [max(cell[-1].bottom for cell in row) for row in found[0]]
    tops = [min(cell[0].top for cell in row) for row in found[0]]
    if any(top < bottom for bottom, top in zip(bottoms, tops[1:], strict=False)):
        return None
    return [heads, *found[0]]


def _cells(columns: Sequence[Cell]) -> list[list[Cell]] | None:
    """Part columns into cells by the spacing of their lines, ``None`` where that is open."""
    steps = [_step(*pair) for column in columns for pair in pairwise(column)]
    least = min(steps)
    result: list[list[Cell]] = []
    for column in columns:
        cells = [[column[0]]]
        for above, below in pairwise(column):
            more = _step(above, below) - least
            if least <= _LEADING and more <= _ALIKE:
                cells[-1].append(below)
            elif least <= _LEADING and more * above.size < _STEP:
                return None
            else:
                cells.append([below])
        result.append(cells)
    return result


def _step(above: Chunk, below: Chunk) -> float:
    return (below.base - above.base) / above.size


def _tells_rows(column: Sequence[Cell]) -> bool:
    """Whether a column has a figure of one line in each row."""
    values = sum(is_value(cell[0]) for cell in column)
    return all(len(cell) == 1 for cell in column) and values >= max(1, _MOSTLY * len(column))


def _heights(columns: Sequence[Sequence[Cell]]) -> list[float]:
    """Return the baselines of the rows: those of the columns of figures, two at least."""
    if len(columns) < _FEWEST_FIGURES:
        return []
    heights: list[float] = []
    for line in sorted((cell[0] for column in columns for cell in column), key=lambda c: c.base):
        if not heights or line.base - heights[-1] > _SAME_LINE * line.size:
            heights.append(line.base)
    return heights


def _rows(
    body: Sequence[Sequence[Cell]], heights: Sequence[float], place: Callable[[Cell], float]
) -> list[list[Cell]] | None:
    """Return each row's cells from the left, all with their *place* on its baseline."""
    rows: list[list[Cell]] = [[] for _ in heights]
    for column in body:
        taken: set[int] = set()
        for cell in column:
            near = _SAME_LINE * cell[0].size
            at = [n for n, base in enumerate(heights) if abs(place(cell) - base) <= near]
            if len(at) != 1 or at[0] in taken:
                return None
            taken.add(at[0])
            rows[at[0]].append(cell)
    return rows

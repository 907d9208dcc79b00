"""Whether what a structure tree tells of a table is believed: only where the print agrees whole.

A tree may lie: layout told as tables, a table told as one cell, empty cells left out. So every
character in the table must stand in one cell, the cells of a row must stand beside each other and
rows below each other, with room between all columns; else it is as if there were no tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, product
from typing import NamedTuple

from crossfoot.extract.characters import Run
from crossfoot.extract.gaps import Columns, Corridor, is_value_text
from crossfoot.extract.heads import Plan
from crossfoot.extract.pen import LEVEL
from crossfoot.extract.tag_rows import TOUCH, ToldCell, laid_out
from crossfoot.extract.tagged import TaggedTable
from crossfoot.schema.page import Box

_OVER = 0.25  # font sizes that print may reach over the foot of the row above it
_AROUND = 2.0  # points from the print to the side of a table that no rule shows


class ToldTable(NamedTuple):
    """A table that is believed: its cells with print, its columns, and its rows as planned.

    Cells without print are in the plans alone.
    """

    cells: list[ToldCell]
    columns: Columns
    plans: list[Plan]
    box: Box


def told_tables(
    tables: Iterable[TaggedTable], runs: Sequence[Run], marks: Sequence[int | None]
) -> list[ToldTable]:
    """Return those of the *tables* of a page that are believed.

    *marks* has the id of the marked content of each of the *runs*, which are all of the page.
    """
    by_mark: dict[int, list[Run]] = {}
    for run, mark in zip(runs, marks, strict=True):
        if mark is not None:
            by_mark.setdefault(mark, []).append(run)
    found = (_told(table, runs, by_mark) for table in tables)
    return [table for table in found if table is not None]


def _told(
    table: TaggedTable, runs: Sequence[Run], by_mark: dict[int, list[Run]]
) -> ToldTable | None:
    named = [mark for row in table.rows for cell in row for mark in cell.marks]
    if len(named) != len(set(named)):
        return None
    cells = laid_out(table.rows, by_mark)
    if not cells or any(run.turn != LEVEL for cell in cells for run in cell.runs):
        return None
    box = _box(cells)
    mine = {id(run) for cell in cells for run in cell.runs}
    if any(id(run) not in mine and _stands_in(run, box) for run in runs):
        return None
    columns = _columns(cells, box)
    if columns is None or not _rows_apart(cells) or not all(map(_hangs_together, _bodies(cells))):
        return None
    return ToldTable(cells, columns, _plans(cells, len(columns.edges) - 1), box)


def _box(cells: Sequence[ToldCell]) -> Box:
    return Box(
        min(cell.x0 for cell in cells),
        min(cell.top for cell in cells),
        max(cell.x1 for cell in cells),
        max(cell.bottom for cell in cells),
    )


def _stands_in(run: Run, box: Box) -> bool:
    x, y = (run.x0 + run.x1) / 2, run.base - 0.25 * run.size
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1


def _columns(cells: Sequence[ToldCell], box: Box) -> Columns | None:
    """Return the columns, where the print leaves room between all of them."""
    count = max(cell.column_end for cell in cells)
    lefts = _furthest(((cell.column_end, cell.x1) for cell in cells), count)
    rights = _furthest(((count - cell.column, -cell.x0) for cell in cells), count)
    room = []
    for at in range(1, count):
        left, right = lefts[at], -rights[count - at]
        if left > right + TOUCH:
            return None
        middle = (left + right) / 2
        room.append(Corridor(min(left, middle), max(right, middle)))
    inner = [one.middle for one in room]
    return Columns((box.x0 - _AROUND, *inner, box.x1 + _AROUND), tuple(room))


def _rows_apart(cells: Sequence[ToldCell]) -> bool:
    """Whether all that ends above a row stands above all that begins in it or below."""
    size = max(run.size for cell in cells for run in cell.runs)
    count = max(cell.row_end for cell in cells)
    bottoms = _furthest(((cell.row_end, cell.bottom) for cell in cells), count)
    tops = _furthest(((count - cell.row, -cell.top) for cell in cells), count)
    return all(bottoms[at] <= -tops[count - at] + _OVER * size for at in range(1, count))


def _furthest(ends: Iterable[tuple[int, float]], count: int) -> list[float]:
    """Return how far at most that reaches which ends before each of *count* places."""
    reach = [float("-inf")] * (count + 1)
    for at, far in ends:
        reach[at] = max(reach[at], far)
    return list(accumulate(reach, max))


def _bodies(cells: Sequence[ToldCell]) -> list[list[ToldCell]]:
    """Return the cells of each column below the headings."""
    first = min((cell.row for cell in cells if is_value_text(cell.text)), default=0)
    columns: list[list[ToldCell]] = [[] for _ in range(max(cell.column_end for cell in cells))]
    for cell in cells:
        if cell.across == 1 and cell.row >= first:
            columns[cell.column].append(cell)
    return columns


def _hangs_together(column: Sequence[ToldCell]) -> bool:
    """Whether no gap runs through the print of a column: two, told as one where cells are left out.

    Where a tree leaves empty cells out, what stands right of them is told a column too far left.
    """
    stretches = sorted((cell.x0, cell.x1) for cell in column)
    reach = accumulate((x1 for _, x1 in stretches), max)
    return all(x0 <= end for (x0, _), end in zip(stretches[1:], reach, strict=False))


def _plans(cells: Sequence[ToldCell], count: int) -> list[Plan]:
    """Plan the rows: where the print of each begins and ends, and its cells, the empty ones too."""
    rows: list[list[ToldCell]] = [[] for _ in range(max(cell.row_end for cell in cells))]
    for cell in cells:
        rows[cell.row].append(cell)
    bottoms = _furthest(((cell.row_end, cell.bottom) for cell in cells), len(rows))
    plans = []
    taken: set[tuple[int, int]] = set()
    for at, mine in enumerate(rows):
        for cell in mine:
            taken.update(product(range(at, cell.row_end), range(cell.column, cell.column_end)))
        planned = [(cell.column, cell.across, cell.down) for cell in mine]
        planned += [(column, 1, 1) for column in range(count) if (at, column) not in taken]
        top = min(cell.top for cell in mine)
        plans.append(Plan(top, max(bottoms[at + 1], top), tuple(sorted(planned))))
    return plans

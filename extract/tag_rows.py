"""Cells that a structure tree tells, in rows and columns: by their spans, or by their print.

Nothing here is believed yet: see :mod:`.tag_cells`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.characters import Run
from crossfoot.extract.tagged import TaggedCell

TOUCH = 0.3  # points that the print of two columns may overlap: italics, kerning
_FEWEST_FULL = 2  # rows with all cells, where others have fewer
_MOST_PLACES = 100_000  # of a table: rows by columns; a page of 100 rows has 2,000
_ABOVE, _BELOW = 0.7, 0.2  # font sizes from the baseline, as chunks have them


class ToldCell(NamedTuple):
    """A cell with print: its first row and column, counted from 0, how many it spans, its runs.

    ``x0`` to ``bottom`` is where its print stands, in points, as that of a chunk does.
    """

    row: int
    column: int
    down: int
    across: int
    runs: tuple[Run, ...]
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def text(self) -> str:
        return " ".join(run.text for run in self.runs)

    @property
    def row_end(self) -> int:
        return self.row + self.down

    @property
    def column_end(self) -> int:
        return self.column + self.across


class _Laid(NamedTuple):
    """A cell in its place, before anything is known of its print."""

    row: int
    column: int
    cell: TaggedCell


def laid_out(
    rows: Sequence[Sequence[TaggedCell]], by_mark: dict[int, list[Run]]
) -> list[ToldCell] | None:
    """Return the cells that have print, titles above the table left out; ``None`` if none tell.

    *by_mark* has the print of the page by the id of its marked content.
    """
    laid = _spread(rows)
    cells = _printed(laid, by_mark) if laid else _placed(rows, by_mark)
    return _without_empty(_without_titles(_over_all(cells))) if cells else None


def _spread(rows: Sequence[Sequence[TaggedCell]]) -> list[_Laid] | None:
    """Lay cells out by their spans; ``None`` where that gives rows of different widths."""
    laid: list[_Laid] = []
    taken: set[tuple[int, int]] = set()
    widths = set()
    if sum(cell.across * min(cell.down, len(rows)) for row in rows for cell in row) > _MOST_PLACES:
        return None
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            if not cell.down or not cell.across:
                return None
            laid.append(_Laid(row, column, cell))
            spot = [
                (row + down, column + across)
                for down in range(min(cell.down, len(rows) - row))
                for across in range(cell.across)
            ]
            if not taken.isdisjoint(spot):
                return None
            taken.update(spot)
            column += cell.across
        while (row, column) in taken:
            column += 1
        widths.add(column)
    return laid if len(widths) == 1 else None


def _printed(laid: Iterable[_Laid], by_mark: dict[int, list[Run]]) -> list[ToldCell]:
    """Return the cells that have print on the page."""
    cells = []
    for row, column, cell in laid:
        runs = tuple(run for mark in cell.marks for run in by_mark.get(mark, ()))
        if runs:
            sides = (
                min(run.x0 for run in runs),
                max(run.x1 for run in runs),
                min(run.base - _ABOVE * run.size for run in runs),
                max(run.base + _BELOW * run.size for run in runs),
            )
            cells.append(ToldCell(row, column, cell.down, cell.across, runs, *sides))
    return cells


def _placed(
    rows: Sequence[Sequence[TaggedCell]], by_mark: dict[int, list[Run]]
) -> list[ToldCell] | None:
    """Place the cells of rows that lack some under those of the rows that have all.

    Spreadsheets leave empty cells out, and tell headings that repeat on several pages as one row.
    ``None`` where a cell stands in no column, or in two; where only one stands in a row it may
    reach over several.
    """
    if any(cell.down != 1 or cell.across != 1 for row in rows for cell in row):
        return None
    by_row = [
        _printed((_Laid(at, column, cell) for column, cell in enumerate(row)), by_mark)
        for at, row in enumerate(rows)
    ]
    count = max(map(len, by_row), default=0)
    full = [row for row in by_row if len(row) == count]
    first = next((row for row in by_row if len(row) > 1), [])
    if count < 2 or len(full) < _FEWEST_FULL or len(first) != count:
        return None
    extents = [
        (min(cell.x0 for cell in column), max(cell.x1 for cell in column))
        for column in zip(*full, strict=True)
    ]
    if any(left[1] > right[0] + TOUCH for left, right in pairwise(extents)):
        return None
    cells: list[ToldCell] = []
    for row in by_row:
        reached = -1
        for cell in row:
            at = [c for c, (x0, x1) in enumerate(extents) if cell.x0 < x1 and x0 < cell.x1]
            if not at or (len(row) > 1 and (len(at) != 1 or at[0] <= reached)):
                return None
            reached = at[0]
            cells.append(cell._replace(column=at[0]))
    return cells


def _over_all(cells: Sequence[ToldCell]) -> list[ToldCell]:
    """Let text that is alone in its row, and longer than the first column, stand over all."""
    count = max(cell.column_end for cell in cells)
    beside = Counter(row for cell in cells for row in range(cell.row, cell.row_end))
    found = []
    for cell in cells:
        if cell.down == 1 and beside[cell.row] == 1 and cell.column == 0:
            right = min((one.x0 for one in cells if one.column >= cell.across), default=cell.x1)
            found.append(cell._replace(across=count) if cell.x1 > right - TOUCH else cell)
        else:
            found.append(cell)
    return found


def _without_titles(cells: Sequence[ToldCell]) -> list[ToldCell]:
    """Leave out what is alone in its row above all others: a title, the day of the figures."""
    begun = Counter(cell.row for cell in cells)
    first = min((row for row, many in begun.items() if many > 1), default=0)
    return [cell for cell in cells if cell.row >= first]


def _without_empty(cells: Sequence[ToldCell]) -> list[ToldCell] | None:
    """Leave rows and columns out that have no print of their own: nothing says where they are."""
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells if cell.across == 1})
    found = []
    for cell in cells:
        row, column = bisect_left(rows, cell.row), bisect_left(columns, cell.column)
        down = bisect_left(rows, cell.row_end) - row
        across = bisect_left(columns, cell.column_end) - column
        if not across:
            return None
        found.append(cell._replace(row=row, column=column, down=down, across=across))
    return found

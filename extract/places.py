"""The cell of a grid that holds a point, and print that stands in no table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import count
from operator import itemgetter

from crossfoot.extract import compiled
from crossfoot.extract.characters import Run
from crossfoot.extract.grid import Grid
from crossfoot.schema.page import Box

Spot = tuple[int, int]  # number of the grid, number of the cell
_row_and_column = itemgetter(0, 1)  # of a cell


class Places:
    """Finds the cell of a grid that holds a point."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid

    @cached_property
    def _at(self) -> dict[tuple[int, int], int]:
        """The index of the cell at each row and column; most grids are not asked here."""
        xs, ys, cells, *_ = self.grid
        found = dict(zip(map(_row_and_column, cells), count()))
        if len(found) == (len(xs) - 1) * (len(ys) - 1):  # none spans, as in most grids
            return found
        for index, (top, left, down, across, _) in enumerate(cells):
            if down == 1 == across:
                found[top, left] = index
                continue
            for row in range(top, top + down):
                for column in range(left, left + across):
                    found[row, column] = index
        return found

    def find(self, x: float, y: float) -> int | None:
        """Return the index of the cell around a point, ``None`` outside all cells."""
        row = bisect_right(self.grid.ys, y) - 1
        column = bisect_right(self.grid.xs, x) - 1
        return self._at.get((row, column))


def spot_of(places: Sequence[Places], x: float, y: float) -> Spot | None:
    """Return the grid, by its number, and the cell that hold a point."""
    for number, place in enumerate(places):
        index = place.find(x, y)
        if index is not None:
            return number, index
    return None


def runs_outside(runs: Sequence[Run], boxes: Sequence[Box]) -> list[Run]:
    """Return the runs whose middle stands in none of the *boxes*. Asked of every page."""
    if compiled.loops is not None:
        return compiled.loops.runs_outside(list(runs), list(boxes))
    found: list[Run] = []
    for run in runs:
        x, y = (run.x0 + run.x1) / 2, (run.y0 + run.y1) / 2
        for left, top, right, bottom in boxes:
            if left <= x <= right and top <= y <= bottom:
                break
        else:
            found.append(run)
    return found


def is_alone(place: Places, places: Sequence[Places]) -> bool:
    """Whether no other grid overlaps this one: a cell may hold a whole table."""
    box = place.grid.box
    return all(other is place or not box.overlap(other.grid.box).area for other in places)

"""Rows told by print whose edges are put where the fills of their cells end.

Print shows no more than the room between two rows. Where cells are set to the top or the foot of
their row the middle of that room lies in one of the two, and its colour would reach into the other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.extract.characters import Run
from crossfoot.extract.drawing import Fill
from crossfoot.extract.grid import Grid
from crossfoot.schema.page import Box

_ASCENT, _DESCENT = 0.6, 0.1  # font sizes that capitals and digits reach over and under the line
_MOST = 0.5  # of a row's height
_SAME = 1.0  # points that fills of two rows may overlap or leave between them


def on_painted_edges(grid: Grid, runs: Sequence[Run], fills: Sequence[Fill]) -> Grid:
    """Return a grid, told by print, whose rows end where fills do in the room between them.

    *runs* is the print of the page. An edge stays where no fill ends in that room, or several do
    at different heights: those of a key's swatches, or of bars drawn in cells.
    """
    box = grid.box
    heights = sorted(_heights(grid, fills))
    if not heights:
        return grid
    inside = [run for run in runs if box.x0 <= run.x0 and run.x1 <= box.x1]
    ys = list(grid.ys)
    for at, (bottom, top) in _rooms(grid, inside):
        ends = heights[bisect_right(heights, bottom) : bisect_right(heights, top)]
        if ends and ends[-1] - ends[0] <= _SAME:
            ys[at] = (ends[0] + ends[-1]) / 2
    return _on_heights(grid, ys)


def _heights(grid: Grid, fills: Sequence[Fill]) -> Iterator[float]:
    """Yield where fills of cells begin and end; a bar in a cell is lower than most of its row."""
    box, ys = grid.box, grid.ys
    for fill, _ in fills:
        if fill.x0 < box.x1 and box.x0 < fill.x1 and fill.y0 < box.y1 and box.y0 < fill.y1:
            row = min(max(bisect_right(ys, (fill.y0 + fill.y1) / 2), 1), len(ys) - 1)
            if fill.y1 - fill.y0 > _MOST * (ys[row] - ys[row - 1]):
                yield fill.y0
                yield fill.y1


def _rooms(grid: Grid, runs: Sequence[Run]) -> Iterator[tuple[int, tuple[float, float]]]:
    """Yield the inner edges of rows, each with the stretch of y that no print stands in."""
    count = len(grid.ys) - 1
    tops, bottoms = [float("inf")] * count, [float("-inf")] * count
    for run in runs:
        top, bottom = run.base - _ASCENT * run.size, run.base + _DESCENT * run.size
        row = bisect_right(grid.ys, (top + bottom) / 2) - 1
        if 0 <= row < count:
            tops[row], bottoms[row] = min(tops[row], top), max(bottoms[row], bottom)
    for at in range(1, count):
        yield at, (bottoms[at - 1], tops[at])


def _on_heights(grid: Grid, ys: Sequence[float]) -> Grid:
    """Return a grid with other edges of rows, unless these are not in their order."""
    if any(upper >= lower for upper, lower in pairwise(ys)):
        return grid
    cells = [
        cell._replace(box=Box(cell.box.x0, ys[cell.row], cell.box.x1, ys[cell.row + cell.row_span]))
        for cell in grid.cells
    ]
    return grid._replace(ys=tuple(ys), cells=tuple(cells))

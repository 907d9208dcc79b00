"""Ruled grids whose rules do not close every cell: a frame, rules between rows, a few uprights.

What the rules part stays parted; the print tells the rest. A grid whose print does not tell it
stays as the rules have it, and that is said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from crossfoot.extract.characters import Run
from crossfoot.extract.chunks import Blanks, PrintLine, print_lines
from crossfoot.extract.gaps import Band, Refusal
from crossfoot.extract.grid import Grid
from crossfoot.extract.tracts import Region, banded
from crossfoot.extract.unruled import grid_of

_FEWEST_INNER = 3  # gaps inside cells: one in each of three rows
_FEW_ROWS = 2  # a grid with no rules between its rows
_FEWEST_COLUMNS = 3
_HIGHEST_LINES = 30.0  # points; what holds several rows of lines is higher
_SAME_BASE = 0.5  # points


def may_be_open(grid: Grid, apart: Sequence[tuple[Run, Run]]) -> bool:
    """Whether words stand apart inside cells of a grid: a cheap question.

    *apart* are neighbours on a line that stand farther from each other than words do.
    """
    xs, ys = grid.xs, grid.ys
    left, right, top, bottom = xs[0], xs[-1], ys[0], ys[-1]
    inner = 0
    for before, run in apart:
        if top < run.base < bottom and left < before.x0 and run.x1 < right:
            inner += bisect_right(xs, before.x1) == bisect_right(xs, run.x0)
            if inner >= _FEWEST_INNER:
                return True
    rows = len(ys) - 1
    tall = ys[-1] - ys[0] > rows * _HIGHEST_LINES
    return tall and rows <= _FEW_ROWS and len(xs) > _FEWEST_COLUMNS and len(apart) > len(xs)


def opened(grid: Grid, runs: Sequence[Run], blanks: Blanks) -> Grid:
    """Return the grid with the cells that its rules do not close. Raises :class:`Refusal`.

    *runs* are all of the page.
    """
    if any(cell.row_span > 1 for cell in grid.cells):
        raise Refusal("cells of it span rows")
    box = grid.box
    bands = []
    for row, (top, bottom) in enumerate(pairwise(grid.ys)):
        lines: list[PrintLine] = []
        for cell in grid.cells:
            if cell.row == row:
                inside = [run for run in runs if _is_in(run, cell.box.x0, cell.box.x1, top, bottom)]
                lines += print_lines(inside, blanks)
        if lines:
            bands.append(Band(top, bottom, tuple(_merged(lines))))
    if not bands:
        raise Refusal("nothing stands in it")
    uprights = tuple(grid.xs[1:-1])
    if len(bands) == 1:
        loose = tuple(banded(bands[0].lines))
        region = Region(loose, box.x0, box.x1, False, 1, uprights=uprights)
    else:
        region = Region(tuple(bands), box.x0, box.x1, True, uprights=uprights)
    found = grid_of(region, blanks)
    if len(found.cells) <= len(grid.cells):
        raise Refusal("its print tells no more than its rules")
    ys = (box.y0, *found.ys[1:-1], box.y1)
    cells = tuple(
        cell._replace(box=cell.box._replace(y0=ys[cell.row], y1=ys[cell.row + cell.row_span]))
        for cell in found.cells
    )
    return found._replace(ys=ys, cells=cells, open_top=grid.open_top, open_bottom=grid.open_bottom)


def _is_in(run: Run, left: float, right: float, top: float, bottom: float) -> bool:
    x, y = (run.x0 + run.x1) / 2, (run.y0 + run.y1) / 2
    return left <= x < right and top <= y < bottom


def _merged(lines: Sequence[PrintLine]) -> list[PrintLine]:
    """Return the lines of a row's cells as lines of the row."""
    result: list[PrintLine] = []
    for line in sorted(lines, key=attrgetter("base")):
        if not result or line.base - result[-1].base >= _SAME_BASE:
            result.append(line)
            continue
        last = result.pop()
        chunks = tuple(sorted([*last.chunks, *line.chunks]))
        result.append(PrintLine(last.base, max(last.size, line.size), chunks))
    return result

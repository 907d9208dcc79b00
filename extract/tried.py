"""Regions that may hold a table, tried: the grid of each, or why it has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossfoot.extract.characters import Run
from crossfoot.extract.chunks import Blanks, PrintLine
from crossfoot.extract.footed import laid_below, without_foot
from crossfoot.extract.gaps import Refusal, is_value
from crossfoot.extract.grid import Grid
from crossfoot.extract.own_blanks import with_own_blanks
from crossfoot.extract.page_foot import without_page_foot
from crossfoot.extract.spaced_parts import spaced_parts
from crossfoot.extract.title_below import without_title_below
from crossfoot.extract.told_grid import check_whole, grid_of_rows, grid_told, tables_in
from crossfoot.extract.told_row import OrderDenied
from crossfoot.extract.tracts import Region
from crossfoot.extract.unruled import grid_of
from crossfoot.extract.weighed_parts import weighed_parts
from crossfoot.schema.page import Box


class Refused(NamedTuple):
    """What looked like a table and was not told: its place, why not, and its rows with figures."""

    box: Box
    why: str
    rows: int


class Printed(NamedTuple):
    """The grids told by print, and what was refused.

    ``opened`` are grids whose rules left cells open, each with the grid of the rules alone;
    ``inside`` boxes drawn in a cell of a table, a bar that shows progress; ``taken`` is the print
    of what was refused.
    """

    grids: list[Grid]
    refused: list[Refused]
    opened: list[tuple[Grid, Grid]]
    inside: list[Grid]
    taken: list[Run]

    def with_ruled(self, ruled: Sequence[Grid]) -> list[Grid]:
        """Return all grids of the page, those of its rules first."""
        replaced = {id(old) for old in [*self.inside, *(old for _, old in self.opened)]}
        kept = [grid for grid in ruled if id(grid) not in replaced]
        return [*kept, *(new for new, _ in self.opened), *self.grids]


def read_region(region: Region, runs: list[Run], blanks: Blanks, found: Printed) -> list[Run]:
    """Read a region's table, if it is told; return the runs that are left.

    Where it is not, and holds several tables below each other, each is read by itself.
    """
    region, blanks = with_own_blanks(region, blanks)
    region = without_title_below(without_page_foot(region))
    try:
        grid = grid_of_region(region, blanks)
    except Refusal as refusal:
        parts = tables_in(region)
        if not parts or parts[0][0] is region:
            return _read_apart(region, refusal, runs, blanks, found)
        for part, rows in parts:
            try:
                grid = grid_of_rows(part, rows, blanks)
            except Refusal as why:
                runs = _refused(part, why, runs, found)
            else:
                runs = _found(part, grid, runs, found)
        return runs
    return _found(region, grid, runs, found)


def _read_apart(
    region: Region, refusal: Refusal, runs: list[Run], blanks: Blanks, found: Printed
) -> list[Run]:
    """Read the tables that titles and space part, if one at least is told; else none is."""
    tried: list[tuple[Region, Grid | Refusal]] = []
    for part in spaced_parts(region) or weighed_parts(region):
        try:
            tried.append((part, grid_of_region(part, blanks)))
        except Refusal as why:
            tried.append((part, why))
    if not any(isinstance(told, Grid) for _, told in tried):
        return _refused(region, refusal, runs, found)
    for part, told in tried:
        if isinstance(told, Grid):
            runs = _found(part, told, runs, found)
        else:
            runs = _refused(part, told, runs, found)
    return runs


def _found(region: Region, grid: Grid, runs: list[Run], found: Printed) -> list[Run]:
    """Keep the grid of a region, unless print of another stands in it; return the runs left."""
    known = {id(run) for run in _runs(region)}
    rest = [run for run in runs if id(run) not in known]
    taken = [run for run in found.taken if id(run) not in known]
    if any(meets(run, grid.box) for run in [*rest, *taken]):
        return _refused(region, Refusal("other print stands in it"), runs, found)
    found.grids.append(grid)
    return rest


def _refused(region: Region, refusal: Refusal, runs: list[Run], found: Printed) -> list[Run]:
    """Note that a region was refused; return the runs that are left.

    What was refused is not tried again without its rules, but for lines that are one piece each:
    they may be the first column of a table whose rules reach further; and for lines that hold no
    figure, date or code: they may be headings of which rows stand below.
    """
    mine = _runs(region)
    rows = sum(map(holds_figures, lines_of(region)))
    found.refused.append(Refused(around(mine), str(refusal), rows))
    values = any(is_value(chunk) for line in lines_of(region) for chunk in line.chunks)
    if not values or all(len(line.chunks) == 1 for line in lines_of(region)):
        return runs
    found.taken.extend(mine)
    known = {id(run) for run in mine}
    return [run for run in runs if id(run) not in known]


def _runs(region: Region) -> list[Run]:
    return [run for line in lines_of(region) for chunk in line.chunks for run in chunk.runs]


def grid_of_region(region: Region, blanks: Blanks) -> Grid:
    """Return the grid that the order of painting tells, or else the print.

    Raises :class:`Refusal`, with the reason of the former where the order tells rows. Where those
    are of several tables the print is not asked: it may take all of them for one.
    """
    try:
        return grid_told(region, blanks)
    except OrderDenied:
        return _told_by_print(region, blanks)
    except Refusal as refusal:
        if len(tables_in(region)) > 1:
            raise
        try:
            return _told_by_print(region, blanks)
        except Refusal:
            raise refusal from None


def _told_by_print(region: Region, blanks: Blanks) -> Grid:
    """Return the grid that the print tells, or where a foot hides its columns what is above it."""
    try:
        grid = grid_of(region, blanks)
    except Refusal:
        footed = without_foot(region)
        if footed is None:
            raise
        grid = laid_below(grid_of(footed.upper, blanks), footed, region)
    check_whole(grid, list(lines_of(region)))
    return grid


def holds_figures(line: PrintLine) -> bool:
    """Whether two figures stand on a line, the number of an item at its head not counted."""
    numbered = re.fullmatch(r"\d{1,3}[.)]?", line.chunks[0].text) is not None
    return sum(map(is_value, line.chunks)) > 1 + numbered


def lines_of(region: Region) -> Iterator[PrintLine]:
    for band in region.bands:
        yield from band.lines


def meets(run: Run, box: Box) -> bool:
    """Whether print reaches into a box, its middle between the box's top and foot."""
    y = (run.y0 + run.y1) / 2
    return run.x0 < box.x1 and box.x0 < run.x1 and box.y0 < y < box.y1


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have room in common."""
    return one.overlap(other).area > 0


def around(runs: Sequence[Run]) -> Box:
    return Box(
        min(run.x0 for run in runs),
        min(run.y0 for run in runs),
        max(run.x1 for run in runs),
        max(run.y1 for run in runs),
    ).rounded()

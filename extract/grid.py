"""From rules to grids of cells, one connected region at a time.

The table finding is pdfplumber's: edges are snapped and joined, cells are what stands between the
corners where they meet, tables are cells that share corners.
"""

from __future__ import annotations

from typing import NamedTuple

from crossfoot.extract import compiled, corners
from crossfoot.extract.closing import closed
from crossfoot.extract.corners import Bounds
from crossfoot.extract.edges import meet, merge_edges
from crossfoot.extract.open_sides import Prints, rejoined
from crossfoot.extract.regions import connected_regions
from crossfoot.extract.rules import Rule
from crossfoot.extract.settings import ExtractSettings
from crossfoot.schema.page import Box, Ruling

_FEWEST_EDGES = 4
_MOST_EDGES = 4000  # joined edges in one region; engineering drawings, not tables
_TOO_MANY_RULES = "there are too many rules here to look for a table in them"


class GridCell(NamedTuple):
    """A cell of one page's grid; ``row`` and ``column`` count from 0."""

    row: int
    column: int
    row_span: int
    col_span: int
    box: Box


class Grid(NamedTuple):
    """One ruled grid on one page.

    ``xs`` and ``ys`` are the positions of its column and row edges, ascending. ``open_top`` and
    ``open_bottom`` say that no rule closes it there: what a table cut by a page end looks like.
    ``ruling`` says what its cells were told by; where that is not rules alone, ``slack`` has for
    each inner column edge the stretch, from and to, that no print stands in. ``headless`` says that
    its columns have no headings on this page: they are those of the table on the page before.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    open_top: bool
    open_bottom: bool
    ruling: Ruling = "ruled"
    slack: tuple[tuple[float, float], ...] = ()
    headless: bool = False

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def find_grids(
    rules: list[Rule],
    settings: ExtractSettings,
    passed: list[tuple[Box, str]] | None = None,
    prints: Prints = lambda _: False,
) -> list[Grid]:
    """Return the grids that the rules form, top to bottom, then left to right.

    Places with too many rules to be searched are added to *passed*, with the reason. *prints* tells
    whether print stands in a box.
    """
    if len(rules) < _FEWEST_EDGES:
        return []
    grids: list[Grid] = []
    regions = connected_regions(rules, settings.reach)
    for region in rejoined(regions, rules, settings.reach, prints):
        if len(region) < _FEWEST_EDGES:
            continue
        found = _grids_of(region, settings) if len(region) <= _MOST_EDGES else None
        if found is not None:
            grids.extend(found)
        elif passed is not None:
            passed.append((_around(region), _TOO_MANY_RULES))
    cells = [cell.box for grid in grids if len(grid.cells) > 1 for cell in grid.cells]
    grids = [grid for grid in grids if not _is_frame(grid, cells)]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _is_frame(grid: Grid, cells: list[Box]) -> bool:
    """Whether a grid is one box: drawn inside a cell (a form field, a remark), or round a table."""
    if len(grid.cells) > 1:
        return False
    box = grid.box
    return any(cell.overlap(box) in (box, cell) for cell in cells)


def _around(region: list[Rule]) -> Box:
    level, upright = ([rule for rule in region if rule.level is side] for side in (True, False))
    return Box(
        min(rule.start for rule in level),
        min(rule.start for rule in upright),
        max(rule.end for rule in level),
        max(rule.end for rule in upright),
    )


def _grids_of(region: list[Rule], settings: ExtractSettings) -> list[Grid] | None:
    lying, standing, open_top, open_bottom = closed(region, settings.snap)
    upright = merge_edges(standing, settings.snap, settings.reach)
    level = merge_edges(lying, settings.snap, settings.reach)
    if compiled.loops is not None:
        made = compiled.loops.find_cells(
            upright, level, settings.reach, corners.MOST_STEPS, GridCell, Box
        )
        if made is not None:
            grids, top, bottom = made
            return [
                Grid(xs, ys, cells, open_top and ys[0] == top, open_bottom and ys[-1] == bottom)
                for xs, ys, cells in grids
            ]
    found = corners.cells_between(meet(upright, level, settings.reach))
    if found is None:
        return None
    tables = corners.tables_of(found) or ([found] if len(found) == 1 else [])
    top = min((cell[1] for cell in found), default=0.0)
    bottom = max((cell[3] for cell in found), default=0.0)
    return [
        _grid(
            table,
            open_top and min(cell[1] for cell in table) == top,
            open_bottom and max(cell[3] for cell in table) == bottom,
        )
        for table in tables
    ]


def _grid(boxes: list[Bounds], open_top: bool, open_bottom: bool) -> Grid:
    xs = sorted({side for box in boxes for side in (box[0], box[2])})
    ys = sorted({side for box in boxes for side in (box[1], box[3])})
    columns, rows = ({side: at for at, side in enumerate(sides)} for sides in (xs, ys))
    cells = []
    for box in boxes:
        column, row = columns[box[0]], rows[box[1]]
        spans = rows[box[3]] - row, columns[box[2]] - column
        cells.append(GridCell(row, column, *spans, Box(*box)))
    return Grid(tuple(xs), tuple(ys), tuple(sorted(cells)), open_top, open_bottom)

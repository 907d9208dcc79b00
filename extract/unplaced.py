"""Print inside a table's bounds that stands in none of its cells."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extract.characters import Run
from crossfoot.extract.grid import Grid
from crossfoot.extract.places import runs_outside
from crossfoot.extract.watermarks import may_be_watermark
from crossfoot.schema.page import Box, Doubt


def unplaced(outside: Sequence[Run], grids: Sequence[Grid], page: int) -> list[Doubt]:
    """Return a doubt for each grid with characters inside its bounds but in none of its cells.

    The letters of a watermark are in none, and nobody would look for them there.
    """
    doubts = []
    if len(runs_outside(outside, [grid.box for grid in grids])) == len(outside):  # of most pages
        return []
    outside = [run for run in outside if not may_be_watermark(run)]
    for grid in grids:
        x0, y0, x1, y1 = grid.box
        inside = [
            run
            for run in outside
            if x0 < (run.x0 + run.x1) / 2 < x1 and y0 < (run.y0 + run.y1) / 2 < y1
        ]
        if inside:
            box = Box.around([Box(*run[1:5]) for run in inside]).rounded()
            message = f"{sum(len(run.text) for run in inside)} characters stand inside a table but"
            doubts.append(Doubt("unplaced", page, box, f"{message} in none of its cells"))
    return doubts

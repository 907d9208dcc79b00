"""The grid of a table whose rows and columns are planned: where its edges are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from crossfoot.extract.gaps import Band, Columns, Refusal
from crossfoot.extract.grid import Grid, GridCell
from crossfoot.extract.heads import Plan
from crossfoot.schema.page import Box, Ruling


def lay_out(plans: Sequence[Plan], columns: Columns, bands: Sequence[Band], ruling: Ruling) -> Grid:
    """Lay the planned rows out as a grid; rules between them give its edges."""
    drawn = [band.bottom for band in bands[:-1]]
    ys = [min(bands[0].top, plans[0].top) if bands[0].closed else plans[0].top - 1]
    for before, after in pairwise(plans):
        at = bisect_left(drawn, before.bottom - 2)
        between = at < len(drawn) and drawn[at] < after.top + 2
        ys.append(drawn[at] if between else (before.bottom + after.top) / 2)
    last = plans[-1].bottom
    ys.append(max(bands[-1].bottom, last) if bands[-1].closed else last + 1)
    xs = columns.edges
    cells = []
    for row, plan in enumerate(plans):
        for column, across, down in plan.cells:
            box = Box(xs[column], ys[row], xs[column + across], ys[row + down])
            cells.append(GridCell(row, column, down, across, box))
    if any(upper >= lower for upper, lower in pairwise(ys)):
        raise Refusal("its rows overlap")
    return Grid(tuple(xs), tuple(ys), tuple(cells), False, False, ruling, columns.slack)

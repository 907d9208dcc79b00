"""The colours that the cells of a grid are painted in.

Producers paint a cell with one rectangle, or with several that only together cover it: one for each
line of its text, or for each part of a cell that a page or a merged row cuts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.extract import compiled
from crossfoot.extract.drawing import Fill
from crossfoot.extract.grid import Grid
from crossfoot.schema.page import Box

COVERED = 0.3  # of a cell's area; less is a swatch or a highlight inside the cell
_BESIDE_FILL = 0.2  # of a cell's area: a second fill beside the first, none of them the cell's
_IN_COMMON = 0.1  # of a fill's area that another may take of it and still stand beside it
_ACROSS = 0.9  # of a cell's width or height, that a strip of it reaches over
_TOGETHER = 0.8  # of a cell's area that strips of it cover; the rest is padding and rules
_MOST_STRIPS = 16  # a cell of more lines that are each painted alone is not looked for
WHITE = "#ffffff"


class Painted(NamedTuple):
    """What the cells of a grid are painted in, by their index.

    ``colours`` has the cell's colour, ``None`` where it is white or has several; ``mixed`` has
    these several, in alphabetical order.
    """

    colours: dict[int, str | None]
    mixed: dict[int, list[str]]


def cell_fills(fills: list[Fill], grid: Grid) -> Painted:
    """Return each cell's topmost fill: the last painted that holds its centre and most of it.

    Strips of a cell, over all of its width or height, that only together cover it are one fill.
    Where they have several colours, or another stands beside the topmost, the cell has none.
    """
    bounds = grid.box
    if compiled.loops is not None:
        return Painted(*compiled.loops.paint_cells(fills, grid.cells, bounds))
    painted = Painted({}, {})
    near = [
        fill
        for fill in fills
        if fill.box.x1 > bounds.x0
        and fill.box.x0 < bounds.x1
        and fill.box.y1 > bounds.y0
        and fill.box.y0 < bounds.y1
    ]
    near.reverse()
    for index, cell in enumerate(grid.cells if near else ()):
        colours = _colours_of(cell.box, near)
        if colours:
            alone = len(colours) == 1 and colours[0] != WHITE
            painted.colours[index] = colours[0] if alone else None
        if len(colours) > 1:
            painted.mixed[index] = colours
    return painted


def _colours_of(cell: Box, near: Sequence[Fill]) -> list[str]:
    """Return the colours that a cell is painted in, white only where it is the only one.

    *near* are the fills, the last painted first.
    """
    x, y = (cell.x0 + cell.x1) / 2, (cell.y0 + cell.y1) / 2
    for fill in near:
        left, top, right, bottom = fill[0]
        # Asked of each cell and fill: by name it would cost three times as much.
        if left <= x <= right and top <= y <= bottom and covers(fill.box, cell):
            if fill.colour == WHITE:
                return [WHITE]
            beside = {other.colour for other in near if _stands_beside(other, fill, cell)}
            return sorted({fill.colour, *beside})
    return _together(cell, near)


def covers(fill: Box, cell: Box) -> bool:
    return fill.overlap(cell).area >= COVERED * cell.area


def _stands_beside(other: Fill, fill: Fill, cell: Box) -> bool:
    """Whether another fill takes a part of the cell that *fill* leaves."""
    if other.colour in (fill.colour, WHITE) or other.box.overlap(cell).area <= 0:
        return False
    return (
        other.box.overlap(cell).area >= _BESIDE_FILL * cell.area
        and other.box.overlap(fill.box).area <= _IN_COMMON * other.box.overlap(cell).area
    )


def _together(cell: Box, near: Sequence[Fill]) -> list[str]:
    """Return the colours of the strips that cover a cell, none where they do not."""
    strips: list[Box] = []
    areas: dict[str, float] = defaultdict(float)
    whole = 0.0
    for fill in near:
        part = fill.box.overlap(cell)
        if part.area <= 0 or len(strips) == _MOST_STRIPS:
            continue
        wide, high = part.x1 - part.x0, part.y1 - part.y0
        if wide < _ACROSS * (cell.x1 - cell.x0) and high < _ACROSS * (cell.y1 - cell.y0):
            continue
        if any(part.overlap(strip).area > _IN_COMMON * part.area for strip in strips):
            continue  # painted over
        strips.append(part)
        areas[fill.colour] += part.area
        whole += part.area
    if whole < _TOGETHER * cell.area:
        return []
    colours = sorted(one for one, area in areas.items() if area >= _BESIDE_FILL * cell.area)
    return [] if len(colours) > 1 and WHITE in colours else colours

"""Headings of a table without upright rules whose cells are painted: their fills show its columns.

Printers of web pages and word processors fill a heading row cell by cell. Fills that tile the
headings are its cells, those over several columns too, and the lowest are the columns.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.gaps import Band, Columns, Corridor
from crossfoot.extract.heads import Plan
from crossfoot.schema.page import Box

_SAME = 0.6  # points that edges of one line of cells may differ by; producers round to 0.25
_LOWEST = 5.0  # points, of a cell
_NARROWEST = 6.0  # points, of a cell
_FEWEST = 3  # cells that tile the headings
_OVER_EDGE = 0.5  # points that a letter may reach over the edge of its cell


class Known(NamedTuple):
    """The columns of a table and its heading rows, which fill the first ``bands`` of its bands."""

    columns: Columns
    plans: list[Plan]
    bands: int


def painted_headings(bands: Sequence[Band], fills: Sequence[Box]) -> Known | None:
    """Return the headings that *fills* tile at the top of *bands*; ``None`` where they do not.

    The print below must stand in the columns that they show: a line in several of them that crosses
    an edge, or two pieces of print beside each other in one, deny them.
    """
    cells = _tiles(bands[0], fills)
    if cells is None:
        return None
    xs, ys = _steps(cells, 0), _steps(cells, 1)
    bottom = ys[-1]
    depth = next(
        (at for at, band in enumerate(bands) if band.lines[0].base > bottom),
        len(bands),
    )
    headings = [line for band in bands[:depth] for line in band.lines]
    body = [line for band in bands[depth:] for line in band.lines]
    columns = Columns(tuple(xs), tuple(Corridor(x, x) for x in xs[1:-1]))
    if not body or any(line.base > bottom for line in headings):
        return None
    if not all(_is_held(chunk, cells) for line in headings for chunk in line.chunks):
        return None
    if not all(_fits(line, columns) for line in body):
        return None
    plans = _plans(cells, xs, ys)
    if plans is None:
        return None
    return Known(_with_room(columns, [*headings, *body]), plans, depth)


def _with_room(columns: Columns, lines: Sequence[PrintLine]) -> Columns:
    """Return columns with the room that print leaves at their edges, for rows on the next page."""
    slack = [(columns.edges[0], columns.edges[-1])] * len(columns.slack)
    for line in lines:
        for chunk in line.chunks:
            at, end = columns.span(chunk)
            if end - at > 1:
                continue
            for edge in range(len(slack)):
                lo, hi = slack[edge]
                slack[edge] = (max(lo, chunk.x1), hi) if edge >= at else (lo, min(hi, chunk.x0))
    rooms = (
        Corridor(min(lo, one.lo), max(hi, one.hi))
        for (lo, hi), one in zip(slack, columns.slack, strict=True)
    )
    return columns._replace(slack=tuple(rooms))


def _tiles(first: Band, fills: Sequence[Box]) -> list[Box] | None:
    """Return the painted cells around the first line of a table and those below that they reach to.

    Where cells below part one of them they are headings as well: cells of rows stand under the
    lowest headings. ``None`` where they do not tile what they cover.
    """
    base = first.lines[0].base
    large = {box for box in fills if box.y1 - box.y0 >= _LOWEST and box.x1 - box.x0 >= _NARROWEST}
    around = [box for box in large if box.y0 <= base <= box.y1]
    if len(around) < _FEWEST - 1:
        return None
    left, right = min(box.x0 for box in around), max(box.x1 for box in around)
    top, bottom = min(box.y0 for box in around), max(box.y1 for box in around)
    while True:
        cells = sorted(
            box
            for box in large
            if top - _SAME < box.y0
            and box.y1 < bottom + _SAME
            and left - _SAME < box.x0
            and box.x1 < right + _SAME
        )
        below = [
            box
            for box in large
            if abs(box.y0 - bottom) <= _SAME and left - _SAME < box.x0 and box.x1 < right + _SAME
        ]
        lowest = [box for box in cells if abs(box.y1 - bottom) <= _SAME]
        if not any(_parts(one, other) for one in lowest for other in below):
            break
        bottom = max(box.y1 for box in below)
    return cells if len(cells) >= _FEWEST and _are_even(cells) else None


def _parts(upper: Box, lower: Box) -> bool:
    """Whether a cell below another is a part of its breadth."""
    inside = upper.x0 - _SAME < lower.x0 and lower.x1 < upper.x1 + _SAME
    return inside and upper.x1 - upper.x0 - (lower.x1 - lower.x0) > _NARROWEST


def _are_even(cells: Sequence[Box]) -> bool:
    """Whether cells cover the box around them everywhere and nowhere twice.

    Rules that part them take up to half a point.
    """
    xs, ys = _steps(cells, 0), _steps(cells, 1)
    covered: set[tuple[int, int]] = set()
    for box in cells:
        across, down = (
            range(bisect_left(steps, start - _SAME), bisect_left(steps, end - _SAME))
            for steps, start, end in ((xs, box.x0, box.x1), (ys, box.y0, box.y1))
        )
        mine = {(x, y) for x in across for y in down}
        if covered & mine:
            return False
        covered |= mine
    return len(covered) == (len(xs) - 1) * (len(ys) - 1)


def _steps(cells: Sequence[Box], axis: int) -> list[float]:
    """Return the edges of the cells across (0) or down (1), those within a rounding made one."""
    steps: list[float] = []
    for at in sorted(edge for box in cells for edge in (box[axis], box[axis + 2])):
        if not steps or at - steps[-1] > _SAME:
            steps.append(at)
    return steps


def _is_held(chunk: Chunk, cells: Sequence[Box]) -> bool:
    """Whether print stands in one cell, from side to side."""
    y = (chunk.top + chunk.bottom) / 2
    return any(
        box.y0 <= y <= box.y1
        and box.x0 - _OVER_EDGE <= chunk.x0
        and chunk.x1 <= box.x1 + _OVER_EDGE
        for box in cells
    )


def _fits(line: PrintLine, columns: Columns) -> bool:
    """Whether the print of a line below the headings stands in the columns, as one cell in each."""
    chunks = line.chunks
    if len(chunks) > 1 and any(_crosses(chunk, columns) for chunk in chunks):
        return False
    if chunks[0].x0 < columns.edges[0] - _OVER_EDGE or chunks[-1].x1 > columns.edges[-1] + (
        _OVER_EDGE
    ):
        return False
    return not any(columns.span(one) == columns.span(other) for one, other in pairwise(chunks))


def _crosses(chunk: Chunk, columns: Columns) -> bool:
    return any(
        chunk.x0 < edge - _OVER_EDGE and edge + _OVER_EDGE < chunk.x1 for edge in columns.edges
    )


def _plans(cells: Sequence[Box], xs: Sequence[float], ys: Sequence[float]) -> list[Plan] | None:
    """Plan the heading rows, each painted cell in its place; the lowest must be a column each."""
    rows: list[list[tuple[int, int, int]]] = [[] for _ in ys[:-1]]
    for box in cells:
        first, end = (bisect_left(xs, x - _SAME) for x in (box.x0, box.x1))
        top, low = (bisect_left(ys, y - _SAME) for y in (box.y0, box.y1))
        if low == len(ys) - 1 and end - first != 1:
            return None
        rows[top].append((first, end - first, low - top))
    return [
        Plan(top + _SAME, low - _SAME, tuple(sorted(row)))
        for (top, low), row in zip(pairwise(ys), rows, strict=True)
    ]

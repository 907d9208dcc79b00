"""Heading rows from the paths of the columns' headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from samples.fuzz.model import Cell, Spot


def heading_spots(
    paths: Sequence[tuple[str, ...]], cell: Cell, caption: str | None = None
) -> tuple[list[Spot], int]:
    """Return the cells of the heading rows, and how many rows they take.

    Equal neighbours of one parent become one cell; a short path runs down to the lowest row.
    *cell* says how a heading looks. A *caption* is a first row of one cell.
    """
    if caption is not None:
        below, rows = heading_spots(paths, cell)
        moved = [Spot(spot.row + 1, spot.col, spot.cell) for spot in below]
        return [Spot(0, 0, _titled(cell, caption, 1, len(paths))), *moved], rows + 1
    depth = max(map(len, paths))
    spots: list[Spot] = []
    for level in range(depth):
        col = 0
        while col < len(paths):
            path = paths[col]
            end = col + 1
            if level < len(path) - 1:
                while end < len(paths) and paths[end][: level + 1] == path[: level + 1]:
                    end += 1
            if level < len(path):
                last = level == len(path) - 1
                rows = depth - level if last else 1
                spots.append(Spot(level, col, _titled(cell, path[level], rows, end - col)))
            col = end
    return spots, depth


def _titled(cell: Cell, text: str, rows: int, cols: int) -> Cell:
    return replace(cell, text=text, rows=rows, cols=cols)

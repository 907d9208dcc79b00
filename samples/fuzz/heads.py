"""Heading rows from the paths of the columns' headings."""

from __future__ import annotations

from collections.abc import Sequence

from samples.fuzz.model import Cell, Spot


def heading_spots(paths: Sequence[tuple[str, ...]], cell: Cell) -> tuple[list[Spot], int]:
    """Return the cells of the heading rows, and how many rows they take.

    Equal neighbours of one parent become one cell; a short path runs down to the lowest row.
    *cell* says how a heading looks.
    """
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
    return Cell(text, fill=cell.fill, bold=cell.bold, align=cell.align, rows=rows, cols=cols)

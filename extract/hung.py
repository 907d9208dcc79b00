"""Symbols that hang below their word, or stand above it, where no rule parts the rows.

Between rows told by print the grid's edge is half way from the one's print to the other's. A symbol
on a line of its own reaches over it: it is its word's, however near the next row begins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from crossfoot.extract.characters import Run
from crossfoot.extract.places import Places
from crossfoot.schema.page import Box

_BESIDE = 0.25  # of a symbol's height; as much may stand beside the print of a row not its own
_NEARER = 0.2  # of a symbol's height, that one word must be nearer than the other
_APART = 1.0  # of a symbol's height; what is further from a word is not set with it

Symbol = tuple[int, Box]  # the cell that holds its middle, by its index, and its place


class _Word(NamedTuple):
    """A word that a symbol may be set with: how far off, in points, its cell, and which is over."""

    gap: float
    cell: int
    hangs: bool


def cells_of(
    place: Places, texts: Mapping[int, Sequence[Run]], symbols: Sequence[Symbol]
) -> list[int]:
    """Return the cell of each symbol: the one that holds its middle, or that of its word.

    *texts* is the print of the grid's cells, by their index. A symbol that stands off all print of
    the row it is in is set with a word above or below it. Where there are two, it is as others of
    its column that have one only; else with the nearer.
    """
    if not symbols or place.grid.ruling != "none":
        return [index for index, _ in symbols]
    rows = _rows_of(place, texts)
    words = [sorted(_words(place, texts, rows, symbol)) for symbol in symbols]
    ways: dict[int, set[bool]] = defaultdict(set)
    for (index, _), near in zip(symbols, words, strict=True):
        if len(near) == 1:
            ways[place.grid.cells[index].column].add(near[0].hangs)
    return [
        _chosen(symbol, near, ways[place.grid.cells[symbol[0]].column])
        for symbol, near in zip(symbols, words, strict=True)
    ]


def _chosen(symbol: Symbol, near: Sequence[_Word], ways: set[bool]) -> int:
    index, box = symbol
    if not near:
        return index
    if len(ways) == 1:
        near = [word for word in near if word.hangs in ways]
        return near[0].cell if near else index
    if len(near) == 1 or near[1].gap - near[0].gap > _NEARER * (box.y1 - box.y0):
        return near[0].cell
    return index


def _words(
    place: Places,
    texts: Mapping[int, Sequence[Run]],
    rows: Mapping[int, tuple[float, float]],
    symbol: Symbol,
) -> Iterator[_Word]:
    """Yield the words next to a symbol that stands off all print of its row."""
    index, box = symbol
    cell, high, x = place.grid.cells[index], box.y1 - box.y0, (box.x0 + box.x1) / 2
    top, bottom = rows.get(cell.row, (box.y1, box.y0))
    if min(box.y1, bottom) - max(box.y0, top) > _BESIDE * high:
        return
    for near in {index, place.find(x, cell.box.y0 - 0.1), place.find(x, cell.box.y1 + 0.1)}:
        if near is not None and texts.get(near):
            top, bottom = _ends(texts[near])
            gap = max(0.0, box.y0 - bottom, top - box.y1)
            if gap <= _APART * high:
                yield _Word(gap, near, top + bottom < box.y0 + box.y1)


def _rows_of(place: Places, texts: Mapping[int, Sequence[Run]]) -> dict[int, tuple[float, float]]:
    """Return where the print of each row begins and ends."""
    rows: dict[int, tuple[float, float]] = {}
    for index, cell in enumerate(place.grid.cells):
        if cell.row_span == 1 and texts.get(index):
            top, bottom = _ends(texts[index])
            first, last = rows.get(cell.row, (top, bottom))
            rows[cell.row] = min(first, top), max(last, bottom)
    return rows


def _ends(runs: Iterable[Run]) -> tuple[float, float]:
    boxes = [(run.y0, run.y1) for run in runs]
    return min(top for top, _ in boxes), max(bottom for _, bottom in boxes)

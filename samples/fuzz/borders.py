"""The rules of a table, in each way that producers draw them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from samples.fuzz.marks import Box, Fill, Line, Mark, Outline
from samples.fuzz.model import Style

_APART = 0.8  # of a double rule, from its middle to either line


@dataclass
class Edges:
    """The cells of the part of a table that stands on one page."""

    cells: list[Box] = field(default_factory=list)

    def add(self, box: Box) -> None:
        self.cells.append(box)

    def horizontal(self) -> list[Box]:
        """Each edge between or around rows, as long as it runs."""
        sides = [(y, x0, x1) for x0, y0, x1, y1 in self.cells for y in (y0, y1)]
        return [Box(start, y, end, y) for y, start, end in _runs(sides)]

    def vertical(self) -> list[Box]:
        sides = [(x, y0, y1) for x0, y0, x1, y1 in self.cells for x in (x0, x1)]
        return [Box(x, start, x, end) for x, start, end in _runs(sides)]


def _runs(sides: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Join pieces of one line that touch: (position, start, end) each."""
    found: list[tuple[float, float, float]] = []
    for at, start, end in sorted((round(a, 3), b, c) for a, b, c in sides):
        if found and found[-1][0] == at and start <= found[-1][2] + 0.01:
            found[-1] = (at, found[-1][1], max(end, found[-1][2]))
        else:
            found.append((at, start, end))
    return found


def rules(edges: Edges, style: Style, x0: float, x1: float) -> Iterator[Mark]:
    """Yield what draws the rules of one part of a table that reaches from *x0* to *x1*."""
    for mark in _rules(edges, style):
        if style.outer or not isinstance(mark, Line) or not _is_side(mark.box, x0, x1):
            yield mark


def _is_side(box: Box, x0: float, x1: float) -> bool:
    near = min(abs(box.x0 - x0), abs(box.x0 - x1))
    return box.x0 == box.x1 and near <= _APART + 0.01


def _rules(edges: Edges, style: Style) -> Iterator[Mark]:
    width, colour, kind = style.rule, style.colour, style.borders
    if kind == "grid":
        yield from (Outline(box, width, colour) for box in edges.cells)
    elif kind == "thin fills":
        for box in edges.cells:
            yield from (Fill(side, colour) for side in _sides(box, width / 2))
    elif kind == "double":
        for box in edges.horizontal():
            for apart in (-_APART, _APART):
                yield Line(Box(box.x0, box.y0 + apart, box.x1, box.y1 + apart), 0.4, colour)
        for box in edges.vertical():
            for apart in (-_APART, _APART):
                yield Line(Box(box.x0 + apart, box.y0, box.x1 + apart, box.y1), 0.4, colour)
    elif kind != "none":
        found = edges.horizontal() + (edges.vertical() if kind != "rows only" else [])
        yield from (Line(box, width, colour, kind == "dashed") for box in found)


def _sides(box: Box, half: float) -> Iterator[Box]:
    x0, y0, x1, y1 = box
    yield Box(x0 - half, y0 - half, x1 + half, y0 + half)
    yield Box(x0 - half, y1 - half, x1 + half, y1 + half)
    yield Box(x0 - half, y0 - half, x0 + half, y1 + half)
    yield Box(x1 - half, y0 - half, x1 + half, y1 + half)

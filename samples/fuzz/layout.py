"""Sets a paper on pages: our own layout, so that the place of every cell is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from samples.fuzz.borders import Edges, rules
from samples.fuzz.decor import decorations
from samples.fuzz.marks import Box, Fill, Mark, Picture, Text
from samples.fuzz.measure import (
    ICON_GAP,
    RAISED,
    column_widths,
    face,
    joined,
    lines,
    text_room,
    width,
)
from samples.fuzz.model import Cell, Model, NewPage, Spot, Style, Table, Words
from samples.fuzz.strokes import strokes

_HEAD, _FOOT = 40.0, 40.0


class TooTallError(ValueError):
    """Rows that cells tie together do not fit a page."""


@dataclass(frozen=True)
class Part:
    """A cell, or the part of it that stands on one page (from 1)."""

    page: int
    box: Box
    text: str


Placed = list[list[list[Part]]]
"""For each table, for each of its cells in the model's order, its parts."""


@dataclass
class _Piece:
    """What is left to set of one cell."""

    index: int
    spot: Spot
    lines: list[str]
    icon: bool
    started: bool = False


@dataclass
class _Setter:
    model: Model
    pages: list[list[Mark]] = field(default_factory=list)
    y: float = 0.0

    @property
    def bottom(self) -> float:
        return self.model.page[1] - _FOOT

    def next_page(self) -> None:
        self.pages.append(list(decorations(self.model)))
        self.y = _HEAD
        if self.model.foot:
            text = self.model.foot.format(page=len(self.pages))
            name = face(self.model.font, bold=False)
            x = (self.model.page[0] - width(text, name, 8)) / 2
            self.put(Text(x, self.model.page[1] - 20, text, name, 8))

    def put(self, mark: Mark) -> None:
        self.pages[-1].append(mark)

    def words(self, block: Words) -> None:
        style = Style(font=self.model.font, size=block.size)
        cell = Cell(block.text, bold=block.bold)
        name = face(style.font, bold=block.bold)
        for line in lines(cell, style, self.model.page[0] - 2 * self.model.margin):
            if self.y + block.size * (4 if block.bold else 1.3) > self.bottom:
                self.next_page()
            self.put(Text(self.model.margin, self.y + block.size, line, name, block.size))
            self.y += block.size * 1.25
        self.y += block.after


@dataclass
class _TableSetter:
    """Sets one table, page by page."""

    setter: _Setter
    table: Table
    parts: list[list[Part]] = field(default_factory=list)
    edges: Edges = field(default_factory=Edges)
    headings: float = 0.0

    def __post_init__(self) -> None:
        model = self.setter.model
        widths = column_widths(self.table, model.page[0] - 2 * model.margin)
        assert widths is not None
        self.widths = widths
        self.left = model.margin
        self.parts = [[] for _ in self.table.spots]

    @property
    def style(self) -> Style:
        return self.table.style

    def span(self, spot: Spot) -> tuple[float, float]:
        x0 = self.left + sum(self.widths[: spot.col])
        return x0, x0 + sum(self.widths[spot.col : spot.col + spot.cell.cols])

    def pieces(self, rows: range) -> list[_Piece]:
        found = []
        for index, spot in enumerate(self.table.spots):
            if spot.row in rows:
                x0, x1 = self.span(spot)
                broken = lines(spot.cell, self.style, text_room(spot.cell, self.style, x1 - x0))
                found.append(_Piece(index, spot, broken, spot.cell.icon is not None))
        return found

    def content(self, piece: _Piece) -> float:
        text = len(piece.lines) * self.style.size * self.style.leading
        icon = piece.spot.cell.icon_size if piece.icon else 0
        return max(text, icon)

    def heights(self, rows: range, pieces: Sequence[_Piece]) -> list[float]:
        least = self.style.size * self.style.leading + 2 * self.style.pad
        found = [least] * len(rows)
        for piece in sorted(pieces, key=lambda piece: piece.spot.cell.rows):
            first = piece.spot.row - rows.start
            last = first + piece.spot.cell.rows
            missing = self.content(piece) + 2 * self.style.pad - sum(found[first:last])
            if missing > 0:
                found[last - 1] += missing
        return found

    def groups(self) -> list[range]:
        """Runs of body rows that no cell ties together."""
        found, start, end = [], self.table.heads, self.table.heads
        for row in range(self.table.heads, self.table.rows):
            end = max([end, *(s.row + s.cell.rows for s in self.table.spots if s.row == row)])
            if end == row + 1:
                found.append(range(start, end))
                start = end
        if len(found) > 1 and self.is_remark(found[-1].start):
            found[-2:] = [range(found[-2].start, found[-1].stop)]
        return found

    def is_remark(self, row: int) -> bool:
        """Whether the last row is one cell: it stands on the page of the row before."""
        cells = [spot.cell for spot in self.table.spots if spot.row == row]
        return len(cells) == 1 and cells[0].cols == len(self.widths)

    def set(self) -> None:
        heading = range(self.table.heads)
        first = True
        self.headings = sum(self.heights(heading, self.pieces(heading)))
        for group in self.groups():
            pieces = self.pieces(group)
            heights = self.heights(group, pieces)
            needed = sum(heights)
            if first:
                top = self.pieces(heading)
                tall = self.heights(heading, top)
                least = min(needed, 60) if self.style.cut else needed
                if self.setter.y + sum(tall) + least > self.setter.bottom:
                    self.turn_page(repeat=False)
                self.draw(heading, top, tall)
                first = False
            self.place(group, pieces, heights)
        self.close()
        self.setter.y += 12

    def place(self, group: range, pieces: list[_Piece], heights: list[float]) -> None:
        turned = False
        while self.setter.y + sum(heights) > self.setter.bottom:
            room = self.setter.bottom - self.setter.y - 2 * self.style.pad
            rest = None
            tall = sum(heights) > self.setter.bottom - _HEAD - self.headings
            if len(group) == 1 and (self.style.cut or turned or tall):
                rest = self.cut(pieces, room)
            elif turned:
                raise TooTallError("a group of rows is taller than a page")
            if rest is not None:
                now = [replace(piece) for piece in pieces]
                self.draw(group, now, self.heights(group, now))
                pieces, heights = rest, self.heights(group, rest)
            self.turn_page(repeat=self.style.repeat)
            turned = rest is None
        self.draw(group, pieces, heights)

    def cut(self, pieces: list[_Piece], room: float) -> list[_Piece] | None:
        """Keep what fits into *room* in *pieces*; return the rest, ``None`` if nothing fits."""
        fit = int(room // (self.style.size * self.style.leading))
        icons = [piece.spot.cell.icon_size for piece in pieces if piece.icon]
        alone = sum(bool(piece.lines) for piece in pieces) == 1 and len(pieces) > 1
        if fit < 1 or (alone and not pieces[0].started) or max(icons, default=0) > room:
            return None
        rest = [_Piece(p.index, p.spot, p.lines[fit:], False, started=True) for p in pieces]
        for piece in pieces:
            piece.lines = piece.lines[:fit]
        return rest

    def turn_page(self, *, repeat: bool) -> None:
        self.close()
        self.setter.next_page()
        if repeat:
            heading = range(self.table.heads)
            top = self.pieces(heading)
            kept = [list(parts) for parts in self.parts]
            self.draw(heading, top, self.heights(heading, top))
            self.parts = kept  # a repeated heading is no part of the first

    def close(self) -> None:
        """Draw the rules of what stands on this page."""
        x1 = self.left + sum(self.widths)
        for mark in rules(self.edges, self.style, self.left, x1):
            self.setter.put(mark)
        self.edges = Edges()

    def draw(self, rows: range, pieces: Sequence[_Piece], heights: Sequence[float]) -> None:
        top = self.setter.y
        page = len(self.setter.pages)
        for piece in pieces:
            first = piece.spot.row - rows.start
            x0, x1 = self.span(piece.spot)
            y0 = top + sum(heights[:first])
            y1 = top + sum(heights[: first + piece.spot.cell.rows])
            box = Box(x0, y0, x1, y1)
            if piece.spot.cell.fill:
                self.setter.put(Fill(box, piece.spot.cell.fill))
            self.edges.add(box)
            self.fill_in(piece, box)
            self.parts[piece.index].append(Part(page, box, _printed(piece)))
        self.setter.y += sum(heights)

    def fill_in(self, piece: _Piece, box: Box) -> None:
        cell, style = piece.spot.cell, self.style
        free = box.y1 - box.y0 - 2 * style.pad - self.content(piece)
        y = box.y0 + style.pad + (free / 2 if style.vertical == "middle" else 0)
        x = box.x0 + style.pad
        if piece.icon and cell.icon:
            size = cell.icon_size
            at = x if cell.text else x + (box.x1 - box.x0 - 2 * style.pad - size) / 2
            self.setter.put(Picture(Box(at, y, at + size, y + size), cell.icon))
            x += size + ICON_GAP if cell.text else 0
        name = face(style.font, bold=cell.bold)
        room = text_room(cell, style, box.x1 - box.x0)
        shift = {"left": 0.0, "center": 0.5, "right": 1.0}[cell.align]
        for number, line in enumerate(piece.lines):
            long = width(line, name, style.size)
            start = x + (room - long) * shift
            base = y + style.size * (0.85 + number * style.leading)
            for mark in strokes(Text(start, base, line, name, style.size, cell.ink), style):
                self.setter.put(mark)
            if cell.raised and not piece.started and number == len(piece.lines) - 1:
                small = style.size * RAISED
                plain = face(style.font, bold=False)
                up = base - style.size * 0.35
                self.setter.put(Text(start + long, up, cell.raised, plain, small, cell.ink))


def _printed(piece: _Piece) -> str:
    """The part's text as published."""
    mark = piece.spot.cell.raised if piece.lines and not piece.started else ""
    return joined(piece.lines) + mark


def set_paper(model: Model) -> tuple[list[list[Mark]], Placed]:
    """Return the marks of each page, and where each cell stands."""
    setter, placed = _Setter(model), []
    setter.next_page()
    for block in model.blocks:
        if isinstance(block, NewPage):
            setter.next_page()
        elif isinstance(block, Words):
            setter.words(block)
        else:
            table = _TableSetter(setter, block)
            table.set()
            placed.append(table.parts)
    return setter.pages, placed

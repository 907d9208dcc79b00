"""Builds readings by hand, in the shape that extract hands over."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.page import Box, Cell, CellPart, Reading, Row, Table, TextLine
from crossfoot.schema.paper import Known, Paper

WIDTH, HEIGHT = 50.0, 20.0


@dataclass(frozen=True)
class C:
    """A cell over ``span`` columns and ``down`` rows; ``more`` are its parts after page ends."""

    text: str = ""
    span: int = 1
    down: int = 1
    fill: str | None = None
    symbols: tuple[str, ...] = ()
    raised: tuple[tuple[int, int], ...] = ()
    more: tuple[str, ...] = ()


@dataclass
class Draft:
    """A paper being drafted: lines and tables are put one below the other."""

    page: int = 1
    y: float = 50.0
    tables: list[Table] = field(default_factory=list)
    lines: list[TextLine] = field(default_factory=list)

    def new_page(self) -> Draft:
        self.page += 1
        self.y = 50.0
        return self

    def line(
        self,
        text: str,
        *,
        bold: bool = False,
        size: float = 11.0,
        symbols: tuple[str, ...] = (),
        x: float = 50.0,
        gap: float = 12.0,
    ) -> Draft:
        box = Box(x, self.y, x + 5.0 * len(text), self.y + size)
        self.lines.append(TextLine(self.page, box, text, size, bold, False, symbols))
        self.y += size + gap
        return self

    def table(self, *rows: list[C | str], breaks: tuple[int, ...] = (), x: float = 50.0) -> Draft:
        """Put a table of rows; a row whose number is in *breaks* starts on a new page.

        A row of ``...`` is written as an empty list: it repeats the first row as a heading.
        """
        built: list[Row] = []
        bounds: list[tuple[int, Box]] = []
        held: dict[int, int] = {}
        columns = sum(_cell(cell).span for cell in rows[0])
        top = self.y
        for number, given in enumerate(rows, start=1):
            if number in breaks:
                bounds.append((self.page, Box(x, top, x + WIDTH * columns, self.y)))
                self.new_page()
                top = self.y
            repeats = not given
            cells: list[Cell] = []
            at = 1
            for spec in map(_cell, given or rows[0]):
                while given and held.get(at, 0) > 0:
                    held[at] -= 1
                    at += 1
                box = Box(
                    x + WIDTH * (at - 1), self.y, x + WIDTH * (at - 1 + spec.span), self.y + HEIGHT
                )
                parts = [
                    CellPart(1, self.page, box, spec.text, spec.fill, spec.symbols, spec.raised)
                ]
                parts += [
                    CellPart(index, self.page + 1, box, text)
                    for index, text in enumerate(spec.more, start=2)
                ]
                cells.append(Cell(at, spec.down, spec.span, tuple(parts)))
                if spec.down > 1:
                    held |= {at + step: spec.down - 1 for step in range(spec.span)}
                at += spec.span
            for rest in range(at, columns + 1):
                held[rest] = max(0, held.get(rest, 0) - (not any(_covers(c, rest) for c in cells)))
            built.append(Row(number, tuple(cells), repeats))
            self.y += HEIGHT
        bounds.append((self.page, Box(x, top, x + WIDTH * columns, self.y)))
        self.tables.append(Table(len(self.tables) + 1, columns, tuple(built), tuple(bounds)))
        self.y += 10
        return self

    def reading(self) -> Reading:
        return Reading("d" * 64, "paper.pdf", self.page, tuple(self.tables), tuple(self.lines), ())

    def read(self, known: Known | None = None) -> Paper:
        return interpret(self.reading(), known or Known(), NormaliseSettings(reader_version="test"))


def _covers(cell: Cell, column: int) -> bool:
    return cell.col_no <= column < cell.col_no + cell.col_span


def _cell(cell: C | str) -> C:
    return C(cell) if isinstance(cell, str) else cell


def printed(text: str, symbol: str | None = None, **more: object) -> C:
    """A cell with a word and an icon."""
    return C(text, symbols=(symbol,) if symbol else (), **more)  # type: ignore[arg-type]

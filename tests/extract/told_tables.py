"""Random tables without upright rules, drawn line by line at exact places, in a chosen order."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth

from .drawn_pages import Pen

TITLES = (
    "Council tax collected by the end of the year",
    "Undisputed invoices paid in thirty days",
    "Working days lost to sickness absence for each person in post",
    "Bus passenger journeys",
    "Households in temporary accommodation at the end of the quarter",
    "Net additional homes provided",
    "Average days taken to process changes in circumstances",
)
NOTES = (
    "Comment: the target is stretching and will be reviewed.",
    "Vacancies in the team have been filled and the backlog is being cleared at last.",
)
COMMENTS = ("On course.", "Staff absence slowed the work down in May.", "A small rise in demand.")
SECTIONS = ("Finance", "Housing and Planning", "A fair start")
GROUPS = ("2017/18", "2018/19")
ORDERS = ("cells", "lines", "columns", "random", "backwards", "upwards", "bold", "heads")
VALIGNS = ("top", "middle", "bottom")


class Cell(NamedTuple):
    """A cell: where it begins, how many rows and columns it is of, and its lines."""

    row: int
    column: int
    down: int
    across: int
    lines: tuple[str, ...]


class Piece(NamedTuple):
    """A line of a cell, or a raised mark behind one, in points."""

    cell: int
    x: float
    y: float
    text: str
    size: float
    bold: bool


class Drawn(NamedTuple):
    """A table to be drawn: its cells, and their pieces in the order of painting."""

    cells: tuple[Cell, ...]
    pieces: tuple[Piece, ...]
    how: str

    def draw(self, pen: Pen) -> None:
        pen.text(50, 60, "The committee is asked to note how the services did in the quarter.")
        for piece in self.pieces:
            font = "Helvetica-Bold" if piece.bold else "Helvetica"
            pen.text(piece.x, piece.y, piece.text, piece.size, font)


class Looks(NamedTuple):
    """How a table is set, in points."""

    size: float
    pitch: float
    padding: float
    gap: float
    valign: str
    figures: str


def random_told(seed: int, how: str) -> Drawn:
    """Return a table painted in one of the ORDERS.

    Only where its cells are painted whole do names stand beside several rows: nothing else tells.
    """
    chance = random.Random(seed)
    size = chance.choice((6.0, 7.0, 8.0, 9.5))
    looks = Looks(
        size,
        size * chance.choice((1.0, 1.15, 1.2, 1.5)),
        chance.choice((0.0, 0.0, 0.5, 1.0, 3.0, 6.0)),
        chance.choice((2.0, 4.0, 8.0, 16.0)),
        chance.choice(VALIGNS),
        chance.choice("LCR"),
    )
    widths = _widths(chance, size)
    cells = tuple(_cells(chance, widths, looks, how == "cells"))
    pieces = _placed(chance, cells, widths, looks)
    return Drawn(cells, tuple(_ordered(chance, cells, pieces, how)), how)


def _widths(chance: random.Random, size: float) -> list[float]:
    """Return how wide the print of each column may be: code, title, figures, comment."""
    code = [6.0 * size * 0.6] if chance.random() < 0.7 else []
    figures = [7.0 * size * 0.6] * chance.choice((3, 4))
    comment = [chance.uniform(10, 20) * size * 0.6] if chance.random() < 0.4 else []
    return [*code, chance.uniform(14, 40) * size * 0.6, *figures, *comment]


def wrapped(text: str, width: float, size: float, font: str = "Helvetica") -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and stringWidth(longer, font, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _cells(chance: random.Random, widths: Sequence[float], looks: Looks, tall: bool) -> list[Cell]:
    size = looks.size
    coded = widths[0] == 6.0 * size * 0.6
    title = int(coded)
    figures = [at for at, width in enumerate(widths) if width == 7.0 * size * 0.6]
    total = sum(widths) + looks.gap * (len(widths) - 1)
    cells, row = _headings(chance, widths, figures, size)
    extras = chance.choice(("", "", "section", "note", *(["tall"] if tall else [])))
    blanks = 0.0 if extras == "tall" else chance.choice((0.0, 0.2))
    for number in range(chance.randint(3, 8)):
        if extras == "section" and chance.random() < 0.4:
            cells.append(Cell(row, 0, 1, len(widths), (chance.choice(SECTIONS),)))
            row += 1
        down = chance.choice((1, 2, 3)) if extras == "tall" else 1
        if coded:
            cells.append(Cell(row, 0, down, 1, (f"BV{number + 7}",)))
        name = wrapped(chance.choice(TITLES), widths[title], size)
        cells.append(Cell(row, title, down, 1, name))
        for inner in range(down):
            for at in figures:
                if chance.random() >= blanks:
                    text = chance.choice((f"{chance.uniform(1, 99):.1f}", "-", "n/a", "101"))
                    cells.append(Cell(row + inner, at, 1, 1, (text,)))
            if figures[-1] < len(widths) - 1 and chance.random() >= blanks:
                remark = wrapped(chance.choice(COMMENTS), widths[-1], size)
                cells.append(Cell(row + inner, len(widths) - 1, 1, 1, remark))
        row += down
        if extras == "note":
            text = chance.choice(NOTES)
            cells.append(Cell(row, 0, 1, len(widths), wrapped(text, total, size)))
            row += 1
    return sorted(cells)


def _headings(
    chance: random.Random, widths: Sequence[float], figures: Sequence[int], size: float
) -> tuple[list[Cell], int]:
    texts = ["Code"] * (figures[0] - 1) + ["Indicator"]
    texts += chance.sample(("Target", "Outturn", "Actual for year", "Last year"), len(figures))
    texts += ["Comment"] * (len(widths) - figures[-1] - 1)
    grouped = chance.random() < 0.3
    cells = []
    for at, text in enumerate(texts):
        alone = grouped and at not in figures
        top = 1 if grouped and at in figures else 0
        lines = wrapped(text, widths[at], size, "Helvetica-Bold")
        cells.append(Cell(top, at, 2 if alone else 1, 1, lines))
    if grouped:
        half = len(figures) // 2
        spans = ((figures[0], half), (figures[half], len(figures) - half))
        for name, (at, across) in zip(GROUPS, spans, strict=True):
            cells.append(Cell(0, at, 1, across, (name,)))
    return sorted(cells), 1 + grouped


def _placed(
    chance: random.Random, cells: Sequence[Cell], widths: Sequence[float], looks: Looks
) -> list[Piece]:
    """Place the lines of cells as high as their rows need, from 90 points down."""
    lefts, x = [], 50.0
    for width in widths:
        lefts.append(x)
        x += width + looks.gap
    rights = [left + width for left, width in zip(lefts, widths, strict=True)]
    tops = _tops(cells, looks)
    figures = [at for at, width in enumerate(widths) if width == 7.0 * looks.size * 0.6]
    marked = chance.random() < 0.2
    pieces: list[Piece] = []
    for at, cell in enumerate(cells):
        high = len(cell.lines) * looks.pitch
        room = tops[cell.row + cell.down] - tops[cell.row] - 2 * looks.padding - high
        shift = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[looks.valign] * room
        left, right = lefts[cell.column], rights[cell.column + cell.across - 1]
        bold = cell.row == 0
        font = "Helvetica-Bold" if bold else "Helvetica"
        for line, text in enumerate(cell.lines):
            y = tops[cell.row] + looks.padding + shift + (line + 1) * looks.pitch
            free = right - left - stringWidth(text, font, looks.size)
            figure = cell.column in figures
            aside = {"L": 0.0, "C": 0.5, "R": 1.0}[looks.figures] if figure else 0.0
            pieces.append(Piece(at, left + aside * free, y, text, looks.size, bold))
            if marked and not bold and figure and chance.random() < 0.2 and text[0].isdigit():
                after = pieces[-1].x + stringWidth(text, font, looks.size)
                pieces.append(Piece(at, after, y - 0.3 * looks.size, "1", 0.6 * looks.size, False))
    return pieces


def _tops(cells: Sequence[Cell], looks: Looks) -> list[float]:
    """Return where each row begins, and the end: cells of several rows lengthen the last."""
    count = max(cell.row + cell.down for cell in cells)
    tops = [90.0]
    for row in range(count):
        ends = [cell for cell in cells if cell.row + cell.down == row + 1]
        needs = [tops[cell.row] + len(cell.lines) * looks.pitch + 2 * looks.padding
                 for cell in ends]  # fmt: skip
        tops.append(max([*needs, tops[row] + looks.pitch + 2 * looks.padding]))
    return tops


def _ordered(
    chance: random.Random, cells: Sequence[Cell], pieces: list[Piece], how: str
) -> list[Piece]:
    def cell(piece: Piece) -> Cell:
        return cells[piece.cell]

    if how == "lines":
        return sorted(pieces, key=lambda one: (round(one.y, 1), one.x))
    if how == "columns":
        return sorted(pieces, key=lambda one: (cell(one).column, one.y))
    if how == "random":
        return chance.sample(pieces, len(pieces))
    if how == "backwards":
        return pieces[::-1]
    if how == "upwards":
        return sorted(pieces, key=lambda one: -cell(one).row)
    if how == "bold":
        column = chance.choice([one.column for one in cells])
        return sorted(pieces, key=lambda one: cell(one).column == column)
    if how == "heads":
        return sorted(pieces, key=lambda one: one.bold)
    return pieces

"""Widths of text and of columns, and where lines break. Lengths are points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from samples.fuzz.model import Cell, Model, Style, Table

FONT_FOLDER = Path(reportlab.__file__).parent / "fonts"
_BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Vera": "Vera-Bold"}
_FILES = {"Vera": "Vera.ttf", "Vera-Bold": "VeraBd.ttf"}
_PIECE = re.compile(r"\s*(?:[^\s-]+-+(?=[^\s-])|\S+)")
RAISED = 0.6
"""Size of a superscript, as a part of the size of its text."""
ICON_GAP = 3.0
_SMALLEST = 5.5
_SPARE = 1.06  # producers measure text a little differently
_WIDEST = (1190.55, 841.89)


def face(font: str, *, bold: bool) -> str:
    """The name of the face; registers it with ReportLab where needed."""
    name = _BOLD[font] if bold else font
    if name in _FILES and name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(FONT_FOLDER / _FILES[name])))
    return name


@lru_cache(maxsize=20000)
def width(text: str, name: str, size: float) -> float:
    """The width of a line set in the face *name*."""
    return float(pdfmetrics.stringWidth(text, name, size))


def lines(cell: Cell, style: Style, room: float) -> list[str]:
    """Break a cell's text to lines of *room* points: at blanks, and after hyphens in words."""
    if not cell.text:
        return []
    name = face(style.font, bold=cell.bold)
    found: list[str] = []
    for paragraph in cell.text.split("\n"):
        line = ""
        for piece in _PIECE.findall(paragraph):
            longer = line + piece
            if line and width(longer.strip(), name, style.size) > room:
                found.append(line.strip())
                longer = piece
            line = longer
        found.append(line.strip())
    return found


def text_room(cell: Cell, style: Style, box_width: float) -> float:
    """What a cell's width leaves for its text."""
    return box_width - 2 * style.pad - _beside(cell, style)


def _beside(cell: Cell, style: Style) -> float:
    mark = width(cell.raised, face(style.font, bold=False), style.size * RAISED)
    return mark + (cell.icon_size + ICON_GAP if cell.icon and cell.text else 0)


def _least(cell: Cell, style: Style) -> float:
    name = face(style.font, bold=cell.bold)
    words = [width(word, name, style.size) for word in cell.text.split()]
    alone = cell.icon_size if cell.icon else 0
    return _SPARE * max([alone, *words]) + _beside(cell, style) + 2 * style.pad + 1


def column_widths(table: Table, full: float) -> list[float] | None:
    """Widths that hold every word, ``None`` where they do not fit into *full* points."""
    least = [3 * table.style.size] * len(table.widths)
    for spot in sorted(table.spots, key=lambda spot: spot.cell.cols):
        cell, needed = spot.cell, _least(spot.cell, table.style)
        covered = range(spot.col, spot.col + cell.cols)
        missing = needed - sum(least[col] for col in covered)
        for col in covered if missing > 0 else ():
            least[col] += missing / cell.cols
    if sum(least) > full:
        return None
    wanted = full * min(1.0, sum(table.widths) / 6)
    spare = max(0.0, wanted - sum(least))
    shares = sum(table.widths)
    return [low + spare * share / shares for low, share in zip(least, table.widths, strict=True)]


def fitted(model: Model, wider: float = 1.0) -> Model:
    """Return the paper with smaller text, then on a larger page, until every table fits.

    *wider* is how much wider a producer's face sets text than ours.
    """
    for page in (model.page, _WIDEST):
        full = (page[0] - 2 * model.margin) / wider
        blocks = [
            _smaller(block, full) if isinstance(block, Table) else block for block in model.blocks
        ]
        found = [block for block in blocks if block is not None]
        if len(found) == len(blocks):
            return replace(model, page=page, blocks=tuple(found))
    raise ValueError(f"the tables of {model.family} {model.seed} fit no page")


def _smaller(table: Table, full: float) -> Table | None:
    size = table.style.size
    while size >= _SMALLEST:
        smaller = replace(table, style=replace(table.style, size=size))
        if column_widths(smaller, full) is not None:
            return smaller
        size -= 0.5
    return None


def joined(found: Sequence[str]) -> str:
    """Lines as published: one blank between them, none after a hyphen inside a word."""
    text = ""
    for line in found:
        glue = "" if not text or re.search(r"[\w&/]-$", text) else " "
        text += glue + line
    return text

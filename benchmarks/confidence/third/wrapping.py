"""How high a row of a sheet must be: how the text of its cells falls into lines."""

from __future__ import annotations

from reportlab.pdfbase.pdfmetrics import stringWidth

from benchmarks.confidence.second.blocks import Cell
from benchmarks.confidence.third.look import FONTS, Look

LINE = 1.27  # of the type size, from line to line
_INNER = 5.0  # points that a sheet keeps free in a cell, left and right together


def tall(cell: Cell, look: Look, wide: float) -> float:
    """How high a cell *wide* points wide must be, in points."""
    lines = 0
    for line in cell.lines:
        text = "".join(run.text for run in line)
        bold = cell.heading or any(run.bold for run in line)
        lines += len(wrapped(text, look, look.size, wide - _INNER, bold=bold))
    return lines * look.size * LINE + 2 * look.padding


def wrapped(text: str, look: Look, size: float, wide: float, *, bold: bool) -> list[str]:
    """The lines into which *text* falls: as in Helvetica, widened to the font."""
    name = "Helvetica-Bold" if bold else "Helvetica"
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and stringWidth(longer, name, size) * FONTS[look.font] > wide:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines

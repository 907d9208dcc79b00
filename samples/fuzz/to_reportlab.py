"""Marks to PDF with ReportLab."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from samples.fuzz.marks import Fill, Line, Mark, Outline, Picture, Text
from samples.fuzz.model import Model
from samples.render_reportlab import ICONS


@cache
def _icon(name: str) -> ImageReader:
    return ImageReader(io.BytesIO((ICONS / f"{name}.png").read_bytes()))


def draw(pages: Sequence[Sequence[Mark]], model: Model) -> bytes:
    """Return the PDF's bytes; the same marks give the same bytes."""
    high = model.page[1]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=model.page, invariant=1, pageCompression=1)
    canvas.setTitle(model.title)
    for marks in pages:
        _open(canvas, model)
        for mark in marks:
            _put(canvas, mark, high)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _open(canvas: Canvas, model: Model) -> None:
    """Begin a page: stored turned, with a strip round it that is cropped off."""
    wide, high = model.page
    strip = model.crop
    canvas.setPageSize((wide + 2 * strip, high + 2 * strip))  # turned by ReportLab itself
    canvas.setPageRotation(model.turned)
    if strip:
        stored = (high, wide) if model.turned else (wide, high)
        canvas.setCropBox((strip, strip, stored[0] + strip, stored[1] + strip))
        canvas.translate(strip, strip)
    if model.turned == 90:
        canvas.transform(0, 1, -1, 0, high, 0)
    elif model.turned == 270:
        canvas.transform(0, -1, 1, 0, 0, wide)


def _put(canvas: Canvas, mark: Mark, height: float) -> None:
    if isinstance(mark, Text):
        canvas.setFillColor(HexColor(mark.ink))
        canvas.setFont(mark.face, mark.size)
        canvas.drawString(mark.x, height - mark.y, mark.text)
        return
    x0, y0, x1, y1 = mark.box
    if isinstance(mark, Picture):
        canvas.drawImage(_icon(mark.name), x0, height - y1, x1 - x0, y1 - y0, mask="auto")
    elif isinstance(mark, Fill):
        canvas.setFillColor(HexColor(mark.colour))
        canvas.rect(x0, height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
    else:
        canvas.setStrokeColor(HexColor(mark.colour))
        canvas.setLineWidth(mark.width)
        if isinstance(mark, Outline):
            canvas.rect(x0, height - y1, x1 - x0, y1 - y0, stroke=1, fill=0)
        else:
            _line(canvas, mark, height)


def _line(canvas: Canvas, mark: Line, height: float) -> None:
    if mark.dashed:
        canvas.setDash(3, 2)
    x0, y0, x1, y1 = mark.box
    canvas.line(x0, height - y0, x1, height - y1)
    if mark.dashed:
        canvas.setDash()

"""Marks to PDF with fpdf2."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from fpdf import FPDF

from samples.fuzz.marks import Fill, Line, Mark, Outline, Picture, Text
from samples.fuzz.measure import FONT_FOLDER
from samples.fuzz.model import Model
from samples.render_reportlab import ICONS

_FACES = {
    "Helvetica": ("helvetica", ""),
    "Helvetica-Bold": ("helvetica", "B"),
    "Times-Roman": ("times", ""),
    "Times-Bold": ("times", "B"),
    "Vera": ("vera", ""),
    "Vera-Bold": ("vera", "B"),
}
_DAY = datetime(2020, 1, 1, tzinfo=UTC)


def draw(pages: Sequence[Sequence[Mark]], model: Model) -> bytes:
    """Return the PDF's bytes; the same marks give the same bytes."""
    pdf = FPDF(unit="pt", format=model.page)
    pdf.core_fonts_encoding = "windows-1252"
    pdf.set_creation_date(_DAY)
    pdf.set_title(model.title)
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    texts = [mark for page in pages for mark in page if isinstance(mark, Text)]
    if any(mark.face.startswith("Vera") for mark in texts):
        pdf.add_font("vera", "", FONT_FOLDER / "Vera.ttf")
        pdf.add_font("vera", "B", FONT_FOLDER / "VeraBd.ttf")
    for marks in pages:
        pdf.add_page()
        for mark in marks:
            _put(pdf, mark)
    return bytes(pdf.output())


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _put(pdf: FPDF, mark: Mark) -> None:
    if isinstance(mark, Text):
        family, weight = _FACES[mark.face]
        pdf.set_font(family, weight, mark.size)
        pdf.set_text_color(*_rgb(mark.ink))
        pdf.text(mark.x, mark.y, mark.text)
        return
    x0, y0, x1, y1 = mark.box
    if isinstance(mark, Picture):
        pdf.image(ICONS / f"{mark.name}.png", x0, y0, x1 - x0, y1 - y0)
    elif isinstance(mark, Fill):
        pdf.set_fill_color(*_rgb(mark.colour))
        pdf.rect(x0, y0, x1 - x0, y1 - y0, style="F")
    else:
        pdf.set_draw_color(*_rgb(mark.colour))
        pdf.set_line_width(mark.width)
        if isinstance(mark, Outline):
            pdf.rect(x0, y0, x1 - x0, y1 - y0)
        else:
            _line(pdf, mark)


def _line(pdf: FPDF, mark: Line) -> None:
    if mark.dashed:
        pdf.set_dash_pattern(3, 2)
    pdf.line(*mark.box)
    if mark.dashed:
        pdf.set_dash_pattern()

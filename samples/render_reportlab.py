"""The primary producer: ReportLab draws a paper, cutting rows at page ends, and tells the pages.

The layout is our own because ReportLab's table breaks a cut cell's lines at another width than
it measured them with. Dates and ids are pinned: the same description gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import reportlab
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as Words

from samples.document import (
    Cell,
    Drawing,
    Key,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Tables,
    markup,
)

ICONS = Path(__file__).parent / "icons"
PAD = 3.0
FOOT = 40.0
_ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}
_FACES = {"Vera": "Vera.ttf", "Vera-Bold": "VeraBd.ttf"}
_STYLES = {  # size factor, bold, space before, space after, indent, alignment
    "title": (1.1, True, 10, 8, 0, "left"),
    "centre": (1.1, True, 4, 6, 0, "center"),
    "h1": (1.0, True, 10, 5, 0, "left"),
    "h2": (1.0, True, 7, 4, 0, "left"),
    "body": (1.0, False, 0, 7, 0, "left"),
    "indent": (1.0, False, 0, 7, 28, "left"),
    "bullet": (1.0, False, 0, 4, 40, "left"),
    "right": (1.0, False, 0, 6, 0, "right"),
    "small": (0.82, False, 0, 5, 0, "left"),
}


def _faces(font: str) -> tuple[str, str]:
    if font == "Helvetica":
        return "Helvetica", "Helvetica-Bold"
    folder = Path(reportlab.__file__).parent / "fonts"
    for name, file in _FACES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(folder / file)))
    pdfmetrics.registerFontFamily("Vera", normal="Vera", bold="Vera-Bold")
    return "Vera", "Vera-Bold"


@dataclass
class _Piece:
    """What is left to draw of one cell of a row."""

    cell: Cell
    x: float
    width: float
    words: Words | None
    icon: bool
    height: float = 0.0


@dataclass
class _Writer:
    drawing: Drawing
    canvas: Canvas
    pages: dict[Key, int] = field(default_factory=dict)
    landscape: bool = False
    y: float = 0.0
    icons: dict[str, ImageReader] = field(default_factory=dict)

    @property
    def size(self) -> tuple[float, float]:
        return (A4[1], A4[0]) if self.landscape else A4

    @property
    def margin(self) -> float:
        look = self.drawing.look
        return look.margin_landscape if self.landscape else look.margin

    def open_page(self) -> None:
        width, height = self.size
        look = self.drawing.look
        self.canvas.setPageSize((width, height))
        self.canvas.setFont(_faces(look.font)[0], 9)
        head = look.running_head_landscape if self.landscape else look.running_head
        self.canvas.setFillColor(HexColor("#000000"))
        if head:
            self.canvas.drawRightString(width - self.margin, height - 30, head)
        foot = look.page_number.format(page=self.canvas.getPageNumber())
        self.canvas.drawCentredString(width / 2, 22, foot)
        self.y = height - (44 if head else self.margin)

    def next_page(self) -> None:
        self.canvas.showPage()
        self.open_page()

    def style(self, size: float, bold: bool, align: str, indent: float = 0) -> ParagraphStyle:
        normal, heavy = _faces(self.drawing.look.font)
        return ParagraphStyle(
            "s",
            fontName=heavy if bold else normal,
            fontSize=size,
            leading=size * 1.2,
            alignment=_ALIGN[align],
            leftIndent=indent,
            allowWidows=1,
            allowOrphans=1,
        )

    def icon(self, name: str, x: float, y: float, size: float) -> None:
        if name not in self.icons:
            self.icons[name] = ImageReader(io.BytesIO((ICONS / f"{name}.png").read_bytes()))
        self.canvas.drawImage(self.icons[name], x, y, size, size, mask="auto")

    def paragraph(self, block: Paragraph, key: Key) -> None:
        factor, bold, before, after, indent, align = _STYLES[block.style]
        size = self.drawing.look.body_size * factor
        words = Words(markup(block.text), self.style(size, bold, align, indent))
        if block.style == "bullet":
            mark = "" if block.icon else "\u2022"
            words = Words(markup(block.text), words.style, bulletText=mark)
            words.style.bulletIndent = 22
            words.style.bulletFontSize = size
        width = self.size[0] - 2 * self.margin
        self.y -= before
        keep = size * 8 if block.style in {"h1", "h2", "title"} else 0
        _, height = words.wrap(width, 10_000)
        if self.y - height - keep < FOOT:
            parts = [] if keep else words.split(width, self.y - FOOT)
            if len(parts) == 2:
                self.pages.setdefault(key, self.canvas.getPageNumber())
                parts[0].wrap(width, 10_000)
                parts[0].drawOn(self.canvas, self.margin, self.y - parts[0].height)
                words = parts[1]
            self.next_page()
            _, height = words.wrap(width, 10_000)
        self.pages.setdefault(key, self.canvas.getPageNumber())
        words.drawOn(self.canvas, self.margin, self.y - height)
        if block.icon:
            self.icon(block.icon, self.margin + indent - 18, self.y - size * 1.1, size)
        self.y -= height + after

    def pieces(self, table: Table, row: Row, left: float) -> list[_Piece]:
        found, column = [], 0
        for cell in row.cells:
            x = left + sum(table.widths[:column])
            width = sum(table.widths[column : column + cell.span])
            column += cell.span
            style = self.style(table.size, cell.bold or row.kind != "body", cell.align)
            words = Words(markup(cell.text), style) if cell.text else None
            found.append(_Piece(cell, x, width, words, bool(cell.icon)))
        self.measure(table, found)
        return found

    @staticmethod
    def text_width(table: Table, piece: _Piece) -> float:
        beside = piece.cell.icon and piece.words and piece.cell.icon_place == "beside"
        return piece.width - 2 * PAD - (table.size * 1.6 if beside else 0)

    def measure(self, table: Table, pieces: Sequence[_Piece]) -> None:
        for piece in pieces:
            words = piece.words.wrap(self.text_width(table, piece), 10_000)[1] if piece.words else 0
            stacked = piece.icon and (piece.cell.icon_place == "below" or not piece.words)
            piece.height = words + (table.size * 1.7 if stacked else 0)

    def cut(self, table: Table, pieces: list[_Piece], room: float) -> list[_Piece] | None:
        """Shorten *pieces* to *room* and return what is left over, or None if nothing fits."""
        rest = []
        for piece in pieces:
            left_over = _Piece(piece.cell, piece.x, piece.width, None, False)
            if piece.height > room:
                if piece.words is None or piece.icon:
                    return None
                parts = piece.words.split(self.text_width(table, piece), room)
                if len(parts) != 2:
                    return None
                piece.words, left_over.words = parts
            rest.append(left_over)
        self.measure(table, pieces)
        self.measure(table, rest)
        return rest

    def draw_row(self, table: Table, row: Row, pieces: Sequence[_Piece]) -> None:
        height = max([table.size * 1.2, *(p.height for p in pieces)]) + 2 * PAD
        fill = {"heading": table.heading_fill, "section": table.section_fill, "body": None}
        for piece in pieces:
            colour = piece.cell.fill or fill[row.kind]
            if colour:
                self.canvas.setFillColor(HexColor(colour))
                self.canvas.rect(piece.x, self.y - height, piece.width, height, stroke=0, fill=1)
        self.canvas.setLineWidth(table.rule)
        for piece in pieces:
            self.canvas.rect(piece.x, self.y - height, piece.width, height, stroke=1, fill=0)
            self.draw_content(table, piece)
        self.y -= height

    def draw_content(self, table: Table, piece: _Piece) -> None:
        top, size = self.y - PAD, table.size * 1.3
        self.canvas.setFillColor(HexColor("#000000"))
        x = piece.x + PAD
        if piece.words:
            piece.words.drawOn(self.canvas, x, top - piece.words.height)
        if not piece.icon or piece.cell.icon is None:
            return
        if piece.words and piece.cell.icon_place == "beside":
            x, y = piece.x + piece.width - PAD - size, top - size
        elif piece.cell.align == "center" or piece.words is None:
            x, y = piece.x + (piece.width - size) / 2, top - piece.height
        else:
            y = top - piece.height
        self.icon(piece.cell.icon, x, y, size)

    def table(self, table: Table, block: int, left: float | None = None) -> None:
        left = self.margin if left is None else left
        heads = [row for row in table.rows if row.kind == "heading"]
        for number, row in enumerate(table.rows):
            pieces = self.pieces(table, row, left)
            height = max(p.height for p in pieces) + 2 * PAD
            after = self.following(table, number, left) if row.kind != "body" else 0
            while self.y - height - after < FOOT:
                room = self.y - FOOT - 2 * PAD
                rest = None
                if table.cut_rows and row.kind == "body" and room > table.size * 2.5:
                    rest = self.cut(table, pieces, room)
                if rest:
                    self.pages.setdefault((block, number), self.canvas.getPageNumber())
                    self.draw_row(table, row, pieces)
                    pieces, height = rest, max(p.height for p in rest) + 2 * PAD
                self.next_page()
                after = 0
                if table.repeat_headings and row.kind != "heading":
                    for head in heads:
                        self.draw_row(table, head, self.pieces(table, head, left))
            self.pages.setdefault((block, number), self.canvas.getPageNumber())
            self.draw_row(table, row, pieces)
        self.y -= table.space_after

    def following(self, table: Table, number: int, left: float) -> float:
        """Height kept free below a heading or section row, so that it never ends a page alone."""
        if number + 1 == len(table.rows):
            return 0.0
        height = max(p.height for p in self.pieces(table, table.rows[number + 1], left))
        return min(height + 2 * PAD, table.size * 4)

    def side_by_side(self, block: Tables, number: int) -> None:
        top, left, lowest, offset = self.y, self.margin, self.y, 0
        for table in block.tables:
            self.y = top
            keys = dict(self.pages)
            self.pages.clear()
            self.table(table, number, left)
            keys |= {(number, row + offset): page for (_, row), page in self.pages.items()}
            self.pages = keys
            offset += len(table.rows)
            left += sum(table.widths) + block.gap
            lowest = min(lowest, self.y)
        self.y = lowest


def render(drawing: Drawing) -> tuple[bytes, dict[Key, int], int]:
    """Return the PDF's bytes, the page (from 1) on which each block's row begins, and the number
    of pages.
    """
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(drawing.title)
    canvas.setCreator("crossfoot samples")
    writer = _Writer(drawing, canvas)
    writer.open_page()
    for number, block in enumerate(drawing.blocks):
        if isinstance(block, PageBreak):
            writer.landscape = block.landscape
            writer.next_page()
        elif isinstance(block, Paragraph):
            writer.paragraph(block, (number, 0))
        elif isinstance(block, Tables):
            writer.side_by_side(block, number)
        else:
            writer.table(block, number)
    count = canvas.getPageNumber()
    canvas.save()
    return out.getvalue(), writer.pages, count

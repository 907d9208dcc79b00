"""Pages drawn for a test: a pen that counts y from the top, as the reader does."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from crossfoot.extract.document import read_data
from crossfoot.extract.settings import ExtractSettings
from crossfoot.schema.page import Reading, Table

WIDE, HIGH = 600.0, 800.0

# What a cell holds: its text, one string per line.
Rows = Sequence[Sequence[str]]


class Pen:
    """Draws on one page, in points from the top left; text at its baseline."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.75) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, HIGH - y0, x1, HIGH - y1)

    def rect(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        fill: str | None = None,
        width: float | None = 0.75,
    ) -> None:
        """A rectangle: filled where *fill* is given, stroked where *width* is."""
        if fill:
            self.canvas.setFillColor(HexColor(fill))
        if width:
            self.canvas.setLineWidth(width)
        self.canvas.rect(x0, HIGH - y1, x1 - x0, y1 - y0, fill=bool(fill), stroke=bool(width))
        self.canvas.setFillColor(HexColor("#000000"))

    def text(
        self, x: float, y: float, text: str, size: float = 10, font: str = "Helvetica"
    ) -> None:
        self.canvas.setFont(font, size)
        for at, line in enumerate(text.split("\n")):
            self.canvas.drawString(x, HIGH - y - at * size * 1.2, line)

    def colour(self, colour: Color) -> None:
        self.canvas.setFillColor(colour)

    def rules(self, xs: Sequence[float], ys: Sequence[float], width: float = 0.75) -> None:
        """A whole grid of rules."""
        for x in xs:
            self.line(x, ys[0], x, ys[-1], width)
        for y in ys:
            self.line(xs[0], y, xs[-1], y, width)

    def words(
        self, xs: Sequence[float], ys: Sequence[float], rows: Rows, font: str = "Helvetica"
    ) -> None:
        """Text in the cells of a regular grid, at their top left."""
        for top, row in zip(ys, rows, strict=False):
            for left, text in zip(xs, row, strict=False):
                self.text(left + 4, top + 12, text, font=font)

    def table(
        self, xs: Sequence[float], ys: Sequence[float], rows: Rows, font: str = "Helvetica"
    ) -> None:
        self.rules(xs, ys)
        self.words(xs, ys, rows, font)


Draw = Callable[[Pen], None]


def pdf(*pages: Draw, size: tuple[float, float] = (WIDE, HIGH), **options: object) -> bytes:
    """A PDF with one page per function."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1, **options)
    for page in pages:
        page(Pen(canvas))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def read(*pages: Draw) -> Reading:
    return read_bytes(pdf(*pages))


def read_bytes(data: bytes) -> Reading:
    return read_data(data, "drawn.pdf", ExtractSettings())


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def spans(table: Table) -> set[tuple[int, int, int, int, str]]:
    """Row, column, row span, column span and text of each cell; rows and columns from 1."""
    return {
        (row.row_no, cell.col_no, cell.row_span, cell.col_span, cell.text)
        for row in table.rows
        for cell in row.cells
    }


def one_cell(text: str, draw: Draw, wide: float = 200, high: float = 60) -> str:
    """The text read from a cell, beside one that says *text*, that *draw* fills from (100, 100)."""

    def page(pen: Pen) -> None:
        pen.rules((40, 100, 100 + wide), (100, 100 + high))
        pen.text(44, 112, text)
        draw(pen)

    (table,) = read(page).tables
    assert table.rows[0].cells[0].text == text
    return table.rows[0].cells[1].text


def pdf_with_a_sign(text: str, sign: str, meaning: str) -> bytes:
    """A table of one cell, 100 pt wide, with *text*; its font says *sign* means *meaning* (hex)."""
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def\n"
        "/CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n"
        "1 beginbfrange <20> <7E> <0020> endbfrange\n"
        f"1 beginbfchar <{ord(sign):02X}> <{meaning}> endbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    content = (
        f"1 w 100 500 100 100 re S 200 500 100 100 re S\nBT /F1 12 Tf 104 560 Td ({text}) Tj ET"
    )
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    body = "".join(f"{at} 0 obj\n{entry}\nendobj\n" for at, entry in enumerate(objects, 1))
    return f"%PDF-1.7\n{body}trailer<</Root 1 0 R/Size 7>>\n%%EOF\n".encode()

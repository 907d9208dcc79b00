"""Papers drawn for a test of signs: one table of indicators, its key, and what stands in the cells.

Every way a producer has to print a sign: painted cells, paths, characters in any font and colour.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfmetrics import Font
from reportlab.pdfgen.canvas import Canvas

from crossfoot.schema.paper import Paper

from .rows import read

GREEN, AMBER, RED, BLUE, GREY = "#00b050", "#ffc000", "#ff0000", "#0070c0", "#d9d9d9"
WIDE, HIGH = 595.0, 842.0
ROWS = (
    ("LI 01", "Invoices paid on time (%)", "97.2%", "98.0%"),
    ("LI 02", "Calls answered (%)", "88.1%", "90.0%"),
    ("LI 03", "Homes let (%)", "71.4%", "85.0%"),
)
WORDS = ("On target", "Slightly below target", "Below target")
#: Draws a sign around a point (x, y), y up.
Draw = Callable[[Canvas, float, float], None]


class _Named(Font):
    """A font that only has a name: letters are drawn in Courier, and PDFium hears the name."""

    def __init__(self, name: str, base: str) -> None:
        super().__init__(name, "Courier", "WinAnsiEncoding")
        self._base = base

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - reportlab's name
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name in set(doc.idToObject) - before:
            if hasattr(doc.idToObject[name], "BaseFont"):
                doc.idToObject[name].BaseFont = self._base


for _name, _base in (
    ("Wingdings", "ABCDEE+Wingdings-Regular"),
    ("Wingdings2", "Wingdings2"),
    ("Wingdings3", "BCDEEE+Wingdings3"),
    ("Webdings", "Webdings"),
):
    pdfmetrics.registerFont(_Named(_name, _base))


@dataclass(frozen=True)
class Cell:
    """What a cell holds; ``draw`` paths stand side by side, after the text if there is one.

    ``fills`` are painted beside each other, with a small gap, instead of one ``fill``.
    """

    text: str = ""
    fill: str | None = None
    fills: tuple[str, ...] = ()
    draw: tuple[Draw, ...] = ()
    font: str = "Helvetica"
    colour: str = "#000000"
    span: int = 1


Content = Cell | str


def drawn(*draw: Draw) -> Cell:
    return Cell(draw=draw)


def disc(fill: str, radius: float = 5.0, rim: str | None = None) -> Draw:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFillColor(HexColor(fill))
        if rim:
            canvas.setStrokeColor(HexColor(rim))
            canvas.setLineWidth(1)
        canvas.circle(x, y, radius, fill=1, stroke=bool(rim))

    return draw


def polygon(fill: str, points: Sequence[tuple[float, float]], size: float = 5.0) -> Draw:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        path = canvas.beginPath()
        path.moveTo(x + points[0][0] * size, y + points[0][1] * size)
        for across, up in points[1:]:
            path.lineTo(x + across * size, y + up * size)
        path.close()
        canvas.setFillColor(HexColor(fill))
        canvas.drawPath(path, fill=1, stroke=0)

    return draw


def over(*draw: Draw) -> Draw:
    """Several drawings, one upon the other."""

    def together(canvas: Canvas, x: float, y: float) -> None:
        for each in draw:
            each(canvas, x, y)

    return together


TRIANGLE = ((-1.0, -0.8), (1.0, -0.8), (0.0, 1.0))
DOWN = tuple((x, -y) for x, y in TRIANGLE)
DIAMOND = ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0))
SQUARE = ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0))
ARROW = ((-0.35, -1), (0.35, -1), (0.35, 0.2), (0.8, 0.2), (0, 1), (-0.8, 0.2), (-0.35, 0.2))
ARROW_DOWN = tuple((x, -y) for x, y in ARROW)
ARROW_RIGHT = tuple((y, x) for x, y in ARROW)


class Sheet:
    """A paper being drawn from the top."""

    def __init__(self, title: str = "Key Performance Indicators 2019/20 Quarter 1") -> None:
        self._buffer = io.BytesIO()
        self._canvas = Canvas(self._buffer, (WIDE, HIGH), invariant=1)
        self._y = 50.0
        self.line(title)

    def line(self, *parts: Content | Draw) -> Sheet:
        """A line of words and signs, one after the other."""
        x = 50.0
        for part in parts:
            if isinstance(part, Cell | str):
                cell = _cell(part)
                self._print(cell, x, self._y + 10)
                x += pdfmetrics.stringWidth(cell.text, cell.font, 9) + 6
            else:
                part(self._canvas, x + 6, HIGH - self._y - 7)
                x += 16
        self._y += 16
        return self

    def beside(self, parts: Sequence[Content], x: float, up: float) -> Sheet:
        """Words and signs one after the other, *up* points above what comes next."""
        for part in map(_cell, parts):
            self._print(part, x, self._y - up + 6)
            x += pdfmetrics.stringWidth(part.text, part.font, 9) + 6
        return self

    def page(self) -> Sheet:
        self._canvas.showPage()
        self._y = 50.0
        return self

    def table(self, wide: Sequence[float], rows: Sequence[Sequence[Content]]) -> Sheet:
        for row in rows:
            self._row(wide, [_cell(content) for content in row])
        self._y += 16
        return self

    def indicators(
        self,
        signs: Sequence[Content],
        more: Sequence[tuple[str, Sequence[Content]]] = (),
        values: Sequence[Content] = (),
    ) -> Sheet:
        """The table: a status for each row, and further columns with their headings."""
        headings = ["Ref", "Indicator", "Q1 2019/20", "Target 2019/20", "Status"]
        rows: list[list[Content]] = [[*headings, *(heading for heading, _ in more)]]
        for at, (code, title, value, target) in enumerate(ROWS):
            shown = values[at] if values else value
            further = [column[at] for _, column in more]
            rows.append([code, title, shown, target, signs[at], *further])
        return self.table((45, 140, 70, 80, 50, *[80] * len(more)), rows)

    def key(self, signs: Sequence[Content], words: Sequence[str] = WORDS) -> Sheet:
        pairs = zip(signs, words, strict=False)
        return self.line("Key").table((60, 200), [["Symbol", "Meaning"], *pairs])

    def read(self, folder: Path) -> Paper:
        self._canvas.save()
        path = folder / "paper.pdf"
        path.write_bytes(self._buffer.getvalue())
        return read(path)

    def _row(self, wide: Sequence[float], cells: Sequence[Cell], high: float = 18) -> None:
        canvas, x, at = self._canvas, 50.0, 0
        for cell in cells:
            width = sum(wide[at : at + cell.span])
            if cell.fill:
                canvas.setFillColor(HexColor(cell.fill))
                canvas.rect(x, HIGH - self._y - high, width, high, fill=1, stroke=0)
            for number, fill in enumerate(cell.fills):
                part = width / len(cell.fills)
                canvas.setFillColor(HexColor(fill))
                canvas.rect(x + part * number, HIGH - self._y - high, part - 1, high, 0, 1)
            self._print(cell, x + 3, self._y + high - 6)
            beside = pdfmetrics.stringWidth(cell.text, cell.font, 9) + 12
            first = beside if cell.text else width / 2 - (len(cell.draw) - 1) * 7
            for number, draw in enumerate(cell.draw):
                draw(canvas, x + first + 14 * number, HIGH - self._y - high / 2)
            canvas.setStrokeColor(HexColor("#000000"))
            canvas.setLineWidth(0.5)
            canvas.rect(x, HIGH - self._y - high, width, high, fill=0, stroke=1)
            x, at = x + width, at + cell.span
        self._y += high

    def _print(self, cell: Cell, x: float, y: float) -> None:
        if cell.text:
            self._canvas.setFont(cell.font, 9)
            self._canvas.setFillColor(HexColor(cell.colour))
            self._canvas.drawString(x, HIGH - y, cell.text)


def _cell(content: Content) -> Cell:
    return Cell(content) if isinstance(content, str) else content


def statuses(paper: Paper) -> list[str | None]:
    return [row.status for row in paper.indicators]


def carriers(paper: Paper) -> set[str | None]:
    return {row.status_carrier for row in paper.indicators}


def trends(paper: Paper) -> list[str | None]:
    return [row.trend_as_printed for row in paper.indicators]


def rules(paper: Paper) -> set[str]:
    return {finding.rule_id for finding in paper.findings}


def actuals(paper: Paper) -> list[str]:
    return [str(figure.value) for figure in paper.figures if figure.measure == "actual"]

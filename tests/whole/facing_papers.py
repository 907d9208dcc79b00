"""One wide table printed over facing pages by three producers, with the words of its rows."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import typst
from fpdf import FPDF
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

_TITLES = (
    "Invoices paid on time",
    "Working days lost to sickness absence for each member of staff, agency workers left out and "
    "those on long leave counted by their contracts",
    "Household waste recycled",
    "Calls answered within twenty seconds by the contact centre, out of hours calls left out as "
    "another company takes them, and call backs that were asked for as well",
    "Rent collected",
    "Planning appeals allowed against the council's decision to refuse permission",
)
LEFT = ("Code", "Title", "Q4 2017/18")
RIGHT = ("Q1 2018/19", "Q2 2018/19", "Comments")
TITLE = "Tillingham Borough Council: performance indicators 2018/19"
_CODE, _NAME, _FIGURE, _NOTE = 60.0, 210.0, 90.0, 240.0


class Sheet(NamedTuple):
    """What is printed: *repeats* is how many of the left's columns the right page prints again.

    *lead* is another column that the right page begins with, its heading first.
    *note* stands below the table on each page, with the page's number; fpdf2 prints it.
    """

    rows: int = 6
    pages: int = 1
    repeats: int = 0
    even: bool = False
    note: str = ""
    lead: tuple[str, ...] = ()

    def row(self, number: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The texts of a row on the left and on the right page."""
        title = _TITLES[(number * number + number // 6) % 6]
        left = f"LPI{number + 8}", f"{title} ({number})", f"{number}.4%"
        lead = self.lead[1 + number % (len(self.lead) - 1) :][:1] if self.lead else ()
        return left, (*left[: self.repeats], *lead, f"{number}.1%", f"{number}.2%", "On track")

    def halves(self) -> Iterator[tuple[list[tuple[str, ...]], list[tuple[str, ...]]]]:
        """The rows of each pair of pages, headings among them."""
        for page in range(self.pages):
            rows = [self.row(at) for at in range(page * self.rows, (page + 1) * self.rows)]
            right = (*LEFT[: self.repeats], *self.lead[:1], *RIGHT)
            yield [LEFT, *(one for one, _ in rows)], [right, *(other for _, other in rows)]

    @property
    def widths(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        left = _CODE, _NAME, _FIGURE
        lead = [_NAME - 60] * bool(self.lead)
        return left, (*left[: self.repeats], *lead, _FIGURE, _FIGURE, _NOTE)

    def height(self, row: Sequence[str]) -> float:
        """The height of a row on both pages, from the words of the left one."""
        return 56.0 if self.even else 14.0 + 11.0 * (len(row[1]) // 38)


def by_reportlab(sheet: Sheet) -> bytes:
    small = getSampleStyleSheet()["BodyText"].clone("small", fontSize=7, leading=8.5)
    looks = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ]
    parts: list[Flowable] = []
    for pair in sheet.halves():
        heights = [sheet.height(row) for row in pair[0]]
        for half, widths in zip(pair, sheet.widths, strict=True):
            cells = [[Paragraph(text, small) for text in row] for row in half]
            parts += [Table(cells, widths, heights, style=looks), PageBreak()]

    def titled(canvas: Canvas, _: object) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(40, 545, TITLE)

    buffer = io.BytesIO()
    SimpleDocTemplate(
        buffer, pagesize=landscape(A4), leftMargin=40, topMargin=70, invariant=1
    ).build(parts, onFirstPage=titled)
    return buffer.getvalue()


def by_fpdf2(sheet: Sheet) -> bytes:
    pdf = FPDF("landscape", "pt", "A4")
    pdf.set_auto_page_break(auto=False)
    for pair in sheet.halves():
        heights = [sheet.height(row) for row in pair[0]]
        for side, (half, widths) in enumerate(zip(pair, sheet.widths, strict=True)):
            pdf.add_page()
            if pdf.page == 1:
                pdf.set_font("Helvetica", "B", 12)
                pdf.text(40, 50, TITLE)
            y = 70.0
            for number, (row, height) in enumerate(zip(half, heights, strict=True)):
                pdf.set_font("Helvetica", "" if number else "B", 7)
                x = 40.0 + 12 * side  # the outer margin is the wider one
                for text, width in zip(row, widths, strict=True):
                    pdf.rect(x, y, width, height)
                    pdf.set_xy(x, y + 2)
                    pdf.multi_cell(width, 9, text, align="L")
                    x += width
                y += height
            if sheet.note:
                pdf.text(40, y + 20, f"* {sheet.note}, page {pdf.page}")
    return bytes(pdf.output())


def by_typst(sheet: Sheet) -> bytes:
    pages = []
    for pair in sheet.halves():
        heights = ", ".join(f"{sheet.height(row)}pt" for row in pair[0])
        for half, widths in zip(pair, sheet.widths, strict=True):
            columns = ", ".join(f"{width}pt" for width in widths)
            cells = ", ".join(f"[{text}]" for row in half for text in row)
            pages.append(f"#table(columns: ({columns}), rows: ({heights}), inset: 2pt, {cells})")
    setting = (
        "#set page(width: 842pt, height: 595pt, margin: (x: 40pt, y: 70pt))\n#set text(size: 7pt)\n"
        f'#place(top, dy: -30pt, text(size: 12pt, weight: "bold")[{TITLE}])\n'
    )
    return typst.compile((setting + "\n#pagebreak()\n".join(pages)).encode())

"""Random tables without upright rules, with what each cell says, drawn by two producers."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from typing import NamedTuple

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, VAlign
from fpdf.fonts import FontFace
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

TEXT = (
    "council tax collected within the year invoices paid on time households living in temporary "
    "accommodation percentage of waste sent for reuse recycling average days taken sickness absence"
)
WORDS = TEXT.split()
SECTIONS = ("Finance", "Housing and Planning Services", "FP1: Value for Money")
HEADINGS = (
    ("2017/18", "2018/19", "2019/20"),
    ("Target", "Actual"),
    ("Outturn 2018/19", "Target 2019/20", "Q1 actual"),
)
STYLES = ("rows", "inner", "few", "under", "none", "stripes")
PAGE = (660.0, 1800.0)


class Drawn(NamedTuple):
    """A table to be drawn: its rows, headings first (a section row has one text), and its looks."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    aligns: tuple[str, ...]
    style: str
    padding: tuple[float, float]
    size: float
    valign: str

    def cells(self) -> set[tuple[int, int, int, str]]:
        """Row, column, columns spanned and text of each cell, from 1."""
        columns = len(self.widths)
        return {
            (row, column, columns if len(texts) == 1 else 1, text)
            for row, texts in enumerate(self.rows, 1)
            for column, text in enumerate(texts, 1)
        }


def random_table(seed: int) -> Drawn:
    chance = random.Random(seed)
    size = chance.choice((6, 7, 8, 9, 10, 11, 12))
    padding = chance.choice((1, 1.5, 2, 3, 4, 6, 8)), chance.choice((1, 1.5, 2, 4, 6, 8))
    figures = chance.choice(HEADINGS)
    pattern = chance.choice(("{:.1f}%", "{:.2f}", "£{:.0f}k", "{:.0f}"))
    longest, blanks = chance.choice((3, 8, 16)), chance.choice((0.0, 0.2))
    rows: list[tuple[str, ...]] = [("Code", "Indicator", *figures, "Status")]
    for _ in range(chance.randint(3, 12)):
        if chance.random() < 0.1:
            rows.append((chance.choice(SECTIONS),))
        title = " ".join(chance.choice(WORDS) for _ in range(chance.randint(2, longest)))
        values = (
            chance.choice(("", "-", "n/a"))
            if chance.random() < blanks
            else pattern.format(chance.uniform(1, 100))
            for _ in figures
        )
        code = f"BV{chance.randint(1, 199)}"
        rows.append((code, title.capitalize(), *values, chance.choice(("Green", "Amber", "Red"))))
    full = [row for row in rows if len(row) > 1]
    widths = [
        1.12 * max(stringWidth(word, "Helvetica-Bold", size) for row in full for word in cell(row))
        + 2 * padding[0]
        + chance.uniform(2, 20)
        for cell in (lambda row, at=at: row[at].split() or [""] for at in range(len(rows[0])))
    ]
    widths[1] = max(widths[1], chance.uniform(90, 180))
    aligns = ("L", "L", *[chance.choice("LCRR")] * len(figures), "L")
    valign = chance.choice(("TOP", "MIDDLE", "BOTTOM"))
    style = chance.choice(STYLES)
    return Drawn(tuple(rows), tuple(widths), aligns, style, padding, size, valign)


def by_reportlab(drawn: Drawn) -> bytes:
    sides = {"L": 0, "C": 1, "R": 2}
    x, y = drawn.padding
    style: list[tuple[object, ...]] = [
        ("LEFTPADDING", (0, 0), (-1, -1), x),
        ("RIGHTPADDING", (0, 0), (-1, -1), x),
        ("TOPPADDING", (0, 0), (-1, -1), y),
        ("BOTTOMPADDING", (0, 0), (-1, -1), y),
        ("VALIGN", (0, 0), (-1, -1), drawn.valign),
        *_reportlab_rules(drawn.style),
    ]
    data: list[list[object]] = []
    for number, row in enumerate(drawn.rows):
        if len(row) == 1:
            style.append(("SPAN", (0, number), (-1, number)))
        font = "Helvetica" if number else "Helvetica-Bold"
        data.append(["" for _ in drawn.widths])
        for at, text in enumerate(row):
            look = ParagraphStyle(
                "cell",
                fontName=font,
                fontSize=drawn.size,
                leading=1.2 * drawn.size,
                alignment=sides[drawn.aligns[at]],
            )
            data[-1][at] = Paragraph(text, look) if text else ""
    buffer = io.BytesIO()
    table = Table(data, colWidths=drawn.widths, style=TableStyle(style), hAlign="LEFT")
    prose = Paragraph("The committee is asked to note how the services did in the quarter.")
    page = SimpleDocTemplate(buffer, pagesize=PAGE, leftMargin=30, rightMargin=30, invariant=1)
    page.build([prose, Spacer(1, 12), table, Spacer(1, 24), prose])
    return buffer.getvalue()


def _reportlab_rules(style: str) -> Sequence[tuple[object, ...]]:
    top, bottom = ("LINEABOVE", (0, 0), (-1, 0)), ("LINEBELOW", (0, -1), (-1, -1))
    heading, inner = ("LINEBELOW", (0, 0), (-1, 0)), ("LINEBELOW", (0, 0), (-1, -2))
    chosen = {
        "rows": (top, inner, bottom),
        "inner": (inner,),
        "few": (top, heading, bottom),
        "under": (heading,),
    }
    if style == "stripes":
        return [("ROWBACKGROUNDS", (0, 0), (-1, -1), ["lightgrey", None])]
    return [(*rule, 0.5, "black") for rule in chosen.get(style, ())]


def by_fpdf(drawn: Drawn) -> bytes:
    layouts = {
        "rows": TableBordersLayout.HORIZONTAL_LINES,
        "inner": TableBordersLayout.HORIZONTAL_LINES,
        "few": TableBordersLayout.SINGLE_TOP_LINE,
        "under": TableBordersLayout.SINGLE_TOP_LINE,
    }
    sides = {"L": "LEFT", "C": "CENTER", "R": "RIGHT"}
    pdf = FPDF(unit="pt", format=PAGE)
    pdf.set_margin(30)
    pdf.add_page()
    pdf.set_font("Helvetica", size=drawn.size)
    fill = (210, 210, 210) if drawn.style == "stripes" else None
    with pdf.table(
        borders_layout=layouts.get(drawn.style, TableBordersLayout.NONE),
        col_widths=drawn.widths,
        width=sum(drawn.widths),
        align="LEFT",
        line_height=1.2 * drawn.size,
        padding=(drawn.padding[1], drawn.padding[0]),
        headings_style=FontFace(emphasis="BOLD", fill_color=fill),
        text_align=[sides[align] for align in drawn.aligns],
        v_align=VAlign[drawn.valign[0]],
    ) as table:
        for texts in drawn.rows:
            row = table.row()
            for text in texts:
                row.cell(text, colspan=len(drawn.widths) if len(texts) == 1 else 1)
    return bytes(pdf.output())

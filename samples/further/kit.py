"""What the further papers are drawn and described with.

ReportLab's own tables draw them: rules, spans, fills and page breaks are theirs, not those of the
other samples' renderer. Nothing here parses a print; every value is typed beside it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    TableStyle,
)
from reportlab.platypus import Table as Ruled

from samples.expect import span

Row = dict[str, Any]
Styles = Sequence[tuple[Any, ...]]
GRID: Styles = (("GRID", (0, 0), (-1, -1), 0.5, HexColor("#000000")),)
PADDED: Styles = (
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
)


@dataclass(frozen=True)
class Further:
    """One paper: its file's stem, what it shows, how it is drawn, what a reader should find.

    ``expected`` maps relations to rows with the columns that the layout is about.
    """

    stem: str
    shows: str
    draw: Callable[[], bytes]
    printed: Row
    expected: dict[str, list[Row]]


def words(
    text: str, size: float = 8.5, *, bold: bool = False, right: bool = False, centre: bool = False
) -> Paragraph:
    """Text of a cell or a line, wrapped to its width; ReportLab's small markup is allowed."""
    font = "Helvetica-Bold" if bold else "Helvetica"
    align = TA_RIGHT if right else TA_CENTER if centre else 0
    style = ParagraphStyle(font, fontName=font, fontSize=size, leading=size * 1.2, alignment=align)
    return Paragraph(text, style)


def head(council: str, title: str, *lines: str) -> list[Flowable]:
    """The head of a paper: whose it is, its title, lines of prose."""
    return [
        words(council, 12, bold=True),
        Spacer(1, 6),
        words(title, 13, bold=True),
        Spacer(1, 8),
        *(words(line, 10) for line in lines),
        Spacer(1, 8),
    ]


def table(
    rows: Sequence[Sequence[Any]], widths: Sequence[float], styles: Styles, heads: int = 1
) -> Ruled:
    """A table; strings become wrapped text, the first *heads* rows bold and repeated."""
    cells = [
        [
            words(cell, bold=number < heads) if isinstance(cell, str) and cell else cell
            for cell in row
        ]
        for number, row in enumerate(rows)
    ]
    return Ruled(cells, list(widths), repeatRows=heads, style=TableStyle([*PADDED, *styles]))


def fill(column: int, row: int, colour: str) -> tuple[Any, ...]:
    """The style that fills one cell."""
    return ("BACKGROUND", (column, row), (column, row), HexColor(colour))


def bound(story: Sequence[Flowable], *, landscape: bool = True, sideways: bool = False) -> bytes:
    """Set the story on A4 pages and return the PDF, the same bytes every time.

    *sideways*: the pages are stored turned by a quarter and displayed upright by ``/Rotate``.
    """
    size = (A4[1], A4[0]) if landscape else A4
    out = io.BytesIO()
    turn = {"rotation": 90} if sideways else {}  # ReportLab swaps the sides of the stored page
    document = BaseDocTemplate(out, pagesize=size, invariant=1, **turn)
    frame = Frame(36, 36, size[0] - 72, size[1] - 72, 0, 0, 0, 0)

    def begin(canvas: Canvas, _: BaseDocTemplate) -> None:
        if sideways:
            canvas.transform(0, 1, -1, 0, size[1], 0)

    document.addPageTemplates(PageTemplate(frames=[frame], onPage=begin))
    document.build(list(story))
    return out.getvalue()


def indicator(
    page: int, code: str | None, title: str, status: str | None = None, **more: Any
) -> Row:
    """One expected indicator."""
    return {"page": page, "code": code, "title": title, "status": status, **more}


def figure(
    owner: int,
    measure: str,
    period: str,
    value: str | None,
    unit: str | None = None,
    state: str = "value",
) -> Row:
    """One expected figure of indicator *owner* (from 1, in printed order)."""
    start, end = span(period)
    return {
        "indicator_no": owner,
        "measure": measure,
        "period": period,
        "period_start": start,
        "period_end": end,
        "value": value,
        "unit": unit,
        "value_state": state,
    }

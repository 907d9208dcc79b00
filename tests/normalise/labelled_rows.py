"""Tables drawn as PDFs whose rows are labelled: by ReportLab, with rules or without."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from crossfoot.extract.document import read_data
from crossfoot.extract.settings import ExtractSettings
from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.paper import Known, Paper

RULINGS = ("grid", "rows", "head", "none")
_RULES: dict[str, list[tuple[object, ...]]] = {
    "grid": [("GRID", (0, 0), (-1, -1), 0.75, black)],
    "rows": [
        ("LINEABOVE", (0, 0), (-1, -1), 0.75, black),
        ("LINEBELOW", (0, -1), (-1, -1), 0.75, black),
    ],
    "head": [
        ("LINEABOVE", (0, 0), (-1, 0), 0.75, black),
        ("LINEBELOW", (0, 0), (-1, 0), 0.75, black),
    ],
    "none": [],
}


def read_table(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    ruling: str,
    spans: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (),
) -> Paper:
    """What is read of a paper with one table; *spans* are columns and rows from 0."""
    style: list[tuple[object, ...]] = [
        ("FONTSIZE", (0, 0), (-1, -1), 9),
        ("LEADING", (0, 0), (-1, -1), 10.5),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold"),
        *_RULES[ruling],
        *(("SPAN", first, last) for first, last in spans),
    ]
    table = Table([list(row) for row in rows], colWidths=widths, style=TableStyle(style))
    buffer = io.BytesIO()
    page = SimpleDocTemplate(buffer, pagesize=landscape(A4), invariant=1)
    title = Paragraph("<b>Performance Report: Key Performance Indicators 2018/19</b>")
    page.build([title, Spacer(1, 14), table])
    reading = read_data(buffer.getvalue(), "drawn.pdf", ExtractSettings())
    return interpret(reading, Known(), NormaliseSettings(reader_version="test"))


def figures(paper: Paper) -> list[tuple[str | None, str, str | None, str | None]]:
    """Title, measure, period and print of each figure."""
    titles = {row.indicator_id: row.title for row in paper.indicators}
    return [
        (titles[each.indicator_id], each.measure, each.period, each.as_printed)
        for each in paper.figures
        if each.value is not None
    ]

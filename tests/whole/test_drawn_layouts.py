"""Layouts of ``tests/normalise/layouts.txt`` drawn into whole PDFs and read end to end."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from crossfoot.extract.document import read_document
from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.paper import Known, Paper
from tests.normalise.paper_builder import C
from tests.normalise.test_layouts import LAYOUTS, Layout, read_layout

#: Spans over two and three levels, parts side by side, turned tables, cards, unknown headings.
_DRAWN = (
    "two_side",
    "three_levels",
    "transposed",
    "card4",
    "unknown_words",
    "bvpp",
    "groups_above",
)
_WIDTH = 760.0


def _drawn(layout: Layout, path: Path) -> Paper:
    styles = getSampleStyleSheet()
    small = styles["BodyText"].clone("small", fontSize=7, leading=8.5)
    columns = sum(cell.span for cell in layout.rows[0] if isinstance(cell, C))
    grid = [[""] * columns for _ in layout.rows]
    spans: list[tuple[str, tuple[int, int], tuple[int, int]]] = []
    taken: set[tuple[int, int]] = set()
    for top, row in enumerate(layout.rows):
        left = 0
        for cell in row:
            assert isinstance(cell, C)
            while (top, left) in taken:
                left += 1
            if left >= columns:
                break
            grid[top][left] = Paragraph(cell.text, small) if cell.text else ""
            if cell.span > 1 or cell.down > 1:
                end = (left + cell.span - 1, top + cell.down - 1)
                spans.append(("SPAN", (left, top), end))
            taken |= {
                (top + down, left + across)
                for down in range(cell.down)
                for across in range(cell.span)
            }
            left += cell.span
    rules = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), *spans]
    table = Table(grid, colWidths=[_WIDTH / columns] * columns, style=rules)
    titles = [Paragraph("Tillingham Borough Council", styles["Title"])]
    titles.append(Paragraph(layout.title, styles["Heading2"]))
    page = SimpleDocTemplate(
        str(path), pagesize=landscape(A4), leftMargin=40, rightMargin=40, topMargin=40
    )
    page.build([*titles, table])
    return interpret(read_document(path), Known(), NormaliseSettings(reader_version="test"))


@pytest.mark.parametrize(
    "layout",
    [layout for layout in LAYOUTS if layout.name in _DRAWN],
    ids=lambda layout: layout.name,
)
def test_a_drawn_layout_reads_as_its_cells_do(layout: Layout, tmp_path: Path) -> None:
    drawn, built = _drawn(layout, tmp_path / "paper.pdf"), read_layout(layout)
    assert [(row.code, row.title, row.status) for row in drawn.indicators] == [
        (row.code, row.title, row.status) for row in built.indicators
    ]
    assert [(f.measure, f.basis, f.period, f.value) for f in drawn.figures] == [
        (f.measure, f.basis, f.period, f.value) for f in built.figures
    ]
    cells = {cell.cell_id: cell.text for cell in drawn.cells}
    assert all(cells[figure.cell_id] == figure.as_printed for figure in drawn.figures)

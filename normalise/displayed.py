"""Rows of pages that were turned to be read, put where they stand on the page as displayed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crossfoot.schema.finding import Finding
from crossfoot.schema.model import Placed
from crossfoot.schema.packed_rows import PackedCells, PackedModels
from crossfoot.schema.page import Box
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import CellRow
from crossfoot.schema.turned_page import TurnedPage


def as_displayed(paper: Paper, turned: Sequence[TurnedPage]) -> Paper:
    """Return the paper with all places as the contract has them: of pages as displayed."""
    pages = {page.page: page for page in turned}
    changed: dict[str, Any] = {}
    for name, rows in paper:
        if isinstance(rows, PackedCells):
            cells = PackedCells()
            for some in rows.chunks():
                cells.extend([_cell(cell, pages) for cell in some])
            changed[name] = cells
        elif isinstance(rows, PackedModels):
            models = rows.none()
            for chunk in rows.chunks():
                models.extend([_row(row, pages) for row in chunk])
            changed[name] = models
    changed["findings"] = tuple(_row(row, pages) for row in paper.findings)
    return paper.model_copy(update=changed)


def _row(row: Any, pages: Mapping[int, TurnedPage]) -> Any:
    page = pages.get(row.page) if isinstance(row, Placed | Finding) and row.page else None
    if page is None or row.x0 is None or row.x0 == row.x1 == row.y1 == 0:
        return row
    place = page.displayed(Box(row.x0, row.y0, row.x1, row.y1))
    return row.model_copy(update=place._asdict())


def _cell(cell: CellRow, pages: Mapping[int, TurnedPage]) -> CellRow:
    page = pages.get(cell.page)
    if page is None:
        return cell
    return cell._replace(**page.displayed(Box(cell.x0, cell.y0, cell.x1, cell.y1))._asdict())

"""The cells that prove findings, with what their rows and tables look like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select

from crossfoot.schema.rows import CellRow
from crossfoot.store.chunks import chunks
from crossfoot.store.database import Store
from crossfoot.store.tables import cells, finding_cells


def proofs(store: Store, finding_ids: Collection[str]) -> dict[str, list[CellRow]]:
    """Return the cells that prove each finding, parts of cut cells too, in reading order."""
    c, proof = cells.c, finding_cells.c
    found: dict[str, list[CellRow]] = defaultdict(list)
    with store.read() as connection:
        for ids in chunks(finding_ids):
            query = (
                select(proof.finding_id, *(c[name] for name in CellRow._fields))
                .join(finding_cells, proof.cell_id == c.cell_id)
                .where(proof.finding_id.in_(ids))
                .order_by(proof.finding_id, c.document_id, c.page, c.table_no, c.row_no, c.col_no)
            )
            for finding_id, *cell in connection.execute(query):
                found[finding_id].append(CellRow(*cell))
    return dict(found)


def cells_on_pages(
    store: Store, document_id: str, pages: Collection[int]
) -> dict[tuple[int, int], list[CellRow]]:
    """Return the cells of a document's pages, by page and table, in reading order."""
    c = cells.c
    found: dict[tuple[int, int], list[CellRow]] = defaultdict(list)
    with store.read() as connection:
        for some in chunks(pages):
            query = (
                select(*(c[name] for name in CellRow._fields))
                .where(c.document_id == document_id, c.page.in_(some))
                .order_by(c.page, c.table_no, c.row_no, c.col_no, c.fragment)
            )
            for row in connection.execute(query):
                cell = CellRow(*row)
                found[cell.page, cell.table_no].append(cell)
    return dict(found)

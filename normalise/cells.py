"""Every cell of every table as a published row, with the role it was taken for.

Roles are what the column means: ``code``, ``title``, ``description``, ``objective``, ``section``,
``owner``, ``lead``, ``status``, ``previous_status``, ``trend``, ``frequency``, ``unit``,
``polarity``, ``period``, ``counting``, ``measure_name``, ``note``, ``corrective_action``,
``progress``, ``due``, ``revised_due``; figures are measure and period (``outturn 2018/19``,
``actual 2019/20 Q1``, ``target 2019/20``, ``previous``, ``comparator 2007/08``), statuses of a
named period ``status 2019/20 Q1``, months ``month 2007-07``. In summary tables ``count``,
``percentage``, ``status`` and ``section``. Rows that are not data: ``heading``,
``repeated_heading``, ``section``, ``objective`` (the parent of the actions below it). Whole tables:
``cover``, ``legend``. Null is not understood.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crossfoot.normalise.desk import Desk
from crossfoot.schema.identity import cell_ids_of_row
from crossfoot.schema.page import Table
from crossfoot.schema.rows import CellRow
from crossfoot.schema.text import fold

_new: Any = tuple.__new__  # makes a row in less time than its kind's own name


def cell_rows(desk: Desk, table: Table) -> Iterable[CellRow]:
    """Return one row per part of each cell; cells that were not understood have no role."""
    document_id = desk.facts.document_id
    roles = desk.roles
    table_no = table.table_no
    found: dict[str, CellRow] = {}
    for row in table.rows:
        row_no = row.row_no
        id_at = cell_ids_of_row(document_id, table_no, row_no)
        for cell in row.cells:
            col_no, row_span, col_span, parts = cell
            role = roles.get((table_no, row_no, col_no))
            for part in parts:
                # By position, in the published order: there are thousands of them.
                fragment, page, (x0, y0, x1, y1), text, fill, symbols, _ = part
                cell_id = id_at(col_no, fragment)
                values = (
                    cell_id,
                    document_id,
                    page,
                    table_no,
                    row_no,
                    col_no,
                    fragment,
                    row_span,
                    col_span,
                    x0,
                    y0,
                    x1,
                    y1,
                    fold(text) or None if text else None,
                    fill,
                    " ".join(symbols) or None if symbols else None,
                    role,
                )
                found[cell_id] = _new(CellRow, values)
    return found.values()

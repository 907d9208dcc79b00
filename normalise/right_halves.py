"""Tables that may be the right half of the one before: whether their rows have names of their own.

The reader of the pages leaves two tables where it is not certain that they are one, with a doubt
``facing``. What stands under ``Measure`` or ``Action`` on a right half (``%``, ``Chase debts``) is
said of indicators that the left half names, and is no name of the figures beside it.
"""

from __future__ import annotations

from crossfoot.normalise.identity_cells import read_identity
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import title_column, views
from crossfoot.schema.page import Box, Reading, Table


def doubted_halves(reading: Reading) -> frozenset[tuple[int, Box]]:
    """The places of the tables that may be right halves."""
    return frozenset((doubt.page, doubt.box) for doubt in reading.doubts if doubt.kind == "facing")


def names_its_rows(segment: Segment, grid_columns: int, before: Table) -> bool:
    """Whether most rows have a code of their own, or all are titled as rows of *before* are."""
    rows = views(segment, grid_columns)
    codes = {identity.label for view in rows if (identity := read_identity(view)).code}
    if 2 * len(codes) > len(rows):
        return True
    titles = {text for view in rows if (text := view.text(title_column(view)))}
    return bool(titles) and titles <= {cell.text for row in before.rows for cell in row.cells}

"""A table laid out anew: its cells in other rows and columns than they are printed in.

Its ``table_no`` is negative; :class:`crossfoot.normalise.desk.Places` says where each of its cells
is printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from crossfoot.normalise.desk import Places
from crossfoot.schema.page import Cell, Row, Table


@dataclass
class Draft:
    """A table being laid out anew, of *columns* grid columns."""

    source: Table
    columns: int
    places: Places = field(default_factory=Places)
    rows: list[Row] = field(default_factory=list)

    @property
    def table_no(self) -> int:
        return -self.source.table_no

    def add(self, row_no: int, cells: Sequence[tuple[int, Cell]], *, repeats: bool = False) -> Row:
        """Put a row of new cells, each with the row its original stands in."""
        new = sorted((cell for _, cell in cells), key=lambda cell: cell.col_no)
        row = Row(row_no, tuple(new), repeats)
        self.rows.append(row)
        return row

    def place(
        self, row_no: int, col_no: int, printed: tuple[int, int], *, inside: bool = False
    ) -> None:
        """Say in which row and column a new cell is printed.

        *inside* another's: a label beside its value in one cell, a name printed above the table.
        """
        self.places.cells[self.table_no, row_no, col_no] = printed
        self.places.rows.setdefault((self.table_no, row_no), printed[0])
        if inside:
            self.places.inside.add((self.table_no, row_no, col_no))

    @property
    def table(self) -> Table:
        return self.source._replace(
            table_no=self.table_no, columns=self.columns, rows=tuple(self.rows)
        )

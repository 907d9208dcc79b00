"""One table over several pages: columns made one, headings marked, cut rows rejoined."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from crossfoot.extract.cells import PageCell
from crossfoot.extract.cut import is_cut
from crossfoot.extract.pieces import Piece, goes_on, repeated_rows
from crossfoot.schema.page import Box, Cell, CellPart, Row, Table

_SAME_EDGE = 3.0  # points


def join_tables(pieces: Sequence[Piece]) -> tuple[Table, ...]:
    """Join the pieces, given in page order, into numbered tables."""
    chains: list[list[Piece]] = []
    for piece in pieces:
        chain = next(
            (chain for chain in reversed(chains) if goes_on(chain[0], chain[-1], piece)), None
        )
        if chain is None:
            chains.append([piece])
        else:
            chain.append(piece)
    return tuple(_Joiner(chain).table(number) for number, chain in enumerate(chains, 1))


class _Joiner:
    """Lays the pieces of one table below each other in common columns."""

    def __init__(self, chain: Sequence[Piece]) -> None:
        self._chain = chain
        self._edges = _common_edges(chain)
        self._rows: list[list[PageCell]] = []
        self._parts: dict[tuple[int, int], list[CellPart]] = {}
        self._spans: dict[tuple[int, int], tuple[int, int]] = {}
        self._headings: set[int] = set()
        self._body: list[Sequence[PageCell]] = []

    def table(self, number: int) -> Table:
        before: Piece | None = None
        for piece in self._chain:
            self._add(piece, before)
            before = piece
        bounds: dict[int, Box] = {}
        for piece in self._chain:
            bounds[piece.table.page] = piece.table.grid.box.rounded()
        return Table(number, len(self._edges) - 1, self._built_rows(), tuple(bounds.items()))

    def _add(self, piece: Piece, before: Piece | None) -> None:
        rows = [[self._in_common(cell, piece) for cell in row] for row in piece.rows]
        skip = repeated_rows(self._chain[0], piece) if before else 0
        for at, row in enumerate(rows):
            if at == skip and before and self._joins(row, piece, before):
                self._continue(row)
                continue
            if before and at < skip:
                self._headings.add(len(self._rows))
            elif at or before:
                self._body.append(row)
            self._place(row)

    def _joins(self, row: list[PageCell], piece: Piece, before: Piece) -> bool:
        upper = self._last_body_row()
        if upper is None:
            return False
        skipped = bool(repeated_rows(self._chain[0], piece))
        is_open = before.table.grid.open_bottom or (piece.table.grid.open_top and not skipped)
        return is_cut(self._rows[upper], row, self._body[:-1], is_open)

    def _last_body_row(self) -> int | None:
        """The row that stands last on the page before: headings just placed are passed over."""
        last = len(self._rows) - 1
        while last >= 0 and last in self._headings:
            last -= 1
        return last if last > 0 else None

    def _place(self, row: list[PageCell]) -> None:
        number = len(self._rows)
        self._rows.append(row)
        for cell in row:
            self._parts[number, cell.column] = [cell.part]
            self._spans[number, cell.column] = cell.row_span, cell.col_span

    def _continue(self, row: list[PageCell]) -> None:
        """Add the parts of a cut row's rest to the cells they belong to."""
        upper = self._last_body_row()
        assert upper is not None
        for cell in row:
            parts = self._parts[upper, cell.column]
            parts.append(cell.part._replace(fragment=len(parts) + 1))

    def _in_common(self, cell: PageCell, piece: Piece) -> PageCell:
        """Return the cell with its column and span in the joined table's columns."""
        edges = piece.edges
        column = _nearest(self._edges, edges[cell.column])
        end = _nearest(self._edges, edges[cell.column + cell.col_span])
        return cell._replace(column=column, col_span=max(1, end - column))

    def _built_rows(self) -> tuple[Row, ...]:
        return tuple(
            Row(
                number + 1,
                tuple(
                    Cell(
                        cell.column + 1,
                        *self._spans[number, cell.column],
                        tuple(self._parts[number, cell.column]),
                    )
                    for cell in row
                ),
                number in self._headings,
            )
            for number, row in enumerate(self._rows)
        )


def _common_edges(chain: Sequence[Piece]) -> list[float]:
    """Return the column edges of all pieces, those within 3 pt of each other made one."""
    edges = list(chain[0].edges)
    for piece in chain[1:]:
        for edge in piece.edges:
            if all(abs(edge - known) > _SAME_EDGE for known in edges):
                edges.append(edge)
    return sorted(edges)


def _nearest(edges: Sequence[float], edge: float) -> int:
    at = bisect_left(edges, edge)
    if at and (at == len(edges) or edge - edges[at - 1] <= edges[at] - edge):
        return at - 1
    return at

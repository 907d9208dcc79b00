"""One table over several pages: which pieces are one, laid out as soon as the last has come."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extract.facing import FacingPages
from crossfoot.extract.fitted import on_columns_of
from crossfoot.extract.going_rows import has_other_heading
from crossfoot.extract.layout import Layout
from crossfoot.extract.pieces import Piece, goes_on, repeated_rows, stands_next
from crossfoot.schema.packed_pages import PackedTables
from crossfoot.schema.page import Doubt, Table

_HEADLESS = "rows stand here whose columns have no headings, and no table before them goes on here"


class Joiner:
    """Joins the tables of a document, given page by page.

    A table is laid out as soon as a page comes that does not go on with it.
    """

    def __init__(self) -> None:
        self._facing = FacingPages()
        self._open: list[tuple[int, list[Piece]]] = []
        self._tables = PackedTables()
        self._ended: dict[int, Table] = {}  # while one that began before them goes on
        self._doubts: list[Doubt] = []
        self._count = 0

    def add(self, pieces: Sequence[Piece]) -> None:
        """Take in the tables of the next page that has any, in reading order."""
        whole = self._facing.turn(pieces, [chain for _, chain in self._open])
        if not whole:
            return
        self._close(whole[0].page)
        for piece in whole:
            for _, chain in reversed(self._open):
                if not stands_next(chain[-1], piece):
                    continue
                fitted = on_columns_of(chain[0], piece)
                if goes_on(chain[0], chain[-1], fitted) and not _is_another(chain[0], fitted):
                    chain.append(fitted)
                    break
            else:
                if piece.table.laid.headless:
                    self._doubts.append(_left_alone(piece))
                    continue
                self._facing.doubt([chain for _, chain in self._open], piece)
                self._count += 1
                self._open.append((self._count, [piece]))

    def result(self) -> tuple[PackedTables, list[Doubt]]:
        """Return the tables in the order in which they begin, numbered, and what is in doubt."""
        self.add(())
        self._close(None)
        return self._tables, self._doubts + self._facing.doubts

    def _close(self, page: int | None) -> None:
        """Lay out the tables that end before the page before *page*, all where it is ``None``."""
        still: list[tuple[int, list[Piece]]] = []
        for number, chain in self._open:
            if page is not None and chain[-1].last_page >= page - 1:
                still.append((number, chain))
                continue
            self._facing.note(chain)
            layout = Layout(chain)
            self._ended[number] = layout.table(number)
            self._doubts += layout.doubts
        self._open = still
        while (table := self._ended.pop(len(self._tables) + 1, None)) is not None:
            self._tables.append(table)


def _is_another(head: Piece, after: Piece) -> bool:
    """Whether a table told by its print, which needs headings for that, has others than *head*."""
    told = after.table.laid.ruling != "ruled" and not after.table.laid.headless
    return told and not repeated_rows(head, after) and has_other_heading(head, after.rows)


def _left_alone(piece: Piece) -> Doubt:
    """Return what is to be said of rows without headings that go on with no table."""
    return Doubt("unread_table", piece.page, piece.table.grid.box.rounded(), _HEADLESS)

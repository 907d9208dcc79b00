"""Tables whose columns go on overleaf: the left page holds the first ones, the right page the rest.

So print spreadsheets that are wider than the paper, page by page across and then down, or all first
columns and then the rest; so do papers laid out for two facing pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.extract.fitted import on_columns_of
from crossfoot.extract.halves import is_other_half, look_alike, side_by_side, stand_level
from crossfoot.extract.pieces import Piece, goes_on
from crossfoot.schema.page import Doubt

_IN_DOUBT = (
    "this table's rows are as many and as high as those on the page before: it may hold the rest "
    "of their columns; it was read as a table of its own"
)
_LATER = (
    "this table's pages have rows as many and as high as those of the table before: it may hold "
    "the rest of their columns; it was read as a table of its own"
)
_JOINED = (
    "the columns of this table were taken to go on from one page to the page beside it, row by row,"
    " as the rows stand at the same heights"
)


class FacingPages:
    """Makes tables that stand side by side on two pages one; holds one page's tables back.

    ``doubts`` are what is to be said of them, and of those that were left two.
    """

    def __init__(self) -> None:
        self.doubts: list[Doubt] = []
        self._held: list[Piece] = []
        self._long: list[Piece] = []  # the last table over several pages

    def turn(self, pieces: Sequence[Piece], chains: Sequence[Sequence[Piece]]) -> list[Piece]:
        """Take in the tables of a page, none at the end; return those that are complete by now.

        They are those of the page before, and a table whose columns went on there. *chains* are
        the tables before, by pages.
        """
        held, self._held = self._held, list(pieces)
        for at, left in enumerate(held):
            for right in self._held:
                if stand_level(left, right) and _are_one(left, right, chains):
                    held[at] = side_by_side(left, right)
                    self._held.remove(right)
                    break
        if held and held[-1].rest and held[-1].last_page == _page(pieces):
            self._held.insert(0, held.pop())  # its columns may go on on a third page
        for piece in held:
            self.doubts += _joined_doubts(piece)
        return held

    def doubt(self, chains: Sequence[Sequence[Piece]], piece: Piece) -> None:
        """Say so if a table that goes on with none may hold columns of one on the page before."""
        found = (doubt for chain in chains if (doubt := _doubt_halves(chain[-1:], [piece])))
        self.doubts += list(found)[:1]

    def note(self, chain: list[Piece]) -> None:
        """Hold a table that has ended against the last one that ran over as many pages."""
        if len(chain) > 1:
            if self._long and (doubt := _doubt_halves(self._long, chain)):
                self.doubts.append(doubt)
            self._long = chain


def _page(pieces: Sequence[Piece]) -> int | None:
    return pieces[0].page if pieces else None


def _are_one(left: Piece, right: Piece, chains: Sequence[Sequence[Piece]]) -> bool:
    """Whether tables whose rows stand level are one: by themselves, or as the two pages before."""
    if is_other_half(left, right):
        return True
    pairs = [chain for chain in chains if chain[-1].rest]
    if not pairs:
        return False
    both = side_by_side(left, right)
    return any(goes_on(chain[0], chain[-1], on_columns_of(chain[0], both)) for chain in pairs)


def _doubt_halves(left: Sequence[Piece], right: Sequence[Piece]) -> Doubt | None:
    """Return a doubt where tables over as many pages may be the halves of one.

    *left* is the one that was printed first; its last page is the one before the first of *right*.
    """
    if len(left) != len(right) or right[0].page != left[-1].last_page + 1:
        return None
    if not all(map(look_alike, left, right)):
        return None
    box = right[0].table.grid.box.rounded()
    return Doubt("facing", right[0].page, box, _LATER if len(left) > 1 else _IN_DOUBT)


def _joined_doubts(pair: Piece) -> Iterator[Doubt]:
    """Yield a note on each part of a table that was made one."""
    for page, box in pair.places if pair.rest else ():
        yield Doubt("across", page, box, _JOINED, "note")

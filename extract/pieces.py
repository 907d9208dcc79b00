"""Whether a table at the head of a page goes on with the one at the foot of the page before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.extract.cells import PageCell, PageTable
from crossfoot.schema.page import Box, Ruling, TextLine
from crossfoot.schema.text import fold

#: A table is as its worst part.
RULINGS: tuple[Ruling, ...] = ("ruled", "rows", "none")

_SAME_EDGE = 3.0  # points; the same column on two pages of one producer differs by under 1
_SHARED_EDGES = 0.8
_DEEPEST_HEADING = 4  # rows; three levels of heading and a title row
_LONGEST_BANNER = 60  # characters; a boxed remark is longer
_HEADING_STYLE = 0.8  # of the cells with text
_VALUE = re.compile(r"^\W*\d[\d,.]*\s*[%km]?\W*$")
_DIGITS = re.compile(r"\d+")


class Piece(NamedTuple):
    """The part of a table on one page.

    ``first`` and ``last`` say whether nothing but running heads and feet stands above or below it
    on its page. ``bold`` are the rows whose text is all bold (of the first four). ``lines`` are
    those of its page outside all tables. ``rest`` are the parts on the pages after it, where the
    columns go on there: then ``table`` and ``rows`` hold the cells of all, each with its own page.
    """

    table: PageTable
    rows: tuple[tuple[PageCell, ...], ...]
    bold: frozenset[int]
    first: bool
    last: bool
    lines: Sequence[TextLine] = ()
    rest: tuple[PageTable, ...] = ()

    @property
    def page(self) -> int:
        return self.table.page

    @property
    def last_page(self) -> int:
        return self.rest[-1].page if self.rest else self.table.page

    @property
    def places(self) -> tuple[tuple[int, Box], ...]:
        """The page or pages it stands on, each with the box around what stands there."""
        parts = (self.table, *self.rest)
        return tuple((part.page, part.grid.box.rounded()) for part in parts)

    @property
    def edges(self) -> tuple[float, ...]:
        """Column edges from the table's left side: facing pages have different margins."""
        left = self.table.laid.xs[0]
        return tuple(x - left for x in self.table.laid.xs)


def rows_of(table: PageTable) -> tuple[tuple[PageCell, ...], ...]:
    """Return the cells of each row, left to right; a row may hold none of its own."""
    rows: list[list[PageCell]] = [[] for _ in table.laid.ys[1:]]
    for cell in table.cells:
        rows[cell.row].append(cell)
    return tuple(map(tuple, rows))


def goes_on(head: Piece, before: Piece, after: Piece) -> bool:
    """Whether *after* continues the table that began with *head* and last stood in *before*."""
    if not stands_next(before, after):
        return False
    if after.table.laid.headless:  # its rows were read in the columns of *before*
        return before.table.laid.ruling != "ruled" and len(before.edges) == len(after.edges)
    if before is head and _is_banner(head):
        return abs(head.edges[-1] - after.edges[-1]) <= _SAME_EDGE and len(after.edges) > 2
    if not have_same_columns(head.edges, after.edges) and not have_same_columns(
        before.edges, after.edges
    ):
        return False
    if repeated_rows(head, after):
        return True
    return not has_own_heading(head, after)


def stands_next(before: Piece, after: Piece) -> bool:
    """Whether nothing stands between the two but a page end."""
    return after.page == before.last_page + 1 and before.last and after.first


def _is_banner(piece: Piece) -> bool:
    """Whether the piece is one cell with a short line in it: a theme row parted from its table."""
    texts = [cell.part.text for row in piece.rows for cell in row]
    return len(texts) == 1 and 0 < len(texts[0]) <= _LONGEST_BANNER and "\n" not in texts[0]


def repeated_rows(head: Piece, after: Piece) -> int:
    """Return how many rows at the top of *after* repeat the heading of *head*."""
    count = 0
    for first, again in zip(head.rows, after.rows[:_DEEPEST_HEADING], strict=False):
        texts = _texts(first)
        if not texts or texts != _texts(again):
            break
        if count and any(_VALUE.match(text) for text in texts):
            break
        count += 1
    return count


def swallows_heading(head: Piece, after: Piece) -> bool:
    """Whether the first row of *after* begins, cell by cell, with the words of the heading."""
    if not head.rows or not after.rows:
        return False
    words = {cell.column: fold(cell.part.text) for cell in head.rows[0]}
    begun = [
        fold(cell.part.text).startswith(f"{text} ")
        for cell in after.rows[0]
        if (text := words.get(cell.column))
    ]
    return sum(begun) >= max(2, len(begun) / 2)


def is_open(before: Piece, after: Piece, repeated: int) -> bool:
    """Whether no rule closes the table at the page end, on either page."""
    return before.table.laid.open_bottom or (after.table.laid.open_top and not repeated)


def have_same_columns(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two pieces have the same width and most inner edges of the one in the other."""
    if abs(one[-1] - other[-1]) > _SAME_EDGE:
        return False
    fewer, more = sorted((one[1:-1], other[1:-1]), key=len)
    found = sum(any(abs(edge - near) <= _SAME_EDGE for near in more) for edge in fewer)
    return found >= _SHARED_EDGES * len(fewer) and (bool(fewer) or not more)


def _texts(row: Sequence[PageCell]) -> tuple[str, ...]:
    return tuple(text for cell in row if (text := fold(cell.part.text)))


def has_own_heading(head: Piece, after: Piece) -> bool:
    """Whether *after* begins with a heading that is not the one of *head*: another table."""
    if not after.rows or not head.rows:
        return False
    mine, theirs = _texts(after.rows[0]), _texts(head.rows[0])
    if len(mine) < 2:
        return False
    alike = sum(
        one == other
        for one, other in zip(map(_wordy, mine), map(_wordy, theirs), strict=False)
        if any(map(str.isalpha, one))
    )
    if 2 * alike >= max(len(mine), len(theirs)):
        return True
    if 0 in after.bold and 0 in head.bold and len(head.rows) > 1 and 1 not in head.bold:
        return True
    fills, heading_fills = _fills(after.rows[0]), _fills(head.rows[0])
    return bool(
        len(fills) == 1
        and fills == heading_fills
        and None not in fills
        and len(head.rows) > 1
        and _fills(head.rows[1]) != heading_fills
    )


def _wordy(text: str) -> str:
    return _DIGITS.sub("", text).strip(" /-").casefold()


def _fills(row: Sequence[PageCell]) -> set[str | None]:
    return {cell.part.fill for cell in row}


def bold_rows(rows: Sequence[Sequence[PageCell]], bold: dict[int, bool]) -> frozenset[int]:
    """Return the rows, of those looked at, whose cells with text are nearly all bold."""
    found = set()
    for number, row in enumerate(rows[:_DEEPEST_HEADING]):
        marks = [bold.get(cell.bold_at, False) for cell in row if cell.bold_at is not None]
        if marks and sum(marks) >= _HEADING_STYLE * len(marks):
            found.add(number)
    return frozenset(found)


def is_bolder(piece: Piece, at: int) -> bool:
    """Whether a row is bold and the one below it, looked at too, is not."""
    below = at + 1
    return (
        at in piece.bold
        and below < min(len(piece.rows), _DEEPEST_HEADING)
        and below not in piece.bold
    )


def common_edges(chain: Sequence[Piece]) -> list[float]:
    """Return the column edges of all pieces, those within 3 pt of each other made one."""
    edges = list(chain[0].edges)
    for piece in chain[1:]:
        for edge in piece.edges:
            if all(abs(edge - known) > _SAME_EDGE for known in edges):
                edges.append(edge)
    return sorted(edges)


def nearest(edges: Sequence[float], edge: float) -> int:
    """Return which of *edges*, ascending, is the nearest to *edge*."""
    at = bisect_left(edges, edge)
    if at and (at == len(edges) or edge - edges[at - 1] <= edges[at] - edge):
        return at - 1
    return at


def in_columns(cell: PageCell, columns: Sequence[int]) -> PageCell:
    """Return the cell with its column and span in the joined table's columns.

    *columns* says of each column edge of its piece which edge of the joined table it is.
    """
    row, column, row_span, col_span, part, bold_at = cell
    begin, span = columns[column], max(1, columns[column + col_span] - columns[column])
    if begin == column and span == col_span:
        return cell
    return PageCell(row, begin, row_span, span, part, bold_at)

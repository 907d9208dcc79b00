"""Tables without upright rules that go on on the next page without their headings.

A page is read by itself first. Where the page before ends with such a table and this one begins
with what may be its rows, it is read again in that table's columns; that reading is kept only where
the rows cannot be another table's. Else the page stands as it was read, with what it refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, takewhile

from crossfoot.extract.cells import PageTable
from crossfoot.extract.continued import Foot
from crossfoot.extract.gaps import is_value_text
from crossfoot.extract.going_rows import goes_on_with, headings_of
from crossfoot.extract.left_over import text_rows
from crossfoot.extract.margins import Margins, at_side, names_item, names_page
from crossfoot.extract.page import PageReading
from crossfoot.extract.pen import LEVEL
from crossfoot.extract.pieces import Piece, bold_rows, rows_of
from crossfoot.schema.page import LostPage, TextLine

_LOOKED_AT = 4  # lines of a page of which one must hold several texts: a title of as many lines
_LONGEST = 16  # lines of a remark, half of which stand above the other cells of its row
_REMARK = 0.4  # of a page's width, at most
_FEWEST = 2  # texts side by side
_LINE = 1.0  # points
_LEADING = 1.45  # font sizes; lines of one cell

Again = Callable[[int, Foot], PageReading | LostPage]


class GoingOn:
    """Reads pages again where the table of the page before may go on; holds one page.

    *again* reads page number … once more.
    """

    def __init__(self, again: Again) -> None:
        self._again = again
        self._before: PageReading | None = None
        self._head: Piece | None = None  # of the table at the foot of that page

    def whole(self, page: PageReading, margins: Margins) -> PageReading:
        """Return a page as it is to be understood. Pages come in order; *margins* know this one."""
        found = self._read_on(page, margins) or page
        self._before = found
        return found

    def _read_on(self, page: PageReading, margins: Margins) -> PageReading | None:
        before = self._before
        if before is None or page.page != before.page + 1 or page.lost:
            return None
        if all(table.laid.ruling == "ruled" for table in before.tables):
            return None  # as on most pages: its lines need not be looked at
        table = _at_foot(before, margins)
        first = _first_row(page, margins) if table is not None else None
        if table is None or first is None:
            return None
        foot = _piece(table, before)
        if not table.laid.headless:
            self._head = foot
        head = self._head or foot
        end = _running_foot(page, margins)
        again = self._again(page.page, Foot(table.laid, first, headings_of(head), end))
        if isinstance(again, LostPage):
            return None
        after = next((one for one in again.tables if one.laid.headless), None)
        if after is None or any(one.grid.box.y0 < after.grid.box.y0 for one in again.tables):
            return None
        rests = goes_on_with(head, foot, _piece(after, again))
        if rests is None:
            return None
        laid = after.laid._replace(xs=table.laid.xs)
        whole = after._replace(laid=laid, rests=rests)
        return again._replace(tables=[whole if one is after else one for one in again.tables])


def _is_running(row: Sequence[TextLine], page: PageReading, margins: Margins) -> bool:
    """Whether a line of a page is a running head; rows that recur hold figures, dates or codes."""
    return all(
        margins.is_running(line, page)
        and (names_page(line.text) or names_item(line.text) or not is_value_text(line.text))
        for line in row
    )


def _running_foot(page: PageReading, margins: Margins) -> float:
    """Return where the running lines at the foot of a page begin, below it where there are none.

    They stand farther below the lines above than lines of one cell do.
    """
    rows = list(_rows_of_lines(page))
    running = list(takewhile(lambda row: _is_running(row, page, margins), reversed(rows)))
    if not running or len(running) == len(rows):
        return float("inf")
    top, above = min(line.box.y0 for line in running[-1]), rows[-len(running) - 1]
    apart = top - max(line.box.y1 for line in above) > (_LEADING - 1) * running[-1][0].size
    return top if apart else float("inf")


def _rows_of_lines(page: PageReading) -> Iterator[list[TextLine]]:
    """Yield what stands on each line of a page, from the top, less what stands at its sides."""
    lines = (line for line in page.lines if not at_side(line, page))
    yield from text_rows(sorted(lines, key=lambda line: line.box.y1))


def _piece(table: PageTable, page: PageReading) -> Piece:
    rows = rows_of(table)
    return Piece(table, rows, bold_rows(rows, page.bold), True, True)


def _at_foot(page: PageReading, margins: Margins) -> PageTable | None:
    """Return the table without upright rules that a page ends with."""
    lowest = max(page.tables, key=lambda table: table.grid.box.y1)
    end = lowest.grid.box.y1 - _LINE
    beside = [table for table in page.tables if table.grid.box.y1 > lowest.grid.box.y0]
    if lowest.laid.ruling == "ruled" or lowest.turn != LEVEL or not lowest.laid.slack:
        return None
    if len(beside) > 1 or any(line.box.y0 >= end for line in margins.content(page)):
        return None
    return lowest


def _first_row(page: PageReading, margins: Margins) -> tuple[float, float] | None:
    """Return the place of the first line that is no running head, if it may begin a table's rows.

    It stands above all tables, and texts stand side by side on it or right below.
    """
    rows = list(_rows_of_lines(page))
    running = list(takewhile(lambda row: _is_running(row, page, margins), rows))
    rows = rows[len(running) :]
    if rows and running:
        step = rows[0][0].box.y1 - running[-1][0].box.y1
        if step <= _LEADING * rows[0][0].size:
            return None  # the same line of two pages' first rows
    if not any(len(row) >= _FEWEST for row in _first_lines(rows, page.width)):
        return None
    top = min(line.box.y0 for line in rows[0])
    if any(table.grid.box.y0 < top for table in page.tables):
        return None
    return top, max(line.box.y1 for line in rows[0])


def _first_lines(rows: Sequence[Sequence[TextLine]], wide: float) -> Iterator[Sequence[TextLine]]:
    """Yield the first lines of a page, and those below as long as they may be a remark's.

    Its row stands beside it, at the middle of as many lines; the page is *wide* points.
    """
    yield from islice(rows, _LOOKED_AT)
    for at, row in enumerate(rows[1:_LONGEST], 1):
        line = rows[at - 1][0]
        if line.box.x1 - line.box.x0 > _REMARK * wide:
            return
        if at >= _LOOKED_AT:
            yield row

"""The stage's door: a file in, its joined tables and its lines of text out."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

from crossfoot.extract.content import Content, content_of, digest_of
from crossfoot.extract.damage import find_damage
from crossfoot.extract.going_on import Again, GoingOn
from crossfoot.extract.join import Joiner
from crossfoot.extract.left_over import LeftOver
from crossfoot.extract.margins import Margins
from crossfoot.extract.page import PageReading
from crossfoot.extract.parts import (
    FEWEST_PAGES,
    Begin,
    Pages,
    Sharing,
    pages_in_parts,
    pages_in_turn,
    part_reader,
    parts_of,
)
from crossfoot.extract.pdfium import open_document
from crossfoot.extract.pen import DOWN, LEVEL, UP
from crossfoot.extract.pieces import Piece, bold_rows, rows_of
from crossfoot.extract.settings import ExtractSettings
from crossfoot.extract.signs import SignBook
from crossfoot.schema.packed_pages import PackedLines, PackedTables
from crossfoot.schema.page import Box, Doubt, LostPage, Reading
from crossfoot.schema.turned_page import TurnedPage

# Pages read before a page's tables are joined: what stands there again on the next page or, where
# left and right pages differ, on the one after, is a running head.
_AHEAD = 2


def read_document(
    path: Path, settings: ExtractSettings | None = None, sharing: Sharing | None = None
) -> Reading:
    """Read a PDF file; where *sharing* is given others may help, and what is read is the same.

    Every page is read or named in ``lost`` with the reason. Raises :class:`DocumentError` where
    nothing can be read at all: no file, empty, not a PDF, cut off, encrypted.
    """
    return read_data(content_of(path), path.name, settings or ExtractSettings(), sharing)


def read_data(
    data: Content, name: str, settings: ExtractSettings, sharing: Sharing | None = None
) -> Reading:
    """Read a PDF from what its file holds; as :func:`read_document`."""
    lost: list[LostPage] = []
    passed: list[int] = []
    turned: list[TurnedPage] = []
    with ExitStack() as opened:
        document = opened.enter_context(open_document(data, name))
        count = document.pages
        damage = find_damage(data, document)
        book = SignBook(data)
        pages = Pages(data, name, book, settings)
        if sharing is not None and count < FEWEST_PAGES:
            sharing = None
        if sharing is None and not any(damage):  # else each who reads opens it for himself
            pages.take_over(document, opened.pop_all())
    joining = _Joining(pages.read)
    begin = partial(part_reader, data, name, book, settings)
    with closing(pages), closing(_in_turn(pages, book, count, begin, sharing)) as in_turn:
        for page in in_turn:
            if isinstance(page, LostPage):
                lost.append(page)
                continue
            joining.add(page)
            if page.passed:
                passed.append(page.page)
            if page.turned:
                turned.append(page.turned)
            if page.lost:
                lost.append(LostPage(page.page, page.lost))
    named = {page.page for page in lost}
    lost += [page for page in damage.pages if page.page not in named]
    tables, lines, doubts = joining.result()
    if damage.elsewhere:
        message = "a compressed stream of the file is damaged; no page shows which"
        doubts.append(Doubt("damaged_stream", 1, Box(0.0, 0.0, 0.0, 0.0), message))
    return Reading(
        digest_of(data),
        name,
        count,
        tables,
        lines,
        tuple(sorted(lost)),
        tuple(doubts),
        passed=tuple(passed),
        turned=tuple(turned),
    )


def _in_turn(
    pages: Pages, book: SignBook, count: int, begin: Begin, sharing: Sharing | None
) -> Generator[PageReading | LostPage]:
    """Yield each page, read or lost; with *sharing* they are read by several."""
    if sharing is None:
        yield from pages_in_turn(pages, count)
        return
    with sharing(begin, parts_of(count)) as begun:
        yield from pages_in_parts(begun, pages, book)


class _Joining:
    """Joins the tables of a document while its pages come; holds no more than a few pages."""

    def __init__(self, again: Again) -> None:
        self._going_on = GoingOn(again)
        self._margins = Margins()
        self._joiner = Joiner()
        self._left_over = LeftOver()
        self._waiting: deque[PageReading] = deque()
        self._lines = PackedLines()
        self._doubts: list[Doubt] = []

    def add(self, page: PageReading) -> None:
        self._margins.learn(page)
        page = self._going_on.whole(page, self._margins)
        self._margins.place(page, len(self._lines))
        self._lines.add_page(page.page, page.lines)
        self._doubts += page.doubts
        self._waiting.append(page)
        if len(self._waiting) > _AHEAD:
            self._join(self._waiting.popleft())

    def result(self) -> tuple[PackedTables, PackedLines, list[Doubt]]:
        """Return tables, lines and doubts of the document, which ends here."""
        while self._waiting:
            self._join(self._waiting.popleft())
        tables, doubts = self._joiner.result()
        self._lines.mark_margins(self._margins.numbers())
        return tables, self._lines, self._doubts + doubts

    def _join(self, page: PageReading) -> None:
        self._doubts += self._left_over.doubts(page, self._margins)
        if page.tables:
            self._joiner.add(_pieces(page, self._margins))


def _pieces(page: PageReading, margins: Margins) -> list[Piece]:
    """Return the tables of a page, each with what stands above and below it."""
    boxes = [line.box for line in margins.content(page)]
    boxes += [table.grid.box for table in page.tables]
    spans = {turn: [_down(box, turn) for box in boxes] for turn in {t.turn for t in page.tables}}
    highest = {turn: min(end for _, end in reach) for turn, reach in spans.items()}
    lowest = {turn: max(start for start, _ in reach) for turn, reach in spans.items()}
    result = []
    for table in page.tables:
        rows = rows_of(table)
        top, bottom = _down(table.grid.box, table.turn)
        above = highest[table.turn] <= top + 1
        below = lowest[table.turn] >= bottom - 1
        bold = bold_rows(rows, page.bold)
        result.append(Piece(table, rows, bold, not above, not below, page.lines))
    return result


def _down(box: Box, turn: int) -> tuple[float, float]:
    """Return from where to where a box reaches down the page as its print is read."""
    if turn in (UP, DOWN):
        return (box.x0, box.x1) if turn == UP else (-box.x1, -box.x0)
    return (box.y0, box.y1) if turn == LEVEL else (-box.y1, -box.y0)

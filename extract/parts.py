"""The pages of a document, and how several processes may read those of a long one together.

A page is read without its neighbours, but for one thing: a picture or drawn symbol that is like one
seen before has that one's name. So whoever reads some of the pages notes what he saw, and each page
is asked in order whether the document's own book would have said the same; where not, the page is
read again with that. All that looks over page ends is done when the pages are together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from typing import Any, Protocol

from crossfoot.extract.content import Content
from crossfoot.extract.continued import Foot
from crossfoot.extract.page import PageReading, read_page
from crossfoot.extract.pdfium import Document, open_document
from crossfoot.extract.settings import ExtractSettings
from crossfoot.extract.signs import NotedBook, Sights, SignBook
from crossfoot.schema.errors import DocumentError
from crossfoot.schema.packed_pages import open_lines, pack_lines
from crossfoot.schema.page import LostPage

# PDFium keeps 30 kB of each page until the document is closed.
_PAGES_AT_ONCE = 100
#: Pages from which on a document is read in parts. On two processors the command then takes as
#: long as before for a pack of 64 pages, most of them prose (while they are read it still loads the
#: database), 0.03 s less for one of 96, 0.07 for 140 and 0.11 for 240, all for 4% more of the
#: processors' time; pages of tables take longer, so that more is gained.
FEWEST_PAGES = 64
# Pages of a part: few, for whoever is done first waits for the last part; one has its own cost of
# 0.1 ms.
_PAGES = 4
_MOST_PARTS = 1_000

_Some = tuple[PageReading | LostPage, Sights | None]


class Pages:
    """Reads pages of a document, which is opened when the first is asked for.

    It is opened anew from time to time, for what PDFium keeps of pages. Belongs to one process.
    """

    def __init__(self, data: Content, name: str, book: SignBook, settings: ExtractSettings) -> None:
        self._data, self._name, self._book, self._settings = data, name, book, settings
        self._opened = ExitStack()
        self._document: Document | None = None
        self._read = 0

    def take_over(self, document: Document, opened: ExitStack) -> None:
        """Read from a *document* of this data that is open, no page of which was; and close it."""
        self.close()
        self._document, self._opened, self._read = document, opened, 0

    def read(self, number: int, foot: Foot | None = None) -> PageReading | LostPage:
        """Read page *number* (1-based), or say why it is lost; *foot* as in :func:`read_page`."""
        if number > self._settings.max_pages:
            return LostPage(number, f"the limit of {self._settings.max_pages} pages is reached")
        document = self._document
        if document is None or self._read == _PAGES_AT_ONCE:
            self.close()
            document = self._opened.enter_context(open_document(self._data, self._name))
            self._document, self._read = document, 0
        self._read += 1
        try:
            return read_page(document, number, self._book, self._settings, foot)
        except DocumentError as error:
            return LostPage(number, error.message)

    def close(self) -> None:
        """Close the document; it is opened again where another page is asked for."""
        self._document = None
        self._opened.close()


class Part:
    """Pages that were read together, each with the symbols that were named on it."""

    def __init__(self, pages: Sequence[_Some]) -> None:
        self.pages = pages

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle it with its lines packed, which takes a quarter of the time."""
        readings = [page for page, _ in self.pages if isinstance(page, PageReading)]
        bare = [
            (page._replace(lines=[]) if isinstance(page, PageReading) else page, sights)
            for page, sights in self.pages
        ]
        return _unpacked, (bare, pack_lines(page.lines for page in readings))


def _unpacked(bare: Sequence[_Some], packed: bytes) -> Part:
    lines = iter(open_lines(packed))
    return Part(
        [
            (page._replace(lines=next(lines)) if isinstance(page, PageReading) else page, sights)
            for page, sights in bare
        ]
    )


Begin = Callable[[], Callable[[range], Part]]


class Sharing(Protocol):
    """Has parts of a document read by this process and whoever else has nothing to do."""

    def __call__(
        self, begin: Begin, parts: Sequence[range], /
    ) -> AbstractContextManager[Iterator[Part]]:
        """Yield all parts in their order; *begin* is called once in each process that reads."""


def pages_in_turn(pages: Pages, count: int) -> Iterator[PageReading | LostPage]:
    """Yield all pages of a document, read one after the other."""
    return map(pages.read, range(1, count + 1))


def pages_in_parts(
    begun: Iterator[Part], pages: Pages, book: SignBook
) -> Iterator[PageReading | LostPage]:
    """Yield the pages of all parts; where their symbols are named otherwise, as *pages* reads them.

    *book* is that of *pages*.
    """
    for part in begun:
        for page, sights in part.pages:
            yield page if sights is None or book.agrees(sights) else pages.read(page.page)


def parts_of(count: int) -> list[range]:
    """Part the pages 1 to *count*."""
    size = max(_PAGES, -(-count // _MOST_PARTS))
    return [range(first, min(first + size, count + 1)) for first in range(1, count + 1, size)]


def part_reader(
    data: Content, name: str, book: SignBook, settings: ExtractSettings
) -> Callable[[range], Part]:
    """Return what reads parts in one process, with a document and a book of its own."""
    noted = NotedBook(book)
    return partial(_read_part, Pages(data, name, noted, settings), noted)


def _read_part(pages: Pages, book: NotedBook, numbers: range) -> Part:
    return Part([(pages.read(number), book.sights()) for number in numbers])

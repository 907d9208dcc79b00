"""The stage's door: a file in, its joined tables and its lines of text out."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from crossfoot.extract.damage import find_damage
from crossfoot.extract.join import join_tables
from crossfoot.extract.page import PageReading, read_page
from crossfoot.extract.pdfium import Document, open_document, read_bytes
from crossfoot.extract.pieces import Piece, bold_rows, rows_of
from crossfoot.extract.settings import ExtractSettings
from crossfoot.extract.signs import SignBook
from crossfoot.schema.errors import DocumentError
from crossfoot.schema.page import Box, Doubt, LostPage, Reading, TextLine

_MARGIN = 0.12  # of the page height: running heads and feet stand in it
_EDGE = 0.06  # of the page height: nothing but running heads and feet stands in it
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")


def read_document(path: Path, settings: ExtractSettings | None = None) -> Reading:
    """Read a PDF file.

    Every page is read or named in ``lost`` with the reason. Raises :class:`DocumentError` where
    nothing can be read at all: no file, empty, not a PDF, cut off, encrypted.
    """
    data = read_bytes(path)
    return read_data(data, path.name, settings or ExtractSettings())


def read_data(data: bytes, name: str, settings: ExtractSettings) -> Reading:
    """Read a PDF from its bytes; as :func:`read_document`."""
    with open_document(data, name) as document:
        pages, lost = _read_pages(document, SignBook(data), settings)
        damage = find_damage(data, document)
        count = document.pages
    named = {page.page for page in lost}
    lost += [page for page in damage.pages if page.page not in named]
    doubts = [doubt for page in pages for doubt in page.doubts]
    if damage.elsewhere:
        message = "a compressed stream of the file is damaged; no page shows which"
        doubts.append(Doubt("damaged_stream", 1, Box(0.0, 0.0, 0.0, 0.0), message))
    margins = _margins(pages)
    lines = [
        line._replace(margin=True) if _key(line) in margins[page.page] else line
        for page in pages
        for line in page.lines
    ]
    return Reading(
        hashlib.sha256(data).hexdigest(),
        name,
        count,
        join_tables(_pieces(pages, lines)),
        tuple(lines),
        tuple(sorted(lost)),
        tuple(doubts),
        passed=tuple(page.page for page in pages if page.passed),
    )


def _read_pages(
    document: Document, book: SignBook, settings: ExtractSettings
) -> tuple[list[PageReading], list[LostPage]]:
    pages: list[PageReading] = []
    lost: list[LostPage] = []
    for number in range(1, document.pages + 1):
        if number > settings.max_pages:
            reason = f"the limit of {settings.max_pages} pages is reached"
            lost.append(LostPage(number, reason))
            continue
        try:
            page = read_page(document, number, book, settings)
        except DocumentError as error:
            lost.append(LostPage(number, error.message))
            continue
        pages.append(page)
        if page.lost:
            lost.append(LostPage(number, page.lost))
    return pages, lost


def _key(line: TextLine) -> tuple[str, int]:
    """What is the same about a running head on two pages: text but for numbers, and height."""
    return _DIGITS.sub("#", line.text.casefold()), round(line.box.y0 / 3)


def _margins(pages: Sequence[PageReading]) -> dict[int, set[tuple[str, int]]]:
    """Return per page the lines at its head or foot that stand there on another page as well."""
    inside = {page.page: _in_margin(page) for page in pages}
    sizes = {page.page: (round(page.width), round(page.height)) for page in pages}
    counts = Counter((sizes[page], key) for page, keys in inside.items() for key in keys)
    return {
        page: {key for key in keys if counts[sizes[page], key] > 1} for page, keys in inside.items()
    }


def _in_margin(page: PageReading) -> set[tuple[str, int]]:
    top, bottom = page.height * _MARGIN, page.height * (1 - _MARGIN)
    return {_key(line) for line in page.lines if line.box.y1 < top or line.box.y0 > bottom}


def _pieces(pages: Sequence[PageReading], lines: Sequence[TextLine]) -> list[Piece]:
    """Return the tables of all pages, each with what stands above and below it."""
    heights = {page.page: page.height for page in pages}
    text: dict[int, list[TextLine]] = {}
    for line in lines:
        height = heights[line.page]
        at_edge = line.box.y1 < height * _EDGE or line.box.y0 > height * (1 - _EDGE)
        if not line.margin and not at_edge:
            text.setdefault(line.page, []).append(line)
    result = []
    for page in pages:
        spans = [(line.box.y0, line.box.y1) for line in text.get(page.page, ())]
        tables = [(table.grid.box.y0, table.grid.box.y1) for table in page.tables]
        for table, (top, bottom) in zip(page.tables, tables, strict=True):
            rows = rows_of(table)
            above = any(end <= top + 1 for _, end in spans + tables)
            below = any(start >= bottom - 1 for start, _ in spans + tables)
            result.append(Piece(table, rows, bold_rows(rows, page.bold), not above, not below))
    return result

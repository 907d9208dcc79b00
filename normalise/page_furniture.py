"""Rows that are a page's running head or foot, which print alone took into a table.

A file's name (``Report final v2.doc``) names no indicator. A committee's or a council's name may,
as far as its words go: it is a foot where the same stands as high on another page as a running one,
or beside nothing but the page's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from crossfoot.schema.page import Cell, Row, Table, TextLine, prints
from crossfoot.schema.text import fold

_FILE = re.compile(
    r"[\w(][\w .,&()'\u2019/\\:+~-]*\.(?:docx?|xls[xm]?|pdf|pptx?|odt|rtf|csv)", re.IGNORECASE
)
_PAGE = re.compile(r"(?:\W*(?:page|of|p\.)?\W*\d+){1,2}\W*", re.IGNORECASE)
#: A page's number for certain: no figure stands in square brackets.
_CALLED_PAGE = re.compile(r"\W*page\W*\d+(?:\W*of\W*\d+)?\W*|\[\d{1,4}\]", re.IGNORECASE)
_MOST_CELLS = 3  # left, middle and right of a foot

#: The texts of running lines, and on which page and at which height, in points, each stands.
Running = Mapping[str, Sequence[tuple[int, float]]]


def is_file_name(text: str) -> bool:
    """Whether a text is the name of a file and nothing else."""
    return _FILE.fullmatch(text) is not None


def running_of(lines: Sequence[TextLine]) -> tuple[Running, list[str]]:
    """The running lines among those of a paper, and the texts of all."""
    running: dict[str, list[tuple[int, float]]] = {}
    texts: list[str] = []
    for line in lines:
        texts.append(line.text)
        if line.margin:
            middle = (line.box.y0 + line.box.y1) / 2
            running.setdefault(fold(line.text), []).append((line.page, middle))
    return running, texts


def furniture_rows(table: Table, running: Running) -> frozenset[int]:
    """The numbers of a table's rows that are heads or feet of its pages."""
    return frozenset(row.row_no for row in _at_ends(table) if _is_furniture(row, running))


def _at_ends(table: Table) -> Iterator[Row]:
    """Yield the first and the last row of a table on each of its pages."""
    rows = table.rows
    if len(table.bounds) < 2:
        yield from (*rows[:1], *rows[1:][-1:])
        return
    last = len(rows) - 1
    pages = [row.cells[0].parts[0].page if row.cells else 0 for row in rows]
    for at, row in enumerate(rows):
        if at in {0, last} or pages[at] != pages[at - 1] or pages[at] != pages[at + 1]:
            yield row


def _is_furniture(row: Row, running: Running) -> bool:
    cells = [cell for cell in row.cells if prints(cell)]
    if not 0 < len(cells) <= _MOST_CELLS or any(cell.symbols for cell in row.cells):
        return False
    named = [cell for cell in cells if not _PAGE.fullmatch(cell.text)]
    if len(named) == 1 and any(_CALLED_PAGE.fullmatch(cell.text) for cell in cells):
        return any(map(str.isalpha, named[0].text))
    return bool(named) and all(
        is_file_name(fold(cell.text)) or _runs(cell, running) for cell in named
    )


def _runs(cell: Cell, running: Running) -> bool:
    """Whether what a cell prints stands as high on another page, as a running line there."""
    places = running.get(fold(cell.text), ())
    page, box = cell.parts[0].page, cell.parts[0].box
    return any(there != page and box.y0 <= height <= box.y1 for there, height in places)

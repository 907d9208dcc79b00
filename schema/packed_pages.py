"""What stands on a document's pages held as bytes: its tables, and its lines beside them."""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby, repeat
from operator import attrgetter
from typing import Any

from crossfoot.schema.packed import Packed
from crossfoot.schema.page import Box, Cell, CellPart, Row, Table, TextLine

_OF_ONE_PART = 13  # values of a cell that stands on one page
_FREE_LINES = 12_000  # 5 MiB
_LINES = 1_000  # packed together: 450 KiB, as of packed rows
_VERSION = 2  # of marshal, as of packed rows
_new: Any = tuple.__new__  # makes a tuple of a kind in half the time of the kind's own name


class PackedTables(Packed[Table]):
    """Tables of a document; ``heads`` are the same without their rows."""

    def __init__(self, items: Iterable[Table] = ()) -> None:
        self.heads: list[Table] = []
        super().__init__(items)

    def append(self, item: Table) -> None:
        """Add a table."""
        self.heads.append(item._replace(rows=()))
        super().append(item)

    def _size_of(self, item: Table) -> int:
        return sum(len(row.cells) for row in item.rows)

    def _pack(self, items: Sequence[Table]) -> bytes:
        first = len(self.heads) - len(items)
        tables = [[_flat_row(row) for row in table.rows] for table in items]
        return marshal.dumps((first, tables), _VERSION)

    def _open(self, packed: bytes) -> list[Table]:
        first, tables = marshal.loads(packed)
        heads = self.heads[first : first + len(tables)]
        return [
            head._replace(rows=tuple(map(_row, rows)))
            for head, rows in zip(heads, tables, strict=True)
        ]


def without_rows(tables: Sequence[Table]) -> Sequence[Table]:
    """Return tables for whoever asks where they stand: without rows, where those are packed."""
    return tables.heads if isinstance(tables, PackedTables) else tables


def lines_of_pages(lines: Sequence[TextLine], first: int, last: int) -> tuple[TextLine, ...]:
    """Return those of a document's lines that stand on pages *first* to *last*."""
    if isinstance(lines, PackedLines):
        return tuple(lines.of_pages(first, last))
    return tuple([line for line in lines if first <= line.page <= last])


def _flat_row(row: Row) -> tuple[Any, ...]:
    """Return what a row holds in tuples that are of no kind: marshal takes no others."""
    number, cells, repeats = row
    flat: list[tuple[Any, ...]] = []
    for column, row_span, col_span, parts in cells:
        if len(parts) == 1:  # nearly every cell
            fragment, page, (x0, y0, x1, y1), *rest = parts[0]
            flat.append((column, row_span, col_span, fragment, page, x0, y0, x1, y1, *rest))
        else:
            several = [(part[0], part[1], tuple(part[2]), *part[3:]) for part in parts]
            flat.append((column, row_span, col_span, several))
    return number, flat, repeats


def _row(flat: tuple[Any, ...]) -> Row:
    """Return the row that :func:`_flat_row` flattened."""
    number, cells, repeats = flat
    found = []
    parts: tuple[CellPart, ...]
    for cell in cells:
        if len(cell) == _OF_ONE_PART:
            column, row_span, col_span, fragment, page, x0, y0, x1, y1, *rest = cell
            parts = (_new(CellPart, (fragment, page, _new(Box, (x0, y0, x1, y1)), *rest)),)
        else:
            column, row_span, col_span, several = cell
            parts = tuple(
                CellPart(fragment, page, Box(*box), *rest) for fragment, page, box, *rest in several
            )
        found.append(_new(Cell, (column, row_span, col_span, parts)))
    return Row(number, tuple(found), repeats)


class PackedLines(Packed[TextLine]):
    """The lines of a document's pages, which come in the order of the pages.

    As many as a pack of 250 pages has stay as they are: to pack one and to open it each time that
    it is asked for takes 1 µs each.
    """

    def __init__(self, items: Iterable[TextLine] = ()) -> None:
        self._pages, self._firsts = array("I"), array("I")  # each page, and its first line's number
        self._margins = bytearray()  # 1 for each packed line that is a running head or foot
        super().__init__(items)

    def append(self, item: TextLine) -> None:
        """Add a line."""
        self.add_page(item.page, (item,))

    def extend(self, items: Iterable[TextLine]) -> None:
        """Add lines in order."""
        for page, lines in groupby(items, key=attrgetter("page")):
            self.add_page(page, lines)

    def add_page(self, page: int, lines: Iterable[TextLine]) -> None:
        """Add lines of one page."""
        if not self._pages or page != self._pages[-1]:
            self._pages.append(page)
            self._firsts.append(len(self))
        self._tail += lines
        if len(self._tail) >= (_LINES if self._ends else _FREE_LINES):
            self._pack_tail()

    def mark_margins(self, numbers: Iterable[int]) -> None:
        """Mark lines, by their numbers from 0 on, as running heads or feet."""
        packed = self._ends[-1] if self._ends else 0
        for number in numbers:
            if number < packed:
                self._margins[number] = 1
            else:
                line = self._tail[number - packed]
                self._tail[number - packed] = line._replace(margin=True)
        self._opened = None

    def of_pages(self, first: int, last: int) -> list[TextLine]:
        """Return the lines of pages *first* to *last*."""
        start, stop = (self._number(bisect_right(self._pages, page)) for page in (first - 1, last))
        if start >= stop:
            return []
        if not self._ends:
            return self._tail[start:stop]
        number, lines = bisect_right(self._ends, start), list[TextLine]()
        skipped = self._ends[number - 1] if number else 0
        for some in self.chunks(number):
            lines += some[max(start - skipped, 0) : stop - skipped]
            skipped += len(some)
            if skipped >= stop:
                break
        return lines

    def _number(self, page: int) -> int:
        return self._firsts[page] if page < len(self._firsts) else len(self)

    def _pack_tail(self) -> None:
        whole = self._tail
        for start in range(0, len(whole), _LINES):
            self._tail = whole[start : start + _LINES]
            self._margins += bytes(line.margin for line in self._tail)
            super()._pack_tail()

    def _pack(self, items: Sequence[TextLine]) -> bytes:
        first = self._ends[-1] if self._ends else 0
        return marshal.dumps((first, _flat_lines(items)), _VERSION)

    def _open(self, packed: bytes) -> list[TextLine]:
        first, lines = marshal.loads(packed)
        return _lines(lines, map(bool, self._margins[first : first + len(lines)]))


def pack_lines(pages: Iterable[Sequence[TextLine]]) -> bytes:
    """Return the lines of pages as bytes, for another process; none of them a known margin."""
    return marshal.dumps([_flat_lines(lines) for lines in pages], _VERSION)


def open_lines(packed: bytes) -> list[list[TextLine]]:
    """Return the lines of pages as :func:`pack_lines` was given them."""
    return [_lines(lines, repeat(False, len(lines))) for lines in marshal.loads(packed)]


def _flat_lines(lines: Iterable[TextLine]) -> list[tuple[Any, ...]]:
    return [
        (page, *box, text, size, bold, symbols) for page, box, text, size, bold, _, symbols in lines
    ]


def _lines(flat: Iterable[tuple[Any, ...]], margins: Iterable[bool]) -> list[TextLine]:
    return [
        _new(TextLine, (page, _new(Box, (x0, y0, x1, y1)), text, size, bold, margin, symbols))
        for (page, x0, y0, x1, y1, text, size, bold, symbols), margin in zip(
            flat, margins, strict=True
        )
    ]

"""What stands on a document's pages held as bytes: its tables, and its lines beside them."""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, repeat
from operator import attrgetter
from typing import Any, overload

from crossfoot.schema.packed import Packed
from crossfoot.schema.page import Box, Cell, CellPart, Row, Table, TextLine

_OF_ONE_PART = 13  # values of a cell that stands on one page
_FREE_LINES = 12_000  # 5 MiB
_FREE_PAGES = 300  # a table's page has a dozen lines beside it: 1,000 pages would be free
_LINES = 1_000  # packed together: 450 KiB, as of packed rows
_OPEN_CHUNKS = 8  # of a report's tables: 8,000 cells, 5 MiB and as much to see their rows with
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

    def chunks_of(self, numbers: Sequence[int]) -> int:
        """Return in how many chunks these tables are packed, those between them as well."""
        if not numbers:
            return 0
        first, last = (bisect_right(self._ends, at) for at in (numbers[0], numbers[-1]))
        return last - first + 1

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


class TablesOf(Sequence[Table]):
    """Some of the tables of a document, by their *numbers* from 0 on, which stay packed."""

    stays_packed = True

    def __init__(self, tables: PackedTables, numbers: Sequence[int]) -> None:
        self._tables, self._numbers = tables, numbers

    @property
    def heads(self) -> list[Table]:
        """The same without their rows."""
        return [self._tables.heads[number] for number in self._numbers]

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Table: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Table]: ...
    def __getitem__(self, at: int | slice) -> Table | Sequence[Table]:
        if isinstance(at, slice):
            return [self._tables[number] for number in self._numbers[at]]
        return self._tables[self._numbers[at]]


def some_tables(tables: Sequence[Table], numbers: Sequence[int]) -> Sequence[Table]:
    """Return tables by their *numbers* from 0 on, in order; many of them stay packed."""
    if isinstance(tables, PackedTables) and tables.chunks_of(numbers) > _OPEN_CHUNKS:
        return TablesOf(tables, numbers)
    return tuple([tables[number] for number in numbers])


def without_rows(tables: Sequence[Table]) -> Sequence[Table]:
    """Return tables for whoever asks where they stand: without rows, where those are packed."""
    heads: Sequence[Table] | None = getattr(tables, "heads", None)
    return tables if heads is None else heads


def stays_packed(tables: Sequence[Table]) -> bool:
    """Whether each table is opened when it is asked for, and dropped after."""
    return bool(getattr(tables, "stays_packed", False))


def lines_of_pages(lines: Sequence[TextLine], first: int, last: int) -> Sequence[TextLine]:
    """Return those of a document's lines that stand on pages *first* to *last*.

    They are a :class:`LinesOf` where they are too many to be open at once.
    """
    if isinstance(lines, PackedLines):
        return lines.on_pages(first, last)
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

    As many as a pack of 250 pages has stay as they are, while there are no more pages than that: to
    pack one and to open it each time that it is asked for takes 1 µs each.
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
        free = _LINES if self._ends or len(self._pages) > _FREE_PAGES else _FREE_LINES
        if len(self._tail) >= free:
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

    def on_pages(self, first: int, last: int) -> Sequence[TextLine]:
        """Return the lines of pages *first* to *last*; where they are many they stay packed."""
        start, stop = self.numbers_on(first, last)
        if stop - start > _FREE_LINES:
            return LinesOf(self, start, stop)
        return tuple(chain.from_iterable(self.between(start, stop)))

    def numbers_on(self, first: int, last: int) -> tuple[int, int]:
        """Return the number, from 0 on, of the first line of these pages and of the one behind."""
        pages = self._pages
        return self._number(bisect_right(pages, first - 1)), self._number(bisect_right(pages, last))

    def between(self, start: int, stop: int) -> Iterator[Sequence[TextLine]]:
        """Yield the lines from number *start*, from 0 on, up to *stop*, some at a time."""
        number = bisect_right(self._ends, start)
        skipped = self._ends[number - 1] if number else 0
        while start < stop:
            some = self._tail
            if number < len(self._ends):
                if self._opened is None or self._opened[0] != number:
                    self._opened = number, self._opened_chunk(number)
                some = self._opened[1]
            yield some[start - skipped : stop - skipped]
            skipped += len(some)
            start, number = skipped, number + 1

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


class LinesOf(Sequence[TextLine]):
    """The lines of a document from number *start*, from 0 on, up to *stop*, which stay packed."""

    def __init__(self, lines: PackedLines, start: int, stop: int) -> None:
        self._lines, self._start, self._stop = lines, start, stop

    def of_page(self, page: int) -> Sequence[TextLine]:
        """Return those of one page."""
        start, stop = self._lines.numbers_on(page, page)
        start, stop = max(start, self._start), min(stop, self._stop)
        return tuple(chain.from_iterable(self._lines.between(start, stop)))

    def __len__(self) -> int:
        return self._stop - self._start

    def __iter__(self) -> Iterator[TextLine]:
        return chain.from_iterable(self._lines.between(self._start, self._stop))

    @overload
    def __getitem__(self, at: int) -> TextLine: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[TextLine]: ...
    def __getitem__(self, at: int | slice) -> TextLine | Sequence[TextLine]:
        numbers = range(self._start, self._stop)[at]
        if isinstance(numbers, range):
            return [self._lines[number] for number in numbers]
        return self._lines[numbers]


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

"""From a table's rows to segments: runs of rows that stand under one set of headings.

Most tables are one segment. Stacked sub-tables are several: each begins with heading rows of its
own. Heading rows are found by their words (:mod:`crossfoot.normalise.headings`), not by position.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from crossfoot.normalise.columns import Column, columns_from
from crossfoot.normalise.desk import prints
from crossfoot.normalise.heading_text import HeadingReader, HeadingText
from crossfoot.normalise.headings import heading_key
from crossfoot.schema.page import Cell, Row, Table
from crossfoot.schema.text import fold

_IDENTITIES = frozenset({"code", "title", "title.step"})
#: Columns whose cells are words that head columns elsewhere: ``Annual``, ``Improving``, ``Alert``.
_OF_WORDS = frozenset({"status", "trend", "frequency", "polarity", "unit"})
#: Columns whose cells are dates or periods.
_OF_DATES = frozenset({"due", "revised_due", "other", "period", "updated"})
#: Longer than any heading, line breaks and blanks of its print included.
_LONGEST_PRINTED = 200


@dataclass
class Segment:
    """Rows under one set of headings. ``banner`` is the lone cell printed right above them."""

    table_no: int
    columns: tuple[Column, ...]
    heading_rows: list[Row]
    banner: Row | None = None
    rows: list[Row] = field(default_factory=list)
    repeated: list[Row] = field(default_factory=list)
    #: The rows seen through the columns (:mod:`crossfoot.normalise.row_view`), once made.
    views: list[Any] | None = field(default=None, repr=False, compare=False)

    @property
    def families(self) -> set[str]:
        return {column.family for column in self.columns if column.family}

    def index(self, *families: str) -> int | None:
        """The index of the first column with one of these meanings, in the order asked."""
        for family in families:
            for index, column in enumerate(self.columns):
                if column.family == family:
                    return index
        return None

    def indexes(self, *families: str) -> list[int]:
        return [index for index, column in enumerate(self.columns) if column.family in families]


@dataclass
class Layout:
    """A table taken apart: rows before any heading, then segments."""

    table: Table
    before: list[Row] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)


def printed_cells(row: Row) -> list[Cell]:
    """The cells of a row that print something: text or a picture."""
    return [cell for cell in row.cells if prints(cell) or cell.symbols]


def lone_cell(row: Row) -> Cell | None:
    """The only printed cell of a row, or ``None``."""
    cells = printed_cells(row)
    return cells[0] if len(cells) == 1 else None


def is_banner(row: Row, grid_columns: int) -> bool:
    """Whether the row is one text over (nearly) the whole width and nothing else.

    A grid column at the edge may belong to another part of a stacked table, hence nearly.
    """
    cell = lone_cell(row)
    return (
        cell is not None
        and bool(cell.text)
        and (cell.col_span >= grid_columns or cell.col_span * 5 >= grid_columns * 4)
    )


def _said(row: Row, reader: HeadingReader) -> list[HeadingText]:
    return [_read(cell, reader) for cell in row.cells if prints(cell)]


def _read(cell: Cell, reader: HeadingReader) -> HeadingText:
    """What a cell says as a heading; a long text is none, and is not even folded."""
    if len(cell.parts[0].text) > _LONGEST_PRINTED:
        return HeadingText()
    return reader.read(cell.plain)


def _has_identity(said: list[HeadingText]) -> bool:
    return any(heading.meaning in _IDENTITIES for heading in said)


def _longest_first(cells: list[Cell]) -> list[Cell]:
    """Long texts are told apart from headings at once, and one of them may be enough."""
    return sorted(cells, key=lambda cell: len(cell.parts[0].text), reverse=True)


def _is_value(cell: Cell, said: HeadingText, current: Segment) -> bool:
    """Whether a cell that reads as a heading is a value of the column it stands under.

    ``On target`` under ``Status`` and ``May 2010`` under ``Start date`` are none.
    """
    column = next((c for c in current.columns if c.first <= cell.col_no <= c.last), None)
    if column is None or column.family is None:
        return False
    if column.family in _OF_WORDS:
        return heading_key(cell.text) != heading_key(column.heading)
    return said.meaning is None and said.period is not None and column.family in _OF_DATES


def is_heading(row: Row, reader: HeadingReader, current: Segment | None = None) -> bool:
    """Whether a row's words are headings: at least three of them, and at least half of its cells.

    Two suffice where one names the row and the other a figure with its whole period. Under the
    headings of the *current* segment a value of one of its columns is no heading.
    """
    cells = [cell for cell in row.cells if prints(cell)]
    if len(cells) < 2:
        return False
    said: list[HeadingText] = []
    unknown = 0
    for cell in _longest_first(cells):
        heading = _read(cell, reader)
        said.append(heading)
        value = heading.known and current is not None and _is_value(cell, heading, current)
        unknown += value or not heading.known
        if unknown * 2 > len(cells):
            return False
    known = len(cells) - unknown
    if known < 2:
        return False
    if known >= 3:
        return True
    return _has_identity(said) and any(heading.period is not None for heading in said)


def _is_lower_level(row: Row, above: list[Row], reader: HeadingReader) -> bool:
    """Whether *row* is a second level of the heading rows *above* it.

    Its cells divide the cells above them, or one of the two names the period and the other what is
    measured (``2019/20`` over ``Achieved``).
    """
    cells = [cell for cell in row.cells if prints(cell)]
    if not cells or not all(_read(cell, reader).known for cell in _longest_first(cells)):
        return False
    said = _said(row, reader)
    if _has_identity(said) and any(_has_identity(_said(upper, reader)) for upper in above):
        return False
    for cell, below in zip(cells, said, strict=True):
        over = above[-1].cell_at(cell.col_no)
        if over is None or not prints(over) or over.col_span > cell.col_span:
            continue
        if reader.read(over.plain).has_period == below.has_period:
            return False
    return True


def _is_upper_level(row: Row, reader: HeadingReader, table: Table, *, first: bool) -> bool:
    """Whether a row just above the headings belongs to them: periods or measures over columns.

    Above the *first* headings of a table words over several columns need not be known.
    """
    said = _said(row, reader)
    grouping = [cell for cell in row.cells if prints(cell) and cell.col_span > 1] if first else []
    known = sum(heading.known for heading in said)
    return (
        bool(said)
        and not is_banner(row, table.columns)
        and (known == len(said) or known + len(grouping) > len(said))
        and any(heading.known for heading in said)
        and not _has_identity(said)
    )


def _folded(row: Row) -> tuple[str, ...]:
    return tuple(fold(cell.text).casefold() for cell in row.cells if cell.text)


def _first_folded(row: Row) -> str:
    """The first of :func:`_folded`: nearly every row is told from a heading by it alone."""
    return next((fold(cell.text).casefold() for cell in row.cells if prints(cell)), "")


class _Reading:
    """The walk over one table's rows."""

    def __init__(self, table: Table, reader: HeadingReader) -> None:
        self.table = table
        self.reader = reader
        self.layout = Layout(table)
        self.headings: set[tuple[str, ...]] = set()
        self.openings: set[str] = set()
        self.current: Segment | None = None

    def walk(self) -> Layout:
        rows = self.table.rows
        position = 0
        while position < len(rows):
            row = rows[position]
            if self.current is not None and self._repeats(row):
                self.current.repeated.append(row)
            elif is_heading(row, self.reader, self.current):
                position += self._begin(position)
                continue
            elif self.current is not None:
                self.current.rows.append(row)
            else:
                self.layout.before.append(row)
            position += 1
        for earlier, later in zip(self.layout.segments, self.layout.segments[1:], strict=False):
            if not earlier.rows:
                _share(earlier, later)
        return self.layout

    def _repeats(self, row: Row) -> bool:
        """A heading row printed again. In a stacked table it opens the next item instead."""
        if len(self.layout.segments) != 1:
            return False
        if row.repeats_heading:
            return True
        if _first_folded(row) not in self.openings:
            return False
        texts = _folded(row)
        return len(texts) > 1 and texts in self.headings

    def _begin(self, position: int) -> int:
        """Begin a segment at a heading row; return how many rows its headings take."""
        rows = self.table.rows
        own = [rows[position]]
        following = position + 1
        while (
            following < len(rows)
            and len(own) < 3
            and not (rows[following].repeats_heading and len(self.layout.segments) < 1)
            and _is_lower_level(rows[following], own, self.reader)
        ):
            own.append(rows[following])
            following += 1
        waiting = self.current.rows if self.current else self.layout.before
        upper: list[Row] = []
        while waiting and _is_upper_level(
            waiting[-1], self.reader, self.table, first=self.current is None
        ):
            if (
                self.current is not None
                and len(self.layout.segments)
                and not upper
                and (len(printed_cells(waiting[-1])) < 2)
            ):
                break
            upper.insert(0, waiting.pop())
        while waiting and not printed_cells(waiting[-1]):
            waiting.pop()
        banner = None
        if waiting and is_banner(waiting[-1], self.table.columns):
            banner = waiting.pop()
        heading_rows = upper + own
        self.current = Segment(
            table_no=self.table.table_no,
            columns=columns_from(self.reader, heading_rows, self.table.columns),
            heading_rows=heading_rows,
            banner=banner,
        )
        self.headings = {_folded(row) for row in heading_rows}
        self.openings = {_first_folded(row) for row in heading_rows}
        self.layout.segments.append(self.current)
        return following - position


def _fit(row: Row, columns: tuple[Column, ...]) -> int:
    spans = {(column.first, column.last) for column in columns}
    return sum((cell.col_no, cell.col_no + cell.col_span - 1) in spans for cell in row.cells)


def _share(earlier: Segment, later: Segment) -> None:
    """Give rows to the upper of two heading rows that stand together, where only its lines fit."""
    theirs = [row for row in later.rows if _fit(row, earlier.columns) > _fit(row, later.columns)]
    theirs = [row for row in theirs if lone_cell(row) is None]
    if theirs:
        earlier.rows.extend(theirs)
        later.rows = [row for row in later.rows if row not in theirs]


def lay_out(table: Table, reader: HeadingReader) -> Layout:
    """Take a table apart into its segments; none where no row reads as headings."""
    return _Reading(table, reader).walk()

"""From a table's rows to segments: runs of rows that stand under one set of headings.

Most tables are one segment. Stacked sub-tables are several: each begins with heading rows of its
own. Heading rows are found by their words (:mod:`crossfoot.normalise.headings`), not by position.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from crossfoot.normalise.caption_times import names_time
from crossfoot.normalise.columns import Column, columns_from
from crossfoot.normalise.cut_headings import is_cut_heading
from crossfoot.normalise.heading_rows import (
    goes_on_below,
    heads_bare_years,
    heads_groups,
    is_banner,
    is_heading,
    is_lower_level,
    is_upper_level,
    lone_cell,
    printed_cells,
)
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.schema.page import Row, Table, prints


@dataclass
class Segment:
    """Rows under one set of headings. ``banner`` is the lone cell printed right above them."""

    table_no: int
    columns: tuple[Column, ...]
    heading_rows: list[Row]
    banner: Row | None = None
    rows: list[Row] = field(default_factory=list)
    repeated: list[Row] = field(default_factory=list)
    #: Whether more is printed below its rows that belongs to them.
    closed: bool = False
    #: The numbers of its rows that are heads or feet of pages.
    furniture: frozenset[int] = field(default=frozenset(), repr=False, compare=False)
    #: The rows seen through the columns (:mod:`crossfoot.normalise.row_view`), once made.
    views: list[Any] | None = field(default=None, repr=False, compare=False)
    #: How the titles of a column hold their codes, if so, by its index, once it was asked.
    coded_titles: dict[int, str | None] = field(default_factory=dict, repr=False, compare=False)
    referenced_titles: dict[int, bool] = field(default_factory=dict, repr=False, compare=False)
    #: The shapes of codes in titles that the paper's tables share
    #: (:mod:`crossfoot.normalise.shared_codes`).
    shared_codes: frozenset[Any] = field(default=frozenset(), repr=False, compare=False)
    #: What its rows are parts of (:mod:`crossfoot.normalise.sub_rows`), and the names that go on in
    #: rows below and these rows (:mod:`crossfoot.normalise.tails`), once asked for.
    parts: dict[int, Any] | None = field(default=None, repr=False, compare=False)
    tails: dict[int, str] | None = field(default=None, repr=False, compare=False)
    tail_rows: frozenset[int] = field(default=frozenset(), repr=False, compare=False)
    #: The columns that :meth:`indexes` was asked of, and the indexes of each of their meanings and
    #: of those that were asked for together: each row asks again.
    _indexed: tuple[Column, ...] | None = field(default=None, init=False, repr=False, compare=False)
    _indexes: dict[tuple[str, ...], tuple[int, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def take(self, told: Sequence[Column]) -> tuple[Column, ...]:
        """Take the columns as they were told, and return those it has now.

        The same ones are not taken again: what is known of them stays known.
        """
        if (columns := tuple(told)) != self.columns:
            self.columns = columns
        return self.columns

    @property
    def families(self) -> set[str]:
        return {column.family for column in self.columns if column.family}

    def index(self, *families: str) -> int | None:
        """The index of the first column with one of these meanings, in the order asked."""
        if self._indexed is not self.columns:
            self._index_columns()
        for family in families:
            if found := self._indexes.get((family,)):
                return found[0]
        return None

    def indexes(self, *families: str) -> tuple[int, ...]:
        """The indexes of the columns with one of these meanings, in print order."""
        if self._indexed is not self.columns:
            self._index_columns()
        found = self._indexes.get(families)
        if found is None and len(families) > 1:
            each = [self._indexes.get((family,), ()) for family in dict.fromkeys(families)]
            found = self._indexes[families] = tuple(sorted(chain.from_iterable(each)))
        return found or ()

    def _index_columns(self) -> None:
        self._indexed, self._indexes = self.columns, _indexes_of(self.columns)


def _indexes_of(columns: Sequence[Column]) -> dict[tuple[str, ...], tuple[int, ...]]:
    """The indexes of the columns of each meaning, in print order."""
    found: dict[tuple[str, ...], tuple[int, ...]] = {}
    for index, column in enumerate(columns):
        if column.family is not None:
            found[column.family,] = (*found.get((column.family,), ()), index)
    return found


@dataclass
class Layout:
    """A table taken apart: rows before any heading, then segments."""

    table: Table
    before: list[Row] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)


def _folded(row: Row) -> tuple[str, ...]:
    return tuple([text.casefold() for cell in row.cells if (text := cell.text)])


def _first_folded(row: Row) -> str:
    """The first of :func:`_folded`: nearly every row is told from a heading by it alone."""
    for cell in row.cells:
        if prints(cell):
            return cell.text.casefold()
    return ""


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
            elif is_heading(row, self.reader, self._columns()) or (
                self.current is None and heads_bare_years(row, self.reader)
            ):
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

    def _columns(self) -> tuple[Column, ...] | None:
        return self.current.columns if self.current is not None else None

    def _repeats(self, row: Row) -> bool:
        """A heading row printed again. In a stacked table it opens the next item instead."""
        if len(self.layout.segments) != 1:
            return False
        if not row.repeats_heading and not self._reads_as_headings(row):  # nearly every row
            return False
        return not self._opens_a_time()

    def _reads_as_headings(self, row: Row) -> bool:
        if _first_folded(row) not in self.openings:
            return False
        texts = _folded(row)
        if texts in self.headings:
            again = self.current.repeated[-1:] if self.current is not None else []
            return len(texts) > 1 or (bool(again) and again[0].row_no + 1 == row.row_no)
        return self.current is not None and is_cut_heading(row, self.current.heading_rows)

    def _opens_a_time(self) -> bool:
        """Whether the row before is a lone cell that names the time of the rows to come."""
        above = self.current.rows[-1:] if self.current is not None else []
        return bool(above) and is_banner(above[0], self.table.columns) and names_time(above[0])

    def _begin(self, position: int) -> int:
        """Begin a segment at a heading row; return how many rows its headings take."""
        rows = self.table.rows
        own = [rows[position]]
        following = position + 1
        while (
            following < len(rows)
            and len(own) < 3
            and not (rows[following].repeats_heading and len(self.layout.segments) < 1)
            and (
                is_lower_level(rows[following], own, self.reader)
                or goes_on_below(rows[following], own[-1], self.reader)
            )
        ):
            own.append(rows[following])
            following += 1
        upper: list[Row] = []
        if self.current is not None and not self.current.rows:
            upper = self._take_back(own[0])
        waiting = self.current.rows if self.current else self.layout.before
        while waiting and is_upper_level(
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

    def _take_back(self, row: Row) -> list[Row]:
        """Return the headings of the segment begun last where they are upper ones of *row*'s.

        They have no rows of their own, name none, and stand over several columns of *row*: words of
        it that nobody knows (``What is measured``) kept it from being a level below them.
        """
        over = self.current.heading_rows if self.current is not None else []
        if len(over) != 1 or over[0].row_no + 1 != row.row_no:
            return []
        if not heads_groups(over[0], row, self.reader):
            return []
        self.layout.segments.pop()
        self.current = self.layout.segments[-1] if self.layout.segments else None
        return over


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

"""The sheets of one report: of a long one all but the one that is looked at are held as bytes.

A sheet is put aside without the rows of its table, which come from the reading again: by its
number goes a table, by its place a row, and what was made of both is pickled. So a report of 1,000
pages takes little more memory than one of 100. To put a sheet aside or to fetch it takes 0.1 ms, a
twentieth of what its table costs to read.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator, Sequence
from copyreg import dispatch_table
from typing import TYPE_CHECKING, Any, NoReturn, overload

from crossfoot.normalise.roles import Segment
from crossfoot.schema.packed_pages import stays_packed
from crossfoot.schema.page import Row, Table
from crossfoot.schema.spool import Spool

if TYPE_CHECKING:
    from crossfoot.normalise.survey import Sheet


class Sheets(Sequence["Sheet"]):
    """The sheets of a report, one for each of its *tables*, in order.

    Whoever changes them goes through them by :meth:`worked_on`.
    """

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tables
        self._open: list[Sheet] = []
        self._aside = Spool()
        self._at: list[int] = []  # where each that was put aside lies
        self._puts_aside = stays_packed(tables)
        #: Those whose rows are read and that go on from no other, without their rows.
        self.beginning: list[Table] = []

    def append(self, sheet: Sheet) -> None:
        """Add the sheet of the next table."""
        if sheet.kind == "rows" and not sheet.goes_on:
            self.beginning.append(sheet.table._replace(rows=()))
        if self._puts_aside:
            self._at.append(-1)
            self._put_aside(len(self._at) - 1, sheet)
        else:
            self._open.append(sheet)

    def worked_on(self) -> Iterator[Sheet]:
        """Yield all sheets; what was done to one until the next is asked for is kept."""
        if not self._puts_aside:
            yield from self._open
            return
        for number in range(len(self)):
            sheet = self[number]
            columns = [block.segment.columns for block in sheet.blocks]
            yield sheet
            if any(
                block.segment.columns is not before
                for block, before in zip(sheet.blocks, columns, strict=True)
            ):
                self._put_aside(number, sheet)
            for block in sheet.blocks:
                block.segment.views = None

    def __len__(self) -> int:
        return len(self._at) if self._puts_aside else len(self._open)

    @overload
    def __getitem__(self, at: int) -> Sheet: ...
    @overload
    def __getitem__(self, at: slice) -> list[Sheet]: ...
    def __getitem__(self, at: int | slice) -> Sheet | list[Sheet]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        if not self._puts_aside:
            return self._open[at]
        table = self._tables[at]
        sheet: Sheet = _Fetching(self._aside[self._at[at]], table).load()
        return sheet

    def _put_aside(self, number: int, sheet: Sheet) -> None:
        for block in sheet.blocks:
            block.segment.views = None  # each holds its segment, which is let go now
        content = io.BytesIO()
        _PuttingAside(content, sheet.table).dump(sheet)
        self._at[number] = len(self._aside)
        self._aside.append(content.getvalue())


class _PuttingAside(pickle.Pickler):
    """Pickles a sheet without its table and the rows of that."""

    def __init__(self, content: io.BytesIO, table: Table) -> None:
        super().__init__(content, pickle.HIGHEST_PROTOCOL)
        places = {id(row): at for at, row in enumerate(table.rows)}

        def of_table(other: Table) -> Any:
            return (_own_table, ()) if other is table else other.__reduce_ex__(4)

        def of_row(row: Row) -> Any:
            at = places.get(id(row))
            return row.__reduce_ex__(4) if at is None else (_own_row, (at,))

        self.dispatch_table = dispatch_table | {Table: of_table, Row: of_row, Segment: _of_segment}


def _of_segment(segment: Segment) -> Any:
    """A segment without what it remembers of its columns and rows."""
    given = segment.table_no, segment.columns, segment.heading_rows, segment.banner
    return Segment, (*given, segment.rows, segment.repeated, None, segment.coded_titles)


class _Fetching(pickle.Unpickler):
    """Reads a sheet that was pickled so, of its *table*."""

    def __init__(self, content: bytes, table: Table) -> None:
        super().__init__(io.BytesIO(content))
        self._own: dict[str, Callable[..., Any]] = {
            _own_table.__name__: lambda: table,
            _own_row.__name__: table.rows.__getitem__,
        }

    def find_class(self, module: str, name: str) -> Any:
        return self._own.get(name) or super().find_class(module, name)


def _own_table() -> NoReturn:
    """Stands for a sheet's table."""
    raise NotImplementedError


def _own_row(at: int) -> NoReturn:
    """Stands for a row of a sheet's table."""
    raise NotImplementedError(at)

"""A data row seen through its columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from crossfoot.normalise.columns import Column
from crossfoot.normalise.desk import Spot
from crossfoot.normalise.roles import Segment
from crossfoot.schema.page import Cell, Row, prints
from crossfoot.schema.text import fold

_NAMING = frozenset({"title", "description", "objective"})
_new: Any = tuple.__new__  # makes a spot in less time than its kind's own name


@dataclass
class RowView:
    """One row: the cells under each column, and those that a cell above spans down into it.

    ``wide`` are printed cells that wholly cover several columns; they belong to none.
    """

    segment: Segment
    row: Row
    own: dict[int, list[Spot]] = field(default_factory=dict)
    carried: dict[int, Spot] = field(default_factory=dict)
    wide: list[Spot] = field(default_factory=list)
    _printed: list[Spot] | None = None

    def spots(self, index: int | None) -> list[Spot]:
        """The cells under a column, a cell that spans down from above among them."""
        if index is None:
            return []
        own = self.own.get(index)
        if own is not None:
            return own
        return [self.carried[index]] if index in self.carried else []

    def text(self, index: int | None) -> str | None:
        """The text under a column without footnotes, ``None`` where nothing is printed."""
        if index is None:
            return None
        spots = self.own.get(index) or self.spots(index) or self._wide_at(index)
        if len(spots) == 1:
            return spots[0].cell.named or None
        if not spots:
            return None
        texts = [spot.cell.named for spot in spots]
        return fold(" ".join(text for text in texts if text)) or None

    def _wide_at(self, index: int) -> list[Spot]:
        """A wide cell that begins at a naming column: the name may run on over empty columns."""
        if not self.wide or self.segment.columns[index].family not in _NAMING:
            return []
        first = self.segment.columns[index].first
        return [spot for spot in self.wide if spot.cell.col_no == first]

    def spot(self, index: int | None) -> Spot | None:
        """The first printed cell under a column, else its first cell."""
        spots = self.spots(index)
        for spot in spots if len(spots) > 1 else ():
            if prints(spot.cell):
                return spot
        return spots[0] if spots else None

    def symbols(self, index: int | None) -> tuple[str, ...]:
        return tuple(symbol for spot in self.spots(index) for symbol in spot.cell.symbols)

    def fill(self, index: int | None) -> str | None:
        return next((spot.cell.fill for spot in self.spots(index) if spot.cell.fill), None)

    def first_text(self, *families: str) -> str | None:
        """The first text printed under any column of these meanings, in the order asked."""
        for family in families:
            for index in self.segment.indexes(family):
                if text := self.text(index):
                    return text
        return None

    def own_printed(self) -> list[Spot]:
        """The cells of this very row that print something."""
        if self._printed is None:
            table_no, row_no = self.segment.table_no, self.row.row_no
            self._printed = [
                _new(Spot, (table_no, row_no, cell))
                for cell in self.row.cells
                if prints(cell) or cell.symbols
            ]
        return self._printed


def _columns_of(cell: Cell, columns: tuple[Column, ...], at: list[int]) -> list[int]:
    """The columns that a cell wholly covers, or the one it covers most of."""
    first, last = cell.col_no, cell.col_no + cell.col_span - 1
    if first == last < len(at):
        return [at[first]] if at[first] >= 0 else []
    touched = sorted({at[number] for number in range(first, min(last, len(at) - 1) + 1)} - {-1})
    if len(touched) <= 1:
        return touched
    whole = [
        index for index in touched if columns[index].first >= first and columns[index].last <= last
    ]
    if len(whole) > 1:
        return whole
    if whole:
        return whole

    def overlap(index: int) -> int:
        return min(last, columns[index].last) - max(first, columns[index].first)

    return [max(touched, key=overlap)]


def views(segment: Segment, grid_columns: int) -> list[RowView]:
    """A view of each data row of a segment, top to bottom.

    They are made once: what a column means may change afterwards, its cells do not.
    """
    if segment.views is None or len(segment.views) != len(segment.rows):
        segment.views = list(_views(segment, grid_columns))
    return cast("list[RowView]", segment.views)


def _views(segment: Segment, grid_columns: int) -> Iterator[RowView]:
    at = [-1] * (grid_columns + 1)
    table_no = segment.table_no
    for index, column in enumerate(segment.columns):
        for number in range(column.first, column.last + 1):
            at[number] = index
    alone = [[index] if index >= 0 else [] for index in at]
    hanging: list[tuple[int, int, Spot]] = []
    last = segment.rows[-1].row_no if segment.rows else 0
    for number, row in enumerate(segment.rows):
        view = RowView(segment, row)
        hanging = [(until, index, spot) for until, index, spot in hanging if row.row_no <= until]
        for until, index, spot in hanging:
            if row.row_no <= until:
                view.carried[index] = spot
        for cell in row.cells:
            col_no, row_span, col_span, parts = cell
            spot = _new(Spot, (table_no, row.row_no, cell))
            if col_span == 1 and col_no < len(at):  # nearly every cell
                indexes = alone[col_no]
            else:
                indexes = _columns_of(cell, segment.columns, at)
            if len(indexes) > 1:
                view.wide.append(spot)
                continue
            for index in indexes:
                view.own.setdefault(index, []).append(spot)
                if row_span > 1:
                    until = row.row_no + row_span - 1
                    if len(parts) > 1:  # repeated headings stand between its rows, uncounted
                        below = segment.rows[number : number + row_span]
                        until = min(last, max(until, below[-1].row_no))
                    hanging.append((until, index, spot))
        yield view


def title_column(view: RowView) -> int | None:
    """The column that names the row: the first with a title, else with a description.

    ``Milestones`` and ``Success measure`` name rows only where nothing else is a title.
    """
    columns = view.segment.columns
    for index in view.segment.indexes("title"):
        if not columns[index].is_step:
            return index
    return view.segment.index("title", "description", "objective")

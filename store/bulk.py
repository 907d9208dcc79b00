"""Whole relations as light tuples: what an audit across papers reads.

100,000 figures as pydantic models would take longer to make than to compare.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, Table, select

from crossfoot.schema.page import Box
from crossfoot.schema.rows import CellRow
from crossfoot.schema.values import (
    ActionStatus,
    Basis,
    Carrier,
    FigureSource,
    IndicatorStatus,
    Measure,
    Outcome,
    Polarity,
    Precision,
    ValueState,
)
from crossfoot.store import tables

# Below the 999 variables of a statement that old builds of SQLite allow.
_CHUNK = 300


class PaperRow(NamedTuple):
    """A document, as relation ``documents`` has it."""

    document_id: str
    file_name: str
    council: str | None
    title: str | None
    published_on: date | None
    reporting_period: str | None
    reporting_period_start: date | None
    reporting_period_end: date | None
    outcome: Outcome
    same_report_as: str | None


class SeriesRow(NamedTuple):
    """A series, as relation ``series`` has it."""

    series_id: str
    council: str | None
    code: str | None
    title: str | None
    unit: str | None
    polarity: Polarity | None


class IndicatorRow(NamedTuple):
    """A row of relation ``indicators`` with its place."""

    document_id: str
    page: int
    table_no: int | None
    row_no: int | None
    x0: float
    y0: float
    x1: float
    y1: float
    indicator_id: str
    series_id: str
    code: str | None
    code_as_printed: str | None
    title: str | None
    section: str | None
    frequency: str | None
    status: IndicatorStatus | None
    status_as_printed: str | None
    status_carrier: Carrier | None

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1, self.y1)


class FigureRow(NamedTuple):
    """A row of relation ``figures`` with its place."""

    document_id: str
    page: int
    table_no: int | None
    row_no: int | None
    x0: float
    y0: float
    x1: float
    y1: float
    figure_id: str
    indicator_id: str
    series_id: str
    cell_id: str
    code: str | None
    measure: Measure
    basis: Basis
    period: str | None
    period_start: date | None
    period_end: date | None
    as_of: date | None
    value: Decimal | None
    decimals: int | None
    unit: str | None
    value_state: ValueState
    as_printed: str | None
    footnote: str | None
    source: FigureSource

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1, self.y1)


class ActionRow(NamedTuple):
    """A row of relation ``actions`` with its place."""

    document_id: str
    page: int
    table_no: int | None
    row_no: int | None
    x0: float
    y0: float
    x1: float
    y1: float
    action_id: str
    code: str | None
    code_as_printed: str | None
    title: str | None
    section: str | None
    parent_code: str | None
    parent_title: str | None
    status: ActionStatus | None
    status_as_printed: str | None
    status_carrier: Carrier | None
    progress: int | None
    due: date | None
    due_precision: Precision | None
    due_as_printed: str | None
    revised_due: date | None
    revised_due_precision: Precision | None
    revised_due_as_printed: str | None
    proposed_due: date | None
    proposed_due_precision: Precision | None
    proposed_due_as_printed: str | None
    previous_due: date | None
    previous_due_precision: Precision | None
    previous_due_as_printed: str | None
    comments: str | None

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1, self.y1)


_T = TypeVar("_T", PaperRow, SeriesRow, IndicatorRow, FigureRow, ActionRow)


def papers(connection: Connection) -> list[PaperRow]:
    """Return every document, by id."""
    return _rows(connection, tables.documents, PaperRow)


def series(connection: Connection) -> list[SeriesRow]:
    """Return every series, by id."""
    return _rows(connection, tables.series, SeriesRow)


def indicators(connection: Connection) -> list[IndicatorRow]:
    """Return every indicator row, by document and id."""
    return _rows(connection, tables.indicators, IndicatorRow)


def figures(connection: Connection) -> list[FigureRow]:
    """Return every figure, by document and id."""
    return _rows(connection, tables.figures, FigureRow)


def actions(connection: Connection) -> list[ActionRow]:
    """Return every action row, by document and id."""
    return _rows(connection, tables.actions, ActionRow)


def cells_of_rows(
    connection: Connection, places: Collection[tuple[str, int, int]]
) -> list[CellRow]:
    """Return the cells of table rows, each given by document, table and row."""
    by_document: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for document_id, table_no, row_no in places:
        by_document[document_id].add((table_no, row_no))
    found: list[CellRow] = []
    c = tables.cells.c
    for document_id, wanted in sorted(by_document.items()):
        numbers = sorted({table_no for table_no, _ in wanted})
        for start in range(0, len(numbers), _CHUNK):
            query = (
                select(*(c[name] for name in CellRow._fields))
                .where(c.document_id == document_id)
                .where(c.table_no.in_(numbers[start : start + _CHUNK]))
                .order_by(c.table_no, c.row_no, c.col_no, c.fragment)
            )
            cells = (CellRow(*row) for row in connection.execute(query))
            found.extend(cell for cell in cells if (cell.table_no, cell.row_no) in wanted)
    return found


def _rows(connection: Connection, table: Table, row_type: type[_T]) -> list[_T]:
    columns = [table.c[name] for name in row_type._fields]
    query = select(*columns).order_by(
        *([table.c.document_id] if "document_id" in table.c else []), *table.primary_key
    )
    return [row_type(*row) for row in connection.execute(query)]

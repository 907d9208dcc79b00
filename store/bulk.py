"""Whole relations of many papers at once: what an audit across papers reads.

In no certain order: to sort wide rows costs a database more than those who compare them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, select

from crossfoot.schema.finding import Link
from crossfoot.schema.rows import CellRow
from crossfoot.store import own, tables
from crossfoot.store.bulk_rows import (
    ActionRow,
    FigureRow,
    IndicatorRow,
    PaperRow,
    SeriesReading,
    StatusRow,
    SummaryRow,
)
from crossfoot.store.chunks import chunks

_T = TypeVar("_T", bound=NamedTuple)
_AT_ONCE = 250  # rows taken from the driver: of 1,000 the peak is 2 MiB higher, the time the same
#: Texts and days that many rows have in common: each is held once, which halves what the rows take.
_REPEATED = frozenset(
    (
        "document_id", "council", "reporting_period", "indicator_id", "series_id", "code",
        "measure", "basis", "period", "unit", "value_state", "source", "section", "status",
        "status_as_printed", "status_carrier", "due_precision", "revised_due_precision",
        "published_on", "period_end", "due", "title", "as_printed",
    )
)  # fmt: skip


def papers(connection: Connection, document_ids: Collection[str]) -> list[PaperRow]:
    """Return the documents."""
    return _rows(connection, tables.documents, PaperRow, document_ids)


def series_readings(connection: Connection, document_ids: Collection[str]) -> list[SeriesReading]:
    """Return what each document says of its series."""
    return _rows(connection, own.series_readings, SeriesReading, document_ids)


def indicators(connection: Connection, document_ids: Collection[str]) -> list[IndicatorRow]:
    """Return the indicator rows of documents."""
    return _rows(connection, tables.indicators, IndicatorRow, document_ids)


def statuses(connection: Connection, document_ids: Collection[str]) -> list[StatusRow]:
    """Return the statuses that documents print."""
    return _rows(connection, tables.statuses, StatusRow, document_ids)


def figures(connection: Connection, document_ids: Collection[str]) -> list[FigureRow]:
    """Return the figures of documents."""
    return _rows(connection, tables.figures, FigureRow, document_ids)


def actions(connection: Connection, document_ids: Collection[str]) -> list[ActionRow]:
    """Return the action rows of documents."""
    return _rows(connection, tables.actions, ActionRow, document_ids)


def counts_of_actions(connection: Connection, document_ids: Collection[str]) -> list[SummaryRow]:
    """Return how many actions there are by what tables of documents say."""
    c = tables.summaries.c
    counted = (c.subject == "actions", c.table_no.is_not(None), c.item_count.is_not(None))
    return _rows(connection, tables.summaries, SummaryRow, document_ids, *counted)


def links(connection: Connection) -> list[Link]:
    """Return every decision on two series, by id."""
    columns = [tables.links.c[name] for name in Link.model_fields]
    found = connection.execute(select(*columns).order_by(tables.links.c.link_id))
    return [Link.model_validate(dict(row._mapping)) for row in found]


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
        for numbers in chunks(table_no for table_no, _ in wanted):
            query = (
                select(*(c[name] for name in CellRow._fields))
                .where(c.document_id == document_id)
                .where(c.table_no.in_(numbers))
                .order_by(c.table_no, c.row_no, c.col_no, c.fragment)
            )
            cells = (CellRow(*row) for row in connection.execute(query))
            found.extend(cell for cell in cells if (cell.table_no, cell.row_no) in wanted)
    return found


def _rows(
    connection: Connection,
    table: Table,
    row_type: type[_T],
    document_ids: Collection[str],
    *only: ColumnElement[bool],
) -> list[_T]:
    """Return rows of a relation as they come: who needs an order knows which."""
    names = row_type._fields
    columns = [table.c[name] for name in names]
    repeated = [at for at, name in enumerate(names) if name in _REPEATED]
    found: list[_T] = []
    once = dict[object, object]().setdefault
    for some in chunks(document_ids):
        query = select(*columns).where(table.c.document_id.in_(some), *only)
        for rows in connection.execute(query).partitions(_AT_ONCE):
            by_column: list[Iterable[object]] = list(zip(*rows, strict=True))
            for at in repeated:
                by_column[at] = map(once, by_column[at], by_column[at])
            found.extend(map(row_type._make, zip(*by_column, strict=True)))
    return found

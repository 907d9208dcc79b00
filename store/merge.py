"""One row per series out of what each paper says of it.

What a paper says is kept in ``series_readings``; the published row follows from all of them, so it
does not depend on the order in which papers were loaded and falls back when one is removed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    String,
    Text,
    bindparam,
    cast,
    delete,
    func,
    or_,
    select,
    update,
)
from sqlalchemy import Row as ResultRow

from crossfoot.store import own, tables
from crossfoot.store.chunks import chunks
from crossfoot.store.fastpath import Row, asked, insert_rows

_MERGED = ("council", "code", "title", "unit", "polarity")
_reading, _row = own.series_readings.c, tables.series.c
_DIFFERING = (
    select(_reading.series_id)
    .join(tables.series, _row.series_id == _reading.series_id)
    .where(
        _reading.document_id == bindparam("document_id", type_=String),
        or_(*(_reading[name].is_distinct_from(_row[name]) for name in _MERGED)),
    )
)
_IDS = bindparam("ids", expanding=True, type_=String)
_PUBLISHED = select(_row.series_id, *(_row[name] for name in _MERGED)).where(
    _row.series_id.in_(_IDS)
)


def _all_said() -> Select[Any]:
    document = tables.documents.c
    day = func.coalesce(document.published_on, document.reporting_period_end, date.min)
    rank = cast(day, Text).concat("/").concat(_reading.document_id)
    what = [_reading[name] for name in ("series_id", *_MERGED)]
    return (
        select(*what, func.min(rank).label("earliest"), func.max(rank).label("latest"))
        .join(tables.documents, document.document_id == _reading.document_id)
        .where(_reading.series_id.in_(_IDS))
        .group_by(*what)
        .order_by(_reading.series_id)
    )


_SAID = _all_said()


def series_of(connection: Connection, document_id: str) -> set[str]:
    """Return the ids of the series that a document speaks of."""
    column = own.series_readings.c
    found = connection.execute(select(column.series_id).where(column.document_id == document_id))
    return set(found.scalars())


def add_series(connection: Connection, document_id: str, rows: Iterable[Row], load_id: str) -> None:
    """Record what a document says of its series; series seen for the first time get a row."""
    said = {row[0]: row for row in rows}
    insert_rows(connection, tables.series, list(said.values()), load_id, plain=True, keep=True)
    readings = [(document_id, *row) for row in said.values()]
    insert_rows(connection, own.series_readings, readings, plain=True)


def differing(connection: Connection, document_id: str) -> set[str]:
    """Return the series of which a document says something else than is published.

    Only their rows may have to change: another paper to the same effect changes nothing.
    """
    found = asked(connection, _DIFFERING, {"document_id": document_id})
    return {series_id for (series_id,) in found}


def merge_series(connection: Connection, ids: Iterable[str], *, load_id: str | None) -> None:
    """Bring the published rows of the series *ids* in line with what papers say of them.

    The title, unit and polarity are the latest paper's that prints one, the code the earliest's
    (a code keeps its first spelling). A series that no paper speaks of goes, unless a link refers
    to it. Rows that change get *load_id*, where there is one.
    """
    changes: list[dict[str, Any]] = []
    for chunk in chunks(ids):
        published = {row.series_id: row for row in _published(connection, chunk)}
        found = _readings(connection, chunk)
        spoken = set()
        for series_id, group in groupby(found, key=lambda row: row.series_id):
            spoken.add(series_id)
            merged = _merged(list(group))
            if merged != {name: getattr(published[series_id], name) for name in _MERGED}:
                changes.append({"changed": series_id, **merged})
        if unspoken := [series_id for series_id in chunk if series_id not in spoken]:
            _drop(connection, unspoken)
    if changes:
        mark = {"load_id": load_id} if load_id else {}
        values: dict[str, Any] = {name: bindparam(name) for name in _MERGED}
        statement = update(tables.series).where(tables.series.c.series_id == bindparam("changed"))
        connection.execute(statement.values(**values, **mark), changes)


def _published(connection: Connection, ids: list[str]) -> list[ResultRow[Any]]:
    return list(connection.execute(_PUBLISHED, {"ids": ids}))


def _readings(connection: Connection, ids: list[str]) -> list[ResultRow[Any]]:
    """Return the different things that papers say of the series, by series.

    ``earliest`` and ``latest`` order them by the paper that says so first and last; a paper
    without a day of publication stands where its period ends. Grouped by the database, since a
    series of many papers is said the same of in nearly all of them.
    """
    return list(connection.execute(_SAID, {"ids": ids}))


def _merged(said: list[ResultRow[Any]]) -> dict[str, str | None]:
    first_on = sorted(said, key=lambda row: str(row.earliest))
    last_on = sorted(said, key=lambda row: str(row.latest), reverse=True)

    def first(rows: list[ResultRow[Any]], name: str) -> str | None:
        return next((getattr(row, name) for row in rows if getattr(row, name) is not None), None)

    return {
        name: first(first_on if name in ("code", "council") else last_on, name) for name in _MERGED
    }


def _drop(connection: Connection, ids: list[str]) -> None:
    links, column = tables.links.c, tables.series.c.series_id
    connection.execute(
        delete(tables.series).where(
            column.in_(ids),
            column.not_in(select(links.series_a)),
            column.not_in(select(links.series_b)),
        )
    )

"""Views for analysts: what stands now, and what had been published on any day (docs/sql.md).

They hold nothing of their own. They are made with the schema, and made anew at the end of every
upgrade; :data:`VERSIONS` says by which schema version each text of theirs came.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    Double,
    Integer,
    MetaData,
    Table,
    Text,
    inspect,
)
from sqlalchemy.types import TypeEngine

from crossfoot.schema.views import SeriesAsOf, SeriesLatest
from crossfoot.store.types import ExactDecimal
from crossfoot.store.view_as_of import series_as_of as _series_as_of
from crossfoot.store.view_latest import series_latest as _series_latest
from crossfoot.store.view_parts import Backend, Words

_metadata = MetaData()
_TYPES: dict[type, type[TypeEngine[Any]]] = {
    bool: Boolean,
    int: Integer,
    float: Double,
    date: Date,
    Decimal: ExactDecimal,
}


def _view(name: str, model: type[BaseModel]) -> Table:
    return Table(
        name, _metadata, *(_column(each, info) for each, info in model.model_fields.items())
    )


def _column(name: str, info: FieldInfo) -> Column[Any]:
    kinds = get_args(info.annotation) if type(None) in get_args(info.annotation) else ()
    kind = next((_TYPES[each] for each in (info.annotation, *kinds) if each in _TYPES), Text)
    return Column(name, kind, nullable=bool(kinds))


series_latest = _view("series_latest", SeriesLatest)
series_as_of = _view("series_as_of", SeriesAsOf)

VIEWS = (series_latest, series_as_of)
"""The views as tables with typed columns, to select from."""

VERSIONS = {"0004": "9bf463be34ac"}
"""The digest of the views' text, by the schema version that brought it. Another text needs another
version, however little its migration does: stores keep the views that they were made with.
"""


def statements(backend: Backend) -> Iterator[tuple[str, str]]:
    """Yield each view's name and the statement that makes it."""
    words = Words(backend)
    for view, query in (
        (series_latest, _series_latest(words)),
        (series_as_of, _series_as_of(words)),
    ):
        yield view.name, f"CREATE VIEW {view.name} AS {' '.join(query.split())}"


def create_views(connection: Connection) -> None:
    """Make the views that are not there."""
    there = inspect(connection).get_view_names()
    for name, statement in statements(_backend(connection)):
        if name not in there:
            connection.exec_driver_sql(statement)


def drop_views(connection: Connection) -> None:
    """Take the views away, where they are: tables under a view cannot be altered."""
    for view in VIEWS:
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {view.name}")


def digest() -> str:
    """Return what tells one text of the views from another."""
    texts = [
        statement for backend in (_SQLITE, _POSTGRESQL) for _, statement in statements(backend)
    ]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]


_SQLITE: Backend = "sqlite"
_POSTGRESQL: Backend = "postgresql"


def _backend(connection: Connection) -> Backend:
    return _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL

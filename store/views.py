"""Views for analysts: what stands now, and what had been published on any day (docs/sql.md).

They hold nothing of their own. They are made with the schema, and made anew at the end of every
upgrade; :data:`VERSIONS` says by which schema version each text of theirs came.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

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

from crossfoot.store.types import ExactDecimal
from crossfoot.store.view_as_of import series_as_of as _series_as_of
from crossfoot.store.view_latest import series_latest as _series_latest
from crossfoot.store.view_parts import Backend, Words

_metadata = MetaData()
_OTHERS: dict[str, Any] = {
    "decimals": Integer,
    "page": Integer,
    "other_page": Integer,
    "table_no": Integer,
    "row_no": Integer,
    "period_start": Date,
    "period_end": Date,
    "speaks_of": Date,
    "known_from": Date,
    "known_until": Date,
    "published_on": Date,
    "other_published_on": Date,
    "value": ExactDecimal,
    "target": ExactDecimal,
    "other_value": ExactDecimal,
    "replaced_value": ExactDecimal,
    "value_number": Double,
    "target_number": Double,
    "other_value_number": Double,
    "replaced_value_number": Double,
    "confidence": Double,
    **dict.fromkeys(("x0", "y0", "x1", "y1"), Double),
    "is_changed": Boolean,
    "is_dated": Boolean,
}
_NEVER_NULL = (
    *("series_id", "measure", "basis", "value_state", "source", "is_changed", "is_dated"),
    *("document_id", "file_name", "page", "x0", "y0", "x1", "y1"),
    *("cell_id", "figure_id", "indicator_id"),
)
_FIGURE = "series_id council code title polarity measure basis period period_start period_end"
_VALUE = "value value_number decimals unit value_state as_printed"
_SAID = "decided_by footnote note source confidence"
_PLACE = (
    "document_id file_name source_url published_on reporting_period same_report_as "
    "page table_no row_no x0 y0 x1 y1 cell_id figure_id indicator_id"
)


def _view(name: str, *names: str) -> Table:
    columns = " ".join(names).split()
    made = (
        Column(each, _OTHERS.get(each, Text), nullable=each not in _NEVER_NULL) for each in columns
    )
    return Table(name, _metadata, *made)


series_latest = _view(
    "series_latest",
    _FIGURE,
    "speaks_of",
    _VALUE,
    "target target_number target_figure_id status",
    "is_changed other_value other_value_number other_figure_id other_file_name other_page",
    "other_published_on",
    _SAID,
    _PLACE,
)

series_as_of = _view(
    "series_as_of",
    _FIGURE,
    "speaks_of known_from known_until is_dated",
    _VALUE,
    "status replaced_value replaced_value_number replaced_figure_id",
    _SAID,
    _PLACE,
)

VIEWS = (series_latest, series_as_of)
"""The views as tables with typed columns, to select from."""

VERSIONS = {"0004": "ecc8dac4b244"}
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

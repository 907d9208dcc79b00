"""Making the views for analysts, and telling one text of them from another.

They hold nothing of their own. They are made with the schema, and made anew at the end of every
upgrade; :data:`VERSIONS` says by which schema version each text of theirs came.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, inspect

from crossfoot.store.view_as_of import series_as_of
from crossfoot.store.view_latest import series_latest
from crossfoot.store.view_parts import Backend, Words

_QUERIES: dict[str, Callable[[Words], str]] = {
    "series_latest": series_latest,
    "series_as_of": series_as_of,
}

VERSIONS = {
    "0004": "9bf463be34ac",
    "0007": "0b6c9afb9093",
    "0008": "a532c893f371",
    "0010": "603b62625595",
}
"""The digest of the views' text, by the schema version that brought it. Another text needs another
version, however little its migration does: stores keep the views that they were made with. A text
that says the same of every figure keeps the version, and stores theirs.
"""


def statements(backend: Backend) -> Iterator[tuple[str, str]]:
    """Yield each view's name and the statement that makes it."""
    words = Words(backend)
    for name, query in _QUERIES.items():
        yield name, f"CREATE VIEW {name} AS {' '.join(query(words).split())}"


def create_views(connection: Connection) -> None:
    """Make the views that are not there."""
    there = inspect(connection).get_view_names()
    for name, statement in statements(_backend(connection)):
        if name not in there:
            connection.exec_driver_sql(statement)


def drop_views(connection: Connection) -> None:
    """Take the views away, where they are: tables under a view cannot be altered."""
    for name in _QUERIES:
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")


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

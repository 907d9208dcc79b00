"""Many rows into one table as tuples, on the driver's own ``executemany``.

SQLAlchemy's insert of dictionaries costs about three times as much for the same rows; the types
of the columns are still asked how a value is written on the database at hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table

from crossfoot.schema.errors import StoreError

Row = tuple[Any, ...]
# Half of a surrogate pair, which is no text in any encoding, and NUL, which PostgreSQL refuses:
# broken fonts give both. They are looked for in the repr of the rows, where they are spelled out.
_UNSTORABLE_REPR = re.compile(r"\\ud[89a-f]|\\x00")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_PLACEHOLDERS = {"qmark": "?", "format": "%s", "pyformat": "%s"}


@cache
def fields(table: Table) -> tuple[str, ...]:
    """Return the published columns of *table*: all but ``load_id``, unless that is its key."""
    key = table.primary_key.columns
    names = (column.name for column in table.columns)
    return tuple(name for name in names if name != "load_id" or name in key)


def row_tuples(table: Table, models: Iterable[object]) -> list[Row]:
    """Return the published columns of each model as a tuple, in the table's order."""
    get = attrgetter(*fields(table))
    return [get(model) for model in models]


def storable(rows: list[Row], shown: str) -> list[Row]:
    """Return *rows* with characters that no database takes replaced by U+FFFD.

    *shown* is the rows' ``repr``, which the caller has at hand for its digest.
    """
    if not _UNSTORABLE_REPR.search(shown):
        return rows
    return [
        tuple(_UNSTORABLE.sub("\ufffd", item) if isinstance(item, str) else item for item in row)
        for row in rows
    ]


def insert_rows(
    connection: Connection, table: Table, rows: Sequence[Row], load_id: str | None = None
) -> int:
    """Insert *rows* (tuples of the published columns) and return how many.

    *load_id* is appended where the table has that column beside the published ones.
    """
    if not rows:
        return 0
    names = fields(table)
    if load_id is not None and "load_id" not in names and "load_id" in table.columns:
        names = (*names, "load_id")
        rows = [(*row, load_id) for row in rows]
    bound = _bound(connection.dialect, table, names, rows)
    connection.exec_driver_sql(_insert(connection.dialect, table, names), bound)
    return len(bound)


def _bound(
    dialect: Dialect, table: Table, names: tuple[str, ...], rows: Sequence[Row]
) -> list[Row]:
    converters = _converters(dialect, table, names)
    if not converters:
        return list(rows)
    bound = []
    for row in rows:
        values = list(row)
        for index, convert in converters:
            values[index] = convert(values[index])
        bound.append(tuple(values))
    return bound


@lru_cache(maxsize=64)
def _converters(
    dialect: Dialect, table: Table, names: tuple[str, ...]
) -> list[tuple[int, Callable[[Any], Any]]]:
    found: list[tuple[int, Callable[[Any], Any]]] = []
    for index, name in enumerate(names):
        kind = table.columns[name].type
        convert = kind.dialect_impl(dialect).bind_processor(dialect)
        if convert is not None:
            found.append((index, convert))
    return found


@lru_cache(maxsize=64)
def _insert(dialect: Dialect, table: Table, names: tuple[str, ...]) -> str:
    mark = _PLACEHOLDERS.get(dialect.paramstyle)
    if mark is None:
        raise StoreError(
            f"the driver {dialect.driver} numbers its parameters, which loading does not speak",
            "use sqlite:// or postgresql+psycopg://",
        )
    quote = dialect.identifier_preparer.quote
    columns = ", ".join(quote(name) for name in names)
    marks = ", ".join([mark] * len(names))
    return f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({marks})"

"""Many rows into one table as tuples, on the driver's own fast path.

That is ``executemany`` on SQLite and one statement of arrays on PostgreSQL (``store/arrays.py``).
SQLAlchemy's insert of dictionaries costs about three times as much for the same rows; the types
of the columns are still asked how a value is written. Both databases take the same rows of text
and numbers, so that a paper's rows are converted once, for its digest and for the driver.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Select, Table, Text
from sqlalchemy.dialects import sqlite

from crossfoot.schema.errors import StoreError
from crossfoot.schema.packed_rows import PackedRows
from crossfoot.schema.plain import is_storable, sum_of
from crossfoot.store.arrays import driver_error, insert_arrays

Row = tuple[Any, ...]
# Half of a surrogate pair, which is no text in any encoding, and NUL, which PostgreSQL refuses:
# broken fonts give both.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_SQLITE = sqlite.dialect()
# Rows handed to the driver at once: enough that a statement's own cost is lost among them, few
# enough that a long paper's cells are not held twice.
_CHUNK = 1_000
_PLACEHOLDERS = {"qmark": "?", "format": "%s", "pyformat": "%s"}


@cache
def fields(table: Table) -> tuple[str, ...]:
    """Return the published columns of *table*: all but ``load_id``, unless that is its key."""
    key = table.primary_key.columns
    names = (column.name for column in table.columns)
    return tuple(name for name in names if name != "load_id" or name in key)


@cache
def _text_columns(table: Table) -> tuple[int, ...]:
    names = enumerate(fields(table))
    return tuple(index for index, name in names if isinstance(table.columns[name].type, Text))


class PlainRows:
    """Rows of one relation as text and numbers alone, whatever they are given as.

    Many that are packed stay so: they are opened some at a time, each time they are asked for.
    """

    def __init__(self, table: Table, rows: Sequence[object], *, once: bool = False) -> None:
        """Take the *rows*; with *once*, one that is there twice counts once."""
        self._table = table
        self._packed: PackedRows[Any] | None = None
        self._sum: int | None = None
        self._held: Sequence[Row] = ()
        if isinstance(rows, PackedRows) and not once:
            self._sum = rows.sum
            if len(rows) > _CHUNK:
                self._packed = rows
            else:
                self._held = list(chain.from_iterable(self._opened(rows)))
        else:
            models = list(rows) if isinstance(rows, PackedRows) else rows
            self._held = self._plain(list(map(tuple, row_tuples(table, models))))
        if once:
            self._held = list(dict.fromkeys(self._held))

    def __len__(self) -> int:
        return len(self._held if self._packed is None else self._packed)

    def __iter__(self) -> Iterator[Row]:
        return chain.from_iterable(self.chunks())

    @cached_property
    def sum(self) -> int:
        """A number that tells these rows from others, whatever their order."""
        return sum(map(sum_of, self.chunks())) if self._sum is None else self._sum

    def chunks(self) -> Iterator[Sequence[Row]]:
        """Yield all rows in order, some at a time."""
        yield from [self._held] if self._packed is None else self._opened(self._packed)

    def values(self, column: str) -> set[Any]:
        """Return what stands in a column of text."""
        at = itemgetter(fields(self._table).index(column))
        return {value for rows in self.chunks() for value in map(at, rows)}

    def _opened(self, rows: PackedRows[Any]) -> Iterator[Sequence[Row]]:
        """Yield packed rows; of those that know their sum every text can be stored."""
        plain = rows.plain_chunks()
        return plain if rows.sum is not None else (storable(self._table, some) for some in plain)

    def _plain(self, rows: Sequence[Row]) -> Sequence[Row]:
        return plain_rows(self._table, storable(self._table, rows))


def row_tuples(table: Table, models: Sequence[object]) -> Sequence[Row]:
    """Return the published columns of each model as a tuple, in the table's order.

    Models that are such tuples are returned as they are.
    """
    names = fields(table)
    if models and getattr(models[0], "_fields", None) == names:
        return models  # type: ignore[return-value]
    get = attrgetter(*names)
    return [get(model) for model in models]


def storable(table: Table, rows: Sequence[Row]) -> Sequence[Row]:
    """Return *rows* with characters that no database takes replaced by U+FFFD."""
    texts = (map(itemgetter(index), rows) for index in _text_columns(table))
    if is_storable("".join(filter(None, chain.from_iterable(texts)))):
        return rows
    return [
        tuple(_UNSTORABLE.sub("\ufffd", item) if isinstance(item, str) else item for item in row)
        for row in rows
    ]


def insert_rows(
    connection: Connection,
    table: Table,
    rows: Sequence[Row],
    load_id: str | None = None,
    *,
    plain: bool = False,
    keep: bool = False,
) -> int:
    """Insert *rows* (tuples of the published columns) and return how many there are.

    *load_id* is appended where the table has that column beside the published ones. *plain* rows
    are those of :func:`plain_rows`. With *keep*, a row whose key is there already is passed over.
    """
    if not rows:
        return 0
    names = fields(table)
    mark: Row = ()
    if load_id is not None and "load_id" not in names and "load_id" in table.columns:
        names, mark = (*names, "load_id"), (load_id,)
    ending = " ON CONFLICT DO NOTHING" if keep else ""
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        values = chunk if plain else plain_rows(table, chunk)
        bound = [row + mark for row in map(tuple, values)]
        if connection.dialect.name == "postgresql":
            insert_arrays(connection, table, names, bound, ending)
        else:
            _insert_many(connection, table, names, bound, ending)
    return len(rows)


def _insert_many(
    connection: Connection,
    table: Table,
    names: tuple[str, ...],
    rows: Sequence[Row],
    ending: str,
) -> None:
    """Insert *rows* of plain values by the driver's own cursor.

    Raises SQLAlchemy's errors as its own cursor would, which takes 50 µs more for each statement.
    """
    driver: Any = connection.connection.driver_connection
    statement = f"{_insert(connection.dialect, table, names)}{ending}"
    cursor = driver.cursor()
    try:
        cursor.executemany(statement, rows)
    except connection.dialect.loaded_dbapi.Error as error:
        raise driver_error(connection, statement, error) from error
    finally:
        cursor.close()


def asked(
    connection: Connection, statement: Select[Any], parameters: dict[str, Any]
) -> Sequence[Sequence[Any]]:
    """Return the rows, of text and of yes and no, of a statement with no values but *parameters*.

    For what is asked of every paper: on SQLite by the driver's own cursor, where SQLAlchemy takes
    100 µs more, ten times as much.
    """
    if connection.dialect.name != "sqlite":
        return connection.execute(statement, parameters).all()
    driver: Any = connection.connection.driver_connection
    text, names = _question(statement)
    try:
        rows: list[Row] = driver.execute(text, [parameters[name] for name in names]).fetchall()
    except connection.dialect.loaded_dbapi.Error as error:
        raise driver_error(connection, text, error) from error
    return rows


@lru_cache(maxsize=64)
def _question(statement: Select[Any]) -> tuple[str, Sequence[str]]:
    """Return a statement as SQLite's driver takes it, and its parameters' names in their order."""
    compiled: Any = statement.compile(dialect=_SQLITE)
    return str(compiled), compiled.positiontup


def plain_rows(table: Table, rows: Sequence[Row]) -> Sequence[Row]:
    """Return *rows* of text and numbers alone, as SQLite stores them, whatever the database."""
    converters = _converters(table)
    if not converters or not rows:
        return rows
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for index, convert in converters:
        column = columns[index]
        if column.count(None) < len(column):  # of many a column nothing is printed
            columns[index] = list(map(convert, column))
    return list(zip(*columns, strict=True))


@cache
def _converters(table: Table) -> list[tuple[int, Callable[[Any], Any]]]:
    found: list[tuple[int, Callable[[Any], Any]]] = []
    for index, name in enumerate(fields(table)):
        kind = table.columns[name].type
        convert = kind.dialect_impl(_SQLITE).bind_processor(_SQLITE)
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

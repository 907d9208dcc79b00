"""Opening a store: which database, is it ours, is it of this version.

SQLite choices. WAL, set once when the file is created: readers (a review page, a notebook) never
wait for an ingest, and with ``synchronous=NORMAL`` a commit per document costs no disk flush; a
power cut may lose the last documents, never the file, and the next ingest reads them again. While
papers are stored, the log grows to 32 MiB (``store/tuning.py``). A busy timeout, so that two
ingests queue instead of failing. Writers say ``BEGIN IMMEDIATE``, since a transaction that first
reads and then writes cannot wait its turn. Foreign keys on, which SQLite leaves off. A page cache
of 4 MiB: with 2 to 16 MiB a paper of 1,000 pages and a store of 108,000 figures are written and
compared in the same time (the system caches the file as well), and what is cached stays with the
process.

PostgreSQL choices. Writers take turns there too: a transaction that writes begins by taking one
advisory lock, which its end gives back. Papers of one council share rows of ``series``: two
loaders that met the same new series would break its key, two that met the same series in another
order would wait for each other until the server ended one of them, and what is published of a
series follows from all papers at once. A load of one paper takes milliseconds, so that a turn
costs little. Readers never wait. The lock comes before the first snapshot (``READ COMMITTED``
whatever the server's default), so that a writer sees all that those before it wrote. A lock that
does not come within the busy timeout is said to be held by another program, as on SQLite.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from shlex import quote
from time import monotonic, sleep
from types import TracebackType
from typing import Self

from sqlalchemy import URL, Connection, Engine, create_engine, inspect, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SAWarning

from crossfoot.schema.errors import StoreError
from crossfoot.store.backends import (
    EXAMPLE,
    missing_driver,
    parse_url,
    refuse_driver,
    refuse_server,
    settings_for,
    sqlite_file,
)
from crossfoot.store.faults import store_error
from crossfoot.store.own import EVERY_TABLE
from crossfoot.store.revision import EARLIER, HEAD
from crossfoot.store.tuning import quieten, tune_postgresql, tune_sqlite

BUSY_SECONDS = 30.0
_LOOK_AGAIN = 0.01  # seconds
_VERSION_TABLE = "alembic_version"
WRITING = {"crossfoot_writing": True}


class Store:
    """An open database with the schema this code knows. Close it, or use it in a ``with``."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @cached_property
    def _writing(self) -> Engine:
        return self.engine.execution_options(**WRITING)

    @property
    def url_shown(self) -> str:
        """The URL without its password."""
        return self.engine.url.render_as_string(hide_password=True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view of the data. Raises StoreError where the database fails."""
        engine = self.engine
        if engine.dialect.name != "sqlite":  # where a transaction is a snapshot anyway
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        with self._errors(), engine.connect() as connection:
            yield connection

    @contextmanager
    def moment(self) -> Iterator[Store]:
        """The store as it is now, for questions that only make sense together: every
        :meth:`read` of it sees the same, whatever others write meanwhile.
        """
        with self.read() as connection:
            yield _Moment(self.engine, connection)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: committed at the end, rolled back on any exception.

        Writers take turns, in SQLite by its lock on the file, in PostgreSQL by an advisory lock
        on the database (why: see the module), so that none breaks or blocks what another does.
        A violated constraint is raised as SQLAlchemy's ``IntegrityError`` is by the caller's
        context; every other failure of the database is a StoreError.
        """
        with self._errors(), self._writing.begin() as connection:
            yield connection

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise store_error(error, self.engine.url) from error

    def close(self) -> None:
        """Give the connections back; SQLite folds its write-ahead log into the file."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class _Moment(Store):
    """A store that is read in one transaction."""

    def __init__(self, engine: Engine, connection: Connection) -> None:
        super().__init__(engine)
        self._connection = connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with self._errors():
            yield self._connection


def open_store(url: str | URL, *, create: bool) -> Store:
    """Open the database at an SQLAlchemy *url*.

    With *create*, a missing SQLite file or an empty database gets the schema. Raises StoreError,
    each with a remedy, for a URL that cannot be used, a missing driver, file or folder, a file
    that is no database, a database of another program, and an older or a newer schema.
    """
    parsed = parse_url(url)
    check_file(parsed, create=create)
    store = Store(make_engine(parsed))
    try:
        with store.read() as connection:
            refuse_server(connection, store.url_shown)
            tables = set(inspect(connection).get_table_names())
            revision = stored_revision(connection, tables, parsed)
        if revision is None:
            _create_schema(store, parsed, create=create)
        else:
            _check_revision(revision, store.url_shown)
    except BaseException:
        store.close()
        raise
    return store


@contextmanager
def read_store(url: str | URL) -> Iterator[Store]:
    """Open the store at *url* for an answer that takes several questions: all see one moment.

    Raises StoreError as :func:`open_store` does.
    """
    with open_store(url, create=False) as store, store.moment() as now:
        yield now


def make_engine(url: URL, *, foreign_keys: bool = True) -> Engine:
    """Return an engine for *url*; raises StoreError where its dialect or driver is missing."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", SAWarning)  # an option that would be ignored
            engine = create_engine(url, **settings_for(url, BUSY_SECONDS))
    except NoSuchModuleError as error:
        raise StoreError(f"no kind of database is called {url.drivername!r}", EXAMPLE) from error
    except ImportError as error:
        raise missing_driver(url, error) from error
    except (ArgumentError, SAWarning, TypeError, ValueError) as error:
        raise StoreError(
            f"the database URL cannot be used: {' '.join(str(error.args[0]).split())}", EXAMPLE
        ) from error
    refuse_driver(engine.dialect)
    quieten()
    if engine.dialect.name == "sqlite":
        tune_sqlite(engine, foreign_keys=foreign_keys)
    if engine.dialect.name == "postgresql":
        tune_postgresql(engine, BUSY_SECONDS)
    return engine


def check_file(url: URL, *, create: bool) -> None:
    """Raise StoreError where the file of an SQLite *url* cannot be there."""
    file = sqlite_file(url)
    if file is None:
        return
    try:
        is_folder, exists = file.is_dir(), file.exists()
        has_folder = file.absolute().parent.is_dir()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise StoreError(
            f"the database {file} cannot be opened: {reason}",
            "check the permissions of the file and of its folder",
        ) from error
    if is_folder:
        raise StoreError(f"{file} is a folder", f"name a file in it, such as {file}/crossfoot.db")
    if not has_folder:
        raise StoreError(f"the folder {file.parent} does not exist", "create it, or name another")
    if not create and not exists:
        raise StoreError(f"there is no database {file}", "run crossfoot ingest, or name another")


def stored_revision(connection: Connection, tables: set[str], url: URL) -> str | None:
    """Return the schema version, None in an empty database; StoreError if it is not ours."""
    if not tables:
        return None
    ours = {"documents", "figures", "cells", _VERSION_TABLE} <= tables
    found = connection.execute(text(f"SELECT version_num FROM {_VERSION_TABLE}")) if ours else None
    revision = found.scalar() if found else None
    if revision is None:
        raise StoreError(
            f"{url.render_as_string(hide_password=True)} holds the tables of something else "
            f"({', '.join(sorted(tables)[:3])})",
            "name another database",
        )
    return str(revision)


def _check_revision(revision: str, shown: str) -> None:
    if revision == HEAD:
        return
    refuse_newer(revision, shown)
    raise StoreError(
        f"{shown} has schema {revision} and this crossfoot needs {HEAD}",
        f"run: crossfoot db upgrade --db {quote(shown)}",
    )


def refuse_newer(revision: str | None, shown: str) -> None:
    """Raise StoreError for a schema *revision* that this code has never heard of."""
    if revision not in (None, HEAD, *EARLIER):
        raise StoreError(
            f"{shown} was written by a newer crossfoot (schema {revision}, known here {HEAD})",
            "upgrade crossfoot, or name another database",
        )


def _create_schema(store: Store, url: URL, *, create: bool) -> None:
    if not create:
        raise StoreError(f"{store.url_shown} is empty", "run crossfoot ingest, or name another")
    from crossfoot.store.view_making import create_views  # noqa: PLC0415 - a new store's alone

    if sqlite_file(url) is not None:
        _write_ahead(store.engine)
    with store.write() as connection:
        if inspect(connection).has_table(_VERSION_TABLE):
            return  # another process created it while we waited for our turn
        EVERY_TABLE[0].metadata.create_all(connection)
        create_views(connection)
        connection.exec_driver_sql(
            f"CREATE TABLE {_VERSION_TABLE} (version_num VARCHAR(32) NOT NULL, "
            f"CONSTRAINT {_VERSION_TABLE}_pkc PRIMARY KEY (version_num))"
        )
        connection.execute(
            text(f"INSERT INTO {_VERSION_TABLE} (version_num) VALUES (:head)"), {"head": HEAD}
        )


def _write_ahead(engine: Engine) -> None:
    """Switch a new file to WAL, outside any transaction; where that cannot be, go on without.

    It cannot be while another process looks at the file, which is a matter of milliseconds and
    which the busy timeout does not wait for.
    """
    driver = engine.raw_connection()
    until = monotonic() + BUSY_SECONDS
    while True:
        try:
            driver.cursor().execute("PRAGMA journal_mode=WAL")
        except engine.dialect.loaded_dbapi.Error as error:
            if "locked" in str(error) and monotonic() < until:
                sleep(_LOOK_AGAIN)
                continue
        break
    driver.close()

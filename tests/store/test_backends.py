"""Databases that cannot hold a store, or only be read: one line each, and what to do."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, make_url

from crossfoot.checking import check
from crossfoot.schema.errors import ReadOnlyError, StoreError
from crossfoot.store import backends
from crossfoot.store.database import open_store
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.queries import documents
from tests.conftest import NewDatabase

from .store_papers import whole_paper


def refused(url: str | URL, *, create: bool = True) -> StoreError:
    with pytest.raises(StoreError) as caught:
        open_store(url, create=create)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    "kind",
    ["mysql+pymysql", "mariadb", "oracle+oracledb", "mssql+pyodbc", "duckdb", "cockroachdb"],
)
def test_other_databases_are_refused_with_what_they_lack(kind: str) -> None:
    error = refused(f"{kind}://user:secret@host/name")
    assert f"{kind!r} cannot hold a store" in error.message
    assert "decimals" in error.message
    assert "postgresql+psycopg://" in error.remedy


def test_a_question_mark_in_the_name_of_a_file_does_not_lead_to_another_file(
    tmp_path: Path,
) -> None:
    error = refused(f"sqlite:///{tmp_path}/what?.db")
    assert "write %3F" in error.remedy
    open_store(f"sqlite:///{tmp_path}/what%3F.db", create=True).close()
    open_store(f"sqlite:///{tmp_path}/plain.db?timeout=5", create=True).close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["plain.db", "what?.db"]


def test_the_short_name_of_old_is_put_right() -> None:
    assert refused("postgres://user:secret@host/name").remedy == "write postgresql:// instead"


@pytest.mark.parametrize(
    "kind", ["postgresql+asyncpg", "sqlite+aiosqlite", "postgresql+psycopg_async"]
)
def test_drivers_for_asynchronous_programs_are_refused(kind: str) -> None:
    error = refused(f"{kind}://user:secret@host/name")
    assert "asynchronous" in error.message or "not installed" in error.message
    assert "psycopg" in error.remedy


def test_postgresql_without_a_driver_is_opened_by_psycopg(postgres_url: str) -> None:
    plain = make_url(postgres_url).set(drivername="postgresql")
    with open_store(plain, create=True) as store:
        assert store.engine.dialect.driver == "psycopg"


def test_an_old_server_is_refused(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backends, "OLDEST_POSTGRESQL", 99)
    assert refused(postgres_url).remedy == "use PostgreSQL 99 or newer"


def command(url: URL, *statements: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


def test_a_database_that_cannot_write_every_text_is_refused(postgres: URL) -> None:
    command(
        postgres,
        "CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'",
    )
    try:
        error = refused(postgres.set(database="latin"))
    finally:
        command(postgres, "DROP DATABASE latin")
    assert "LATIN1" in error.message
    assert "UTF8" in error.remedy


def test_a_store_lives_in_the_schema_of_the_search_path(postgres_url: str) -> None:
    url = make_url(postgres_url)
    command(url, "CREATE SCHEMA figures")
    inside = url.update_query_dict({"options": "-csearch_path=figures"})
    with open_store(inside, create=True) as store:
        load_paper(store, whole_paper(), start_load(store, "1"))
    with open_store(inside, create=False) as store:
        assert len(documents(store)) == 1
    assert "is empty" in refused(url, create=False).message


@pytest.fixture
def reader(new_database: NewDatabase) -> Iterator[URL]:
    """A store with a paper, as a user sees it who may read and nothing else."""
    url = make_url(new_database("postgresql", with_schema=True))
    with open_store(url, create=False) as store:
        load_paper(store, whole_paper(), start_load(store, "1"))
    command(
        url, "CREATE ROLE reader LOGIN", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"
    )
    try:
        yield url.set(username="reader")
    finally:
        command(url, "DROP OWNED BY reader", "DROP ROLE reader")


def test_a_reader_reads_and_is_told_that_findings_are_not_brought_up_to_date(reader: URL) -> None:
    said: list[str] = []
    with open_store(reader, create=False) as store:
        assert len(documents(store)) == 1
        check(store, said.append)
        assert "not brought up to date" in said[-1]
        with pytest.raises(ReadOnlyError, match="may not be written") as caught:
            start_load(store, "1")
    assert "ask its owner" in caught.value.remedy


def test_a_user_who_may_not_create_tables_is_told_so(reader: URL, postgres_url: str) -> None:
    mine = reader.set(database=make_url(postgres_url).database)
    assert "may not be written" in refused(mine).message


# Run in a process of its own, which gives up root where it has it: root may write everything.
AS_NOBODY = """
import importlib.readers, os, sys
from crossfoot.checking import check
from crossfoot.normalise.catalogue import catalogue
from crossfoot.store.database import open_store
from crossfoot.store.queries import documents
open_store("sqlite://", create=True)  # all that is imported late, while it may be read
catalogue()
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
with open_store(sys.argv[1], create=False) as store:
    print(len(documents(store)))
    check(store, print)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may look into; another run of pytest closes its own to others."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.parametrize("modes", [(0o444, 0o755), (0o444, 0o555), (0o644, 0o555)])
def test_a_file_or_folder_that_may_only_be_read_is_read(
    open_folder: Path, modes: tuple[int, int]
) -> None:
    folder = open_folder / "shared"
    folder.mkdir()
    file = folder / "store.db"
    with open_store(f"sqlite:///{file}", create=True) as store:
        load_paper(store, whole_paper(), start_load(store, "1"))
    file.chmod(modes[0])
    folder.chmod(modes[1])
    try:
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, f"sqlite:///{file}"],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        folder.chmod(0o755)
    assert done.stderr == ""
    counted, *said = done.stdout.splitlines()
    assert counted == "1"
    assert "not brought up to date" in said[-1]

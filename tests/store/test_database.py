"""Opening a store: what can be wrong, and what a person is told to do."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import Connection, Engine, inspect, make_url
from sqlalchemy.exc import IntegrityError

from crossfoot.schema.errors import StoreError
from crossfoot.store import database
from crossfoot.store.backends import parse_url
from crossfoot.store.database import Store, make_engine, open_store
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.own import EVERY_TABLE
from crossfoot.store.revision import HEAD
from tests.conftest import Backend

from .store_papers import whole_paper
from .stored import count


def refused(url: str, *, create: bool = True) -> StoreError:
    with pytest.raises(StoreError) as caught:
        open_store(url, create=create)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    return caught.value


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


@contextmanager
def bare(url: str) -> Iterator[Connection]:
    """A connection of another program: a transaction that writes."""
    engine = make_engine(parse_url(url)).execution_options(**database.WRITING)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def execute(url: str, *statements: str) -> None:
    with bare(url) as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def held(url: str) -> dict[str, list[Any]]:
    """Every table with its rows."""
    with bare(url) as connection:
        return {
            name: [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}")]
            for name in inspect(connection).get_table_names()
        }


def test_a_new_database_gets_the_whole_schema_and_its_version(url: str) -> None:
    open_store(url, create=True).close()
    tables = held(url)
    assert set(tables) == {table.name for table in EVERY_TABLE} | {"alembic_version"}
    assert tables.pop("alembic_version") == [(HEAD,)]
    assert not any(tables.values())


def test_a_store_is_opened_again_as_it_was(url: str) -> None:
    with open_store(url, create=True) as store:
        load_paper(store, whole_paper(), start_load(store, "1"))
    with open_store(url, create=True) as store, store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM figures").scalar() == 4


def test_a_store_in_memory_works() -> None:
    with open_store("sqlite://", create=True) as store:
        load_paper(store, whole_paper(), start_load(store, "1"))
        with store.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM figures").scalar() == 4


@pytest.fixture
def empty(url: str, backend: Backend) -> str:
    """A database that is there and holds nothing."""
    if backend == "sqlite":
        file_of(url).touch()
    return url


def test_an_empty_database_is_taken_as_a_new_one(empty: str) -> None:
    open_store(empty, create=True).close()
    open_store(empty, create=False).close()


def test_an_empty_database_is_no_store_to_read_from(empty: str) -> None:
    assert "is empty" in str(refused(empty, create=False))
    assert held(empty) == {}


@pytest.mark.parametrize("url", ["crossfoot.db", "", "://x"])
def test_a_url_that_is_none_is_refused_with_an_example(url: str) -> None:
    assert "sqlite:///crossfoot.db" in refused(url).remedy


def test_an_option_the_driver_does_not_know_is_named(url: str) -> None:
    joint = "&" if "?" in url else "?"
    assert "nonsense" in str(refused(f"{url}{joint}nonsense=1"))


def test_an_unknown_kind_of_database_is_named() -> None:
    assert "'nosuch'" in str(refused("nosuch://host/name"))


def test_a_missing_driver_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    for kind in ("postgresql", "postgresql+psycopg"):
        error = refused(f"{kind}://user:secret@host/name")
        assert "psycopg" in str(error)
        assert error.remedy == 'run: pip install "crossfoot[postgres]"'
        assert "secret" not in str(error)
    assert "beside crossfoot" in refused("postgresql+pg8000://user:secret@host/name").remedy


def test_a_file_that_is_no_database_is_left_alone(sqlite_url: str) -> None:
    file = file_of(sqlite_url)
    file.write_text("%PDF-1.4 this is a paper, not a database" * 50)
    before = file.read_bytes()
    assert "is not a database" in str(refused(sqlite_url))
    assert file.read_bytes() == before


def test_a_database_of_something_else_is_left_alone(url: str) -> None:
    execute(url, "CREATE TABLE recipes (name TEXT)")
    before = held(url)
    assert "recipes" in str(refused(url))
    assert held(url) == before


def test_a_file_of_something_else_is_left_as_it_was_to_the_byte(sqlite_url: str) -> None:
    execute(sqlite_url, "CREATE TABLE recipes (name TEXT)")
    before = file_of(sqlite_url).read_bytes()
    refused(sqlite_url)
    assert file_of(sqlite_url).read_bytes() == before


def test_another_programs_alembic_database_is_not_taken_for_ours(url: str) -> None:
    execute(
        url,
        "CREATE TABLE recipes (name TEXT)",
        "CREATE TABLE alembic_version (version_num TEXT)",
        f"INSERT INTO alembic_version VALUES ('{HEAD}')",
    )
    assert "something else" in str(refused(url))


def test_a_missing_file_is_not_created_by_reading(sqlite_url: str) -> None:
    assert "there is no database" in str(refused(sqlite_url, create=False))
    assert not file_of(sqlite_url).exists()


def test_a_server_that_does_not_answer_is_named(postgres_url: str) -> None:
    nowhere = make_url(postgres_url).set(query={"host": "/no/where"})
    error = refused(nowhere.render_as_string())
    assert "no connection to" in error.message
    assert "server" in error.remedy


def test_a_database_that_the_server_does_not_have_is_named(postgres_url: str) -> None:
    other = make_url(postgres_url).set(database="no_such_name")
    assert '"no_such_name" does not exist' in str(refused(other.render_as_string()))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "no/where does not exist" in str(refused(f"sqlite:///{tmp_path}/no/where/a.db"))


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "is a folder" in str(refused(f"sqlite:///{tmp_path}"))


def test_an_older_schema_asks_for_the_upgrade(url: str) -> None:
    open_store(url, create=True).close()
    execute(url, "UPDATE alembic_version SET version_num = '0001'")
    shown = make_url(url).render_as_string(hide_password=True)
    assert shlex.split(refused(url).remedy)[-3:] == ["upgrade", "--db", shown]


def test_a_newer_schema_asks_for_a_newer_crossfoot(url: str) -> None:
    open_store(url, create=True).close()
    execute(url, "UPDATE alembic_version SET version_num = '9999'")
    error = refused(url)
    assert "newer crossfoot" in error.message
    assert "9999" in error.message


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)


@pytest.mark.usefixtures("impatient")
def test_a_locked_database_says_so(store: Store, url: str) -> None:
    with bare(url) as other:
        if other.dialect.name == "postgresql":
            other.exec_driver_sql("LOCK TABLE loads")
        with open_store(url, create=False) as locked, pytest.raises(StoreError) as caught:
            start_load(locked, "1")
    assert "is locked by another program" in str(caught.value)
    assert caught.value.remedy
    start_load(store, "1")


@pytest.mark.usefixtures("impatient")
def test_reading_does_not_wait_for_a_writer(store: Store, url: str, load_id: str) -> None:
    load_paper(store, whole_paper(), load_id)
    with bare(url) as other:
        other.exec_driver_sql("DELETE FROM figures")
        with open_store(url, create=False) as reader, reader.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM figures").scalar() == 4


# Run in a process of its own, which gives up root where it has it: root may read everything.
AS_NOBODY = """
import os, sys
from crossfoot.schema.errors import StoreError
from crossfoot.store.database import open_store
open_store("sqlite://", create=True)  # all that is imported late, while it may be read
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    open_store(sys.argv[1], create=True)
except StoreError as error:
    print(error)
"""


def test_a_folder_that_may_not_be_entered_is_refused_with_its_reason(tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    open_store(f"sqlite:///{shut}/a.db", create=True).close()
    shut.chmod(0)
    try:
        url = f"sqlite:///{shut}/a.db"
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, url], capture_output=True, text=True, check=True
        )
    finally:
        shut.chmod(0o700)
    assert "check the permissions" in done.stdout


def test_a_file_that_may_not_be_written_is_refused_with_its_reason(sqlite_url: str) -> None:
    open_store(sqlite_url, create=True).close()
    file_of(sqlite_url).write_bytes(file_of(sqlite_url).read_bytes())
    read_only = f"sqlite:///file:{file_of(sqlite_url)}?mode=ro&uri=true"
    with open_store(read_only, create=False) as store, pytest.raises(StoreError) as caught:
        start_load(store, "1")
    assert "cannot be opened for reading and writing" in str(caught.value)


def test_a_damaged_database_is_said_to_be_damaged(sqlite_url: str) -> None:
    with open_store(sqlite_url, create=True) as store:
        load_paper(store, whole_paper(), start_load(store, "1"))
    whole = bytearray(file_of(sqlite_url).read_bytes())
    whole[4096:] = b"\xff" * len(whole[4096:])
    file_of(sqlite_url).write_bytes(whole)
    with (
        pytest.raises(StoreError, match="is damaged"),
        open_store(sqlite_url, create=False) as store,
    ):
        load_paper(store, whole_paper("b.pdf"), start_load(store, "1"))


def test_the_url_shown_has_stars_for_a_password() -> None:
    store = Store(cast(Engine, SimpleNamespace(url=parse_url("postgresql://u:secret@h/n"))))
    assert store.url_shown == "postgresql+psycopg://u:***@h/n"


def test_foreign_keys_are_on_and_the_log_is_written_ahead(sqlite_url: str) -> None:
    with open_store(sqlite_url, create=True) as store, store.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_the_log_grows_further_for_papers_and_no_further_for_what_people_decide(
    sqlite_url: str,
) -> None:
    def further(store: Store) -> bool:
        with store.write() as connection:
            pages = connection.exec_driver_sql("PRAGMA wal_autocheckpoint").scalar_one()
        return bool(pages > 1_000)  # SQLite's own

    with open_store(sqlite_url, create=True) as papers, open_store(sqlite_url, create=False) as one:
        load_paper(papers, whole_paper(), start_load(papers, "1"))
        assert further(papers) and not further(one)


def test_a_row_that_refers_to_nothing_is_refused(store: Store, url: str) -> None:
    with pytest.raises(IntegrityError):
        execute(url, "INSERT INTO files (document_id, path) VALUES ('none', 'a.pdf')")
    assert count(store, "files") == 0


def test_opening_and_loading_import_neither_alembic_nor_the_orm_nor_pyarrow(url: str) -> None:
    code = (
        "import sys; from crossfoot.store.database import open_store;"
        "from crossfoot.store import load, series, queries, findings, links, export;"
        f"open_store({url!r}, create=True).close();"
        "print([m for m in ('alembic', 'sqlalchemy.orm', 'pyarrow') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_two_processes_may_create_the_same_store(url: str) -> None:
    code = f"from crossfoot.store.database import open_store; open_store({url!r}, create=True)"
    running = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(4)]
    assert [process.wait(60) for process in running] == [0, 0, 0, 0]
    open_store(url, create=False).close()

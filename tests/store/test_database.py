"""Opening a store: what can be wrong, and what a person is told to do."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from sqlalchemy import Engine, inspect

from crossfoot.schema.errors import StoreError
from crossfoot.store import database
from crossfoot.store.database import Store, open_store, parse_url
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.own import EVERY_TABLE
from crossfoot.store.revision import HEAD

from .store_papers import whole_paper


def refused(url: str, *, create: bool = True) -> StoreError:
    with pytest.raises(StoreError) as caught:
        open_store(url, create=create)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    return caught.value


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def execute(url: str, *statements: str) -> None:
    with closing(sqlite3.connect(file_of(url))) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_new_file_gets_the_whole_schema_and_its_version(url: str) -> None:
    with open_store(url, create=True) as store:
        names = set(inspect(store.engine).get_table_names())
    assert names == {table.name for table in EVERY_TABLE} | {"alembic_version"}
    with closing(sqlite3.connect(file_of(url))) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]


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


def test_an_empty_file_is_taken_as_a_new_database(url: str) -> None:
    file_of(url).touch()
    open_store(url, create=True).close()
    open_store(url, create=False).close()


def test_an_empty_file_is_no_store_to_read_from(url: str) -> None:
    file_of(url).touch()
    assert "is empty" in str(refused(url, create=False))


@pytest.mark.parametrize("url", ["crossfoot.db", "", "://x"])
def test_a_url_that_is_none_is_refused_with_an_example(url: str) -> None:
    assert "sqlite:///crossfoot.db" in refused(url).remedy


def test_an_option_the_driver_does_not_know_is_named(url: str) -> None:
    assert "nonsense" in str(refused(f"{url}?nonsense=1"))


def test_an_unknown_kind_of_database_is_named() -> None:
    assert "'nosuch'" in str(refused("nosuch://host/name"))


def test_a_missing_driver_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    error = refused("postgresql+psycopg://user:secret@host/name")
    assert "psycopg" in str(error)
    assert error.remedy == "install it beside crossfoot, or use sqlite"
    assert "secret" not in str(error)


def test_a_file_that_is_no_database_is_left_alone(url: str) -> None:
    file_of(url).write_text("%PDF-1.4 this is a paper, not a database" * 50)
    before = file_of(url).read_bytes()
    assert "is not a database" in str(refused(url))
    assert file_of(url).read_bytes() == before


def test_a_database_of_something_else_is_left_alone(url: str) -> None:
    execute(url, "CREATE TABLE recipes (name TEXT)")
    before = file_of(url).read_bytes()
    assert "recipes" in str(refused(url))
    assert file_of(url).read_bytes() == before


def test_another_programs_alembic_database_is_not_taken_for_ours(url: str) -> None:
    execute(
        url,
        "CREATE TABLE recipes (name TEXT)",
        "CREATE TABLE alembic_version (version_num TEXT)",
        f"INSERT INTO alembic_version VALUES ('{HEAD}')",
    )
    assert "something else" in str(refused(url))


def test_a_missing_file_is_not_created_by_reading(url: str) -> None:
    assert "there is no database" in str(refused(url, create=False))
    assert not file_of(url).exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "no/where does not exist" in str(refused(f"sqlite:///{tmp_path}/no/where/a.db"))


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "is a folder" in str(refused(f"sqlite:///{tmp_path}"))


def test_an_older_schema_asks_for_the_upgrade(url: str) -> None:
    open_store(url, create=True).close()
    execute(url, "UPDATE alembic_version SET version_num = '0001'")
    assert refused(url).remedy == "run: crossfoot db upgrade"


def test_a_newer_schema_asks_for_a_newer_crossfoot(url: str) -> None:
    open_store(url, create=True).close()
    execute(url, "UPDATE alembic_version SET version_num = '9999'")
    error = refused(url)
    assert "newer crossfoot" in error.message
    assert "9999" in error.message


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    yield


@pytest.mark.usefixtures("impatient")
def test_a_locked_database_says_so(url: str) -> None:
    open_store(url, create=True).close()
    with closing(sqlite3.connect(file_of(url), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_store(url, create=False) as store, pytest.raises(StoreError) as caught:
            start_load(store, "1")
    assert "is locked by another program" in str(caught.value)
    assert caught.value.remedy


@pytest.mark.usefixtures("impatient")
def test_reading_does_not_wait_for_a_writer(url: str) -> None:
    open_store(url, create=True).close()
    with closing(sqlite3.connect(file_of(url), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_store(url, create=False) as store, store.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM figures").scalar() == 0


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


def test_a_file_that_may_not_be_written_is_refused_with_its_reason(url: str) -> None:
    open_store(url, create=True).close()
    file_of(url).write_bytes(file_of(url).read_bytes())
    read_only = f"sqlite:///file:{file_of(url)}?mode=ro&uri=true"
    with open_store(read_only, create=False) as store, pytest.raises(StoreError) as caught:
        start_load(store, "1")
    assert "cannot be opened for reading and writing" in str(caught.value)


def test_a_damaged_database_is_said_to_be_damaged(url: str) -> None:
    with open_store(url, create=True) as store:
        load_paper(store, whole_paper(), start_load(store, "1"))
    whole = bytearray(file_of(url).read_bytes())
    whole[4096:] = b"\xff" * len(whole[4096:])
    file_of(url).write_bytes(whole)
    with pytest.raises(StoreError, match="is damaged"), open_store(url, create=False) as store:
        load_paper(store, whole_paper("b.pdf"), start_load(store, "1"))


def test_the_url_shown_has_stars_for_a_password() -> None:
    store = Store(cast(Engine, SimpleNamespace(url=parse_url("postgresql://u:secret@h/n"))))
    assert store.url_shown == "postgresql://u:***@h/n"


def test_foreign_keys_are_on_and_the_log_is_written_ahead(store: Store) -> None:
    with store.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


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

"""Migrations: the newest script is the schema in code, frozen."""

from __future__ import annotations

import io
import re
import shutil
import sqlite3
from contextlib import closing, redirect_stdout
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from crossfoot.schema.errors import StoreError
from crossfoot.store import upgrade as upgrading
from crossfoot.store.database import open_store
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.own import EVERY_TABLE
from crossfoot.store.revision import EARLIER, HEAD
from crossfoot.store.upgrade import alembic_config, current, upgrade
from tests.conftest import Backend, NewDatabase

from .store_papers import whole_paper


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


def folded(statement: str | None) -> str:
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join((statement or "").split()))


def migrate(url: str, revision: str) -> None:
    """Bring an empty database to an earlier schema."""
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).touch()
    engine = create_engine(url)
    with engine.begin() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def definitions(statement: str) -> frozenset[str]:
    """What a CREATE TABLE defines: a column added later stands behind the constraints."""
    head, opening, body = folded(statement).partition("(")
    head = head.replace('"', "")  # a table that was renamed stands in quotes
    if not head.startswith("CREATE TABLE"):
        return frozenset({folded(statement)})
    parts, depth = [""], 0
    for letter in body.removesuffix(")") if opening else "":
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return frozenset({head.strip(), *(part.strip() for part in parts)})


def schema(file: Path) -> dict[str, frozenset[str]]:
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master").fetchall()
        made = {name: definitions(statement or "") for name, statement in found}
        for name in made:
            info = connection.execute(f"PRAGMA table_info({name})")
            made[name] |= {" ".join(["column", *map(str, row[:2])]) for row in info}
        return made


def empty(tmp_path: Path, name: str = "empty.db") -> Path:
    file = tmp_path / name
    file.touch()
    return file


def test_head_is_alembics_head_and_the_earlier_ones_are_all_the_others() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    assert scripts.get_current_head() == HEAD
    others = [script.revision for script in scripts.walk_revisions() if script.revision != HEAD]
    assert tuple(reversed(others)) == EARLIER


def test_migrations_make_the_schema_that_creating_makes_to_the_letter(tmp_path: Path) -> None:
    file = empty(tmp_path)
    assert upgrade(f"sqlite:///{file}") is None
    open_store(f"sqlite:///{tmp_path}/created.db", create=True).close()
    assert schema(file) == schema(tmp_path / "created.db")


def test_alembic_finds_nothing_to_change_after_the_migrations(tmp_path: Path) -> None:
    file = empty(tmp_path)
    upgrade(f"sqlite:///{file}")
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, EVERY_TABLE[0].metadata) == []
    engine.dispose()


CATALOGUE = (
    "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, "
    "column_default, collation_name FROM information_schema.columns "
    "WHERE table_schema = current_schema()",
    "SELECT conrelid::regclass::text, conname, convalidated, pg_get_constraintdef(oid) "
    "FROM pg_constraint WHERE connamespace = current_schema()::regnamespace",
    "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()",
    "SELECT table_name, view_definition FROM information_schema.views "
    "WHERE table_schema = current_schema()",
)


def catalogue(url: str) -> set[tuple[object, ...]]:
    engine = create_engine(url)
    with engine.connect() as connection:
        found = {tuple(row) for ask in CATALOGUE for row in connection.exec_driver_sql(ask)}
    engine.dispose()
    return found


def test_the_migrations_make_the_same_schema_on_postgresql(new_database: NewDatabase) -> None:
    migrated, created = new_database("postgresql"), new_database("postgresql")
    assert upgrade(migrated) is None
    open_store(created, create=True).close()
    assert catalogue(migrated) == catalogue(created)


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_a_store_with_rows_that_break_a_new_rule_is_left_as_it_was(
    backend: Backend, new_database: NewDatabase
) -> None:
    url = new_database(backend)
    migrate(url, "0005")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO loads (load_id, started_at, reader_version, papers, rows, outcome) "
            "VALUES ('1', '2020-01-01', '0.1.0', -1, 0, 'finished')"
        )
    with pytest.raises(StoreError, match="1 row of loads breaks the rule papers") as caught:
        upgrade(url)
    assert "new database" in caught.value.remedy
    assert current(url) == "0005"
    with engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT papers FROM loads").scalar() == -1
    engine.dispose()


def test_a_migrated_store_opens_and_loads(tmp_path: Path) -> None:
    url = f"sqlite:///{empty(tmp_path)}"
    upgrade(url)
    with open_store(url, create=False) as store:
        assert not load_paper(store, whole_paper(), start_load(store, "1")).unchanged


def test_upgrading_a_store_of_this_version_changes_nothing(url: str, tmp_path: Path) -> None:
    with open_store(url, create=True) as store:
        load_paper(store, whole_paper(), start_load(store, "1"))
    before = schema(tmp_path / "store.db")
    assert upgrade(url) == HEAD
    assert current(url) == HEAD
    assert schema(tmp_path / "store.db") == before
    with open_store(url, create=False) as store, store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM figures").scalar() == 4


def test_an_empty_database_has_no_version(tmp_path: Path) -> None:
    assert current(f"sqlite:///{empty(tmp_path)}") is None


@pytest.mark.parametrize("ask", [current, upgrade])
def test_a_missing_file_has_no_version_and_is_not_made(tmp_path: Path, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(StoreError, match="there is no database"):
        ask(f"sqlite:///{tmp_path}/none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_newer_store_is_not_touched(url: str, tmp_path: Path) -> None:
    open_store(url, create=True).close()
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(StoreError, match="newer crossfoot"):
        upgrade(url)


def test_a_database_of_something_else_is_not_migrated(tmp_path: Path) -> None:
    file = tmp_path / "recipes.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreError, match="something else"):
        upgrade(f"sqlite:///{file}")
    assert set(schema(file)) == {"recipes"}


def test_a_migration_that_would_leave_dangling_rows_is_taken_back(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(url, create=True) as store:
        load_paper(store, whole_paper(), start_load(store, "1"))

    def drops_the_papers(config: object, _revision: str) -> None:
        attributes = getattr(config, "attributes")  # noqa: B009
        attributes["connection"].exec_driver_sql("DELETE FROM documents")

    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.commit()
    monkeypatch.setattr(command, "upgrade", drops_the_papers)
    with pytest.raises(StoreError, match="refer to nothing"):
        upgrade(url)
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (1,)


def test_a_folder_with_a_percent_sign_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrading.migrations, "__file__", "/100%/store/migrations/__init__.py")
    assert alembic_config().get_main_option("script_location") == "/100%/store/migrations"


def test_migrating_prints_nothing(tmp_path: Path) -> None:
    said = io.StringIO()
    with redirect_stdout(said):
        upgrade(f"sqlite:///{empty(tmp_path)}")
    assert said.getvalue() == ""


def test_the_template_makes_the_next_migration(tmp_path: Path) -> None:
    copied = shutil.copytree(
        str(alembic_config().get_main_option("script_location")), tmp_path / "m"
    )
    config = alembic_config()
    config.set_main_option("script_location", str(copied))
    script = command.revision(config, "add a column", rev_id="9000")
    assert script is not None and not isinstance(script, list)
    assert (script.revision, script.down_revision) == ("9000", HEAD)
    assert script.module.upgrade() is None


def test_a_store_of_the_first_schema_goes_up_with_its_rows(tmp_path: Path) -> None:
    file = empty(tmp_path, "store.db")
    url = f"sqlite:///{file}"
    engine = create_engine(url)
    with engine.begin() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "INSERT INTO loads (load_id, started_at, reader_version, papers, rows, outcome) "
            "VALUES ('1', '2020-01-01', '0.1.0', 0, 0, 'done')"
        )
        connection.commit()
    with pytest.raises(StoreError, match="crossfoot db upgrade"):
        open_store(url, create=False)
    assert upgrade(url) == "0001"
    with open_store(url, create=False) as store, store.read() as reading:
        assert reading.exec_driver_sql("SELECT count(*) FROM loads").scalar() == 1
        assert reading.exec_driver_sql("SELECT evidence FROM figures").fetchall() == []

"""Stores of every released version go up with all that is in them, on both databases."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from alembic import command, op
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, event, select, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from crossfoot.schema.errors import StoreError
from crossfoot.store import tables
from crossfoot.store.database import open_store
from crossfoot.store.revision import EARLIER, HEAD
from crossfoot.store.series import every_series, trend
from crossfoot.store.upgrade import current, upgrade
from crossfoot.store.views import series_latest
from tests.conftest import Backend, NewDatabase

from .released_stores import (
    RELEASED,
    engine_of,
    make_released,
    released_rows,
    rows_of,
    schema_of,
)
from .test_views import in_latest, of_latest, shown


@pytest.fixture(params=RELEASED)
def released(request: pytest.FixtureRequest, url: str) -> str:
    """The version of the store at ``url``."""
    make_released(url, request.param)
    return str(request.param)


def test_every_version_with_rows_of_its_own_is_kept() -> None:
    # 0004 brought views, which hold nothing.
    assert [version for version in EARLIER if version != "0004"] == RELEASED


def test_a_store_goes_up_whole(
    released: str, url: str, backend: Backend, new_database: NewDatabase
) -> None:
    with pytest.raises(StoreError) as told:
        open_store(url, create=True)
    assert f"has schema {released} and this crossfoot needs {HEAD}" in str(told.value)
    assert told.value.remedy.startswith("run: crossfoot db upgrade --db ")

    before = released_rows(released)
    decided = ("links", "acceptances")
    assert all(before[name] for name in ("figures", "cells", "findings", *decided))
    assert rows_of(url, before) == before
    assert current(url) == upgrade(url) == released
    assert rows_of(url, before) == before

    fresh = new_database(backend, with_schema=True)
    assert schema_of(url) == schema_of(fresh)

    with open_store(url, create=False) as store:
        points = trend(store, [head.series_id for head in every_series(store)], all_points=True)
        found = in_latest(store)
    assert len(found) > 100
    assert set(found) == of_latest(shown(points))


def test_an_upgrade_that_stops_at_its_end_leaves_the_old_version_whole(url: str) -> None:
    make_released(url, RELEASED[0])
    before, rows = schema_of(url), released_rows(RELEASED[0])
    with _stopping_at("CREATE VIEW series_as_of"), pytest.raises(KeyboardInterrupt):
        upgrade(url)
    assert schema_of(url) == before
    assert rows_of(url, rows) == rows
    assert upgrade(url) == RELEASED[0]


@contextlib.contextmanager
def _stopping_at(words: str | None = None, number: int = 1) -> Iterator[list[str]]:
    """Stop before the statement of this *number*, counted among those that begin with *words*.

    Gives the statement, once it was reached.
    """
    reached: list[str] = []
    left = number

    def count(_: object, __: object, statement: str, *___: object) -> None:
        nonlocal left
        left -= words is None or statement.strip().startswith(words)
        if not left:
            reached.append(statement)
            raise KeyboardInterrupt

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield reached
    finally:
        event.remove(Engine, "before_cursor_execute", count)


@pytest.mark.slow
@pytest.mark.usefixtures("released")
def test_an_upgrade_that_stops_anywhere_leaves_the_old_version_whole(url: str) -> None:
    before = schema_of(url)
    for number in range(1, 1000):
        with _stopping_at(number=number) as reached, contextlib.suppress(KeyboardInterrupt):
            upgrade(url)
        if not reached:
            break
        assert schema_of(url) == before
    assert number > 20
    assert current(url) == HEAD


_KILLED = """
import os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from crossfoot.store.upgrade import upgrade

@event.listens_for(Engine, "after_cursor_execute")
def count(_, __, statement, *___):
    if statement.strip().startswith(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

upgrade(sys.argv[1])
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    ["ALTER TABLE figures ADD", "CREATE TABLE checks", "UPDATE alembic_version", "CREATE V"],
)
def test_a_killed_upgrade_leaves_the_old_version_whole(url: str, words: str) -> None:
    make_released(url, RELEASED[0])
    before, rows = schema_of(url), released_rows(RELEASED[0])
    ended = subprocess.run(
        [sys.executable, "-c", _KILLED, url, words], check=False, env=_environment()
    )
    assert ended.returncode == -signal.SIGKILL
    assert schema_of(url) == before
    assert rows_of(url, rows) == rows
    assert upgrade(url) == RELEASED[0]
    assert rows_of(url, rows) == rows


@pytest.mark.slow
def test_of_two_upgrades_at_once_one_does_it_and_the_other_finds_it_done(url: str) -> None:
    make_released(url, RELEASED[0])
    code = "import sys; from crossfoot.store.upgrade import upgrade; print(upgrade(sys.argv[1]))"
    both = [
        subprocess.Popen(
            [sys.executable, "-c", code, url], stdout=subprocess.PIPE, text=True, env=_environment()
        )
        for _ in range(2)
    ]
    said = sorted(each.communicate()[0].strip() for each in both)
    assert [each.returncode for each in both] == [0, 0]
    assert said == [RELEASED[0], HEAD]
    rows = released_rows(RELEASED[0])
    assert rows_of(url, rows) == rows


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _sqlite_at_0008(new_database: NewDatabase) -> str:
    url = new_database("sqlite")
    make_released(url, "0008")
    return url


@pytest.mark.slow
@pytest.mark.parametrize("words", ["UPDATE sqlite_master", "PRAGMA sch", "PRAGMA writable_schema="])
def test_a_store_killed_while_its_texts_are_written_is_the_old_one(
    new_database: NewDatabase, words: str
) -> None:
    url = _sqlite_at_0008(new_database)
    before, rows = schema_of(url), released_rows("0008")
    command_line = [sys.executable, "-c", _KILLED, url, words]
    ended = subprocess.run(command_line, check=False, env=_environment())
    assert ended.returncode == -signal.SIGKILL
    assert schema_of(url) == before
    assert rows_of(url, rows) == rows
    assert upgrade(url) == "0008"


def test_a_row_that_breaks_a_rule_already_stops_it_and_nothing_is_changed(
    new_database: NewDatabase,
) -> None:
    url = _sqlite_at_0008(new_database)
    with engine_of(url) as engine, engine.begin() as connection:
        connection.execute(text("PRAGMA ignore_check_constraints=ON"))
        connection.execute(text("UPDATE figures SET measure = 'nonsense'"))
        connection.execute(text("PRAGMA ignore_check_constraints=OFF"))
    before = schema_of(url)
    with pytest.raises(StoreError, match=r"the database is damaged .*figures") as told:
        upgrade(url)
    assert told.value.remedy.startswith("nothing was changed; take a copy made before")
    assert schema_of(url) == before


def test_where_nobody_may_write_the_texts_of_tables_they_stay_as_they_are(
    new_database: NewDatabase,
) -> None:
    url = _sqlite_at_0008(new_database)
    before = schema_of(url)

    def defended(*given: object) -> tuple[object, object]:
        _, __, statement, parameters, *_rest = given
        writing = statement == "PRAGMA writable_schema=ON"
        return ("SELECT 1" if writing else statement), parameters

    event.listen(Engine, "before_cursor_execute", defended, retval=True)
    try:
        assert upgrade(url) == "0008"
    finally:
        event.remove(Engine, "before_cursor_execute", defended)
    after = schema_of(url)
    assert after.pop("version") == [HEAD] != before.pop("version")
    assert {name: after[name] for name in before} == before
    with (
        engine_of(url) as engine,
        pytest.raises(IntegrityError, match="ck_figures_measure"),
        engine.begin() as connection,
    ):
        connection.execute(text("UPDATE figures SET measure = 'nonsense'"))


def test_rows_that_would_refer_to_nothing_stop_it_and_nothing_is_changed(url: str) -> None:
    make_released(url, RELEASED[-1])
    with engine_of(url) as engine, engine.begin() as connection:
        _without_references(connection)
        connection.execute(text("DELETE FROM indicators"))
    before = schema_of(url)
    with pytest.raises(StoreError, match=r"rows of \w+ that refer to nothing") as told:
        upgrade(url)
    assert told.value.remedy == "nothing was changed; please report it"
    assert schema_of(url) == before


def _without_references(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL session_replication_role = replica"))


def test_rows_that_break_a_new_rule_stop_it_with_one_line(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_released(url, RELEASED[-1])
    before, rows = schema_of(url), released_rows(RELEASED[-1])

    def stricter(config: Config, _: str) -> None:
        context = MigrationContext.configure(config.attributes["connection"])
        with Operations.context(context), op.batch_alter_table("figures") as figures:
            figures.create_check_constraint("ck_figures_long", "length(measure) > 8")

    monkeypatch.setattr(command, "upgrade", stricter)
    with pytest.raises(
        StoreError, match=r"rows of the store break a rule .*ck_figures_long"
    ) as told:
        upgrade(url)
    assert "\n" not in str(told.value)
    assert told.value.remedy.startswith("nothing was changed")
    monkeypatch.undo()
    assert schema_of(url) == before
    assert rows_of(url, rows) == rows


def test_a_view_of_ones_own_on_a_view_is_named_and_nothing_is_changed(postgres_url: str) -> None:
    open_store(postgres_url, create=True).close()
    with engine_of(postgres_url) as engine, engine.begin() as connection:
        connection.execute(text("CREATE VIEW mine AS SELECT * FROM series_latest"))
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{EARLIER[-1]}'"))
    with pytest.raises(StoreError, match="view mine depends on view series_latest") as told:
        upgrade(postgres_url)
    assert told.value.remedy == "drop those, run this again, and create them anew"
    assert current(postgres_url) == EARLIER[-1]


def test_a_view_that_was_dropped_comes_back(url: str) -> None:
    open_store(url, create=True).close()
    with engine_of(url) as engine, engine.begin() as connection:
        connection.execute(text("DROP VIEW series_latest"))
    assert upgrade(url) == HEAD
    with open_store(url, create=False) as store, store.read() as reading:
        assert reading.execute(select(series_latest)).all() == []
        assert reading.execute(select(tables.figures)).all() == []

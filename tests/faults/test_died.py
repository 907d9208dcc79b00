"""A run that was killed is recorded as such by the next one; one that lives never is."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url

from crossfoot.store import alive
from crossfoot.store.alive import Life, settle
from crossfoot.store.database import Store, open_store
from crossfoot.store.load import finish_load, load_paper, start_load
from crossfoot.store.queries import loads
from tests.conftest import Backend, NewDatabase
from tests.store.store_papers import whole_paper

from .conftest import Undisturbed
from .disturbed import Stage, call, collect, finish, start, wait_for
from .own_server import own_server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, new_database: NewDatabase) -> str:
    backend: Backend = request.param
    return new_database(backend, with_schema=True)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url, create=True) as opened:
        yield opened


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server of the tests has been up for seconds."""
    monkeypatch.setattr(alive, "GRACE", timedelta(0))


def outcomes(store: Store) -> list[str]:
    return [load.outcome for load in loads(store)]


def left_beside(url: str) -> list[str]:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return []
    file = Path(str(parsed.database))
    return sorted(path.name for path in file.parent.glob(f"{file.name}-run*"))


def test_a_run_that_lives_is_left_alone_until_its_end(store: Store, url: str) -> None:
    with closing(Life(store)) as life, open_store(url, create=False) as other:
        load_id = start_load(store, "1", life=life)
        assert settle(other) == []
        life.keep()
        finish_load(store, load_id, papers=0, rows=0)
    assert outcomes(store) == ["finished"]
    assert left_beside(url) == []


def test_a_run_whose_life_ended_without_a_word_died_and_keeps_what_it_stored(
    store: Store, url: str
) -> None:
    paper = whole_paper()
    with closing(Life(store)) as life:
        written = load_paper(store, paper, start_load(store, "1", life=life)).total
        if isinstance(life._sign, alive._Locked):
            life._sign._path = Path("elsewhere")  # a killed process takes no file away
    (began,) = settle(store)
    (load,) = loads(store)
    assert (load.outcome, load.started_at) == ("died", began)
    assert load.finished_at is not None and load.finished_at > began
    assert (load.papers, load.rows, load.failed) == (1, written, 0)
    assert settle(store) == []
    assert left_beside(url) == []


def test_a_file_of_a_run_that_nobody_knows_is_taken_away(new_database: NewDatabase) -> None:
    url = new_database("sqlite", with_schema=True)
    file = Path(str(make_url(url).database))
    file.with_name(f"{file.name}-run-20200101T000000000000Z-00000000").touch()
    with open_store(url, create=False) as store:
        settle(store)
    assert left_beside(url) == []


def test_a_run_without_a_sign_is_not_judged(new_database: NewDatabase) -> None:
    with open_store(new_database("sqlite", with_schema=True), create=True) as store:
        start_load(store, "1")
        assert settle(store) == []
        assert outcomes(store) == ["running"]


@pytest.mark.slow
def test_a_run_that_was_only_cut_off_takes_back_that_it_died() -> None:
    with own_server() as server, open_store(server.url, create=True) as store:
        life = Life(store)
        start_load(store, "1", life=life)
        server.cut()
        with open_store(server.url, create=False) as other:
            assert len(settle(other)) == 1
            assert outcomes(other) == ["died"]
            life.keep()
            assert outcomes(other) == ["running"]
            assert [load.finished_at for load in loads(other)] == [None]
            assert settle(other) == []
        life.close()


def test_a_server_that_was_restarted_lately_judges_nobody(
    new_database: NewDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alive, "GRACE", timedelta(days=365))
    with open_store(new_database("postgresql", with_schema=True), create=True) as store:
        start_load(store, "1")
        assert settle(store) == []


@pytest.mark.slow
def test_the_run_after_a_killed_one_says_so(
    undisturbed: Undisturbed, new_database: NewDatabase
) -> None:
    url = new_database("sqlite")
    run = start(*undisturbed.arguments, "--db", url)
    wait_for(url, run, Stage("begun"))
    run.send_signal(signal.SIGSTOP)  # it must not end before it is killed
    beside = start(*undisturbed.arguments, "--db", url)
    run.kill()
    collect(run)
    said = finish(beside).err + call(*undisturbed.arguments, "--db", url).err
    assert said.count("ended without a word") == 1
    with open_store(url, create=False) as store:
        assert sorted(outcomes(store)) == ["died", "finished", "finished"]
    assert left_beside(url) == []

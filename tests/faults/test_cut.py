"""The connection to the server is cut: steps are tried again, and what cannot be ends in a line."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossfoot.schema.errors import StoreError
from crossfoot.store import persistence
from crossfoot.store.database import open_store
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.persistence import persistently
from crossfoot.store.queries import documents
from tests.store.store_papers import whole_paper

from .conftest import Undisturbed
from .disturbed import Stage, assert_whole, call, exported, finish, start, wait_for
from .own_server import OwnServer, own_server

USAGE = 2


@pytest.fixture
def server() -> Iterator[OwnServer]:
    with own_server() as found:
        yield found


@pytest.mark.slow
def test_a_step_is_tried_again_until_the_server_is_back(
    server: OwnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def hear(line: str) -> None:
        heard.append(line)
        if len(heard) == 1:
            server.start()

    monkeypatch.setattr(persistence, "WAITS", (0.01, 0.01))
    with open_store(server.url, create=True) as store:
        load_id = start_load(store, "1")
        server.crash()
        persistently(lambda: load_paper(store, whole_paper(), load_id), hear)
        assert len(documents(store)) == 1
        server.cut()
        persistently(lambda: load_paper(store, whole_paper("b.pdf"), load_id), hear)
        assert len(documents(store)) == 2
        server.crash()
        with pytest.raises(StoreError) as caught:
            persistently(lambda: load_paper(store, whole_paper("c.pdf"), load_id), heard.append)
    assert caught.value.remedy == "check the URL and the server"
    assert all("trying again" in line for line in heard)


def test_what_does_not_pass_by_itself_is_not_tried_again() -> None:
    tries = []

    def refused() -> None:
        tries.append(1)
        raise StoreError("the database is damaged", "restore it")

    with pytest.raises(StoreError):
        persistently(refused, print)
    assert len(tries) == 1


@pytest.mark.slow
@pytest.mark.parametrize("documents", [0, 1, 5])
def test_a_run_whose_session_is_ended_goes_on(
    documents: int, server: OwnServer, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    run = start(*undisturbed.arguments, "--db", server.url)
    wait_for(server.url, run, Stage("landed", documents))
    for _ in range(3):
        server.cut()
        time.sleep(0.05)
    ended = finish(run)
    assert ended.code == 0, ended.err
    assert exported(server.url, tmp_path) == undisturbed.files


@pytest.mark.slow
def test_a_run_outlives_a_restart_of_the_server(
    server: OwnServer, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    server.hold(2)
    run = start(*undisturbed.arguments, "--db", server.url)
    wait_for(server.url, run, Stage("landed", 2))
    server.crash()
    time.sleep(1)
    server.start()
    ended = finish(run)
    assert ended.code == 0, ended.err
    assert "trying again" in ended.err
    assert exported(server.url, tmp_path) == undisturbed.files


@pytest.mark.slow
def test_a_server_that_stays_away_ends_the_run_in_a_line_and_the_next_one_completes(
    server: OwnServer, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    server.hold(2)
    run = start(*undisturbed.arguments, "--db", server.url)
    wait_for(server.url, run, Stage("landed", 2))
    server.crash()
    ended = finish(run)
    assert ended.code == USAGE
    assert ended.err.splitlines()[-1].endswith("check the URL and the server")
    server.start()
    assert 2 <= assert_whole(server.url, [undisturbed.whole]) < len(undisturbed.whole)
    ended = call(*undisturbed.arguments, "--db", server.url)
    assert ended.code == 0, ended.err
    assert exported(server.url, tmp_path) == undisturbed.files

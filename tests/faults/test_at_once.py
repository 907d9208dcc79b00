"""Several commands at once on one store: nothing is doubled, lost or half there."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from crossfoot.store.database import open_store
from crossfoot.store.queries import loads
from tests.conftest import Backend, NewDatabase

from .conftest import Undisturbed
from .disturbed import Contents, Stage, assert_whole, contents, exported, finish, start, wait_for

pytestmark = pytest.mark.slow


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, new_database: NewDatabase) -> str:
    """An empty database: the first commands create the schema."""
    backend: Backend = request.param
    return new_database(backend)


def all_end_well(runs: list[subprocess.Popen[str]]) -> None:
    for run in runs:
        ended = finish(run)
        assert ended.code == 0, ended.err


def test_two_first_ingests_of_the_same_folder(
    url: str, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    all_end_well([start(*undisturbed.arguments, "--db", url) for _ in range(2)])
    assert exported(url, tmp_path) == undisturbed.files
    with open_store(url, create=False) as store:
        assert {load.outcome for load in loads(store)} == {"finished"}


def test_ingests_of_overlapping_folders(url: str, undisturbed: Undisturbed, tmp_path: Path) -> None:
    papers = sorted(undisturbed.papers.iterdir())
    options = undisturbed.arguments[2:]
    parts = (papers[:7], papers[4:], papers[::2])
    all_end_well([start("ingest", *map(str, part), *options, "--db", url) for part in parts])
    assert exported(url, tmp_path) == undisturbed.files


def test_two_ingests_that_read_the_same_papers_differently(
    url: str, undisturbed: Undisturbed, otherwise: Undisturbed, tmp_path: Path
) -> None:
    runs = [start(*both.arguments, "--db", url) for both in (undisturbed, otherwise)]
    all_end_well(runs)
    wholes = [undisturbed.whole, otherwise.whole]
    assert assert_whole(url, wholes) == len(undisturbed.whole)
    all_end_well([start(*undisturbed.arguments, "--db", url)])
    assert exported(url, tmp_path) == undisturbed.files


def test_an_ingest_beside_audits_exports_and_a_forgetter(
    url: str, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    run = start(*undisturbed.arguments, "--db", url)
    wait_for(url, run, Stage("landed", 2))
    with read_all_the_while(url, undisturbed.whole) as seen:
        others = [start("audit", "--db", url) for _ in range(2)]
        others += [start("export", str(tmp_path / "beside"), "--db", url)]
        with open_store(url, create=False) as store:
            landed = sorted(contents(store))[0]
        others += [start("forget", landed, "--db", url)]
        all_end_well([run, *others])
    assert seen
    all_end_well([start(*undisturbed.arguments, "--db", url)])
    assert exported(url, tmp_path / "after") == undisturbed.files


@contextmanager
def read_all_the_while(url: str, whole: Contents) -> Iterator[list[int]]:
    """Read the store again and again in another thread; each document must be whole each time."""
    ends, seen, broken = threading.Event(), list[int](), list[str]()

    def look() -> None:
        with open_store(url, create=False) as store:
            while not ends.is_set():
                found = contents(store)
                broken.extend(key for key in found if found[key] != whole[key])
                seen.append(len(found))

    reader = threading.Thread(target=look)
    reader.start()
    try:
        yield seen
    finally:
        ends.set()
        reader.join()
    assert broken == []


def test_a_reader_sees_whole_documents_only_while_they_are_replaced(
    url: str, undisturbed: Undisturbed, otherwise: Undisturbed
) -> None:
    all_end_well([start(*otherwise.arguments, "--db", url)])
    either = {key: undisturbed.whole[key] for key in undisturbed.whole}
    run = start(*undisturbed.arguments, "--db", url)
    with open_store(url, create=False) as store:
        looks = 0
        while run.poll() is None:
            found = contents(store)
            assert len(found) == len(either)
            for key, relations in found.items():
                assert relations in (either[key], otherwise.whole[key])
            looks += 1
    all_end_well([run])
    assert looks > 2

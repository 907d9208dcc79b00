"""A file that is cut off, replaced or written anew while it is read costs nobody else anything."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.choosing import Plan
from crossfoot.job import Job, Unread
from crossfoot.pipeline import ingest
from crossfoot.pool.common import Task, read
from crossfoot.pool.local import LocalPool
from crossfoot.schema.paper import Known
from crossfoot.settings import IngestSettings, LimitSettings
from crossfoot.sources import find_files, identify
from crossfoot.store.database import Store, open_store
from crossfoot.store.held import held
from crossfoot.store.queries import documents

from .disturbed import contents
from .small_papers import draw

# Workers take this path over.
sys.path.insert(0, str(Path(__file__).parent))
from cutting_reader import LONG
from stuck_reader import readers_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="who reads holds files there")

READER = "cutting_reader:reading"
CHANGED = "the file changed while it was being read; ingest it again"


def lengthened(paper: bytes) -> bytes:
    """Return a PDF of 7 MiB that shows the same: with a stream before its end that nobody uses."""
    place = paper.rindex(b"xref", 0, paper.rindex(b"startxref"))
    stream = os.urandom(7 * 2**20)
    unused = b"9999 0 obj\n<</Length %d>>\nstream\n%b\nendstream\nendobj\n" % (len(stream), stream)
    table = paper[place : paper.rindex(b"startxref")]
    return b"%b%b%bstartxref\n%d\n%%%%EOF\n" % (
        *(paper[:place], unused, table),
        place + len(unused),
    )


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Three papers, of which the first is long."""
    folder = draw(tmp_path_factory.mktemp("drawn"), years=1)
    long, *short = [path.read_bytes() for path in sorted(folder.glob("*.pdf"))[:3]]
    return {"long": lengthened(long), "one": short[0], "two": short[1]}


@pytest.fixture
def folder(drawn: dict[str, bytes], tmp_path: Path) -> Path:
    for name, content in drawn.items():
        (tmp_path / f"{name}.pdf").write_bytes(content)
    return tmp_path


def all_read(folder: Path, meanwhile: Callable[[], object] = lambda: None) -> dict[str, str]:
    """Read the papers, identified before something happens *meanwhile*; say what became of them."""
    settings = IngestSettings()
    tasks = []
    for path in find_files([folder]).paths:
        facts = identify(path).document_id, Known(), settings.extract, settings.normalise
        tasks.append(Task(Job(path, path.name, *facts), 60.0))
    meanwhile()
    with LocalPool(READER, 2, LimitSettings()) as pool:
        return {
            done.job.path.stem: done.result.reason
            if isinstance(done.result, Unread)
            else done.result.document.outcome
            for done in read(pool, tasks)
        }


def test_a_long_file_is_read_where_it_lies(folder: Path) -> None:
    assert all_read(folder) == {"long": "read", "one": "read", "two": "read"}


def test_a_file_cut_off_after_it_was_opened(folder: Path) -> None:
    (folder / "long.cut-1").write_text("1")
    assert all_read(folder) == {"long": CHANGED, "one": "read", "two": "read"}
    assert len(readers_of(folder / "long.pdf")) == 1


def test_a_file_cut_off_while_it_is_looked_through_kills_who_does(folder: Path) -> None:
    (folder / "long.cut-2").write_text("1")
    assert all_read(folder) == {"long": CHANGED, "one": "read", "two": "read"}
    assert len(readers_of(folder / "long.pdf")) == 2


def test_a_file_that_is_put_back_in_time_is_read(folder: Path) -> None:
    (folder / "long.cut-2").write_text("1")
    (folder / "long.back-1").write_bytes((folder / "long.pdf").read_bytes())
    assert all_read(folder) == {"long": "read", "one": "read", "two": "read"}
    assert len(readers_of(folder / "long.pdf")) == 2


def test_a_file_that_kills_two_because_it_is_cut_off_is_not_called_damaged(folder: Path) -> None:
    (folder / "long.cut-2").write_text("2")
    (folder / "long.back-1").write_bytes((folder / "long.pdf").read_bytes())
    assert all_read(folder) == {"long": CHANGED, "one": "read", "two": "read"}
    assert len(readers_of(folder / "long.pdf")) == 2


@pytest.mark.parametrize("size", [LONG + 2**20, LONG - 2**20, 9, 0])
def test_a_file_cut_off_before_it_was_opened(size: int, folder: Path) -> None:
    long = folder / "long.pdf"
    found = all_read(folder, lambda: os.truncate(long, size))
    assert found == {"long": CHANGED, "one": "read", "two": "read"}
    assert len(readers_of(long)) == 1


@pytest.mark.parametrize("name", ["long", "one"])
def test_a_file_replaced_after_it_was_opened(name: str, folder: Path) -> None:
    (folder / f"{name}.other").write_bytes((folder / "two.pdf").read_bytes())
    expected = {"long": "read", "one": "read", "two": "read"}
    # What was read of a short one is what it held.
    assert all_read(folder) == expected | ({"long": CHANGED} if name == "long" else {})


def test_a_file_that_goes_before_it_was_opened_is_said_to_be_gone(folder: Path) -> None:
    found = all_read(folder, (folder / "long.pdf").unlink)
    assert found["long"].startswith("no such file or directory; check the path")


def test_the_next_run_has_all_that_one_without_the_cut_has(folder: Path, tmp_path: Path) -> None:
    content = (folder / "long.pdf").read_bytes()
    (folder / "long.cut-2").write_text("1")
    disturbed, undisturbed = tmp_path / "disturbed.db", tmp_path / "undisturbed.db"
    with open_store(f"sqlite:///{disturbed}", create=True) as store:
        assert failed(store, folder) == {"long.pdf": CHANGED}
        (folder / "long.pdf").write_bytes(content)
        assert failed(store, folder) == {}
        found = contents(store)
    with open_store(f"sqlite:///{undisturbed}", create=True) as store:
        assert failed(store, folder) == {}
        assert contents(store) == found


def failed(store: Store, folder: Path) -> dict[str, str | None]:
    """Ingest the folder; return what failed, and why."""

    class Watch:
        def begins(self, _documents: int) -> None: ...
        def landed(self, _entry: object) -> None: ...

    plans = [Plan(identify(path), Known()) for path in find_files([folder]).paths]
    ingest(plans, store, held(store), IngestSettings(reader=READER), Watch())
    return {d.file_name: d.reason for d in documents(store) if d.outcome == "failed"}

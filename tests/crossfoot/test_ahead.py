"""The order of a start: the readers get ready first, and read while the database opens."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import psutil
import pytest
from typer.main import get_command

from crossfoot import intake, planning
from crossfoot.ahead import _OPTIONS, _will_read
from crossfoot.app import command_line
from crossfoot.asked import Asked
from crossfoot.choosing import Plan
from crossfoot.pipeline import Report
from crossfoot.reading import Reading
from crossfoot.schema.errors import StoreError
from crossfoot.store.database import Store, open_store
from crossfoot.store.queries import documents
from tests.crossfoot.conftest import SAMPLES
from tests.faults.disturbed import call, left_of
from tests.faults.stuck_reader import readers_of

from .ingest_runs import Watch, settings, write

PAPER = SAMPLES / "2019-20_community_safety.pdf"
Opening = Callable[[str], None]


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "faults"))
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


def take_in(
    monkeypatch: pytest.MonkeyPatch,
    papers: Path,
    reader: str = "front_readers:by_name",
    before_opening: Opening = lambda _: None,
) -> Report:
    """Read a folder into a database beside it; *before_opening* happens when that is opened."""
    opened = intake._opened

    def opening(url: str, stand_back: Callable[[], None]) -> AbstractContextManager[Store]:
        before_opening(url)
        return opened(url, stand_back)

    monkeypatch.setattr(planning, "settings_for", lambda _: settings(reader=reader))
    monkeypatch.setattr(intake, "_opened", opening)
    url = f"sqlite:///{papers.parent / 'store.db'}"
    return intake.ingest(Asked(paths=(papers,)), url, lambda: nullcontext(Watch()), lambda _: None)


def wait_for_reader(paper: Path) -> int:
    until = time.monotonic() + 30
    while not readers_of(paper) and time.monotonic() < until:
        time.sleep(0.01)
    return readers_of(paper)[0]


def test_papers_of_a_new_store_are_read_before_it_is_open(
    monkeypatch: pytest.MonkeyPatch, papers: Path
) -> None:
    paper = write(papers, "one")
    report = take_in(monkeypatch, papers, "stuck_reader:patient", lambda _: wait_for_reader(paper))
    assert [entry.reason for entry in report.failed] == ["one.pdf holds nothing; look at another"]
    assert len(readers_of(paper)) == 1


@pytest.mark.parametrize("error", [StoreError("it is locked", "wait"), KeyboardInterrupt()])
def test_a_database_that_does_not_open_ends_the_readers(
    error: BaseException, monkeypatch: pytest.MonkeyPatch, papers: Path
) -> None:
    paper, reading = write(papers, "one"), list[int]()

    def fail(_url: str) -> None:
        reading.append(wait_for_reader(paper))
        raise error

    with pytest.raises(type(error)):
        take_in(monkeypatch, papers, "stuck_reader:stuck_at_first", fail)
    assert not psutil.pid_exists(reading[0])


def test_nothing_is_read_before_a_store_that_exists_has_said_what_it_has(papers: Path) -> None:
    said: list[object] = []
    begin = Reading.begin

    def noted(self: Reading, plans: Sequence[Plan]) -> None:
        said.append([plan.source.file_name for plan in plans])
        begin(self, plans)

    def take(*opened: str) -> Report:
        said.clear()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Reading, "begin", noted)
            return take_in(patch, papers, before_opening=lambda _: said.extend(opened))

    write(papers, "one")
    assert len(take("opened").landed) == 1
    assert said[:2] == [["one.pdf"], "opened"]
    write(papers, "two")
    report = take("opened")
    assert (len(report.landed), len(report.unchanged)) == (1, 1)
    assert said == ["opened", ["two.pdf"], ["two.pdf"]]
    assert take().landed == []
    assert said == [[], []]


def test_what_another_process_stored_meanwhile_is_not_read_twice(
    monkeypatch: pytest.MonkeyPatch, papers: Path
) -> None:
    write(papers, "one")
    url = f"sqlite:///{papers.parent / 'store.db'}"
    found: list[Report] = []

    def another(_url: str) -> None:
        monkeypatch.undo()
        write(papers, "two")
        with pytest.MonkeyPatch.context() as patch:
            found.append(take_in(patch, papers))

    report = take_in(monkeypatch, papers, before_opening=another)
    assert [len(found[0].landed), len(report.landed), len(report.unchanged)] == [2, 0, 1]
    with open_store(url, create=False) as store:
        assert [document.outcome for document in documents(store)] == ["read", "read"]


def test_two_files_of_the_same_bytes_are_read_once_ahead(
    monkeypatch: pytest.MonkeyPatch, papers: Path
) -> None:
    paper = write(papers, "one")
    (papers / "copy.pdf").write_bytes(paper.read_bytes())
    (papers / "gone.pdf").symlink_to(papers / "nowhere.pdf")
    report = take_in(monkeypatch, papers)
    assert {entry.file_name: entry.outcome for entry in report.landed} == {
        "copy.pdf": "read",
        "gone.pdf": "failed",
    }
    assert [first.file_name for _, first in report.duplicates] == ["copy.pdf"]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("sqlite:///nosuch/x.db", "the folder nosuch does not exist; create it, or name another"),
        ("sqlite:///:memory:", "a database in memory is gone when the papers are read"),
        ("nonsense", "the database URL cannot be understood"),
    ],
)
def test_a_database_that_cannot_be_opened_is_said_in_one_line(
    url: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = call("ingest", str(PAPER), "--db", url)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"crossfoot: {said}")
    assert ended.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def ran(folder: Path, text: str) -> list[str]:
    """Run a program in a folder, and return what it printed."""
    run = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(text)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    out, err = run.communicate(timeout=60)
    assert (left_of(run), err) == ([], "")
    return out.splitlines()


@pytest.mark.parametrize("more", [[], ["--manifest", "papers.csv"]])
def test_the_first_papers_are_handed_over_before_the_database_is_loaded(
    more: list[str], tmp_path: Path
) -> None:
    (tmp_path / "papers.csv").write_text(f"file,council\n{PAPER.name},Broxtowe\n")
    said = ran(
        tmp_path,
        f"""
        import sys
        from crossfoot.cli import main
        from crossfoot.pool.common import UnderWay
        hand_over = UnderWay.hand_over
        def noted(self):
            print("sqlalchemy" in sys.modules)
            UnderWay.hand_over = hand_over
            hand_over(self)
        UnderWay.hand_over = noted
        sys.argv[1:] = ["ingest", {str(PAPER)!r}, *{more!r}]
        main()
        """,
    )
    assert said[0] == "False"
    assert said[2].startswith("read ")


@pytest.mark.skipif(sys.platform != "linux", reason="a server is forked on Linux alone")
def test_the_server_gets_ready_before_the_command_line_is_loaded(tmp_path: Path) -> None:
    said = ran(
        tmp_path,
        f"""
        import sys
        from crossfoot import forked
        from crossfoot.ahead import start_ahead
        from crossfoot.start import take_process
        take_process()
        start_ahead(["ingest", {str(PAPER)!r}])
        print("typer" in sys.modules, "crossfoot.extract.document" in sys.modules)
        print(forked._servers._server._loads)
        """,
    )
    assert said == ["False False", "True"]


@pytest.mark.skipif(sys.platform != "linux", reason="a server is forked on Linux alone")
def test_a_server_that_was_begun_for_nothing_is_ended_with_the_command(tmp_path: Path) -> None:
    said = ran(
        tmp_path,
        f"""
        import os, sys
        from crossfoot import forked
        from crossfoot.cli import main
        sys.argv[1:] = ["ingest", {str(PAPER)!r}, "--jobs", "many"]
        end = forked._servers.end
        def ended():
            number = forked._servers._server._pid
            end()
            print(os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]))
        forked._servers.end = ended
        import atexit
        atexit.unregister(end)
        atexit.register(ended)
        sys.stderr = sys.stdout
        main()
        """,
    )
    assert said[0].startswith("crossfoot: Invalid value for '--jobs'")
    assert said[1:] == ["-9"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CROSSFOOT_DB", raising=False)
    for name in ("paper.pdf", "there.db"):
        (tmp_path / name).touch()
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "words",
    [
        "ingest paper.pdf",
        "--debug ingest --jobs 2 paper.pdf --db sqlite:///new.db",
        "ingest . --db=sqlite:///new.db",
        "manifest paper.pdf",
    ],
)
def test_a_command_that_will_read_is_known_by_its_words(words: str) -> None:
    assert _will_read(words.split())


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "words",
    [
        "",
        "--version",
        "ingest",
        "ingest --help",
        "ingest paper.pdf -h",
        "--version ingest paper.pdf",
        "ingest paper.pdf --job 2",
        "ingest missing.pdf",
        f"ingest {'x' * 5000}",
        "ingest paper.pdf --db sqlite:///there.db",
        "ingest paper.pdf --db=sqlite:///there.db",
        "ingest paper.pdf --db sqlite:///:memory:",
        "ingest paper.pdf --db sqlite:///new.db?timeout=1",
        "ingest paper.pdf --db postgresql://host/name",
        "ingest paper.pdf --db",
        "ingest paper.pdf --executor dask://host:1",
        "ingest paper.pdf --executor=dask://host:1",
        "show paper.pdf",
        "trend ingest",
    ],
)
def test_a_command_that_may_not_read_starts_nothing_early(words: str) -> None:
    assert not _will_read(words.split())


def test_the_options_that_are_known_by_their_names_are_those_of_the_commands() -> None:
    commands = get_command(command_line()).commands  # type: ignore[attr-defined]
    named = {
        option
        for name in ("ingest", "manifest")
        for parameter in commands[name].params
        for option in (*parameter.opts, *parameter.secondary_opts)
        if option.startswith("-")
    }
    assert named - {"--executor"} == _OPTIONS - {"--debug"}


def test_the_database_of_the_environment_counts(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSFOOT_DB", f"sqlite:///{folder}/there.db")
    assert not _will_read(["ingest", "paper.pdf"])
    monkeypatch.setenv("CROSSFOOT_DB", f"sqlite:///{folder}/other.db")
    assert _will_read(["ingest", "paper.pdf"])

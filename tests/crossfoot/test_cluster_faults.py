"""What a cluster can do to an ingest, each time with real processes: slow, run with the others."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from crossfoot.choosing import Plan
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.pipeline import Entry, Report, ingest
from crossfoot.pool.cluster import ClusterPool
from crossfoot.reading import Reading
from crossfoot.schema.errors import ClusterError
from crossfoot.schema.paper import Known
from crossfoot.settings import ClusterSettings, IngestSettings, LimitSettings
from crossfoot.sources import find_files, identify
from crossfoot.store.database import Store, open_store
from crossfoot.store.held import held
from crossfoot.store.queries import documents, loads

from .conftest import SAMPLES
from .dask_cluster import Cluster, wait_until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="processes are told apart there"),
]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with Cluster(tmp_path / "cluster") as started:
        yield started


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/store.db", create=True) as opened:
        yield opened


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


class Watch:
    """Does something when a document has landed."""

    def __init__(self, then: Callable[[int], None] = lambda _: None) -> None:
        self._then = then
        self._landed = 0

    def begins(self, documents: int) -> None: ...

    def landed(self, _entry: Entry) -> None:
        self._landed += 1
        self._then(self._landed)


def write(folder: Path, *names: str) -> None:
    for number, name in enumerate(names):
        line = f"BV9,{name},{2000 + number}/{number + 1:02},outturn,98.5,98\n"
        (folder / f"{name}.pdf").write_text(line, encoding="utf-8")


def go(
    store: Store,
    folder: Path,
    cluster: ClusterSettings,
    watch: Watch | None = None,
    **fields: object,
) -> tuple[Report, list[str]]:
    """Ingest a folder on the cluster; return the report and what a user was told."""
    told: list[str] = []
    settings = IngestSettings(**{"reader": "front_readers:by_name", **fields})  # type: ignore[arg-type]
    plans = [Plan(identify(path), Known()) for path in find_files([folder]).paths]
    with ClusterPool(cluster, settings, told.append) as pool:
        reading = Reading(settings, pool)
        return ingest(plans, store, held(store), settings, watch or Watch(), reading), told


def at(cluster: Cluster, **fields: float) -> ClusterSettings:
    return ClusterSettings(address=cluster.address, **fields)  # type: ignore[arg-type]


def outcomes(store: Store) -> dict[str, str]:
    return {document.file_name: document.outcome for document in documents(store)}


def reason(store: Store, name: str) -> str:
    return next(d.reason for d in documents(store) if d.file_name == name) or ""


def test_what_a_hostile_document_does_costs_that_document_alone(
    store: Store, papers: Path, cluster: Cluster
) -> None:
    nannies = [cluster.worker() for _ in range(2)]
    write(papers, "hang", "die", "hungry", "fault", "refused", "one", "two", "three")
    limits = LimitSettings(seconds=2, seconds_per_mib=0, memory_mib=256)
    workers: list[psutil.Process] = []

    def remember(landed: int) -> None:
        if landed == 1:
            workers.extend(map(cluster.worker_of, nannies))

    report, _ = go(store, papers, at(cluster), Watch(remember), limits=limits)
    read = {name for name, outcome in outcomes(store).items() if outcome == "read"}
    assert read == {"one.pdf", "two.pdf", "three.pdf"}
    assert "raise --time-limit to allow more" in reason(store, "hang.pdf")
    assert "signal 9" in reason(store, "die.pdf")
    assert "more memory than is allowed" in reason(store, "hungry.pdf")
    assert "KeyError" in reason(store, "fault.pdf")
    (fault,) = (entry.fault for entry in report.failed if entry.fault is not None)
    assert "a fault of ours" in str(fault)
    assert reason(store, "refused.pdf") == (
        "the file is encrypted; ask for a copy without a password"
    )
    assert [cluster.worker_of(nanny) for nanny in nannies] == workers  # none of them died


def test_a_worker_killed_in_the_middle_costs_nothing(
    store: Store, papers: Path, cluster: Cluster
) -> None:
    first = cluster.worker()
    cluster.worker()
    names = [f"slow{number:02}" for number in range(16)]
    write(papers, *names)

    def kill(landed: int) -> None:
        if landed == 3:
            cluster.worker_of(first).kill()  # its nanny starts another
        if landed == 8:
            os.killpg(first.pid, signal.SIGKILL)  # as when the machine goes

    report, _ = go(store, papers, at(cluster), Watch(kill))
    assert report.unread == 0
    assert outcomes(store) == {f"{name}.pdf": "read" for name in names}
    assert loads(store)[0].outcome == "finished"


def test_a_document_that_kills_every_worker_that_has_it_fails_in_the_end(
    store: Store, papers: Path, cluster: Cluster
) -> None:
    for _ in range(2):
        cluster.worker()
    write(papers, "assassin", "one", "two")
    # Dask counts a death against all that waits on that worker, whatever killed it.
    go(store, papers, at(cluster, in_flight=1))
    assert outcomes(store) == {"assassin.pdf": "failed", "one.pdf": "read", "two.pdf": "read"}
    assert "Dask workers died" in reason(store, "assassin.pdf")


def test_a_killed_helper_is_replaced_and_its_document_read(
    store: Store, papers: Path, cluster: Cluster
) -> None:
    cluster.worker()
    write(papers, *(f"slow{number}" for number in range(6)))

    readers: list[psutil.Process] = []

    def kill(landed: int) -> None:
        if landed == 2:
            for helper in cluster.helpers():
                readers.extend(helper.children(recursive=True))
                helper.kill()

    report, _ = go(store, papers, at(cluster), Watch(kill))
    assert readers
    wait_until(lambda: not any(process.is_running() for process in readers), seconds=20)
    assert not report.failed
    assert len(outcomes(store)) == 6


def test_helpers_end_with_their_run_and_with_their_worker(
    store: Store, papers: Path, cluster: Cluster
) -> None:
    nanny = cluster.worker()
    write(papers, "one", "hang")
    started: list[psutil.Process] = []

    def kill_the_worker(landed: int) -> None:
        if landed == 1:
            (helper,) = cluster.helpers()
            # The helper, the server that forks, and who is reading: on a busy machine that takes.
            wait_until(lambda: len(helper.children(recursive=True)) > 1, seconds=3)
            started.extend([helper, *helper.children(recursive=True)])
            cluster.worker_of(nanny).kill()

    limits = LimitSettings(seconds=4, seconds_per_mib=0)
    go(store, papers, at(cluster), Watch(kill_the_worker), limits=limits)
    assert len(started) >= 3
    wait_until(lambda: not any(process.is_running() for process in started), seconds=20)
    wait_until(lambda: not cluster.helpers(), seconds=20)


def test_a_scheduler_that_goes_ends_the_run_and_keeps_what_landed(
    store: Store, papers: Path, cluster: Cluster
) -> None:
    cluster.worker()
    write(papers, *(f"slow{number}" for number in range(8)))
    with pytest.raises(ClusterError, match=r"lost.*run the same command again"):
        go(store, papers, at(cluster), Watch(lambda _: cluster.scheduler.kill()))
    assert set(outcomes(store).values()) == {"read"}
    assert loads(store)[0].outcome == "interrupted"


def test_workers_that_all_go_are_waited_for_and_then_given_up(
    store: Store, papers: Path, cluster: Cluster
) -> None:
    worker = cluster.worker()
    write(papers, *(f"slow{number}" for number in range(6)))
    cluster.wait_for(1)
    started = time.monotonic()
    with pytest.raises(ClusterError, match="has no workers; start some"):
        go(
            store,
            papers,
            at(cluster, patience=3),
            Watch(lambda _: os.killpg(worker.pid, signal.SIGKILL)),
        )
    assert time.monotonic() - started < 60
    assert outcomes(store)


def test_a_cluster_without_workers_is_waited_for_until_one_comes(
    store: Store, papers: Path, cluster: Cluster
) -> None:
    write(papers, "one")
    with pytest.raises(ClusterError, match="has no workers"):
        go(store, papers, at(cluster, patience=0))
    late = threading.Timer(2, cluster.worker)
    late.start()
    _, told = go(store, papers, at(cluster))
    late.join()
    assert len(told) == 1
    assert "has no workers; waiting 60 s" in told[0]
    assert outcomes(store) == {"one.pdf": "read"}


def _other_version(folder: Path, package: str) -> Path:
    """Return a folder to import from in which *package* seems to have another version."""
    made = folder / "elsewhere" / f"{package}-0.0.1.dist-info"
    made.mkdir(parents=True)
    (made / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 0.0.1\n")
    return made.parent


def test_a_worker_with_another_version_is_named_and_refused(
    store: Store, papers: Path, tmp_path: Path, cluster: Cluster
) -> None:
    cluster.worker()
    cluster.worker(_other_version(tmp_path, "pdfplumber"))
    write(papers, "one")
    cluster.wait_for(2)
    with pytest.raises(ClusterError, match=r"worker tcp://\S+ on \S+ has pdfplumber 0\.0\.1, not"):
        go(store, papers, at(cluster))
    assert not documents(store)


def test_a_worker_without_crossfoot_is_named_and_refused(
    store: Store, papers: Path, tmp_path: Path, cluster: Cluster
) -> None:
    broken = tmp_path / "broken" / "crossfoot"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise ImportError('not here')\n")
    cluster.worker(broken.parent)
    write(papers, "one")
    with pytest.raises(ClusterError, match=r"worker tcp://\S+ on \S+ has no crossfoot \d"):
        go(store, papers, at(cluster))


def test_a_worker_that_joins_later_with_another_version_reads_nothing(
    store: Store, papers: Path, tmp_path: Path, cluster: Cluster
) -> None:
    cluster.worker()
    other = _other_version(tmp_path, "pypdfium2")
    write(papers, *(f"slow{number:02}" for number in range(40)))
    joined: list[object] = []

    def join(landed: int) -> None:
        if landed == 1:
            joined.append(cluster.worker(other))

    with pytest.raises(ClusterError, match=r"pypdfium2 0\.0\.1, not"):
        go(store, papers, at(cluster), Watch(join))
    assert joined
    assert set(outcomes(store).values()) == {"read"}


def _has_begun(database: Path) -> bool:
    """Whether a run is recorded: before that an interrupted one has nothing to go on with."""
    if not database.exists():
        return False
    try:
        with closing(sqlite3.connect(database)) as connection:
            return connection.execute("SELECT count(*) FROM loads").fetchone() == (1,)
    except sqlite3.OperationalError:  # it is being made
        return False


def test_ctrl_c_ends_at_once_and_frees_the_workers(
    papers: Path, tmp_path: Path, cluster: Cluster
) -> None:
    cluster.worker()
    for number, paper in enumerate(sorted(SAMPLES.glob("*.pdf")) * 10):
        # A comment behind the end makes it another document.
        (papers / f"{number:03}.pdf").write_bytes(paper.read_bytes() + b"\n%% %d" % number)
    command = [sys.executable, "-m", "crossfoot.cli", "ingest", str(papers)]
    process = subprocess.Popen(
        [*command, "--db", f"sqlite:///{tmp_path}/c.db", "--executor", cluster.address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_until(lambda: bool(cluster.helpers()))
        wait_until(lambda: _has_begun(tmp_path / "c.db"))
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == 130, said
    assert "run the same command again to go on" in said
    assert "Traceback" not in said
    wait_until(lambda: not cluster.helpers(), seconds=15)


def test_bytes_are_sent_however_many_and_a_file_that_changed_is_refused(
    store: Store, papers: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster.worker()
    (papers / "large.pdf").write_bytes(b"BV9,large,2018/19,outturn,98.5,98\n" + b"\n" * 12_000_000)
    write(papers, *(f"slow{number}" for number in range(4)), "zz")
    changed = papers / "zz.pdf"
    monkeypatch.chdir(papers)

    def change(landed: int) -> None:
        if landed == 1:
            changed.write_text("BV9,other,2018/19,outturn,11.5,98\n", encoding="utf-8")

    go(store, Path("/proc/self/cwd"), at(cluster, in_flight=1), Watch(change))
    assert outcomes(store)["large.pdf"] == "read"
    assert outcomes(store)["zz.pdf"] == "failed"
    assert "changed while it was being read" in reason(store, "zz.pdf")


def test_the_headings_of_a_user_travel_with_the_documents(
    store: Store, tmp_path: Path, papers: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster.worker()
    write(papers, "one")
    monkeypatch.chdir(tmp_path)
    headings = Path("/proc/self/cwd/mine.toml")
    headings.write_text("# seen by one process alone\n", encoding="utf-8")
    normalise = NormaliseSettings(headings_file=headings)
    go(store, papers, at(cluster), reader="front_readers:by_headings", normalise=normalise)
    assert [d.title for d in documents(store)] == ["# seen by one process alone"]

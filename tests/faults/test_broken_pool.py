"""Workers and their server killed at bad moments: others take over at once, nothing is lost."""

from __future__ import annotations

import errno
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from io import BufferedReader, BytesIO
from pathlib import Path

import pytest

from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job, Unread
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.pool import helper, keeper, process
from crossfoot.pool.common import Done, Task, read
from crossfoot.pool.frames import Frame, read_frame
from crossfoot.pool.keeper import WorkersError
from crossfoot.pool.local import LocalPool
from crossfoot.pool.sent import Sent
from crossfoot.schema.paper import Known
from crossfoot.server import worker_context
from crossfoot.settings import LimitSettings

# Workers take this path over.
sys.path.insert(0, str(Path(__file__).parent))
from stuck_reader import readers_of

SOON = 30.0  # seconds on a busy machine; the longest of these takes 1.2 on an idle one


def tasks(folder: Path, *names: str, seconds: float = 30.0) -> list[Task]:
    settings = ExtractSettings(), NormaliseSettings()
    jobs = [Job(folder / f"{name}.pdf", f"{name}.pdf", name, Known(), *settings) for name in names]
    return [Task(job, seconds) for job in jobs]


def numbered(folder: Path, count: int) -> list[Task]:
    return tasks(folder, *(str(number) for number in range(count)))


def reasons(found: Iterator[Done]) -> dict[str, str]:
    return {
        done.job.document_id: done.result.reason
        for done in found
        if isinstance(done.result, Unread)
    }


def died(found: dict[str, str]) -> list[str]:
    return sorted(name for name, reason in found.items() if "the reader died" in reason)


def kill_workers() -> int:
    workers = multiprocessing.active_children()
    for worker in workers:
        assert worker.pid
        os.kill(worker.pid, signal.SIGKILL)
    return len(workers)


def wait_until(done: Callable[[], object]) -> None:
    until = time.monotonic() + SOON
    while not done():
        assert time.monotonic() < until
        time.sleep(0.005)


@pytest.fixture(autouse=True)
def soon_and_clean() -> Iterator[None]:
    """Whatever was killed, none of these tests takes long, nor leaves a process or a thread."""
    began = time.monotonic()
    yield
    assert time.monotonic() - began < SOON
    assert multiprocessing.active_children() == []
    assert not [one for one in threading.enumerate() if one.name.startswith("crossfoot")]


def test_the_server_of_workers_killed_before_the_first_one(tmp_path: Path) -> None:
    with LocalPool("stuck_reader:quick", 2, LimitSettings()) as pool:
        kill_server()
        found = reasons(read(pool, numbered(tmp_path, 5)))
    assert (len(found), died(found)) == (5, [])


def test_the_server_killed_while_a_worker_reads_lets_it_read_on(tmp_path: Path) -> None:
    (task,) = tasks(tmp_path, "a")
    with LocalPool("stuck_reader:patient", 1, LimitSettings()) as pool:
        future = pool.submit(task)
        wait_until(lambda: readers_of(task.job.path))
        kill_server()
        assert isinstance(pool.answer(task, future).result, Sent)
    assert len(readers_of(task.job.path)) == 1


def test_the_server_and_all_workers_killed_again_and_again(tmp_path: Path) -> None:
    with LocalPool("stuck_reader:quick", 2, LimitSettings()) as pool:
        for number in range(3):
            found = reasons(read(pool, numbered(tmp_path, 5)))
            assert (len(found), died(found)) == (5, []), number
            assert kill_workers() == 2
            kill_server()


def test_all_workers_killed_while_they_wait_cost_no_document(tmp_path: Path) -> None:
    with LocalPool("stuck_reader:quick", 2, LimitSettings()) as pool:
        first = reasons(read(pool, numbered(tmp_path, 4)))
        assert kill_workers() == 2
        second = reasons(read(pool, numbered(tmp_path, 9)))
    assert (len(first), len(second), died(first | second)) == (4, 9, [])


def test_a_document_whose_reader_is_killed_is_read_by_another(tmp_path: Path) -> None:
    some = numbered(tmp_path, 2)
    with LocalPool("stuck_reader:stuck_at_first", 2, LimitSettings()) as pool:
        futures = [pool.submit(task) for task in some]
        for task in some:
            wait_until(lambda path=task.job.path: readers_of(path))  # type: ignore[misc]
        assert kill_workers() == 2
        answers = [pool.answer(*pair) for pair in zip(some, futures, strict=True)]
    assert all(isinstance(answer.result, Sent) for answer in answers)
    assert [len(set(readers_of(task.job.path))) for task in some] == [2, 2]


def test_a_document_that_kills_two_workers_fails_and_the_others_are_read(tmp_path: Path) -> None:
    some = tasks(tmp_path, "deadly1", "deadly2", "a", "b", "c")
    with LocalPool("stuck_reader:deadly", 2, LimitSettings()) as pool:
        found = reasons(read(pool, some))
    assert died(found) == ["deadly1", "deadly2"]
    assert found["deadly1"] == (
        "the reader died on it twice (signal 9); where memory is short free some and ingest it "
        "again, else the file may be hostile"
    )
    assert [len(readers_of(task.job.path)) for task in some] == [2, 2, 1, 1, 1]


def test_what_is_read_again_is_read_alone(tmp_path: Path) -> None:
    names = ("a", "b", "deadly1", "c", "deadly2", "d", "e", "f", "g")
    with LocalPool("stuck_reader:crowded", 3, LimitSettings()) as pool:
        found = reasons(read(pool, tasks(tmp_path, *names)))
    assert (len(found), died(found)) == (9, [])
    for name in ("deadly1", "deadly2"):
        assert (tmp_path / f"{name}.beside").read_text() == ""
        # No other holds memory of what it has read before.
        assert (tmp_path / f"{name}.siblings").read_text() == "1"


def test_what_waits_to_be_read_alone_does_not_keep_a_run_from_ending(tmp_path: Path) -> None:
    hanging, deadly = tasks(tmp_path, "a", "deadly")
    with (
        pytest.raises(LookupError),
        LocalPool("stuck_reader:stuck_unless_deadly", 2, LimitSettings()) as pool,
    ):
        pool.submit(hanging)
        wait_until(lambda: readers_of(hanging.job.path))
        pool.submit(deadly)
        wait_until(lambda: readers_of(deadly.job.path))
        time.sleep(0.2)
        assert len(readers_of(deadly.job.path)) == 1
        began = time.monotonic()
        raise LookupError
    assert time.monotonic() - began < 5


def test_a_worker_killed_in_the_middle_of_a_large_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[int] = []

    def killing(stream: BufferedReader) -> Frame | None:
        # The beginning, which says how long it is, is there; 30 MiB do not fit into the pipe.
        length = int.from_bytes(stream.peek(16)[8:16], "big")
        if length > 2**20 and not killed:
            killed.append(kill_workers())
        return read_frame(stream)

    monkeypatch.setattr(process, "read_frame", killing)
    (task,) = tasks(tmp_path, "a")
    with LocalPool("stuck_reader:long_winded", 1, LimitSettings()) as pool:
        (done,) = read(pool, [task])
    assert killed == [1]
    assert isinstance(done.result, Unread)
    assert len(done.result.reason) > 30 * 2**20
    assert len(readers_of(task.job.path)) == 2


@pytest.mark.parametrize("reader", ["stuck_at_first", "stopped"])
def test_a_document_out_of_time_is_not_read_again(reader: str, tmp_path: Path) -> None:
    (task,) = tasks(tmp_path, "a", seconds=0.1)
    with LocalPool(f"stuck_reader:{reader}", 1, LimitSettings()) as pool:
        found = reasons(read(pool, [task]))
        assert found["a"] == (
            "reading it was not done after 1 s by the clock: the reader hung, or others had the "
            "processor all the time; raise --time-limit to allow more"
        )
        assert len(readers_of(task.job.path)) == 1


def test_workers_that_die_before_they_read_end_the_run_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "_PAUSES", (0.01, 0.01))
    with (
        LocalPool("stuck_reader:never", 2, LimitSettings()) as pool,
        pytest.raises(WorkersError, match="try --jobs 1"),
    ):
        list(read(pool, numbered(tmp_path, 5)))


def test_a_server_that_never_lives_ends_the_run_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "_PAUSES", (0.01, 0.01))
    (tmp_path / "deadly_module.py").write_text("import os\nos.kill(os.getpid(), 9)\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with (
        LocalPool("deadly_module:read", 1, LimitSettings()) as pool,
        pytest.raises(WorkersError, match="killed again and again"),
    ):
        list(read(pool, numbered(tmp_path, 1)))


def test_workers_that_do_not_come_end_the_run_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LocalPool("stuck_reader:quick", 1, LimitSettings()) as pool:
        wait_until(servers)
        (server,) = servers()
        os.kill(server, signal.SIGSTOP)
        monkeypatch.setattr(keeper, "_TO_START", 0.1)
        try:
            with pytest.raises(WorkersError):
                list(read(pool, numbered(tmp_path, 1)))
        finally:
            os.kill(server, signal.SIGCONT)


def test_a_worker_killed_after_hours_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (task,) = tasks(tmp_path, "a")
    with LocalPool("stuck_reader:stuck_at_first", 1, LimitSettings()) as pool:
        future = pool.submit(task)
        wait_until(lambda: readers_of(task.job.path))
        later = time.monotonic() + 10_000
        monkeypatch.setattr(keeper, "monotonic", lambda: later)
        assert kill_workers() == 1
        while not future.done():
            pool.check()
        assert isinstance(pool.answer(task, future).result, Sent)


def test_processes_that_the_system_refuses_are_said_to_be_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(keeper, "_PAUSES", (0.01, 0.01))
    monkeypatch.setattr(keeper, "WorkerProcess", refused)
    with (
        LocalPool("stuck_reader:quick", 2, LimitSettings()) as pool,
        pytest.raises(WorkersError, match=r"cannot be started \(Too many open files\); look at"),
    ):
        list(read(pool, numbered(tmp_path, 3)))


def test_a_helper_beside_a_dask_worker_answers_that_nobody_lives_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "_PAUSES", (0.01, 0.01))
    (task,) = tasks(tmp_path, "a")
    answers = BytesIO()
    with LocalPool("stuck_reader:never", 1, LimitSettings()) as pool:
        future = pool.submit(task)
        assert isinstance(future.exception(SOON), WorkersError)
        helper._give(pool, task, 7, answers, threading.Lock(), future)
    answers.seek(0)
    frame = read_frame(answers)
    assert frame is not None
    assert frame.number == 7
    assert "killed again and again" in pickle.loads(frame.content).result.reason


@pytest.mark.parametrize("kind", [KeyboardInterrupt, LookupError])
def test_an_error_ends_readers_at_once(kind: type[BaseException], tmp_path: Path) -> None:
    some = numbered(tmp_path, 4)
    with pytest.raises(kind), LocalPool("stuck_reader:stuck_at_first", 2, LimitSettings()) as pool:
        futures = [pool.submit(task) for task in some]
        wait_until(lambda: readers_of(some[0].job.path) and readers_of(some[1].job.path))
        began = time.monotonic()
        raise kind
    assert time.monotonic() - began < 5
    assert all(future.cancelled() for future in futures)
    pids = [pid for task in some for pid in readers_of(task.job.path)]
    assert len(pids) == 2
    wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids))


def test_what_is_still_read_when_the_block_is_left_is_cancelled(tmp_path: Path) -> None:
    (task,) = tasks(tmp_path, "a")
    with LocalPool("stuck_reader:stuck_at_first", 1, LimitSettings()) as pool:
        future = pool.submit(task)
        wait_until(lambda: readers_of(task.job.path))
    assert future.cancelled()


def test_a_worker_whose_pipe_is_closed_ends_by_itself() -> None:
    reader = "stuck_reader:quick"
    worker = process.WorkerProcess(worker_context(reader), reader, 256)
    worker.wait_until_ready(SOON)
    assert worker.end() == 0


def kill_server() -> None:
    wait_until(servers)  # it has begun, but may not have come to its own program yet
    for server in servers():
        os.kill(server, signal.SIGKILL)


def servers() -> list[int]:
    """The processes that this one started to fork workers from."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                line = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if parent == os.getpid() and b"forkserver" in line:
                found.append(int(folder.name))
    return found

from __future__ import annotations

import multiprocessing
import os
import pickle
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job, Unread
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.pool import keeper
from crossfoot.pool.common import Answer, FaultFarAwayError, Task, read
from crossfoot.pool.local import LocalPool
from crossfoot.pool.sent import Sent
from crossfoot.schema.paper import Known
from crossfoot.settings import LimitSettings
from tests.faults.stuck_reader import readers_of

# Workers take this path over.
sys.path.insert(0, str(Path(__file__).parents[1] / "faults"))


def tasks(folder: Path, count: int) -> list[Task]:
    settings = ExtractSettings(), NormaliseSettings()
    jobs = [Job(folder / f"{n}.pdf", f"{n}.pdf", str(n), Known(), *settings) for n in range(count)]
    return [Task(job, 30.0) for job in jobs]


def only(reader: str, task: Task) -> Answer:
    with LocalPool(reader, 1, LimitSettings()) as pool:
        return pool.answer(task, pool.submit(task))


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    """No process and no thread is left."""
    yield
    assert multiprocessing.active_children() == []
    assert not [one for one in threading.enumerate() if one.name.startswith("crossfoot")]


def test_no_more_workers_are_started_than_there_are_documents_to_read(tmp_path: Path) -> None:
    with LocalPool("stuck_reader:patient", 8, LimitSettings()) as pool:
        assert len(list(read(pool, tasks(tmp_path, 2)))) == 2
        assert len(multiprocessing.active_children()) == 2


def test_documents_one_after_the_other_are_read_by_one_worker(tmp_path: Path) -> None:
    with LocalPool("stuck_reader:quick", 4, LimitSettings()) as pool:
        for task in tasks(tmp_path, 5):
            assert isinstance(pool.answer(task, pool.submit(task)).result, Sent)
        assert len(multiprocessing.active_children()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is nothing of the kind on Windows")
def test_a_worker_gives_way_to_the_process_that_stores(tmp_path: Path) -> None:
    (task,) = tasks(tmp_path, 1)
    with LocalPool("stuck_reader:patient", 1, LimitSettings()) as pool:
        pool.answer(task, pool.submit(task))
        (worker,) = readers_of(task.job.path)
        ours = os.getpriority(os.PRIO_PROCESS, 0)
        assert os.getpriority(os.PRIO_PROCESS, worker) == min(ours + 5, 19)


def test_nothing_waits_behind_a_long_document_while_a_worker_is_free(tmp_path: Path) -> None:
    first, *others = tasks(tmp_path, 12)
    with LocalPool("stuck_reader:stuck_at_first", 2, LimitSettings()) as pool:
        for task in others:  # their first readers would hang too
            task.job.path.with_suffix(".begun").write_text("1\n")
        hanging = pool.submit(first)
        began = time.monotonic()
        for task, future in [(task, pool.submit(task)) for task in others]:
            assert isinstance(pool.answer(task, future).result, Sent)
        assert time.monotonic() - began < 20
        assert not hanging.done()


def test_a_fault_comes_back_with_the_traceback_it_had_there(tmp_path: Path) -> None:
    (task,) = tasks(tmp_path, 1)
    answer = only("stuck_reader:leaving", task)
    assert isinstance(answer.error, SystemExit)
    assert "in leaving" in answer.error.__notes__[0]
    assert answer.result == Unread(
        "the reader failed on it (SystemExit: enough of 0.pdf); run with --debug and report it"
    )


def test_a_fault_that_cannot_be_pickled_comes_back_in_words(tmp_path: Path) -> None:
    (task,) = tasks(tmp_path, 1)
    answer = only("stuck_reader:failing", task)
    assert isinstance(answer.error, FaultFarAwayError)
    assert "OddError: odd 0.pdf" in str(answer.error)


@pytest.mark.parametrize("reader", ["stuck_reader:absent", "absent_module:read"])
def test_a_reader_that_cannot_be_loaded_is_a_fault_of_ours(reader: str, tmp_path: Path) -> None:
    (task,) = tasks(tmp_path, 1)
    answer = only(reader, task)
    assert isinstance(answer.error, (AttributeError, ModuleNotFoundError))


def test_a_job_that_cannot_be_sent_is_a_fault_and_the_next_is_read(tmp_path: Path) -> None:
    bad, good = tasks(tmp_path, 2)
    bad = bad._replace(job=bad.job._replace(known=lambda: None))  # type: ignore[arg-type]
    with LocalPool("stuck_reader:quick", 1, LimitSettings()) as pool:
        assert pool.answer(bad, pool.submit(bad)).error is not None
        assert isinstance(pool.answer(good, pool.submit(good)).result, Sent)


def test_a_large_answer_arrives_whole(tmp_path: Path) -> None:
    (task,) = tasks(tmp_path, 1)
    result = only("stuck_reader:long_winded", task).result
    assert isinstance(result, Sent)
    assert pickle.loads(result.content).reason == "x" * 30 * 2**20 + "; read less"


def test_a_time_limit_that_the_program_sets_for_its_sockets_is_not_ours(tmp_path: Path) -> None:
    (task,) = tasks(tmp_path, 1)
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(0.05)
    try:
        assert isinstance(only("stuck_reader:patient", task).result, Sent)
    finally:
        socket.setdefaulttimeout(before)


def test_a_document_may_be_given_any_time(tmp_path: Path) -> None:
    (task,) = tasks(tmp_path, 1)
    answer = only("stuck_reader:quick", task._replace(seconds=float("inf")))
    assert isinstance(answer.result, Sent)


def test_workers_may_be_started_as_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "worker_context", lambda _: multiprocessing.get_context("spawn"))
    with LocalPool("stuck_reader:deadly", 2, LimitSettings()) as pool:
        first, *others = tasks(tmp_path, 3)
        deadly = first._replace(job=first.job._replace(path=tmp_path / "deadly.pdf"))
        found = [done.result for done in read(pool, [deadly, *others])]
    said = sorted(item.reason for item in found if isinstance(item, Unread))
    assert [reason.partition(" (")[0] for reason in said] == [
        "1.pdf holds nothing; look at another",
        "2.pdf holds nothing; look at another",
        "the reader died on it twice",
    ]

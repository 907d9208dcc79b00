"""Workers that share a channel break it when they are killed at a bad moment: others take over."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossfoot.extract.settings import ExtractSettings
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.pool import local
from crossfoot.pool.common import Task, read
from crossfoot.pool.local import LocalPool, WorkersError
from crossfoot.schema.paper import Known
from crossfoot.settings import LimitSettings
from crossfoot.worker import Job

# Workers take this path over.
sys.path.insert(0, str(Path(__file__).parent))


def tasks(folder: Path, count: int) -> list[Task]:
    settings = ExtractSettings(), NormaliseSettings()
    jobs = [Job(folder / f"{n}.pdf", f"{n}.pdf", str(n), Known(), *settings) for n in range(count)]
    return [Task(job, 30.0) for job in jobs]


def names(found: Iterator[object]) -> list[str]:
    return sorted(getattr(done, "job").file_name for done in found)  # noqa: B009


def expected(count: int) -> list[str]:
    return sorted(f"{number}.pdf" for number in range(count))


def test_the_server_of_workers_killed_before_the_first_one(tmp_path: Path) -> None:
    with LocalPool("stuck_reader:quick", 2, LimitSettings()) as pool:
        (server,) = _children("crossfoot.forkserver")
        os.kill(server, signal.SIGKILL)
        assert names(read(pool, tasks(tmp_path, 5))) == expected(5)


def test_all_workers_killed_while_they_wait_for_work(tmp_path: Path) -> None:
    with LocalPool("stuck_reader:quick", 2, LimitSettings()) as pool:
        found = read(pool, tasks(tmp_path, 9))
        first = next(found)
        for worker in list(pool._pool._pool_manager.worker_manager.workers):
            os.kill(worker, signal.SIGKILL)
        done = [first, *found]
    assert names(iter(done)) == expected(9)
    died = [item for item in done if "died" in getattr(item.result, "reason", "")]
    assert len(died) <= 2


def test_a_worker_killed_with_the_lock_of_the_channel_in_its_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "_STUCK", 1.0)
    with LocalPool("stuck_reader:quick", 2, LimitSettings()) as pool:
        some = [task._replace(seconds=1.0) for task in tasks(tmp_path, 9)]
        found = read(pool, some)
        first = next(found)
        mutex = pool._pool._pool_manager.worker_manager.workers_channel.mutex
        assert mutex.acquire(timeout=10)  # and never given back
        assert names(iter([first, *found])) == expected(9)


def test_workers_that_are_always_killed_end_the_run_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LocalPool("stuck_reader:quick", 1, LimitSettings()) as pool:
        monkeypatch.setattr(local, "_RENEWALS", (0.01, 0.01))
        monkeypatch.setattr(local.ProcessPool, "schedule", _broken)
        with pytest.raises(WorkersError, match="try --jobs 1"):
            list(read(pool, tasks(tmp_path, 1)))


def _broken(*_: object, **__: object) -> None:
    raise RuntimeError("Unexpected error within the Pool")


def _children(word: str) -> list[int]:
    """Processes that this one started whose command line holds *word*."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                line = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if parent == os.getpid() and word.encode() in line:
                found.append(int(folder.name))
    return found

"""Documents are handed over as readers get free, and no further ahead than the pool has room."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from pathlib import Path

from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job, Unread
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.pool.common import Answer, Task, read
from crossfoot.schema.paper import Known


class Instant:
    """Readers that are done at once, with room for two documents."""

    check_every = None

    def __init__(self) -> None:
        self.handed: list[str] = []
        self.most = 0

    def has_room(self, running: Collection[Task]) -> bool:
        self.most = max(self.most, len(running))
        return len(running) < 2

    def submit(self, task: Task) -> Future[str]:
        self.handed.append(task.job.file_name)
        done: Future[str] = Future()
        done.set_result(task.job.file_name)
        return done

    def answer(self, _task: Task, future: Future[str], /) -> Answer:
        return Answer(Unread(future.result()))

    def check(self) -> None:
        """Nothing can be gone."""


def test_a_free_reader_gets_the_next_document_before_the_last_one_is_taken() -> None:
    pool = Instant()
    facts = (Known(), ExtractSettings(), NormaliseSettings())
    tasks = [Task(Job(Path(name), name, name, *facts), 1.0) for name in "abcde"]
    taken = []
    for done in read(pool, tasks):
        taken.append(done.job.file_name)
        waiting = len(tasks) - len(taken)
        assert len(pool.handed) - len(taken) == min(2, waiting)
    assert sorted(taken) == sorted(pool.handed) == list("abcde")
    assert pool.most == 2

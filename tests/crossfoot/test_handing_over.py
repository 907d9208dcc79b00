"""Documents are handed over as readers get free, and no further ahead than the pool has room."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from pathlib import Path
from time import monotonic, sleep

from crossfoot.choosing import Plan
from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job, Unread
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.pool.common import Answer, Task, UnderWay, read
from crossfoot.reading import Reading
from crossfoot.schema.paper import Known
from crossfoot.settings import IngestSettings
from crossfoot.sources import identify


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

    def has_spare(self, _seconds: float) -> bool:
        return True

    def check(self) -> None:
        """Nothing can be gone."""


class Slow(Instant):
    """Readers that never are done, and take all processors but *spare*."""

    def __init__(self, *, spare: bool) -> None:
        super().__init__()
        self.futures: list[Future[str]] = []
        self._spare = spare

    def submit(self, task: Task) -> Future[str]:
        self.handed.append(task.job.file_name)
        self.futures.append(Future())
        return self.futures[-1]

    def has_spare(self, seconds: float) -> bool:
        if not self._spare:
            sleep(seconds)
        return self._spare


def tasks_of(names: str) -> list[Task]:
    facts = (Known(), ExtractSettings(), NormaliseSettings())
    return [Task(Job(Path(name), name, name, *facts), 1.0) for name in names]


def test_there_is_room_where_a_processor_is_spare_or_something_is_read() -> None:
    under_way = UnderWay(Slow(spare=True), tasks_of("ab"))
    under_way.hand_over()
    assert under_way.leaves_room(60)
    busy = Slow(spare=False)
    under_way = UnderWay(busy, tasks_of("ab"))
    under_way.hand_over()
    assert not under_way.leaves_room(0.02)
    busy.futures[1].set_result("b")
    assert under_way.leaves_room(60)


def test_who_stands_back_does_so_for_half_a_second_in_all(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"%PDF-1.4")
    reading = Reading(IngestSettings(jobs=2), Slow(spare=False))
    reading.stand_back()  # nothing is being read
    reading.begin([Plan(identify(path), Known())])
    begun = monotonic()
    for _ in range(5):
        reading.stand_back()
    assert 0.4 < monotonic() - begun < 5


def test_a_free_reader_gets_the_next_document_before_the_last_one_is_taken() -> None:
    pool = Instant()
    tasks = tasks_of("abcde")
    taken = []
    for done in read(pool, tasks):
        taken.append(done.job.file_name)
        waiting = len(tasks) - len(taken)
        assert len(pool.handed) - len(taken) == min(2, waiting)
    assert sorted(taken) == sorted(pool.handed) == list("abcde")
    assert pool.most == 2

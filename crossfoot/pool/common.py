"""What every pool of readers has in common: documents out, papers back, few at a time."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import Any, NamedTuple, Protocol

from crossfoot.schema.paper import Paper
from crossfoot.worker import Job, Unread


class Task(NamedTuple):
    """A job, how many seconds it may take, and how many bytes its file has."""

    job: Job
    seconds: float
    size: int = 0


class Done(NamedTuple):
    """What became of a job. ``error`` is a fault of ours, kept for ``--debug``."""

    job: Job
    result: Paper | Unread
    error: BaseException | None = None


class Answer(NamedTuple):
    """What a reader gave: a Paper or Unread as pickled bytes, or an Unread made on the way.

    Bytes, so that what only passes a paper on need not build its thousand rows.
    """

    result: bytes | Unread
    error: BaseException | None = None

    def done(self, job: Job) -> Done:
        """Open the answer to *job*."""
        result = self.result
        if isinstance(result, bytes):
            result = pickle.loads(result)
        return Done(job, result, self.error)


class FaultFarAwayError(Exception):
    """A fault of ours in another process; says its traceback."""


class Pool(Protocol):
    """Readers that tasks are handed to."""

    check_every: float | None  # seconds between two calls of check while nothing is done

    def has_room(self, running: Collection[Task]) -> bool:
        """Whether another task may be handed over, *running* being under way."""

    def submit(self, task: Task) -> Future[Any]:
        """Hand a task over."""

    def answer(self, task: Task, future: Future[Any], /) -> Answer | None:
        """Say what a task that is done gave; None where it must be handed over again."""

    def check(self) -> None:
        """Raise what ends the whole run, such as a cluster that is gone."""


def read(pool: Pool, tasks: Iterable[Task]) -> Iterator[Done]:
    """Read the tasks' documents and yield each as it is done, in no certain order.

    No more are under way than *pool* has room for: whoever is slow to take the papers slows the
    readers down, and the memory holds no more than that.
    """
    waiting = iter(tasks)
    running: dict[Future[Any], Task] = {}
    while True:
        _hand_over(pool, waiting, running)
        if not running:
            return
        finished, _ = wait(running, timeout=pool.check_every, return_when=FIRST_COMPLETED)
        pool.check()
        for future in [each for each in running if each in finished]:  # as they were handed over
            task = running.pop(future)
            answer = pool.answer(task, future)
            if answer is None:
                running[pool.submit(task)] = task
                continue
            # The reader that this one leaves free need not wait until its paper is stored.
            _hand_over(pool, waiting, running)
            yield answer.done(task.job)


def _hand_over(pool: Pool, waiting: Iterator[Task], running: dict[Future[Any], Task]) -> None:
    while pool.has_room(running.values()) and (task := next(waiting, None)) is not None:
        running[pool.submit(task)] = task

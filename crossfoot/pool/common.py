"""What every pool of readers has in common: documents out, papers back, few at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from time import monotonic
from typing import Any, NamedTuple, Protocol

from crossfoot.extract.processor_time import BY_THE_CLOCK
from crossfoot.job import Job, Unread
from crossfoot.pool.sent import Sent
from crossfoot.schema.paper import Paper

_MOMENT = 0.005  # seconds between two looks whether a task is done


class Task(NamedTuple):
    """A job, how many seconds of the processor's time it may take, and the bytes of its file."""

    job: Job
    seconds: float
    size: int = 0

    @property
    def by_the_clock(self) -> float:
        """How many seconds it may take by the clock."""
        return self.seconds * BY_THE_CLOCK


class Done(NamedTuple):
    """What became of a job. ``error`` is a fault of ours, kept for ``--debug``."""

    job: Job
    result: Paper | Unread
    error: BaseException | None = None


class Answer(NamedTuple):
    """What a reader gave: a Paper or Unread as it was sent, or an Unread made on the way.

    As it was sent, so that what only passes a paper on need not build its thousand rows.
    """

    result: Sent | Unread
    error: BaseException | None = None

    def done(self, job: Job) -> Done:
        """Open the answer to *job*."""
        result = self.result
        opened = result.opened() if isinstance(result, Sent) else result
        return Done(job, opened, self.error)


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

    def has_spare(self, seconds: float) -> bool:
        """Whether this machine has a processor on which nobody reads; wait so long for one."""


class UnderWay:
    """Tasks on their way through a pool; going through it gives each as it is done, in no order.

    No more are under way than *pool* has room for: whoever is slow to take the papers slows the
    readers down, and the memory holds no more than that.
    """

    def __init__(self, pool: Pool, tasks: Iterable[Task]) -> None:
        self._pool, self._waiting = pool, iter(tasks)
        self._running: dict[Future[Any], Task] = {}

    def hand_over(self) -> None:
        """Hand over what the pool has room for, and wait for nothing."""
        pool, running = self._pool, self._running
        while pool.has_room(running.values()) and (task := next(self._waiting, None)) is not None:
            running[pool.submit(task)] = task

    def leaves_room(self, seconds: float) -> bool:
        """Whether a task is done or nobody reads on some processor; wait so long for that."""
        until = monotonic() + seconds
        while not any(future.done() for future in self._running):
            if self._pool.has_spare(_MOMENT):
                return True
            if monotonic() >= until:
                return False
        return True

    def __iter__(self) -> Iterator[Done]:
        pool, running = self._pool, self._running
        while True:
            self.hand_over()
            if not running:
                return
            finished, _ = wait(running, timeout=pool.check_every, return_when=FIRST_COMPLETED)
            pool.check()
            done = deque(each for each in running if each in finished)  # as they were handed
            del finished
            while done:  # and what is taken is held by nobody else while it is stored
                future = done.popleft()
                task = running.pop(future)
                answer = pool.answer(task, future)
                if answer is None:
                    running[pool.submit(task)] = task
                    continue
                del future
                # The reader that this one leaves free need not wait until its paper is stored.
                self.hand_over()
                opened = answer.done(task.job)
                del answer
                yield opened


def read(pool: Pool, tasks: Iterable[Task]) -> Iterator[Done]:
    """Read the tasks' documents and yield each as it is done, in no certain order."""
    return iter(UnderWay(pool, tasks))

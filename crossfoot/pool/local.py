"""A pool of worker processes that survives the documents it is given.

Each document may take so much of the processor's time, ten times as long by the clock (counted
from when a worker takes it up), and the memory limit of its worker. A worker that dies is replaced,
and what it was reading is read once more, while nothing else is read: it may have been killed from
outside (the system is out of memory). A document on which the second dies too is held to be the
cause.

A thread for each worker hands it a document, waits and hands it the next: nothing is shared
between workers, so that the death of one costs another a moment and no more. Workers are started
when there is something for them to read.
"""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from time import monotonic
from types import TracebackType
from typing import Self

from crossfoot.job import Unread
from crossfoot.pool.common import Answer, Task
from crossfoot.pool.keeper import Keeper, Work, WorkersError
from crossfoot.pool.process import OverdueError, WorkerDiedError
from crossfoot.pool.sent import Sent
from crossfoot.settings import LimitSettings
from crossfoot.worker import changed_meanwhile

# Documents handed out for each worker, the one that it reads among them: enough that none waits for
# the parent while that still loads and opens the database, 0.1 to 0.15 s in which it reads four to
# six papers of three pages, and few enough that not many wait to be stored when all are read, which
# one processor does alone: of 2 to 6, 4 was the quickest for 100 papers on two processors.
_AHEAD = 4
# Exit code of a process that was killed from outside, as Linux does where memory runs out.
_KILLED = -9
# Seconds that all workers together have to end; they take 0.01.
_TO_END = 5.0


class LocalPool:
    """Worker processes for as long as the ``with`` block lasts.

    Leaving it by an error, or while documents are still being read, kills them. *reader* is the
    dotted name of the function that reads a job.
    """

    check_every: float | None = 1.0

    def __init__(self, reader: str, jobs: int, limits: LimitSettings) -> None:
        self._jobs = jobs
        self._work = Work(reader, limits.memory_mib, jobs)
        self._keepers: list[Keeper] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._work.finish(kill=kind is not None)
        until = monotonic() + _TO_END
        for keeper in self._keepers:
            keeper.join(max(until - monotonic(), 0))
        if self._work.spare:
            self._work.spare.close()

    def has_room(self, running: Collection[Task]) -> bool:
        """Whether another task may be handed over."""
        return len(running) < self._jobs * _AHEAD

    def submit(self, task: Task) -> Future[Sent]:
        """Hand a task over."""
        future, count = self._work.ask(task)
        if len(self._keepers) < min(count, self._jobs):
            self._keepers.append(Keeper(self._work))
            self._keepers[-1].start()
        return future

    def answer(self, task: Task, future: Future[Sent]) -> Answer:
        """Say what a task that is done gave. Raises WorkersError where no worker lives."""
        error = future.exception()
        if error is None:
            return Answer(future.result())
        if isinstance(error, WorkersError):
            raise error
        unread = changed_meanwhile(task.job)
        return _answer(task, error) if unread is None else Answer(unread)

    def has_spare(self, seconds: float) -> bool:
        """Whether fewer processes read than may; one alone leaves the others to whoever asks."""
        return self._work.spare is None or self._work.spare.is_any(seconds)

    def check(self) -> None:
        """Raise WorkersError where no worker lives long enough to read."""
        self._work.check()


def _answer(task: Task, error: BaseException) -> Answer:
    if isinstance(error, OverdueError):
        return Answer(Unread(f"{_too_long(task, error)}; raise --time-limit to allow more"))
    if isinstance(error, WorkerDiedError):
        reason = f"the reader died on it twice ({_cause(error.exitcode)})"
        return Answer(Unread(f"{reason}; {_remedy(error.exitcode)}"))
    return failed(error)


def _too_long(task: Task, error: OverdueError) -> str:
    if error.by_the_clock:
        clock = f"reading it was not done after {task.by_the_clock:.0f} s by the clock"
        return f"{clock}: the reader hung, or others had the processor all the time"
    return f"reading it took more than the {task.seconds:.0f} s of processor time it was given"


def failed(error: BaseException) -> Answer:
    """Answer with a fault of ours."""
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    reason = f"the reader failed on it ({said})"
    return Answer(Unread(f"{reason}; run with --debug and report it"), error)


def _remedy(exitcode: int | None) -> str:
    if exitcode == _KILLED:
        return "where memory is short free some and ingest it again, else the file may be hostile"
    return "the file may be damaged or hostile"


def _cause(exitcode: int | None) -> str:
    if exitcode is None:
        return "no exit code"
    return f"signal {-exitcode}" if exitcode < 0 else f"exit code {exitcode}"

"""A pool of worker processes that survives the documents it is given.

Each document has a time limit, counted from when a worker takes it up, and the memory limit of
its worker. What ends a worker ends that document: the pool starts another worker and goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from types import TracebackType
from typing import NamedTuple, Self

from pebble import ProcessExpired, ProcessPool

from crossfoot import worker
from crossfoot.schema.paper import Paper
from crossfoot.server import worker_context
from crossfoot.settings import LimitSettings
from crossfoot.worker import Job, Unread

# Documents handed out ahead of each worker: enough that none waits for the parent, few enough
# that the papers waiting to be stored do not fill the memory.
_AHEAD = 2


class Task(NamedTuple):
    """A job, and how many seconds it may take."""

    job: Job
    seconds: float


class Done(NamedTuple):
    """What became of a job. ``error`` is a fault of ours, kept for ``--debug``."""

    job: Job
    result: Paper | Unread
    error: BaseException | None = None


class Pool:
    """Worker processes for as long as the ``with`` block lasts; leaving it by an error kills them.

    *reader* is the dotted name of the function that reads a job.
    """

    def __init__(self, reader: str, jobs: int, limits: LimitSettings) -> None:
        self._reader = reader
        self._ahead = jobs * _AHEAD
        self._pool = ProcessPool(
            max_workers=jobs,
            initializer=worker.prepare,
            initargs=(reader, limits.memory_mib),
            context=worker_context(reader),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._pool.close()  # type: ignore[no-untyped-call]
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def read(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Read the tasks' documents and yield each as it is done, in no certain order."""
        waiting = iter(tasks)
        running: dict[Future[Paper | Unread], Task] = {}
        while True:
            while len(running) < self._ahead and (task := next(waiting, None)):
                running[self._schedule(task)] = task
            if not running:
                return
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                yield _outcome(running.pop(future), future)

    def _schedule(self, task: Task) -> Future[Paper | Unread]:
        scheduled: Future[Paper | Unread] = self._pool.schedule(
            worker.run, args=(self._reader, task.job), timeout=task.seconds
        )
        return scheduled


def _outcome(task: Task, future: Future[Paper | Unread]) -> Done:
    error = future.exception()
    if error is None:
        return Done(task.job, future.result())
    if isinstance(error, TimeoutError):
        reason = f"reading it took longer than the {task.seconds:.0f} s it was given"
        return Done(task.job, Unread(f"{reason}; raise --time-limit to allow more"))
    if isinstance(error, ProcessExpired):
        reason = f"the reader died on it ({_cause(error.exitcode)})"
        return Done(task.job, Unread(f"{reason}; the file may be damaged or hostile"))
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    reason = f"the reader failed on it ({said})"
    return Done(task.job, Unread(f"{reason}; run with --debug and report it"), error)


def _cause(exitcode: int | None) -> str:
    if exitcode is None:
        return "no exit code"
    return f"signal {-exitcode}" if exitcode < 0 else f"exit code {exitcode}"

"""A pool of worker processes that survives the documents it is given.

Each document has a time limit, counted from when a worker takes it up, and the memory limit of
its worker. What ends a worker ends that document: the pool starts another worker and goes on.
"""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from crossfoot import worker
from crossfoot.pool.common import Answer, Task
from crossfoot.server import worker_context
from crossfoot.settings import LimitSettings
from crossfoot.worker import Unread

# Documents handed out ahead of each worker: enough that none waits for the parent, few enough
# that the papers waiting to be stored do not fill the memory.
_AHEAD = 2


class LocalPool:
    """Worker processes for as long as the ``with`` block lasts; leaving it by an error kills them.

    *reader* is the dotted name of the function that reads a job.
    """

    check_every: float | None = None

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

    def has_room(self, running: Collection[Task]) -> bool:
        """Whether another task may be handed over."""
        return len(running) < self._ahead

    def submit(self, task: Task) -> Future[bytes]:
        """Hand a task over."""
        scheduled: Future[bytes] = self._pool.schedule(
            worker.run_packed, args=(self._reader, task.job), timeout=task.seconds
        )
        return scheduled

    def answer(self, task: Task, future: Future[bytes]) -> Answer:
        """Say what a task that is done gave."""
        return _answer(task, future)

    def check(self) -> None:
        """Do nothing: this machine is not gone."""


def _answer(task: Task, future: Future[bytes]) -> Answer:
    error = future.exception()
    if error is None:
        return Answer(future.result())
    if isinstance(error, TimeoutError):
        reason = f"reading it took longer than the {task.seconds:.0f} s it was given"
        return Answer(Unread(f"{reason}; raise --time-limit to allow more"))
    if isinstance(error, ProcessExpired):
        reason = f"the reader died on it ({_cause(error.exitcode)})"
        return Answer(Unread(f"{reason}; the file may be damaged or hostile"))
    return failed(error)


def failed(error: BaseException) -> Answer:
    """Answer with a fault of ours."""
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    reason = f"the reader failed on it ({said})"
    return Answer(Unread(f"{reason}; run with --debug and report it"), error)


def _cause(exitcode: int | None) -> str:
    if exitcode is None:
        return "no exit code"
    return f"signal {-exitcode}" if exitcode < 0 else f"exit code {exitcode}"

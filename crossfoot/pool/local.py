"""A pool of worker processes that survives the documents it is given.

Each document has a time limit, counted from when a worker takes it up, and the memory limit of
its worker. What ends a worker ends that document: the pool starts another worker and goes on.

Workers share a channel, and a worker that is killed from outside at a bad moment (the system is
out of memory) breaks it or holds it for ever, and without the process that workers are forked from
there are no new ones. Then all workers are ended, and what they were reading is read by others.
"""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from time import monotonic, sleep
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from crossfoot import worker
from crossfoot.pool.common import Answer, Task
from crossfoot.schema.errors import CrossfootError
from crossfoot.server import worker_context
from crossfoot.settings import LimitSettings
from crossfoot.worker import Unread

# Documents handed out ahead of each worker: enough that none waits for the parent, few enough
# that the papers waiting to be stored do not fill the memory.
_AHEAD = 2
# Seconds to wait before all workers are replaced, one for each time without a document read in
# between: what was killed takes a moment to be gone, longer where the machine is out of memory.
_RENEWALS = (0.2, 1.0, 5.0)
# Seconds without an answer, beyond what the documents under way may take, after which the channel
# is held to be broken: more than workers take to start on a busy machine, and than pebble waits
# for the channel's lock (60 s).
_STUCK = 90.0


class WorkersError(CrossfootError):
    """No worker lives long enough to read a paper."""


class LocalPool:
    """Worker processes for as long as the ``with`` block lasts; leaving it by an error kills them.

    *reader* is the dotted name of the function that reads a job.
    """

    check_every: float | None = 1.0

    def __init__(self, reader: str, jobs: int, limits: LimitSettings) -> None:
        self._reader, self._jobs, self._limits = reader, jobs, limits
        self._running: dict[Future[bytes], Task] = {}
        self._renewals = 0
        self._pool = self._start()

    def _start(self) -> ProcessPool:
        self._moved = monotonic()
        return ProcessPool(
            max_workers=self._jobs,
            initializer=worker.prepare,
            initargs=(self._reader, self._limits.memory_mib),
            context=worker_context(self._reader),
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
        return len(running) < self._jobs * _AHEAD

    def submit(self, task: Task) -> Future[bytes]:
        """Hand a task over."""
        while True:
            try:
                scheduled: Future[bytes] = self._pool.schedule(
                    worker.run_packed, args=(self._reader, task.job), timeout=task.seconds
                )
            except RuntimeError:  # that of a pool that is broken, BrokenProcessPool among them
                self._renew()
            else:
                self._running[scheduled] = task
                self._moved = monotonic()
                return scheduled

    def answer(self, task: Task, future: Future[bytes]) -> Answer | None:
        """Say what a task that is done gave; None where its worker's pool broke, not the reader."""
        self._running.pop(future, None)
        if isinstance(future.exception(), BrokenProcessPool):
            return None
        self._moved, self._renewals = monotonic(), 0
        return _answer(task, future)

    def check(self) -> None:
        """Replace workers that no longer answer. Raises WorkersError where that helps nothing."""
        if not self._pool.active or self._is_stuck():
            self._renew()

    def _is_stuck(self) -> bool:
        if not self._running or any(future.done() for future in self._running):
            return False
        longest = max(task.seconds for task in self._running.values())
        return monotonic() - self._moved > longest + _STUCK

    def _renew(self) -> None:
        if self._renewals == len(_RENEWALS):
            raise WorkersError(
                "the processes that read papers are killed again and again",
                "look for what kills them (memory?), try --jobs 1, and run this again",
            )
        sleep(_RENEWALS[self._renewals])
        self._renewals += 1
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()
        for future in list(self._running):
            if not future.done():
                future.set_exception(BrokenProcessPool("all workers were replaced"))
        self._pool = self._start()


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

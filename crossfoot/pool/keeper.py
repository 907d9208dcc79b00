"""Threads that each keep a worker process alive and busy, and what they have in common."""

from __future__ import annotations

from concurrent.futures import Future, InvalidStateError
from contextlib import AbstractContextManager, nullcontext, suppress
from queue import SimpleQueue
from threading import Event, Lock, Thread
from time import monotonic

from crossfoot.extract.processor_time import is_out_of_time
from crossfoot.pool.common import Task
from crossfoot.pool.process import (
    NotBegunError,
    OverdueError,
    UnloadedReaderError,
    WorkerDiedError,
    WorkerProcess,
)
from crossfoot.pool.sent import Sent
from crossfoot.pool.spare import Spare
from crossfoot.pool.turns import Turns
from crossfoot.schema.errors import CrossfootError
from crossfoot.server import worker_context

# Workers that may die on one document: the first may have been killed from outside. The second is
# alone, so that what others take of the memory is not what it dies of.
_DEATHS = 2
# Seconds to wait before another worker is started where one could not be, one for each time in a
# row: what was killed takes a moment to be gone, longer where the machine is out of memory.
_PAUSES = (0.05, 0.2, 1.0, 5.0)
# Seconds that a worker may take to load the reader; the server it is forked from takes 0.5, one
# that loads it by itself (Windows) 1 to 2, and a machine short of memory many times that.
_TO_START = 60.0


class WorkersError(CrossfootError):
    """No worker lives long enough to read a paper."""


class Asked:
    """A document that somebody waits for, and how many workers have died on it."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.future = Future[Sent]()
        self.deaths = 0


class Work:
    """What is to be read and who reads it; shared by the threads of one pool."""

    def __init__(self, reader: str, memory_mib: int, jobs: int = 1) -> None:
        self._reader, self._memory_mib = reader, memory_mib
        self._context = worker_context(reader)
        self._jobs, self.spare = jobs, Spare(jobs) if jobs > 1 else None
        self._lock = Lock()
        self._open: set[Asked] = set()
        self._workers: set[WorkerProcess] = set()
        self.waiting = SimpleQueue[Asked | None]()  # None: one keeper may go
        self.turns = Turns()
        self.ending = Event()
        self.settled = monotonic()  # when a document was last done
        self._manned = self.settled  # when a worker was last there, or none was needed
        self._broken: WorkersError | None = None

    def ask(self, task: Task) -> tuple[Future[Sent], int]:
        """Have a document read; return its answer to come, and how many are not done with it."""
        asked = Asked(task)
        with self._lock:
            if not self._open:
                self._manned = monotonic()
            self._open.add(asked)
            count = len(self._open)
        self.waiting.put(asked)
        return asked.future, count

    def settle(self, asked: Asked, result: Sent | BaseException) -> None:
        """Say what became of a document."""
        with self._lock:
            self._open.discard(asked)
            self.settled = monotonic()
        with suppress(InvalidStateError):  # nobody waits for it any more
            if isinstance(result, Sent):
                asked.future.set_result(result)
            else:
                asked.future.set_exception(result)

    def busy(self, *, alone: bool) -> AbstractContextManager[None]:
        """Have one processor less to spare in the block, or none: who is *alone* gets no help."""
        if self.spare is None:
            return nullcontext()
        return self.spare.less(self._jobs if alone else 1)

    def start(self) -> WorkerProcess:
        """Start a worker and wait until it may read.

        Raises OSError, EOFError or NotBegunError where that cannot be, UnloadedReaderError.
        """
        worker = WorkerProcess(self._context, self._reader, self._memory_mib, self.spare)
        with self._lock:
            self._workers.add(worker)
            if self.ending.is_set():
                worker.kill()
        try:
            worker.wait_until_ready(_TO_START)
        except BaseException:
            self.end(worker, kill=True)
            raise
        return worker

    def end(self, worker: WorkerProcess, *, kill: bool = False) -> int | None:
        """End a worker, if it has not ended yet; return its exit code."""
        with self._lock:
            self._workers.discard(worker)
            if worker.is_ready:
                self._manned = monotonic()
            if kill:
                worker.kill()
        return worker.end()

    def end_others(self, worker: WorkerProcess | None) -> None:
        """End all workers but one, none of which reads, for the memory that they hold."""
        with self._lock:
            for other in self._workers:
                if other is not worker and other.is_ready:
                    other.kill()

    def is_deserted(self, seconds: float = 0) -> bool:
        """Whether documents wait and for more than so long no worker has been there to read."""
        with self._lock:
            if not self._open or any(worker.is_ready for worker in self._workers):
                return False
            return monotonic() - self._manned >= seconds

    def check(self) -> None:
        """Raise WorkersError where no worker lives, or where none comes for long."""
        if self.is_deserted(2 * _TO_START):
            self.give_up(None)
        if self._broken:
            raise self._broken

    def give_up(self, error: Exception | None) -> None:
        """Say of all documents that nobody lives to read them; *error* is why, where it is known.

        What is said where the system refuses to start a process differs from what is said where
        each that starts is killed.
        """
        what, remedy = "are killed again and again", "look for what kills them (memory?)"
        if isinstance(error, OSError) and not isinstance(error, ConnectionError):
            what = f"cannot be started ({error.strerror or error})"
            remedy = "look at the limits on memory, processes and open files"
        self._broken = WorkersError(
            f"the processes that read papers {what}", f"{remedy}, try --jobs 1, and run this again"
        )
        with self._lock:
            withdrawn = list(self._open)
        for asked in withdrawn:
            self.settle(asked, self._broken)

    def finish(self, *, kill: bool) -> None:
        """Let all keepers go; with *kill*, or where documents are still being read, at once."""
        self.ending.set()
        with self._lock:
            withdrawn, self._open = self._open, set()
        for asked in withdrawn:
            asked.future.cancel()
        if kill or withdrawn:
            with self._lock:
                for worker in self._workers:
                    worker.kill()
        self.turns.end()
        self.waiting.put(None)


class Keeper(Thread):
    """Keeps one worker alive and hands it one document after the other."""

    def __init__(self, work: Work) -> None:
        super().__init__(name="crossfoot-keeper", daemon=True)
        self._work = work
        self._worker: WorkerProcess | None = None
        self._failures = 0
        self._failed = 0.0  # when the first of these did

    def run(self) -> None:
        """Read what there is to read until nothing more can come."""
        while (asked := self._work.waiting.get()) is not None:
            while not asked.future.done() and self._try(asked):
                pass
            del asked  # and with it the answer: whoever asked takes that
        self._work.waiting.put(None)  # the next one's
        self._end()

    def _try(self, asked: Asked) -> bool:
        """Read a document, or have a worker die on it; False where another keeper shall try."""
        again = asked.deaths > 0
        with self._work.turns.taken(alone=again):
            if asked.future.done() or not self._has_worker(asked):
                return False
            if again:
                self._work.end_others(self._worker)
            self._read(asked)
            return True

    def _has_worker(self, asked: Asked) -> bool:
        """Start a worker where there is none; False where another keeper shall try."""
        try:
            self._worker = self._worker or self._work.start()
        except UnloadedReaderError as error:
            self._work.settle(asked, error.error)
        except (OSError, EOFError, NotBegunError) as error:
            self._work.waiting.put(asked)
            self._pause(error)
        else:
            self._failures = 0
        return self._worker is not None

    def _pause(self, error: Exception) -> None:
        """Wait a while before starting another worker; give up where that has helped nothing."""
        work = self._work
        if not self._failures or work.settled > self._failed:
            self._failures, self._failed = 0, monotonic()
        if self._failures >= len(_PAUSES) and work.is_deserted():
            work.give_up(error)
        work.ending.wait(_PAUSES[min(self._failures, len(_PAUSES) - 1)])
        self._failures += 1

    def _read(self, asked: Asked) -> None:
        assert self._worker is not None
        try:
            with self._work.busy(alone=asked.deaths > 0):
                answer = self._worker.read(asked.task)
        except OverdueError as error:
            self._end(kill=True)
            self._work.settle(asked, error)
        except WorkerDiedError as error:
            error.exitcode = self._end()
            if is_out_of_time(error.exitcode):
                self._work.settle(asked, OverdueError(by_the_clock=False))
                return
            asked.deaths += not isinstance(error, NotBegunError)
            if asked.deaths == _DEATHS:
                self._work.settle(asked, error)
        except Exception as error:  # noqa: BLE001 - a job that cannot be sent is told as a fault
            self._work.settle(asked, error)
        else:
            self._work.settle(asked, answer)

    def _end(self, *, kill: bool = False) -> int | None:
        worker, self._worker = self._worker, None
        return None if worker is None else self._work.end(worker, kill=kill)

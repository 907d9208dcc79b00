"""The Dask worker's side of the process that reads for it."""

from __future__ import annotations

import pickle
import subprocess
import sys
from concurrent.futures import Future
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread, Timer
from typing import BinaryIO, cast

from crossfoot.pool.common import Task
from crossfoot.pool.frames import Frame, read_frame, write_frame

#: Seconds beyond three times a document's own limit, which the helper enforces itself, before one
#: that says nothing is given up: where a reader dies the next one waits for those beside it, and
#: has the limit anew. It takes one to start.
_GRACE = 60.0
#: Seconds without work after which a helper is ended: its run has ended, or died without a word.
#: Starting another one takes a second.
_IDLE = 30.0
#: Seconds that a helper has to end its readers when it is told to end.
_TO_END = 10.0


class HelperDiedError(Exception):
    """The helper ended before it answered."""


class Helper:
    """A process that reads documents, and a folder for what it needs.

    Any number of threads may ask it at once; it reads as many at a time as *jobs* says. It ends
    when told to, when nobody has asked for a while, and when this process ends.
    """

    def __init__(self, reader: str, memory_mib: int, jobs: int, folder: str | None) -> None:
        self._folder = TemporaryDirectory(prefix="crossfoot-", dir=folder)
        self.folder = Path(self._folder.name)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "crossfoot.pool.helper", reader, str(memory_mib), str(jobs)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._tasks = cast("BinaryIO", self._process.stdin)
        self._answers = cast("BinaryIO", self._process.stdout)
        self._lock = Lock()
        self._numbers = count(1)
        self._asked: dict[int, Future[bytes]] = {}
        self._idle: Timer | None = None
        self.open = True
        Thread(target=self._listen, daemon=True).start()

    def read(self, task: Task) -> bytes:
        """Return the pickled Answer to *task*. Raises HelperDiedError."""
        answer = Future[bytes]()
        number = self._ask(task, answer)
        try:
            return answer.result(3 * task.by_the_clock + _GRACE)
        except TimeoutError as error:
            self.end()
            raise HelperDiedError from error
        finally:
            self._answered(number)

    def end(self) -> None:
        """End the process and all it reads; whoever waits for it gets HelperDiedError."""
        with self._lock:
            if not self.open:
                return
            self.open = False
        with suppress(OSError):  # it is dead already, with something still to be written to it
            self._tasks.close()
        killer = Timer(_TO_END, self._process.kill)
        killer.daemon = True
        killer.start()

    def _ask(self, task: Task, answer: Future[bytes]) -> int:
        content = pickle.dumps(tuple(task))
        with self._lock:
            if not self.open:
                raise HelperDiedError
            if self._idle:
                self._idle.cancel()
            number = next(self._numbers)
            self._asked[number] = answer
            try:
                write_frame(self._tasks, Frame(number, content))
            except OSError as error:
                del self._asked[number]
                self.open = False
                raise HelperDiedError from error
        return number

    def _answered(self, number: int) -> None:
        with self._lock:
            self._asked.pop(number, None)
            if self.open and not self._asked:
                self._idle = Timer(_IDLE, self._end_if_idle)
                self._idle.daemon = True
                self._idle.start()

    def _end_if_idle(self) -> None:
        with self._lock:
            busy = bool(self._asked)
        if not busy:
            self.end()

    def _listen(self) -> None:
        while frame := read_frame(self._answers):
            with self._lock:
                answer = self._asked.get(frame.number)
            if answer is not None:
                answer.set_result(frame.content)
        with self._lock:
            self.open = False
            waiting = list(self._asked.values())
        self._process.wait()
        self._folder.cleanup()
        for answer in waiting:
            if not answer.done():
                answer.set_exception(HelperDiedError())

"""The parent's end of one worker process: a document out, its answer back.

Each worker has a pipe of its own that nobody else holds an end of: one that is killed, at whatever
moment, closes it, and can leave nothing locked or half written for others. Every wait has an end.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from socket import SHUT_RDWR, socketpair
from typing import BinaryIO, cast

from crossfoot import worker
from crossfoot.pool.common import FaultFarAwayError, Task
from crossfoot.pool.frames import Frame, read_frame, send_frame
from crossfoot.pool.sent import Sent, collected
from crossfoot.pool.spare import Spare
from crossfoot.worker import FAULT

# Bytes taken from the pipe at once: an answer of three pages has 50,000, of thirty 150,000.
_AT_ONCE = 2**18
#: Seconds that a worker has to end after its pipe was closed or it was killed; it takes 0.005.
_TO_END = 2.0
# Seconds that no wait may exceed: systems take no more than 24 days.
_LONGEST = 1e6


class WorkerDiedError(Exception):
    """A worker ended though it should not; ``exitcode`` as :mod:`multiprocessing` has it."""

    exitcode: int | None = None


class OverdueError(Exception):
    """A document took longer than it may, by the clock or of the processor's time."""

    def __init__(self, *, by_the_clock: bool) -> None:
        super().__init__(by_the_clock)
        self.by_the_clock = by_the_clock


class NotBegunError(WorkerDiedError):
    """It ended before it was given what it should do."""


class UnloadedReaderError(Exception):
    """The reader's module cannot be loaded; ``error`` is what it raised."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(error)
        self.error = error


class WorkerProcess:
    """A worker process, started; of *context*, reading by the function that *reader* names.

    It belongs to one thread; others may only :meth:`kill` it. Raises OSError or EOFError where it
    cannot be started.
    """

    def __init__(
        self, context: BaseContext, reader: str, memory_mib: int, spare: Spare | None = None
    ) -> None:
        self._pipe, theirs = socketpair()
        self.is_ready = False
        with theirs:
            try:
                theirs.setblocking(True)  # a program may have set a time limit for all its sockets
                arguments = (theirs, reader, memory_mib, spare)
                self._process = context.Process(  # type: ignore[attr-defined]
                    target=worker.serve, args=arguments, daemon=True
                )
                self._process.start()
            except BaseException:
                self._pipe.close()
                raise
        self._answers = cast("BinaryIO", self._pipe.makefile("rb", _AT_ONCE))

    def wait_until_ready(self, seconds: float) -> None:
        """Return when it has loaded the reader.

        Raises NotBegunError where it ends before or takes longer, UnloadedReaderError where it
        says that it cannot.
        """
        if self._pipe not in wait([self._pipe, self._process.sentinel], seconds):
            raise NotBegunError
        self._pipe.settimeout(seconds)
        try:
            frame = self._receive()
        except (OverdueError, WorkerDiedError) as error:
            raise NotBegunError from error
        if frame.number == FAULT:
            raise UnloadedReaderError(fault_in(frame))
        self.is_ready = True

    def read(self, task: Task) -> Sent | BaseException:
        """Have it read a document and return its answer, or the fault of ours that it sent.

        Raises OverdueError where that takes longer by the clock than the task may, WorkerDiedError
        where the worker dies on it, as one does that uses more of the processor's time than it
        may, NotBegunError where it had died before: it is of no more use then.
        """
        job = Frame(0, pickle.dumps((task.job, task.seconds), pickle.HIGHEST_PROTOCOL))
        self._pipe.settimeout(min(task.by_the_clock, _LONGEST))
        try:
            send_frame(self._pipe, job)
        except TimeoutError as error:
            raise OverdueError(by_the_clock=True) from error
        except OSError as error:
            raise NotBegunError from error
        frame, relations = collected(iter(self._receive, None))
        return fault_in(frame) if frame.number == FAULT else Sent(frame.content, relations)

    def kill(self) -> None:
        """End it at once, and wake the thread that waits for it."""
        with suppress(OSError):
            self._pipe.shutdown(SHUT_RDWR)
        if sys.platform == "win32":
            self._process.kill()
        elif self._process.pid is not None:
            # Process.kill does nothing once the server that this one was forked from has gone.
            with suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)

    def end(self) -> int | None:
        """Let go of it and return its exit code; one that has nothing to do ends by itself."""
        self._answers.close()
        self._pipe.close()
        self._process.join(_TO_END)
        if self._process.exitcode is None:
            self.kill()
            self._process.join(_TO_END)
        code: int | None = self._process.exitcode
        if code is not None:
            self._process.close()
        return code

    def _receive(self) -> Frame:
        try:
            frame = read_frame(self._answers)
        except TimeoutError as error:
            raise OverdueError(by_the_clock=True) from error
        except OSError as error:
            raise WorkerDiedError from error
        if frame is None:
            raise WorkerDiedError
        return frame


def fault_in(frame: Frame) -> BaseException:
    """Return the error that a worker sent, with the traceback it had there as a note."""
    content, said = pickle.loads(frame.content)
    try:
        error: BaseException = pickle.loads(content)
    except Exception:  # noqa: BLE001 - it could not be packed, or whatever its own code raises
        return FaultFarAwayError(said)
    error.add_note(said)
    return error

"""Pieces of one work, done in several processes at once; for a process that may be forked.

A forked process has everything that this one has loaded, so that it begins within milliseconds;
one forked from the server of workers would load the database first, and one started anew all of
it. So only what is worth a few hundredths of a second is parted at all.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, NoReturn, TypeVar

from crossfoot.worker import end_with_parent

T = TypeVar("T")


def in_processes(tasks: Sequence[Callable[[], T]]) -> list[T]:
    """Do the first task here and each other in a process forked from this one; return the results.

    What a process does not bring to its end, because it fails, is killed or cannot be started, is
    done here. Only where :func:`crossfoot.start.may_fork` says so, and with nothing open that two
    processes must not share, such as a connection to a database.
    """
    others = [_Forked(task) for task in tasks[1:]]
    try:
        return [tasks[0](), *(other.result() for other in others)]
    finally:
        for other in others:
            other.end()


class _Forked(Generic[T]):
    """A process that does one task and sends what came of it, pickled."""

    def __init__(self, task: Callable[[], T]) -> None:
        self._task = task
        self._process: BaseProcess | None = None
        context = multiprocessing.get_context("fork")
        self._hears, tells = context.Pipe(duplex=False)
        # An interrupt waits until the new process is deaf to it: this one decides what ends when.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            process = context.Process(target=_do, args=(task, tells), daemon=True)
            with suppress(OSError):
                process.start()
                self._process = process
        finally:
            tells.close()
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def result(self) -> T:
        """Wait for the result; without one, do the task."""
        try:
            content = self._hears.recv_bytes()
        except (EOFError, OSError):
            return self._task()
        found: T = pickle.loads(content)
        return found

    def end(self) -> None:
        """Let go of the process, whatever it is doing."""
        self._hears.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()


def _do(task: Callable[[], T], tells: Connection) -> NoReturn:
    """Do the task in the new process, which ends with it and says nothing on the terminal."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        gc.freeze()  # so that no search for garbage copies what both processes have
        end_with_parent()
        tells.send_bytes(pickle.dumps(task(), pickle.HIGHEST_PROTOCOL))
        code = 0
    finally:
        os._exit(code)

"""The process that workers are forked from: what it does from its start to its end.

It shares a pair of sockets with the process that it works for, its owner, and ends when the owner's
side is closed. The owner sends one byte: :data:`LOAD`, to make it ready, or :data:`FORK`, and with
it the descriptors of a new process: of a pipe from which that reads what it is to do, of a pipe
into which go its number and, when it has ended, its exit code (:data:`NUMBER` each), and those
that it asked for. Unlike Python's own server this one needs no address that others could find, may
be forked from its owner, and has no keeper of semaphores started that nobody needs.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import struct
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from multiprocessing import forkserver, spawn
from pathlib import Path
from typing import Any, NoReturn

LOAD, FORK = b"L", b"F"
NUMBER = struct.Struct("q")
#: Descriptors that may come with one message; Linux passes up to 253.
MOST_DESCRIPTORS = 250
#: Descriptors below are stdin, stdout and stderr.
STANDARD = 3


def main(control: int, modules: Sequence[str]) -> NoReturn:
    """Load *modules* and serve, in a process started for it; *control* is its socket."""
    _run(socket.socket(fileno=control), modules, at_once=True)


def serve_forked(control: socket.socket, modules: Sequence[str]) -> NoReturn:
    """Serve in a process just forked from its owner, and load *modules* when told.

    What the owner has open is closed here, but for the three standard streams.
    """
    for number in [int(path.name) for path in Path("/dev/fd").iterdir()]:
        if number >= STANDARD and number != control.fileno():
            with suppress(OSError):  # the folder itself was open while it was listed
                os.close(number)
    _run(control, modules, at_once=False)


def _run(control: socket.socket, modules: Sequence[str], *, at_once: bool) -> NoReturn:
    # Ctrl-C goes to every process of the terminal; the owner alone decides what ends when.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        server = _Server(control, modules)
        if at_once:
            server.load()
        server.serve()
    except BaseException:  # noqa: BLE001 - its owner sees that it has gone, and says what matters
        os._exit(1)
    os._exit(0)


class _Server:
    """The server in its own process."""

    def __init__(self, control: socket.socket, modules: Sequence[str]) -> None:
        self._control, self._modules = control, modules
        # For each process the pipe into which its exit code goes.
        self._told: dict[int, int] = {}
        self._woken, self._wakes = os.pipe()
        for end in (self._woken, self._wakes):
            os.set_blocking(end, False)
        self._before: Any = signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wakes, warn_on_full_buffer=False)

    def load(self) -> None:
        """Load the modules that every worker needs."""
        for name in self._modules:
            with suppress(ImportError):  # the worker that needs it says so
                import_module(name)
        gc.freeze()  # so that no search for garbage in a worker copies what all of them share

    def serve(self) -> None:
        """Do what the owner says until it has gone."""
        if sys.__stdin__ is not None:  # what the owner reads is not for its helpers
            os.dup2(os.open(os.devnull, os.O_RDONLY), sys.__stdin__.fileno())
        poll = select.poll()
        for end in (self._woken, self._control.fileno()):
            poll.register(end, select.POLLIN)
        while True:
            ready = {end for end, _ in poll.poll()}
            if self._woken in ready:
                os.read(self._woken, 2**16)
                self._collect()
            if self._control.fileno() in ready and not self._obey():
                return

    def _obey(self) -> bool:
        try:
            word, descriptors, _, _ = socket.recv_fds(self._control, 1, MOST_DESCRIPTORS)
        except ConnectionError:
            return False
        if word == LOAD:
            self.load()
        elif word == FORK:
            self._fork(*descriptors)
        return bool(word)

    def _fork(self, reads: int, writes: int, *asked_for: int) -> None:
        try:
            number = os.fork()
        except OSError:  # the owner sees that the pipe is closed before a number came
            os.close(writes)
        else:
            if number == 0:
                self._become(reads, writes, asked_for)
            self._told[number] = writes
            _tell(writes, number)
        for end in (reads, *asked_for):
            os.close(end)

    def _become(self, reads: int, writes: int, asked_for: Sequence[int]) -> NoReturn:
        """Be the new process to its end."""
        code = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, self._before)
            self._control.close()
            for end in (self._woken, self._wakes, writes, *self._told.values()):
                os.close(end)
            # Where a process that is being unpickled looks for its descriptors.
            getattr(forkserver, "_forkserver")._inherited_fds = list(asked_for)  # noqa: B009
            code = spawn._main(reads, os.dup(reads))
        except Exception:  # noqa: BLE001
            sys.excepthook(*sys.exc_info())
        finally:
            os._exit(code)

    def _collect(self) -> None:
        """Tell the owner of the processes that have ended."""
        while True:
            try:
                number, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not number:
                return
            writes = self._told.pop(number, None)
            if writes is not None:
                _tell(writes, os.waitstatus_to_exitcode(status))
                os.close(writes)


def _tell(writes: int, number: int) -> None:
    with suppress(BrokenPipeError):  # whoever asked has gone
        os.write(writes, NUMBER.pack(number))

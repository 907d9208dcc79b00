"""Processes forked from a small server of our own; not for Windows, which forks nothing.

Python keeps one such server for a whole program, and every process forked from it runs the
program's script again, up to where that guards itself. In a library neither will do: what makes our
workers quiet and deaf to Ctrl-C is not for the program's own processes, and a script of four lines
should not need a guard. So the server is another one (:mod:`crossfoot.forkserver`), and its
processes never see the script: they are given nothing that is defined there.

The server is a new interpreter. A process that is certain to have no threads and nothing open may
fork it instead (:func:`fork_server`), which spares loading twice what both need.
"""

from __future__ import annotations

import atexit
import fcntl
import gc
import io
import os
import signal
import socket
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import popen_forkserver, spawn, util
from multiprocessing.context import ForkServerContext, ForkServerProcess, set_spawning_popen
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import dump
from typing import Any

from crossfoot.forkserver import FORK, LOAD, MOST_DESCRIPTORS, NUMBER, STANDARD, serve_forked

#: What a process is told of the program's script.
_OF_THE_SCRIPT = ("init_main_from_name", "init_main_from_path")
_STARTING: Any = util  # how Python's own server is started
#: The path is set first: a file in the folder where the command runs must not pass for a module.
_PROGRAM = (
    "import sys; sys.path[:] = {path!r}; from crossfoot.forkserver import main; main{arguments!r}"
)


class _Server:
    """The server of this process, as it is seen from here. ``loads``: it has been told to."""

    def __init__(self, pid: int, control: socket.socket, *, loads: bool) -> None:
        self.owner = os.getpid()
        self._pid, self._control, self._loads = pid, control, loads
        self._is_of_use = self._has_ended = False

    def runs(self) -> bool:
        """Whether it is there, and if so make it ready."""
        try:
            if os.waitpid(self._pid, os.WNOHANG)[0]:
                self._has_ended = True
                return False
            if not self._loads:
                self._control.sendall(LOAD)
                self._loads = True
        except ChildProcessError:  # somebody else collected it
            self._has_ended = True
            return False
        except ConnectionError:
            return False
        return True

    def fork(self, descriptors: Sequence[int]) -> None:
        """Have it start a process; raises ConnectionError where it has gone."""
        self._is_of_use = True
        socket.send_fds(self._control, [FORK], descriptors)

    def forget(self) -> None:
        """Close our side: the server ends, if it is this process's.

        One that was of no use need not first get ready: arguments that cannot be used end a command
        before that, and whoever waits for its output would wait for the server.
        """
        self._control.close()
        if self.owner == os.getpid() and not (self._is_of_use or self._has_ended):
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)


class _Servers:
    """The server of this process: one forked from a process with a server needs another."""

    def __init__(self) -> None:
        self._server: _Server | None = None
        self._lock = threading.RLock()
        self.preload: Sequence[str] = ()

    def started(self) -> _Server:
        """Return the server, which is started where there is none that runs."""
        with self._lock:
            server = self._server
            if server is None or server.owner != os.getpid() or not server.runs():
                self.end()
                self._server = server = _executed(self.preload)
            return server

    def launch(self, inherited: Sequence[int]) -> tuple[int, int, int]:
        """Start a process: its number, where its exit code comes, and where it reads.

        Raises EOFError or ConnectionError where two servers are killed while they start it.
        """
        if len(inherited) + 2 > MOST_DESCRIPTORS:
            raise ValueError("too many descriptors for a new process")
        with self._lock:
            try:
                return _launched(self.started(), inherited)
            except (ConnectionError, EOFError):  # it was killed a moment ago
                self.end()
                return _launched(self.started(), inherited)

    def end(self) -> None:
        """Close our side of the server, if there is one."""
        if self._server is not None:
            self._server.forget()
        self._server = None

    def fork_ahead(self, modules: Sequence[str]) -> None:
        """Fork the server from this process; it waits to be told before it loads *modules*."""
        with self._lock:
            if self._server is None:
                self._server = _forked(modules)


_servers = _Servers()
atexit.register(_servers.end)


def _launched(server: _Server, inherited: Sequence[int]) -> tuple[int, int, int]:
    hears, tells = os.pipe()
    reads, writes = os.pipe()
    try:
        try:
            server.fork([reads, tells, *inherited])
        finally:
            _close(reads, tells)
        return _number(hears), hears, writes
    except BaseException:
        _close(hears, writes)
        raise


def _pair() -> tuple[socket.socket, socket.socket]:
    """Two connected sockets, neither in the place of a standard stream that is closed."""
    pair = socket.socketpair()
    numbers = [fcntl.fcntl(end.fileno(), fcntl.F_DUPFD_CLOEXEC, STANDARD) for end in pair]
    for end in pair:
        end.close()
    ours, its = (socket.socket(fileno=number) for number in numbers)
    return ours, its


def _executed(modules: Sequence[str]) -> _Server:
    ours, its = _pair()
    program = _PROGRAM.format(path=list(sys.path), arguments=(its.fileno(), tuple(modules)))
    flags = _STARTING._args_from_interpreter_flags()
    executable = spawn.get_executable()
    try:
        pid = _STARTING.spawnv_passfds(
            executable, [executable, *flags, "-c", program], [its.fileno()]
        )
    except BaseException:
        ours.close()
        raise
    finally:
        its.close()
    return _Server(pid, ours, loads=True)


def _forked(modules: Sequence[str]) -> _Server:
    ours, its = _pair()
    for stream in (sys.stdout, sys.stderr):  # what a worker would write a second time
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    gc.freeze()  # so that neither side copies what both have by searching it for garbage
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    pid = os.fork()
    if pid == 0:
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            ours.close()
            serve_forked(its, modules)
        finally:
            os._exit(1)
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    its.close()
    return _Server(pid, ours, loads=False)


def _number(hears: int) -> int:
    """Read one number. Raises EOFError where the other side has closed the pipe."""
    said = b""
    while len(said) < NUMBER.size:
        some = os.read(hears, NUMBER.size - len(said))
        if not some:
            raise EOFError("the process that workers are forked from has gone")
        said += some
    return int(NUMBER.unpack(said)[0])


class _Launched(popen_forkserver.Popen):
    """A process as the standard one starts it, but for the server and the script."""

    _fds: list[int]

    def _launch(self, process_obj: BaseProcess) -> None:
        told = spawn.get_preparation_data(process_obj.name)
        for key in _OF_THE_SCRIPT:
            told.pop(key, None)
        content = io.BytesIO()
        set_spawning_popen(self)
        try:
            dump(told, content)
            dump(process_obj, content)
        finally:
            set_spawning_popen(None)
        self.pid, self.sentinel, writes = _servers.launch(self._fds)
        # The child knows by the other end of this one that its parent has gone.
        alive = os.dup(writes)
        self.finalizer = util.Finalize(self, _close, (alive, self.sentinel))
        with os.fdopen(writes, "wb") as stream:
            stream.write(content.getbuffer())


def _close(*ends: int) -> None:
    for end in ends:
        os.close(end)


class _Process(ForkServerProcess):
    @staticmethod
    def _Popen(process_obj: BaseProcess) -> _Launched:  # noqa: N802 - its name there
        return _Launched(process_obj)


class OwnContext(ForkServerContext):
    """A multiprocessing context whose processes are forked from our own server."""

    Process = _Process


def preload(modules: Sequence[str]) -> None:
    """Say which modules a server loads that is started from now on."""
    _servers.preload = modules


def ensure_running() -> None:
    """Start the server, if it is not running, and make it ready."""
    _servers.started()


def fork_server(modules: Sequence[str]) -> None:
    """Fork the server from this process, if it has none; it loads *modules* when it is needed.

    Only for a process with one thread and with nothing open but the standard streams.
    """
    _servers.fork_ahead(modules)

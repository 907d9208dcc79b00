"""Processes forked from a small server of our own; not for Windows, which forks nothing.

Python keeps one such server for a whole program, and every process forked from it runs the
program's script again, up to where that guards itself. In a library neither will do: what makes our
workers quiet and deaf to Ctrl-C is not for the program's own processes, and a script of four lines
should not need a guard. So the server is another one, and its processes never see the script: they
are given nothing that is defined there.
"""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from multiprocessing import forkserver, popen_forkserver, spawn, util
from multiprocessing.context import ForkServerContext, ForkServerProcess, set_spawning_popen
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import dump

#: What a process is told of the program's script.
_OF_THE_SCRIPT = ("init_main_from_name", "init_main_from_path")


class _Servers:
    """The server of this process: one forked from a process with a server needs another."""

    def __init__(self) -> None:
        self._owner = 0
        self._server = forkserver.ForkServer()
        self.preload: Sequence[str] = ()

    @property
    def own(self) -> forkserver.ForkServer:
        if self._owner != os.getpid():
            self._owner, self._server = os.getpid(), forkserver.ForkServer()
        self._server.set_forkserver_preload(list(self.preload))
        return self._server


_servers = _Servers()


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
        self.sentinel, writes = _servers.own.connect_to_new_process(self._fds)
        # The child knows by the other end of this one that its parent has gone.
        alive = os.dup(writes)
        self.finalizer = util.Finalize(self, _close, (alive, self.sentinel))
        with os.fdopen(writes, "wb") as stream:
            stream.write(content.getbuffer())
        self.pid = forkserver.read_signed(self.sentinel)


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
    """Say which modules the server loads when it starts."""
    _servers.preload = modules


def ensure_running() -> None:
    """Start the server, if it is not running."""
    _servers.own.ensure_running()

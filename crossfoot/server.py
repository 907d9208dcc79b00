"""The small process that workers are forked from, which loads the reader once."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from multiprocessing.context import BaseContext

from crossfoot.schema.errors import UsageError
from crossfoot.start import is_watched, process_is_ours

READER = "crossfoot.reader:read_paper"
# What reads papers and what stores them both need, each of them for its own reasons.
_OF_BOTH = (
    "crossfoot.settings",
    "crossfoot.worker",
    "crossfoot.audit.verdict",
    "crossfoot.audit.across.titles",
    "crossfoot.normalise.spans",
)


def worker_context(reader: str) -> BaseContext:
    """Processes that share nothing with this one; where possible forked from a small server.

    The server imports the module of *reader* once, so that a worker (and its replacement, when it
    was killed) starts within milliseconds. It begins at once and is waited for when the first
    worker is needed: asked early, it loads the reader while this process loads the database.
    """
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    from crossfoot import forked  # noqa: PLC0415 - there is no such thing on Windows

    forked.preload(_loaded(reader))
    _start_server(forked.ensure_running)
    return forked.OwnContext()


def fork_server() -> None:
    """Fork the server from this process, where nothing speaks against it; for the command alone.

    What it and this process both need is loaded before, and once. It gets ready when
    :func:`worker_context` is called first. Else that starts a new interpreter: in the library,
    whose program may have threads and files open, under a debugger, and where forking without
    starting another program is not safe (macOS).
    """
    if sys.platform != "linux" or not process_is_ours() or threading.active_count() > 1:
        return
    if is_watched():
        return
    from crossfoot import forked  # noqa: PLC0415 - there is no such thing on Windows

    for name in _OF_BOTH:
        import_module(name)
    forked.fork_server(_loaded(READER))


def _loaded(reader: str) -> list[str]:
    return ["crossfoot.quiet", "crossfoot.worker", reader.partition(":")[0], "crossfoot.ready"]


def check_may_start() -> None:
    """Raise UsageError in a process that may start none: a worker of ``multiprocessing.Pool``."""
    if multiprocessing.current_process().daemon:
        raise UsageError(
            "a daemonic process, such as a worker of multiprocessing.Pool, may not start readers",
            "call crossfoot from the main process; it reads in as many processes as it is told",
        )


def _start_server(start: Callable[[], None]) -> None:
    """Start the server deaf to Ctrl-C, which goes to every process of a terminal.

    What ignores a signal when a program starts goes on to, so its workers are deaf too, from their
    first moment on; the parent alone decides what ends when.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        start()
    finally:
        signal.signal(signal.SIGINT, before)

"""The small process that workers are forked from, which loads the reader once."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from multiprocessing import forkserver
from multiprocessing.context import BaseContext

READER = "crossfoot.reader:read_paper"


def worker_context(reader: str) -> BaseContext:
    """Processes that share nothing with this one; where possible forked from a small server.

    The server imports the module of *reader* once, so that a worker (and its replacement, when it
    was killed) starts within milliseconds. It begins at once and is waited for when the first
    worker is needed: asked early, it loads the reader while this process loads the database.
    """
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        ["crossfoot.quiet", "crossfoot.worker", reader.partition(":")[0]]
    )
    _start_server()
    return context


def _start_server() -> None:
    """Start the server deaf to Ctrl-C, which goes to every process of a terminal.

    What ignores a signal when a program starts goes on to, so its workers are deaf too, from their
    first moment on; the parent alone decides what ends when.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        forkserver.ensure_running()
    finally:
        signal.signal(signal.SIGINT, before)

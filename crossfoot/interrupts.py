"""Ctrl-C, ``kill`` or a closed terminal during an ingest: a paper is first stored to its end.

An interrupt in the middle of a transaction would leave the database locked and the count of what
landed wrong.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, TypeVar

from crossfoot.store.persistence import persistently

if TYPE_CHECKING:
    from crossfoot.store.alive import Life

T = TypeVar("T")

# What a service manager, ``kill`` and a terminal that closes send; Windows has no SIGHUP.
_ENDS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Interrupts:
    """Turns SIGINT, SIGTERM and SIGHUP into KeyboardInterrupt, but not while :meth:`held`.

    Where somebody else handles or ignores the last two (``nohup``), they are left to them.

    Outside the main thread, where Python delivers no signals, it does nothing.
    """

    def __init__(self) -> None:
        self._depth = 0
        self._waiting = False

    @contextmanager
    def watched(self) -> Iterator[Interrupts]:
        """Take the signals over for the length of the block."""
        if threading.current_thread() is not threading.main_thread():
            yield self
            return
        free = [number for number in _ENDS if signal.getsignal(number) is signal.SIG_DFL]
        before = {number: signal.signal(number, self._arrived) for number in (signal.SIGINT, *free)}
        try:
            yield self
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let the block end before an interrupt is raised."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
        if self._waiting and not self._depth:
            self._waiting = False
            raise KeyboardInterrupt

    def _arrived(self, _number: int, _frame: FrameType | None) -> None:
        if self._depth:
            self._waiting = True
        else:
            raise KeyboardInterrupt


def do_safely(
    interrupts: Interrupts, life: Life, told: Callable[[str], None], step: Callable[[], T]
) -> T:
    """Do a step that no interrupt may break, again where the database fails for a moment.

    *life* is shown before each attempt; *told* hears of those that failed. Raises what
    :func:`crossfoot.store.persistence.persistently` raises.
    """

    def unbroken() -> T:
        with interrupts.held():
            life.keep()
            return step()

    return persistently(unbroken, told)

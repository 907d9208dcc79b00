"""The processors that a pool of readers leaves idle, counted where all its workers can see it."""

from __future__ import annotations

import select
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socket import socketpair

_ONE = b"."


class Spare:
    """How many more processes may read than do; for a pool and its workers, which are sent it.

    A byte each in a pair of sockets, of which the system lets one alone take it: nobody is asked
    and nothing is locked. Who is killed takes those that he had with him, no more.
    """

    def __init__(self, many: int) -> None:
        self._gives, self._takes = socketpair()
        for end in (self._gives, self._takes):
            end.setblocking(False)
        for _ in range(many):
            self.give()

    def take(self) -> bool:
        """Take one, if there is any, to begin with a process; wait for nothing."""
        with suppress(OSError):
            return bool(self._takes.recv(1))
        return False

    def give(self) -> None:
        """Say that a process has ended with its reading."""
        with suppress(OSError):
            self._gives.send(_ONE)

    def is_any(self, seconds: float) -> bool:
        """Whether there is any; wait so long for one."""
        with suppress(OSError, ValueError):  # it was closed
            return bool(select.select([self._takes], [], [], seconds)[0])
        return True

    @contextmanager
    def less(self, many: int) -> Iterator[None]:
        """Have so many less, as far as there are any, in the block."""
        taken = sum(self.take() for _ in range(many))
        try:
            yield
        finally:
            for _ in range(taken):
                self.give()

    def close(self) -> None:
        """Let go of the sockets; there is nothing to take any more."""
        self._gives.close()
        self._takes.close()


_offered: list[Spare] = []


def offer(spare: Spare | None) -> None:
    """Say where this process, a worker, may find idle processors."""
    _offered[:] = [] if spare is None else [spare]


def offered() -> Spare | None:
    """Return where this process may find idle processors."""
    return _offered[0] if _offered else None

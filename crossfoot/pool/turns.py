"""Who reads beside whom: any number at once, or one alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Turns:
    """The turns of those that read; who is to be alone waits for the others, and they for it."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._reading = self._to_be_alone = 0
        self._is_alone = self._ended = False

    @contextmanager
    def taken(self, *, alone: bool) -> Iterator[None]:
        """Be one of those that read, or the only one; where all ends, nobody waits any more."""
        with self._changed:
            self._to_be_alone += alone
            self._changed.wait_for(lambda: self._ended or self._may_read(alone=alone))
            self._to_be_alone -= alone
            self._is_alone = alone
            self._reading += 1
        try:
            yield
        finally:
            with self._changed:
                self._reading -= 1
                self._is_alone = False
                self._changed.notify_all()

    def end(self) -> None:
        """Let nobody wait any more."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def _may_read(self, *, alone: bool) -> bool:
        if alone:
            return not self._reading
        return not (self._is_alone or self._to_be_alone)

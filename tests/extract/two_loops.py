"""The same question to the compiled loops and to those in Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from crossfoot.extract import compiled

T = TypeVar("T")


def both(ask: Callable[[], T]) -> tuple[T, T]:
    """Ask with the compiled loops, and with those in Python."""
    one = ask()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "loops", None)
        return one, ask()

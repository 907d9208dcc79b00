"""As many keys at a time as one statement takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

_Key = TypeVar("_Key", int, str)
_CHUNK = 500  # below the 999 variables of a statement that old builds of SQLite allow


def chunks(keys: Iterable[_Key]) -> Iterator[list[_Key]]:
    """Return the different keys in order, as many at a time as one statement takes."""
    ordered = sorted(set(keys))
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]

"""Rows that belong together, found as they are asked for.

The rows of a long paper are not all open at once: they come as they were read, so that those of one
indicator stand side by side, and those of the next are asked for next. Only what was not asked for
yet is held, and a few that were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

R = TypeVar("R")

#: Groups held at once, one indicator's figures each: 2 MiB.
_HELD = 500
#: Begun from the first row again so often, rows do not come as they are asked for: all are held.
_MOST_TURNS = 3


class Again(Iterable[R]):
    """What *begin* yields, from the first again each time that it is gone through."""

    def __init__(self, begin: Callable[[], Iterator[R]]) -> None:
        self._begin = begin

    def __iter__(self) -> Iterator[R]:
        return self._begin()


def where(rows: Iterable[R], test: Callable[[R], bool]) -> Iterable[R]:
    """Return the rows that pass a test; a list, where they are one."""
    if isinstance(rows, list):
        return [row for row in rows if test(row)]
    return Again(lambda: filter(test, rows))


class Gathered(Generic[R]):
    """The *rows* of which *key* says the same, in order; of a list all are held from the start.

    Where they are no list they are gone through several times.
    """

    def __init__(self, rows: Iterable[R], key: Callable[[R], str]) -> None:
        self._rows, self._key = rows, key
        self._held: dict[str, list[R]] = {}
        self._turns = 0
        self._all_held = isinstance(rows, list)
        if self._all_held:
            self._hold_all()
            return
        self._counts = Counter(map(key, rows))
        self._coming = iter(self)

    def get(self, name: str) -> Sequence[R]:
        """Return the rows that are called so."""
        while name not in self._held:
            if self._all_held or name not in self._counts:
                return ()
            self._go_on()
        return self._held[name]

    def __iter__(self) -> Iterator[tuple[str, list[R]]]:
        """Yield all rows together, those first of which one comes first."""
        if self._all_held:
            return iter(self._held.items())
        return _groups(self._rows, self._key, self._counts)

    def _go_on(self) -> None:
        """Hold some more groups, and fewer of those that were held before."""
        name, rows = next(self._coming, (None, []))
        if name is not None:
            if len(self._held) >= _HELD:
                del self._held[next(iter(self._held))]
            self._held[name] = rows
            return
        self._turns += 1
        if self._turns < _MOST_TURNS:
            self._coming = iter(self)
        else:
            self._held.clear()
            self._hold_all()
            self._all_held = True

    def _hold_all(self) -> None:
        for row in self._rows:
            self._held.setdefault(self._key(row), []).append(row)


def _groups(
    rows: Iterable[R], key: Callable[[R], str], counts: Mapping[str, int]
) -> Iterator[tuple[str, list[R]]]:
    """Yield rows together; nothing that holds this holds itself, for nobody looks for circles."""
    missing: dict[str, int] = {}
    found: dict[str, list[R]] = {}
    for row in rows:
        name = key(row)
        missing[name] = missing.get(name, counts[name]) - 1
        found.setdefault(name, []).append(row)
        while found and not missing[first := next(iter(found))]:
            del missing[first]
            yield first, found.pop(first)

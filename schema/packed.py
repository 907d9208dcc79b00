"""Long sequences held as bytes, so that what a long paper has of them takes little memory.

What is packed beyond 256 KiB waits in a file (:mod:`crossfoot.schema.spool`).
"""

from __future__ import annotations

import zlib
from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import eq
from typing import Any, Self, TypeVar, overload

from crossfoot.schema.spool import Spool

T = TypeVar("T")

#: Cells that are packed together: enough that a chunk's own cost is lost among them (from 200 on),
#: few enough that what is open at a time is under 1 MiB.
CHUNK = 1_000
_MANY = 8  # chunks, 200 KiB when compressed: papers of 100 pages have fewer of most relations
FAST = 1  # of zlib: its usual level takes twice the time for a tenth less


class Packed(Sequence[T], ABC):
    """A sequence that only grows: its last items as they are, those before as bytes.

    Whoever asks for an item has its neighbours opened with it; go through it in order.
    """

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._chunks = Spool()
        self._zipped = 0  # how many chunks, the first, are compressed: those that were sent
        self._ends: list[int] = []  # how many items stand up to the end of each chunk
        self._tail: list[T] = []
        self._size = 0  # of the tail
        self._opened: tuple[int, list[T]] | None = None
        self.extend(items)

    def append(self, item: T) -> None:
        """Add an item at the end."""
        self._tail.append(item)
        self._size += self._size_of(item)
        if self._size >= CHUNK:
            self._pack_tail()

    def extend(self, items: Iterable[T]) -> None:
        """Add items in order."""
        for item in items:
            self.append(item)

    def chunks(self, first: int = 0) -> Iterator[Sequence[T]]:
        """Yield all items in order, some at a time, from chunk *first* on."""
        for number in range(first, len(self._chunks)):
            yield self._opened_chunk(number)
        if self._tail:
            yield self._tail

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(self.chunks())

    def __len__(self) -> int:
        return (self._ends[-1] if self._ends else 0) + len(self._tail)

    @overload
    def __getitem__(self, index: int, /) -> T: ...
    @overload
    def __getitem__(self, index: slice, /) -> list[T]: ...
    def __getitem__(self, index: int | slice, /) -> T | list[T]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        number = bisect_right(self._ends, at)
        first = self._ends[number - 1] if number else 0
        if number == len(self._chunks):
            return self._tail[at - first]
        if self._opened is None or self._opened[0] != number:
            self._opened = number, self._opened_chunk(number)
        return self._opened[1][at - first]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)}>"

    @property
    def is_long(self) -> bool:
        """Whether it is worth to be sent in pieces: a piece by itself costs 30 µs."""
        return len(self._chunks) >= _MANY

    def taken_apart(self) -> tuple[Self, Iterator[bytes]]:
        """Return the same without its content, small when pickled, and its content in pieces.

        They are compressed to a quarter, which takes 1 µs for each cell, when they are asked for:
        who sends them one by one never holds them all. The former is whole after the latter.
        """
        hollow = object.__new__(type(self))
        ends = [*self._ends, len(self)] if self._tail else list(self._ends)
        nothing = {"_chunks": Spool(), "_tail": [], "_size": 0, "_opened": None}
        hollow.__dict__.update(self.__dict__, _ends=ends, _zipped=len(ends), **nothing)
        return hollow, self._pieces()

    def put_together(self, pieces: Spool) -> None:
        """Take the pieces back that this was taken apart into."""
        self._chunks = pieces

    def __getstate__(self) -> dict[str, Any]:
        """All of it packed and compressed: who sends it so, or gets it, holds it several times."""
        hollow, pieces = self.taken_apart()
        chunks = list(pieces)
        return {**hollow.__dict__, "_chunks": chunks}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, _chunks=Spool(state["_chunks"]))

    def _pieces(self) -> Iterator[bytes]:
        for number, chunk in enumerate(self._chunks):
            yield chunk if number < self._zipped else zlib.compress(chunk, FAST)
        if self._tail:
            yield zlib.compress(self._pack(self._tail), FAST)

    def _opened_chunk(self, number: int) -> list[T]:
        return self._open(self._content(number))

    def _content(self, number: int) -> bytes:
        chunk = self._chunks[number]
        return zlib.decompress(chunk) if number < self._zipped else chunk

    def _pack_tail(self) -> None:
        self._chunks.append(self._pack(self._tail))
        self._ends.append(len(self))
        self._tail, self._size = [], 0

    def _size_of(self, item: T) -> int:  # noqa: ARG002 - of some kinds each counts as one
        return 1

    @abstractmethod
    def _pack(self, items: Sequence[T]) -> bytes: ...

    @abstractmethod
    def _open(self, packed: bytes) -> list[T]: ...

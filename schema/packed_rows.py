"""Rows of a paper held as bytes, and written as the store takes them when they are sent to it.

A cell with its box and text takes 600 bytes as tuples and 100 packed, a figure 1,500 bytes and 300.
To pack a cell takes 0.6 µs and to open it 0.7 µs, a figure 2 µs each.

Whoever reads a paper writes its rows as text and numbers (:mod:`crossfoot.schema.plain`) and sums
them, in 3 µs each, since one process stores what many read.
"""

from __future__ import annotations

import pickle
import zlib
from abc import ABC, abstractmethod
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, Generic, NamedTuple, Self, TypeVar, overload

from crossfoot.schema import plain
from crossfoot.schema.model import Model, Placed
from crossfoot.schema.packed import CHUNK, FAST, Packed
from crossfoot.schema.rows import CellRow

T = TypeVar("T")
M = TypeVar("M", bound=Model)

_CHUNK_OF_MODELS = 200  # 200 KiB


class PackedRows(Packed[T], ABC):
    """Rows of one relation; those that were sent from another process are plain."""

    _chunk = CHUNK
    _forms: Sequence[plain.Form] = ()

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._sum: int | None = None
        super().__init__(items)

    @property
    def sum(self) -> int | None:
        """The sum of rows that were sent (:func:`crossfoot.schema.plain.sum_of`).

        Null where they have a text that no database takes, and of all other rows.
        """
        return self._sum if self._is_sent else None

    @property
    def _is_sent(self) -> bool:
        return not self._tail and self._zipped >= len(self._chunks)

    def plain_chunks(self) -> Iterator[Sequence[plain.Row]]:
        """Yield all rows in order, some at a time, as text and numbers alone."""
        for number in range(len(self._chunks)):
            if number < self._zipped:
                yield plain.opened(self._content(number))
            else:
                yield plain.written(self._forms, self._open_tuples(self._content(number)))
        if self._tail:
            yield plain.written(self._forms, self._flat(self._tail))

    def taken_apart(self) -> tuple[Self, Iterator[bytes]]:
        """As of anything packed, in 3 µs for each cell."""
        hollow, pieces = super().taken_apart()
        return (hollow, pieces) if self._is_sent else (hollow, self._summed(hollow))

    def _summed(self, hollow: Self) -> Iterator[bytes]:
        total, storable = 0, True
        for rows in self.plain_chunks():
            total += plain.sum_of(rows)
            storable = storable and plain.are_storable(rows)
            yield zlib.compress(plain.packed(rows), FAST)
        hollow._sum = total if storable else None

    def append(self, item: T) -> None:
        """Add a row at the end."""
        self._tail.append(item)
        if len(self._tail) >= self._chunk:
            self._pack_tail()

    def extend(self, items: Iterable[T]) -> None:
        """Add rows in order."""
        self._tail += items
        if len(self._tail) < self._chunk:
            return
        whole = self._tail
        many = self._chunk if len(whole) >= 2 * self._chunk else len(whole)  # of a huge table
        for start in range(0, len(whole), many):
            self._tail = whole[start : start + many]
            self._pack_tail()

    def tuples(self) -> Iterator[Sequence[tuple[Any, ...]]]:
        """Yield all rows in order, some at a time, as tuples of no kind: that is faster."""
        for number in range(len(self._chunks)):
            yield self._opened_tuples(number)
        if self._tail:
            yield self._flat(self._tail)

    def _opened_tuples(self, number: int) -> Sequence[tuple[Any, ...]]:
        content = self._content(number)
        if number < self._zipped:
            return plain.read(self._forms, plain.opened(content))
        return self._open_tuples(content)

    def _opened_chunk(self, number: int) -> list[T]:
        return self._made(self._opened_tuples(number))

    def _open(self, packed: bytes) -> list[T]:
        return self._made(self._open_tuples(packed))

    @abstractmethod
    def _made(self, rows: Sequence[tuple[Any, ...]]) -> list[T]: ...

    @abstractmethod
    def _flat(self, items: Sequence[T]) -> list[tuple[Any, ...]]: ...

    @abstractmethod
    def _open_tuples(self, packed: bytes) -> list[tuple[Any, ...]]: ...


class CellCounts(NamedTuple):
    """How many tables cells are of, and how many have a text that was not understood."""

    tables: int
    not_understood: int

    @classmethod
    def of(cls, cells: Iterable[CellRow]) -> CellCounts:
        """Count *cells*; those that were sent are counted."""
        if isinstance(cells, PackedCells) and cells.counts is not None:
            return cells.counts
        tables, unknown = set[int](), 0
        for cell in cells:
            tables.add(cell.table_no)
            if not cell.role and cell.text:
                unknown += 1
        return cls(len(tables), unknown)


class PackedCells(PackedRows[CellRow]):
    """Rows of relation ``cells``, packed column by column."""

    def __init__(self, items: Iterable[CellRow] = ()) -> None:
        self._counts: CellCounts | None = None
        super().__init__(items)

    @property
    def counts(self) -> CellCounts | None:
        """The counts of cells that were sent, null of others."""
        return self._counts if self._is_sent else None

    def taken_apart(self) -> tuple[Self, Iterator[bytes]]:
        hollow, pieces = super().taken_apart()
        hollow._counts = CellCounts.of(self)
        return hollow, pieces

    def _flat(self, items: Sequence[CellRow]) -> list[tuple[Any, ...]]:
        return list(map(tuple, items))

    def _pack(self, items: Sequence[CellRow]) -> bytes:
        return plain.packed(items)

    def _made(self, rows: Sequence[tuple[Any, ...]]) -> list[CellRow]:
        return list(map(CellRow._make, rows))

    def _open_tuples(self, packed: bytes) -> list[tuple[Any, ...]]:
        return plain.opened(packed)


@cache
def _looks_like(kind: type[M]) -> Callable[[tuple[Any, ...]], M]:
    """Return what makes of a row's values a tuple with the attributes of a row of *kind*."""
    names = namedtuple(kind.__name__, kind.model_fields)  # type: ignore[misc]
    placed = {"box": Placed.box} if issubclass(kind, Placed) else {}
    made: Any = type(kind.__name__, (names,), {"__slots__": (), **placed})
    make: Callable[[tuple[Any, ...]], M] = made._make
    return make


class PackedModels(PackedRows[M], Generic[M]):
    """Rows of any other relation, which are models of the *kind*."""

    _chunk = _CHUNK_OF_MODELS

    def __init__(self, kind: type[M], items: Iterable[M] = ()) -> None:
        self._kind = kind
        self._forms = plain.forms(kind)
        super().__init__(items)

    def none(self) -> PackedModels[M]:
        """Return no rows of the same kind."""
        return PackedModels(self._kind)

    def looked_at(self) -> Iterator[M]:
        """As :func:`looked_at`."""
        if not self._chunks:
            return iter(self._tail)
        make = _looks_like(self._kind)
        return (make(row) for some in self.tuples() for row in some)

    def _flat(self, items: Sequence[M]) -> list[tuple[Any, ...]]:
        values = itemgetter(*self._kind.model_fields)
        return [values(vars(item)) for item in items]  # by attribute takes twice the time

    def _pack(self, items: Sequence[M]) -> bytes:
        return pickle.dumps(self._flat(items), pickle.HIGHEST_PROTOCOL)

    def _made(self, rows: Sequence[tuple[Any, ...]]) -> list[M]:
        return list(map(self._kind.of_values, rows))

    def _open_tuples(self, packed: bytes) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = pickle.loads(packed)
        return rows


class Seen(Sequence[M]):
    """Rows that stay packed, for who goes through them and asks for their values."""

    def __init__(self, rows: PackedModels[M]) -> None:
        self._rows = rows

    def __iter__(self) -> Iterator[M]:
        return self._rows.looked_at()

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> M: ...
    @overload
    def __getitem__(self, at: slice) -> list[M]: ...
    def __getitem__(self, at: int | slice) -> M | list[M]:
        return self._rows[at]


def seen(rows: Sequence[M], *, most: int) -> Sequence[M]:
    """Return rows as :func:`looked_at` yields them: in a list, unless they are more than *most*."""
    if isinstance(rows, PackedModels) and len(rows) > most:
        return Seen(rows)
    return list(looked_at(rows))


def looked_at(rows: Sequence[M]) -> Iterator[M]:
    """Yield rows for who only asks for their values, and not of what kind they are.

    Where they are packed and many they come as tuples with the names of the kind, and no models:
    these take twice the memory, and twice the time to make.
    """
    return rows.looked_at() if isinstance(rows, PackedModels) else iter(rows)

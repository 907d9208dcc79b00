"""Rows as text and numbers alone, which a database takes, and back; and what tells them apart.

Who reads a paper writes its rows so, and who stores it only hands them on: of many readers and one
who stores, the latter is what all wait for.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

Row = tuple[Any, ...]
# Of marshal: the same values are the same bytes, and nothing is looked for that is there twice.
_VERSION = 2
_BEGUN = hashlib.blake2b(digest_size=16)


class Form(NamedTuple):
    """How the values of a column are written as text or a number, and read again."""

    column: int
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def written_decimal(value: Decimal) -> str:
    """Return a decimal digit for digit, without an exponent, and zero without a sign.

    Raises ValueError for infinities and what is not a number.
    """
    if not value.is_finite():
        raise ValueError(f"{value} is not a finite decimal")
    if value.is_zero():
        value = value.copy_abs()
    return format(value, "f")


_FORMS: dict[type, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    date: (date.isoformat, date.fromisoformat),
    Decimal: (written_decimal, Decimal),
    bool: (int, bool),
}


@cache
def forms(kind: type[BaseModel]) -> tuple[Form, ...]:
    """Return the forms of those columns of a model that hold neither text nor numbers."""
    found = []
    for index, field in enumerate(kind.model_fields.values()):
        for type_, (write, read) in _FORMS.items():
            if type_ is field.annotation or type_ in get_args(field.annotation):
                found.append(Form(index, write, read))
    return tuple(found)


def written(forms: Sequence[Form], rows: Sequence[Row]) -> Sequence[Row]:
    """Return *rows* with the columns of *forms* written."""
    return _changed([(form.column, form.write) for form in forms], rows) if forms else rows


def read(forms: Sequence[Form], rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows that :func:`written` wrote."""
    return _changed([(form.column, form.read) for form in forms], rows) if forms else rows


def _changed(
    changes: Iterable[tuple[int, Callable[[Any], Any]]], rows: Sequence[Row]
) -> Sequence[Row]:
    if not rows:
        return rows
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for index, change in changes:
        column = columns[index]
        if column.count(None) < len(column):  # of many a column nothing is printed
            columns[index] = [value if value is None else change(value) for value in column]
    return list(zip(*columns, strict=True))


def sum_of(rows: Iterable[Row]) -> int:
    """Return a number that tells plain rows from others, whatever their order.

    Rows are written by ``marshal``, in a tenth of the time of ``repr``. A digest that is begun
    already is copied in half the time that it takes to say anew how long it is to be.
    """
    dumps, begin, number = marshal.dumps, _BEGUN.copy, int.from_bytes
    total = 0
    for row in rows:
        digest = begin()
        digest.update(dumps(row, _VERSION))
        total += number(digest.digest(), "big")
    return total


def is_storable(text: str) -> bool:
    """Whether a database takes *text*: no half of a surrogate pair, and no NUL, is in it."""
    try:
        text.encode()  # many times faster than to search for half surrogates
    except UnicodeEncodeError:
        return False
    return "\x00" not in text


def are_storable(rows: Iterable[Row]) -> bool:
    """Whether a database takes every text of plain rows."""
    values = chain.from_iterable(rows)
    return is_storable("".join([value for value in values if value.__class__ is str]))


def packed(rows: Sequence[Row]) -> bytes:
    """Return plain rows as bytes, column by column; what is the same in a whole one but once."""
    columns = [
        (column[0],)
        # 0.0 and -0.0 are equal and not the same
        if column[0].__class__ is not float and column.count(column[0]) == len(column)
        else column
        for column in zip(*rows, strict=True)
    ]
    return marshal.dumps((len(rows), columns), _VERSION)


def opened(content: bytes) -> list[Row]:
    """Return the rows that :func:`packed` packed."""
    count, columns = marshal.loads(content)
    whole = [column if len(column) == count else column * count for column in columns]
    return list(zip(*whole, strict=True))

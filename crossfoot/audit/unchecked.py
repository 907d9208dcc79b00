"""The colours of a paper that could not be held against their figures, and how they are told of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from crossfoot.audit.measured import Measured
from crossfoot.audit.remark import Remark
from crossfoot.schema.page import Box

_MOST_NAMES = 12


class _Printed(NamedTuple):
    """Where a part of a row is printed: they may be many, and no more is asked of them."""

    document_id: str
    page: int
    table_no: int | None
    row_no: int | None
    box: Box
    cell_id: str | None


class Unchecked:
    """The colours of which nothing could be said for want of a direction."""

    def __init__(self) -> None:
        self._count = 0
        self._names: list[str] = []
        self._parts: list[_Printed] = []

    def add(self, row: Measured, name: str) -> None:
        """Take a row in, by the name that it is told of."""
        self._count += 1
        if len(self._names) < _MOST_NAMES:
            self._names.append(name)
        for part in filter(None, (row.status, row.result, row.target)):
            place = part.document_id, part.page, part.table_no, part.row_no, part.box
            self._parts.append(_Printed(*place, getattr(part, "cell_id", None)))

    def remarks(self, checked: int) -> Iterator[Remark]:
        """Say once how many they are, beside those that were *checked*."""
        if not self._count:
            return
        names = ", ".join(self._names)
        if self._count > _MOST_NAMES:
            names += f" and {self._count - _MOST_NAMES} more"
        yield Remark(
            "status.unchecked",
            "note",
            f"{self._count} of {self._count + checked} colours were not held against result and "
            f"target: nothing says which direction is good for {names}",
            tuple(self._parts),
            printed=f"{self._count} of {self._count + checked} colours",
            expected="whether more or less is good",
        )

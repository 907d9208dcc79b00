"""The kinds of files that an export writes: each takes one relation after the other."""

# A kind's library is loaded where that kind is asked for: each is slow to load.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Table

if TYPE_CHECKING:
    from crossfoot.store.export_xlsx import Overview

Batches = Generator[list[tuple[Any, ...]]]
#: Rows read at once: enough that a batch's own cost is lost, few enough to be held twice.
BATCH = 5_000


class Writer(Protocol):
    """What takes the relations of an export."""

    def write(self, table: Table, names: tuple[str, ...], batches: Batches) -> None:
        """Write a relation, whose columns are *names* of *table*."""


class _Files:
    """One file per relation, each written by itself."""

    def __init__(
        self,
        stage: Path,
        kind: str,
        write: Callable[[Path, Table, tuple[str, ...], Batches], None],
    ) -> None:
        self._stage, self._kind, self._write = stage, kind, write

    def write(self, table: Table, names: tuple[str, ...], batches: Batches) -> None:
        self._write(self._stage / f"{table.name}.{self._kind}", table, names, batches)


@contextmanager
def _files(stage: Path, kind: str) -> Generator[Writer]:
    if kind == "csv":
        from crossfoot.store.export_csv import write_csv

        yield _Files(stage, kind, write_csv)
    else:
        from crossfoot.store.export_parquet import write_parquet

        yield _Files(stage, kind, write_parquet)


def writer(
    kind: str, stage: Path, overview: Callable[[], Overview]
) -> AbstractContextManager[Writer]:
    """Return a writer of files of a *kind* into the folder *stage*, complete when it is closed.

    A workbook asks for an *overview*: what its first sheets show.
    """
    if kind == "datapackage":
        from crossfoot.store.export_package import package

        return package(stage)
    if kind == "xlsx":
        from crossfoot.store.export_xlsx import workbook

        return workbook(stage, overview)
    return _files(stage, kind)

"""Exports: every relation as a file, the same bytes for the same content.

Load ids and times stay out, since they differ between runs that read the same. Files are written
beside their place and renamed when all of them are whole, so that nobody finds half an export.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Select, Table, select

from crossfoot.schema.errors import StoreError, UsageError
from crossfoot.store import tables
from crossfoot.store.database import Store
from crossfoot.store.export_csv import write_csv
from crossfoot.store.fastpath import fields
from crossfoot.store.scope import scope
from crossfoot.store.series import CodeKey

Format = Literal["csv", "parquet"]
Batches = Generator[list[tuple[Any, ...]]]
Writer = Callable[[Path, Table, tuple[str, ...], Batches], None]
BATCH = 5_000

# The rows of a relation in an order that follows from their content alone: keys and places first,
# and all other columns behind them, for relations without a key.
_FIRST = ("document_id", "page", "table_no", "row_no", "col_no", "fragment", "y0", "x0")


def export(  # noqa: PLR0913 - one keyword per option of the command
    store: Store,
    directory: str | Path,
    format: Format = "csv",
    *,
    council: str | None = None,
    code: str | None = None,
    since: str | None = None,
    include_loads: bool = False,
    code_key: CodeKey | None = None,
) -> list[Path]:
    """Write one file per relation into *directory* and return their paths.

    With *council*, rows of its papers only. With *code*, the series, figures and actions of that
    code with their documents, cells and findings. With *since* (a load id), rows that later runs
    wrote. Raises UsageError for an unknown format, code or load, StoreError where the folder
    cannot be written.
    """
    write = _writer(format)
    folder = Path(directory)
    relations = [table for table in tables.RELATIONS if table is not tables.loads or include_loads]
    with store.read() as connection, _staged(folder) as stage:
        narrowed = scope(connection, council=council, code=code, since=since, code_key=code_key)
        for table in relations:
            names = fields(table)
            query = narrowed(table, select(*(table.c[name] for name in names)))
            with closing(_batches(connection, _ordered(table, query))) as batches:
                write(stage / f"{table.name}.{format}", table, names, batches)
    return [folder / f"{table.name}.{format}" for table in relations]


def _writer(format_: str) -> Writer:
    if format_ == "csv":
        return write_csv
    if format_ == "parquet":
        from crossfoot.store.export_parquet import write_parquet  # noqa: PLC0415 - pyarrow is slow

        return write_parquet
    raise UsageError(f"there is no export format {format_!r}", "use csv or parquet")


@contextmanager
def _staged(folder: Path) -> Iterator[Path]:
    """Give a folder to write into, and move what is in it to *folder* if all went well."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".crossfoot-", dir=folder) as name:
            stage = Path(name)
            yield stage
            for file in sorted(stage.iterdir()):
                file.replace(folder / file.name)
    except OSError as error:
        raise StoreError(
            f"cannot write the export to {folder}: {error.strerror or error}",
            "name a folder that can be written to",
        ) from error


def _ordered(table: Table, query: Select[Any]) -> Select[Any]:
    key = [column.name for column in table.primary_key]
    names = [name for name in _FIRST if name in table.c] + key
    if not key:
        names += [name for name in fields(table) if name not in names]
    return query.order_by(*(table.c[name].nulls_first() for name in dict.fromkeys(names)))


def _batches(connection: Connection, query: Select[Any]) -> Batches:
    with connection.execution_options(yield_per=BATCH).execute(query) as rows:
        for batch in rows.partitions():
            yield [tuple(row) for row in batch]

"""Exports: every relation, the same bytes for the same content.

Load ids and times stay out, since they differ between runs that read the same. Files are written
beside their place and renamed when all of them are whole, so that nobody finds half an export; a
folder holds one export, so files that an earlier one left and this one does not write go.
"""

from __future__ import annotations

import errno
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from sqlalchemy import Column, Connection, Select, String, Table, func, select

from crossfoot.schema.errors import StoreError, UsageError
from crossfoot.schema.relations import models
from crossfoot.store import tables
from crossfoot.store.database import Store
from crossfoot.store.export_since import rewritten, rewritten_since
from crossfoot.store.export_writers import BATCH, Batches, Writer, writer
from crossfoot.store.fastpath import fields
from crossfoot.store.scope import Narrow, scope
from crossfoot.store.series import CodeKey
from crossfoot.store.types import ExactDecimal
from crossfoot.store.views import VIEWS

if TYPE_CHECKING:
    from crossfoot.store.export_xlsx import Overview

_STAGE = ".crossfoot-"
# Seconds without a new file in it after which a stage is one of an export that was killed.
_ABANDONED = 24 * 3600

Format = Literal["csv", "parquet", "xlsx", "datapackage"]
#: Told the steps that an export has, gives a function to call after each of them.
Steps = Callable[[int], Callable[[], None]]

# The rows of a relation in an order that follows from their content alone: keys and places first,
# and all other columns behind them, for relations without a key.
_FIRST = ("document_id", "page", "table_no", "row_no", "col_no", "fragment", "y0", "x0")
_OTHERS = ("datapackage.json", "crossfoot.xlsx")


@dataclass(frozen=True)
class _Part:
    """A relation to write: ``table`` names its columns, ``query`` gives its rows in order."""

    table: Table
    names: tuple[str, ...]
    query: Select[Any]


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
    steps: Steps | None = None,
) -> list[Path]:
    """Write every relation into *directory* and return the files written.

    With *council*, rows of its papers only. With *code*, the series, figures and actions of that
    code with their documents, cells and findings. With *since* (a load id), an increment: see
    :mod:`crossfoot.store.export_since`. Parquet has the views too, but for increments: what another
    paper says changes their rows. *steps* hears how far it is. Raises UsageError for an
    unknown format, code, council or load, StoreError where the folder cannot be written.
    """
    if format not in get_args(Format):
        raise UsageError(
            f"there is no export format {format!r}", f"use one of {', '.join(get_args(Format))}"
        )
    folder = Path(directory)
    with store.read() as connection, _staged(folder) as stage:
        named = scope(connection, council=council, code=code, since=None, code_key=code_key)
        narrowed = scope(connection, council=council, code=code, since=since, code_key=code_key)
        parts = []
        views = VIEWS if format == "parquet" and since is None else ()
        for table in (*tables.RELATIONS, *views):
            if table is not tables.loads or include_loads:
                names = fields(table)
                query = narrowed(table, select(*(table.c[name] for name in names)))
                parts.append(_Part(table, names, _ordered(connection, table, names, query)))
        if since is not None:
            paper = tables.documents
            query = narrowed(paper, select(paper.c.document_id)).where(
                paper.c.document_id.in_(rewritten_since(connection, since))
            )
            names = fields(rewritten)
            parts.append(_Part(rewritten, names, _ordered(connection, paper, names, query)))
        seen = partial(_overview, connection, narrowed=named)
        with writer(format, stage, seen) as written:
            _write(connection, parts, written, steps)
        files = sorted(file.name for file in stage.iterdir())
    order = [part.table.name for part in parts]
    files.sort(key=lambda name: order.index(stem) if (stem := Path(name).stem) in order else -1)
    return [folder / name for name in files]


def _write(
    connection: Connection, parts: Sequence[_Part], written: Writer, steps: Steps | None
) -> None:
    done: Callable[[], None] = lambda: None  # noqa: E731
    if steps is not None:
        done = steps(sum(_batch_count(connection, part.query) for part in parts))
    for part in parts:
        with closing(_batches(connection, part.query, done)) as batches:
            written.write(part.table, part.names, batches)


def _overview(connection: Connection, narrowed: Narrow) -> Overview:
    """Return what a workbook shows first; an increment's shows all, not what changed."""
    from crossfoot.store.export_wide import wide  # noqa: PLC0415 - only a workbook needs it

    papers, rows = tables.documents, tables.indicators
    query = narrowed(papers, select(papers.c.document_id))
    ids = connection.execute(_ordered(connection, papers, ("document_id",), query)).scalars()
    row_of = {document_id: number for number, document_id in enumerate(ids, start=1)}
    series = narrowed(rows, select(rows.c.series_id)).distinct()
    return *wide(connection, set(connection.execute(series).scalars())), row_of


def _batch_count(connection: Connection, query: Select[Any]) -> int:
    rows = select(func.count()).select_from(query.order_by(None).subquery())
    return -(-(connection.execute(rows).scalar() or 0) // BATCH)


def _batches(connection: Connection, query: Select[Any], done: Callable[[], None]) -> Batches:
    with connection.execution_options(yield_per=BATCH).execute(query) as rows:
        for batch in rows.partitions():
            yield [tuple(row) for row in batch]
            done()


@contextmanager
def _staged(folder: Path) -> Iterator[Path]:
    """Give a folder to write into, and move what is in it to *folder* if all went well."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder)
        with tempfile.TemporaryDirectory(prefix=_STAGE, dir=folder) as name:
            stage = Path(name)
            yield stage
            new = sorted(stage.iterdir())
            for file in new:
                file.replace(folder / file.name)
        for left in _names() - {file.name for file in new}:
            (folder / left).unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            f"cannot write the export to {folder}: {error.strerror or error}",
            "free some space, or name another folder"
            if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
            else "name a folder that can be written to",
        ) from error


def _clear(folder: Path) -> None:
    """Take away what exports that were killed left: nobody has written there for a day."""
    for stage in folder.glob(f"{_STAGE}*"):
        if time.time() - stage.stat().st_mtime > _ABANDONED:
            shutil.rmtree(stage, ignore_errors=True)


def _names() -> set[str]:
    """Return the names of all files that an export may write."""
    return {f"{relation}.{kind}" for relation in models() for kind in ("csv", "parquet")} | {
        *_OTHERS
    }


def _ordered(
    connection: Connection, table: Table, names: Sequence[str], query: Select[Any]
) -> Select[Any]:
    key = [column.name for column in table.primary_key]
    first = [name for name in _FIRST if name in names] + key
    if not key:
        # Decimals are left out: SQLite would sort them as text, PostgreSQL as numbers.
        others = (name for name in names if not isinstance(table.c[name].type, ExactDecimal))
        first += [name for name in others if name not in first]
    columns = (table.c[name] for name in dict.fromkeys(first))
    return query.order_by(*(_by(connection, column).nulls_first() for column in columns))


def _by(connection: Connection, column: Column[Any]) -> Any:
    """Return what orders text by its code points, whatever language the database speaks."""
    if connection.dialect.name == "postgresql" and isinstance(column.type, String):
        return column.collate("C")
    return column

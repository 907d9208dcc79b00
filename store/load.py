"""Loading: one document, one transaction.

The same paper again changes nothing; a paper that reads differently (another version of the
reader, another manifest) replaces its rows whole. What people decided outlives that: links refer
to series, which stay while a link refers to them, and what was accepted is kept by finding.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from crossfoot.schema.errors import DocumentError
from crossfoot.schema.paper import Paper
from crossfoot.store import own, tables
from crossfoot.store.accepted import restore_accepted
from crossfoot.store.database import Store
from crossfoot.store.fastpath import Row, insert_rows, row_tuples, storable
from crossfoot.store.faults import document_error
from crossfoot.store.merge import add_series, merge_series, series_of

# Relations whose rows come one to one from the fields of a Paper of the same name.
_PLAIN = tuple(
    table for table in tables.CONTENT if table.name not in ("documents", "series", "findings")
)


@dataclass(frozen=True)
class LoadResult:
    """What one paper did to the store: rows written per relation; none where ``unchanged``."""

    document_id: str
    unchanged: bool
    replaced: bool = False
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.rows.values())


def start_load(store: Store, reader_version: str) -> str:
    """Record the start of a run and return its ``load_id``; ids sort by time."""
    now = datetime.now(UTC)
    load_id = f"{now:%Y%m%dT%H%M%S%fZ}-{secrets.token_hex(4)}"
    with store.write() as connection:
        connection.execute(
            insert(tables.loads).values(
                load_id=load_id,
                started_at=now,
                reader_version=reader_version,
                papers=0,
                rows=0,
                outcome="running",
            )
        )
    return load_id


def finish_load(
    store: Store, load_id: str, *, papers: int, rows: int, outcome: str = "finished"
) -> None:
    """Record the end of a run: papers seen, rows written, and how it ended.

    *outcome* is ``finished``, ``some_failed`` or ``interrupted``.
    """
    with store.write() as connection:
        connection.execute(
            update(tables.loads)
            .where(tables.loads.c.load_id == load_id)
            .values(finished_at=datetime.now(UTC), papers=papers, rows=rows, outcome=outcome)
        )


def known_document(store: Store, document_id: str) -> str | None:
    """Return the version of the reader that a document was read with, None if it is not here."""
    column = tables.documents.c
    with store.read() as connection:
        return connection.execute(
            select(column.reader_version).where(column.document_id == document_id)
        ).scalar()


def load_paper(store: Store, paper: Paper, load_id: str) -> LoadResult:
    """Store *paper* whole or not at all.

    Raises DocumentError where its rows break a rule of the schema (nothing of it is stored then),
    StoreError where the database fails.
    """
    document_id = paper.document.document_id
    _check_series(paper)
    rows, digest = _rows_of(paper)
    with store.write() as connection:
        known = connection.execute(
            select(own.readings.c.digest).where(own.readings.c.document_id == document_id)
        ).scalar()
        if known == digest:
            return LoadResult(document_id, unchanged=True)
        try:
            written = _replace(connection, document_id, rows, digest, load_id)
        except IntegrityError as error:
            raise document_error(error, paper.document.file_name) from error
    return LoadResult(document_id, unchanged=False, replaced=known is not None, rows=written)


def remove_document(store: Store, document_id: str) -> bool:
    """Take a document and all that came from it out, what was accepted of it too.

    Series that no other paper and no link uses go as well. Returns False if it was not there.
    """
    documents, acceptances = tables.documents, own.acceptances
    with store.write() as connection:
        affected = series_of(connection, document_id)
        gone = connection.execute(delete(documents).where(documents.c.document_id == document_id))
        connection.execute(delete(acceptances).where(acceptances.c.document_id == document_id))
        merge_series(connection, affected, load_id=None)
        return gone.rowcount > 0


def _check_series(paper: Paper) -> None:
    """Refuse rows of a series that *paper* does not describe, even if another paper does.

    Otherwise whether a paper loads would depend on what was loaded before it.
    """
    described = {item.series_id for item in paper.series}
    used = {row.series_id for row in paper.indicators} | {row.series_id for row in paper.figures}
    if not used <= described:
        raise DocumentError(
            f"{len(used - described)} series of the rows read from {paper.document.file_name} "
            "are not described",
            "nothing of it was stored; please report the paper",
        )


def _rows_of(paper: Paper) -> tuple[dict[Table, list[Row]], str]:
    """Return the tuples of every relation, and a digest of them that ignores their order."""
    sources: dict[Table, list[Row]] = {
        table: row_tuples(table, getattr(paper, table.name)) for table in tables.CONTENT[1:]
    }
    sources[tables.documents] = row_tuples(tables.documents, [paper.document])
    for table in (tables.findings, tables.finding_cells):
        sources[table] = list(dict.fromkeys(sources[table]))  # the same remark made twice is one
    whole = hashlib.sha256()
    for table in tables.CONTENT:
        shown = "\n".join(sorted(map(repr, sources[table])))
        sources[table] = storable(sources[table], shown)
        whole.update(f"{table.name}\n{shown}\n".encode())
    return sources, whole.hexdigest()


def _replace(
    connection: Connection,
    document_id: str,
    rows: dict[Table, list[Row]],
    digest: str,
    load_id: str,
) -> dict[str, int]:
    before = series_of(connection, document_id)
    connection.execute(
        delete(tables.documents).where(tables.documents.c.document_id == document_id)
    )
    insert_rows(connection, tables.documents, rows[tables.documents], load_id)
    insert_rows(connection, own.readings, [(document_id, digest)])
    affected = add_series(connection, document_id, rows[tables.series], load_id)
    insert_rows(connection, tables.findings, rows[tables.findings], load_id)
    restore_accepted(connection, document_id)
    for table in _PLAIN:
        insert_rows(connection, table, rows[table], load_id)
    if before:  # its day may have changed, and with it its rank among the papers
        affected |= before | {row[0] for row in rows[tables.series]}
    merge_series(connection, affected, load_id=load_id)
    return {table.name: len(found) for table, found in rows.items() if found}

"""Loading: one document, one transaction.

The same paper again changes nothing; a paper that reads differently (another version of the
reader, another manifest) replaces its rows whole. What people decided outlives that: links refer
to series, which stay while a link refers to them, and what was accepted is kept by finding.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field

from sqlalchemy import (
    Connection,
    String,
    Table,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import DataError, IntegrityError

from crossfoot.schema.errors import DocumentError
from crossfoot.schema.paper import Paper
from crossfoot.store import own, tables
from crossfoot.store.accepted import restore_accepted
from crossfoot.store.alive import Life
from crossfoot.store.arrays import sent_together
from crossfoot.store.chunks import chunks
from crossfoot.store.clock import moment
from crossfoot.store.database import Store
from crossfoot.store.fastpath import PlainRows, Row, asked, insert_rows
from crossfoot.store.faults import document_error
from crossfoot.store.merge import add_series, differing, merge_series, series_of
from crossfoot.store.tuning import expect_papers

# Relations whose rows come one to one from the fields of a Paper of the same name.
_ONE_TO_ONE = tuple(
    table for table in tables.CONTENT if table.name not in ("documents", "series", "findings")
)

_ID = bindparam("document_id", type_=String)
# One row for every document: ``outcome`` is null where it is not here, ``decided`` says whether
# people accepted findings of it, which outlive it.
_KNOWN = select(
    select(tables.documents.c.outcome)
    .where(tables.documents.c.document_id == _ID)
    .scalar_subquery()
    .label("outcome"),
    select(own.readings.c.digest)
    .where(own.readings.c.document_id == _ID)
    .scalar_subquery()
    .label("digest"),
    exists().where(own.acceptances.c.document_id == _ID).label("decided"),
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


@dataclass(frozen=True)
class Removed:
    """What went with a document, and what people decided that stays.

    ``kept_series`` are spoken of by no paper any more and stay for the links that refer to them;
    ``accepted`` counts its findings that stand accepted again should it come back.
    """

    rows: int
    kept_series: frozenset[str] = frozenset()
    accepted: int = 0


def start_load(
    store: Store, reader_version: str, command: str = "ingest", *, life: Life | None = None
) -> str:
    """Record the start of a run and return its ``load_id``; ids sort by time.

    *command* is ``ingest`` or ``forget``. With a *life*, the run shows from then on that it lives.
    """
    with store.write() as connection:
        started = moment(connection)
        load_id = f"{started:%Y%m%dT%H%M%S%fZ}-{secrets.token_hex(4)}"
        connection.execute(
            insert(tables.loads).values(
                load_id=load_id,
                started_at=started,
                reader_version=reader_version,
                papers=0,
                rows=0,
                outcome="running",
                command=command,
            )
        )
        if life is not None:  # before anybody else can see the run
            life.begin(connection, load_id)
    return load_id


def finish_load(
    store: Store,
    load_id: str,
    *,
    papers: int,
    rows: int,
    outcome: str = "finished",
    unchanged: int = 0,
    failed: int = 0,
) -> None:
    """Record the end of a run: papers read, rows written, and how it ended.

    *outcome* is ``finished``, ``some_failed`` or ``interrupted``; a run that cannot say so
    ``died`` (:mod:`crossfoot.store.alive`). *unchanged* counts files left alone, *failed* those of
    the papers that could not be read.
    """
    counts = {"papers": papers, "rows": rows, "unchanged": unchanged, "failed": failed}
    with store.write() as connection:
        connection.execute(
            update(tables.loads)
            .where(tables.loads.c.load_id == load_id)
            .values(finished_at=moment(connection), outcome=outcome, **counts)
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

    A failure to read it does not replace what was read of it, before or meanwhile by another run.
    Raises DocumentError where its rows break a rule of the schema (nothing of it is stored then),
    StoreError where the database fails.
    """
    document_id = paper.document.document_id
    rows = _rows_of(paper)
    _check_series(rows, paper.document.file_name)
    digest = _digest(rows)
    with store.write() as connection:
        expect_papers(connection)
        ((outcome, known, decided),) = asked(connection, _KNOWN, {"document_id": document_id})
        is_here = outcome is not None
        if is_here and (known == digest or _is_worse(paper, outcome)):
            return LoadResult(document_id, unchanged=True)
        try:
            before = _take_out(connection, document_id) if is_here else set()
            reading = (digest, paper.rules_version, paper.facts)
            with sent_together(connection):
                _put_in(connection, rows, reading, load_id)
                insert_rows(connection, own.checks, paper.checks)
            affected = differing(connection, document_id) if rows[tables.series] else set[str]()
            if decided:
                restore_accepted(connection, document_id)
            if before:  # its day may have changed, and with it its rank among the papers
                affected |= before | rows[tables.series].values("series_id")
            merge_series(connection, affected, load_id=load_id)
        except (DataError, IntegrityError) as error:
            raise document_error(error, paper.document.file_name) from error
    written = {table.name: len(found) for table, found in rows.items() if found}
    return LoadResult(document_id, unchanged=False, replaced=is_here, rows=written)


def remove_document(store: Store, document_id: str, load_id: str | None = None) -> Removed | None:
    """Take a document and all that came from it out; return what went, None if it was not there.

    Series that no other paper and no link uses go as well. What people decided stays: links, and
    what they accepted, should the document come back. Series that read differently without it get
    *load_id*, where there is one.
    """
    documents, column = tables.documents, tables.series.c.series_id
    with store.write() as connection:
        affected = series_of(connection, document_id)
        rows, accepted = _counted(connection, document_id)
        gone = connection.execute(delete(documents).where(documents.c.document_id == document_id))
        merge_series(connection, affected, load_id=load_id)
        if not gone.rowcount:
            return None
        left: set[str] = set()
        for some in chunks(affected):
            left.update(connection.execute(select(column).where(column.in_(some))).scalars())
        spoken = own.series_readings.c.series_id
        for some in chunks(left):
            said = select(spoken).where(spoken.in_(some)).distinct()
            left -= set(connection.execute(said).scalars())
        return Removed(rows, frozenset(left), accepted)


def _counted(connection: Connection, document_id: str) -> tuple[int, int]:
    """Return how many rows of relations a document has, and how many accepted findings."""
    total = 0
    for table in tables.CONTENT:
        if "document_id" in table.c:
            query = select(func.count()).where(table.c.document_id == document_id)
            total += connection.execute(query).scalar_one()
    c, kept = tables.findings.c, own.acceptances.c
    proofs = select(func.count()).select_from(tables.finding_cells.join(tables.findings))
    total += connection.execute(proofs.where(c.document_id == document_id)).scalar_one()
    accepted = select(func.count()).where(kept.document_id == document_id)
    return total, connection.execute(accepted).scalar_one()


def _is_worse(paper: Paper, before: str) -> bool:
    return paper.document.outcome == "failed" and before != "failed"


def _check_series(rows: dict[Table, PlainRows], file_name: str) -> None:
    """Refuse rows of a series that a paper does not describe, even if another paper does.

    Otherwise whether a paper loads would depend on what was loaded before it.
    """
    described, *named = (
        rows[table].values("series_id")
        for table in (tables.series, tables.indicators, tables.figures)
    )
    used = set[str]().union(*named)
    if not used <= described:
        raise DocumentError(
            f"{len(used - described)} series of the rows read from {file_name} are not described",
            "nothing of it was stored; please report the paper",
        )


def _rows_of(paper: Paper) -> dict[Table, PlainRows]:
    """Return the rows of every relation; the same remark made twice is one."""
    remarks = (tables.findings, tables.finding_cells)
    return {
        tables.documents: PlainRows(tables.documents, [paper.document]),
        **{
            table: PlainRows(table, getattr(paper, table.name), once=table in remarks)
            for table in tables.CONTENT[1:]
        },
    }


def _digest(rows: dict[Table, PlainRows]) -> str:
    """Return a digest of plain rows that ignores their order: each relation's are summed."""
    whole = hashlib.sha256()
    for table in tables.CONTENT:
        found = rows[table]
        whole.update(f"{table.name} {len(found)} {found.sum}\n".encode())
    return whole.hexdigest()


def _take_out(connection: Connection, document_id: str) -> set[str]:
    """Remove a document's rows; return the series that it spoke of."""
    series = series_of(connection, document_id)
    documents = tables.documents
    connection.execute(delete(documents).where(documents.c.document_id == document_id))
    return series


def _put_in(
    connection: Connection, rows: dict[Table, PlainRows], reading: Row, load_id: str
) -> None:
    """Insert a document's plain *rows*; *reading* is the rest of its row of ``readings``."""
    (document,) = rows[tables.documents]
    document_id = document[0]
    insert_rows(connection, tables.documents, [document], load_id, plain=True)
    insert_rows(connection, own.readings, [(document_id, *reading)])
    add_series(connection, document_id, rows[tables.series], load_id)
    for table in (tables.findings, *_ONE_TO_ONE):
        for some in rows[table].chunks():
            insert_rows(connection, table, some, load_id, plain=True)

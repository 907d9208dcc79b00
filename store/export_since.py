"""Increments: what changed since a run, so that a copy can be brought up to date.

Rows that come from a paper's pages change only when a run writes the paper anew, so an increment
holds those of the papers that later runs wrote, and names the papers in ``rewritten``. Everything
else (the list of papers, series, findings, decisions) may change without any paper being written,
and is small: an increment holds it whole. Which papers are gone follows from that list, so nothing
need be remembered of a paper that was taken out.

A run counts as later if anything that it wrote may have been missing when the run asked for had
ended: it started later, or it ended later, or it has not ended. What is sent twice does no harm.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    Select,
    String,
    Table,
    and_,
    or_,
    select,
)

from crossfoot.schema.errors import UsageError
from crossfoot.store import tables
from crossfoot.store.database import Store

#: The relations of which an increment holds some papers' rows; of all others it holds every row.
IN_INCREMENTS = frozenset(
    table.name
    for table in tables.CONTENT
    if "document_id" in table.c and table not in (tables.documents, tables.findings)
)

rewritten = Table(
    "rewritten", MetaData(), Column("document_id", String(64), primary_key=True, nullable=False)
)
"""The papers whose rows stand in an increment; a file of increments alone, no table of a store."""


def rewritten_since(connection: Connection, load_id: str) -> Select[Any]:
    """Return a query of the papers that were written anew since a run.

    Raises UsageError where there is no such run.
    """
    load, paper = tables.loads.c, tables.documents.c
    started = connection.execute(select(load.started_at).where(load.load_id == load_id)).scalar()
    if started is None:
        raise UsageError(
            f"there is no load {load_id!r} in the store",
            "export everything, and take the run that it names for the next increment",
        )
    overlapping = and_(load.finished_at > started, load.load_id != load_id)
    later = select(load.load_id).where(
        or_(load.started_at > started, load.finished_at.is_(None), overlapping)
    )
    return select(paper.document_id).where(paper.load_id.in_(later))


def last_run(store: Store) -> str | None:
    """Return the run to start the next increment after: the latest that has ended; None if none.

    To be asked before an export, so that nothing is lost that is written during it.
    """
    load = tables.loads.c
    query = (
        select(load.load_id)
        .where(load.finished_at.is_not(None))
        .order_by(load.started_at.desc(), load.load_id.desc())
        .limit(1)
    )
    with store.read() as connection:
        return connection.execute(query).scalar()

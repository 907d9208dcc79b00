"""What a store holds, for a test to compare."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from crossfoot.store import bulk, tables
from crossfoot.store.database import Store
from crossfoot.store.same_report import papers_of, same_reports, write_same_reports


def contents(store: Store) -> dict[str, list[Any]]:
    with store.read() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table))))
            for table in tables.RELATIONS
            if table is not tables.loads
        }


def count(store: Store, name: str) -> int:
    with store.read() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() or 0)


def mark_same_reports(store: Store) -> int:
    """Bring what repeats what in line with the rows of the store, as a comparison of all does."""
    with store.write() as connection:
        ids = list(connection.execute(select(tables.documents.c.document_id)).scalars())
        figures, actions = bulk.figures(connection, ids), bulk.actions(connection, ids)
        found = same_reports(papers_of(bulk.papers(connection, ids), figures, actions))
        return write_same_reports(connection, {key: found.get(key) for key in ids})

"""What a store holds, for a test to compare."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from crossfoot.store import tables
from crossfoot.store.database import Store


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

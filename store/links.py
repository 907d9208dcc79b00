"""Links: what people decided about two series. They outlive every re-ingest."""

from __future__ import annotations

from sqlalchemy import delete, or_, select

from crossfoot.schema.errors import UsageError
from crossfoot.schema.finding import Link
from crossfoot.store import tables
from crossfoot.store.database import Store
from crossfoot.store.fastpath import fields, insert_rows, row_tuples


def save_link(store: Store, link: Link) -> None:
    """Record a decision; an earlier one with the same ``link_id`` gives way.

    Raises UsageError where a series is not in the store or both are the same.
    """
    if link.series_a == link.series_b:
        raise UsageError("a series cannot be linked to itself", "name two series")
    series, links = tables.series.c, tables.links
    ends = {link.series_a, link.series_b}
    with store.write() as connection:
        query = select(series.series_id).where(series.series_id.in_(sorted(ends)))
        missing = ends - set(connection.execute(query).scalars())
        if missing:
            raise UsageError(
                f"there is no series {', '.join(sorted(missing))}", "crossfoot codes lists them"
            )
        connection.execute(delete(links).where(links.c.link_id == link.link_id))
        insert_rows(connection, links, row_tuples(links, [link]))


def links(store: Store, *, series_id: str | None = None) -> list[Link]:
    """Return the decisions, those on one series where given, oldest first."""
    table = tables.links
    query = select(*(table.c[name] for name in fields(table)))
    if series_id is not None:
        query = query.where(or_(table.c.series_a == series_id, table.c.series_b == series_id))
    with store.read() as connection:
        rows = connection.execute(query.order_by(table.c.decided_at, table.c.link_id))
        return [Link.model_validate(dict(row._mapping)) for row in rows]

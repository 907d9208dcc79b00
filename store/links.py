"""Links: what people decided about two series. They outlive every re-ingest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, or_, select

from crossfoot.schema.errors import UsageError
from crossfoot.schema.finding import Link
from crossfoot.schema.identity import make_id
from crossfoot.schema.values import LinkKind
from crossfoot.store import tables
from crossfoot.store.database import Store
from crossfoot.store.descent import Tie, against
from crossfoot.store.fastpath import fields, insert_rows, row_tuples
from crossfoot.store.merge import merge_series


class ContradictionError(UsageError):
    """A decision that cannot hold beside earlier ones, which are in ``links``."""

    def __init__(self, links: Sequence[Link]) -> None:
        self.links = tuple(links)
        super().__init__(
            "this decision contradicts earlier ones",
            "crossfoot link --list shows them; take one back with --remove",
        )


def link_id(one: str, other: str) -> str:
    """Return the id of the decision on two series: there is one for each pair."""
    return make_id("link", *sorted((one, other)))


def decision(
    a: str, kind: LinkKind, b: str, *, by: str | None = None, because: str | None = None
) -> Link:
    """Return the decision that *a* is the *kind* of *b*, taken now."""
    return Link(
        link_id=link_id(a, b),
        series_a=a,
        series_b=b,
        kind=kind,
        decided_by=by,
        decided_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        because=because,
    )


def save_link(store: Store, link: Link) -> None:
    """Record a decision; an earlier one with the same ``link_id`` gives way.

    Raises UsageError where a series is not in the store or both are the same, ContradictionError
    where the decision cannot hold beside the others.
    """
    if link.series_a == link.series_b:
        raise UsageError("a series cannot be linked to itself", "name two series")
    series, table = tables.series.c, tables.links
    ends = {link.series_a, link.series_b}
    with store.write() as connection:
        query = select(series.series_id).where(series.series_id.in_(sorted(ends)))
        missing = ends - set(connection.execute(query).scalars())
        if missing:
            raise UsageError(
                f"there is no series {', '.join(sorted(missing))}", "crossfoot codes lists them"
            )
        others = [each for each in _links(connection) if each.link_id != link.link_id]
        clashing = against([_tie(each) for each in others], _tie(link))
        if clashing is not None:
            raise ContradictionError([each for each in others if _tie(each) in clashing])
        connection.execute(delete(table).where(table.c.link_id == link.link_id))
        insert_rows(connection, table, row_tuples(table, [link]))


def remove_link(store: Store, one: str, other: str) -> Link | None:
    """Take the decision on two series back and return it, None where there was none.

    A series that only the link kept goes.
    """
    table = tables.links
    with store.write() as connection:
        found = [
            each for each in _links(connection) if {each.series_a, each.series_b} == {one, other}
        ]
        for each in found:
            connection.execute(delete(table).where(table.c.link_id == each.link_id))
            merge_series(connection, {one, other}, load_id=None)
    return found[0] if found else None


def links(store: Store, *, series_id: str | None = None) -> list[Link]:
    """Return the decisions, those on one series where given, oldest first."""
    with store.read() as connection:
        return _links(connection, series_id)


def ties(connection: Connection) -> list[Tie]:
    """Return the decisions as what they say of two series, in a fixed order."""
    column = tables.links.c
    rows = connection.execute(
        select(column.series_a, column.kind, column.series_b).order_by(column.link_id)
    )
    return [Tie(*row) for row in rows]


def _tie(link: Link) -> Tie:
    return Tie(link.series_a, link.kind, link.series_b)


def _links(connection: Connection, series_id: str | None = None) -> list[Link]:
    table = tables.links
    query = select(*(table.c[name] for name in fields(table)))
    if series_id is not None:
        query = query.where(or_(table.c.series_a == series_id, table.c.series_b == series_id))
    rows = connection.execute(query.order_by(table.c.decided_at, table.c.link_id))
    return [Link.model_validate(dict(row._mapping)) for row in rows]

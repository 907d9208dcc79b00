"""Findings: listing them, the cells that prove one, accepting one."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from crossfoot.schema.errors import UsageError
from crossfoot.schema.finding import Finding
from crossfoot.store import own, tables
from crossfoot.store.accepted import accepted_row
from crossfoot.store.database import Store
from crossfoot.store.fastpath import fields, insert_rows
from crossfoot.store.series import same_council

_RANK = {"error": 0, "warning": 1, "note": 2}


def findings(
    store: Store, *, document_id: str | None = None, council: str | None = None
) -> list[Finding]:
    """Return findings, most severe first, those not accepted before those accepted."""
    table = tables.findings
    query = select(*(table.c[name] for name in fields(table)))
    if document_id is not None:
        query = query.where(table.c.document_id == document_id)
    with store.read() as connection:
        rows = connection.execute(query)
        found = [Finding.model_validate(dict(row._mapping)) for row in rows]
    return sorted((item for item in found if same_council(item.council, council)), key=_rank)


def finding_cells(store: Store, finding_id: str) -> list[str]:
    """Return the ids of the cells that prove a finding."""
    column = tables.finding_cells.c
    with store.read() as connection:
        query = select(column.cell_id).where(column.finding_id == finding_id)
        return list(connection.execute(query.order_by(column.cell_id)).scalars())


def set_accepted(store: Store, selector: str, because: str | None) -> Finding:
    """Record why a finding is accepted, or with None that it no longer is; return it.

    *selector* is a finding id or its first digits. The reason outlives re-ingests and audits.
    Raises UsageError where no finding, or more than one, has such an id, or *because* is blank.
    """
    if because is not None and not because.strip():
        raise UsageError("a finding is accepted for a reason", "say why with --because")
    reason = because.strip() if because is not None else None
    table, kept = tables.findings, own.acceptances
    with store.write() as connection:
        finding = _one(connection, selector.strip().casefold())
        connection.execute(delete(kept).where(kept.c.finding_id == finding.finding_id))
        if reason is not None:
            insert_rows(connection, kept, [accepted_row(finding, reason)])
        connection.execute(
            update(table)
            .where(table.c.finding_id == finding.finding_id)
            .values(accepted_because=reason)
        )
    return finding.model_copy(update={"accepted_because": reason})


def _rank(item: Finding) -> tuple[object, ...]:
    return (
        item.accepted_because is not None,
        _RANK[item.severity],
        item.council or "",
        item.rule_id,
        item.document_id,
        item.page or 0,
        item.y0 or 0.0,
        item.finding_id,
    )


def _one(connection: Connection, start: str) -> Finding:
    table = tables.findings
    rows = connection.execute(
        select(*(table.c[name] for name in fields(table)))
        .where(table.c.finding_id.startswith(start, autoescape=True))
        .order_by(table.c.finding_id)
        .limit(2)
    ).all()
    if not start or not rows:
        raise UsageError(f"there is no finding {start!r}", "crossfoot audit lists them")
    if len(rows) > 1 and rows[0].finding_id != start:
        raise UsageError(f"more than one finding starts with {start!r}", "give more of its id")
    return Finding.model_validate(dict(rows[0]._mapping))

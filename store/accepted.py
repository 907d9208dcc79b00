"""What people accepted: kept by finding, so that it outlives one reading of a document."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from crossfoot.store.own import acceptances
from crossfoot.store.tables import findings


def restore_accepted(connection: Connection, document_id: str | None = None) -> None:
    """Write ``accepted_because`` of findings, a document's or all, from what people decided."""
    because = (
        select(acceptances.c.because)
        .where(acceptances.c.finding_id == findings.c.finding_id)
        .scalar_subquery()
    )
    decided = update(findings).where(findings.c.finding_id.in_(select(acceptances.c.finding_id)))
    if document_id is not None:
        decided = decided.where(findings.c.document_id == document_id)
    connection.execute(decided.values(accepted_because=because))

"""What people accepted: kept by finding, so that it outlives one reading of a document."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from crossfoot.store.own import acceptances
from crossfoot.store.tables import findings


def restore_accepted(connection: Connection, document_id: str) -> None:
    """Write ``accepted_because`` of a document's findings from what people decided."""
    because = (
        select(acceptances.c.because)
        .where(acceptances.c.finding_id == findings.c.finding_id)
        .scalar_subquery()
    )
    connection.execute(
        update(findings)
        .where(
            findings.c.document_id == document_id,
            findings.c.finding_id.in_(select(acceptances.c.finding_id)),
        )
        .values(accepted_because=because)
    )

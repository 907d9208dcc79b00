"""What a run did besides; what was accepted as it read then, to be known again when it moves."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_FINDING = (
    *("finding_id", "rule_id", "severity", "document_id", "page", "x0", "y0", "x1", "y1"),
    *("council", "code", "message", "printed", "expected"),
)


def upgrade() -> None:
    command = sa.Column("command", sa.Text, nullable=False, server_default="ingest")
    op.add_column("loads", command)
    op.add_column("loads", sa.Column("unchanged", sa.Integer))
    op.add_column("loads", sa.Column("failed", sa.Integer))
    op.add_column("acceptances", sa.Column("finding", sa.Text))
    if not op.get_context().as_sql:
        _keep_findings(op.get_bind())


def _keep_findings(connection: sa.Connection) -> None:
    """Write what was accepted beside why, where it is found."""
    findings = sa.table("findings", *map(sa.column, _FINDING))
    kept = sa.table("acceptances", sa.column("finding_id"), sa.column("finding"))
    query = sa.select(findings).where(findings.c.finding_id.in_(sa.select(kept.c.finding_id)))
    for row in connection.execute(query).mappings().all():
        said = {name: value for name, value in row.items() if value is not None}
        connection.execute(
            sa.update(kept)
            .where(kept.c.finding_id == row["finding_id"])
            .values(finding=json.dumps(said))
        )

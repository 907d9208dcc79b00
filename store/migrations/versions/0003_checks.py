"""What was checked and held, by which rules, what a manifest said, where each file was read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def _of_document(table: str, *columns: sa.Column[str] | sa.Column[int], key: str = "") -> None:
    names = ["document_id", key] if key else ["document_id"]
    op.create_table(
        table,
        sa.Column("document_id", sa.String(64), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint(*names, name=f"pk_{table}"),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.document_id"],
            name=f"fk_{table}_document_id",
            ondelete="CASCADE",
        ),
    )


def upgrade() -> None:
    op.add_column("readings", sa.Column("rules_version", sa.Text))
    op.add_column("readings", sa.Column("facts", sa.Text))
    _of_document(
        "checks",
        sa.Column("rule_id", sa.String(64), nullable=False),
        sa.Column("held", sa.Integer, nullable=False),
        key="rule_id",
    )
    _of_document("files", sa.Column("path", sa.Text, nullable=False))
    op.create_table(
        "standing",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_standing"),
    )

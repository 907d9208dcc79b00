"""What a confidence rests on is said beside it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for table in ("indicators", "figures", "actions"):
        op.add_column(table, sa.Column("evidence", sa.Text))

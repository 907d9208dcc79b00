"""What Alembic runs a migration with: the connection that ``store/upgrade.py`` hands over."""

from __future__ import annotations

from alembic import context

from crossfoot.store.own import EVERY_TABLE

_connection = context.config.attributes["connection"]
context.configure(
    connection=_connection,
    target_metadata=EVERY_TABLE[0].metadata,
    compare_type=True,
    render_as_batch=_connection.dialect.name == "sqlite",
)
with context.begin_transaction():
    context.run_migrations()

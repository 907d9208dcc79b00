"""``crossfoot db``: the version of the database's schema."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Database

database = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The database's schema: which version it has, and bringing it up to date.\n\n"
    "Example: crossfoot db upgrade --db sqlite:///crossfoot.db",
)


@database.command()
def upgrade(db: Database = DEFAULT_DATABASE) -> None:
    """Bring the schema up to the version this crossfoot needs; what is stored stays.

    All of it happens or nothing does. There is no way back to an older version: copy the database
    first if an older crossfoot is to open it again.

    Example: crossfoot db upgrade
    """
    from crossfoot.store.revision import HEAD
    from crossfoot.store.upgrade import upgrade as bring_up

    before = bring_up(db)
    if before == HEAD:
        output.line(f"the schema is at version {HEAD}; nothing to do")
    else:
        output.line(f"the schema went from {before or 'nothing'} to {HEAD}")


@database.command()
def current(db: Database = DEFAULT_DATABASE) -> None:
    """Say which version of the schema the database has, and which this crossfoot needs.

    Example: crossfoot db current
    """
    from crossfoot.store.revision import HEAD
    from crossfoot.store.upgrade import current as version_of

    version = version_of(db)
    output.line(f"{version or 'no schema yet'} (this crossfoot needs {HEAD})")

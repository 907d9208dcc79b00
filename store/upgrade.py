"""Schema migrations: which version a database has, and bringing it to this code's version.

Alembic is imported where it is used: it costs half a second, which no other command should pay.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, literal, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from crossfoot.schema.errors import StoreError
from crossfoot.store import migrations
from crossfoot.store.backends import parse_url
from crossfoot.store.database import (
    WRITING,
    check_file,
    make_engine,
    refuse_newer,
    stored_revision,
)
from crossfoot.store.faults import store_error
from crossfoot.store.own import EVERY_TABLE
from crossfoot.store.revision import HEAD
from crossfoot.store.view_making import create_views, drop_views

if TYPE_CHECKING:
    from alembic.config import Config


def current(url: str) -> str | None:
    """Return the schema version of the database at *url*, None where it is empty.

    Raises StoreError where it is not ours.
    """
    parsed = parse_url(url)
    check_file(parsed, create=False)
    engine = make_engine(parsed)
    try:
        with engine.connect() as connection:
            tables = set(inspect(connection).get_table_names())
            return stored_revision(connection, tables, parsed)
    except DBAPIError as error:
        raise store_error(error, parsed) from error
    finally:
        engine.dispose()


def upgrade(url: str) -> str | None:
    """Bring the database at *url* to this code's schema; return the version it had, None if empty.

    All migrations run in one transaction, in turn with other writers. Views are taken away before
    and made anew after them: they hold nothing, and a table under a view cannot be altered. There
    is no way back: a copy made before is one. Raises StoreError where the database is not ours, is
    newer than this code, would be left with rows that refer to nothing, or has rows that a rule of
    the new schema forbids.
    """
    from alembic import command  # noqa: PLC0415 - see the module's docstring

    parsed = parse_url(url)
    check_file(parsed, create=False)
    # Rebuilding a table in SQLite drops the old one, which would delete what refers to it.
    engine = make_engine(parsed, foreign_keys=False).execution_options(**WRITING)
    try:
        with engine.begin() as connection:
            tables = set(inspect(connection).get_table_names())
            before = stored_revision(connection, tables, parsed)
            refuse_newer(before, parsed.render_as_string(hide_password=True))
            if before != HEAD:
                drop_views(connection)
                config = alembic_config()
                config.attributes["connection"] = connection
                command.upgrade(config, HEAD)
                _refuse_dangling(connection)
            create_views(connection)
    except IntegrityError as error:
        said = " ".join(str(error.orig).split())
        raise StoreError(
            f"rows of the store break a rule of schema {HEAD} ({said})",
            "nothing was changed; ingest the papers into a new store, or report it",
        ) from error
    except DBAPIError as error:
        raise store_error(error, parsed) from error
    finally:
        engine.dispose()
    return before


def alembic_config() -> Config:
    """Return Alembic's configuration: where the migration scripts are, nothing else."""
    from alembic.config import Config  # noqa: PLC0415 - see the module's docstring

    config = Config()
    folder = Path(str(migrations.__file__)).parent
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    return config


def _refuse_dangling(connection: Connection) -> None:
    """Raise StoreError where a row refers to one that is not there.

    Looked for in the rows themselves: PostgreSQL does not check a reference that a migration
    made anew as NOT VALID, SQLite none at all while tables are rebuilt.
    """
    for table in EVERY_TABLE:
        for key in table.foreign_keys:
            other = key.column.table.alias()
            found = other.c[key.column.name]
            orphan = (
                select(literal(1))
                .select_from(table.outerjoin(other, key.parent == found))
                .where(key.parent.is_not(None), found.is_(None))
                .limit(1)
            )
            if connection.execute(orphan).first() is not None:
                raise StoreError(
                    f"the migration would leave rows of {table.name} that refer to nothing",
                    "nothing was changed; please report it",
                )

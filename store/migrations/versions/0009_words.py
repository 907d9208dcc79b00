"""SQLite is asked for the words of a vocabulary one by one, which takes it half the time.

Of ``CHECK (x IN ('a', 'b', 'c'))`` it builds an index for every row that is written. The same words
are taken and refused as before, so that no row is touched: only what the tables' own texts say is
written anew, as https://www.sqlite.org/lang_altertable.html (section 7, "Making Other Kinds Of
Table Schema Changes") has it for constraints. PostgreSQL reads its lists as they are.
"""

from __future__ import annotations

import re

import sqlalchemy as sa
from alembic import op

from crossfoot.schema.errors import StoreError

revision = "0009"
down_revision = "0008"

_LISTED = re.compile(r"(CONSTRAINT ck_\w+ CHECK \()(\w+) IN \(('[^()]*')\)\)")
_WORD = re.compile(r"'[^']*'")
# A system may be told to let nobody write the texts of tables (SQLITE_DBCONFIG_DEFENSIVE).
_DEFENDED = "may not be modified"


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    tables = sa.table("sqlite_master", *map(sa.column, ("name", "type", "sql")))
    found = connection.execute(
        sa.select(tables.c.name, tables.c.sql).where(tables.c.type == "table")
    ).all()
    changed = {name: text for name, sql in found if (text := _LISTED.sub(_one_by_one, sql)) != sql}
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema=ON")
    try:
        for name, text in changed.items():
            table = sa.update(tables).where(tables.c.type == "table", tables.c.name == name)
            connection.execute(table.values(sql=text))
    except sa.exc.DBAPIError as error:
        if _DEFENDED not in str(error.orig):
            raise
    # Other connections read the texts anew by the number, this one by the word, which also ends
    # the writing. Neither outlives a transaction that is rolled back and its connection.
    connection.exec_driver_sql(f"PRAGMA schema_version={version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema=RESET")
    _refuse_damage(connection)


def _one_by_one(listed: re.Match[str]) -> str:
    start, column, words = listed.groups()
    return f"{start}{' OR '.join(f'{column} = {word}' for word in _WORD.findall(words))})"


def _refuse_damage(connection: sa.Connection) -> None:
    """Have every row held against the new texts, and every page looked at: 5 s for each GiB."""
    said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if said != "ok":
        raise StoreError(
            f"the database is damaged ({said})",
            "nothing was changed; take a copy made before, or ingest the papers into a new store",
        )

"""Stores as earlier versions left them (tests/store/released)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Connection, Engine, MetaData, Table, inspect, select, text

from crossfoot.store.backends import parse_url
from crossfoot.store.database import make_engine
from crossfoot.store.upgrade import alembic_config

FOLDER = Path(__file__).parent / "released"
RELEASED = sorted(path.name.removesuffix(".json.gz") for path in FOLDER.glob("*.json.gz"))
Rows = dict[str, list[dict[str, Any]]]


def released_rows(revision: str) -> Rows:
    return dict(json.loads(gzip.decompress((FOLDER / f"{revision}.json.gz").read_bytes())))


@contextmanager
def engine_of(url: str) -> Iterator[Engine]:
    engine = make_engine(parse_url(url), foreign_keys=False)
    try:
        yield engine
    finally:
        engine.dispose()


def make_released(url: str, revision: str) -> None:
    """Make the database at *url* what the code of *revision* left."""
    with engine_of(url) as engine, engine.begin() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        made = MetaData()
        made.reflect(connection)
        rows = released_rows(revision)
        for table in made.sorted_tables:
            if rows.get(table.name):
                connection.execute(
                    table.insert(), [_typed(connection, table, row) for row in rows[table.name]]
                )


def _typed(connection: Connection, table: Table, row: dict[str, Any]) -> dict[str, Any]:
    makers: dict[type, Any] = {date: date.fromisoformat, datetime: _moment, Decimal: Decimal}
    typed = {}
    for name, value in row.items():
        kind = table.c[name].type.python_type
        make = makers.get(kind)
        typed[name] = make(value) if make and isinstance(value, str) else value
        if kind is datetime and value and connection.dialect.name == "sqlite":
            typed[name] = typed[name].replace(tzinfo=None)
    return typed


def _moment(value: str) -> datetime:
    return datetime.fromisoformat(value)


def rows_of(url: str, names: Rows) -> Rows:
    """Return what the database holds of the tables and columns of *names*, in their form."""
    found: Rows = {}
    with engine_of(url) as engine, engine.connect() as connection:
        made = MetaData()
        made.reflect(connection)
        for name, rows in names.items():
            table = made.tables.get(name)
            columns = sorted(rows[0]) if rows else []
            if table is None or not columns:
                found[name] = []
                continue
            query = select(*(table.c[column] for column in columns))
            found[name] = _sorted(
                {key: _plain(value) for key, value in row._mapping.items()}
                for row in connection.execute(query)
            )
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, datetime) and value.tzinfo is None:
        return f"{value}+00:00"
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def _sorted(rows: Any) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))


def schema_of(url: str) -> dict[str, Any]:
    """Return all that the database says of its tables and views, in an order of its own."""
    with engine_of(url) as engine, engine.connect() as connection:
        look = inspect(connection)
        found: dict[str, Any] = {
            name: {
                "columns": {
                    column["name"]: (str(column["type"]), column["nullable"])
                    for column in look.get_columns(name)
                },
                "key": look.get_pk_constraint(name),
                "references": _ordered(look.get_foreign_keys(name)),
                "unique": _ordered(look.get_unique_constraints(name)),
                "checks": _ordered(look.get_check_constraints(name)),
                "indexes": _ordered(look.get_indexes(name)),
            }
            for name in look.get_table_names()
        }
        found |= {f"view {n}": look.get_view_definition(n) for n in look.get_view_names()}
        version = connection.execute(text("SELECT version_num FROM alembic_version"))
        return found | {"version": version.scalars().all()}


def _ordered(found: Any) -> list[str]:
    return sorted(json.dumps(each, sort_keys=True, default=str) for each in found)

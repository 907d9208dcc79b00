"""What every connection is told before it is used; :mod:`crossfoot.store.database` says why."""

from __future__ import annotations

import logging
from typing import Any

from sqlalchemy import Connection, Engine, event

from crossfoot.store.arrays import send, sent_together

CACHE_KIB = 4 * 1024
# Names the lock of writers among the advisory locks of a database: "crossfoo" in ASCII.
_TURN = int.from_bytes(b"crossfoo", "big")
# A server takes two hours to notice that a machine has gone, and keeps the turn of its writer for
# as long; so it takes two minutes. On a local socket these settings mean nothing.
_NOTICED = {"tcp_keepalives_idle": 60, "tcp_keepalives_interval": 10, "tcp_keepalives_count": 6}


def tune_sqlite(engine: Engine, *, foreign_keys: bool) -> None:
    """Make each connection of an engine for SQLite one of ours."""

    @event.listens_for(engine, "connect")
    def connected(driver: Any, _record: Any) -> None:
        driver.isolation_level = None  # the driver must not begin on its own; begun() does
        driver.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        driver.execute("PRAGMA synchronous=NORMAL")
        driver.execute(f"PRAGMA cache_size=-{CACHE_KIB}")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get("crossfoot_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def tune_postgresql(engine: Engine, busy_seconds: float) -> None:
    """Make each connection of an engine for PostgreSQL one of ours, its writers taking turns."""
    # What the driver and the pool say of a failure beside its exception would be further lines for
    # the user, the pool's a traceback; without any handler Python prints them.
    for name in ("psycopg", "sqlalchemy.pool"):
        logging.getLogger(name).addHandler(logging.NullHandler())

    @event.listens_for(engine, "connect")
    def connected(driver: Any, _record: Any) -> None:
        with driver.cursor() as cursor:
            settings = {"lock_timeout": int(busy_seconds * 1000), **_NOTICED}
            told = (f"set_config('{name}', '{value}', false)" for name, value in settings.items())
            cursor.execute(f"SELECT {', '.join(told)}")
        driver.commit()  # a setting made in a transaction that is rolled back is forgotten

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        if connection.get_execution_options().get("crossfoot_writing", False):
            with sent_together(connection):  # with the transaction's beginning
                send(connection, f"SELECT pg_advisory_xact_lock({_TURN})")

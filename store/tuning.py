"""What every connection is told before it is used; :mod:`crossfoot.store.database` says why."""

from __future__ import annotations

import logging
from typing import Any

from sqlalchemy import Connection, Engine, event

from crossfoot.store.arrays import driver_error, send, sent_together

CACHE_KIB = 4 * 1024
# Pages in the write-ahead log before they are copied into the file, which waits for the disk twice
# and which SQLite does by itself from 1,000 on. A paper changes 100 to 400 pages, most of them of
# indexes that the next papers change again: of 400 papers of 3 pages, 1,000 (4,000, 8,000, 16,000)
# wait for the disk 373 (112, 61, 34) times and read 143 (96, 80, 70) thousand pages back.
_LOGGED = 8_000  # 32 MiB
_EXPECTS_PAPERS = "crossfoot_expects_papers"  # told to the connection, among what it notes
# Names the lock of writers among the advisory locks of a database: "crossfoo" in ASCII.
_TURN = int.from_bytes(b"crossfoo", "big")
# A server takes two hours to notice that a machine has gone, and keeps the turn of its writer for
# as long; so it takes two minutes. On a local socket these settings mean nothing.
_NOTICED = {"tcp_keepalives_idle": 60, "tcp_keepalives_interval": 10, "tcp_keepalives_count": 6}


def quieten() -> None:
    """Keep what the driver and the pool log beside an exception from being printed by Python.

    They would be further lines for the user, the pool's a traceback: of a server that went away,
    or of Ctrl-C while a connection is given back. The exception itself goes on. A program that set
    logging up hears them as before.
    """
    for name in ("psycopg", "sqlalchemy.pool"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


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
        statement = "BEGIN IMMEDIATE" if writing else "BEGIN"
        driver: Any = connection.connection.driver_connection
        try:  # as SQLAlchemy would, in a quarter of the time: each paper is a transaction
            driver.execute(statement)
        except connection.dialect.loaded_dbapi.Error as error:
            raise driver_error(connection, statement, error) from error


def expect_papers(connection: Connection) -> None:
    """Tell a connection, once, that a run of papers is stored by it; what people decide is not."""
    if connection.dialect.name == "sqlite" and not connection.info.get(_EXPECTS_PAPERS):
        connection.info[_EXPECTS_PAPERS] = True
        driver: Any = connection.connection.driver_connection
        driver.execute(f"PRAGMA wal_autocheckpoint={_LOGGED}")


def tune_postgresql(engine: Engine, busy_seconds: float) -> None:
    """Make each connection of an engine for PostgreSQL one of ours, its writers taking turns."""

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

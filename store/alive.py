"""Signs of life: whether the process of a run that has not said how it ended still lives.

A run of ``loads`` is ``running`` until it says how it ended. One that was killed never does, so the
next run does it in its place, but never for a run that lives. While it does, a run holds a lock
that the system takes back when its process ends, however it ends: on SQLite on an empty file
beside the database, which is there only as long as the run, on PostgreSQL an advisory lock of a
session of its own, so that a run on another machine is known to live as well.

A server that was restarted has forgotten its locks, and a run takes its own again only with the
next paper that it stores. So runs are judged once the server has been up for :data:`GRACE`.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from datetime import datetime, timedelta
from glob import escape
from pathlib import Path

from sqlalchemy import BigInteger, ColumnElement, Connection, Table, func, literal, select, update
from sqlalchemy.exc import DBAPIError

from crossfoot.store import tables
from crossfoot.store.clock import moment
from crossfoot.store.database import Store
from crossfoot.store.faults import store_error

#: Longer than between two papers of a run: each may take a minute, and 20 s for each MiB of it
#: (:class:`crossfoot.settings.LimitSettings`), so that one of 350 MiB may take two hours.
GRACE = timedelta(hours=2)
DIED = "died"
_RUNNING = "running"
_RUN = "-run-"  # between the name of the database and the id of a run


class Life:
    """The life of one run, from :meth:`begin` to :meth:`close`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sign: _Locked | _Session | None = None

    def begin(self, connection: Connection, load_id: str) -> None:
        """Show that the run *load_id* lives; within the transaction that makes it known."""
        self.close()
        if connection.dialect.name == "postgresql":
            self._sign = _Session(self._store, load_id)
        elif file := _file(connection):
            self._sign = _Locked(_beside(file, load_id))

    def keep(self) -> None:
        """Show it again where that was lost. Raises StoreError where the database fails."""
        if isinstance(self._sign, _Session):
            self._sign.keep()

    def close(self) -> None:
        """Show it no more."""
        if self._sign is not None:
            self._sign.close()
            self._sign = None


def settle(store: Store) -> list[datetime]:
    """Record of each run that ended without a word that it ``died``, and what it stored.

    When it died nobody knows: ``finished_at`` is when that was noted, after which it wrote nothing,
    so that increments leave it out from then on. Returns when those began, oldest first.
    """
    table = tables.loads.c
    running = select(table.load_id, table.started_at).where(table.outcome == _RUNNING)
    with store.read() as connection:
        if connection.execute(running).first() is None and not _left(connection):
            return []
    died = []
    with store.write() as connection:
        for load_id, began in connection.execute(running.order_by(table.load_id)).all():
            if _is_dead(connection, load_id):
                _record(connection, load_id)
                died.append(began)
        for path in _left(connection):  # killed before its run was known; none begins now
            _is_abandoned(path)
    return died


def _left(connection: Connection) -> list[Path]:
    """The files of runs, those that live among them."""
    file = _file(connection)
    return list(file.parent.glob(f"{escape(file.name)}{_RUN}*")) if file else []


def _record(connection: Connection, load_id: str) -> None:
    def stored(table: Table, *only: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(table).where(table.c.load_id == load_id, *only)
        return connection.execute(query).scalar_one()

    papers = tables.documents
    connection.execute(
        update(tables.loads)
        .where(tables.loads.c.load_id == load_id)
        .values(
            outcome=DIED,
            finished_at=moment(connection),
            papers=stored(papers),
            rows=sum(stored(table) for table in tables.CONTENT),
            failed=stored(papers, papers.c.outcome == "failed"),
        )
    )


def _is_dead(connection: Connection, load_id: str) -> bool:
    """Whether a running run is dead for certain."""
    if connection.dialect.name == "postgresql":
        clock = select(func.now(), func.pg_postmaster_start_time())
        now, up_since = connection.execute(clock).one()
        if now - up_since < GRACE:
            return False
        free = func.pg_try_advisory_xact_lock(literal(_number(load_id), BigInteger))
        return bool(connection.execute(select(free)).scalar())
    file = _file(connection)
    return file is not None and _is_abandoned(_beside(file, load_id))


def _file(connection: Connection) -> Path | None:
    """The file of an SQLite store however its URL names it; None where there is none."""
    if connection.dialect.name != "sqlite":
        return None
    query = "SELECT file FROM pragma_database_list WHERE name = 'main'"
    name = connection.exec_driver_sql(query).scalar()
    return Path(name) if name else None


def _beside(file: Path, load_id: str) -> Path:
    return file.with_name(f"{file.name}{_RUN}{load_id}")


class _Locked:
    """A lock on a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None
        with suppress(OSError):  # without it the run is not judged
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            _lock(self._handle)

    def close(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._path.unlink(missing_ok=True)
            self._handle = None


def _is_abandoned(path: Path) -> bool:
    """Whether the run of this file is gone: its lock is free. Takes the file away then.

    False where there is no such file: nobody knows why.
    """
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        _lock(handle)
    except OSError:
        return False
    finally:
        os.close(handle)
    path.unlink(missing_ok=True)
    return True


def _lock(handle: int) -> None:
    """Lock a file for this process; OSError where another has it or the disk knows no locks."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - only there

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class _Session:
    """An advisory lock, held by a session that does nothing else."""

    def __init__(self, store: Store, load_id: str) -> None:
        self._store, self._load_id = store, load_id
        self._connection: Connection | None = None
        self._take()

    def _take(self) -> None:
        engine = self._store.engine.execution_options(isolation_level="AUTOCOMMIT")
        try:
            connection = engine.connect()
            if (connection.dialect.server_version_info or ()) >= (14,):
                connection.exec_driver_sql("SET idle_session_timeout = 0")
            lock = func.pg_advisory_lock(literal(_number(self._load_id), BigInteger))
            connection.execute(select(lock))
        except DBAPIError as error:
            raise store_error(error, engine.url) from error
        self._connection = connection

    def keep(self) -> None:
        try:
            if self._connection is not None:
                self._connection.exec_driver_sql("SELECT 1")
                return
        except DBAPIError:
            self.close()
        self._take()
        table = tables.loads
        back = update(table).where(table.c.load_id == self._load_id, table.c.outcome == DIED)
        with self._store.write() as connection:  # judged while it was cut off
            connection.execute(back.values(outcome=_RUNNING, finished_at=None))

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(DBAPIError):
                connection.invalidate()
                connection.close()


def _number(load_id: str) -> int:
    """The key of an advisory lock: 64 bits, signed."""
    digest = hashlib.sha256(f"crossfoot run {load_id}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)

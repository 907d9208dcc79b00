"""Which databases can hold a store, and what is said of those that cannot."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Dialect, make_url
from sqlalchemy.exc import ArgumentError

from crossfoot.schema.errors import StoreError

_SQLITE = "sqlite:///"
_POSTGRESQL = "postgresql+psycopg://user@host/name"
EXAMPLE = f"write it like {_SQLITE}crossfoot.db or {_POSTGRESQL}"
# What the plain name of a file is not likely to hold, and URLs (and passwords in them) do.
_NO_FILE = ("://", "@", "?", ":")
# The oldest that its makers still mended when this was written was 14; tested on 18.
OLDEST_POSTGRESQL = 14
_EXTRA = 'run: pip install "crossfoot[postgres]"'


def parse_url(url: str | URL) -> URL:
    """Parse *url*; raises StoreError where it is none, or of a database that cannot hold a store.

    ``postgresql://`` without a driver means psycopg, the one that is tested.
    """
    try:
        parsed = make_url(url)
        backend = parsed.get_backend_name()
    except (ArgumentError, ValueError) as error:
        raise StoreError("the database URL cannot be understood", _how_to_write(url)) from error
    if backend == "sqlite" and isinstance(url, str) and "?" in url and not parsed.query:
        raise StoreError(
            "what stands behind ? in the database URL is no setting",
            "in the name of a file write %3F for it",
        )
    if backend == "postgres":
        raise StoreError("postgres:// is no longer understood", "write postgresql:// instead")
    if backend not in ("sqlite", "postgresql"):
        raise StoreError(
            f"a database of the kind {parsed.drivername!r} cannot hold a store: SQLite and "
            "PostgreSQL alone keep decimals of any length and sort text by its characters",
            EXAMPLE,
        )
    if parsed.drivername == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    return parsed


def _how_to_write(url: str | URL) -> str:
    """Return the remedy for what is no URL; a plain file is the commonest reason, so it is named.

    What might hold a password is not said again.
    """
    if not isinstance(url, str) or not url or any(sign in url for sign in _NO_FILE):
        return EXAMPLE
    return f"for an SQLite file write {_SQLITE}{url}, otherwise {_POSTGRESQL}"


def missing_driver(url: URL, error: ImportError) -> StoreError:
    """Return the error for a driver that is not installed."""
    name = url.drivername
    own = name == "postgresql+psycopg"
    remedy = _EXTRA if own else "install it beside crossfoot, or use postgresql+psycopg or sqlite"
    said = " ".join(str(error).split())
    return StoreError(f"the driver for {name!r} is not installed ({said})", remedy)


def refuse_driver(dialect: Dialect) -> None:
    """Raise StoreError for a driver that a command cannot use."""
    if dialect.is_async:
        raise StoreError(
            f"the driver {dialect.driver} is for asynchronous programs",
            "use sqlite:// or postgresql+psycopg://",
        )


def refuse_server(connection: Connection, shown: str) -> None:
    """Raise StoreError for a server that is too old, or whose texts are not all of Unicode."""
    if connection.dialect.name != "postgresql":
        return
    version = int((connection.dialect.server_version_info or (0,))[0])
    if version < OLDEST_POSTGRESQL:
        raise StoreError(
            f"the server of {shown} is PostgreSQL {version}",
            f"use PostgreSQL {OLDEST_POSTGRESQL} or newer",
        )
    encoding = connection.exec_driver_sql("SELECT current_setting('server_encoding')").scalar()
    if encoding != "UTF8":
        raise StoreError(
            f"the texts of {shown} are in {encoding}, which cannot write all that papers print",
            "create a database with ENCODING 'UTF8'",
        )


def sqlite_file(url: URL) -> Path | None:
    """Return the file behind an SQLite *url*; None for memory, ``file:`` URIs, other databases."""
    name = url.database
    if url.get_backend_name() != "sqlite" or not name or name == ":memory:":
        return None
    return None if name.startswith("file:") else Path(name)


def is_in_memory(url: str | URL) -> bool:
    """Whether the database of *url* is nowhere but in the memory of this process."""
    parsed = parse_url(url)
    return parsed.get_backend_name() == "sqlite" and (
        parsed.database in (None, "", ":memory:", "file::memory:")
        or parsed.query.get("mode") == "memory"
    )


def settings_for(url: URL, busy_seconds: float) -> dict[str, Any]:
    """Return what ``create_engine`` is told beside the URL."""
    if url.get_backend_name() == "postgresql":
        return {"isolation_level": "READ COMMITTED"}
    file = sqlite_file(url)
    if file is not None and not url.query and _is_shut(file):
        return {"creator": lambda: _only_to_read(file)}
    return {"connect_args": {"timeout": busy_seconds}}


def _is_shut(file: Path) -> bool:
    """Whether nothing can be written beside a file, where SQLite keeps a log even for readers.

    A log that is there holds what the file does not yet: then the file is not read without it.
    """
    try:
        log = file.with_name(f"{file.name}-wal")
        return file.is_file() and not os.access(file.parent, os.W_OK) and not log.exists()
    except OSError:
        return False


def _only_to_read(file: Path) -> sqlite3.Connection:
    """Open a file that nothing can be written beside; who may write must not do so meanwhile."""
    name = f"file:{quote(str(file.absolute()))}?immutable=1"
    return sqlite3.connect(name, uri=True, check_same_thread=False)

"""What the database's own errors mean for a person, and what to do about them."""

from __future__ import annotations

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, IntegrityError

from crossfoot.schema.errors import DocumentError, ReadOnlyError, StoreError

# Texts of SQLite's result codes (https://www.sqlite.org/rescode.html), which its drivers pass on.
_SQLITE = (
    (
        ("database is locked", "database table is locked"),
        "is locked by another program",
        "wait until the other program has finished, then run this again",
    ),
    (
        ("file is not a database", "file is encrypted"),
        "is not a database",
        "name another file; this one has not been touched",
    ),
    (
        ("malformed",),
        "is damaged",
        "restore it from a copy, or remove it and run crossfoot ingest again",
    ),
    (
        ("readonly database", "unable to open database file", "access permission denied"),
        "cannot be opened for reading and writing",
        "check the permissions of the file and of its folder",
    ),
    (("disk is full",), "has no room left on its disk", "free some space, then run this again"),
    (
        ("disk I/O error",),
        "could not be read or written (disk I/O error)",
        "check the disk, its room and its quota, then run this again",
    ),
)

# SQLSTATE codes of PostgreSQL (its documentation, appendix A), first match by prefix.
_POSTGRESQL = (
    (
        ("55P03",),
        "is locked by another program",
        "wait until the other program has finished, then run this again",
    ),
    (("53100",), "has no room left on its disk", "free some space, then run this again"),
)
_READ_ONLY = ("42501", "25006")  # insufficient privilege; read-only transaction
_BUILT_ON = "2BP01"  # dependent objects still exist

# Broken off in favour of another transaction: serialization failure, deadlock, idle for too long.
_GAVE_WAY = ("40001", "40P01", "25P03")


def store_error(error: DBAPIError, url: URL) -> StoreError:
    """Return the StoreError for a failure of the driver."""
    shown = url.render_as_string(hide_password=True)
    said = " ".join(str(error.orig).split())
    if url.get_backend_name() == "sqlite":
        for words, what, remedy in _SQLITE:
            if any(word in said for word in words):
                kind = ReadOnlyError if "readonly" in said else StoreError
                return kind(f"the database {shown} {what}", remedy)
    if url.get_backend_name() == "postgresql":
        state = getattr(error.orig, "sqlstate", None) or ""
        if state in _READ_ONLY:
            return ReadOnlyError(
                f"the database {shown} may not be written by this user ({said})",
                "ask its owner for the right, or name another database",
            )
        for codes, what, remedy in _POSTGRESQL:
            if state.startswith(codes):
                return StoreError(f"the database {shown} {what}", remedy)
        if state == _BUILT_ON:
            return StoreError(
                f"the database {shown} has objects of others built on crossfoot's: {said}",
                "drop those, run this again, and create them anew",
            )
        if state.startswith(_GAVE_WAY):
            what = f"the database {shown} ended a transaction: {said}"
            return StoreError(what, "run this again", passes=True)
    if error.connection_invalidated or not error.statement:
        what = f"no connection to {shown}: {said}"
        return StoreError(what, "check the URL and the server", passes=_is_server(url))
    return StoreError(f"the database {shown} failed: {said}", "check the database, then try again")


def _is_server(url: URL) -> bool:
    return url.get_backend_name() != "sqlite"


def document_error(error: DBAPIError, file_name: str) -> DocumentError:
    """Return the DocumentError for rows of one paper that the schema refuses."""
    said = " ".join(str(error.orig).split())
    why = "contradict each other" if isinstance(error, IntegrityError) else "cannot be stored"
    return DocumentError(
        f"the rows read from {file_name} {why} ({said})",
        "nothing of it was stored; please report the paper",
    )

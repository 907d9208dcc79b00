"""Which database is meant, and opening it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.schema.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import URL

    from crossfoot.store.database import Store

    #: The path of an SQLite file, an SQLAlchemy URL, or a store that is open.
    AnyStore = str | os.PathLike[str] | URL | Store


def open_store(store: str | os.PathLike[str] | URL, *, create: bool = False) -> Store:
    """Open a store once, for many questions; use it in a ``with``, or close it.

    *store* is the path of an SQLite file, or an SQLAlchemy URL (whatever holds ``://``). With
    *create*, a store that is not there is made. Every function that takes a store takes the path
    or the URL as well and then opens and closes it itself.

    Raises StoreError where the database is missing, not ours, or of another schema version.
    """
    from crossfoot.store.database import open_store as opened  # noqa: PLC0415 - loads the database

    return opened(url_of(store), create=create)


def reading(store: AnyStore) -> AbstractContextManager[Store]:
    """Open *store* for a ``with``; one that is open already stays open after it."""
    from crossfoot.store.database import Store  # noqa: PLC0415

    return nullcontext(store) if isinstance(store, Store) else open_store(store)


@contextmanager
def one_moment(store: AnyStore) -> Iterator[Store]:
    """Open *store* for an answer that takes several questions: all of them see the same."""
    with reading(store) as opened, opened.moment() as now:
        yield now


def url_of(store: str | os.PathLike[str] | URL) -> str | URL:
    """Return the URL of the database that is meant; UsageError where none is."""
    if not isinstance(store, (str, os.PathLike)):
        return store
    name = os.fspath(store)
    if isinstance(store, str) and "://" in name:
        return name
    if not name:
        raise UsageError("no database is named", "give the path of a file, or an SQLAlchemy URL")
    if "?" in name or "%" in name:  # in a URL one ends the path, the other begins a code
        from sqlalchemy import URL  # noqa: PLC0415

        return URL.create("sqlite", database=name)
    return f"sqlite:///{Path(name)}"

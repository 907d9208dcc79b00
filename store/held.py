"""What the store holds of each document, as far as an ingest must know before it reads any."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select

from crossfoot.schema.values import Outcome
from crossfoot.store import own, tables
from crossfoot.store.database import Store


class Held(NamedTuple):
    """One document: who read it and how that ended, under which name, with what facts, and where.

    ``facts`` is what was known of it from outside, as JSON; ``place`` the path it was read at last
    as :func:`crossfoot.store.places.written_path` writes it. Null where there is nothing, or where
    an earlier version of this program did not keep it.
    """

    reader_version: str
    outcome: Outcome
    file_name: str | None = None
    facts: str | None = None
    place: str | None = None


def held(store: Store) -> dict[str, Held]:
    """Return every document of the store, by id."""
    c, reading, file = tables.documents.c, own.readings.c, own.files.c
    query = (
        select(
            *(c.document_id, c.reader_version, c.outcome, c.file_name),
            *(reading.facts, file.path),
        )
        .outerjoin(own.readings, reading.document_id == c.document_id)
        .outerjoin(own.files, file.document_id == c.document_id)
    )
    with store.read() as connection:
        return {document_id: Held(*rest) for document_id, *rest in connection.execute(query)}

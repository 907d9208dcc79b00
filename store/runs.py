"""The runs that wrote into a store, and what of each is still there."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from sqlalchemy import func, select

from crossfoot.schema.errors import UsageError
from crossfoot.schema.paper import Document, Load
from crossfoot.store import tables
from crossfoot.store.database import Store
from crossfoot.store.fastpath import fields
from crossfoot.store.queries import loads

_LATEST = "latest"
#: The relations whose rows are counted for each document.
COUNTED = ("indicators", "figures", "actions", "summaries", "cells", "findings")


class Written(NamedTuple):
    """A document that a run wrote last, and how many rows of it there are, by relation."""

    document: Document
    rows: dict[str, int]


def run_meant(store: Store, selector: str) -> Load:
    """Return the run that *selector* names: a load id, the beginning of one, or ``latest``.

    Raises UsageError where there is none, or more than one.
    """
    runs = loads(store)
    wanted = selector.strip()
    if wanted.casefold() == _LATEST:
        found = runs[:1]
    else:
        found = [run for run in runs if run.load_id.casefold().startswith(wanted.casefold())]
        exact = [run for run in found if run.load_id == wanted]
        found = exact or found
    if len(found) == 1 and wanted:
        return found[0]
    if not found:
        raise UsageError(f"there is no load {selector!r}", "crossfoot loads lists them")
    raise UsageError(f"{len(found)} loads begin with {selector!r}", "give more of the load id")


def written_by(store: Store, load_id: str) -> list[Written]:
    """Return the documents whose rows a run wrote and no later one replaced, by file name."""
    documents = tables.documents
    mine = select(documents.c.document_id).where(documents.c.load_id == load_id)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with store.read() as connection:
        rows = connection.execute(
            select(*(documents.c[name] for name in fields(documents)))
            .where(documents.c.load_id == load_id)
            .order_by(documents.c.file_name, documents.c.document_id)
        ).all()
        for name in COUNTED:
            column = documents.metadata.tables[name].c.document_id
            query = select(column, func.count()).where(column.in_(mine)).group_by(column)
            for document_id, count in connection.execute(query):
                counts[document_id][name] = count
    found = [Document.model_validate(dict(row._mapping)) for row in rows]
    return [
        Written(each, {name: counts[each.document_id][name] for name in COUNTED}) for each in found
    ]

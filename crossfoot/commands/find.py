"""Which document a user means."""

from __future__ import annotations

from pathlib import Path

from crossfoot.schema.paper import Document
from crossfoot.sources import identify
from crossfoot.store.database import Store
from crossfoot.store.queries import documents, find_document


def document_meant(store: Store, selector: str) -> Document:
    """Return the document that *selector* names: a path, a file name, or the start of an id.

    A path is known by the bytes of its file, whatever it is called now. Raises UsageError where
    there is no such document, or more than one.
    """
    path = Path(selector)
    if path.is_file():
        document_id = identify(path).document_id
        for document in documents(store):
            if document.document_id == document_id:
                return document
    return find_document(store, path.name if path.name else selector)

"""``crossfoot forget``: a withdrawn document goes."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Database, Document


def forget(document: Document, db: Database = DEFAULT_DATABASE) -> None:
    """Take a withdrawn document and every row that came from it out of the database.

    The file itself is not touched. Ingesting it again brings the rows back.

    Example: crossfoot forget 2021-22_q1_support_services.pdf
    """
    from crossfoot.checking import check_across
    from crossfoot.meant import document_meant
    from crossfoot.store.database import open_store
    from crossfoot.store.load import remove_document

    with open_store(db, create=False) as store:
        found = document_meant(store, document)
        remove_document(store, found.document_id)
        check_across(store)
    output.line(f"{found.file_name} ({found.document_id[:12]}) and all its rows are out")

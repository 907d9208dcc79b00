"""``crossfoot forget``: withdrawn documents go."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Database

if TYPE_CHECKING:
    from crossfoot.schema.paper import Document
    from crossfoot.store.load import Removed

_ID = 12


def forget(
    documents: Annotated[
        list[str],
        typer.Argument(
            metavar="DOCUMENT…", help="Beginnings of document ids, file names, or paths."
        ),
    ],
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Take withdrawn documents and every row that came from them out of the database.

    The files themselves are not touched. What people decided stays: links on their series, and
    the findings in them that were accepted, should they come back: ingesting them again, with
    the same manifest, brings the rows back as they were. Where one of the documents is not
    there, nothing is taken out. The run is recorded: see crossfoot loads.

    Example: crossfoot forget 2021-22_q1_support_services.pdf
    """
    from crossfoot.checking import check_across
    from crossfoot.meant import document_meant
    from crossfoot.store.alive import Life
    from crossfoot.store.database import open_store
    from crossfoot.store.load import finish_load, remove_document, start_load
    from crossfoot.version import reader_version

    with open_store(db, create=False) as store:
        meant = {
            found.document_id: found for found in (document_meant(store, d) for d in documents)
        }
        gone: list[tuple[Document, Removed]] = []
        with closing(Life(store)) as life:
            load_id = start_load(store, reader_version(), "forget", life=life)
            for document_id, found in meant.items():
                if removed := remove_document(store, document_id, load_id):
                    gone.append((found, removed))
                    output.line(_said(found, removed))
            rows = sum(removed.rows for _, removed in gone)
            finish_load(store, load_id, papers=len(gone), rows=rows)
        check_across(store)
    _explain([removed for _, removed in gone])


def _said(found: Document, removed: Removed) -> str:
    rows = output.counted(removed.rows, "row")
    return f"{found.file_name} ({found.document_id[:_ID]}) and its {rows} are out"


def _explain(gone: list[Removed]) -> None:
    series = len(set().union(*(removed.kept_series for removed in gone)))
    accepted = sum(removed.accepted for removed in gone)
    if series:
        output.line(f"{series:,} series without a paper stay, since links refer to them")
    if accepted:
        output.line(
            f"{output.counted(accepted, 'accepted finding')} will stand accepted again, should "
            "the paper come back"
        )

"""``crossfoot loads``: the runs that wrote into the database, and what each wrote."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Database, Form
from crossfoot.output import Format

if TYPE_CHECKING:
    from crossfoot.schema.paper import Load
    from crossfoot.store.database import Store
    from crossfoot.store.runs import Written

_RUN = (
    *("load_id", "command", "started_at", "seconds", "outcome"),
    *("papers", "failed", "unchanged", "rows", "reader_version"),
)
_PAPER = (
    *("outcome", "file_name", "council"),
    *("indicators", "figures", "actions", "summaries", "cells", "findings"),
    *("document_id", "reader_version", "reason"),
)
_ID = 12


def loads(
    load: Annotated[
        str | None,
        typer.Argument(
            metavar="LOAD", help="The beginning of a load id, or latest: list what it wrote."
        ),
    ] = None,
    last: Annotated[
        int | None, typer.Option("--last", min=1, metavar="N", help="Only the last N runs.")
    ] = None,
    db: Database = DEFAULT_DATABASE,
    form: Form = Format.TABLE,
) -> None:
    """List the runs that wrote into the database, the latest first; or what one of them wrote.

    Every ingest is a run, also one that found nothing new, and so is every forget. Papers counts
    those that it read (or took out), failed those of them that could not be read, unchanged the
    files that it left alone, rows what it wrote (or took out) in all relations. A run that was
    killed is listed as running until the next ingest records that it died and does the rest; what
    it wrote is whole.

    Every row in the database has the load_id of the run that read its paper. With LOAD: the papers
    whose rows are that run's. What a later run read anew is listed there.

    Example: crossfoot loads latest --format csv
    """
    from crossfoot.store.database import read_store
    from crossfoot.store.queries import loads as runs

    with read_store(db) as store:
        if load is not None:
            _one(store, load, form)
            return
        found = runs(store)[:last]
    output.records([_run(each, form) for each in found], _RUN, form)
    if not found:
        output.say("crossfoot: no run has been recorded; crossfoot ingest is one")


def _one(store: Store, selector: str, form: Format) -> None:
    from crossfoot.store.runs import run_meant, written_by

    run = run_meant(store, selector)
    found = written_by(store, run.load_id)
    if form is Format.TABLE:
        output.line(_said(run))
    output.records([_paper(each, form) for each in found], _PAPER, form)
    wrote = run.papers if run.command == "ingest" else 0
    if len(found) < wrote:
        output.say(
            f"crossfoot: of the {output.counted(wrote, 'paper')} of this run {len(found):,} stand "
            "as it wrote them; the others read as before, could not be read, were read anew since "
            "or taken out"
        )


def _said(run: Load) -> str:
    return (
        f"{run.load_id}: {run.command}, {run.outcome.replace('_', ' ')}, "
        f"{output.counted(run.papers, 'paper')}, {output.counted(run.rows, 'row')}"
    )


def _run(run: Load, form: Format) -> dict[str, object]:
    row: dict[str, object] = run.model_dump()
    ended = run.finished_at if run.outcome != "died" else None  # which is when that was noted
    row["seconds"] = round((ended - run.started_at).total_seconds(), 1) if ended else None
    if form is Format.TABLE:
        row["started_at"] = f"{run.started_at:%Y-%m-%d %H:%M:%S}"
    return row


def _paper(written: Written, form: Format) -> dict[str, object]:
    row: dict[str, object] = {**written.document.model_dump(), **written.rows}
    if form is Format.TABLE:
        row["document_id"] = written.document.document_id[:_ID]
    return row

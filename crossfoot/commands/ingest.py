"""``crossfoot ingest``: papers in, rows in the database."""

# The imports inside functions keep ``crossfoot --help`` from loading the database and the reader.
# ruff: noqa: PLC0415

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Database, Paths
from crossfoot.schema.values import SecondOpinion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crossfoot.manifest import Manifest
    from crossfoot.pipeline import Entry, Plan, Report
    from crossfoot.schema.paper import Known
    from crossfoot.schema.values import Outcome
    from crossfoot.sources import Source
    from crossfoot.store.database import Store

_FAILED = 3
_INTERRUPTED = 130
_COLUMNS = (
    "outcome",
    "papers",
    "tables",
    "rows",
    "errors",
    "warnings",
    "cells not understood",
)
_OUTCOMES: tuple[Outcome, ...] = ("read", "partly_read", "no_tables", "failed")


def ingest(  # noqa: PLR0913, PLR0917 - one parameter per option of the command line
    context: typer.Context,
    paths: Paths,
    db: Database = DEFAULT_DATABASE,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Worker processes; as many as processors if absent."),
    ] = None,
    council: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The council of these papers, whatever they print; a manifest goes before it.",
        ),
    ] = None,
    manifest: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.csv", help="What is known of each file; see crossfoot manifest."
        ),
    ] = None,
    headings: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.toml", help="Your own column headings, on top of the built-in ones."
        ),
    ] = None,
    changed_only: Annotated[
        bool,
        typer.Option(
            "--changed-only/--reread",
            help="Leave out what is in the database and would be read the same, or read it again.",
        ),
    ] = True,
    second_opinion: Annotated[
        SecondOpinion,
        typer.Option(
            "--second-opinion",
            help="Have another reader (camelot) read the same tables: of no page, of those where "
            "the first reader has a doubt, or of all (about 1 s more per paper). Agreement counts "
            "towards the confidence; where the two differ on a cell with a figure, a finding "
            "says so.",
        ),
    ] = "doubtful",
    time_limit: Annotated[
        float,
        typer.Option(min=1, metavar="SECONDS", help="For one document, plus 20 s per MiB."),
    ] = 60.0,
    memory: Annotated[
        int, typer.Option(min=64, metavar="MIB", help="Memory that reading one document may take.")
    ] = 2048,
) -> None:
    """Read papers into the database: tables, figures, actions, counts, and what is wrong in them.

    Each document is read in a process of its own with a limit on time and memory, lands whole or
    not at all, and ends in an outcome: read, partly_read, no_tables or failed. Run again, it
    reads only what is new, what failed, and what would now be read differently.

    Exit code 0 if no document failed, 3 if some did, 2 if the arguments cannot be used.

    Example: crossfoot ingest papers/ --manifest papers.csv
    """
    from crossfoot.server import READER, worker_context
    from crossfoot.sources import find_files, identify

    found = find_files(paths)
    if _is_new(db):  # every paper is going to be read
        worker_context(READER)  # it loads the reader while this process loads the database

    from crossfoot.checking import check_across
    from crossfoot.commands.progress import watcher
    from crossfoot.normalise.settings import NormaliseSettings
    from crossfoot.pipeline import Stored
    from crossfoot.pipeline import ingest as run
    from crossfoot.settings import IngestSettings, LimitSettings
    from crossfoot.store.checks import remember_files
    from crossfoot.store.queries import documents, known_facts
    from crossfoot.version import check_headings, reader_version

    check_headings(headings)
    version = reader_version(headings, second_opinion)
    normalise = NormaliseSettings(headings_file=headings, reader_version=version)
    limits = LimitSettings(seconds=time_limit, memory_mib=memory)
    settings = IngestSettings(
        reread=not changed_only,
        second_opinion=second_opinion,
        limits=limits,
        normalise=normalise,
    )
    if jobs is not None:
        settings = settings.model_copy(update={"jobs": jobs})
    known = _manifest(manifest)
    with _opened(db) as store:
        for remark in found.remarks:
            output.say(f"crossfoot: {remark}")
        plans = _plans([identify(path) for path in found.paths], known, council)
        plans = _remembered(plans, known_facts(store))
        held = {
            document.document_id: Stored(document.reader_version, document.outcome)
            for document in documents(store)
        }
        with watcher() as watch:
            report = run(plans, store, held, settings, watch)
        remember_files(
            store,
            {
                plan.source.document_id: plan.source.path.absolute()
                for plan in plans
                if plan.source.problem is None
            },
        )
        if not report.interrupted:
            check_across(store)
    _explain(report, debug=bool(context.obj))
    _table(report)
    if report.interrupted:
        raise typer.Exit(_INTERRUPTED)
    if report.failed:
        raise typer.Exit(_FAILED)


def _is_new(db: str) -> bool:
    """Whether *db* is an SQLite file that is not there yet; asked before SQLAlchemy is loaded."""
    name = db.removeprefix("sqlite:///")
    return name != db and not Path(name).exists()


def _opened(db: str) -> Store:
    """Open or create the store; an interrupt waits, so that no file without tables is left."""
    from crossfoot.interrupts import Interrupts
    from crossfoot.store.database import open_store

    with Interrupts().watched() as interrupts, interrupts.held():
        return open_store(db, create=True)


def _manifest(path: Path | None) -> Manifest | None:
    from crossfoot.manifest import read_manifest

    return read_manifest(path) if path else None


def _plans(sources: list[Source], manifest: Manifest | None, council: str | None) -> list[Plan]:
    """Tie each file to its manifest row; the row speaks before ``--council``."""
    from crossfoot.pipeline import Plan
    from crossfoot.sources import shown

    plans = []
    for source in sources:
        entry = manifest.entry_for(source.path) if manifest else None
        known = _known(entry.known if entry else None, council)
        plans.append(Plan(source, known, listed=entry is not None))
    if manifest:
        for entry in manifest.unused(source.path for source in sources):
            output.say(
                f"crossfoot: {shown(manifest.path)}, line {entry.line}: no file given is called "
                f"{entry.file!r}; this row was not used"
            )
    return plans


def _remembered(plans: list[Plan], facts: Mapping[str, str]) -> list[Plan]:
    """Complete plans of files that no manifest names by what was said of them at an earlier run.

    A run without the manifest would otherwise take away what a person entered.
    """
    from crossfoot.schema.paper import Known

    completed, kept = [], 0
    for plan in plans:
        said = None if plan.listed else facts.get(plan.source.document_id)
        if said is not None:
            given = plan.known.model_dump(exclude_none=True)
            known = Known.model_validate_json(said).model_copy(update=given)
            kept += known != plan.known
            completed.append(plan._replace(known=known))
        else:
            completed.append(plan)
    if kept:
        output.say(
            f"crossfoot: what an earlier manifest or argument said of "
            f"{output.counted(kept, 'paper')} is kept; a manifest that names them changes it"
        )
    return completed


def _known(row: Known | None, council: str | None) -> Known:
    from crossfoot.schema.paper import Known

    known = row or Known()
    if council and not known.council:
        return known.model_copy(update={"council": council, "council_source": "argument"})
    return known


def _explain(report: Report, *, debug: bool) -> None:
    """Say on stderr, one line each, what did not go as a user would expect."""
    for double, first in report.duplicates:
        output.say(f"crossfoot: {double.file_name}: the same bytes as {first.file_name}; read once")
    for entry in report.landed:
        if entry.outcome != "read":
            words, why = entry.outcome.replace("_", " "), entry.reason or "no reason given"
            output.say(f"crossfoot: {entry.file_name}: {words}: {why}")
        if debug and entry.fault is not None:
            traceback.print_exception(entry.fault)
    nameless = sum(entry.council is None for entry in report.landed if entry.rows)
    if nameless:
        output.say(
            f"crossfoot: of {output.counted(nameless, 'paper')} the council is not known, so "
            "that their years stand apart; name it with --council or a manifest"
        )
    if report.interrupted:
        output.say(
            f"crossfoot: interrupted; {output.counted(len(report.landed), 'document')} landed, "
            f"{report.unread:,} not read; run the same command again to go on"
        )


def _table(report: Report) -> None:
    rows = [
        _row(outcome.replace("_", " "), [e for e in report.landed if e.outcome == outcome])
        for outcome in _OUTCOMES
        if report.outcomes[outcome]
    ]
    if report.unchanged:
        rows.append(["unchanged", str(len(report.unchanged)), *[""] * (len(_COLUMNS) - 2)])
    if len(rows) != 1 or report.unchanged:
        rows.append(_row("read in this run", report.landed))
    output.table(_COLUMNS, rows)
    if any(entry.errors or entry.warnings for entry in report.landed):
        output.line("What needs a look: crossfoot audit, and crossfoot show DOCUMENT")


def _row(name: str, entries: list[Entry]) -> list[str]:
    sums = (
        sum(entry.tables for entry in entries),
        sum(entry.rows for entry in entries),
        sum(entry.errors for entry in entries),
        sum(entry.warnings for entry in entries),
        sum(entry.not_understood for entry in entries),
    )
    return [name, str(len(entries)), *(f"{number:,}" for number in sums)]

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
    from crossfoot.pipeline import Entry, Report
    from crossfoot.schema.values import Outcome

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
        typer.Option(
            min=1,
            metavar="N",
            help="Worker processes; as many as processors if absent. With --executor, the most "
            "documents that the cluster is given at once; two for each of its threads if absent.",
        ),
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
        typer.Option(
            min=1,
            metavar="SECONDS",
            help="Processor time for one document, plus 20 s per MiB; by the clock ten times that.",
        ),
    ] = 60.0,
    memory: Annotated[
        int, typer.Option(min=64, metavar="MIB", help="Memory that reading one document may take.")
    ] = 2048,
    executor: Annotated[
        str | None,
        typer.Option(
            metavar="dask://HOST:PORT",
            help="Have the workers of this Dask cluster read; docs/scale.md says what they need.",
        ),
    ] = None,
) -> None:
    """Read papers into the database: tables, figures, actions, counts, and what is wrong in them.

    Each document is read in a process of its own with a limit on time and memory, lands whole or
    not at all, and ends in an outcome: read, partly_read, no_tables or failed. Run again, it
    reads only what is new, what failed, and what would now be read differently.

    Exit code 0 if no document failed, 3 if some did, 2 if the arguments cannot be used.

    Example: crossfoot ingest papers/ --manifest papers.csv
    """
    from crossfoot.asked import Asked
    from crossfoot.commands.progress import watcher
    from crossfoot.intake import ingest as take_in

    asked = Asked(
        paths=tuple(paths),
        council=council,
        manifest=manifest,
        headings=headings,
        jobs=jobs,
        reread=not changed_only,
        second_opinion=second_opinion,
        time_limit=time_limit,
        memory=memory,
        executor=executor,
    )
    report = take_in(asked, db, watcher, lambda remark: output.say(f"crossfoot: {remark}"))
    _explain(report, debug=bool(context.obj))
    _table(report)
    if report.interrupted:
        raise typer.Exit(_INTERRUPTED)
    if report.failed:
        raise typer.Exit(_FAILED)


def _explain(report: Report, *, debug: bool) -> None:
    """Say on stderr, one line each, what did not go as a user would expect."""
    from crossfoot.remarks import nameless, odd

    for line in odd(report.chosen):
        output.say(f"crossfoot: {line}")
    for entry in report.landed:
        if entry.outcome != "read":
            words, why = entry.outcome.replace("_", " "), entry.reason or "no reason given"
            output.say(f"crossfoot: {entry.file_name}: {words}: {why}")
        if debug and entry.fault is not None:
            traceback.print_exception(entry.fault)
    for line in nameless(report.landed):
        output.say(f"crossfoot: {line}")
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
    unchanged = report.chosen.unchanged
    if unchanged:
        rows.append(["unchanged", f"{len(unchanged):,}", *[""] * (len(_COLUMNS) - 2)])
    if len(rows) != 1 or unchanged:
        rows.append(_row("read in this run", report.landed))
    output.table(_COLUMNS, rows)
    output.line(f"Load {report.load_id}: crossfoot loads lists the runs and what each wrote")
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
    return [name, f"{len(entries):,}", *(f"{number:,}" for number in sums)]

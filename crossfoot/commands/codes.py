"""``crossfoot codes``: what can be followed."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Council, Database, Form
from crossfoot.output import Format
from crossfoot.schema.errors import UsageError

_COLUMNS = (
    *("code", "spellings", "titles", "council", "periods", "papers", "repeats", "figures"),
    "series_id",
)


def codes(
    council: Council = None,
    similar: Annotated[
        bool, typer.Option("--similar", help="List series that may be one, for you to decide.")
    ] = False,
    actions: Annotated[
        bool,
        typer.Option("--actions", help="With --similar: tasks that may return under a new code."),
    ] = False,
    db: Database = DEFAULT_DATABASE,
    form: Form = Format.TABLE,
) -> None:
    """List the indicators that can be followed: codes, titles, council, years of outturns.

    One row per series, that is per code of a council; an indicator without a code is listed by
    its title. Figures counts every value printed, in any paper; repeats says how many of the
    papers are the same report in another file. Actions are no series: see show.

    With --similar: pairs of one council that may be one indicator under two codes or titles, each
    with a score from 0 to 1, the evidence in words, and the crossfoot link commands that accept
    or reject it. Nothing is joined before; a pair decided, either way, is not listed again.
    With --actions: tasks of a plan that may be those of an earlier plan again, for information.

    Example: crossfoot codes --similar --council Broxtowe
    """
    from crossfoot.store.database import read_store
    from crossfoot.store.queries import codes as entries

    if actions and not similar:
        raise UsageError("--actions goes with --similar", "crossfoot show lists a paper's actions")
    with read_store(db) as store:
        if actions:
            from crossfoot.commands.similar_actions import write_returned

            write_returned(store, council, form)
            return
        if similar:
            from crossfoot.commands.similar import write_similar

            write_similar(store, council, db, form)
            return
        found = entries(store, council=council)
    columns: tuple[str, ...] = _COLUMNS
    if form is Format.TABLE:
        idle = {"series_id"} if any(entry.repeats for entry in found) else {"series_id", "repeats"}
        columns = tuple(name for name in _COLUMNS if name not in idle)
    output.records([asdict(entry) for entry in found], columns, form)
    if not found:
        output.say("crossfoot: no codes there; run crossfoot ingest, or widen --council")

"""``crossfoot accept``: a finding that a person has looked at and explained."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import Annotated

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Database
from crossfoot.schema.errors import UsageError


def accept(
    finding: Annotated[
        str,
        typer.Argument(metavar="FINDING", help="The first digits of a finding's id (see audit)."),
    ],
    because: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why it is no fault; kept with it.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="It is no longer accepted.")] = False,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Record that a finding was looked at and explained; it stays listed and no longer fails.

    The reason is kept when papers are read again and outlives every audit, as long as the finding
    says the same of the same place.

    Example: crossfoot accept 3f2a90c1 --because "the service moved to another team in May"
    """
    from crossfoot.store.database import open_store
    from crossfoot.store.findings import set_accepted

    if undo and because is not None:
        raise UsageError("a finding is either accepted or not", "give --because or --undo")
    if not undo and because is None:
        raise UsageError("a finding is accepted for a reason", "say why with --because")
    with open_store(db, create=False) as store:
        done = set_accepted(store, finding, because)
    what = "open again" if undo else f"accepted, because {done.accepted_because}"
    output.line(f"{done.finding_id[:12]} {done.rule_id}: {done.message}")
    output.line(what)

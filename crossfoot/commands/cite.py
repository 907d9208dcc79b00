"""``crossfoot cite``: the evidence for one figure."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Council, Database
from crossfoot.commands.trend import MeasureName
from crossfoot.output import Format
from crossfoot.schema.errors import UsageError

if TYPE_CHECKING:
    from crossfoot.citation import Citation
    from crossfoot.cited import Pictured

_UNSAFE = re.compile(r"[^\w.-]+")


def cite(  # noqa: PLR0913, PLR0917 - one parameter per option of the command line
    code: Annotated[
        str, typer.Argument(metavar="CODE", help="A code in any spelling, a title, a series id.")
    ],
    period: Annotated[
        str, typer.Argument(metavar="PERIOD", help="Such as 2020/21, or '2019/20 Q1'.")
    ],
    measure: Annotated[
        list[MeasureName] | None,
        typer.Option(help="Only this measure; else the result: outturn or actual."),
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE.png", help="Where the picture goes; else CODE_PERIOD.png here."),
    ] = None,
    no_picture: Annotated[bool, typer.Option("--no-picture", help="Draw no picture.")] = False,
    papers: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", help="Where the PDFs are now, if they were moved."),
    ] = None,
    council: Council = None,
    db: Database = DEFAULT_DATABASE,
    form: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TABLE,
) -> None:
    """Give the evidence for one figure, also for a correct one: the cell, cut out of its page.

    Every paper that prints the figure is cited, the latest printing first: what stands there, on
    which page, in which box, the document's SHA-256 and where it was published. The picture shows
    the row with the cell outlined, below the table's heading.

    Example: crossfoot cite BV9 2020/21
    """
    from crossfoot.citation import record
    from crossfoot.cited import COLUMNS, cited, pictured
    from crossfoot.store.database import read_store

    if picture is not None and picture.suffix.lower() != ".png":
        raise UsageError(f"{picture} is no name for a picture", "give a name that ends .png")
    measures = [name.value for name in measure] if measure else None
    with read_store(db) as store:
        found = cited(store, code, period, council=council, measures=measures)
        if form is Format.TABLE:
            _write(found)
        else:
            output.records([record(citation) for citation in found], COLUMNS, form)
        if not no_picture:
            target = picture or Path(_UNSAFE.sub("-", f"{code}_{period}") + ".png")
            _save(pictured(store, found, papers or []), target)


def _write(cited: list[Citation]) -> None:
    from crossfoot.citation import facts

    before = None
    for citation in cited:
        if citation.line is not before:
            output.line(f"{citation.line.name} · {citation.line.where}")
            before = citation.line
        output.line()
        for label, value in facts(citation):
            if value is not None:
                output.line(f"  {label:<11} {output.as_text(value)}")


def _save(drawn: Pictured, target: Path) -> None:
    for name in drawn.missing:
        output.say(f"crossfoot: {name} is not where it was read; --papers PATH says where it is")
    if drawn.image is None:
        return
    try:
        drawn.image.save(target)
    except OSError as error:
        raise UsageError(
            f"{target} cannot be written ({error.strerror or error})", "choose another folder"
        ) from error
    output.say(f"crossfoot: the picture is in {target}")

"""``crossfoot cite``: the evidence for one figure."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

import re
from dataclasses import replace
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
    from crossfoot.points import Line
    from crossfoot.store.database import Store
    from crossfoot.store.series import SeriesHead

_UNSAFE = re.compile(r"[^\w.-]+")
_COLUMNS = (
    *("council", "code", "title", "period", "measure", "basis", "as_printed", "value", "unit"),
    *("standing", "status", "document_file_name", "page", "table_no", "row_no", "column"),
    *("x0", "y0", "x1", "y1", "document_id", "document_published_on", "document_source_url"),
    *("confidence", "evidence", "document_reader_version", "figure_id", "cell_id"),
)


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
    from crossfoot.citation import citations, record
    from crossfoot.meant import series_meant
    from crossfoot.store.database import open_store
    from crossfoot.store.queries import documents

    if picture is not None and picture.suffix.lower() != ".png":
        raise UsageError(f"{picture} is no name for a picture", "give a name that ends .png")
    with open_store(db, create=False) as store:
        measures = [name.value for name in measure] if measure else None
        lines = _lines(store, series_meant(store, code, council), period, measures)
        if not lines:
            raise UsageError(
                f"no paper prints {code} for {period}", f"crossfoot trend {code!r} --all lists all"
            )
        by_id = {document.document_id: document for document in documents(store)}
        cited = citations(store, lines, by_id)
        if form is Format.TABLE:
            _write(cited)
        else:
            output.records([record(citation) for citation in cited], _COLUMNS, form)
        if not no_picture:
            target = picture or Path(_UNSAFE.sub("-", f"{code}_{period}") + ".png")
            _draw(store, cited, papers or [], target)


def _lines(
    store: Store, heads: list[SeriesHead], period: str, measures: list[str] | None
) -> list[Line]:
    from crossfoot.meant import with_joined
    from crossfoot.points import lines
    from crossfoot.store.series import trend

    wanted = _period(period)
    found = trend(store, [head.series_id for head in heads], all_points=True, follow_links=True)
    points = tuple(
        point
        for point in found.points
        if point.period == wanted and point.measure in (measures or ("outturn", "actual"))
    )
    return lines(with_joined(store, heads, found), replace(found, points=points))


def _period(text: str) -> str:
    """Return the label of the period a person means; UsageError where it is none."""
    from crossfoot.normalise.periods import find_period
    from crossfoot.normalise.spans import period_from_label

    try:
        return period_from_label(text).label
    except UsageError:
        printed = find_period(text)
        if printed is None:
            raise
        return printed.label


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


def _draw(store: Store, cited: list[Citation], papers: list[Path], target: Path) -> None:
    from crossfoot.citation import picture
    from crossfoot.evidence import Files, Pages
    from crossfoot.store.checks import known_files

    files = Files(known_files(store), papers)
    missing = sorted(
        {
            citation.document.file_name
            for citation in cited
            if files.path(citation.document.document_id) is None
        }
    )
    drawn = picture(cited, Pages(files))
    for name in missing:
        output.say(f"crossfoot: {name} is not where it was read; --papers PATH says where it is")
    if drawn is None:
        return
    try:
        drawn.save(target)
    except OSError as error:
        raise UsageError(
            f"{target} cannot be written ({error.strerror or error})", "choose another folder"
        ) from error
    output.say(f"crossfoot: the picture is in {target}")

"""``crossfoot compare``: a user's own figures against the published ones."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Database, Form
from crossfoot.output import Format

if TYPE_CHECKING:
    from crossfoot.comparison import Compared

_DIFFERS = 1
_SHOWN = ("line", "council", "code", "period", "value", "verdict", "published", "document", "page")
_WRITTEN = (
    *("line", "council", "code", "period", "measure", "value", "verdict", "remark"),
    *("published", "published_value", "unit", "published_on", "document", "page", "table_no"),
    *("row_no", "x0", "y0", "x1", "y1", "document_id", "figure_id", "series_id"),
)


def compare(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.csv",
            help="Columns council, code, period, measure, value.",
            dir_okay=False,
        ),
    ],
    differing: Annotated[
        bool, typer.Option("--differing", help="List only rows that do not agree.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with exit code 1 unless every row agrees.")
    ] = False,
    db: Database = DEFAULT_DATABASE,
    form: Form = Format.TABLE,
) -> None:
    """Hold your own figures against the published ones, each answer with its document and page.

    Each row of the file ends in a verdict: agrees (with the latest publication), rounded,
    earlier (an earlier publication printed it, restated since), differs, not published, unclear,
    unusable. Council and measure may be left out: without a measure the result of the period is
    meant, the outturn of a year or the actual of a quarter.

    Example: crossfoot compare ours.csv --differing
    """
    from crossfoot.comparison import compared, read_own
    from crossfoot.store.database import read_store

    own = read_own(file)
    with read_store(db) as store:
        found = list(compared(store, own))
    listed = [item for item in found if not differing or item.verdict not in ("agrees", "rounded")]
    columns = (*_SHOWN, "remark") if form is Format.TABLE else _WRITTEN
    output.records([_record(item) for item in listed], columns, form)
    if form is Format.TABLE:
        counts = Counter(item.verdict for item in found)
        said = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())
        output.line(f"{output.counted(len(found), 'row')}: {said}" if found else "no rows")
    if strict and any(item.verdict not in ("agrees", "rounded") for item in found):
        raise typer.Exit(_DIFFERS)


def _record(item: Compared) -> dict[str, object]:
    from crossfoot.points import printed

    own, at, head = item.own, item.published, item.head
    row: dict[str, object] = {
        "line": own.line,
        "council": head.council if head else own.council,
        "code": head.code or own.code if head else own.code,
        "period": own.period,
        "measure": at.measure if at else own.measure,
        "value": own.as_written,
        "verdict": item.verdict,
        "remark": item.remark,
        "series_id": head.series_id if head else None,
    }
    if at is None:
        return row
    return row | {
        "published": printed(at),
        "published_value": at.value,
        "unit": at.unit,
        "published_on": at.published_on,
        "document": at.file_name,
        "page": at.page,
        "table_no": at.table_no,
        "row_no": at.row_no,
        **at.box._asdict(),
        "document_id": at.document_id,
        "figure_id": at.figure_id,
    }

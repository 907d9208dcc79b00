"""``crossfoot export``: every relation as a file."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Council, Database


class FileFormat(StrEnum):
    """The kinds of files an export can write."""

    CSV = "csv"
    PARQUET = "parquet"


def export(
    directory: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder to write into; made if missing.")
    ],
    form: Annotated[FileFormat, typer.Option("--format", help="The kind of files.")] = (
        FileFormat.CSV
    ),
    council: Council = None,
    code: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only this code's series and actions.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="LOAD", help="Only what runs after this one wrote.")
    ] = None,
    loads: Annotated[bool, typer.Option("--loads", help="Write the runs and their times too.")] = (
        False
    ),
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write one file per relation into a folder, as CSV or Parquet.

    The same content gives the same bytes. In CSV, text that a spreadsheet would run as a formula
    gets a leading apostrophe; null is an empty field. The columns are those of crossfoot schema.

    Example: crossfoot export figures/ --format parquet --council Broxtowe
    """
    from crossfoot.checking import check
    from crossfoot.normalise.codes import code_key
    from crossfoot.store.database import open_store
    from crossfoot.store.export import export as write

    with open_store(db, create=False) as store:
        check(store, output.say)
        files = write(
            store,
            directory,
            form.value,
            council=council,
            code=code,
            since=since,
            include_loads=loads,
            code_key=code_key,
        )
    for file in files:
        output.line(str(file))

"""``crossfoot export``: every relation as a file."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Council, Database
from crossfoot.schema.errors import StoreError, UsageError

if TYPE_CHECKING:
    from crossfoot.store.export import Steps


class FileFormat(StrEnum):
    """The kinds of files an export can write."""

    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"
    DATAPACKAGE = "datapackage"


def export(  # noqa: PLR0913, PLR0917 - one parameter per option of the command line
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
        str | None,
        typer.Option(metavar="LOAD", help="An increment: what changed after this run."),
    ] = None,
    mark: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="As --since with the run that FILE names (all, without FILE); then FILE is "
            "written for the next time.",
        ),
    ] = None,
    loads: Annotated[bool, typer.Option("--loads", help="Write the runs and their times too.")] = (
        False
    ),
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write every relation into a folder: CSV, Parquet, a workbook or a data package.

    csv and xlsx are for people too: nothing in them runs as a formula (in csv such text gets a
    leading apostrophe), and the workbook opens on indicators by years, with targets, statuses and
    sources. parquet and datapackage (CSV with datapackage.json beside it: types, keys, what each
    column means) are for programs, with every text exactly as printed. The same content gives
    the same bytes. What an earlier export left in the folder goes.

    With --since or --mark the folder holds an increment: the rows of all papers that were read
    anew, and all other relations whole; docs/exports.md says how to apply it.

    Example: crossfoot export figures/ --format parquet --council Broxtowe

    Example: crossfoot export . --format xlsx --council Broxtowe

    Example: crossfoot export changes/ --format parquet --mark last-export.txt
    """
    from crossfoot.checking import check
    from crossfoot.normalise.codes import code_key
    from crossfoot.store.database import open_store
    from crossfoot.store.export import export as write
    from crossfoot.store.export_since import last_run

    if mark is not None and since is not None:
        raise UsageError("--since and --mark both name a run", "give one of them")
    if mark is not None:
        since = _marked(mark)
    with open_store(db, create=False) as store:
        check(store, output.say)
        ended = last_run(store)
        with _progress() as steps:
            files = write(
                store,
                directory,
                form.value,
                council=council,
                code=code,
                since=since,
                include_loads=loads,
                code_key=code_key,
                steps=steps,
            )
    for file in files:
        output.line(str(file))
    if mark is not None and ended is not None:
        _write_mark(mark, ended)
    elif ended is not None:
        output.say(f"crossfoot: what changes from now on: crossfoot export DIR --since {ended}")


@contextmanager
def _progress() -> Iterator[Steps | None]:
    """Give what shows progress, None where nobody watches: rows are counted for it alone."""
    from crossfoot.commands.progress import steps

    if not output.on_terminal(sys.stderr):
        yield None
        return
    with ExitStack() as stack:
        yield lambda number: stack.enter_context(steps("writing", number))


def _marked(mark: Path) -> str | None:
    try:
        return mark.read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {mark}", "name a file that export --mark wrote") from error


def _write_mark(mark: Path, run: str) -> None:
    """Write *run* into the file, whole or not at all."""
    new = mark.with_name(f".{mark.name}.new")
    try:
        new.write_text(f"{run}\n", encoding="utf-8")
        new.replace(mark)
    except OSError as error:
        raise StoreError(
            f"the export is written, but not {mark}: {error.strerror or error}",
            f"write this line into it for the next increment: {run}",
        ) from error

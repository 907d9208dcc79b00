"""Options that several commands share, declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crossfoot import database_name
from crossfoot.output import Format

DEFAULT_DATABASE = database_name.DEFAULT_DATABASE
DATABASE_VARIABLE = database_name.DATABASE_VARIABLE

Database = Annotated[
    str,
    typer.Option(
        "--db",
        metavar="URL",
        envvar=DATABASE_VARIABLE,
        help="The database, as an SQLAlchemy URL: sqlite:///FILE, or postgresql://USER@HOST/NAME "
        "with crossfoot[postgres] installed.",
    ),
]
Form = Annotated[
    Format,
    typer.Option("--format", help="How to write the rows: for people, or for programs."),
]
Council = Annotated[
    str | None, typer.Option("--council", metavar="NAME", help="Only this council's.")
]
Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH…", help="PDF files, or folders that hold some.")
]
Document = Annotated[
    str,
    typer.Argument(
        metavar="DOCUMENT", help="The beginning of a document id, a file name, or a path."
    ),
]

"""Every relation as files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.checking import check
from crossfoot.library.opening import reading
from crossfoot.normalise.codes import code_key
from crossfoot.store.export import Format
from crossfoot.store.export import export as write

if TYPE_CHECKING:
    from crossfoot.library.opening import AnyStore


def export(
    store: AnyStore,
    directory: str | os.PathLike[str],
    *,
    format: Format = "csv",
    council: str | None = None,
    code: str | None = None,
    since: str | None = None,
    loads: bool = False,
) -> list[Path]:
    """Write every relation into a folder, as ``crossfoot export`` does, and return the files.

    The folder is made where it is missing and then holds this export alone. *council* and *code*
    narrow it; with *since* (the id of a run, :attr:`crossfoot.Report.load_id`) it is an increment;
    *loads* writes the runs and their times too. The same content gives the same bytes.

    Raises UsageError for a format, council, code or run that is not there, and StoreError where
    the folder cannot be written.
    """
    with reading(store) as opened:
        check(opened)
        return write(
            opened,
            Path(directory),
            format,
            council=council,
            code=code,
            since=since,
            include_loads=loads,
            code_key=code_key,
        )

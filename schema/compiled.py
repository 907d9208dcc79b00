"""Inner loops in C, where they were built: ``loops`` are those of this room, else ``None``.

They ask of a cell what is asked most, and make ids, sums and rows, of which a page has hundreds.

Whatever is compiled has a twin in Python that is the reference and gives the same answers, only
slower. Where the environment says ``CROSSFOOT_LOOPS=python`` the twins run: to compare, or where
the compiled ones are doubted.
"""

from __future__ import annotations

import hashlib
import importlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from crossfoot.schema.text import fold

if TYPE_CHECKING:
    from pydantic import BaseModel

    from crossfoot.schema.page import Cell

_SWITCH = "CROSSFOOT_LOOPS"


class Loops(Protocol):
    """What the module in C of this room does; each function says which one in Python it is for."""

    SOURCES: str  #: the digest of what it was built from

    def bind_twins(self, twins: tuple[Callable[[Any], Any], ...], /) -> None:
        """Take ``text.fold``, and who answers for cells that are not plain, in the order below.

        Until then the others raise ValueError where they need them.
        """

    def cell_text(self, cell: Cell, /) -> str:
        """``Cell.text``."""

    def cell_plain(self, cell: Cell, /) -> str:
        """``Cell.plain``."""

    def cell_named(self, cell: Cell, /) -> str:
        """``Cell.named``."""

    def cell_symbols(self, cell: Cell, /) -> tuple[str, ...]:
        """``Cell.symbols``."""

    def prints(self, cell: Cell, /) -> bool:
        """``page.prints``."""

    def row_maker(self, held: tuple[Any, type[BaseModel], dict[str, Any], set[str]], /) -> Any:
        """Return ``model.unchecked``.

        *held* are its twin, which is called where values do not fit, the rows' kind, the blank
        values of a row, and the names of all.
        """


def load(module: str, sources: Path) -> Any | None:
    """Return a compiled *module*, ``None`` where it is not wanted or was not built.

    *sources* is the folder of what it is built from, which is here in a working copy only: a build
    may be older than they are, and then it is not used.
    """
    if os.environ.get(_SWITCH) == "python":
        return None
    try:
        found = importlib.import_module(module)
    except ImportError:  # it was built without a compiler, or for another machine
        return None
    return found if _digest(sources) in (None, found.SOURCES) else None


def _digest(folder: Path) -> str | None:
    if not folder.is_dir():
        return None
    sources = [*sorted(folder.glob("*.c")), *sorted(folder.glob("*.h"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()


def answered(kind: type[Cell], prints: Callable[[Cell], bool]) -> Callable[[Cell], bool]:
    """Have what a cell is asked most answered in C, where that was built.

    *kind* are the cells, *prints* the twin of ``page.prints``, which is returned.
    """
    if loops is None:
        return prints
    names = ("text", "plain", "named", "symbols")
    twins: list[property] = [vars(kind)[name] for name in names]
    loops.bind_twins((fold, *(twin.fget for twin in twins if twin.fget), prints))
    for name, twin in zip(names, twins, strict=True):
        setattr(kind, name, property(getattr(loops, f"cell_{name}"), doc=twin.__doc__))
    return loops.prints


loops: Loops | None = load("crossfoot.schema._inner", Path(__file__).with_name("inner"))

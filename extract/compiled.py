"""The inner loops in C, where they were built: ``loops``, else ``None``.

The loops in Python are the reference and give the same answers, only slower. Where the environment
says ``CROSSFOOT_LOOPS=python`` they run: to compare, or where the compiled ones are doubted.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from crossfoot.extract.characters import Run
    from crossfoot.extract.drawing import Fill
    from crossfoot.extract.rules import Rule
    from crossfoot.extract.space import Matrix
    from crossfoot.schema.page import Box

_SWITCH = "CROSSFOOT_LOOPS"
_MODULE = "crossfoot.extract._inner"


class Loops(Protocol):
    """What the module in C does; each function says which one in Python it stands for.

    Pages and text pages are given by their addresses. Raises MemoryError where there is none.
    """

    CALLS: tuple[str, ...]  #: the functions of PDFium's that it calls
    SOURCES: str  #: the digest of what it was built from

    def bind(self, addresses: tuple[int, ...], /) -> None:
        """Take the addresses of ``CALLS``; until then the others raise ValueError."""

    def read_words(self, text: int, matrix: Matrix, run: type[Run], /) -> list[Run]:
        """``characters.read_runs``."""

    def read_paths(
        self,
        page: int,
        start: int,
        budget: int,
        matrix: Matrix,
        thin: float,
        found: tuple[list[Rule], list[Fill]],
        kinds: tuple[type[Rule], type[Fill], type[Box]],
        /,
    ) -> tuple[int, int]:
        """``drawing.read_drawing`` for plain paths, from the object at *start* on.

        Adds to what is *found*. Returns the place of the first object that is neither text nor
        a plain path, or how many there are, and what is left of the *budget* of objects.
        """

    def doubtful_texts(self, page: int, /) -> list[int]:
        """Return the places of the text objects that ``veil`` and ``path`` must look at."""

    def count_drawn(self, page: int, /) -> int:
        """``len(Page.drawn())``."""


def _load() -> Loops | None:
    if os.environ.get(_SWITCH) == "python":
        return None
    try:
        found = cast("Loops", importlib.import_module(_MODULE))
    except ImportError:  # it was built without a compiler, or for another machine
        return None
    if _digest() not in (None, found.SOURCES):
        return None
    functions = (getattr(pdfium, name) for name in found.CALLS)
    found.bind(tuple(ctypes.cast(function, ctypes.c_void_p).value or 0 for function in functions))
    return found


def _digest() -> str | None:
    """Return the digest of the sources in C, ``None`` where they are not here: in an installation.

    In a working copy a build may be older than they are.
    """
    folder = Path(__file__).parent / "inner"
    sources = [*sorted(folder.glob("*.c")), folder / "inner.h"]
    if not folder.is_dir():
        return None
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()


loops = _load()

"""The inner loops in C, where they were built: ``loops``, else ``None``.

The loops in Python are the reference and give the same answers, only slower; when they run is told
in :mod:`crossfoot.schema.compiled`.
"""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pypdfium2.raw as pdfium

from crossfoot.schema.compiled import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crossfoot.extract.bulk_text import PrintedLine
    from crossfoot.extract.cells import Inside, PageCell
    from crossfoot.extract.characters import Run
    from crossfoot.extract.closing import Closed
    from crossfoot.extract.drawing import Fill, Picture
    from crossfoot.extract.edges import Edge
    from crossfoot.extract.grid import GridCell
    from crossfoot.extract.hints import Look
    from crossfoot.extract.lines import Line
    from crossfoot.extract.rules import Rule
    from crossfoot.extract.space import Matrix
    from crossfoot.schema.page import Box, CellPart, TextLine

    Regions = list[list[Rule]]
    #: A grid's column edges, row edges and cells.
    Mesh = tuple[tuple[float, ...], tuple[float, ...], tuple[GridCell, ...]]


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

    def read_sides(self, text: int, places: Sequence[int], /) -> tuple[tuple[float, ...], ...]:
        """``glyphs.sides_at``."""

    def read_prose(
        self, text: int, matrix: Matrix, line: type[PrintedLine], box: type[Box], /
    ) -> list[PrintedLine] | None:
        """``bulk_text.printed_lines`` of an upright page, ``None`` where that has to tell."""

    def name_lines(
        self,
        text: int,
        number: int,
        lines: list[PrintedLine],
        line: type[TextLine],
        box: type[Box],
        /,
    ) -> list[TextLine]:
        """``triage._as_line`` of each of the *lines* of page *number*."""

    def are_bold(self, text: int, places: list[int], /) -> list[bool]:
        """``characters.is_bold`` of the character at each of the *places*."""

    def look_over(self, text: int, lines: list[PrintedLine], look: type[Look], /) -> Look | None:
        """``hints.look_over``, which has to look again at the lines that are named as doubtful.

        Returns ``None`` where there are more lines than a page of prose has.
        """

    def read_paths(
        self,
        objects: object,
        start: int,
        budget: int,
        matrix: Matrix,
        thin: float,
        found: tuple[list[Rule], list[Fill], list[Picture]],
        kinds: tuple[type[Rule], type[Fill], type[Picture], type[Box], type[Matrix]],
        /,
    ) -> tuple[int, int]:
        """``drawing.read_drawing`` for plain paths of a page's *objects*, from that at *start* on.

        Adds to what is *found*. Returns the place of the first object that is neither text, picture
        nor plain path, or how many there are, and what is left of the *budget* of objects.
        """

    def doubtful_texts(self, objects: object, /) -> list[int]:
        """Return the places of the text objects that ``veil`` and ``path`` must look at."""

    def list_objects(self, page: int, /) -> tuple[object, list[tuple[int, int]]]:
        """List the objects of a page once, for ``read_paths`` and ``doubtful_texts``.

        Returns them, valid while the page is open, and the place and the kind of each that is no
        text.
        """

    def connect_rules(self, rules: list[Rule], reach: float, rule: type[Rule], /) -> Regions:
        """``regions.connected_regions``."""

    def close_region(self, region: list[Rule], snap: float, rule: type[Rule], /) -> Closed:
        """``closing.closed``."""

    def rules_outside(
        self, rules: list[Rule], grids: list[tuple[float, float, float, float]], /
    ) -> list[Rule]:
        """``unread._outside``; of the *grids* top, bottom, left and right are given."""

    def merge_rules(self, rules: list[Rule], snap: float, reach: float, /) -> list[Edge]:
        """``edges.merge_edges``."""

    def stored_data(self, image: int, /) -> bytes | None:
        """``pictures._data_of`` of the picture at an address."""

    def picture_look(
        self, kind: int, wide: int, high: int, stride: int, data: bytes, /
    ) -> bytes | None:
        """``pictures._look``; ``None`` for a bitmap of another kind or size than PDFium renders."""

    def paint_cells(
        self, fills: list[Fill], cells: tuple[GridCell, ...], bounds: Box, /
    ) -> tuple[dict[int, str | None], dict[int, list[str]]]:
        """``cell_fills.cell_fills``."""

    def runs_apart(self, runs: list[Run], /) -> list[tuple[Run, Run]]:
        """``printed._apart``."""

    def runs_outside(
        self, runs: list[Run], boxes: list[tuple[float, float, float, float]], /
    ) -> list[Run]:
        """``places.runs_outside``."""

    def runs_beyond(self, runs: list[Run], wide: float, high: float, /) -> list[Run]:
        """``unseen._beyond``."""

    def runs_narrowing(self, runs: list[Run], /) -> list[int]:
        """Return the places of the runs that ``raised`` must look at."""

    def any_turned(self, runs: list[Run], /) -> bool:
        """``characters.any_turned``."""

    def find_cells(
        self,
        upright: list[Edge],
        level: list[Edge],
        reach: float,
        steps: int,
        cell: type[GridCell],
        box: type[Box],
        /,
    ) -> tuple[list[Mesh], float, float] | None:
        """From edges to the grids they make, as ``grid._grids_of``.

        Returns them, and where the first cell of all begins and the last one ends; ``None`` for a
        drawing of more lines than a table has, or where the search takes more *steps*.
        """

    def pack_places(self, grids: list[tuple[*Mesh, bool]], /) -> object | None:
        """Pack grids, each with whether it stands alone, for :meth:`share_runs`.

        Returns ``None`` where they have too many places.
        """

    def share_runs(
        self,
        packed: object,
        runs: list[Run],
        start: int,
        texts: list[dict[int, list[Run]]],
        outside: list[Run],
        before: Run | None,
        spot: tuple[int, int],
        /,
    ) -> tuple[int, Run | None, tuple[int, int]]:
        """``share.share_out`` for plain runs, from the one at *start* on.

        *before* is the last run that was put into a cell, *spot* that cell. Adds to *texts* and
        *outside*. Returns the place of the first run that is not plain, or how many there are,
        and *before* and *spot* as they are then.
        """

    def read_lines(
        self, runs: list[Run], split_at: float | None, line: type[Line], box: type[Box], /
    ) -> list[Line] | None:
        """``lines._gone_through``."""

    def round_boxes(self, boxes: list[Box], box: type[Box], /) -> list[Box]:
        """``outside._rounded``."""

    def fill_cells(
        self,
        grid: tuple[GridCell, ...],
        inside: Inside,
        page: int,
        cells: list[PageCell],
        kinds: tuple[type[CellPart], type[PageCell], type[Box]],
        /,
    ) -> None:
        """Add the next *cells* of a *grid*, as ``cells._cell``, up to one that is not plain."""


def _load() -> Loops | None:
    inner = Path(__file__).with_name("inner")
    found: Loops | None = load("crossfoot.extract._inner", inner)
    if found is None:
        return None
    functions = (getattr(pdfium, name) for name in found.CALLS)
    found.bind(tuple(ctypes.cast(function, ctypes.c_void_p).value or 0 for function in functions))
    return found


loops = _load()

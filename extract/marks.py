"""From a PDF page to its marks: characters, rules, fills, pictures and shapes.

PDFium parses; every box is turned once into displayed space (PDF points, origin top-left of the
page as displayed, y down).
"""

from __future__ import annotations

from typing import NamedTuple

from crossfoot.extract.characters import Run, read_runs
from crossfoot.extract.drawing import Fill, Picture, Shape, read_drawing
from crossfoot.extract.pdfium import Page
from crossfoot.extract.raised import with_raised_apart
from crossfoot.extract.replaced import with_replaced_in_place
from crossfoot.extract.rules import Rule
from crossfoot.extract.space import display_matrix
from crossfoot.extract.unseen import seen
from crossfoot.schema.page import Box, Doubt


class Marks(NamedTuple):
    """All marks of one page. ``page`` counts from 1; ``width`` and ``height`` are as displayed.

    ``fills`` are in painting order, the last one on top. ``passed`` are places whose drawings were
    not looked at, and why, ``unseen`` doubts about text that was left out. ``cut_short`` says why
    not all of the page was looked at, ``None`` if it was.
    """

    page: int
    width: float
    height: float
    runs: list[Run]
    rules: list[Rule]
    fills: list[Fill]
    pictures: list[Picture]
    shapes: list[Shape]
    passed: list[tuple[Box, str]]
    cut_short: str | None
    unseen: list[Doubt]


def read_marks(page: Page, number: int, thin: float) -> Marks:
    """Read the marks of an open page.

    ``thin`` is the thickest filled bar, in points, that counts as a rule. Raises
    :class:`crossfoot.schema.errors.DocumentError` if PDFium cannot read the page's text.
    """
    matrix, width, height = display_matrix(page)
    runs = with_replaced_in_place(page, _painted_once(read_runs(page, matrix)), matrix)
    runs = with_raised_apart(page, runs, matrix)
    drawing = read_drawing(page, matrix, thin)
    runs, unseen = seen(page, number, runs, drawing, Box(0.0, 0.0, width, height))
    return Marks(
        number,
        width,
        height,
        runs,
        drawing.rules,
        drawing.fills,
        drawing.pictures,
        drawing.shapes,
        drawing.passed,
        drawing.cut_short,
        unseen,
    )


def _painted_once(runs: list[Run]) -> list[Run]:
    """Return the print of a page that is painted whole a second time over itself only once."""
    half = len(runs) // 2
    if len(runs) < 2 or len(runs) % 2 or not _is_again(runs[0], runs[half]):
        return runs
    return runs[:half] if all(map(_is_again, runs[:half], runs[half:])) else runs


def _is_again(run: Run, later: Run) -> bool:
    """Whether both spell the same in the same box."""
    return run[:5] == later[:5]

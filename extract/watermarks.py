"""Words printed large over a page: DRAFT, CONFIDENTIAL."""

from __future__ import annotations

from operator import itemgetter

from crossfoot.extract.characters import Run
from crossfoot.extract.marks import Marks
from crossfoot.extract.pen import LEVEL, OBLIQUE

_LARGE = 30.0  # points; they are set at 40 and up, headings at a slant at 14 at most
CAPITALS = 0.6  # font sizes: the least height of capitals
_size = itemgetter(Run._fields.index("size"))


def may_be_watermark(run: Run) -> bool:
    """Whether a run may be one: large, and at a slant or a word; a large figure is none."""
    if run.size < _LARGE:
        return False
    return run.turn == OBLIQUE or (run.turn == LEVEL and run.text.isalpha())


def without_watermarks(marks: Marks) -> Marks:
    """Return the marks of a page without words that may be watermarks."""
    if max(map(_size, marks.runs), default=0.0) < _LARGE:
        return marks
    return marks._replace(runs=[run for run in marks.runs if not may_be_watermark(run)])

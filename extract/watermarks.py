"""Words printed large over a page: DRAFT, CONFIDENTIAL."""

from __future__ import annotations

from operator import itemgetter

from crossfoot.extract.characters import Run
from crossfoot.extract.marks import Marks
from crossfoot.extract.pen import LEVEL, OBLIQUE

_LARGE = 30.0  # points; they are set at 40 and up, headings at a slant at 14 at most
_SMALLER = 0.5  # times its size: print over which a watermark lies
CAPITALS = 0.6  # font sizes: the least height of capitals
_size = itemgetter(Run._fields.index("size"))


def may_be_watermark(run: Run) -> bool:
    """Whether a run may be one: large, and at a slant or a word; a large figure is none."""
    if run.size < _LARGE:
        return False
    return run.turn == OBLIQUE or (run.turn == LEVEL and run.text.isalpha())


def apart(runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """Return the runs that are no level words printed over others, and those that are.

    Words at a slant are lines of their own already.
    """
    large = [run for run in runs if run.turn == LEVEL and may_be_watermark(run)]
    over = {id(run) for run in large if _has_print_in_it(run, runs)}
    return [run for run in runs if id(run) not in over], [run for run in runs if id(run) in over]


def _has_print_in_it(large: Run, runs: list[Run]) -> bool:
    return any(
        run.size < _SMALLER * large.size
        and large.x0 < run.x1
        and run.x0 < large.x1
        and large.y0 < (run.y0 + run.y1) / 2 < large.y1
        for run in runs
    )


def without_watermarks(marks: Marks) -> Marks:
    """Return the marks of a page without words that may be watermarks."""
    if max(map(_size, marks.runs), default=0.0) < _LARGE:
        return marks
    return marks._replace(runs=[run for run in marks.runs if not may_be_watermark(run)])

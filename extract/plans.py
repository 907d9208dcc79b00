"""Pages that show a map or a plan: thousands of paths, next to no text, nothing in line.

To sort the paths of a map into rules and to search them for grids takes longer than twenty pages
of tables. What a table draws stands in rows and columns: the ends of its rules, the sides of its
cells, the dots of its borders share their places. Those of a map do not.
"""

from __future__ import annotations

import array
import ctypes
from collections import Counter
from collections.abc import Sequence

import pypdfium2.raw as pdfium

from crossfoot.extract.pdfium import Handle, Page, pointer, raw_call
from crossfoot.schema.page import Box, Doubt

_FEWEST_PATHS = 400  # the fullest page of a table drawn cell by cell has 5 to 9 a cell
_MOST_TEXT = 1.0  # characters for each path; a table drawn cell by cell has 2 or more
_LOOKED_AT = 240  # paths, spread over the page
_SAME_PLACE = 4  # of those looked at: by chance two or three share one
_IN_LINE = 0.4  # of those looked at; of tables 0.9 and more, of maps under 0.1
_SAYS = "a map or a plan is drawn here in more than {} lines: no table was looked for"

_bounds_of = raw_call(pdfium.FPDFPageObj_GetBounds, ctypes.c_int)
_numbers = array.array("f", [0.0] * 4)
_BOUNDS = [pointer(_numbers.buffer_info()[0] + 4 * at) for at in range(4)]


def shows_a_plan(page: Page) -> bool:
    """Whether the page is a map or a plan, by a sample of what is drawn on it."""
    if page.count_drawn() < _FEWEST_PATHS:
        return False
    count, paths = page.sample(pdfium.FPDF_PAGEOBJ_PATH, _LOOKED_AT)
    characters = pdfium.FPDFText_CountChars(page.text)
    if count < _FEWEST_PATHS or not 0 < characters < _MOST_TEXT * count:
        return False
    return _share_in_line(paths) < _IN_LINE


def _share_in_line(paths: list[Handle]) -> float:
    """Return which part of the paths has a side where sides of several others are."""
    sides = [_sides(path) for path in paths]
    lefts, bottoms, rights, tops = zip(*sides, strict=True)
    across, down = _shared(lefts, rights), _shared(bottoms, tops)
    in_line = sum(
        left in across or right in across or bottom in down or top in down
        for left, bottom, right, top in sides
    )
    return in_line / len(sides)


def _shared(firsts: Sequence[int], lasts: Sequence[int]) -> set[int]:
    """Return the places of several sides; what begins where it ends has one."""
    counts = Counter(firsts)
    counts.update([last for first, last in zip(firsts, lasts, strict=True) if first != last])
    return {place for place, many in counts.items() if many >= _SAME_PLACE}


def _sides(path: Handle) -> tuple[int, ...]:
    """Return a path's sides in tenths of a point, page space."""
    _bounds_of(path, *_BOUNDS)
    left, bottom, right, top = _numbers
    return round(left * 10), round(bottom * 10), round(right * 10), round(top * 10)


def plan_passed_over(number: int, width: float, height: float) -> Doubt:
    """Return what is said of such a page."""
    box = Box(0.0, 0.0, width, height).rounded()
    return Doubt("drawing", number, box, _SAYS.format(_FEWEST_PATHS), "note")

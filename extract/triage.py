"""Pages that cannot hold a table: their lines are taken from PDFium's text, and no more.

Nine in ten pages of an agenda pack are prose. To read one in full (every character's box, every
path) takes six times as long as its text. A page is passed over only where it is shown to be prose,
by all of these:

- it is stored upright, and nothing is drawn on it but text, at most three bars (too few for a grid)
  and a background; a picture, a form, a filled area or a frame sends it to the full reading;
- its text runs down the page: next to no line stands beside another or above the one printed before
  it, and next to none is wider than its letters take, as lines with the gaps of columns are;
- its lines are not those of a table: several figures side by side, a code in front, a date or a
  status at the end.

In doubt the page is read in full: that costs time, the other mistake would lose a table. Nothing is
lost of a page that was passed over: its lines are there, and it is named in the reading.
"""

from __future__ import annotations

import array
import ctypes
import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract import compiled
from crossfoot.extract.bulk_text import (
    HYPHEN,
    PrintedLine,
    boxes_of,
    lines_of_prose,
)
from crossfoot.extract.characters import is_bold
from crossfoot.extract.hints import look_at_prose
from crossfoot.extract.pdfium import Handle, Page, pointer, raw_call
from crossfoot.extract.space import Matrix, display_matrix
from crossfoot.schema.page import Box, TextLine

_MOST_BARS = 3  # one less than a grid has
_THICKEST = 4.5  # points; as of the bars that count as rules
_BACKGROUND = 0.9  # of the page's width and height
_SPLIT_AT = 2.4  # font sizes: as of lines that are read in full

_WORD = re.compile(r"\S+")

_bounds_of = raw_call(pdfium.FPDFPageObj_GetBounds, ctypes.c_int)
_draw_mode = raw_call(pdfium.FPDFPath_GetDrawMode, ctypes.c_int)
_numbers = array.array("f", [0.0] * 4)
_mode = array.array("i", (0, 0))
_BOUNDS, _MODE = (
    [pointer(buffer.buffer_info()[0] + 4 * at) for at in range(len(buffer))]
    for buffer in (_numbers, _mode)
)


class Prose(NamedTuple):
    """A page without a table: its displayed size in points and its lines, top to bottom."""

    width: float
    height: float
    lines: list[TextLine]


def prose_of(page: Page, number: int) -> Prose | None:
    """Return the lines of a page that cannot hold a table, ``None`` where it might."""
    matrix, width, height = display_matrix(page)
    if tuple(matrix[:4]) != (1, 0, 0, -1) or not _draws_nothing(page, width, height):
        return None
    lines = lines_of_prose(page, matrix)
    if lines is None:
        return None
    look = look_at_prose(page, lines)
    if look is None:
        return None
    pieces = lines
    if look.sparse:
        pieces = [
            piece
            for at, line in enumerate(lines)
            for piece in (_split(page, line, matrix) if at in look.sparse else (line,))
        ]
    if look.sparse or not look.ordered:
        pieces.sort(key=lambda line: (line.box.y1, line.box.x0))
    if compiled.loops is not None:
        text = page.text_address
        named = compiled.loops.name_lines(text, number, pieces, TextLine, Box)
    else:
        named = [_as_line(page, number, piece) for piece in pieces]
    return Prose(width, height, named)


def _draws_nothing(page: Page, width: float, height: float) -> bool:
    """Whether nothing is drawn but text, a few bars and a background."""
    if page.count_drawn() > _MOST_BARS + 1:
        return False
    bars = 0
    for mark, kind in page.drawn():
        if kind != pdfium.FPDF_PAGEOBJ_PATH:
            return False
        if _is_bar(mark):
            bars += 1
        elif not _is_background(mark, width, height):
            return False
    return bars <= _MOST_BARS


def _is_bar(path: Handle) -> bool:
    if not _bounds_of(path, *_BOUNDS):
        return False
    left, bottom, right, top = _numbers
    return min(right - left, top - bottom) <= _THICKEST


def _is_background(path: Handle, width: float, height: float) -> bool:
    left, bottom, right, top = _numbers
    _draw_mode(path, *_MODE)
    whole = right - left >= _BACKGROUND * width and top - bottom >= _BACKGROUND * height
    return whole and not _mode[1]


def _split(page: Page, line: PrintedLine, matrix: Matrix) -> Iterator[PrintedLine]:
    """Yield the pieces of a line that stand far apart."""
    words = [(match.start(), match.end()) for match in _WORD.finditer(line.text)]
    places = [line.start + at for start, end in words for at in (start, end - 1)]
    boxes = boxes_of(page, places, matrix)
    begins = 0
    for at in range(1, len(words) + 1):
        if at < len(words) and boxes[2 * at].x0 - boxes[2 * at - 1].x1 <= _SPLIT_AT * line.size:
            continue
        first, last = boxes[2 * begins], boxes[2 * at - 1]
        start, end = words[begins][0], words[at - 1][1]
        box = Box(first.x0, line.box.y0, last.x1, line.box.y1)
        yield PrintedLine(line.start + start, line.text[start:end], box, line.size)
        begins = at


def _as_line(page: Page, number: int, line: PrintedLine) -> TextLine:
    text = " ".join(line.text.replace(HYPHEN, "-").split())
    bold = is_bold(page, line.start)
    return TextLine(number, line.box.rounded(), text, round(line.size, 2), bold)

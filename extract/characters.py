"""The characters of a page, by raw PDFium calls in one loop, gathered into runs.

Per character: two calls, no ctypes argument conversion, boxes written into one flat array (half the
cost of a converted call each). The loose box alone is not enough: some producers embed fonts
without ascent and descent, and then its height depends on the letter. So where its top or bottom
changes the origin is asked for, which gives the baseline, and where that changes the size.
"""

from __future__ import annotations

import array
import ctypes
from collections import deque
from itertools import repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract.pdfium import Page, address_of, raw_call
from crossfoot.extract.space import Matrix

NO_SPACE, GUESSED_SPACE, PRINTED_SPACE = 0, 1, 2
LEVEL, UP, HEAD_DOWN, DOWN, OBLIQUE = 0, 1, 2, 3, 4
_LEANING = 0.2  # sideways per unit forward, about 11 degrees: text of a crooked scan is level

_HYPHEN_AT_LINE_END = 0x02  # PDFium's mark for a hyphen before a line break, real and soft alike
_UNMAPPED = frozenset((0xFFFD, 0xFFFE, 0xFFFF))
UNKNOWN = "\ufffd"
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_BLANKS = frozenset((0x20, 0xA0, 0x09, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000, 0x0D, 0x0A, 0x200B))
_LINE_BREAKS = frozenset((0x0D, 0x0A))
_FLOATS = 4
_SAME_BASELINE = 0.01  # points
# Font sizes that a character of a run may stand after the one before, or over it: kerning takes up
# to 0.11, the narrowest character is 0.2 wide and may be printed twice to look bold.
_RUN_GAP, _RUN_BACK = 0.09, 0.12

_get_unicode = raw_call(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
_get_loose_box = raw_call(
    pdfium.FPDFText_GetLooseCharBox,
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_int,
    ctypes.c_void_p,
)
_get_origin = raw_call(
    pdfium.FPDFText_GetCharOrigin,
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_void_p,
)
_get_size = raw_call(pdfium.FPDFText_GetFontSize, ctypes.c_double, ctypes.c_void_p, ctypes.c_int)
_get_matrix = raw_call(
    pdfium.FPDFText_GetMatrix, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)
_local = array.array("f", [0.0] * 6)
_LOCAL = _local.buffer_info()[0]
_origin = array.array("d", (0.0, 0.0))
_ORIGIN = _origin.buffer_info()[0]


class Run(NamedTuple):
    """Characters printed one after the other without a gap, and the box around them.

    Boxes are loose: advance width; font ascent to descent where the font says. ``base`` is y of the
    baseline, ``size`` the font size in points as displayed. ``order`` is the first character's
    place in the content stream, ``space`` whether a blank stands before it there: printed, guessed
    by PDFium from a gap, or none. ``lefts`` are the left edges of the characters, one for each; a
    ligature is a run of its own. ``turn`` is which way the text runs: ``LEVEL``, ``UP``,
    ``HEAD_DOWN``, ``DOWN`` or ``OBLIQUE``; where it runs up or down ``base`` is x of the baseline.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    size: float
    order: int
    space: int
    lefts: tuple[float, ...]
    turn: int = 0

    def split(self) -> list[Run]:
        """Return a run per character: for a run that rules cut through."""
        if len(self.lefts) != len(self.text) or len(self.text) < 2:
            return [self]
        rights = (*self.lefts[1:], self.x1)
        return [
            self._replace(
                text=text,
                x0=left,
                x1=right,
                order=self.order + at,
                space=NO_SPACE if at else self.space,
                lefts=(left,),
            )
            for at, (text, left, right) in enumerate(
                zip(self.text, self.lefts, rights, strict=True)
            )
        ]


def read_runs(page: Page, matrix: Matrix) -> list[Run]:
    """Return the printed characters of a page in content order, in displayed space.

    A character without a Unicode value becomes U+FFFD, so that the text says what is missing.
    """
    count = pdfium.FPDFText_CountChars(page.text)
    if count <= 0:
        return []
    handle = address_of(page.text)
    boxes = array.array("f", bytes(16 * count))
    start = boxes.buffer_info()[0]
    # Loops that run in C: a page has thousands of characters.
    codes = list(map(_get_unicode, repeat(handle), range(count)))
    places = range(start, start + 16 * count, 16)
    deque(map(_get_loose_box, repeat(handle), range(count), places), maxlen=0)
    return _displayed(page, codes, boxes, matrix)


def _displayed(
    page: Page, codes: list[int], boxes: array.array[float], matrix: Matrix
) -> list[Run]:
    a, b, c, d, e, f = matrix
    upright = (a, b, c, d) == (1, 0, 0, -1)
    handle = address_of(page.text)
    space = NO_SPACE
    line = size = nominal = base = high = low = 0.0
    runs: list[Run] = []
    text, lefts = "", [0.0]
    start_x = end_x = top_y = bottom_y = run_base = run_size = 0.0
    order = run_space = run_turn = turn = 0
    joins = False
    sides = (boxes[side::_FLOATS].tolist() for side in range(_FLOATS))
    for index, (code, left, top, right, bottom) in enumerate(zip(codes, *sides, strict=True)):
        if code in _BLANKS:
            if code not in _LINE_BREAKS:
                space = max(space, PRINTED_SPACE if right - left > 0.01 else GUESSED_SPACE)
            continue
        if upright:
            x0, y0, x1, y1 = left + e, f - top, right + e, f - bottom
        else:
            x0, y0, x1, y1 = _turned_box(matrix, left, top, right, bottom)
        if y0 != high or y1 != low:
            high, low = y0, y1
            across, base = _origin_of(handle, index, matrix)
            named = _get_size(handle, index)
            if abs(base - line) > _SAME_BASELINE or named != nominal or named == 1 or not text:
                line, nominal = base, named
                size, turn = _size_and_turn(handle, index, matrix)
            if turn in (UP, DOWN):
                base = across
        if 0x20 < code < 0xD800 and joins and not space and base == run_base:
            gap = x0 - end_x
            if -_RUN_BACK * size < gap < _RUN_GAP * size and x0 > lefts[-1]:
                text += chr(code)
                lefts.append(x0)
                end_x = x1 if x1 > end_x else end_x
                top_y = y0 if y0 < top_y else top_y
                bottom_y = y1 if y1 > bottom_y else bottom_y
                continue
        if text:
            box = (start_x, top_y, end_x, bottom_y)
            runs.append(
                Run(text, *box, run_base, run_size, order, run_space, tuple(lefts), run_turn)
            )
        text = chr(code) if 0x20 < code < 0xD800 else _spelled(code)
        joins = turn == LEVEL and len(text) == 1
        lefts = [x0]
        start_x, top_y, end_x, bottom_y = x0, y0, x1, y1
        run_base, run_size, order, run_space, run_turn = base, size, index, space, turn
        space = NO_SPACE
    if text:
        box = (start_x, top_y, end_x, bottom_y)
        runs.append(Run(text, *box, run_base, run_size, order, run_space, tuple(lefts), run_turn))
    return runs


def _turned_box(
    matrix: Matrix, left: float, top: float, right: float, bottom: float
) -> tuple[float, float, float, float]:
    one, other = matrix.point(left, top), matrix.point(right, bottom)
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[0], other[0]),
        max(one[1], other[1]),
    )


def _origin_of(handle: int, index: int, matrix: Matrix) -> tuple[float, float]:
    """Return where the character stands on its baseline, in displayed space."""
    _get_origin(handle, index, _ORIGIN, _ORIGIN + _origin.itemsize)
    return matrix.point(*_origin)


def _size_and_turn(handle: int, index: int, matrix: Matrix) -> tuple[float, int]:
    """Return the font size in points and which way the text runs.

    The nominal size may be 1; the text matrix says the rest.
    """
    size = float(_get_size(handle, index)) or 1.0
    if not _get_matrix(handle, index, _LOCAL):
        return size * matrix.scale, LEVEL
    a, b, c, d, *_ = _local
    across, down = a * matrix.a + b * matrix.c, a * matrix.b + b * matrix.d
    size *= (float(abs(a * d - b * c)) ** 0.5 or 1.0) * matrix.scale
    if abs(down) <= _LEANING * abs(across):
        return size, LEVEL if across >= 0 else HEAD_DOWN
    if abs(across) <= _LEANING * abs(down):
        return size, UP if down < 0 else DOWN
    return size, OBLIQUE


def _spelled(code: int) -> str:
    if code == _HYPHEN_AT_LINE_END:
        return "-"
    if code < 0x20 or code in _UNMAPPED or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return UNKNOWN
    return _LIGATURES.get(code) or chr(code)


def text_object_at(page: Page, order: int) -> int:
    """Return the address of the text object that paints the character at *order*, 0 if none."""
    return address_of(pdfium.FPDFText_GetTextObject(page.text, order))


def is_bold(page: Page, order: int) -> bool:
    """Whether the character at *order* is set in a bold font, by its weight or its font's name."""
    weight = pdfium.FPDFText_GetFontWeight(page.text, order)
    if weight >= 600:
        return True
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(page.text, order, buffer, 128, ctypes.byref(flags))
    return 0 < length <= 128 and b"bold" in buffer.value.lower()

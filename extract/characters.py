"""The characters of a page, by raw PDFium calls in one loop.

Per character: two calls, no ctypes argument conversion, boxes written into one flat array (half the
cost of a converted call each). The loose box alone is not enough: some producers embed fonts
without ascent and descent, and then its height depends on the letter. So where its top or bottom
changes the origin is asked for, which gives the baseline, and where that changes the size.
"""

from __future__ import annotations

import array
import ctypes
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract.pdfium import Page, address_of, raw_call
from crossfoot.extract.space import Matrix

NO_SPACE, GUESSED_SPACE, PRINTED_SPACE = 0, 1, 2

_HYPHEN_AT_LINE_END = 0x02  # PDFium's mark for a hyphen before a line break, real and soft alike
_UNMAPPED = frozenset((0x00, 0xFFFD, 0xFFFE, 0xFFFF))
_UNKNOWN_CHARACTER = "\ufffd"
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
_origin = array.array("d", (0.0, 0.0))


class Character(NamedTuple):
    """One printed character and its loose box (advance width; font ascent to descent if known).

    ``base`` is y of its baseline, ``size`` the font size in points as displayed. ``order`` counts
    in the order of the content stream. ``space`` says whether a blank stands before it there:
    printed, guessed by PDFium from a gap, or none.
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


def read_characters(page: Page, matrix: Matrix) -> list[Character]:
    """Return the printed characters of a page in content order, in displayed space.

    A character without a Unicode value becomes U+FFFD, so that the text says what is missing.
    """
    count = pdfium.FPDFText_CountChars(page.text)
    if count <= 0:
        return []
    handle = address_of(page.text)
    boxes = array.array("f", bytes(16 * count))
    start = boxes.buffer_info()[0]
    get_unicode, get_box = _get_unicode, _get_loose_box
    codes = [get_unicode(handle, index) for index in range(count)]
    for index in range(count):
        get_box(handle, index, start + 16 * index)
    return _displayed(page, codes, boxes.tolist(), matrix)


def _displayed(page: Page, codes: list[int], boxes: list[float], matrix: Matrix) -> list[Character]:
    a, b, c, d, e, f = matrix
    upright = b == 0.0 and c == 0.0
    space = NO_SPACE
    line = size = base = high = low = 0.0
    result: list[Character] = []
    append, new = result.append, tuple.__new__  # a named tuple's own constructor costs twice
    for index, code in enumerate(codes):
        at = _FLOATS * index
        left, top, right, bottom = boxes[at : at + _FLOATS]
        if code in _BLANKS:
            if code not in _LINE_BREAKS:
                space = max(space, PRINTED_SPACE if right - left > 0.01 else GUESSED_SPACE)
            continue
        if upright:
            x0, x1 = a * left + e, a * right + e
            y0, y1 = d * top + f, d * bottom + f
        else:
            x0, x1 = a * left + c * top + e, a * right + c * bottom + e
            y0, y1 = b * left + d * top + f, b * right + d * bottom + f
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        if y0 != high or y1 != low:
            high, low = y0, y1
            base = _baseline(page, index, matrix)
            if abs(base - line) > _SAME_BASELINE or not result:
                line, size = base, _size(page, index) * matrix.scale
        text = chr(code) if 0x20 < code < 0xD800 else _spelled(code)
        append(new(Character, (text, x0, y0, x1, y1, base, size, index, space)))
        space = NO_SPACE
    return result


def _baseline(page: Page, index: int, matrix: Matrix) -> float:
    start = _origin.buffer_info()[0]
    _get_origin(address_of(page.text), index, start, start + _origin.itemsize)
    return matrix.b * _origin[0] + matrix.d * _origin[1] + matrix.f


def _size(page: Page, index: int) -> float:
    """Return the font size in points: the nominal size, which may be 1, times the text matrix."""
    local = pdfium.FS_MATRIX()
    size = float(pdfium.FPDFText_GetFontSize(page.text, index)) or 1.0
    if not pdfium.FPDFText_GetMatrix(page.text, index, ctypes.byref(local)):
        return size
    return size * (float(abs(local.a * local.d - local.b * local.c)) ** 0.5 or 1.0)


def _spelled(code: int) -> str:
    if code == _HYPHEN_AT_LINE_END:
        return "-"
    if code in _UNMAPPED or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return _UNKNOWN_CHARACTER
    return _LIGATURES.get(code) or chr(code)


def is_bold(page: Page, order: int) -> bool:
    """Whether the character at *order* is set in a bold font, by its weight or its font's name."""
    weight = pdfium.FPDFText_GetFontWeight(page.text, order)
    if weight >= 600:
        return True
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(page.text, order, buffer, 128, ctypes.byref(flags))
    return 0 < length <= 128 and b"bold" in buffer.value.lower()

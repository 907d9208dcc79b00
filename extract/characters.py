"""The characters of a page, by raw PDFium calls, gathered into runs.

Text in bulk where it can be trusted; per character one call without ctypes argument conversion,
which writes the box into one flat array (half the cost of a converted call). What else is asked
for, the pen decides.
"""

from __future__ import annotations

import array
import ctypes
from collections import deque
from collections.abc import Iterator
from itertools import repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract.pdfium import Page, address_of, raw_call
from crossfoot.extract.pen import LEVEL, Pen
from crossfoot.extract.space import Matrix

NO_SPACE, GUESSED_SPACE, PRINTED_SPACE = 0, 1, 2

_HYPHEN_AT_LINE_END = 0x02  # PDFium's mark for a hyphen before a line break, real and soft alike
_HYPHEN = 0x2D
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
_SOFT_HYPHEN = 0xAD  # some fonts have their hyphen there; a soft one that is not seen is not set
_DOUBTFUL = frozenset((0x00, 0x02, _SOFT_HYPHEN, 0xFFFD, 0xFFFE, 0xFFFF))
_STRIDE = 64
_BLANKS = frozenset((0x20, 0xA0, 0x09, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000, 0x0D, 0x0A, 0x200B))
_LINE_BREAKS = frozenset((0x0D, 0x0A))
_FLOATS = 4
# Font sizes that a character of a run may stand after the one before, or over it: kerning takes up
# to 0.11, the narrowest character is 0.2 wide and may be printed twice to look bold.
_RUN_GAP, _RUN_BACK = 0.09, 0.12

_get_unicode = raw_call(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
_get_text = raw_call(
    pdfium.FPDFText_GetText,
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_int,
    ctypes.c_int,
    ctypes.c_void_p,
)
_get_loose_box = raw_call(
    pdfium.FPDFText_GetLooseCharBox,
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_int,
    ctypes.c_void_p,
)
_get_weight = raw_call(pdfium.FPDFText_GetFontWeight, ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
_get_font = raw_call(
    pdfium.FPDFText_GetFontInfo,
    ctypes.c_ulong,
    ctypes.c_void_p,
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_ulong,
    ctypes.c_void_p,
)
_font = ctypes.create_string_buffer(128)
_flags = ctypes.c_int()
_FONT, _FLAGS = ctypes.addressof(_font), ctypes.addressof(_flags)
_BOLD = 600  # semi-bold, on the scale of OpenType's usWeightClass


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
    codes = _codes(handle, count)
    # A loop that runs in C: a page has thousands of characters.
    places = range(start, start + 16 * count, 16)
    deque(map(_get_loose_box, repeat(handle), range(count), places), maxlen=0)
    return list(_runs(handle, codes, _sides(boxes, matrix), matrix))


def _codes(handle: int, count: int) -> list[int]:
    """Return the characters' Unicode values.

    PDFium's bulk text is not in step with its characters where one has no value or two UTF-16
    units; it is taken only where nothing of that kind shows, and compared at every 64th character
    from the end. In it a hyphen at a line end is U+FFFE, like a sign that has no value.
    """
    units = array.array("H", bytes(2 * (count + 1)))
    written = _get_text(handle, 0, count, units.buffer_info()[0])
    codes = units.tolist()[:count]
    if (
        written != count + 1
        or any(0xD800 <= code <= 0xDFFF for code in set(codes))
        or any(
            codes[at] != _get_unicode(handle, at) and codes[at] not in _DOUBTFUL
            for at in range(count - 1, -1, -_STRIDE)
        )
    ):
        return list(map(_get_unicode, repeat(handle), range(count)))
    if not _DOUBTFUL.isdisjoint(codes):
        for at, code in enumerate(codes):
            if code in _DOUBTFUL:
                codes[at] = _get_unicode(handle, at) if code != _SOFT_HYPHEN else _HYPHEN
    return codes


class _Sides(NamedTuple):
    """The characters' boxes, y up, and what has to be added to be in displayed space."""

    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]
    shift_x: float
    shift_y: float


def _sides(boxes: array.array[float], matrix: Matrix) -> _Sides:
    """Return the boxes; those of a page that is not stored upright are turned here."""
    lefts, tops, rights, bottoms = (boxes[side::_FLOATS].tolist() for side in range(_FLOATS))
    if tuple(matrix[:4]) == (1, 0, 0, -1):
        return _Sides(lefts, tops, rights, bottoms, matrix.e, matrix.f)
    one = [matrix.point(x, y) for x, y in zip(lefts, tops, strict=True)]
    other = [matrix.point(x, y) for x, y in zip(rights, bottoms, strict=True)]
    pairs = list(zip(one, other, strict=True))
    return _Sides(
        [min(a[0], b[0]) for a, b in pairs],
        [-min(a[1], b[1]) for a, b in pairs],
        [max(a[0], b[0]) for a, b in pairs],
        [-max(a[1], b[1]) for a, b in pairs],
        0.0,
        0.0,
    )


def _runs(handle: int, codes: list[int], sides: _Sides, matrix: Matrix) -> Iterator[Run]:
    """Gather characters into runs."""
    *columns, shift_x, shift_y = sides
    pen = Pen(handle, matrix)
    space, begins, joins = NO_SPACE, True, False
    text: list[str] = []
    lefts: list[float] = []
    base = back = ahead = high = low = 0.0
    end = highest = lowest = last = 0.0
    head = (0.0, 0.0, 0, NO_SPACE)
    turn = LEVEL

    def run() -> Run:
        xs = tuple([left + shift_x for left in lefts] if shift_x else lefts)
        box = xs[0], shift_y - highest, end + shift_x, shift_y - lowest
        # A named tuple's own constructor costs twice.
        return tuple.__new__(Run, ("".join(text), *box, *head, xs, turn))

    for index, (code, left, top, right, bottom) in enumerate(zip(codes, *columns, strict=True)):
        if code in _BLANKS:
            begins = True
            if code not in _LINE_BREAKS:
                space = max(space, PRINTED_SPACE if right - left > 0.01 else GUESSED_SPACE)
            continue
        if top != high or bottom != low:
            high, low = top, bottom
            pen.moves(index, top, bottom, begins)
            base, back, ahead = pen.base, -_RUN_BACK * pen.size, _RUN_GAP * pen.size
        begins = False
        plain = 0x20 < code < 0xD800
        follows = joins and plain and not space and base == head[0]
        if follows and back < left - end < ahead and left > last:
            text.append(chr(code))
            lefts.append(left)
            last = left
            end = right if right > end else end
            highest = top if top > highest else highest
            lowest = bottom if bottom < lowest else lowest
            continue
        if text:
            yield run()
        text, lefts = [chr(code) if plain else _spelled(code)], [left]
        turn = pen.turn
        joins = turn == LEVEL and len(text[0]) == 1
        last, end, highest, lowest = left, right, top, bottom
        head = base, pen.size, index, space
        space = NO_SPACE
    if text:
        yield run()


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
    handle = address_of(page.text)
    if _get_weight(handle, order) >= _BOLD:
        return True
    length = _get_font(handle, order, _FONT, len(_font), _FLAGS)
    return 0 < length <= len(_font) and b"bold" in _font.value.lower()

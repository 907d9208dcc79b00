"""The pen that wrote the text: its baseline, its size and which way it runs.

A character's loose box does not tell its baseline: some producers embed fonts without ascent and
descent, and then the box's height depends on the letter. So the origin is asked for where a word
begins or a box hangs higher, and the size and direction where the baseline or the size changes.
"""

from __future__ import annotations

import array
import ctypes
from itertools import repeat

import pypdfium2.raw as pdfium

from crossfoot.extract.pdfium import Pointer, pointer, raw_call
from crossfoot.extract.space import Matrix

LEVEL, UP, HEAD_DOWN, DOWN, OBLIQUE = 0, 1, 2, 3, 4
_LEANING = 0.2  # sideways per unit forward, about 11 degrees: text of a crooked scan is level
_SAME_BASELINE = 0.01  # points
_HANGS = 0.45  # font sizes a letter may hang below the baseline; the next line is 0.95 lower

_get_origin = raw_call(pdfium.FPDFText_GetCharOrigin, ctypes.c_int)
_get_size = raw_call(pdfium.FPDFText_GetFontSize, ctypes.c_double)
_get_object = raw_call(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
_get_matrix = raw_call(pdfium.FPDFText_GetMatrix, ctypes.c_int)
_local = array.array("f", [0.0] * 6)
_FORM = 4 * _local.itemsize  # all of a text matrix but where it puts the text
_LOCAL = pointer(_local.buffer_info()[0])
_origin = array.array("d", (0.0, 0.0))
_ORIGIN_X, _ORIGIN_Y = (pointer(_origin.buffer_info()[0] + 8 * at) for at in range(2))


class Pen:
    """Follows the text from character to character.

    ``base`` is y of the baseline in displayed space (x where the text runs up or down), ``size``
    the font size in points as displayed, ``turn`` which way the text runs. To ask PDFium for each
    character's origin takes half the time of a page whose fonts have no ascent and descent, so
    inside a word a letter of the same size that hangs no higher than those before is taken to stand
    on their line. What one text object paints is of one size, and stands on one line if level.
    """

    __slots__ = (
        "_asked",
        "_floor",
        "_form",
        "_handle",
        "_line",
        "_matrix",
        "_nominal",
        "_painter",
        "_upright",
        "base",
        "size",
        "turn",
    )

    def __init__(self, handle: Pointer, matrix: Matrix) -> None:
        self._handle, self._matrix = handle, matrix
        self._line = self._nominal = self._floor = 0.0
        self._asked = (0.0, 0.0)
        self._painter: int | None = None
        self._form: bytes | None = None
        self._upright = False
        self.base = self.size = 0.0
        self.turn = LEVEL

    def moves(self, index: int, top: float, bottom: float) -> None:
        """Follow to the character at *index*, whose box is (*top*, *bottom*), y up."""
        asked = top, bottom
        if asked == self._asked:
            return
        self._asked = asked
        painter = _get_object(self._handle, index)
        if painter == self._painter and self._stays(bottom, bottom):
            return
        self._painter = painter
        across, base = _origin_of(self._handle, index, self._matrix)
        nominal = _get_size(self._handle, index)
        moved = abs(base - self._line) > _SAME_BASELINE
        self._floor = bottom if moved else max(self._floor, bottom)
        if moved or nominal != self._nominal or nominal == 1 or not self.size:
            self._line = base
            self._turns(index, nominal)
        self.base = across if self.turn in (UP, DOWN) else base

    def stays(self, start: int, stop: int, lowest: float, highest: float) -> bool:
        """Whether the characters from *start*, where it stands, to before *stop* stand there too.

        The bottoms of their boxes lie between *lowest* and *highest*, y up. They are one word.
        """
        first, last = (_get_object(self._handle, index) for index in (start, stop - 1))
        if first == last and self._stays(lowest, highest):
            return True
        sizes = map(_get_size, repeat(self._handle), range(start, stop))
        return self._reaches(lowest, highest) and set(sizes) == {self._nominal}

    def goes_on(self, index: int, bottom: float) -> bool:
        """Whether a character inside a word stands where the pen is."""
        return self._reaches(bottom, bottom) and _get_size(self._handle, index) == self._nominal

    def _reaches(self, lowest: float, highest: float) -> bool:
        return (
            highest <= self._floor
            and self._floor - _HANGS * self.size < lowest
            and self.turn == LEVEL
            and self._nominal != 1
        )

    def _stays(self, lowest: float, highest: float) -> bool:
        """Whether the text object goes on along its line: signs set vertically hang further off."""
        hangs = _HANGS * self.size
        if not self._upright or highest - self._floor > hangs or self._floor - lowest > hangs:
            return False
        self._floor = max(self._floor, highest)
        return True

    def _turns(self, index: int, nominal: float) -> None:
        """Take on the size and direction of the character at *index*.

        The nominal size may be 1; the text matrix says the rest.
        """
        known = _get_matrix(self._handle, index, _LOCAL)
        form = _local.tobytes()[:_FORM] if known else b""
        if form == self._form and nominal == self._nominal:
            return
        self._form, self._nominal = form, nominal
        size = nominal or 1.0
        if not known:
            self.size, self.turn, self._upright = size * self._matrix.scale, LEVEL, False
            return
        matrix = self._matrix
        a, b, c, d, *_ = _local
        across, down = a * matrix.a + b * matrix.c, a * matrix.b + b * matrix.d
        self.size = size * (abs(a * d - b * c) ** 0.5 or 1.0) * matrix.scale
        self.turn = _turn(across, down)
        self._upright = down == 0 < across


def _origin_of(handle: Pointer, index: int, matrix: Matrix) -> tuple[float, float]:
    """Return where the character stands on its baseline, in displayed space."""
    _get_origin(handle, index, _ORIGIN_X, _ORIGIN_Y)
    return matrix.point(*_origin)


def _turn(across: float, down: float) -> int:
    """Return which way text runs that goes on by (*across*, *down*) in displayed space."""
    if abs(down) <= _LEANING * abs(across):
        return LEVEL if across >= 0 else HEAD_DOWN
    if abs(across) <= _LEANING * abs(down):
        return UP if down < 0 else DOWN
    return OBLIQUE

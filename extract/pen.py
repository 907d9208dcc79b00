"""The pen that wrote the text: its baseline, its size and which way it runs.

A character's loose box does not tell its baseline: some producers embed fonts without ascent and
descent, and then the box's height depends on the letter. So the origin is asked for where a word
begins or a box hangs higher, and the size and direction where the baseline or the size changes.
"""

from __future__ import annotations

import array
import ctypes

import pypdfium2.raw as pdfium

from crossfoot.extract.pdfium import raw_call
from crossfoot.extract.space import Matrix

LEVEL, UP, HEAD_DOWN, DOWN, OBLIQUE = 0, 1, 2, 3, 4
_LEANING = 0.2  # sideways per unit forward, about 11 degrees: text of a crooked scan is level
_SAME_BASELINE = 0.01  # points
_HANGS = 0.45  # font sizes a letter may hang below the baseline; the next line is 0.95 lower

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


class Pen:
    """Follows the text from character to character.

    ``base`` is y of the baseline in displayed space (x where the text runs up or down), ``size``
    the font size in points as displayed, ``turn`` which way the text runs. To ask PDFium for each
    character's origin takes half the time of a page whose fonts have no ascent and descent, so
    inside a word a letter of the same size that hangs no higher than those before is taken to stand
    on their line.
    """

    def __init__(self, handle: int, matrix: Matrix) -> None:
        self._handle, self._matrix = handle, matrix
        self._line = self._nominal = self._floor = 0.0
        self._asked = (0.0, 0.0)
        self.base = self.size = 0.0
        self.turn = LEVEL

    def moves(self, index: int, top: float, bottom: float, begins: bool) -> None:
        """Follow to the character at *index*, whose box is (*top*, *bottom*), y up."""
        if (top, bottom) == self._asked or (not begins and self._goes_on(index, bottom)):
            return
        self._asked = top, bottom
        across, base = _origin_of(self._handle, index, self._matrix)
        nominal = _get_size(self._handle, index)
        moved = abs(base - self._line) > _SAME_BASELINE
        self._floor = bottom if moved else max(self._floor, bottom)
        if moved or nominal != self._nominal or nominal == 1 or not self.size:
            self._line, self._nominal = base, nominal
            self.size, self.turn = _size_and_turn(self._handle, index, self._matrix)
        self.base = across if self.turn in (UP, DOWN) else base

    def _goes_on(self, index: int, bottom: float) -> bool:
        return (
            self.turn == LEVEL
            and self._floor - _HANGS * self.size < bottom <= self._floor
            and self._nominal != 1
            and _get_size(self._handle, index) == self._nominal
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

"""Digits by their ink: what a font calls a digit and is drawn far lower than one is none.

Ghostscript 10.00 writes the letter of a dash as the sum of its two bytes, so that the en dash
(U+2013) is "3" to every reader: one that stands for "no result" becomes a figure, and 2003–04 a
number.
"""

from __future__ import annotations

import array
import ctypes
import math
import re

import pypdfium2.raw as pdfium

from crossfoot.extract.pdfium import Pointer, pointer, raw_call

DASH, UNKNOWN = "–", "\ufffd"
_DIGIT = re.compile("[0-9]")
# In font sizes, from the baseline up. Of 2,500 real papers the lowest digits, old-style ones, are
# 0.4 high; dashes are up to 0.13, quotes 0.3.
_LOW = 0.3
_THIN = 0.2
_MIDDLE = 0.12, 0.55  # where the middle of a dash stands
_LONG = 1.5  # of its thickness
_LEANING = 0.2  # as of text that is level

_get_matrix = raw_call(pdfium.FPDFText_GetMatrix, ctypes.c_int)
_get_size = raw_call(pdfium.FPDFText_GetFontSize, ctypes.c_double)
_get_box = raw_call(pdfium.FPDFText_GetCharBox, ctypes.c_int)
_get_loose_box = raw_call(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)
_get_origin = raw_call(pdfium.FPDFText_GetCharOrigin, ctypes.c_int)
_form, _loose = array.array("f", [0.0] * 6), array.array("f", [0.0] * 4)
_FORM, _LOOSE_BOX = pointer(_form.buffer_info()[0]), pointer(_loose.buffer_info()[0])
_doubles = array.array("d", [0.0] * 6)
_LEFT, _RIGHT, _BOTTOM, _TOP, _X, _Y = (
    pointer(_doubles.buffer_info()[0] + 8 * at) for at in range(6)
)


def with_true_digits(handle: Pointer, text: str) -> str:
    """Return the letters of the text page *handle*, the digits among them that are none replaced.

    By a dash where the ink is one's, else by U+FFFD.
    """
    return _DIGIT.sub(lambda found: _by_its_ink(handle, found.start(), found[0]), text)


def _by_its_ink(handle: Pointer, at: int, letter: str) -> str:
    _get_loose_box(handle, at, _LOOSE_BOX)
    x0, y1, x1, y0 = _loose
    if not _get_box(handle, at, _LEFT, _RIGHT, _BOTTOM, _TOP):
        return letter
    left, right, bottom, top = _doubles[:4]
    if top - bottom >= _LOW * (y1 - y0) and right - left >= _LOW * (x1 - x0):
        return letter  # as nearly every one, whichever way it runs
    if not _get_matrix(handle, at, _FORM):
        return letter
    a, b, c, d = _form[:4]
    level = abs(b) <= _LEANING * abs(a)
    if not level and abs(a) > _LEANING * abs(b):
        return letter
    nominal = _get_size(handle, at) or 1.0
    size = abs(nominal) * math.sqrt(c * c + d * d)
    high, wide = (top - bottom, right - left) if level else (right - left, top - bottom)
    if not (high < _LOW * size and high < _LOW * (y1 - y0 if level else x1 - x0)):
        return letter
    _get_origin(handle, at, _X, _Y)
    x, y = _doubles[4:]
    middle = (top + bottom) / 2 - y if level else (left + right) / 2 - x
    if (d if level else c) * nominal < 0:
        middle = -middle
    thin = high <= _THIN * size and wide >= _LONG * high
    return DASH if thin and _MIDDLE[0] * size <= middle <= _MIDDLE[1] * size else UNKNOWN

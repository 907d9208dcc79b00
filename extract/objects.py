"""What PDFium says of one object of a page: its place, bounds, colours, and what it holds.

Calls without argument conversion, into buffers made once: a ruled page has hundreds of objects.
"""

from __future__ import annotations

import array
import ctypes
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract.pdfium import Handle, pointer, raw_call
from crossfoot.extract.space import Matrix
from crossfoot.schema.page import Box

_form_object = raw_call(pdfium.FPDFFormObj_GetObject, Handle)
_count_in_form = raw_call(pdfium.FPDFFormObj_CountObjects, ctypes.c_int)
_get_matrix = raw_call(pdfium.FPDFPageObj_GetMatrix, ctypes.c_int)
_draw_mode = raw_call(pdfium.FPDFPath_GetDrawMode, ctypes.c_int)
_stroke_width = raw_call(pdfium.FPDFPageObj_GetStrokeWidth, ctypes.c_int)
_fill_colour = raw_call(pdfium.FPDFPageObj_GetFillColor, ctypes.c_int)
_stroke_colour = raw_call(pdfium.FPDFPageObj_GetStrokeColor, ctypes.c_int)
_bounds_of = raw_call(pdfium.FPDFPageObj_GetBounds, ctypes.c_int)
_mode = array.array("i", (0, 0))
_numbers = array.array("f", [0.0] * 6)
_channels = array.array("I", [0] * 4)
_MODE, _NUMBERS, _CHANNELS = (
    [pointer(buffer.buffer_info()[0] + 4 * at) for at in range(len(buffer))]
    for buffer in (_mode, _numbers, _channels)
)
_BOUNDS, _MATRIX = _NUMBERS[:4], _NUMBERS[0]


class Paint(NamedTuple):
    """The colours of a path as ``#rrggbb``, ``None`` where nothing would be seen.

    ``alternate`` says that of one outline inside another only what lies between is filled.
    """

    fill: str | None
    stroke: str | None
    alternate: bool


def paint_of(path: Handle) -> Paint:
    """Return how a path is painted."""
    if not _draw_mode(path, *_MODE):
        return Paint(None, None, False)
    filled, stroked = _mode
    # A path that is only stroked reports a fill colour too, so the mode decides.
    fill = stroke = None
    if filled and _fill_colour(path, *_CHANNELS):
        fill = _named(_channels.tobytes())
    if stroked and _stroke_colour(path, *_CHANNELS):
        stroke = _named(_channels.tobytes())
    return Paint(fill, stroke, filled == pdfium.FPDF_FILLMODE_ALTERNATE)


@lru_cache(maxsize=256)
def _named(channels: bytes) -> str | None:
    red, green, blue, alpha = array.array("I", channels)
    return f"#{red:02x}{green:02x}{blue:02x}" if alpha else None


def stroke_width(path: Handle) -> float:
    """Return the width of a path's stroke in its own space."""
    return float(_numbers[0]) if _stroke_width(path, _MATRIX) else 0.0


def bounds_of(handle: Handle, matrix: Matrix) -> Box | None:
    """Return an object's bounds in displayed space; *matrix* is of the page or form it is in."""
    if not _bounds_of(handle, *_BOUNDS):
        return None
    left, bottom, right, top, *_ = _numbers
    a, b, c, d, e, f = matrix
    x0, x1 = a * left + c * bottom + e, a * right + c * top + e
    y0, y1 = b * left + d * bottom + f, b * right + d * top + f
    return Box(
        x0 if x0 < x1 else x1, y0 if y0 < y1 else y1, x1 if x1 > x0 else x0, y1 if y1 > y0 else y0
    )


def placed(handle: Handle, outer: Matrix) -> Matrix:
    """Return the map from an object's own space into displayed space."""
    if not _get_matrix(handle, _MATRIX):
        return outer
    return _composed(_numbers.tobytes(), outer)


@lru_cache(maxsize=256)
def _composed(inner: bytes, outer: Matrix) -> Matrix:
    """Return the map; most objects of a page share theirs."""
    return Matrix(*array.array("f", inner)).then(outer)


def objects_in(form: Handle) -> Iterator[Handle]:
    """Yield what a form holds, in painting order."""
    for index in range(max(0, _count_in_form(form))):
        yield _form_object(form, ctypes.c_ulong(index))

"""Coordinates: from a PDF page's own space into the space of the page as displayed."""

from __future__ import annotations

import array
import ctypes
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract.pdfium import Page, pointer, raw_call
from crossfoot.schema.page import Box


class Matrix(NamedTuple):
    """An affine map ``X = a*x + c*y + e``, ``Y = b*x + d*y + f`` (PDF 32000-1, 8.3.3)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def then(self, outer: Matrix) -> Matrix:
        """Return the map that applies this one first, *outer* after it."""
        return Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @property
    def scale(self) -> float:
        """How much a length grows: the square root of the area factor."""
        return float(abs(self.a * self.d - self.b * self.c) ** 0.5)


UNTURNED = Matrix(1, 0, 0, 1, 0, 0)


_bounding_box = raw_call(pdfium.FPDF_GetPageBoundingBox, ctypes.c_int)
_rotation = raw_call(pdfium.FPDFPage_GetRotation, ctypes.c_int)
_bounds = array.array("f", [0.0] * 4)
_BOUNDS = pointer(_bounds.buffer_info()[0])


def display_matrix(page: Page) -> tuple[Matrix, float, float]:
    """Return the map from page space to displayed space, and the displayed width and height.

    PDFium applies neither the crop box origin nor ``/Rotate`` to the boxes it reports, so both are
    applied here, once.
    """
    if _bounding_box(page.at, _BOUNDS):
        left, top, right, bottom = _bounds  # FS_RECTF
    else:
        left, bottom = 0.0, 0.0
        right = pdfium.FPDF_GetPageWidthF(page.raw)
        top = pdfium.FPDF_GetPageHeightF(page.raw)
    left, right = (right, left) if right < left else (left, right)
    bottom, top = (top, bottom) if top < bottom else (bottom, top)
    wide, high = right - left, top - bottom
    quarter_turns = _rotation(page.at) % 4
    if quarter_turns == 0:
        return Matrix(1, 0, 0, -1, -left, top), wide, high
    if quarter_turns == 1:
        return Matrix(0, 1, 1, 0, -bottom, -left), high, wide
    if quarter_turns == 2:
        return Matrix(-1, 0, 0, 1, right, -bottom), wide, high
    return Matrix(0, -1, -1, 0, top, right), high, wide


def box_of(points: list[tuple[float, float]]) -> Box:
    """Return the smallest box around at least one point."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))

"""What is drawn on a page: rules, fills, pictures and shapes, forms walked into."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract.path import Subpath, read_clip, read_subpaths
from crossfoot.extract.pdfium import Page
from crossfoot.extract.space import Matrix, box_of
from crossfoot.schema.page import Box

_DEEPEST_FORM = 12  # forms may hold forms; a file that nests deeper does so to do harm
_MOST_OBJECTS = 400_000
_LARGEST_SHAPE = 60.0  # points; a status mark is 5 to 30 pt wide
_SMALLEST_SHAPE = 3.0


class Rule(NamedTuple):
    """A ruling line, by its centre: ``at`` is y of a level rule, x of an upright one."""

    level: bool
    at: float
    start: float
    end: float
    width: float


class Fill(NamedTuple):
    """A filled area wider than a rule; ``colour`` is ``#rrggbb``."""

    box: Box
    colour: str


class Picture(NamedTuple):
    """A picture placed on the page. ``handle`` is PDFium's object, valid while the page is open."""

    box: Box
    handle: object


class Shape(NamedTuple):
    """A small drawn figure that is neither rule nor cell background.

    ``outline`` describes its form independent of place and size, with its colour.
    """

    box: Box
    outline: str


class Drawing(NamedTuple):
    rules: list[Rule]
    fills: list[Fill]
    pictures: list[Picture]
    shapes: list[Shape]


def read_drawing(page: Page, matrix: Matrix, thin: float) -> Drawing:
    """Walk the page's objects in painting order and sort them into kinds."""
    drawing = Drawing([], [], [], [])
    _Walk(drawing, thin).page(page.raw, matrix)
    return drawing


class _Walk:
    """One pass over the objects; the budget keeps a hostile file from holding it for ever."""

    def __init__(self, drawing: Drawing, thin: float) -> None:
        self._drawing = drawing
        self._thin = thin
        self._budget = _MOST_OBJECTS
        self._local = pdfium.FS_MATRIX()

    def page(self, raw: pdfium.FPDF_PAGE, matrix: Matrix) -> None:
        for index in range(pdfium.FPDFPage_CountObjects(raw)):
            self._one(pdfium.FPDFPage_GetObject(raw, index), matrix, 0)

    def _form(self, form: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, depth: int) -> None:
        inner = self._matrix_of(form).then(matrix)
        for index in range(max(0, pdfium.FPDFFormObj_CountObjects(form))):
            self._one(pdfium.FPDFFormObj_GetObject(form, index), inner, depth)

    def _one(self, handle: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, depth: int) -> None:
        self._budget -= 1
        if self._budget < 0 or not handle:
            return
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(handle, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            whole = self._matrix_of(handle).then(matrix)
            corners = [whole.point(x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
            self._drawing.pictures.append(Picture(box_of(corners), handle))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            self._form(handle, matrix, depth + 1)

    def _matrix_of(self, handle: pdfium.FPDF_PAGEOBJECT) -> Matrix:
        local = self._local
        if not pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(local)):
            return Matrix(1, 0, 0, 1, 0, 0)
        return Matrix(local.a, local.b, local.c, local.d, local.e, local.f)

    def _path(self, handle: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(handle, ctypes.byref(fill_mode), ctypes.byref(stroked)):
            return
        # A path that is only stroked reports a fill colour too, so the mode decides.
        fill = _colour(handle, pdfium.FPDFPageObj_GetFillColor) if fill_mode.value else None
        stroke = _colour(handle, pdfium.FPDFPageObj_GetStrokeColor) if stroked.value else None
        if fill is None and stroke is None:
            return
        whole = self._matrix_of(handle).then(matrix)
        subpaths = read_subpaths(handle, whole)
        width = ctypes.c_float(0.0)
        if stroke is not None:
            pdfium.FPDFPageObj_GetStrokeWidth(handle, ctypes.byref(width))
        clip = read_clip(handle, matrix)
        for subpath in subpaths:
            if fill is not None:
                self._filled(subpath, fill, clip)
            if stroke is not None:
                self._stroked(subpath, stroke, width.value * whole.scale, clip)

    def _filled(self, subpath: Subpath, colour: str, clip: Box | None) -> None:
        box = subpath.box
        if clip is not None:
            # Some producers fill the whole page and clip it to the cell.
            box = box.overlap(clip)
            if box.x1 - box.x0 <= 0 and box.y1 - box.y0 <= 0:
                return
        wide, high = box.x1 - box.x0, box.y1 - box.y0
        if not subpath.curved and min(wide, high) <= self._thin:
            if max(wide, high) > self._thin or max(wide, high) > 4 * min(wide, high):
                self._bar(box)
            return
        small = _SMALLEST_SHAPE <= max(wide, high) <= _LARGEST_SHAPE
        if small and (subpath.curved or not subpath.rectangular):
            self._drawing.shapes.append(Shape(box, f"{subpath.outline()}:{colour}"))
        elif not subpath.curved:
            self._drawing.fills.append(Fill(box, colour))

    def _bar(self, box: Box) -> None:
        wide, high = box.x1 - box.x0, box.y1 - box.y0
        if wide >= high:
            rule = Rule(True, (box.y0 + box.y1) / 2, box.x0, box.x1, high)
        else:
            rule = Rule(False, (box.x0 + box.x1) / 2, box.y0, box.y1, wide)
        self._drawing.rules.append(rule)

    def _stroked(self, subpath: Subpath, colour: str, width: float, clip: Box | None) -> None:
        box = subpath.box
        largest = max(box.x1 - box.x0, box.y1 - box.y0)
        if subpath.curved:
            if _SMALLEST_SHAPE <= largest <= _LARGEST_SHAPE:
                self._drawing.shapes.append(Shape(box, f"{subpath.outline()}:line{colour}"))
            return
        for level, at, start, end in subpath.straight_sides():
            if clip is not None and not _within(clip, level, at, start, end):
                continue
            if width > self._thin:
                half = width / 2
                bar = (
                    (start, at - half, end, at + half)
                    if level
                    else (at - half, start, at + half, end)
                )
                self._drawing.fills.append(Fill(Box(*bar), colour))
            else:
                self._drawing.rules.append(Rule(level, at, start, end, width))


def _within(clip: Box, level: bool, at: float, start: float, end: float) -> bool:
    """Whether any of a rule is seen through a clip."""
    across = (clip.y0, clip.y1) if level else (clip.x0, clip.x1)
    along = (clip.x0, clip.x1) if level else (clip.y0, clip.y1)
    return across[0] - 1 <= at <= across[1] + 1 and start < along[1] and end > along[0]


def _colour(handle: pdfium.FPDF_PAGEOBJECT, getter: object) -> str | None:
    """Return ``#rrggbb``, or ``None`` where nothing would be seen."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    arguments = [ctypes.byref(part) for part in (red, green, blue, alpha)]
    if not getter(handle, *arguments) or alpha.value == 0:  # type: ignore[operator]
        return None
    return f"#{red.value:02x}{green.value:02x}{blue.value:02x}"

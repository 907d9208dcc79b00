"""What is drawn on a page: rules, fills, pictures and shapes, forms walked into."""

from __future__ import annotations

import array
import ctypes
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract.frames import frames_opened
from crossfoot.extract.path import Subpath, clipped_among, count_segments, read_clip, read_subpaths
from crossfoot.extract.pdfium import Handle, Page, pointer, raw_call, type_of
from crossfoot.extract.rules import Rule, with_dashes_joined
from crossfoot.extract.space import Matrix, box_of
from crossfoot.extract.veil import veiled_among
from crossfoot.schema.page import Box

_DEEPEST_FORM = 12  # forms may hold forms; a file that nests deeper does so to do harm
_MOST_OBJECTS = 400_000
_LARGEST_SHAPE = 60.0  # points; a status mark is 5 to 30 pt wide
_SMALLEST_SHAPE = 3.0
# A page of 24 rows with dotted borders has 20,000 where each cell draws its own.
_LOWEST_HEAD, _LONGEST_HEAD = 2.0, 4.0  # points; times its height
_MOST_DOTS = 100_000
_MOST_SEGMENTS = 20_000  # in one path; a map's coastline, not a table
_TOO_MANY_DOTS = "there are too many dots to look at: a rule or a symbol may be missed"
_TOO_LONG = "what is drawn here in one stroke is too long to look at: a rule may be missed"

# Calls without argument conversion, into buffers made once.
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
_ONE_OUTLINE = 6  # segments: a rectangle has four or five and a close


class Fill(NamedTuple):
    """A filled area wider than a rule; ``colour`` is ``#rrggbb``."""

    box: Box
    colour: str


class Picture(NamedTuple):
    """A picture placed on the page.

    ``handle`` is the address of PDFium's object, valid while the page is open; ``matrix`` maps the
    unit square to where the picture is displayed.
    """

    box: Box
    handle: int
    matrix: Matrix


class Shape(NamedTuple):
    """A small drawn figure that is neither rule nor cell background, or one part of it.

    ``points`` are its outline's, control points of curves among them, in displayed space;
    ``filled`` tells an area from a line.
    """

    box: Box
    points: tuple[tuple[float, float], ...]
    colour: str
    filled: bool
    closed: bool


class Drawing(NamedTuple):
    """What is drawn on a page. ``passed`` are places that were not looked at, and why.

    ``veiled`` are the addresses of text objects that may not be seen, and why; ``framed`` of those
    that stick out of their clip, with its box.
    """

    rules: list[Rule]
    fills: list[Fill]
    pictures: list[Picture]
    shapes: list[Shape]
    dots: list[Box]
    passed: list[tuple[Box, str]]
    veiled: dict[int, str]
    framed: dict[int, Box]
    cut_short: str | None = None


def read_drawing(page: Page, matrix: Matrix, thin: float) -> Drawing:
    """Walk the page's objects in painting order and sort them into kinds.

    Rules drawn as rows of dots or dashes are returned whole.
    """
    drawing = Drawing([], [], [], [], [], [], {}, {})
    walk = _Walk(drawing, thin)
    walk.page(page, matrix)
    return drawing._replace(
        rules=with_dashes_joined(drawing.rules, drawing.dots), cut_short=walk.cut_short
    )


class _Walk:
    """One pass over the objects; the budget keeps a hostile file from holding it for ever."""

    def __init__(self, drawing: Drawing, thin: float) -> None:
        self._drawing = drawing
        self._thin = thin
        self._budget = _MOST_OBJECTS
        self._texts: list[Handle] = []
        self.cut_short: str | None = None

    def page(self, page: Page, matrix: Matrix) -> None:
        for mark, kind in page.drawn():
            self._one(mark, kind, matrix, 0)
        texts = page.texts()
        self._drawing.veiled.update(veiled_among(texts))
        self._drawing.framed.update(clipped_among(texts, matrix))

    def _form(self, form: Handle, matrix: Matrix, depth: int) -> None:
        inner = _placed(form, matrix)
        outside, self._texts = self._texts, []
        for index in range(max(0, _count_in_form(form))):
            mark = _form_object(form, ctypes.c_ulong(index))
            self._one(mark, type_of(mark), inner, depth)
        if self._texts:
            self._drawing.veiled.update(veiled_among(self._texts))
            self._drawing.framed.update(clipped_among(self._texts, inner))
        self._texts = outside

    def _one(self, handle: Handle, kind: int, matrix: Matrix, depth: int) -> None:
        self._budget -= 1
        if self._budget < 0:
            self.cut_short = f"more than {_MOST_OBJECTS} objects are drawn on it"
        if self._budget < 0 or not handle:
            return
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(handle, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            whole = _placed(handle, matrix)
            corners = [whole.point(x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
            self._drawing.pictures.append(Picture(box_of(corners), handle.value or 0, whole))
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self._texts.append(handle)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            self._form(handle, matrix, depth + 1)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            self.cut_short = f"its drawings are nested more than {_DEEPEST_FORM} deep"

    def _path(self, handle: Handle, matrix: Matrix) -> None:
        if not _draw_mode(handle, *_MODE):
            return
        filled, stroked = _mode
        # A path that is only stroked reports a fill colour too, so the mode decides.
        fill = _colour(handle, _fill_colour) if filled else None
        stroke = _colour(handle, _stroke_colour) if stroked else None
        if fill is None and stroke is None:
            return
        clip = read_clip(handle, matrix)
        if fill is not None and stroke is None and self._plainly_filled(handle, matrix, fill, clip):
            return
        if count_segments(handle) > _MOST_SEGMENTS:
            self._pass_over(handle, matrix)
            return
        whole = _placed(handle, matrix)
        width = 0.0
        if stroke is not None and _stroke_width(handle, _MATRIX):
            width = _numbers[0] * whole.scale
        subpaths = read_subpaths(handle, whole)
        if fill is not None:
            for subpath in frames_opened(subpaths, filled == pdfium.FPDF_FILLMODE_ALTERNATE):
                self._filled(subpath, fill, clip)
        if stroke is not None:
            for subpath in subpaths:
                self._stroked(subpath, stroke, width, clip)

    def _pass_over(self, handle: Handle, matrix: Matrix) -> None:
        if _bounds_of(handle, *_BOUNDS):
            self._drawing.passed.append((_bounds_in(matrix), _TOO_LONG))

    def _plainly_filled(
        self, handle: Handle, matrix: Matrix, colour: str, clip: Box | None
    ) -> bool:
        """Take a fill of one outline by its bounds alone, if its form does not matter.

        It does not where it is a bar or larger than any symbol: most of a ruled page's paths.
        Bounds of a fill without stroke are exact; those inside forms are the form's.
        """
        if count_segments(handle) > _ONE_OUTLINE or not _bounds_of(handle, *_BOUNDS):
            return False
        box = _bounds_in(matrix)
        wide, high = box.x1 - box.x0, box.y1 - box.y0
        longest, shortest = max(wide, high), min(wide, high)
        if longest <= _LARGEST_SHAPE and not shortest <= self._thin < longest:
            return False
        if _LOWEST_HEAD <= shortest <= self._thin and longest <= _LONGEST_HEAD * shortest:
            return False
        if clip is not None:
            return False
        if shortest <= self._thin:
            self._bar(box)
        else:
            self._drawing.fills.append(Fill(box, colour))
        return True

    def _filled(self, subpath: Subpath, colour: str, clip: Box | None) -> None:
        box = subpath.box
        if clip is not None:
            # Some producers fill the whole page and clip it to the cell.
            box = box.overlap(clip)
            if box.x1 - box.x0 <= 0 and box.y1 - box.y0 <= 0:
                return
        wide, high = box.x1 - box.x0, box.y1 - box.y0
        if max(wide, high) <= self._thin:
            if max(wide, high) > 4 * min(wide, high):
                self._bar(box)
            elif len(self._drawing.dots) < _MOST_DOTS:
                self._drawing.dots.append(box)
                if len(self._drawing.dots) == _MOST_DOTS:
                    self._drawing.passed.append((box, _TOO_MANY_DOTS))
            return
        if not subpath.curved and min(wide, high) <= self._thin and not _is_head(subpath, box):
            self._bar(box)
            return
        small = _SMALLEST_SHAPE <= max(wide, high) <= _LARGEST_SHAPE
        if small and (subpath.curved or not subpath.rectangular):
            self._shape(box, subpath, colour, filled=True)
        elif not subpath.curved:
            self._drawing.fills.append(Fill(box, colour))

    def _shape(self, box: Box, subpath: Subpath, colour: str, *, filled: bool) -> None:
        points = tuple(subpath.points)
        self._drawing.shapes.append(Shape(box, points, colour, filled, subpath.closed))

    def _bar(self, box: Box) -> None:
        wide, high = box.x1 - box.x0, box.y1 - box.y0
        if wide >= high:
            rule = Rule(True, (box.y0 + box.y1) / 2, box.x0, box.x1, high)
        else:
            rule = Rule(False, (box.x0 + box.x1) / 2, box.y0, box.y1, wide)
        self._drawing.rules.append(rule)

    def _stroked(self, subpath: Subpath, colour: str, width: float, clip: Box | None) -> None:
        if subpath.curved:
            box = subpath.box
            largest = max(box.x1 - box.x0, box.y1 - box.y0)
            if _SMALLEST_SHAPE <= largest <= _LARGEST_SHAPE:
                self._shape(box, subpath, colour, filled=False)
            return
        sides = list(subpath.straight_sides())
        if len(sides) < len(subpath.points) - 1 and subpath.oblique:
            box = subpath.box
            largest = max(box.x1 - box.x0, box.y1 - box.y0)
            if _SMALLEST_SHAPE <= largest <= _LARGEST_SHAPE:
                self._shape(box, subpath, colour, filled=False)
                return
        for level, at, start, end in sides:
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


def _is_head(subpath: Subpath, box: Box) -> bool:
    """Whether a low outline is an arrow's head; the mitred sides of a frame are long and thin."""
    low, long = sorted((box.x1 - box.x0, box.y1 - box.y0))
    return low >= _LOWEST_HEAD and long <= _LONGEST_HEAD * low and not subpath.rectangular


def _within(clip: Box, level: bool, at: float, start: float, end: float) -> bool:
    """Whether any of a rule is seen through a clip."""
    across = (clip.y0, clip.y1) if level else (clip.x0, clip.x1)
    along = (clip.x0, clip.x1) if level else (clip.y0, clip.y1)
    return across[0] - 1 <= at <= across[1] + 1 and start < along[1] and end > along[0]


def _bounds_in(matrix: Matrix) -> Box:
    """Return the bounds that were asked for last, in displayed space."""
    left, bottom, right, top, *_ = _numbers
    a, b, c, d, e, f = matrix
    x0, x1 = a * left + c * bottom + e, a * right + c * top + e
    y0, y1 = b * left + d * bottom + f, b * right + d * top + f
    return Box(
        x0 if x0 < x1 else x1, y0 if y0 < y1 else y1, x1 if x1 > x0 else x0, y1 if y1 > y0 else y0
    )


def _placed(handle: Handle, outer: Matrix) -> Matrix:
    """Return the map from an object's own space into displayed space."""
    if not _get_matrix(handle, _MATRIX):
        return outer
    return _composed(_numbers.tobytes(), outer)


@lru_cache(maxsize=256)
def _composed(inner: bytes, outer: Matrix) -> Matrix:
    """Return the map; most objects of a page share theirs."""
    return Matrix(*array.array("f", inner)).then(outer)


def _colour(handle: Handle, getter: Callable[..., int]) -> str | None:
    """Return ``#rrggbb``, or ``None`` where nothing would be seen."""
    if not getter(handle, *_CHANNELS):
        return None
    return _named(_channels.tobytes())


@lru_cache(maxsize=256)
def _named(channels: bytes) -> str | None:
    red, green, blue, alpha = array.array("I", channels)
    return f"#{red:02x}{green:02x}{blue:02x}" if alpha else None

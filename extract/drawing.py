"""What is drawn on a page: rules, fills, pictures and shapes, forms walked into."""

from __future__ import annotations

from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract import compiled
from crossfoot.extract.compiled import Loops
from crossfoot.extract.frames import frames_opened
from crossfoot.extract.objects import bounds_of, objects_in, paint_of, placed, stroke_width
from crossfoot.extract.path import Subpath, clipped_among, count_segments, read_clip, read_subpaths
from crossfoot.extract.pdfium import Handle, Page, type_of
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
        if compiled.loops is not None:
            self._with(compiled.loops, page, matrix)
            places = compiled.loops.doubtful_texts(page.listed(compiled.loops)[0])
            texts = [page.object_at(at) for at in places]
        else:
            for mark, kind in page.drawn():
                self._one(mark, kind, matrix, 0)
            texts = page.texts()
        self._drawing.veiled.update(veiled_among(texts))
        self._drawing.framed.update(clipped_among(texts, matrix))

    def _with(self, loops: Loops, page: Page, matrix: Matrix) -> None:
        """Walk with a compiled loop, which stops at what it was not made for."""
        count = pdfium.FPDFPage_CountObjects(page.raw)
        objects, _ = page.listed(loops)
        found, kinds = self._drawing[:3], (Rule, Fill, Picture, Box, Matrix)
        at = 0
        while at < count:
            at, self._budget = loops.read_paths(
                objects, at, self._budget, matrix, self._thin, found, kinds
            )
            if at < count:
                mark = page.object_at(at)
                self._one(mark, type_of(mark), matrix, 0)
                at += 1

    def _form(self, form: Handle, matrix: Matrix, depth: int) -> None:
        inner = placed(form, matrix)
        outside, self._texts = self._texts, []
        for mark in objects_in(form):
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
            whole = placed(handle, matrix)
            corners = [whole.point(x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
            self._drawing.pictures.append(Picture(box_of(corners), handle.value or 0, whole))
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self._texts.append(handle)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            self._form(handle, matrix, depth + 1)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            self.cut_short = f"its drawings are nested more than {_DEEPEST_FORM} deep"

    def _path(self, handle: Handle, matrix: Matrix) -> None:
        fill, stroke, alternate = paint_of(handle)
        if fill is None and stroke is None:
            return
        clip = read_clip(handle, matrix)
        if fill is not None and stroke is None and self._plainly_filled(handle, matrix, fill, clip):
            return
        if count_segments(handle) > _MOST_SEGMENTS:
            self._pass_over(handle, matrix)
            return
        whole = placed(handle, matrix)
        width = stroke_width(handle) * whole.scale if stroke is not None else 0.0
        subpaths = read_subpaths(handle, whole)
        if fill is not None:
            for subpath in frames_opened(subpaths, alternate):
                self._filled(subpath, fill, clip)
        if stroke is not None:
            for subpath in subpaths:
                self._stroked(subpath, stroke, width, clip)

    def _pass_over(self, handle: Handle, matrix: Matrix) -> None:
        box = bounds_of(handle, matrix)
        if box is not None:
            self._drawing.passed.append((box, _TOO_LONG))

    def _plainly_filled(
        self, handle: Handle, matrix: Matrix, colour: str, clip: Box | None
    ) -> bool:
        """Take a fill of one outline by its bounds alone, if its form does not matter.

        It does not where it is a bar or larger than any symbol: most of a ruled page's paths.
        Bounds of a fill without stroke are exact; those inside forms are the form's.
        """
        box = bounds_of(handle, matrix) if count_segments(handle) <= _ONE_OUTLINE else None
        if box is None:
            return False
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

"""The subpaths of a drawn path: one path can hold a dozen rectangles."""

from __future__ import annotations

import array
import ctypes
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract.pdfium import Handle, pointer, raw_call
from crossfoot.extract.space import Matrix, box_of
from crossfoot.schema.page import Box

_STRAIGHT = 0.75  # points a side may lean and still be a rule; producers round to 0.24 pt at worst
_MOST_SEGMENTS = 20_000  # of a clip

# Calls without argument conversion, as for characters: a ruled page has thousands of segments.
count_segments = raw_call(pdfium.FPDFPath_CountSegments, ctypes.c_int)
_get_clip = raw_call(pdfium.FPDFPageObj_GetClipPath, Handle)
_count_clips = raw_call(pdfium.FPDFClipPath_CountPaths, ctypes.c_int)
_count_clip_segments = raw_call(pdfium.FPDFClipPath_CountPathSegments, ctypes.c_int)
_path_segment = raw_call(pdfium.FPDFPath_GetPathSegment, Handle)
_clip_segment = raw_call(pdfium.FPDFClipPath_GetPathSegment, Handle)
_segment_type = raw_call(pdfium.FPDFPathSegment_GetType, ctypes.c_int)
_segment_closes = raw_call(pdfium.FPDFPathSegment_GetClose, ctypes.c_int)
_segment_point = raw_call(pdfium.FPDFPathSegment_GetPoint, ctypes.c_int)

# Points are written into one buffer, a block of segments at a time, by pointers that are made once.
_BLOCK = 512
_block = array.array("f", bytes(8 * _BLOCK))
_XS, _YS = (
    [pointer(_block.buffer_info()[0] + 8 * at + 4 * side) for at in range(_BLOCK)]
    for side in range(2)
)


class Subpath(NamedTuple):
    """A run of points in displayed space; curves contribute their control points."""

    points: list[tuple[float, float]]
    curved: bool
    closed: bool

    @property
    def box(self) -> Box:
        return box_of(self.points)

    @property
    def rectangular(self) -> bool:
        """Whether the outline is an upright rectangle."""
        corners = self._corners()
        if self.curved or len(corners) not in (4, 5):
            return False
        box = self.box
        return all(
            min(abs(x - box.x0), abs(x - box.x1)) < _STRAIGHT
            and min(abs(y - box.y0), abs(y - box.y1)) < _STRAIGHT
            for x, y in corners
        )

    @property
    def clockwise(self) -> bool:
        """Which way round the outline runs, by the sign of its area."""
        points = self.points
        turns = zip(points, points[1:] + points[:1], strict=True)
        return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in turns) > 0

    def straight_sides(self) -> Iterator[tuple[bool, float, float, float]]:
        """Yield ``(level, at, start, end)`` for each level or upright side."""
        points = self.points
        ends = zip(points, points[1:] + (points[:1] if self.closed else []), strict=False)
        for (x0, y0), (x1, y1) in ends:
            if abs(y1 - y0) <= _STRAIGHT < abs(x1 - x0):
                yield True, (y0 + y1) / 2, min(x0, x1), max(x0, x1)
            elif abs(x1 - x0) <= _STRAIGHT < abs(y1 - y0):
                yield False, (x0 + x1) / 2, min(y0, y1), max(y0, y1)

    @property
    def oblique(self) -> bool:
        """Whether a side is neither level nor upright."""
        return any(
            abs(x1 - x0) > _STRAIGHT and abs(y1 - y0) > _STRAIGHT
            for (x0, y0), (x1, y1) in pairwise(self.points)
        )

    def _corners(self) -> list[tuple[float, float]]:
        """The points without repeats and without those in the middle of a side."""
        kept: list[tuple[float, float]] = []
        for point in self.points:
            if not kept or max(abs(point[0] - kept[-1][0]), abs(point[1] - kept[-1][1])) > 0.01:
                kept.append(point)
        return kept


def read_subpaths(handle: Handle, matrix: Matrix) -> list[Subpath]:
    """Return the path's subpaths in displayed space."""
    count = max(0, count_segments(handle))
    return _subpaths(list(map(_path_segment, repeat(handle), range(count))), matrix)


def read_clip(handle: Handle, outer: Matrix) -> Box | None:
    """Return the box that the object is clipped to, ``None`` where it is not.

    PDFium reports clip paths in the space of the page or form that holds the object, so *outer* is
    the map of that holder, without the object's own matrix.
    """
    clip = _get_clip(handle)
    clips = _count_clips(clip) if clip else 0
    if clips <= 0:
        return None
    box: Box | None = None
    for number in range(clips):
        count = min(_count_clip_segments(clip, number), _MOST_SEGMENTS)
        segments = [_clip_segment(clip, number, index) for index in range(count)]
        points = [point for subpath in _subpaths(segments, outer) for point in subpath.points]
        if points:
            # One clip path shows what any of its parts encloses; each further path cuts from that.
            here = box_of(points)
            box = here if box is None else box.overlap(here)
    return box


def clipped_among(handles: Sequence[Handle], outer: Matrix) -> dict[int, Box]:
    """Return the addresses of the objects that stick out of their clip, with its box.

    Where an object lies within a clip that is one rectangle, PDFium takes the clip away. *outer* is
    the map of the page or form that holds the objects.
    """
    found: dict[int, Box] = {}
    for handle, clips in zip(handles, map(_count_clips, map(_get_clip, handles)), strict=True):
        if clips > 0:
            box = read_clip(handle, outer)
            if box is not None:
                found[handle.value or 0] = box
    return found


def _subpaths(segments: list[Handle], matrix: Matrix) -> list[Subpath]:
    # Loops that run in C: a ruled page has thousands of segments.
    kinds = list(map(_segment_type, segments))
    places: list[float] = []
    for start in range(0, len(segments), _BLOCK):
        block = segments[start : start + _BLOCK]
        deque(map(_segment_point, block, _XS, _YS), maxlen=0)
        places += _block[: 2 * len(block)]
    a, b, c, d, e, f = matrix
    points = [
        (a * x + c * y + e, b * x + d * y + f)
        for x, y in zip(places[::2], places[1::2], strict=True)
    ]
    starts = [0]
    if kinds.count(pdfium.FPDF_SEGMENT_MOVETO) > 1:
        starts += [at for at, kind in enumerate(kinds) if at and kind == pdfium.FPDF_SEGMENT_MOVETO]
    return [
        Subpath(
            points[start:stop],
            pdfium.FPDF_SEGMENT_BEZIERTO in kinds[start:stop],
            bool(_segment_closes(segments[stop - 1])),
        )
        for start, stop in pairwise((*starts, len(segments)))
        if stop - start > 1
    ]

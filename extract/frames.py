"""Borders drawn as a filled rectangle with a rectangular hole: four bars."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.extract.path import Subpath
from crossfoot.schema.page import Box


def frames_opened(subpaths: list[Subpath], alternate: bool) -> Iterator[Subpath]:
    """Yield the subpaths, a rectangle with a rectangular hole replaced by its four sides."""
    waiting: Subpath | None = None
    for subpath in subpaths:
        if waiting is not None and _is_frame(waiting, subpath, alternate):
            inner, outer = sorted((waiting.box, subpath.box), key=lambda box: box.area)
            yield from _sides(outer, inner)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = subpath
    if waiting is not None:
        yield waiting


def _is_frame(one: Subpath, other: Subpath, alternate: bool) -> bool:
    if not (one.rectangular and other.rectangular):
        return False
    inner, outer = sorted((one.box, other.box), key=lambda box: box.area)
    return (
        0 < inner.area < outer.area
        and inner.overlap(outer) == inner
        and (alternate or one.clockwise != other.clockwise)
    )


def _sides(outer: Box, inner: Box) -> Iterator[Subpath]:
    for x0, y0, x1, y1 in (
        (outer.x0, outer.y0, outer.x1, inner.y0),
        (outer.x0, inner.y1, outer.x1, outer.y1),
        (outer.x0, outer.y0, inner.x0, outer.y1),
        (inner.x1, outer.y0, outer.x1, outer.y1),
    ):
        if x1 > x0 and y1 > y0:
            yield Subpath([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], False, True)

"""Where a label may stand: nothing on a chart overlaps anything else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Rect(NamedTuple):
    """A box in drawing units, y down."""

    x0: float
    y0: float
    x1: float
    y1: float


class Room:
    """The taken places of one plot."""

    def __init__(self, bounds: Rect) -> None:
        self._bounds = bounds
        self._taken: list[Rect] = []
        self._lines: list[tuple[float, float, float, float]] = []

    def take(self, box: Rect) -> None:
        """Mark a place as taken."""
        self._taken.append(box)

    def take_line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Mark a line as taken; labels may come as near as one unit."""
        self._lines.append((x0, y0, x1, y1))

    def place(self, boxes: Iterable[Rect]) -> Rect | None:
        """Take the first of *boxes* that is free and return it; None where none is."""
        for box in boxes:
            if self._free(box):
                self.take(box)
                return box
        return None

    def _free(self, box: Rect) -> bool:
        inside = (
            box.x0 >= self._bounds.x0
            and box.x1 <= self._bounds.x1
            and box.y0 >= self._bounds.y0
            and box.y1 <= self._bounds.y1
        )
        return (
            inside
            and not any(_overlap(box, other) for other in self._taken)
            and not any(_crosses(box, line) for line in self._lines)
        )


def around(x: float, y: float, width: float, height: float, gap: float) -> tuple[Rect, ...]:
    """Return the places of a label beside a mark at (x, y): above first, then below, then aside."""

    def box(left: float, top: float) -> Rect:
        return Rect(left, top, left + width, top + height)

    middle, above, below = x - width / 2, y - gap - height, y + gap
    level, right, left = y - height / 2, x + gap, x - gap - width
    return (
        *(box(middle, above), box(middle, below), box(right, level), box(left, level)),
        *(box(right - gap / 2, above), box(left + gap / 2, above)),
        *(box(right - gap / 2, below), box(left + gap / 2, below)),
        *(box(middle, above - height), box(middle, below + height)),
    )


def _overlap(a: Rect, b: Rect) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1


def _crosses(box: Rect, line: tuple[float, float, float, float]) -> bool:
    """Whether a line from left to right passes through the box."""
    x0, y0, x1, y1 = line if line[0] <= line[2] else (line[2], line[3], line[0], line[1])
    left, right = max(box.x0, x0), min(box.x1, x1)
    if left > right:
        return False
    if x1 - x0 < 1e-9:
        low, high = sorted((y0, y1))
    else:
        slope = (y1 - y0) / (x1 - x0)
        low, high = sorted((y0 + slope * (left - x0), y0 + slope * (right - x0)))
    return low < box.y1 and high > box.y0

"""What a drawn outline is: a circle, a square, a triangle or an arrow, and where it points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

Point = tuple[float, float]

_TOUCHING = 0.02  # of the longer side: points nearer than this are one
_ASTRAY = 0.06  # of the longer side: how far a mirrored corner may be off
_TURNED = 12.0  # degrees an arrow may be off its direction
# Distances from the middle, in radii: points on a circle have 1, the control points of four
# Bezier arcs 1.14, those of eight arcs 1.04; the corners of a rounded square have 1.25 and more.
_ROUND = (0.9, 1.2)
_FEWEST_ROUND = 8  # points; a hexagon is none
_SQUARE = 1.25  # longer side to shorter one
_WIDER = 1.15  # an arrow's head to its shaft: office programs draw 2
_TRIANGLE, _QUADRANGLE, _ARROW = 3, 4, 7
_WAYS = (
    "right", "down-right", "down", "down-left", "left", "up-left", "up", "up-right",
)  # fmt: skip


def form_of(points: Sequence[Point]) -> str:
    """Return ``disc``, ``square``, ``diamond``, ``triangle``, ``arrow`` or ``form``.

    *points* are the outline's, y down. A triangle and a block arrow say where they point
    (``triangle-up``, ``arrow-down-right``) if they are symmetrical about that direction.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    longest = max(wide, high, 0.01)
    corners = _corners(points, longest)
    level = longest <= _SQUARE * max(min(wide, high), 0.01)
    if len(corners) >= _FEWEST_ROUND and level and _is_round(corners, wide, high):
        return "disc"
    if len(corners) == _QUADRANGLE:
        middles = sum(
            min(abs(x - min(xs)), abs(x - max(xs))) < _ASTRAY * longest
            and min(abs(y - min(ys)), abs(y - max(ys))) < _ASTRAY * longest
            for x, y in corners
        )
        return "square" if middles == _QUADRANGLE and level else "form" if middles else "diamond"
    if len(corners) in (_TRIANGLE, _ARROW):
        name = "triangle" if len(corners) == _TRIANGLE else "arrow"
        way = _way(corners, longest, straight=name == "triangle")
        return f"{name}-{way}" if way else name if name == "triangle" else "form"
    return "form"


def tilt_of(points: Sequence[Point]) -> float:
    """Return by how many degrees a block arrow is turned off the direction it is named by.

    Clockwise, y down; 0.0 for what is no arrow. Arrows placed by hand are off by some degrees.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    longest = max(max(xs) - min(xs), max(ys) - min(ys), 0.01)
    corners = _corners(points, longest)
    if len(corners) != _ARROW:
        return 0.0
    tilts = [tilt for _, tilt in _directions(corners, longest, straight=False)]
    return tilts[0] if len(tilts) == 1 else 0.0


def _corners(points: Sequence[Point], longest: float) -> list[Point]:
    """Return the points without repeats and without those in the middle of a straight side."""
    near = _TOUCHING * longest
    kept: list[Point] = []
    for point in points:
        if not kept or math.dist(point, kept[-1]) > near:
            kept.append(point)
    while len(kept) > 1 and math.dist(kept[0], kept[-1]) <= near:
        kept.pop()
    return [
        point
        for before, point, after in zip(
            kept[-1:] + kept[:-1], kept, kept[1:] + kept[:1], strict=True
        )
        if _off(before, point, after) > near
    ]


def _off(before: Point, point: Point, after: Point) -> float:
    """Return how far a point lies off the line between its neighbours."""
    (x0, y0), (x, y), (x1, y1) = before, point, after
    length = math.dist(before, after)
    if length == 0:
        return math.dist(before, point)
    return abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length


def _is_round(corners: Sequence[Point], wide: float, high: float) -> bool:
    x0, y0 = min(x for x, _ in corners), min(y for _, y in corners)
    least, most = _ROUND
    return all(
        least <= math.hypot((x - x0) / wide * 2 - 1, (y - y0) / high * 2 - 1) <= most
        for x, y in corners
    )


def _way(corners: Sequence[Point], longest: float, *, straight: bool) -> str | None:
    """Return where the outline points: from the middle of a side to the corner opposite.

    It is mirrored in that line, and no other such line runs in one of the eight directions, or of
    the four where *straight* is asked for.
    """
    ways = {way for way, _ in _directions(corners, longest, straight=straight)}
    return ways.pop() if len(ways) == 1 else None


def _directions(
    corners: Sequence[Point], longest: float, *, straight: bool
) -> Iterator[tuple[str, float]]:
    """Yield each direction that corners are mirrored in, and the degrees they are off it."""
    count = len(corners)
    for at in range(count):
        ring = [*corners[at:], *corners[:at]]
        if count == _ARROW and not _has_wings(ring):
            continue
        (x0, y0), (x1, y1) = ring[count // 2], ring[count // 2 + 1]
        tip, foot = ring[0], ((x0 + x1) / 2, (y0 + y1) / 2)
        if math.dist(tip, foot) == 0 or not _mirrored(ring, tip, foot, longest):
            continue
        degrees = math.degrees(math.atan2(tip[1] - foot[1], tip[0] - foot[0]))
        step = round(degrees / 45)
        if abs(degrees - 45 * step) <= _TURNED and not (straight and step % 2):
            yield _WAYS[step % 8], degrees - 45 * step


def _has_wings(ring: Sequence[Point]) -> bool:
    """Whether a head stands over a narrower shaft: tip, wing, neck, foot, foot, neck, wing."""
    head, neck = math.dist(ring[1], ring[6]), math.dist(ring[2], ring[5])
    return head > neck * _WIDER and head > math.dist(ring[3], ring[4]) * _WIDER


def _mirrored(ring: Sequence[Point], tip: Point, foot: Point, longest: float) -> bool:
    """Whether the corners to both sides of the tip lie opposite each other."""
    length = math.dist(tip, foot)
    ux, uy = (tip[0] - foot[0]) / length, (tip[1] - foot[1]) / length
    for one, other in zip(ring[1:], reversed(ring[1:]), strict=True):
        x, y = one[0] - foot[0], one[1] - foot[1]
        along, across = x * ux + y * uy, x * uy - y * ux
        image = (foot[0] + along * ux - across * uy, foot[1] + along * uy + across * ux)
        if math.dist(image, other) > _ASTRAY * longest:
            return False
    return True

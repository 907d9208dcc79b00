"""Colours and shapes: each status told by both, so that it survives print and colour blindness.

The hues are Okabe and Ito's set for colour-blind readers, which also differ in lightness.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crossfoot.charts.svg import Attributes, Markup, tag

INK, GREY, PALE, BAND = "#1f2933", "#5f6b7a", "#dde2e8", "#f0f2f5"
LINE, TARGET, FORMER = "#0b559f", "#7a4a00", "#5f6b7a"

_Shape = Callable[[float, float, float, Attributes], Markup]


@dataclass(frozen=True)
class Look:
    """How a status is drawn. ``size`` is half the mark's width against a plain point's."""

    name: str
    fill: str
    shape: _Shape
    size: float


def _circle(x: float, y: float, r: float, paint: Attributes) -> Markup:
    return tag("circle", {"cx": x, "cy": y, "r": r, **paint})


def _square(x: float, y: float, r: float, paint: Attributes) -> Markup:
    return tag("rect", {"x": x - r, "y": y - r, "width": 2 * r, "height": 2 * r, **paint})


def _polygon(corners: tuple[tuple[float, float], ...]) -> _Shape:
    def draw(x: float, y: float, r: float, paint: Attributes) -> Markup:
        points = " ".join(f"{x + dx * r:.2f},{y + dy * r:.2f}" for dx, dy in corners)
        return tag("polygon", {"points": points, **paint})

    return draw


_UP = _polygon(((0, -1.1), (1.1, 0.85), (-1.1, 0.85)))
_DIAMOND = _polygon(((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)))
_CROSS = _polygon(
    (
        *((-0.35, -1), (0.35, -1), (0.35, -0.35), (1, -0.35), (1, 0.35), (0.35, 0.35)),
        *((0.35, 1), (-0.35, 1), (-0.35, 0.35), (-1, 0.35), (-1, -0.35), (-0.35, -0.35)),
    )
)

PLAIN = Look("no status printed", LINE, _circle, 0.75)
LOOKS = {
    "green": Look("green", "#009e73", _UP, 1.15),
    "amber": Look("amber", "#e69f00", _DIAMOND, 1.05),
    "red": Look("red", "#b22222", _square, 1.0),
    "unknown": Look("status unknown", "#ffffff", _CROSS, 1.05),
    "data_only": Look("data only", "#9aa5b1", _circle, 1.05),
}


def mark(status: str | None, x: float, y: float, r: float, *, final: bool = True) -> Markup:
    """Return the mark of a figure with that status, about *r* in half width; open if not final."""
    look = LOOKS.get(status or "", PLAIN)
    if not final:
        colour = INK if look is LOOKS["unknown"] else look.fill
        paint: Attributes = {"fill": "#ffffff", "stroke": colour, "stroke-width": r / 3}
        return look.shape(x, y, r * look.size, paint)
    edge = LINE if look is PLAIN else INK
    paint = {"fill": look.fill, "stroke": edge, "stroke-width": 1}
    return look.shape(x, y, r * look.size, paint)


def hollow(x: float, y: float, r: float, *, ordered: bool) -> Markup:
    """Return the mark of a value printed before; dashed where nobody knows which came first."""
    paint: Attributes = {"fill": "#ffffff", "stroke": FORMER, "stroke-width": 1.6}
    dashes = None if ordered else "2 2"
    return _circle(x, y, r, {**paint, "stroke-dasharray": dashes})


def ring(x: float, y: float, r: float) -> Markup:
    """Return the ring around a value that was printed differently before."""
    return _circle(x, y, r, {"fill": "none", "stroke": FORMER, "stroke-width": 1.2})


def target_bar(x: float, y: float, half: float, weight: float = 3) -> Markup:
    """Return the level bar of a target."""
    return rule((x - half, y), (x + half, y), {"stroke": TARGET, "stroke-width": weight})


def rule(start: tuple[float, float], end: tuple[float, float], paint: Attributes) -> Markup:
    """Return a straight line."""
    return tag("line", {"x1": start[0], "x2": end[0], "y1": start[1], "y2": end[1], **paint})

"""The small pictures of performance systems: status icons, arrows, bars of progress."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from math import cos, pi, sin
from typing import NamedTuple

from PIL import Image, ImageDraw

COLOURS = {
    "green": "#2e9e4f",
    "amber": "#ffb81c",
    "red": "#c8102e",
    "blue": "#1d70b8",
    "grey": "#7a7f85",
    "black": "#202020",
}
_FINE = 4  # drawn so many times larger, then made smaller
_SIDE = 32  # pixels of an icon
_BAR = (120, 24)  # pixels of a bar


class Picture(NamedTuple):
    """A picture as PNG, and how wide and high it stands on the page, in points."""

    png: bytes
    wide: float
    high: float


@cache
def picture(name: str) -> Picture:
    """The picture of a name such as ``face-green`` or ``bar-60`` (per cent)."""
    shape, said = name.split("-")
    if shape == "bar":
        return Picture(_bar(int(said)), 40.0, 8.0)
    size = _SIDE * _FINE
    image = Image.new("RGB", (size, size), "white")
    _icon(ImageDraw.Draw(image), shape, COLOURS[said], size)
    return Picture(_png(image.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)), 9.0, 9.0)


def _icon(pen: ImageDraw.ImageDraw, shape: str, ink: str, size: int) -> None:
    whole = (size * 0.04, size * 0.04, size * 0.96, size * 0.96)
    if shape in {"disc", "tick", "play", "cross", "query", "face", "mark", "clock"}:
        pen.ellipse(whole, fill=ink)
    elif shape == "ring":
        pen.ellipse(whole, outline=ink, width=size // 7)
    elif shape in {"stop", "star"}:
        pen.polygon(_star(size) if shape == "star" else _octagon(size), fill=ink)
    elif shape in _POLYGONS:
        pen.polygon([(x * size, y * size) for x, y in _POLYGONS[shape]], fill=ink)
    line = size // 9
    for points in _STROKES.get(shape, ()):
        _stroke(pen, points, size, line)
    if shape == "play":
        pen.polygon(
            [(x * size, y * size) for x, y in ((0.4, 0.28), (0.74, 0.5), (0.4, 0.72))], "white"
        )
    elif shape == "face":
        _face(pen, ink, size, line)
    elif shape == "flag":
        pen.polygon([(x * size, y * size) for x, y in ((0.2, 0.05), (0.92, 0.3), (0.2, 0.55))], ink)
        pen.line([(0.2 * size, 0.03 * size), (0.2 * size, 0.97 * size)], "#404040", line)


def _face(pen: ImageDraw.ImageDraw, ink: str, size: int, line: int) -> None:
    """Two eyes and a mouth: glad in green, sad in red, straight in any other colour."""
    for left in (0.28, 0.6):
        eye = (left * size, 0.28 * size, (left + 0.12) * size, 0.42 * size)
        pen.ellipse(eye, fill="white")
    if ink == COLOURS["green"]:
        pen.arc((0.24 * size, 0.3 * size, 0.76 * size, 0.8 * size), 20, 160, "white", line)
    elif ink == COLOURS["red"]:
        pen.arc((0.24 * size, 0.58 * size, 0.76 * size, 1.08 * size), 205, 335, "white", line)
    else:
        _stroke(pen, ((0.28, 0.68), (0.72, 0.68)), size, line)


def _stroke(
    pen: ImageDraw.ImageDraw, points: Sequence[tuple[float, float]], size: int, line: int
) -> None:
    pen.line([(x * size, y * size) for x, y in points], fill="white", width=line, joint="curve")


_CROSS = (((0.32, 0.32), (0.68, 0.68)), ((0.68, 0.32), (0.32, 0.68)))
#: What is drawn in white upon a shape.
_STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "tick": (((0.27, 0.52), (0.44, 0.7), (0.75, 0.32)),),
    "cross": _CROSS,
    "stop": _CROSS,
    "warn": (((0.5, 0.38), (0.5, 0.68)), ((0.5, 0.76), (0.5, 0.84))),
    "mark": (((0.5, 0.2), (0.5, 0.58)), ((0.5, 0.7), (0.5, 0.8))),
    "clock": (((0.5, 0.22), (0.5, 0.52), (0.7, 0.66)),),
    "query": (
        ((0.36, 0.36), (0.5, 0.25), (0.64, 0.38), (0.5, 0.52), (0.5, 0.62)),
        ((0.5, 0.72), (0.5, 0.8)),
    ),
}
_POLYGONS = {
    "square": ((0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92)),
    "diamond": ((0.5, 0.03), (0.97, 0.5), (0.5, 0.97), (0.03, 0.5)),
    "triangle": ((0.5, 0.06), (0.97, 0.92), (0.03, 0.92)),
    "warn": ((0.5, 0.03), (0.99, 0.94), (0.01, 0.94)),
    "up": (
        (0.5, 0.04),
        (0.95, 0.5),
        (0.66, 0.5),
        (0.66, 0.95),
        (0.34, 0.95),
        (0.34, 0.5),
        (0.05, 0.5),
    ),
    "down": (
        (0.5, 0.96),
        (0.95, 0.5),
        (0.66, 0.5),
        (0.66, 0.05),
        (0.34, 0.05),
        (0.34, 0.5),
        (0.05, 0.5),
    ),
    "level": (
        (0.96, 0.5),
        (0.5, 0.95),
        (0.5, 0.66),
        (0.05, 0.66),
        (0.05, 0.34),
        (0.5, 0.34),
        (0.5, 0.05),
    ),
}


def _octagon(size: int) -> list[tuple[float, float]]:
    turns = [pi / 8 + number * pi / 4 for number in range(8)]
    return [(size * (0.5 + 0.49 * cos(turn)), size * (0.5 + 0.49 * sin(turn))) for turn in turns]


def _star(size: int) -> list[tuple[float, float]]:
    points = []
    for number in range(10):
        far, turn = (0.2, 0.5)[number % 2 == 0], number * pi / 5 - pi / 2
        points.append((size * (0.5 + far * cos(turn)), size * (0.53 + far * sin(turn))))
    return points


def _bar(share: int) -> bytes:
    wide, high = _BAR
    image = Image.new("RGB", _BAR, "#e0e0e0")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, round((wide - 1) * share / 100), high - 1), fill="#4f81bd")
    pen.rectangle((0, 0, wide - 1, high - 1), outline="#7f7f7f", width=2)
    return _png(image)


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()

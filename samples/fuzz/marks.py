"""What stands on a page: text, fills, lines, pictures. Points, origin top-left, y down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """Left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True)
class Text:
    """A line of text; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    face: str
    size: float
    ink: str = "#000000"


@dataclass(frozen=True)
class Fill:
    """A filled rectangle without a border."""

    box: Box
    colour: str


@dataclass(frozen=True)
class Outline:
    """A stroked rectangle."""

    box: Box
    width: float
    colour: str


@dataclass(frozen=True)
class Line:
    """A stroked line, dashed or not."""

    box: Box
    width: float
    colour: str
    dashed: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture of ``samples/icons``."""

    box: Box
    name: str


Mark = Text | Fill | Outline | Line | Picture

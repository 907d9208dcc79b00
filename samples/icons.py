"""Draws the status icons (48 x 48 pixels with transparency): ``python -m samples.icons``.

The drawn files are committed and every producer reads them, so that papers do not change with
the version of the drawing library.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

SIZE = 48
SCALE = 8
FOLDER = Path(__file__).parent / "icons"
GREEN, AMBER, RED, BLUE, GREY = "#2e9e3f", "#f2a900", "#d02424", "#2f6fb7", "#8a8a8a"
Pen = ImageDraw.ImageDraw


def _line(pen: Pen, points: list[tuple[float, float]], width: float, fill: str = "white") -> None:
    scaled = [(x * SCALE, y * SCALE) for x, y in points]
    pen.line(scaled, fill=fill, width=int(width * SCALE), joint="curve")


def _disc(pen: Pen, fill: str, inset: float = 3) -> None:
    pen.ellipse(
        [inset * SCALE, inset * SCALE, (SIZE - inset) * SCALE, (SIZE - inset) * SCALE], fill
    )


def _tick(pen: Pen) -> None:
    _disc(pen, GREEN)
    _line(pen, [(13, 25), (21, 33), (36, 15)], 5)


def _play(pen: Pen) -> None:
    _disc(pen, GREEN)
    pen.polygon(
        [(18 * SCALE, 13 * SCALE), (18 * SCALE, 35 * SCALE), (37 * SCALE, 24 * SCALE)], "white"
    )


def _triangle(pen: Pen) -> None:
    pen.polygon([(24 * SCALE, 4 * SCALE), (45 * SCALE, 43 * SCALE), (3 * SCALE, 43 * SCALE)], AMBER)
    _line(pen, [(24, 17), (24, 31)], 5, "black")
    _line(pen, [(24, 34), (24, 39)], 5, "black")


def _cross(pen: Pen) -> None:
    pen.rectangle([4 * SCALE, 4 * SCALE, 44 * SCALE, 44 * SCALE], RED)
    _line(pen, [(14, 14), (34, 34)], 6)
    _line(pen, [(34, 14), (14, 34)], 6)


def _stop(pen: Pen) -> None:
    corners = [(16, 3), (32, 3), (45, 16), (45, 32), (32, 45), (16, 45), (3, 32), (3, 16)]
    pen.polygon([(x * SCALE, y * SCALE) for x, y in corners], RED)
    _line(pen, [(24, 11), (24, 28)], 6)
    _line(pen, [(24, 32), (24, 38)], 6)


def _cancel(pen: Pen) -> None:
    _disc(pen, GREY)
    _line(pen, [(15, 15), (33, 33)], 5)
    _line(pen, [(33, 15), (15, 33)], 5)


def _unknown(pen: Pen) -> None:
    _disc(pen, BLUE)
    pen.arc([15 * SCALE, 10 * SCALE, 33 * SCALE, 28 * SCALE], 180, 90, "white", 5 * SCALE)
    _line(pen, [(24, 26), (24, 32)], 5)
    _line(pen, [(24, 35), (24, 40)], 5)


def _chart(pen: Pen) -> None:
    for x, top in ((7, 26), (20, 14), (33, 20)):
        pen.rectangle([x * SCALE, top * SCALE, (x + 9) * SCALE, 42 * SCALE], BLUE)


def _pause(pen: Pen) -> None:
    _disc(pen, GREY)
    _line(pen, [(19, 14), (19, 34)], 5)
    _line(pen, [(29, 14), (29, 34)], 5)


def _green_disc(pen: Pen) -> None:
    _disc(pen, GREEN, 6)


def _amber_disc(pen: Pen) -> None:
    _disc(pen, AMBER, 6)


def _red_disc(pen: Pen) -> None:
    _disc(pen, RED, 6)


ICONS: dict[str, Callable[[Pen], None]] = {
    "completed": _tick,
    "in_progress": _play,
    "warning": _triangle,
    "overdue": _cross,
    "cancelled": _cancel,
    "not_started": _pause,
    "green": _green_disc,
    "amber": _amber_disc,
    "red": _red_disc,
    "satisfactory": _tick,
    "alert": _stop,
    "unknown": _unknown,
    "data_only": _chart,
}


def draw(name: str) -> Image.Image:
    """Return one icon, drawn large and scaled down so that its edges are smooth."""
    image = Image.new("RGBA", (SIZE * SCALE, SIZE * SCALE), (0, 0, 0, 0))
    ICONS[name](ImageDraw.Draw(image))
    return image.resize((SIZE, SIZE), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for icon in ICONS:
        draw(icon).save(FOLDER / f"{icon}.png", optimize=True)

"""Charts as files: SVG, PNG, or an HTML page that needs no network and runs no script."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import vl_convert

from crossfoot.charts.page import html
from crossfoot.charts.panels import SHEET_HEIGHT, SHEET_WIDTH, sheets
from crossfoot.charts.single import WIDTH, alone, chart
from crossfoot.charts.svg import FONT, Markup, join, number, tag, text
from crossfoot.plot_data import Drawing, drawing
from crossfoot.points import Line
from crossfoot.schema.errors import UsageError

SUFFIXES = (".svg", ".png", ".html")

_PNG_SCALE = 2.0
# A larger picture (30 sheets) takes a program half a gigabyte to open.
_MOST_POINTS = 100_000_000
_BETWEEN = 24


class _Picture(NamedTuple):
    title: str
    description: str
    body: Markup
    width: float
    height: float


def check_target(path: Path) -> None:
    """Raise UsageError where the name does not say SVG, PNG or HTML, or is no place for a file."""
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(
            f"{path.name}: nothing known can be drawn into such a file",
            f"let its name end in {', '.join(SUFFIXES)}",
        )
    if not path.absolute().parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist", "make it first")
    if path.is_dir():
        raise UsageError(f"{path} is a folder", "name a file")


def draw(series: Sequence[Line], path: Path) -> None:
    """Draw each series, one below the other, into *path*.

    The lines should hold every point of every measure. Raises UsageError for another suffix, or
    where no point holds a number; OSError where the file cannot be written.
    """
    check_target(path)
    found = _drawings(series)
    pictures = []
    for drawn in found:
        piece = chart(drawn)
        name = f"{drawn.line.name} · {drawn.line.where}"
        pictures.append(_Picture(name, alone(drawn), piece.body, WIDTH, piece.height))
    lines = [drawn.line for drawn in found]
    _write(path, pictures, lines, title=pictures[0].title, on_sheets=False)


def draw_all(series: Sequence[Line], path: Path, title: str) -> int:
    """Draw a small panel for each series that has a number, and return how many.

    Raises as :func:`draw` does, and UsageError for a PNG that would be too large to open.
    """
    check_target(path)
    found = _drawings(series)
    bodies = sheets(title, found)
    said = f"{len(found)} series, a panel each: year-end results, else parts of years."
    size = (SHEET_WIDTH, SHEET_HEIGHT)
    pictures = [_Picture(title, said, body, *size) for body in bodies]
    lines = [drawn.line for drawn in found]
    _write(path, pictures, lines, title=title, on_sheets=True)
    return len(found)


def _drawings(series: Sequence[Line]) -> list[Drawing]:
    found = [drawn for line in series if (drawn := drawing(line))]
    if not found:
        raise UsageError("there is no number to draw", "leave --plot out")
    return found


def _write(
    path: Path, pictures: list[_Picture], lines: list[Line], *, title: str, on_sheets: bool
) -> None:
    if path.suffix.lower() == ".html":
        drawn = [_svg(picture, f"c{place}") for place, picture in enumerate(pictures)]
        path.write_text(html(title, drawn, lines, sheets=on_sheets), encoding="utf-8")
        return
    whole = _stacked(pictures)
    svg = _svg(whole, "c0")
    if path.suffix.lower() == ".svg":
        path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}\n', encoding="utf-8")
        return
    if whole.width * whole.height * _PNG_SCALE**2 > _MOST_POINTS:
        raise UsageError(
            f"{len(pictures)} drawings are too many for one PNG",
            "write .html or .svg, or name a --council",
        )
    path.write_bytes(vl_convert.svg_to_png(svg, scale=_PNG_SCALE))


def _stacked(pictures: list[_Picture]) -> _Picture:
    """Return the pictures one below the other."""
    if len(pictures) == 1:
        return pictures[0]
    parts, top = [], 0.0
    for picture in pictures:
        parts.append(tag("g", {"transform": f"translate(0 {number(top)})"}, picture.body))
        top += picture.height + _BETWEEN
    first = pictures[0]
    said = " ".join(dict.fromkeys(picture.description for picture in pictures))
    return _Picture(first.title, said, join(*parts), first.width, top - _BETWEEN)


def _svg(picture: _Picture, name: str) -> Markup:
    width, height = number(picture.width), number(picture.height)
    return tag(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "width": width, "height": height}
        | {"viewBox": f"0 0 {width} {height}", "font-family": FONT, "role": "group"}
        | {"aria-labelledby": f"{name}-title {name}-desc"},
        tag("title", {"id": f"{name}-title"}, text(picture.title)),
        tag("desc", {"id": f"{name}-desc"}, text(picture.description)),
        tag("rect", {"width": width, "height": height, "fill": "#ffffff"}),
        picture.body,
    )

"""Drawn symbols: circles, triangles, squares and arrows painted as paths.

The parts of one icon (a disc, its rim, the tick on it) are joined, and the whole is compared with
those seen before by a small rendering of each part and by the parts' colours, so that the icon in a
key and the one in a table are the same symbol at any size.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Sequence
from functools import reduce
from typing import NamedTuple

from crossfoot.extract.drawing import Shape
from crossfoot.extract.forms import form_of, tilt_of
from crossfoot.schema.page import Box

_SIDE = 16  # pixels of a rendering
_DRAWN = 64  # pixels at which it is drawn
_LINE = 6  # pixels: every line is drawn this wide, since a copy of another size keeps its stroke
# Of the ink that two renderings hold together. Copies of one form drawn 5 to 30 pt large, printed
# to a tenth of a point, differ by up to 0.112 (arrows), 0.097 (triangles), 0.066 (others); forms
# without a name that differ, by 0.098 (hexagon, octagon) and up. A disc, drawn by the control
# points of its curves, is as near to a square, so forms that have names are told by those first.
_TOLERANCE, _TOLERANCE_NAMED = 0.08, 0.12
_SAME_COLOUR = 4  # of 255 in each channel: what rounding between colour spaces leaves
_MOST_PARTS = 40  # of an icon; a picture or letters drawn as outlines have more
MOST_SHAPES = 4000  # on a page; a map or letters drawn as outlines, not icons
# Degrees. Arrows placed by hand were 1.5 to 4.5 off; the parts of one by the same.
_LEAST_TILT, _SAME_TILT = 0.5, 1.5
_NEUTRAL = 0x1C  # of 255 between the channels: white, greys and black
_MOST_LINES = 4  # of a drawn cross or arrow
# Of the whole's area, an arrow's inside its rim: those of office programs have 0.85 and more, an
# arrow beside another sign less than half.
_INSIDE_RIM = 0.7
_SMALL_PART = 0.1  # of the largest part's area: what does not colour the whole


Exact = tuple[object, ...]


class Drawn(NamedTuple):
    """A drawn symbol, its parts in painting order."""

    box: Box
    parts: tuple[Shape, ...]


class _Look(NamedTuple):
    """What is compared: of each part form, colour, whether it is filled, and its rendering."""

    forms: tuple[str, ...]
    colours: tuple[tuple[int, int, int], ...]
    filled: tuple[bool, ...]
    masks: tuple[bytes, ...]


class ShapeSight(NamedTuple):
    """A drawn symbol, its geometry as a book compares it, and what the book named it."""

    exact: Exact
    drawn: Drawn
    name: str


class ShapeBook:
    """Gives the drawn symbols of one document their names, the same look the same name.

    Which symbols are near depends on those seen before, so that they are to be shown in the order
    of the pages. *noted*, if given, takes what was seen, each once.
    """

    def __init__(self, noted: dict[Exact, ShapeSight] | None = None) -> None:
        self._noted = noted
        self._known: list[tuple[_Look, str]] = []
        self._drawn: dict[Exact, str] = {}

    def identify(self, drawn: Drawn) -> str | None:
        """Return ``shape:``, form, colour and a digest; ``None`` for what cannot be an icon."""
        if len(drawn.parts) > _MOST_PARTS:
            return None
        exact = _exact(drawn)
        name = self._named(exact, drawn)
        if self._noted is not None:
            self._noted.setdefault(exact, ShapeSight(exact, drawn, name))
        return name

    def agrees(self, sights: Iterable[ShapeSight]) -> bool:
        """Name what another book saw; whether this one says the same throughout.

        This book is then as if it had been shown those symbols, up to the first other name.
        """
        return all(self._named(exact, drawn) == name for exact, drawn, name in sights)

    def _named(self, exact: Exact, drawn: Drawn) -> str:
        """Return a symbol's name, which is learnt if it is a new one."""
        name = self._drawn.get(exact)
        if name is None:
            look = _look(drawn)
            name = self._like(look)
            if name is None:
                name = f"shape:{_form(drawn)}:{plain_colour(drawn) or '-'}:{_digest(exact)}"
            self._known.append((look, name))
            self._drawn[exact] = name
        return name

    def _like(self, look: _Look) -> str | None:
        """Return the name of the nearest known symbol within tolerance."""
        near = [
            (difference, name)
            for seen, name in self._known
            if (difference := _difference(seen, look)) <= 1
        ]
        return min(near)[1] if near else None


def whole_symbols(shapes: Sequence[Shape]) -> list[Drawn]:
    """Join shapes that lie over each other; none for a page of maps or outlined letters."""
    if len(shapes) > MOST_SHAPES:
        return []
    open_ones: list[tuple[Box, list[int]]] = []
    closed: list[tuple[Box, list[int]]] = []
    for at in sorted(range(len(shapes)), key=lambda at: shapes[at].box.x0):
        box, parts = shapes[at].box, [at]
        waiting: list[tuple[Box, list[int]]] = []
        for whole in open_ones:
            if whole[0].x1 <= shapes[at].box.x0:
                closed.append(whole)
            elif _overlap(whole[0], box):
                box, parts = box.union(whole[0]), [*whole[1], *parts]
            else:
                waiting.append(whole)
        open_ones = [*waiting, (box, parts)]
    return [
        Drawn(box, tuple(shapes[at] for at in sorted(parts))) for box, parts in closed + open_ones
    ]


def plain_colour(drawn: Drawn) -> str | None:
    """Return the one colour a symbol shows, ``None`` where several large parts differ.

    White, greys and black count only where nothing else is there; a rim only where no part is
    filled; many lines are a hatching, which may say that there is no status.
    """
    fills = [part for part in drawn.parts if part.filled]
    if not fills and len(drawn.parts) > _MOST_LINES:
        return None
    if not any(_is_coloured(part.colour) for part in fills):
        lines = [part for part in drawn.parts if not part.filled]
        fills = lines if any(_is_coloured(part.colour) for part in lines) else fills or lines
    coloured = [part for part in fills if _is_coloured(part.colour)] or fills
    largest = max(coloured, key=lambda part: part.box.area)
    least = _SMALL_PART * largest.box.area
    colours = {part.colour for part in coloured if part.box.area >= least}
    return largest.colour if len(colours) == 1 else None


def _form(drawn: Drawn) -> str:
    """Return the form of the only part, or of the only coloured one, else ``drawing``.

    A block arrow and a rim around it are painted as parts of one colour: they are that arrow.
    """
    parts = drawn.parts
    if len({part.points for part in parts}) > 1:
        if arrow := _rimmed_arrow(parts):
            return arrow
        parts = tuple(part for part in parts if _is_coloured(part.colour) and part.filled)
    return form_of(parts[0].points) if len({part.points for part in parts}) == 1 else "drawing"


def _rimmed_arrow(parts: Sequence[Shape]) -> str | None:
    """Return the form of the one arrow among parts of one colour that reaches over all of them."""
    if len({part.colour for part in parts}) > 1:
        return None
    arrows = {
        form: part.box
        for part in parts
        if part.filled and (form := form_of(part.points)).startswith("arrow-")
    }
    if len(arrows) != 1:
        return None
    ((form, box),) = arrows.items()
    return (
        form if box.area >= _INSIDE_RIM * reduce(Box.union, (p.box for p in parts)).area else None
    )


def _exact(drawn: Drawn) -> Exact:
    """Return the symbol's geometry in hundredths of its longer side, and its colours."""
    x0, y0, longest, _ = _frame(drawn)
    return tuple(
        (
            part.colour,
            part.filled,
            tuple(
                (round((x - x0) / longest * 100), round((y - y0) / longest * 100))
                for x, y in part.points
            ),
        )
        for part in drawn.parts
    )


def _digest(exact: Exact) -> str:
    return hashlib.sha256(repr(exact).encode()).hexdigest()[:8]


def _frame(drawn: Drawn) -> tuple[float, float, float, Box]:
    """Return the corner and side of the square that the symbol stands in the middle of."""
    box = drawn.parts[0].box
    for part in drawn.parts[1:]:
        box = box.union(part.box)
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    longest = max(wide, high, 0.01)
    return (box.x0 + box.x1 - longest) / 2, (box.y0 + box.y1 - longest) / 2, longest, box


def _upright(drawn: Drawn) -> Drawn:
    """Turn an icon of an arrow that is a little askew to the direction it is named by.

    Its other parts, rims and shadows, are turned with it.
    """
    arrows = [part.points for part in drawn.parts if form_of(part.points).startswith("arrow-")]
    tilts = [tilt_of(points) for points in arrows]
    if not tilts or max(map(abs, tilts)) < _LEAST_TILT or max(tilts) - min(tilts) > _SAME_TILT:
        return drawn
    turn = -math.radians(sum(tilts) / len(tilts))
    cos, sin = math.cos(turn), math.sin(turn)
    parts = []
    for part in drawn.parts:
        points = tuple((x * cos - y * sin, x * sin + y * cos) for x, y in part.points)
        xs, ys = [x for x, _ in points], [y for _, y in points]
        parts.append(part._replace(points=points, box=Box(min(xs), min(ys), max(xs), max(ys))))
    return Drawn(drawn.box, tuple(parts))


def _look(drawn: Drawn) -> _Look:
    from PIL import Image, ImageDraw  # noqa: PLC0415 - few papers draw an icon by lines

    drawn = _upright(drawn)
    x0, y0, longest, _ = _frame(drawn)
    scale = (_DRAWN - _LINE) / longest
    masks = []
    for part in drawn.parts:
        image = Image.new("L", (_DRAWN, _DRAWN), 0)
        points = [
            ((x - x0) * scale + _LINE / 2, (y - y0) * scale + _LINE / 2) for x, y in part.points
        ]
        pen = ImageDraw.Draw(image)
        if part.filled and len(points) > 2:
            pen.polygon(points, fill=255)
        else:
            pen.line([*points, *(points[:1] if part.closed else ())], fill=255, width=_LINE)
        masks.append(image.resize((_SIDE, _SIDE), Image.Resampling.BOX).tobytes())
    return _Look(
        tuple(form_of(part.points) for part in drawn.parts),
        tuple(_channels(part.colour) for part in drawn.parts),
        tuple(part.filled for part in drawn.parts),
        tuple(masks),
    )


def _difference(one: _Look, other: _Look) -> float:
    """Return how far two looks differ, 1 at most for the same: the part that differs most.

    A part differs by the share of ink that one of the two has alone, in tolerances.
    """
    if one.filled != other.filled or not all(map(_same_colour, one.colours, other.colours)):
        return math.inf
    most = 0.0
    for at, (first, second) in enumerate(zip(one.masks, other.masks, strict=True)):
        forms = {one.forms[at], other.forms[at]}
        named = "form" not in forms
        if named and len(forms) > 1:
            return math.inf
        apart = sum(abs(x - y) for x, y in zip(first, second, strict=True))
        together = sum(map(max, first, second))
        share = apart / together if together else 0.0
        most = max(most, share / (_TOLERANCE_NAMED if named else _TOLERANCE))
    return most


def _same_colour(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(x - y) <= _SAME_COLOUR for x, y in zip(one, other, strict=True))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _is_coloured(colour: str) -> bool:
    channels = _channels(colour)
    return max(channels) - min(channels) > _NEUTRAL


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1

"""Statuses of the seventh set: words, letters, pictures, painted cells, coloured dots, keys."""

from __future__ import annotations

import random
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from benchmarks.confidence.fifth.blocks import Cell, Table
from benchmarks.confidence.fifth.statuses import Marks

#: A letter of a font of signs (Wingdings, ZapfDingbats): what stands for every status in its ink.
DOT = "●"
_INKS = {"green": "#00a651", "amber": "#ff9900", "red": "#e30613", "blue": "#0070c0"}
_WORDS: tuple[dict[str, str], ...] = (
    *({"green": "Green", "amber": "Amber", "red": "Red"},) * 3,
    {"green": "GREEN", "amber": "AMBER", "red": "RED"},
    {"green": "On track", "amber": "Under control", "red": "Below target"},
    {"green": "On target", "amber": "Close to target", "red": "Behind target"},
)
_ICONS: tuple[dict[str, str], ...] = (
    {"green": "disc-green", "amber": "disc-amber", "red": "disc-red"},
    {"green": "ring-green", "amber": "ring-amber", "red": "ring-red"},
    {"green": "star-green", "amber": "disc-amber", "red": "triangle-red"},
    {"green": "tick-green", "amber": "triangle-amber", "red": "cross-red"},
)
_FILLS = (
    {"green": "#33cc33", "amber": "#ff9900", "red": "#ff3300"},
    {"green": "#00cc66", "amber": "#ffc000", "red": "#ff0000"},
    {"green": "#008040", "amber": "#ffbf00", "red": "#e4002b"},
    {"green": "#99ff99", "amber": "#ffe699", "red": "#ff9999"},
)
_MEANINGS = (
    {
        "green": "Green: at or better than target",
        "amber": "Amber: worse than target but within 10%",
        "red": "Red: worse than target by more than 10%",
    },
    {"green": "Meeting target", "amber": "Just below target", "red": "Well below target"},
    {"green": "Target met", "amber": "Target missed by up to 10%", "red": "Target missed"},
)
KINDS = (
    *("icon",) * 3,
    *("word",) * 3,
    *("word and icon",) * 2,
    *("painted word",) * 3,
    *("painted letter",) * 3,
    "letter",
    *("paint",) * 2,
    *("dot",) * 2,
)
_HEADINGS = ("RAG", "RAG", "Status", "Status", "RAG status", "Rating", "Current status")
_ARROWS = ("up", "down", "level")
_ARTS = ("plain", "plain", "lamps", "globe", "tile")


@dataclass(frozen=True)
class Signs(Marks):
    """Marks of which one kind more is a dot whose ink tells the status."""

    @property
    def needs_key(self) -> bool:
        return self.kind == "dot" or super().needs_key

    def cell(self, status: str | None) -> Cell:
        if self.kind == "dot" and status is not None:
            return Cell(DOT, ink=_INKS[status], align="center")
        return super().cell(status)

    def key(self) -> Table:
        """The key as a small table."""
        rows = [[self.cell(each), Cell(self.meanings[each])] for each in self.shown]
        return Table((1, 5), rows=rows, narrow=True)


def draw_signs(rng: random.Random, kinds: Sequence[str] = KINDS) -> Signs:
    """Draw one paper's marks."""
    return Signs(
        kind=rng.choice(kinds),
        words=rng.choice(_WORDS),
        icons=rng.choice(_ICONS),
        fills=rng.choice(_FILLS),
        meanings=rng.choice(_MEANINGS),
        heading=rng.choice(_HEADINGS),
        more=False,
    )


def colour_sign(colour: str, kind: str, fills: dict[str, str]) -> Cell:
    """A colour of an action as a paper of that kind of signs shows it."""
    if kind == "icon":
        return Cell(picture=f"disc-{colour}", align="center")
    if kind == "dot":
        return Cell(DOT, ink=_INKS[colour], align="center")
    text = {"paint": "", "painted word": colour.capitalize(), "word": colour.capitalize()}
    fill = fills[colour] if kind.startswith("paint") else None
    return Cell(text.get(kind, colour[0].upper()), fill=fill, align="center")


def draw_fills(rng: random.Random) -> dict[str, str]:
    """The grounds of one paper's painted colours, blue among them."""
    return {**rng.choice(_FILLS), "blue": rng.choice(("#0070c0", "#66b2ff", "#00b0f0"))}


def draw_art(rng: random.Random) -> str:
    return rng.choice(_ARTS)


def redrawn(pictures: dict[str, dict[str, Any]], art: str) -> dict[str, dict[str, Any]]:
    """The pictures of a paper with its lights in the paper's own manner."""
    lights = [name for name in pictures if name.partition("-")[2] in _INKS]
    lights = [name for name in lights if not name.startswith(_ARROWS)]
    if art == "plain" or not all(name.startswith(("disc", "ring")) for name in lights):
        return pictures
    return pictures | {name: _told(art, name.partition("-")[2]) for name in lights}


@cache
def _told(art: str, colour: str) -> dict[str, Any]:
    image = Image.new("RGB", (96, 192) if art == "lamps" else (128, 128), "white")
    pen, ink = ImageDraw.Draw(image), _INKS[colour]
    if art == "lamps":
        pen.rounded_rectangle((4, 4, 92, 188), 20, fill="#303030")
        lit = {"red": 0, "amber": 1, "green": 2, "blue": 2}[colour]
        for place in range(3):
            top = 12 + 58 * place
            pen.ellipse((22, top, 74, top + 52), fill=ink if place == lit else "#6a6a6a")
        return _as_told(image.resize((24, 48), Image.Resampling.LANCZOS), 6.5, 13.0)
    if art == "globe":
        pen.ellipse((4, 4, 124, 124), fill="#505050")
        pen.ellipse((10, 10, 118, 118), fill=ink)
        pen.ellipse((34, 18, 78, 50), fill="#f4f4f4")
    else:
        pen.rounded_rectangle((4, 4, 124, 124), 24, fill=ink, outline="#404040", width=6)
    return _as_told(image.resize((40, 40), Image.Resampling.LANCZOS), 10.0, 10.0)


def _as_told(image: Image.Image, wide: float, high: float) -> dict[str, Any]:
    file = BytesIO()
    image.save(file, "PNG")
    return {"png": b64encode(file.getvalue()).decode(), "wide": wide, "high": high}

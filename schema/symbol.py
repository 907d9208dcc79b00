"""The names of symbols: what stands in a cell that is not text, and signs that are characters.

A name has up to four parts between colons. ``picture:`` and a digest; ``fill:#rrggbb``, a coloured
patch inside a cell, or ``fill:#rrggbb/#rrggbb``, the colours of a cell that is painted in several;
``shape:``, its form, its one plain colour or ``-``, and a digest; ``glyph:``, the character, and
its colour unless it is printed black.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

#: Characters that are drawn rather than spelled: arrows, geometric shapes, dingbats, emoji, a
#: square root printed for a tick, and private-use characters, by which symbol fonts arrive. Small
#: squares and circles that only begin the items of a list are none.
SIGN = re.compile(
    "[\u2190-\u21ff\u221a\u231b\u23e9-\u23fa\u25a0-\u25a9\u25ac-\u25e5\u25e7-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\ue000-\uf8ff\U0001f300-\U0001faff]"
)
#: Of these, what may stand beside a figure without being part of it. A private-use character may be
#: a minus sign or "at least" in a font that does not say so.
SIGN_BESIDE_FIGURE = re.compile(SIGN.pattern.replace("\u221a", "").replace("\ue000-\uf8ff", ""))
_HEX = re.compile(r"#[0-9a-f]{6}")
_WAYS = {
    "up": "\u2191\u21d1\u21e7\u25b2\u25b3\u25b4\u2b06\u2bc5\u2b9d\u23eb\u23f6\U0001f53a\U0001f53c",
    "down": "\u2193\u21d3\u21e9\u25bc\u25bd\u25be\u2b07\u2bc6\u2b9f\u23ec\u23f7\U0001f53d",
    "right": "\u2192\u21d2\u21e8\u25b6\u25b7\u25b8\u25ba\u27a1\u2794\u2799\u279c\u27a4\u2b95\u23f5",
    "left": "\u2190\u21d0\u21e6\u25c0\u25c1\u25c2\u25c4\u2b05\u23f4",
    "level": "\u2b04\u2194\u2b0c\u21d4\u21c4\u21c6\u25ac",
    "up-right": "\u2197\u2b08\u21d7\u2b00",
    "down-right": "\u2198\u2b0a\u21d8\u2b02",
    "up-left": "\u2196\u2b09\u21d6\u2b01",
    "down-left": "\u2199\u2b0b\u21d9\u2b03",
}
_WAY_OF = {sign: way for way, signs in _WAYS.items() for sign in signs}
_ARROWS = {
    "up": "\u2191", "down": "\u2193", "right": "\u2192", "left": "\u2190", "level": "\u2b04\u2194",
    "up-right": "\u2197", "down-right": "\u2198", "up-left": "\u2196", "down-left": "\u2199",
}  # fmt: skip
_TRIANGLES = {"up": "\u25b2", "down": "\u25bc", "right": "\u25ba", "left": "\u25c4"}
_SOLID = frozenset("\u25b2\u25b6\u25b8\u25ba\u25bc\u25be\u25c0\u25c2\u25c4")
#: Coloured circles and squares whose colour is part of the character.
_COLOURED = {
    "\U0001f534": "#ff0000", "\U0001f7e5": "#ff0000", "\U0001f7e0": "#ff9900",
    "\U0001f7e7": "#ff9900", "\U0001f7e1": "#ffcc00", "\U0001f7e8": "#ffcc00",
    "\U0001f7e2": "#00b050", "\U0001f7e9": "#00b050", "\U0001f535": "#0070c0",
    "\U0001f7e6": "#0070c0", "\U0001f7e3": "#7030a0", "\U0001f7ea": "#7030a0",
}  # fmt: skip


class Symbol(NamedTuple):
    """What a symbol's name says: its kind, its form (a word or the character), its colour."""

    kind: str
    form: str
    colour: str | None

    @property
    def way(self) -> str | None:
        """Where an arrow or a triangle points (``up``, ``down-right``, ``level``)."""
        if self.kind == "glyph":
            return _WAY_OF.get(self.form)
        form, _, way = self.form.partition("-")
        return way or None if form in {"arrow", "triangle"} else None

    @property
    def sign(self) -> str | None:
        """The character that is printed, or that a drawn arrow or triangle looks like."""
        if self.kind == "glyph":
            return self.form
        form, _, way = self.form.partition("-")
        return {"arrow": _ARROWS, "triangle": _TRIANGLES}.get(form, {}).get(way)


_ROUND = ("up", "up-right", "right", "down-right", "down", "down-left", "left", "up-left")


def turned_sign(sign: str, eighths: int) -> str:
    """Return an arrow turned clockwise by eighths of a full turn; other signs as they are."""
    way = _WAY_OF.get(sign)
    if way not in _ROUND:
        return sign
    new = _ROUND[(_ROUND.index(way) + eighths) % 8]
    return _TRIANGLES.get(new, sign) if sign in _SOLID else _ARROWS[new]


@lru_cache(maxsize=512)
def read_symbol(name: str) -> Symbol:
    """Take a symbol's name apart."""
    kind, _, rest = name.partition(":")
    if kind == "fill":
        return Symbol(kind, "", rest) if _HEX.fullmatch(rest) else Symbol(kind, rest, None)
    form, _, more = rest.partition(":")
    colour = more.partition(":")[0]
    if kind == "glyph" and form in _COLOURED:
        return Symbol(kind, form, _COLOURED[form])
    return Symbol(kind, form, colour if _HEX.fullmatch(colour) else None)

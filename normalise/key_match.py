"""Which entries of a key speak of a symbol: the same sign, also in another size, font or carrier.

A key may print a coloured disc where the table fills its cells, or a triangle as a character where
the table draws one. The nearest kind of likeness that a key has decides, and only that.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from crossfoot.normalise.statuses import colour_word
from crossfoot.schema.symbol import Symbol, read_symbol

#: Of 255 in a channel. A key and its table are painted by one program: rounding between colour
#: spaces moves a channel by up to 2, two shades of one key are at least 30 apart.
_SAME_COLOUR = 6
#: Of 255 between the channels of black, white and the greys, as of drawn signs.
_GREY = 0x1C
#: Signs that only carry their colour: discs, squares, blobs.
_PATCHES = frozenset({"", "disc", "square", *"\u25cf\u25a0\u25fc\u2b24\u2b1b\u26ab\u25c9\u25fe"})
#: Drawn shapes that have no name are only themselves.
_UNNAMED_FORMS = frozenset({"form", "drawing"})
_COLOURED_EMOJI = frozenset(map(chr, (*range(0x1F534, 0x1F536), *range(0x1F7E0, 0x1F7EC))))


class HasSymbol(Protocol):
    """An entry of a key: what it explains, and by what kind of sign."""

    @property
    def symbol(self) -> str: ...
    @property
    def kind(self) -> str: ...


E = TypeVar("E", bound=HasSymbol)


def entries_for(entries: Sequence[E], symbol: str) -> list[E]:
    """Return the entries that explain a symbol (its name, a fill ``#rrggbb`` or a letter)."""
    exact = [entry for entry in entries if entry.symbol == symbol]
    if exact:
        return exact
    asked = described(symbol)
    if asked is None:
        return []
    known = [(entry, sign) for entry in entries if (sign := described(entry.symbol)) is not None]
    for alike in (_same_sign, _same_form, _same_way, _same_patch):
        if found := [entry for entry, other in known if alike(asked, other)]:
            return found
    light = colour_word(asked.colour)
    if light is None or not _is_patch(asked):
        return []
    named = [entry for entry in entries if entry.kind == "colour" and entry.symbol == light]
    if named:
        return named
    same_light = [
        entry for entry, other in known if _is_patch(other) and colour_word(other.colour) == light
    ]
    shades = {entry.symbol for entry in same_light}
    return same_light if len(shades) == 1 else []


@lru_cache(maxsize=512)
def described(symbol: str) -> Symbol | None:
    """Take a symbol apart; ``None`` for pictures, which are only themselves, and for letters."""
    if symbol.startswith("#"):
        return Symbol("fill", "", symbol)
    if not symbol.startswith(("fill:", "shape:", "glyph:")):
        return None
    return read_symbol(symbol)


def near_colour(one: str | None, other: str | None) -> bool:
    """Whether two colours ``#rrggbb`` are the same but for rounding; both absent is the same."""
    if one is None or other is None:
        return one is other
    return all(
        abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= _SAME_COLOUR
        for at in (1, 3, 5)
    )


def _same_sign(asked: Symbol, other: Symbol) -> bool:
    """The same character, or the same direction drawn and printed, in the same colour."""
    if asked.form in _UNNAMED_FORMS:
        return False
    return _form(asked) == _form(other) and near_colour(asked.colour, other.colour)


def _same_form(asked: Symbol, other: Symbol) -> bool:
    """The same sign, which the key shows without its colour."""
    return other.colour is None and other.kind == "glyph" and _form(asked) == _form(other)


def _same_way(asked: Symbol, other: Symbol) -> bool:
    """The same arrow, both in black, white or grey: on a dark fill it is printed white."""
    if asked.way is None or asked.way != other.way or asked.kind != other.kind:
        return False
    return _form(asked) == _form(other) and all(map(_is_grey, (asked.colour, other.colour)))


def _is_grey(colour: str | None) -> bool:
    if colour is None:
        return True
    channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return max(channels) - min(channels) <= _GREY


def _same_patch(asked: Symbol, other: Symbol) -> bool:
    return (
        _is_patch(asked)
        and _is_patch(other)
        and asked.colour is not None
        and near_colour(asked.colour, other.colour)
    )


def _form(symbol: Symbol) -> tuple[str, str]:
    if symbol.sign is not None:
        return "sign", symbol.way or symbol.sign
    return symbol.kind, symbol.form


def _is_patch(symbol: Symbol) -> bool:
    return symbol.form in _PATCHES or symbol.form in _COLOURED_EMOJI

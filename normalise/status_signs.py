"""What a sign says by itself, where no key explains it: its one plain colour, a tick or a cross."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.normalise.statuses import status_fill, status_sign
from crossfoot.schema.symbol import Symbol, read_symbol
from crossfoot.schema.values import AnyStatus, Carrier, Subject

#: A pale tint is an unlit lamp beside a full colour; lightest full colour #92D050 0.57.
_UNLIT = 0.75
_ARROW = re.compile(
    "[\u2190-\u21ff\u25b2-\u25c5\u2b00-\u2b11\u2794\u2798-\u27bf\u23e9-\u23f7\u2b60-\u2bff]"
)


def is_arrow(text: str) -> bool:
    """Whether a text holds an arrow or a triangle."""
    return _ARROW.search(text) is not None


def lit(symbols: Sequence[str]) -> tuple[str, ...]:
    """Return the lit lamp of a traffic light of several drawn ones, else all symbols.

    The lamps are of one form; all but one are grey, white, black or a pale tint.
    """
    if len(symbols) < 2:
        return tuple(symbols)
    lamps = [read_symbol(symbol) for symbol in symbols]
    if len({(lamp.kind, lamp.form) for lamp in lamps}) > 1 or lamps[0].kind not in _LAMPS:
        return tuple(symbols)
    shining = [name for name, lamp in zip(symbols, lamps, strict=True) if _shines(lamp)]
    return tuple(shining) if len(shining) == 1 else tuple(symbols)


_LAMPS = frozenset({"shape", "glyph", "fill"})


def _shines(lamp: Symbol) -> bool:
    if lamp.colour is None:
        return False
    channels = [int(lamp.colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    lightness = (max(channels) + min(channels)) / 2
    return status_fill(lamp.colour) is not None and lightness < _UNLIT


def plain_status(symbols: Sequence[str], subject: Subject) -> AnyStatus | None:
    """The status that the signs of a status column show by themselves.

    One traffic light among their colours, or a lone tick or cross beside an indicator. Arrows
    without a colour, faces, stars and pictures say nothing.
    """
    signs = [read_symbol(symbol) for symbol in symbols]
    lights = {light for sign in signs if (light := status_fill(sign.colour))}
    lights |= {said for sign in signs if lights and (said := status_sign(sign.form))}
    others = [sign for sign in signs if sign.colour is None and sign.kind == "picture"]
    if len(lights) == 1 and not others:
        return lights.pop()
    if subject == "indicators" and len(signs) == 1 and signs[0].kind == "glyph":
        return status_sign(signs[0].form) if signs[0].colour is None else None
    return None


def carrier_of(symbols: Sequence[str]) -> Carrier:
    """By what kind of sign a status was read."""
    signs = [read_symbol(symbol) for symbol in symbols]
    if not signs or any(sign.kind not in _LAMPS for sign in signs):
        return "icon"
    if any(sign.way and not sign.form.startswith("triangle") for sign in signs):
        return "arrow"
    return "fill" if signs[0].kind == "fill" else "shape"


def ways_of(symbols: Sequence[str]) -> str | None:
    """The one arrow among the signs, as a character; ``None`` where there is none or several."""
    arrows = {sign.sign for symbol in symbols if (sign := read_symbol(symbol)).way}
    return arrows.pop() if len(arrows) == 1 else None

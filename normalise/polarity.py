"""Which direction is good, as a column of a table says it."""

from __future__ import annotations

import re

from crossfoot.schema.values import Polarity

_HIGHER = re.compile(
    r"\b(?:high\w*|up|increas\w*|bigger|larger|max\w*|more|rise|plus)\b|[\u2191\u25b2\u2b06]|^\+$",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"\b(?:low\w*|down|decreas\w*|smaller|min\w*|less|fewer|reduc\w*|fall|minus)\b|[\u2193\u25bc\u2b07]|^-$",
    re.IGNORECASE,
)


def polarity_of(text: str | None) -> Polarity | None:
    """Which direction is good, where a column says so."""
    if not text:
        return None
    higher, lower = bool(_HIGHER.search(text)), bool(_LOWER.search(text))
    if higher == lower:
        return None
    return "higher" if higher else "lower"

"""Statuses of the eighth set: words, letters, pictures, painted cells, coloured dots, keys."""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.confidence.seventh.signs import Signs

_WORDS: tuple[dict[str, str], ...] = (
    *({"green": "Green", "amber": "Amber", "red": "Red"},) * 3,
    {"green": "GREEN", "amber": "AMBER", "red": "RED"},
    {"green": "On Target", "amber": "Close to Target", "red": "Off Target"},
    {"green": "On track", "amber": "Slightly below", "red": "Well below"},
)
_ICONS: tuple[dict[str, str], ...] = (
    {"green": "square-green", "amber": "square-amber", "red": "square-red"},
    {"green": "disc-green", "amber": "disc-amber", "red": "disc-red"},
    {"green": "disc-green", "amber": "triangle-amber", "red": "stop-red"},
    {"green": "face-green", "amber": "face-amber", "red": "face-red"},
    {"green": "flag-green", "amber": "flag-amber", "red": "flag-red"},
)
_FILLS = (
    {"green": "#00a650", "amber": "#f7941d", "red": "#ed1c24"},
    {"green": "#8cc63f", "amber": "#ffd966", "red": "#f15a5a"},
    {"green": "#70ad47", "amber": "#ffc000", "red": "#c00000"},
    {"green": "#b6e3b6", "amber": "#ffe4a0", "red": "#f7b5b5"},
)
_MEANINGS = (
    {
        "green": "Target achieved or bettered",
        "amber": "Within 10% of the target",
        "red": "More than 10% from the target",
    },
    {"green": "On target", "amber": "Slightly off target", "red": "Off target"},
    {
        "green": "Green = at target or better",
        "amber": "Amber = up to 10% off target",
        "red": "Red = over 10% off target",
    },
)
#: The kinds of marks, as often as authorities use them.
KINDS = (
    *("icon",) * 3,
    *("word",) * 3,
    "word and icon",
    *("painted word",) * 3,
    *("painted letter",) * 4,
    *("letter",) * 2,
    *("paint",) * 2,
    "dot",
)
_HEADINGS = ("RAG", "RAG Status", "Status", "Traffic light", "R/A/G", "RAG rating", "Status")


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


def draw_fills(rng: random.Random) -> dict[str, str]:
    """The grounds of one paper's painted colours, blue among them."""
    return {**rng.choice(_FILLS), "blue": rng.choice(("#0054a6", "#9dc3e6", "#00b0f0"))}

"""Which direction is good for an indicator: as the series says it, else as its title suggests.

A title is evidence, no proof: what rests on it is never an error. The words are those of titles
whose direction nobody disputes (``paid within 30 days``, ``days lost to sickness``); where a title
holds words of both kinds, or none, nothing is said.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from crossfoot.schema.rows import Series
from crossfoot.schema.values import Polarity

# "Complaints answered within ten days" is good news of bad things: what is done in time goes first.
_IN_TIME = re.compile(
    r"\b(?:within|inside|under|in less than) (?:(?:the|an?|its|their|our) )?(?:\w+ ){0,2}"
    r"(?:days?|hours?|weeks?|months?|minutes?|mins?|seconds?|secs?|time|times|timescales?|target)\b"
    r"|\b(?:on time|in time|by the (?:due date|deadline)|first (?:time|contact|visit))\b",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"\b(?:satisf\w+|availab\w+|collected|recovered|recycl\w+|compost\w+|re-?used?|complian\w+"
    r"|attendances?|visits|visitors|accuracy|answered|resolved|acknowledged|dealt|respon[ds]\w*"
    r"|reviewed|trained|passed|uptime|participa\w+|protection|completed|completion|paid by bacs"
    r"|decent|good or outstanding|qualifi\w+)\b",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"\b(?:vacant|vacanc\w+|voids?|arrears|sickness|absen\w+|days lost|lost|complaints?"
    r"|abandoned|missed|errors?|crimes?|burglar\w+|thefts?|assaults?|accidents?|injur\w+"
    r"|emissions|residual|homeless\w*|unemploy\w+|overdue|backlog|fly-?tip\w*|defects?|turnover"
    r"|average (?:speed|time|days|length|number of days|wait\w*)|time taken|days taken|waiting"
    r"|days to|not in education|deaths|casualt\w+|anti-social)\b",
    re.IGNORECASE,
)


class Direction(NamedTuple):
    """Which direction is good; ``certain`` where the paper or the code's own definition says so."""

    polarity: Polarity
    certain: bool


def direction_of(series: Series | None, title: str | None) -> Direction | None:
    """Return which direction is good for an indicator, ``None`` where nothing tells."""
    if series is not None and series.polarity is not None:
        return Direction(series.polarity, certain=True)
    said = _of_title(title or "")
    return Direction(said, certain=False) if said else None


@lru_cache(maxsize=1024)
def _of_title(title: str) -> Polarity | None:
    if _IN_TIME.search(title):
        return "higher"
    higher, lower = _HIGHER.search(title), _LOWER.search(title)
    if bool(higher) == bool(lower):
        return None
    return "higher" if higher else "lower"

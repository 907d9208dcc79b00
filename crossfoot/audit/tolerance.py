"""What a paper's key says of targets: whether green means met, and how far amber reaches."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from crossfoot.schema.paper import Paper

_AMOUNT = re.compile(
    r"(\d+(?:\.\d+)?)\s?(%|per\s?cent\b)?\s?((?:percentage |%\s?)?points?\b|pp\b)?", re.IGNORECASE
)
_MET = re.compile(
    r"\b(?:met|meets?|achiev\w+|exceed\w*|above|on (?:or \w+ )?(?:target|track))\b", re.IGNORECASE
)
_LOOSE = re.compile(
    r"\b(?:within|toleran\w+|slightly|close|near\w*|almost|up to|approach\w*|variance)\b|\d",
    re.IGNORECASE,
)


class Tolerance(NamedTuple):
    """An amount by which a result may miss: in points of a percentage, or as a share, or unsaid."""

    amount: Decimal
    points_only: bool

    def beyond(self, off: Decimal, share: Decimal, unit: str | None) -> bool | None:
        """Whether a miss is wider than this; ``None`` where the two readings of it differ."""
        by_points = off > self.amount
        by_share = share * 100 > self.amount
        if unit != "%":
            return None if self.points_only else by_share
        if self.points_only or by_points == by_share:
            return by_points
        return None


class Key(NamedTuple):
    """What the key says: green is met and no less, green reaches so far, amber reaches so far."""

    strict: bool
    loose: bool
    green: Tolerance | None
    amber: Tolerance | None


def key_of(paper: Paper) -> Key:
    """Read the entries of a paper's keys for the colours of indicators."""
    said: dict[str, list[str]] = {"green": [], "amber": [], "red": []}
    for entry in paper.legends:
        if entry.meaning in said:
            said[entry.meaning].append(entry.meaning_as_printed)
    green = said["green"]
    loose = any(_LOOSE.search(text) for text in green)
    strict = not loose and any(_MET.search(text) for text in green)
    amounts = {found for text in (*said["amber"], *said["red"]) if (found := _amount(text))}
    within = {found for text in green if (found := _amount(text))}
    return Key(
        strict,
        loose,
        within.pop() if len(within) == 1 else None,
        # An amber from 5% to 10% is two amounts: which of them a miss falls under is not asked.
        amounts.pop() if len(amounts) == 1 and not within else None,
    )


def _amount(text: str) -> Tolerance | None:
    found = [match for match in _AMOUNT.finditer(text) if match[2] or match[3]]
    if len(found) != 1:
        return None
    return Tolerance(Decimal(found[0][1]), points_only=found[0][3] is not None)

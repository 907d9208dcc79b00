"""Titles that a paper numbers one by one: ``1 Rent collected``, ``2 Homes let``.

A number before one title may be a word of it (``20 minute calls``). That every row of a column
begins with the number after the one above it is no accident.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

#: An acronym or none, numbers, a letter: ``7``, ``1.10``, ``HSG 1.1``, ``A2a``, ``B``.
NUMBERED = re.compile(
    r"(?P<code>(?P<lead>[A-Z][A-Z&]{0,7}[ ._/-]?)?(?P<numbers>\d{1,3}(?:\.\d{1,3}){0,3})"
    r"(?P<letter>[a-z]?)|(?P<alone>[A-Z]))"
    r"[.):]?(?:\s*[:\u2013\u2014-])?\s+(?P<title>[A-Z\u00a3%#(\u2018\u201c\"'].*)"
)
_FEWEST_ROWS = 3
_Place = tuple[str, tuple[int, ...]]


def are_numbered(texts: Sequence[str]) -> bool:
    """Whether each of *texts*, three at least, begins with the number after that of the one above.

    A number of several parts may begin a further part anew: ``1.3`` before ``2.1``; and so may
    the letter behind it: ``4b`` before ``5`` or ``5a``.
    """
    if len(texts) < _FEWEST_ROWS:
        return False
    places: list[_Place] = []
    for text in texts:
        match = NUMBERED.fullmatch(text)
        if match is None:
            return False
        places.append(_place(match))
    return all(_follows(above, below) for above, below in itertools.pairwise(places))


def _place(match: re.Match[str]) -> _Place:
    if match["alone"]:
        return "", (ord(match["alone"]),)
    numbers = [int(number) for number in match["numbers"].split(".")]
    letter = ord(match["letter"]) - ord("a") + 1 if match["letter"] else 0
    return match["lead"] or "", (*numbers, letter)


def _follows(above: _Place, below: _Place) -> bool:
    """Whether one part of the number is one more, and what comes behind it begins anew."""
    if above[0] != below[0]:
        return False
    upper, lower = above[1], below[1]
    if len(upper) != len(lower):
        return False
    at = next(
        (at for at, pair in enumerate(zip(upper, lower, strict=True)) if pair[0] != pair[1]), None
    )
    return (
        at is not None and lower[at] == upper[at] + 1 and all(each <= 1 for each in lower[at + 1 :])
    )

"""What councils call themselves for short: KCC, BDC, TMBC."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from crossfoot.normalise.councils import plain

_ACRONYM = re.compile(r"(?<![^\W_])(?P<initials>[A-Z]{1,4}?)M?[BCD]C(?![^\W_])")
_SMALL_WORDS = frozenset({"and", "of", "the", "upon", "on", "in", "city"})


def acronyms(lines: Iterable[str]) -> Counter[str]:
    """The initials of councils in the lines, without the letters of their kind."""
    likely = (line for line in lines if "CC" in line or "BC" in line or "DC" in line)
    return Counter(match["initials"] for line in likely for match in _ACRONYM.finditer(line))


def initials_of(name: str) -> str:
    """The initials of an area's name, without its small words: ``TM`` of Tonbridge and Malling."""
    words = plain(name).split()
    return "".join(word[0].upper() for word in words if word.casefold() not in _SMALL_WORDS)

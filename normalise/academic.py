"""School years, by the word for them before or behind the years: ``Academic year 2016/17``."""

from __future__ import annotations

import re

from crossfoot.normalise.months import DASH, YEAR
from crossfoot.normalise.spans import months_between
from crossfoot.schema.period import Period

_FIRST, _LAST = 9, 8  # September to August
_FROM = r"(?<![0-9A-Za-z/.\-])"
_WORD = r"(?:(?:academic|school)(?:\s(?:year|yr))?|AY)"
YEARS = re.compile(
    rf"{_FROM}{_WORD}[\s:(]{{0,2}}(?P<y>{YEAR})\s?(?:/|{DASH})\s?(?P<z>{YEAR}|[0-9]{{2}})"
    rf"(?![0-9/]|{DASH}[0-9])"
    rf"|{_FROM}(?P<y2>{YEAR})\s?(?:/|{DASH})\s?(?P<z2>{YEAR}|[0-9]{{2}})\s\(?{_WORD}\b\)?",
    re.IGNORECASE,
)
#: What stands in each of them, in small letters.
SIGN = re.compile(r"academic|school|\bay\b")


def year(match: re.Match[str]) -> Period | None:
    """The months of a match of :data:`YEARS`; ``None`` where the second year is not the next."""
    first, second = int(match["y"] or match["y2"]), match["z"] or match["z2"]
    if (first + 1) % 100 != int(second[-2:]):
        return None
    return months_between((first, _FIRST), (first + 1, _LAST))

"""Which service of a summary table a row's section belongs to.

A summary names a service in full ("Revenues, Benefits and Customer Services"), the rows name a
team ("(Revenues)", "(Admin)", "Health&Safety"). Only matches that leave no doubt are made: a
whole name, whole elements of a list of services, or the beginning of a one-word service.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Words that say that a service is meant, not which one.
_GENERIC = frozenset({"service", "services", "team", "department", "directorate", "unit", "the"})
_BETWEEN = re.compile(r",|;|/|&|\band\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# "Admin" for "Administrative"; shorter beginnings are shared by too many words.
_MINIMUM_BEGINNING = 4

Element = tuple[str, ...]


def elements(name: str) -> tuple[Element, ...]:
    """The services a name lists, each as its case-folded words without the generic ones."""
    found = []
    for part in _BETWEEN.split(name):
        words = tuple(word.casefold() for word in _WORD.findall(part))
        kept = tuple(word for word in words if word not in _GENERIC) or words
        if kept:
            found.append(kept)
    return tuple(found)


def covers(service: str, section: str) -> bool:
    """Whether the summary's *service* certainly covers the row's *section*."""
    whole, part = elements(service), elements(section)
    if not whole or not part:
        return False
    if whole == part or _joined(whole) == _joined(part):
        return True
    if all(element in whole for element in part):
        return True
    return len(part) == 1 and any(_begins(part[0], element) for element in whole)


def match(section: str, services: Iterable[str]) -> str | None:
    """The one service that covers *section*; ``None`` where none does, or where two could."""
    names = list(services)
    same = [name for name in names if _joined(elements(name)) == _joined(elements(section))]
    if len(same) == 1:
        return same[0]
    words = set(_joined(elements(section)))
    rivals = [
        name for name in names if covers(name, section) or words & set(_joined(elements(name)))
    ]
    return rivals[0] if len(rivals) == 1 and covers(rivals[0], section) else None


def _joined(parts: tuple[Element, ...]) -> Element:
    return tuple(word for part in parts for word in part)


def _begins(short: Element, long: Element) -> bool:
    """Whether one word is the beginning of a one-word service, or the other way round."""
    if len(short) != 1 or len(long) != 1:
        return False
    few, many = sorted((short[0], long[0]), key=len)
    return len(few) >= _MINIMUM_BEGINNING and many.startswith(few)

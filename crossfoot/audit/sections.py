"""Which service of a summary table a row's section belongs to.

A summary names a service in full ("Revenues, Benefits and Customer Services"), the rows name a
team ("(Revenues)", "(Admin)", "Health&Safety"). Only matches that leave no doubt are made: a
whole name, whole elements of a list of services, the beginning of a one-word service, the initials
of a name. A word that is misspelt or in the plural is the same word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from rapidfuzz.distance import OSA

# Words that say that a service is meant, not which one.
_GENERIC = frozenset({"service", "services", "team", "department", "directorate", "unit", "the"})
_BETWEEN = re.compile(r",|;|/|&|\band\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LONGER_PLURAL = len("es")
# In a shorter word one letter makes another word.
_SLIP_SHORTEST = 6
_FEWEST_INITIALS = 2
# "Admin" for "Administrative"; shorter beginnings are shared by too many words.
_MINIMUM_BEGINNING = 4

Element = tuple[str, ...]


@lru_cache(maxsize=1024)
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
    if _same(_words(service), _words(section)):
        return True
    if all(any(_same(element, other) for other in whole) for element in part):
        return True
    if len(part) > 1:
        return False
    return _is_initials(part[0], service) or any(_begins(part[0], element) for element in whole)


def match(section: str, services: Iterable[str]) -> str | None:
    """The one service that covers *section*; ``None`` where none does, or where two could."""
    names = list(services)
    words = _words(section)
    same = [name for name in names if _words(name) == words]
    if len(same) == 1:
        return same[0]
    rivals = [name for name in names if covers(name, section) or _share_a_word(words, _words(name))]
    return rivals[0] if len(rivals) == 1 and covers(rivals[0], section) else None


@lru_cache(maxsize=1024)
def _words(name: str) -> Element:
    """The words of all services that a name lists."""
    return tuple(chain.from_iterable(elements(name)))


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names are the same words, each at most misspelt or in the plural."""
    return len(one) == len(other) and all(map(_same_word, one, other))


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if abs(len(one) - len(other)) > _LONGER_PLURAL:  # of most words asked of
        return False
    if one in {f"{other}s", f"{other}es"} or other in {f"{one}s", f"{one}es"}:
        return True
    return min(len(one), len(other)) >= _SLIP_SHORTEST and OSA.distance(one, other) == 1


def _share_a_word(words: Sequence[str], others: Sequence[str]) -> bool:
    return any(_same_word(word, other) for word in words for other in others)


def _is_initials(part: Element, service: str) -> bool:
    """Whether one word is made of the first letters of a name's words (HR, Human Resources)."""
    if len(part) != 1 or len(part[0]) < _FEWEST_INITIALS:
        return False
    return part[0] in _initials(service)


@lru_cache(maxsize=1024)
def _initials(service: str) -> frozenset[str]:
    words = [word.casefold() for word in _WORD.findall(service)]
    kept = words, _without_joints(words)
    return frozenset("".join(word[0] for word in some) for some in kept)


def _without_joints(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in _GENERIC | {"and", "of"}]


def _begins(short: Element, long: Element) -> bool:
    """Whether one word is the beginning of a one-word service, or the other way round."""
    if len(short) != 1 or len(long) != 1:
        return False
    few, many = sorted((short[0], long[0]), key=len)
    return len(few) >= _MINIMUM_BEGINNING and many.startswith(few)

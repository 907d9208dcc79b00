"""Which council a paper is from, by its own text, against a gazetteer of UK principal councils.

The gazetteer ``councils.csv`` has the area names as the statistics office writes them: ``name``,
``kind``, ``nation``, ``code`` (the statistics office's code of nine signs; of a council that was
abolished, the last it had), ``in_force_from`` (the year it became a council of that kind, empty
where that is not a matter of record), ``in_force_to`` (the year it was abolished, else empty) and
``also`` (other names in use, separated by ``|``). Codes: the Code History Database of the Office
for National Statistics (July 2024), each compared with a second list; Barnsley and Sheffield as
recoded on 1 April 2025. Years: the Acts of 1963, 1972, 1992 and 1994 and the orders under them.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from typing import NamedTuple

from crossfoot.normalise.data_files import data_text
from crossfoot.schema.text import translation

_TABLE = "councils.csv"
KIND_WORDS = (
    r"(?:(?:county borough|metropolitan borough|metropolitan district|metropolitan|london borough"
    r"|district|borough|city|county|unitary|islands?|mbc|dc|bc|cc)\s+)*council"
)
_PLAIN = translation(
    {"&": " and ", **dict.fromkeys(".,'\u2019", ""), **dict.fromkeys("-\u2010\u2011", " ")}
)
_WORD = re.compile(r"[^\W_]+")
_HOST_ENDING = re.compile(r"(?:council|district|borough|city|county|mbc|dc|bc|cc|gov|online)*")
_PREFIX = re.compile(
    r"^(?:the\s+)?(?:(?:london|royal|metropolitan|county)\s+)*(?:borough|city|county|council|lb)\s+"
    r"of\s+|^the\s+|^lb\s+|^cyngor\s+(?:(?:bwrdeistref sirol|dinas a sir|dinas|bwrdeistref)\s+)?",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(
    r"\s+(?:council|district|borough|city|county|metropolitan|unitary|london|mbc|dc|bc|cc)$",
    re.IGNORECASE,
)


class Council(NamedTuple):
    """A gazetteer entry.

    ``in_force_to`` is ``None`` for a council that exists, ``in_force_from`` where it is not known.
    """

    name: str
    kind: str
    nation: str
    code: str
    in_force_from: int | None
    in_force_to: int | None


def normal_name(text: str) -> str:
    """Return the area name for any way of naming a council.

    ``Broxtowe Borough Council`` gives ``Broxtowe``. A name that is not in the gazetteer comes
    back with the words of its kind taken off.
    """
    name = " ".join(text.split())
    return known_council(name) or _bare(name) or name


def councils() -> tuple[Council, ...]:
    """Every council of the gazetteer."""
    return tuple(council for council, _ in _table())


def known_council(name: str) -> str | None:
    """Return the gazetteer's name, taking the words of a council's kind off one by one."""
    for start in (name, _PREFIX.sub("", name, count=1)):
        rest, shorter = start, ""
        while rest != shorter:
            if found := by_key().get(key_of(rest)):
                return found.name
            shorter, rest = rest, _LAST_WORD.sub("", rest, count=1)
    return None


def _bare(name: str) -> str:
    rest, shorter = _PREFIX.sub("", name, count=1), ""
    while rest != shorter:
        shorter, rest = rest, _LAST_WORD.sub("", rest, count=1)
    return rest


def plain(text: str) -> str:
    """Return a name without the signs in which its spellings differ."""
    return " ".join(text.translate(_PLAIN).split())


def key_of(text: str) -> str:
    """Return what is compared of a name."""
    return plain(text).casefold()


@cache
def _table() -> tuple[tuple[Council, tuple[str, ...]], ...]:
    text = data_text(_TABLE)
    return tuple(
        (
            Council(
                row["name"],
                row["kind"],
                row["nation"],
                row["code"],
                int(row["in_force_from"] or 0) or None,
                int(row["in_force_to"] or 0) or None,
            ),
            tuple(filter(None, row["also"].split("|"))),
        )
        for row in csv.DictReader(text.splitlines())
    )


@cache
def by_key() -> dict[str, Council]:
    """Every name in use, by :func:`key_of`."""
    also = {key_of(name): council for council, others in _table() for name in others}
    return also | {key_of(council.name): council for council, _ in _table()}


@cache
def names_by_first_word() -> dict[str, list[str]]:
    """The names in use, by :func:`key_of`, under the word they begin with, longest first.

    Nowhere else in a line than at one of these words can a name stand.
    """
    names: dict[str, list[str]] = {}
    for name in sorted(by_key(), key=len, reverse=True):
        if words := _WORD.findall(name):
            names.setdefault(words[0].casefold(), []).append(name)
    return names


@lru_cache(maxsize=128)
def names_pattern(first_word: str) -> re.Pattern[str]:
    """The names that begin with a word of :func:`names_by_first_word`, in :func:`plain` form.

    A paper speaks of few councils: to compile all their names takes longer than to read a page.
    """
    names = names_by_first_word()[first_word]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


@cache
def compact_keys() -> dict[str, str]:
    """The names as they stand in web addresses, without blanks and without ``and``."""
    keys = {key.replace(" and ", " ").replace(" ", ""): key for key in by_key()}
    return keys | {key.replace(" ", ""): key for key in by_key()}


def host_name(label: str) -> str | None:
    """Return the name in :func:`compact_keys` that a label of a host begins with, if any.

    The longest that leaves nothing of the label (hyphens taken out), but for words of a council.
    """
    for end in range(len(label), 0, -1):
        if label[:end] in compact_keys() and _HOST_ENDING.fullmatch(label, end):
            return label[:end]
    return None

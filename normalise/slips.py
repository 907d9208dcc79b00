"""Slips of the pen: whether two headings are the same words, a letter amiss or in the plural."""

from __future__ import annotations

from collections.abc import Iterable, Set

from rapidfuzz.distance import OSA

#: In shorter words one letter makes another word (`date`, `rate`, `data`; `met`, `net`).
SLIP_SHORTEST = 5


def is_slip(key: str, listed: str) -> bool:
    """Whether two headings are the same words, each at most misspelt or in the plural.

    ``Latest Status`` is no slip of ``Last Status``, ``Planned Rate`` none of ``Planned Date``: one
    letter tells apart short words, and whole words of other meaning are as near as a slip.
    """
    words, others = key.split(), listed.split()
    return len(words) == len(others) and all(map(_same_word, words, others))


def _same_word(word: str, other: str) -> bool:
    if word == other or word in {f"{other}s", f"{other}es"} or other in {f"{word}s", f"{word}es"}:
        return True
    return min(len(word), len(other)) >= SLIP_SHORTEST and OSA.distance(word, other) == 1


def spellings(keys: Iterable[str]) -> frozenset[str]:
    """Every word of *keys*, as it stands, in and out of the plural, and with a letter left out."""
    words = {word for key in keys for word in key.split()}
    words |= {f"{word}es" for word in words} | {word.removesuffix("es") for word in words}
    return frozenset(words.union(*map(_shortened, words)))


def may_be_slip(key: str, known: Set[str]) -> bool:
    """Whether *key* may be a slip of one of the keys whose :func:`spellings` are *known*.

    Two words a letter apart are the same when each may lose one: a look into a set tells nearly
    every text from a heading, in a tenth of the time of a comparison with all of them.
    """
    return all(word in known or not known.isdisjoint(_shortened(word)) for word in key.split())


def _shortened(word: str) -> list[str]:
    """The word with each of its letters left out in turn."""
    return [word[:at] + word[at + 1 :] for at in range(len(word))]

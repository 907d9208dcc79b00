"""Whether two titles can be of one thing."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from crossfoot.normalise.national_titles import telling_words
from crossfoot.normalise.wording import wording

#: Least likeness (0 to 100) of the two words most alike. Of 371 pairs of titles that different
#: councils print under one national code 90% reach it, most by a word they share, and one council
#: rewords far less than two do; of 20,000 pairs under different codes 96% stay below.
_ALIKE = 70
#: A likeness that does not start alike is less of one: ``rent`` and ``parent``.
_OTHER_START = 0.9
#: Titles with fewer telling words say too little to be held against anything.
_LEAST_WORDS = 2


@lru_cache(maxsize=4096)
def another_thing(one: str | None, other: str | None) -> bool:
    """Whether two titles have no word in common, nor words that are alike.

    Never of titles too short to tell; reworded, abbreviated and longer titles share a word.
    """
    if one is None or other is None or one == other:
        return False
    first, second = telling_words(one), telling_words(other)
    if min(len(first), len(second)) < _LEAST_WORDS or first & second:
        return False
    if _initials(one) & _short_forms(other) or _initials(other) & _short_forms(one):
        return False
    return all(_alike(a, b) < _ALIKE for a in first for b in second)


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """What small rewordings of a title share."""
    return wording(title).key


def _alike(one: str, other: str) -> float:
    ratio = fuzz.ratio(one, other)
    return ratio if one[:3] == other[:3] else ratio * _OTHER_START


def _short_forms(title: str) -> set[str]:
    return {word for word in title.split() if len(word) > 1 and word.isupper()}


def _initials(title: str) -> set[str]:
    """The initials of every run of two to five words: what a short form would be."""
    words = [word for word in title.split() if word[:1].isalpha()]
    return {
        "".join(word[0] for word in words[start : start + length]).upper()
        for length in range(2, 6)
        for start in range(len(words) - length + 1)
    }

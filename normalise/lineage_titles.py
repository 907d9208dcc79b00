"""Whether two titles may name one indicator: likeness of wording, and words that forbid it.

A title says what is measured, and one word can turn it: ``within 8 weeks``, ``minor``, ``changes``.
No list of such words is complete. So the rule is the other way round: a word of one title that was
put in, or exchanged for another, sets two titles apart unless figures say otherwise, and what is
known to matter (numbers, letters, negations, opposites) sets them apart for good.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from crossfoot.normalise.wording import Wording

#: ``alike`` but for small words, order and forms of words; ``longer``: one says more, and figures
#: must show that it means the same; ``exchanged``: a word stands for another, and more figures must
#: show it; ``apart``: never one indicator.
Verdict = Literal["same", "alike", "longer", "exchanged", "apart"]

#: Words whose coming or going leaves what is measured as it is.
_SMALL = frozenset(
    """
    of in for to by on at and with that which were was are is be been being as who have has had its
    their this our within
    """.split()  # noqa: SIM905
)
#: Words that a paper adds or leaves out without meaning another thing.
_LIGHT = frozenset(
    """
    council borough district authority local rate level indicator performance percentage proportion
    number % service overall our we you resident year
    """.split()  # noqa: SIM905
)
#: Words that make another indicator of a title that has them: opposites, negations, parts of a
#: whole. Numbers, single letters, roman numbers and signs count as such too.
_TELLING = frozenset(
    """
    not no non without never excluding exclude excluded except other against from
    major minor new change existing former current previous renewal repeat
    male female men man woman women boy girl adult child children young youth old older elderly
    internal external inside outside net gross long short high low highest lowest higher lower
    maximum minimum max min over under above below before after more less fewer most least
    increase decrease reduction up down out off open opened closed first second third last final
    private public urban rural domestic commercial residential business household
    upheld dismissed allowed refused approved granted rejected lost won received
    total average median mean cumulative estimated forecast planned emergency urgent routine
    recycling recycled composting composted landfill landfilled reused reuse residual
    started start completed starter leaver joiner opening closing
    monday tuesday wednesday thursday friday saturday sunday weekday weekend
    january february march april june july august september october november december
    north south east west upper lower left right day night summer winter
    serious fatal slight violent temporary permanent part full
    xi xii ii iii iv vi vii viii ix percentagepoint per fte
    """.split()  # noqa: SIM905
)
#: What the forms of a word end in, longest first: ``collected`` and ``collection`` are one word.
_ENDINGS = ("ement", "ation", "ment", "ing", "ion", "ed", "es", "al", "d", "e", "s")
_SHORTEST_STEM = 4
#: What a title of another order of words, with a light or with another word more, keeps.
_ORDER, _LIGHTER, _LONGER = 0.95, 0.95, 0.8


class TitleMatch(NamedTuple):
    """``likeness`` from 0 to 1; the words that only one of the titles has."""

    verdict: Verdict
    likeness: float
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]


def match_titles(a: Wording, b: Wording) -> TitleMatch:
    """Compare two wordings."""
    if a == b:
        return TitleMatch("same", 1.0, (), ())
    only_a, only_b = _differing(_all_words(a), _all_words(b))
    verdict = "apart" if _is_share_of_one(a, b) else _verdict(only_a, only_b)
    likeness = fuzz.token_sort_ratio(" ".join(a.words), " ".join(b.words)) / 100
    if not only_a and not only_b and a.words != b.words:
        likeness *= _ORDER
    for word in (*only_a, *only_b):
        likeness *= _LIGHTER if word in _LIGHT else _LONGER
    return TitleMatch(verdict, likeness, only_a, only_b)


def stems(text: Wording) -> frozenset[str]:
    """Return the words that matter, each without its ending.

    Of two titles that may be one without two equal figures, one has all that the other has.
    """
    words = [word for word in text.words if word not in _SMALL and word not in _LIGHT]
    return frozenset(map(_stem, words or text.words))


def _all_words(text: Wording) -> list[str]:
    return [*text.words, *text.measured]


def _differing(a: list[str], b: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what only one title says, small words and forms of one word left out."""
    left, right = Counter(a), Counter(b)
    only_a = [word for word in (left - right).elements() if word not in _SMALL]
    only_b = [word for word in (right - left).elements() if word not in _SMALL]
    for word in list(only_a):
        form = next((other for other in only_b if _stem(other) == _stem(word)), None)
        if form is not None:
            only_a.remove(word)
            only_b.remove(form)
    return tuple(only_a), tuple(only_b)


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    if not word.isalpha() or word in _TELLING:
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def _is_share_of_one(a: Wording, b: Wording) -> bool:
    """Whether one title is of a share, and the other of a number without one."""
    words = [set(_all_words(each)) for each in (a, b)]
    with_share = [("%" in each) for each in words]
    return with_share[0] != with_share[1] and "number" in words[with_share.index(False)]


def _verdict(only_a: tuple[str, ...], only_b: tuple[str, ...]) -> Verdict:
    if any(_tells(word) for word in (*only_a, *only_b)):
        return "apart"
    heavy_a, heavy_b = (
        [word for word in words if word not in _LIGHT] for words in (only_a, only_b)
    )
    if heavy_a and heavy_b:
        return "exchanged"
    return "longer" if heavy_a or heavy_b else "alike"


def _tells(word: str) -> bool:
    if word in _TELLING or any(char.isdigit() for char in word):
        return True
    return len(word) == 1 and word != "%"

"""Words that another program put over a page: the page numbers and agenda items of a pack.

A committee's system prints them with blanks as its font has them. That says nothing of how the page
below, which may print none at all, sets its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from crossfoot.extract.characters import PRINTED_SPACE, Run

MOST_STAMPED = 12  # blanks of stamps, or words that are painted beyond them
_WORDS, _SMALL = 4, 3  # of a line that can only be a phrase, and those that begin small
_PHRASES = 2  # such lines show that a page leaves its blanks unprinted
_NARROWEST, _WIDEST = 0.12, 0.5  # font sizes between words of a phrase


def without_stamps(runs: Sequence[Run]) -> Sequence[Run] | None:
    """Return the page's own print, where that prints no blanks and few words over it do.

    *runs* are in the order of painting. Stamps are painted before all else or behind it, on lines
    of their own; the page's own print has phrases without a printed blank. ``None`` where the
    printed blanks are not shown to be a stamp's.
    """
    ends = _stretches(runs)
    if ends is None:
        return None
    stretches = [runs[first:last] for first, last in pairwise(ends)]
    own = max(stretches, key=len)
    if len(runs) - len(own) > 2 * MOST_STAMPED or sum(map(_is_phrase, _lines(own))) < _PHRASES:
        return None
    return own


def _stretches(runs: Sequence[Run]) -> list[int] | None:
    """Return where the lines with printed blanks begin and end, and the page; None if many have."""
    printed = [
        at
        for at, (before, run) in enumerate(pairwise(runs), 1)
        if run.space == PRINTED_SPACE and run.base == before.base
    ]
    if not 0 < len(printed) <= MOST_STAMPED:
        return None
    ends = {0, len(runs)}
    for at in printed:
        first, last, base = at, at, runs[at].base
        while first and runs[first - 1].base == base:
            first -= 1
        while last < len(runs) and runs[last].base == base:
            last += 1
        ends |= {first, last}
    return sorted(ends)


def _lines(runs: Sequence[Run]) -> Iterator[list[Run]]:
    return (list(line) for _, line in groupby(runs, key=attrgetter("base")))


def _is_phrase(line: Sequence[Run]) -> bool:
    """Whether some words of a line follow each other as words do, most of them beginning small."""
    words = [line[0].text]
    for before, run in pairwise(line):
        gap = (run.x0 - before.x1) / run.size
        if gap > _WIDEST or gap < -_NARROWEST:
            words = [run.text]
        elif gap < _NARROWEST:
            words[-1] += run.text
        else:
            words.append(run.text)
        if len(words) >= _WORDS and sum(word[0].islower() for word in words) >= _SMALL:
            return True
    return False

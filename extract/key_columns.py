"""Keys without rules: signs below each other, the words that explain them in a column beside.

A key set as a table leaves more room between its two columns than stands between a sign and its
words on one line. That a row begins with a sign, that signs and words take turns in it, and that
in the rows below signs and words stand below these, tells whose each sign is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossfoot.schema.page import Box

_FEWEST = 2  # rows
_FEWEST_TWOFOLD = 3  # rows with two columns of words
_ALIGNED = 1.5  # points, between signs or words of one column
_FARTHEST = 120.0  # points from a sign to its words: a third of a page's width
_NEXT_ROW = 60.0  # points from a sign to the one below

Words = tuple[int, ...]  # by their numbers: a status, and perhaps what it says


class _Pair(NamedTuple):
    """A sign, by its number, and the words right of it; where they are, in points."""

    sign: int
    words: Words
    box: Box
    x: float
    begins: tuple[float, ...]

    def is_above(self, other: _Pair) -> bool:
        """Whether the next row of the same columns holds the other one."""
        return 0 < other.box.y0 - self.box.y0 <= _NEXT_ROW and self.stands_as(other)

    def stands_as(self, other: _Pair) -> bool:
        return (
            len(self.begins) == len(other.begins)
            and abs(self.x - other.x) <= _ALIGNED
            and all(
                abs(one - two) <= _ALIGNED
                for one, two in zip(self.begins, other.begins, strict=True)
            )
        )


def in_key_columns(words: Sequence[Box], signs: Sequence[Box]) -> dict[int, Words]:
    """Return the numbers of signs that stand in columns of a key, each with that of its words.

    *words* are lines of text, cut where a sign stands in them. A sign alone in its row may have
    two, a status and what it says.
    """
    if len(signs) < _FEWEST:
        return {}
    pairs = sorted(_pairs(words, signs), key=lambda pair: pair.box.y0)
    return {
        pair.sign: pair.words
        for pair in pairs
        if any(pair.is_above(other) or other.is_above(pair) for other in pairs)
        and (len(pair.words) == 1 or sum(map(pair.stands_as, pairs)) >= _FEWEST_TWOFOLD)
    }


def _pairs(words: Sequence[Box], signs: Sequence[Box]) -> Iterator[_Pair]:
    """Yield the signs of rows in which they and words take turns, a sign the first."""
    left = sorted(range(len(signs)), key=lambda at: (signs[at].y0, signs[at].x0))
    while left:
        first = signs[left[0]]
        row = [at for at in left if _level(signs[at]) <= first.y1]
        left = [at for at in left if at not in row]
        yield from _of_row(words, signs, sorted(row, key=lambda at: signs[at].x0))


def _of_row(words: Sequence[Box], signs: Sequence[Box], row: Sequence[int]) -> Iterator[_Pair]:
    beside = [
        at
        for at, box in enumerate(words)
        if any(box.y0 <= _level(signs[sign]) <= box.y1 for sign in row)
    ]
    beside.sort(key=lambda at: words[at].x0)
    if len(beside) == len(row):
        pairs: list[tuple[int, Words]] = [
            (sign, (word,)) for sign, word in zip(row, beside, strict=True)
        ]
    elif len(row) == 1 and len(beside) == len(row) + 1:
        pairs = [(row[0], tuple(beside))]
    else:
        return
    right = float("-inf")
    for sign, mine in pairs:
        room = words[mine[0]].x0 - signs[sign].x1
        if signs[sign].x0 < right or not 0 <= room <= _FARTHEST:
            return
        right = words[mine[-1]].x1
    for sign, mine in pairs:
        box = signs[sign]
        begins = tuple(words[at].x0 for at in mine)
        yield _Pair(sign, mine, box, (box.x0 + box.x1) / 2, begins)


def _level(box: Box) -> float:
    return (box.y0 + box.y1) / 2

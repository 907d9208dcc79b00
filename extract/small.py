"""Digits set smaller behind a figure or a word: a footnote's, unless they may be of the number.

Where type says nothing by height, its size does: 21.3 and a smaller 1 on the same line is 21.3 with
footnote 1. But pence, minutes and decimals are set smaller on purpose as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.characters import Run

# In multiples of the font size of what they belong to.
_SMALLER = 0.92  # footnotes are set at 0.58 to 0.83 of the size
_TOUCHING = 0.16  # a wider gap is a blank
_RAISED = 0.1  # a superscript stands 0.12 to 0.4 above the line

_MARKED = re.compile(r"[\d%)]$|[a-z]{3}$")
_MARK = re.compile(r"\d{1,2}(?:[,;]\d{1,2})*[),;]?$")
_TWO_DIGITS = re.compile(r"\d\d$")
#: No more digits of the same number follow decimals, a sign, a second year; nor are there any pence
#: or minutes behind a code.
_ENDED = re.compile(r"[./]\d+$|[%)]$|[A-Za-z]")
_MONEY = re.compile(r"[£€$]\s?[\d,]+$")


class SmallDigits(NamedTuple):
    """The runs of a line, by place, that are small digits beside a figure.

    ``marks`` are footnotes, ``unsure`` what may be that or part of the number; ``told`` are the
    words that they stand in, with whether it is known what they are.
    """

    marks: frozenset[int] = frozenset()
    unsure: frozenset[int] = frozenset()
    told: tuple[tuple[str, bool], ...] = ()


NONE = SmallDigits()


def small_digits(runs: Sequence[Run]) -> SmallDigits:
    """Return the small digits of one line, its runs from left to right."""
    sizes = [run.size for run in runs]
    if min(sizes) >= _SMALLER * max(sizes):
        return NONE
    marks: set[int] = set()
    unsure: set[int] = set()
    told: list[tuple[str, bool]] = []
    for at, (before, run) in enumerate(pairwise(runs), 1):
        if not _touch(before, run) or not run.text[0].isdigit():
            continue
        if run.size < _SMALLER * before.size and _MARKED.search(before.text):
            first, stop = _extent(runs, at)
            number, mark = _text(runs[first:at]), _text(runs[at:stop])
            raised = abs(before.base - run.base) > _RAISED * before.size
            ends = stop == len(runs) or not _touch(runs[stop - 1], runs[stop])
            sure = ends and _is_mark(number, mark, raised)
            if not (sure and raised):
                (marks if sure else unsure).update(range(at, stop))
                told.append((number + mark, sure))
        elif _leads(before, run):
            unsure.add(at)
            told.append((before.text + run.text, False))
    return SmallDigits(frozenset(marks), frozenset(unsure), tuple(told))


def _touch(before: Run, run: Run) -> bool:
    return abs(run.x0 - before.x1) < _TOUCHING * max(before.size, run.size)


def _extent(runs: Sequence[Run], at: int) -> tuple[int, int]:
    """Return where the number before a place begins, and where the small digits from there end."""
    first, stop = at - 1, at + 1
    while first and _touch(runs[first - 1], runs[first]):
        first -= 1
    small = _SMALLER * runs[at - 1].size
    while stop < len(runs) and _touch(runs[stop - 1], runs[stop]) and runs[stop].size < small:
        stop += 1
    return first, stop


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _is_mark(number: str, mark: str, raised: bool) -> bool:
    """Whether small digits are surely none of the number before them.

    Two on the line of a whole number may be its pence or minutes, raised ones pounds' pence.
    """
    if not _MARK.match(mark):
        return False
    if not _TWO_DIGITS.match(mark):
        return True
    return not _MONEY.search(number) if raised else bool(_ENDED.search(number))


def _leads(before: Run, run: Run) -> bool:
    """Whether a small digit on the line stands right before a larger one."""
    return (
        before.size < _SMALLER * run.size
        and before.text[-1].isdigit()
        and abs(before.base - run.base) <= _RAISED * run.size
    )

"""Letters that stand apart, over each other or off the line: what belongs together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from crossfoot.extract.characters import PRINTED_SPACE, Run

# Of a character's width: the second print of a bold run is this near. A second "l" follows at 0.6
# at the closest; a full stop in 10 pt type printed again 0.8 pt aside stands at 0.3.
_TWICE = 0.45
# All in multiples of the font size.
AGAIN = 0.05  # print that begins this far over other print may repeat it
_APART = 0.16  # a wider gap is a blank in other lines
_WORD_GAP = 0.2  # more between two spaced words than between their letters; a blank is 0.22 wide
_TOUCHING = 0.15  # a mark stands this near to the figure it belongs to
_SMALLER = 0.92  # a superscript is set at 0.58 to 0.83 of the size
_OFF_LINE = 0.03  # how far a smaller digit beside a figure stands off its line
_WELL_ABOVE = 0.2  # how far a mark as large as the figure does
_AS_LARGE = 1.02
_LONGEST_MARK = 3  # characters: "1,2", "12", "iii"
_FIGURE_ENDS = frozenset("0123456789%)")
_KERNED = 0.12  # neighbours lie over each other by no more
_FEWEST_LETTERS, _FEWEST_UNLIKE = 5, 4  # "R A G" and "Y N Y N Y" are no words
_MOSTLY_LETTERS = 0.6  # "1 2 3 4 5" is no figure of five digits
_LONGEST_PIECE = 1.5  # characters a run, of a line whose letters stand apart


def printed_twice(before: Run, run: Run) -> bool:
    """Whether the same text stands there again, a hair aside, to look bold.

    The letters of a ligature share one box and follow each other.
    """
    if run.x0 == before.x0 and run.order == before.order + len(before.text):
        return False
    wide = max(run.x1 - run.x0, before.x1 - before.x0) / len(run.text)
    return run.x0 - before.x0 < _TWICE * wide and abs(run.y0 - before.y0) < _TWICE * (
        run.y1 - run.y0
    )


def prints_again(before: Run, run: Run) -> bool:
    """Whether a run begins with a character of the one before, printed again, and goes on."""
    if run.x0 >= before.x1 - AGAIN * run.size or run.text == before.text:
        return False
    near = _TWICE * (run.x1 - run.x0) / len(run.text)
    return any(
        run.text[0] == before.text[at] and 0 < run.x0 - before.lefts[at] < near
        for at in (0, len(before.lefts) - 1)
    )


def singly(runs: list[Run]) -> list[Run]:
    """Return the characters of one line, those printed twice only once.

    Where each character is printed twice before the next, the second print of one and the first of
    the next may have been taken for one run. Where other print stands over print, the line is
    returned as it is.
    """
    letters = sorted((one for run in runs for one in run.split()), key=lambda one: one.x0)
    result: list[Run] = []
    for letter in letters:
        if not any(
            other.text == letter.text and printed_twice(other, letter) for other in result[-2:]
        ):
            result.append(letter)
    over = any(one.x1 - two.x0 > _KERNED * two.size for one, two in pairwise(result))
    return runs if over else result


def may_be_spaced(runs: Sequence[Run]) -> bool:
    """Whether a line may be one whose letters are set apart. Asked of every line."""
    return len(runs) >= _FEWEST_LETTERS and len(runs[0].text) < 3 and len(runs[1].text) < 3


def closed_up(runs: list[Run]) -> list[Run]:
    """Return the runs of a line, letters that are set apart at even distances made words.

    Neither figures nor short rows of letters are closed up: "1 2 3 4 5" and "R A G" may be a word
    each.
    """
    text = "".join(run.text for run in runs)
    letters = [letter for letter in text if letter.isalpha()]
    if (
        len(text) > _LONGEST_PIECE * len(runs)
        or len(letters) < max(_FEWEST_LETTERS, _MOSTLY_LETTERS * len(text))
        or len(set(letters)) < _FEWEST_UNLIKE
    ):
        return runs
    size = max(run.size for run in runs)
    gaps = [run.x0 - before.x1 for before, run in pairwise(runs)]
    usual = median(gaps)
    printed = sum(run.space == PRINTED_SPACE for run in runs[1:])
    if usual < _APART * size and not printed > len(gaps) / 2:
        return runs
    result = runs[:1]
    for gap, run in zip(gaps, runs[1:], strict=True):
        last = result[-1]
        if gap > usual + _WORD_GAP * size or last.base != run.base:
            result.append(run)
        else:
            result[-1] = last._replace(
                text=last.text + run.text,
                x1=max(last.x1, run.x1),
                y0=min(last.y0, run.y0),
                y1=max(last.y1, run.y1),
                lefts=last.lefts + run.lefts,
            )
    return result


def is_mark(before: Run, run: Run, mark: Run | None) -> bool:
    """Whether a run stands off the line of the figure that it touches: it is no more of its digits.

    It is as large and well above the line, or smaller and a little above or below. *mark* is the
    run before where that was one: what goes on at its height belongs to it.
    """
    if abs(run.x0 - before.x1) > _TOUCHING * before.size:
        return False
    if mark is not None:
        return run.base == mark.base and run.size <= _AS_LARGE * mark.size
    if len(run.text) > _LONGEST_MARK or before.text[-1] not in _FIGURE_ENDS:
        return False
    above = before.base - run.base
    if run.size < _SMALLER * before.size:
        return run.text[0].isdigit() and abs(above) > _OFF_LINE * before.size
    return run.size < _AS_LARGE * before.size and above > _WELL_ABOVE * before.size

"""Superscripts that a font draws itself: on the line and as large as the figure, by its own word.

Type that has raised digits of its own (OpenType's ``sups``) sets them without another size or
baseline, and says "1" of a raised one: "38" with footnote 1 would read 381. Only the ink tells.
"""

from __future__ import annotations

import array
import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2.raw as pdfium

from crossfoot.extract import compiled
from crossfoot.extract.characters import NO_SPACE, Run
from crossfoot.extract.pdfium import Page, Pointer, pointer, raw_call
from crossfoot.extract.space import Matrix

# All in multiples of the font size.
_NARROW = 0.46  # the widest raised digit is 0.42, most digits on the line are 0.5 to 0.6
_RAISED_INK = 0.15  # ink of a digit begins on the line or below it, that of a raised one at 0.3
_DRAWN_AT = 0.6  # the size that a raised digit looks like
_SIGNS = frozenset("0123456789abcdefghijklmnopqrstuvwxyz")
_BETWEEN = frozenset(",-")

_get_ink = raw_call(pdfium.FPDFText_GetCharBox, ctypes.c_int)
_ink = array.array("d", [0.0] * 4)
_INK = [pointer(_ink.buffer_info()[0] + _ink.itemsize * at) for at in range(4)]


def with_raised_apart(page: Page, runs: list[Run], matrix: Matrix) -> list[Run]:
    """Return the runs, raised digits and letters at the end of a figure as runs of their own.

    These get the baseline and the size they look like.
    """
    places: Sequence[int] = range(len(runs))
    if compiled.loops is not None:
        places = compiled.loops.runs_narrowing(runs)
    doubtful = [at for at in places if _may_be_raised(runs[at])]
    if not doubtful:
        return runs
    result: list[Run] = []
    done = 0
    for at in doubtful:
        result += runs[done:at]
        result += _parts(page.text_at, runs[at], matrix)
        done = at + 1
    return result + runs[done:]


def _may_be_raised(run: Run) -> bool:
    """Whether a figure's last letter is narrow as raised ones are."""
    return (
        run.text[0].isdigit()
        and run.x1 - run.lefts[-1] < _NARROW * run.size
        and run.text[-1] in _SIGNS
        and 1 < len(run.text) == len(run.lefts)
        and not run.turn
    )


def _parts(handle: Pointer, run: Run, matrix: Matrix) -> Iterator[Run]:
    """Yield the figure and what is raised behind it."""
    first = len(run.text)
    lift = 0.0
    while first > 1 and (
        run.text[first - 1] in _SIGNS or (lift and run.text[first - 1] in _BETWEEN)
    ):
        above = _above_line(handle, run, first - 1, matrix)
        if above < _RAISED_INK * run.size and run.text[first - 1] in _SIGNS:
            break
        lift = max(lift, above)
        first -= 1
    while lift and run.text[first] in _BETWEEN:
        first += 1
    if not lift:
        yield run
        return
    yield run._replace(text=run.text[:first], x1=run.lefts[first], lefts=run.lefts[:first])
    yield run._replace(
        text=run.text[first:],
        x0=run.lefts[first],
        base=run.base - lift,
        size=_DRAWN_AT * run.size,
        order=run.order + first,
        space=NO_SPACE,
        lefts=run.lefts[first:],
    )


def _above_line(handle: Pointer, run: Run, at: int, matrix: Matrix) -> float:
    """Return how far above the line, in points, the ink of a character begins."""
    if not _get_ink(handle, run.order + at, *_INK):
        return 0.0
    left, right, bottom, top = _ink
    return run.base - max(matrix.point(left, bottom)[1], matrix.point(right, top)[1])

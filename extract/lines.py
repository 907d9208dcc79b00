"""From runs to printed lines: order, blanks, superscripts, text printed twice to look bold."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import inf
from operator import attrgetter, itemgetter
from typing import NamedTuple

from crossfoot.extract import compiled
from crossfoot.extract.characters import GUESSED_SPACE, NO_SPACE, PRINTED_SPACE, UNKNOWN, Run
from crossfoot.extract.letters import (
    AGAIN,
    closed_up,
    is_mark,
    may_be_spaced,
    printed_twice,
    prints_again,
    singly,
)
from crossfoot.extract.pen import DOWN, OBLIQUE, UP
from crossfoot.extract.small import small_digits
from crossfoot.schema.page import Box

# All in multiples of the font size.
_SAME_LINE = 0.5  # baselines nearer than this share a line; most superscripts are 0.12 to 0.4 off
# A gap this wide is a blank: without further evidence (a blank is 0.22 to 0.33 wide), where PDFium
# saw a gap as well, where a blank is printed (kerning takes some of it away).
_BLANKS = {NO_SPACE: 0.16, GUESSED_SPACE: 0.1, PRINTED_SPACE: 0.02}
_LEVEL = 0.01  # points: baselines that differ by less are one; the origins of text are rounded
_RAISED_SIZE = 0.92  # a superscript is set at 0.58 to 0.83 of the size
_RAISED_BY = 0.1  # and 0.12 to 0.4 above the line
_RAISED_AT_MOST = 0.7  # the next line is 0.95 off
_TOUCHING = 0.15  # a superscript stands this near to what it belongs to
_WIDE_GAP = 3.0  # words this far apart stand in two columns, or at a tab stop
_BASE, _SIZE = (itemgetter(Run._fields.index(field)) for field in ("base", "size"))
_OVER = 0.35  # print that reaches this far over other print cannot be told apart from it


class Line(NamedTuple):
    """One printed line. ``raised`` are index pairs into ``text`` printed as superscript.

    ``size`` is its largest font size in points, ``order`` the lowest of its runs',
    ``gaps`` how often two of its words stand far apart. ``told`` are figures with smaller digits
    beside them, and whether it is known what those are (:mod:`.small`).
    """

    box: Box
    text: str
    size: float
    raised: tuple[tuple[int, int], ...]
    order: int
    gaps: int
    told: tuple[tuple[str, bool], ...] = ()


def lines_of(runs: Iterable[Run], split_at: float | None = None) -> list[Line]:
    """Return the lines, top to bottom, each left to right.

    ``split_at`` cuts a line in two where a gap is wider than that many times the font size: text
    outside tables stands side by side.
    """
    runs = list(runs)
    plain = _plain_lines(runs, split_at)
    if plain is not None:
        return plain
    by_turn: dict[int, list[Run]] = {}
    for run in runs:
        by_turn.setdefault(run.turn, []).append(run)
    lines: list[Line] = []
    for turn in sorted(by_turn):
        if turn == OBLIQUE:
            lines.extend(_oblique(by_turn[turn]))
            continue
        for row in _rows([_levelled(run) for run in by_turn[turn]] if turn else by_turn[turn]):
            lines.extend(_row_lines(row, split_at, turn))
    return lines


def _plain_lines(runs: list[Run], split_at: float | None) -> list[Line] | None:
    if compiled.loops is not None:
        return compiled.loops.read_lines(runs, split_at, Line, Box)
    return _gone_through(runs, split_at)


def _gone_through(runs: list[Run], split_at: float | None) -> list[Line] | None:
    """Return the lines of plain print, ``None`` where it may not be plain.

    Most print is: painted in reading order, of one size a line, nothing raised, nothing over other
    print. Such runs are gone through once; the long way would come to the same lines.
    """
    lines: list[Line] = []
    pieces: list[str] = []
    split = inf if split_at is None else split_at
    level, largest, last = -inf, 0.0, -1
    left = right = 0.0
    begin = gaps = 0
    word = ""
    for at, (text, x0, _, x1, _, base, size, order, space, _, turn) in enumerate(runs):
        if turn or order <= last:
            return None
        step = base - level
        if -_LEVEL < step < _LEVEL:
            gap = x0 - right
            if size != largest or gap < -AGAIN * size or x0 <= left or text == word:
                return None
            follows = gap <= split * size
        elif step > _RAISED_AT_MOST * (size if size > largest else largest):
            follows = False
        else:
            return None
        if follows:
            if gap > _BLANKS[space] * size:
                pieces.append(" ")
                gaps += gap > _WIDE_GAP * size
        else:
            if may_be_spaced(runs[begin:at]):
                return None
            if at:
                lines.append(_boxed(runs[begin:at], pieces, largest, [], gaps))
            pieces, begin, gaps = [], at, 0
            level, largest = base, size
        pieces.append(text)
        left, right, last, word = x0, x1, order, text
    if may_be_spaced(runs[begin:]):
        return None
    lines.append(_boxed(runs[begin:], pieces, largest, [], gaps))
    return lines


def _rows(runs: list[Run]) -> list[list[Run]]:
    """Group runs into rows by their baselines, measured against the largest."""
    rows: list[list[Run]] = []
    line = largest = 0.0
    for run in sorted(runs, key=_BASE):
        base, size = run[5], run[6]
        if rows and base - line < _SAME_LINE * (size if size > largest else largest):
            rows[-1].append(run)
            if size > largest * 1.02:
                line, largest = base, size
        else:
            rows.append([run])
            line, largest = base, size
    return _with_raised(rows) if len(rows) > 1 else rows


def _with_raised(rows: list[list[Run]]) -> list[list[Run]]:
    """Put rows that hold only high superscripts back on the rows they belong to."""
    result: list[list[Run]] = []
    before = 0.0  # the largest size of the row before
    for row in rows:
        size = max(map(_SIZE, row))
        if before < _RAISED_SIZE * size and result and _is_raised_row(result[-1], row, size):
            row.extend(result.pop())
        result.append(row)
        before = size
    return result


def _is_raised_row(above: list[Run], row: list[Run], size: float) -> bool:
    """Whether each run of *above*, all small, stands half a line up, after one of *row*."""
    base = max(map(_BASE, row))
    return all(
        base - run.base < _RAISED_AT_MOST * size
        and any(-_TOUCHING * size < run.x0 - before.x1 < _TOUCHING * size for before in row)
        for run in above
    )


def _row_lines(row: list[Run], split_at: float | None, turn: int) -> list[Line]:
    row.sort(key=attrgetter("x0", "order"))
    if not turn and (plain := _plain_lines(row, split_at)) is not None:
        return plain
    size = max(run.size for run in row)
    pieces: list[list[Run]] = [[row[0]]]
    for before, run in pairwise(row):
        if split_at is not None and run.x0 - before.x1 > split_at * size:
            pieces.append([])
        pieces[-1].append(run)
    lines = [_line(piece) for piece in pieces]
    return [line._replace(box=_back(line.box, turn)) for line in lines] if turn else lines


def _line(runs: list[Run]) -> Line:
    """Join the runs of one line, already in order, into text.

    Where digits stand over other print U+FFFD comes between: 12 over 36 must not read 1236. (The
    letters of a ligature share one box.) Small digits that may be of a number or not stand apart.
    """
    if len(runs) > 1:
        if may_be_spaced(runs):
            runs = closed_up(runs)
        if any(prints_again(before, run) for before, run in pairwise(runs)):
            runs = singly(runs)
    largest = max(runs, key=attrgetter("size"))
    size = largest.size
    raised_above, raised_below = largest.base - _RAISED_BY * size, _RAISED_SIZE * size
    small = small_digits(runs)
    text: list[str] = []
    length = 0
    raised: list[tuple[int, int]] = []
    before: Run | None = None
    mark: Run | None = None
    gaps = 0
    for at, run in enumerate(runs):
        if before is not None:
            if before.text == run.text and printed_twice(before, run):
                continue
            gap = run.x0 - before.x1
            if gap < -_OVER * size and (before.text[-1].isdigit() or run.text[0].isdigit()):
                text.append(UNKNOWN)
                length += 1
            gaps += gap > _WIDE_GAP * size
            apart = at in small.unsure and at - 1 not in small.unsure
            if apart or _blank_between(before, run, gap):
                text.append(" ")
                length += 1
        end = length + len(run.text)
        text.append(run.text)
        if at in small.marks or (
            at not in small.unsure and _is_raised(before, run, mark, raised_above, raised_below)
        ):
            mark = run
            if raised and raised[-1][1] == length:
                raised[-1] = (raised[-1][0], end)
            else:
                raised.append((length, end))
        else:
            mark = None
        length = end
        before = run
    return _boxed(runs, text, size, raised, gaps)._replace(told=small.told)


def _is_raised(before: Run | None, run: Run, mark: Run | None, above: float, below: float) -> bool:
    """Whether a run stands above *above* and is smaller than *below*, or is a mark of a figure."""
    return (run.base < above and run.size < below) or (
        before is not None
        and (mark is not None or run.base != before.base)
        and is_mark(before, run, mark)
    )


def _boxed(
    runs: list[Run], text: list[str], size: float, raised: list[tuple[int, int]], gaps: int
) -> Line:
    _, lefts, tops, rights, bottoms, _, _, orders, *_ = zip(*runs, strict=True)
    box = Box(lefts[0], min(tops), max(rights), max(bottoms))
    return Line(box, "".join(text), size, tuple(raised), min(orders), gaps)


def _blank_between(before: Run, run: Run, gap: float) -> bool:
    size = before.size if before.size > run.size else run.size
    return gap > _BLANKS[run.space if run.order > before.order else NO_SPACE] * size


def _levelled(run: Run) -> Run:
    """Return a run of turned text as if it were level, the page turned under it."""
    x0, y0, x1, y1, base = run[1:6]
    if run.turn == UP:
        box = (-y1, x0, -y0, x1)
    elif run.turn == DOWN:
        box, base = (y0, -x1, y1, -x0), -base
    else:
        box, base = (-x1, -y1, -x0, -y0), -base
    return run._replace(x0=box[0], y0=box[1], x1=box[2], y1=box[3], base=base, lefts=(box[0],))


def _back(box: Box, turn: int) -> Box:
    """Undo :func:`_levelled` for a line's box."""
    x0, y0, x1, y1 = box
    if turn == UP:
        return Box(y0, -x1, y1, -x0)
    if turn == DOWN:
        return Box(-y1, x0, -y0, x1)
    return Box(-x1, -y1, -x0, -y0)


def _oblique(runs: list[Run]) -> list[Line]:
    """Return slanted text, a watermark as a rule, in the order in which it is painted."""
    runs = sorted(runs, key=attrgetter("order"))
    text = "".join((" " if run.space and at else "") + run.text for at, run in enumerate(runs))
    box = Box(*runs[0][1:5])
    for run in runs[1:]:
        box = box.union(Box(*run[1:5]))
    return [Line(box, text, max(run.size for run in runs), (), runs[0].order, 0)]

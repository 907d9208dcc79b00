"""Headings over several columns that a rule below them underlines from the first to the last.

Statisticians call it a spanner and its rule; word processors and spreadsheets draw it as the lower
border of the merged cell. It tells what the place of the heading alone does not: how far that
reaches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.chunks import Chunk
from crossfoot.extract.gaps import Band, Columns, Corridor
from crossfoot.extract.heads import Plan
from crossfoot.extract.rules import Rule

_SAME_HEIGHT = 1.5  # points between rules of one level
_OUT = 1.0  # points that print may reach over the end of its rule
_ON_RULE = 0.1  # font sizes that a rule may stand above the baseline of what it underlines
_PART = 0.2  # of a column's print that may lie beside a rule that ends at it
_OFF_CENTRE = 3.0  # points; pieces begin and end in the middle of the room between columns
_LEAST_ROWS = 4.0  # points between two levels


class Spanner(NamedTuple):
    """A rule under headings that are one: its ends and its height in points, and their print."""

    left: float
    right: float
    y: float
    heads: tuple[Chunk, ...]


def rules_inside(rules: Sequence[Rule], left: float, right: float) -> tuple[Rule, ...]:
    """Return the level rules between *left* and *right* that do not reach from one to the other."""
    return tuple(
        rule
        for rule in rules
        if rule.level
        and rule.start >= left - _OUT
        and rule.end <= right + _OUT
        and rule.end - rule.start < right - left - 2 * _OUT
    )


class _Stroke(NamedTuple):
    """Pieces of rules that run on from each other, from the left."""

    pieces: tuple[Rule, ...]

    @property
    def left(self) -> float:
        return self.pieces[0].start

    @property
    def right(self) -> float:
        return max(piece.end for piece in self.pieces)

    @property
    def y(self) -> float:
        return self.pieces[0].at


def spanners_of(heads: Sequence[Band], rules: Sequence[Rule]) -> list[Spanner]:
    """Return the spanners among the headings *heads*: those with headings above and below a rule.

    None at all where it is open which of the headings beside each other a rule belongs to.
    """
    chunks = [chunk for band in heads for line in band.lines for chunk in line.chunks]
    closed = [band.bottom for band in heads]
    bottom = max((chunk.bottom for chunk in chunks), default=0.0)
    strokes = _strokes(
        rule
        for rule in rules
        if heads[0].top < rule.at < bottom and all(abs(rule.at - y) > _SAME_HEIGHT for y in closed)
    )
    found: list[Spanner] = []
    for stroke, over in _underlined(chunks, strokes):
        told = _told(stroke, over)
        if not told:
            return []
        found += told
    return [
        spanner
        for spanner in found
        if any(
            one.top > spanner.y - 1 and _is_within(one, spanner.left, spanner.right)
            for one in chunks
        )
    ]


def _strokes(rules: Iterable[Rule]) -> list[_Stroke]:
    """Return the rules that run on from each other as one."""
    strokes: list[_Stroke] = []
    for rule in sorted(rules, key=lambda rule: (rule.start, rule.end)):
        for at, stroke in enumerate(strokes):
            if abs(stroke.y - rule.at) <= _SAME_HEIGHT and rule.start <= stroke.right + _OUT:
                strokes[at] = _Stroke((*stroke.pieces, rule))
                break
        else:
            strokes.append(_Stroke((rule,)))
    return strokes


def _underlined(
    chunks: Sequence[Chunk], strokes: Sequence[_Stroke]
) -> Iterator[tuple[_Stroke, list[Chunk]]]:
    """Yield the strokes that headings stand right above, with those."""
    over: list[list[Chunk]] = [[] for _ in strokes]
    for chunk in chunks:
        low = chunk.base - _ON_RULE * chunk.size
        below = [
            at
            for at, stroke in enumerate(strokes)
            if stroke.y > low and _is_within(chunk, stroke.left, stroke.right)
        ]
        if below:
            over[min(below, key=lambda at: strokes[at].y)].append(chunk)
    yield from ((stroke, mine) for stroke, mine in zip(strokes, over, strict=True) if mine)


def _told(stroke: _Stroke, over: Sequence[Chunk]) -> list[Spanner]:
    """Return the spanners that a stroke is of: one, or one for each of its pieces; else none.

    The border of a merged cell is one piece, or one for each column under it. The borders of merged
    cells beside each other run on as well: where a cell among them is blank the others do not fill
    what they all run under.
    """
    groups = _beside(over)
    if len(groups) == 1 and (len(stroke.pieces) == 1 or _is_centred(over, stroke)):
        return [Spanner(stroke.left, stroke.right, stroke.y, tuple(over))]
    found = []
    for piece in stroke.pieces:
        mine = [group for group in groups if any(_meets(one, piece) for one in group)]
        if len(mine) != 1 or not all(_is_within(one, piece.start, piece.end) for one in mine[0]):
            return []
        found.append(Spanner(piece.start, piece.end, stroke.y, tuple(mine[0])))
    return found


def _is_centred(chunks: Sequence[Chunk], stroke: _Stroke) -> bool:
    return all(
        abs(chunk.x0 + chunk.x1 - stroke.left - stroke.right) <= 2 * _OFF_CENTRE for chunk in chunks
    )


def _meets(chunk: Chunk, rule: Rule) -> bool:
    return rule.start < chunk.x1 - _OUT and chunk.x0 + _OUT < rule.end


def _is_within(chunk: Chunk, left: float, right: float) -> bool:
    return chunk.x0 >= left - _OUT and chunk.x1 <= right + _OUT


def _beside(chunks: Iterable[Chunk]) -> list[list[Chunk]]:
    """Return print in groups that stand beside each other, each of print below each other."""
    groups: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda chunk: chunk.x0):
        if groups and chunk.x0 < max(one.x1 for one in groups[-1]):
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return groups


def columns_between(spanners: Sequence[Spanner], columns: Columns) -> Columns | None:
    """Return columns whose edges part the spanners as well; ``None`` where they cannot.

    The print of the columns leaves room for that: a heading over several may begin left of theirs.
    """
    lows = [columns.edges[0], *(corridor.lo for corridor in columns.slack), columns.edges[-1]]
    highs = [columns.edges[0], *(corridor.hi for corridor in columns.slack), columns.edges[-1]]
    for spanner in spanners:
        span = _columns_under(spanner, columns)
        if span is None:
            return None
        first, end = span[0], span[-1] + 1
        left = min(spanner.left, *(head.x0 for head in spanner.heads))
        right = max(spanner.right, *(head.x1 for head in spanner.heads))
        highs[first] = min(highs[first], left) if first else highs[first]
        lows[end] = max(lows[end], right) if end < len(lows) - 1 else lows[end]
    if any(lo > hi + _OUT for lo, hi in zip(lows, highs, strict=True)):
        return None
    edges = tuple((lo + hi) / 2 for lo, hi in zip(lows, highs, strict=True))
    slack = (Corridor(min(lo, hi), max(lo, hi)) for lo, hi in zip(lows, highs, strict=True))
    return Columns(edges, tuple(slack)[1:-1])


def plan_spanned(
    heads: Sequence[Band], spanners: Sequence[Spanner], columns: Columns
) -> list[Plan] | None:
    """Plan the rows of headings; ``None`` where the rules and the *columns* do not agree."""
    ys = _levels(spanners)
    spans = [_columns_under(spanner, columns) for spanner in spanners]
    if ys is None or any(span is None for span in spans):
        return None
    level = {spanner: _level(spanner.y, ys) for spanner in spanners}
    known = {id(chunk) for spanner in spanners for chunk in spanner.heads}
    over: list[list[Spanner]] = [
        sorted(
            (one for one, span in zip(spanners, spans, strict=True) if span and at in span),
            key=lambda one: one.y,
        )
        for at in range(len(columns.edges) - 1)
    ]
    chunks = [chunk for band in heads for line in band.lines for chunk in line.chunks]
    for chunk in chunks:
        if id(chunk) in known:
            continue
        first, end = columns.span(chunk)
        if end - first != 1 or any(one.y > chunk.base for one in over[first]):
            return None
    cells: list[list[tuple[int, int, int]]] = [[] for _ in range(len(ys) + 1)]
    for spanner, span in zip(spanners, spans, strict=True):
        starts = {_start(over[at], spanner, level) for at in span or ()}
        if len(starts) != 1 or span is None:
            return None
        start = starts.pop()
        cells[start].append((span[0], len(span), level[spanner] - start + 1))
    for at, mine in enumerate(over):
        start = level[mine[-1]] + 1 if mine else 0
        cells[start].append((at, 1, len(ys) + 1 - start))
    tops = [min(chunk.top for chunk in chunks), *ys]
    bottoms = [*ys, max(chunk.bottom for chunk in chunks)]
    return [
        Plan(top, bottom, tuple(sorted(row)))
        for top, bottom, row in zip(tops, bottoms, cells, strict=True)
    ]


def _levels(spanners: Sequence[Spanner]) -> list[float] | None:
    """Return the heights of the rules, each level once; ``None`` where two are too near."""
    ys: list[float] = []
    for y in sorted(spanner.y for spanner in spanners):
        if not ys or y - ys[-1] > _SAME_HEIGHT:
            ys.append(y)
    near = any(after - before < _LEAST_ROWS for before, after in pairwise(ys))
    return None if near or not ys else ys


def _level(y: float, ys: Sequence[float]) -> int:
    return min(range(len(ys)), key=lambda at: abs(ys[at] - y))


def _start(over: Sequence[Spanner], spanner: Spanner, level: dict[Spanner, int]) -> int:
    """Return the row in which the cell above a rule begins, in a column under those *over* it."""
    above = [one for one in over if one.y < spanner.y - _SAME_HEIGHT]
    return level[above[-1]] + 1 if above else 0


def _columns_under(spanner: Spanner, columns: Columns) -> range | None:
    """Return the columns that a rule runs over, ``None`` where it ends inside the print of one."""
    inside = []
    for at in range(len(columns.edges) - 1):
        left = columns.slack[at - 1].hi if at else columns.edges[0]
        right = columns.slack[at].lo if at < len(columns.slack) else columns.edges[-1]
        shared = min(right, spanner.right) - max(left, spanner.left)
        part = shared / max(right - left, 0.1)
        if part > 1 - _PART:
            inside.append(at)
        elif part > _PART:
            return None
    if not inside:
        return None
    return range(inside[0], inside[-1] + 1)

"""Headings of a table whose cells are told: which columns each stands over, and through which rows.

A heading with others below it stands over some of them, all of its row in one manner: in the middle
of them, or where the first begins, or where the last ends. One with nothing below it reaches down
to the table's rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, product
from typing import NamedTuple

from crossfoot.extract.chunks import Chunk
from crossfoot.extract.gaps import Band, Columns, Refusal
from crossfoot.extract.groups import beside
from crossfoot.extract.heads import Plan, may_be_centred

_ALIGNED = 1.6  # points; producers round to a quarter, and letters have bearings
_FEWEST_FRAMED = 2
_OVER = 0.2  # font sizes that a row of headings may reach into the one above
_MOST_CHOICES = 20_000
_OPEN = "it is open which columns a heading stands over"

Span = tuple[int, int]  # the first column and the one after the last


class Heading(NamedTuple):
    """A heading, the columns it stands over, and whether others stand below it."""

    chunk: Chunk
    span: Span
    upper: bool


def plan_told_headings(bands: Sequence[Band], columns: Columns) -> list[Plan]:
    """Plan the rows of headings, each band one row with a piece of print for each cell.

    Raises :class:`Refusal`.
    """
    levels: list[list[Heading]] = []
    below: list[Heading] = []  # the highest in each column of those that are placed
    for band in reversed(bands):
        level = _level(band, below, columns)
        covered = [other for other in below if any(_meet(one.span, other.span) for one in level)]
        below = sorted(
            [*level, *(one for one in below if one not in covered)], key=lambda one: one.span
        )
        levels.insert(0, level)
    plans = _plans(levels, len(columns.edges) - 1)
    if any(
        lower.top < upper.bottom - _OVER * bands[0].lines[0].size
        for upper, lower in pairwise(plans)
    ):
        raise Refusal(_OPEN)  # headings of one row, told as of two
    return plans


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _level(band: Band, below: Sequence[Heading], columns: Columns) -> list[Heading]:
    """Place the headings of one row over those placed below them."""
    chunks = [chunk for line in band.lines for chunk in line.chunks]
    printed = [columns.span(chunk) for chunk in chunks]
    if any(_meet(one, other) for at, one in enumerate(printed) for other in printed[:at]):
        raise Refusal(_OPEN)
    uppers = [at for at, span in enumerate(printed) if any(_meet(span, one.span) for one in below)]
    spans = dict(enumerate(printed))
    if uppers:
        over = _over([chunks[at] for at in uppers], below, columns)
        spans.update(zip(uppers, over, strict=True))
    placed = [Heading(chunk, spans[at], at in uppers) for at, chunk in enumerate(chunks)]
    if any(_meet(one.span, other.span) for at, one in enumerate(placed) for other in placed[:at]):
        raise Refusal(_OPEN)
    return placed


def _over(uppers: Sequence[Chunk], below: Sequence[Heading], columns: Columns) -> tuple[Span, ...]:
    """Return the columns that headings stand over, all of them in one manner."""
    ways: list[tuple[str, tuple[Span, ...]]] = []
    fuller = False  # over all columns, in a manner too weak to be taken
    for manner in ("middle", "left", "right"):
        choices = [list(_choices(chunk, below, columns, manner)) for chunk in uppers]
        total = 1
        for choice in choices:
            total *= len(choice)
        if total > _MOST_CHOICES:
            raise Refusal(_OPEN)
        for spans in product(*choices):
            apart = not any(
                _meet(one, other) for at, one in enumerate(spans) for other in spans[:at]
            )
            if apart and (
                manner == "middle" or _as_many(spans, below) or _are_framed(spans, below)
            ):
                ways.append((manner, spans))
            elif apart and _covers(spans, below):
                fuller = True
    whole = {spans for _, spans in ways if _covers(spans, below)}
    framed = {spans for _, spans in ways if _are_framed(spans, below)}
    alike = {spans for _, spans in ways if _are_alike(spans, below)}
    middle = {spans for manner, spans in ways if manner == "middle"}
    mixed = set() if ways or fuller else _mixed(uppers, below, columns)
    for found in (whole, framed, alike, middle, mixed):
        if len(found) == 1 and (found is whole or found is framed or not fuller):
            spans = found.pop()
            if _are_distinct([one for one in below if not _covers(spans, [one])]):
                return spans
            break
        if found:
            break
    raise Refusal(f"{_OPEN} (“{uppers[0].text}”)")


def _mixed(
    uppers: Sequence[Chunk], below: Sequence[Heading], columns: Columns
) -> set[tuple[Span, ...]]:
    """Return the ways in which headings cover all below, the wide ones alone set to the middle.

    One over a single column may stand as its figures do: at one side.
    """
    choices = []
    for chunk in uppers:
        choice = set(_choices(chunk, below, columns, "middle"))
        for manner in ("left", "right"):
            sides = _choices(chunk, below, columns, manner)
            choice |= {span for span in sides if len(_under(span, below)) == 1}
        choices.append(sorted(choice))
    return {
        spans
        for spans in islice(product(*choices), _MOST_CHOICES)
        if _covers(spans, below)
        and all(one[1] <= other[0] for one, other in pairwise(sorted(spans)))
    }


def _choices(
    chunk: Chunk, below: Sequence[Heading], columns: Columns, manner: str
) -> Iterator[Span]:
    """Yield the columns that a heading may stand over in one manner.

    It stands over no two headings that say the same: nothing would tell them apart.
    """
    first, end = columns.span(chunk)
    for start, stop in _runs(below):
        under = [one for one in below if _meet((start, stop), one.span)]
        if start > first or stop < end or not _are_distinct(under):
            continue
        (_, left), (right, _) = beside(start, columns), beside(stop, columns)
        # Print of a column may reach farther than its headings, and none tells the edges.
        lefts = [left, *(one.chunk.x0 for one in below if one.span[0] == start)]
        rights = [right, *(one.chunk.x1 for one in below if one.span[1] == stop)]
        if manner == "middle":
            fits = may_be_centred(chunk.x0, chunk.x1, (start, stop), columns)
        elif manner == "left":
            fits = any(abs(chunk.x0 - x) <= _ALIGNED for x in lefts)
        else:
            fits = any(abs(chunk.x1 - x) <= _ALIGNED for x in rights)
        if fits:
            yield start, stop


def _runs(below: Sequence[Heading]) -> Iterator[Span]:
    """Yield the columns of every stretch of headings beside each other."""
    for at, first in enumerate(below):
        end = first.span[0]
        for one in below[at:]:
            if one.span[0] != end:
                break
            end = one.span[1]
            yield first.span[0], end


def _are_distinct(headings: Sequence[Heading]) -> bool:
    return len({one.chunk.text.casefold() for one in headings}) == len(headings)


def _under(span: Span, below: Sequence[Heading]) -> tuple[str, ...]:
    return tuple(one.chunk.text.casefold() for one in below if _meet(span, one.span))


def _covers(spans: Sequence[Span], below: Sequence[Heading]) -> bool:
    """Whether every heading below stands under one."""
    return all(any(_meet(span, one.span) for span in spans) for one in below)


def _as_many(spans: Sequence[Span], below: Sequence[Heading]) -> bool:
    """Whether several headings stand over as many each; then none can have taken another's."""
    return len(spans) > 1 and len({len(_under(span, below)) for span in spans}) == 1


def _are_framed(spans: Sequence[Span], below: Sequence[Heading]) -> bool:
    """Whether several stand over all from one heading to another, each over both of them once.

    (``Value | Status``, ``Value | Status`` and ``Value | Target | Status``.)
    """
    groups = [_under(span, below) for span in spans]
    first, last = groups[0][0], groups[0][-1]
    if len(spans) < _FEWEST_FRAMED or first == last:
        return False
    ends = sorted(spans)
    texts = [one.chunk.text.casefold() for one in below]
    return (
        all((group[0], group[-1]) == (first, last) for group in groups)
        and texts.count(first) == texts.count(last) == len(spans)
        and all(one[1] == other[0] for one, other in pairwise(ends))
    )


def _are_alike(spans: Sequence[Span], below: Sequence[Heading]) -> bool:
    """Whether several headings, with none between them, stand over the same headings each."""
    ends = sorted(spans)
    joined = all(one[1] == other[0] for one, other in pairwise(ends))
    return joined and len(spans) > 1 and len({_under(span, below) for span in spans}) == 1


def _plans(levels: Sequence[Sequence[Heading]], count: int) -> list[Plan]:
    """Lay the rows of headings out; those with nothing below them reach down to the rows."""
    plans: list[Plan] = []
    reached: set[int] = set()
    for depth, level in enumerate(levels):
        down = len(levels) - depth
        cells: list[tuple[int, int, int]] = []
        for one in level:
            start, stop = one.span
            if reached.intersection(range(start, stop)):
                raise Refusal(_OPEN)
            cells.append((start, stop - start, 1 if one.upper else down))
            if not one.upper:
                reached.update(range(start, stop))
        filled = reached.union(*(range(*one.span) for one in level))
        cells += [(at, 1, 1) for at in range(count) if at not in filled]
        tops = [one.chunk for one in level if one.upper] or [one.chunk for one in level]
        plans.append(
            Plan(
                min(one.chunk.top for one in level),
                max(map(_bottom, tops)),
                tuple(sorted(cells)),
            )
        )
    return plans


def _bottom(chunk: Chunk) -> float:
    """Return the foot of a heading's last line, which is the lowest of its runs."""
    return max(run.base + 0.2 * run.size for run in chunk.runs)

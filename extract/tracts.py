"""Stretches of a page that may hold a table without upright rules, with their lines in bands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.chunks import PrintLine
from crossfoot.extract.dated_heads import dated_heads
from crossfoot.extract.gaps import Band, is_lone, is_value
from crossfoot.extract.parting import has_values, is_between, parted
from crossfoot.extract.rules import Rule
from crossfoot.extract.stacks import Stack
from crossfoot.extract.weights import NOT_KNOWN, Weights
from crossfoot.schema.page import Box

# All in font sizes, from baseline to baseline where not said otherwise.
_LEADING = 1.45  # lines of one cell
_WIDE_LEADING = 1.9  # the same, proven by the order of painting; 1.5 lines of 1.22 in use
_HALF_LINE = 0.85  # lines nearer than this stand beside each other
_NEXT_HEADING = 2.6  # two levels of headings
_NEXT_ROW = 4.6  # rows of one table without rules
_BELOW_RULE = 2.8  # from a rule to the baseline below it
_ABOVE_RULE = 1.6  # from a baseline to the rule under it
_PROSE, _LONG = 3, 0.6  # lines, and of the table's width: a paragraph
TABULAR = 3  # pieces of print on a line of a table without rules
_FEWESTTABULAR = 3  # such lines
_LINES_BELOW = 16  # looked at, whether the table goes on there
_MOST_BETWEEN = 12  # lines between two of them: wrapped titles, section rows


class Region(NamedTuple):
    """A stretch of a page that may hold one table.

    ``bands`` are its lines between separators, top to bottom, the first *headings* of them its
    headings where that is known; ``ruled`` says that the separators are drawn. ``left`` and
    ``right`` are the ends of its rules, in points; ``above`` and ``below`` the next lines there.
    ``uprights`` are rules between columns, x in points, ``painted`` fills that may be its cells'.
    ``cuts`` are separators, y in points, that run through no row, ``inner`` level rules shorter
    than they. ``weights`` are asked which of its print is heavier than the rest.
    """

    bands: tuple[Band, ...]
    left: float | None
    right: float | None
    ruled: bool
    headings: int | None = None
    above: PrintLine | None = None
    below: tuple[PrintLine, ...] = ()
    uprights: tuple[float, ...] = ()
    painted: tuple[Box, ...] = ()
    cuts: tuple[float, ...] = ()
    inner: tuple[Rule, ...] = ()
    weights: Weights = NOT_KNOWN


def in_stack(stack: Stack, lines: Sequence[PrintLine], fewest: int = 2) -> Iterator[Region]:
    """Yield the regions that a stack of separators parts into rows, *fewest* at least.

    *lines* are all that stand between its ends, above and below as well.
    """
    shelves = _shelved(stack.heights, lines)
    tops = (float("-inf"), *stack.heights)
    bands = [
        Band(tops[at], stack.heights[at], tuple(shelf))
        for at, shelf in enumerate(shelves[1:-1], 1)
        if shelf
    ]
    bands = _without_prose(bands)
    above, below = _above(shelves[0], stack.heights[0]), _below(shelves[-1], stack.heights[-1])
    if below:
        bands.append(Band(stack.heights[-1], below[-1].bottom + 1, tuple(below), False))
    if above and (not bands or has_values(bands[0]) or is_lone(bands[0])):
        bands.insert(0, Band(above[0].top - 1, stack.heights[0], tuple(above), False))
    for part in parted(bands):
        if len(part) >= fewest:
            yield Region(
                tuple(part),
                stack.left,
                stack.right,
                True,
                above=_before(lines, lines.index(part[0].lines[0])),
                below=_after(lines, lines.index(part[-1].lines[-1]) + 1),
                painted=stack.cells,
            )


def _before(lines: Sequence[PrintLine], at: int) -> PrintLine | None:
    return lines[at - 1] if at else None


def _after(lines: Sequence[PrintLine], at: int) -> tuple[PrintLine, ...]:
    return tuple(lines[at : at + _LINES_BELOW])


def _shelved(heights: Sequence[float], lines: Sequence[PrintLine]) -> list[list[PrintLine]]:
    shelves: list[list[PrintLine]] = [[] for _ in range(len(heights) + 1)]
    for line in lines:
        shelves[bisect_left(heights, line.base - 0.3 * line.size)].append(line)
    return shelves


def _without_prose(bands: list[Band]) -> list[Band]:
    """Leave out what stands above the headings between rules of the same width: prose, titles."""
    while bands and not any(len(line.chunks) > 1 for line in bands[0].lines):
        lines = bands[0].lines
        if len(lines) == 1 and not is_between(bands[0], lines[0].size):
            break
        bands = bands[1:]
    return bands


def _above(lines: Sequence[PrintLine], rule: float) -> list[PrintLine]:
    """Return the lines of a heading that stands right above the first rule."""
    if not lines or rule - lines[-1].base > _ABOVE_RULE * lines[-1].size:
        return []
    at = len(lines) - 1
    while at and len(lines[at].chunks) < 2:
        if lines[at].base - lines[at - 1].base > _LEADING * lines[at].size:
            return []
        at -= 1
    if len(lines[at].chunks) < 2:
        return []
    return list(lines[_up(lines, at) :])


def _below(lines: Sequence[PrintLine], rule: float) -> list[PrintLine]:
    """Return the lines of rows that stand below the last rule."""
    if not lines or lines[0].base - rule > _BELOW_RULE * lines[0].size:
        return []
    for at, line in enumerate(lines[:_MOST_BETWEEN]):
        if at and line.base - lines[at - 1].base > _NEXT_HEADING * line.size:
            break
        if len(line.chunks) > 1:
            return _down_to_end(lines)
    return []


def _down_to_end(lines: Sequence[PrintLine]) -> list[PrintLine]:
    """Return the lines, from the first, that make the rows of a table; prose below left out."""
    last = long = 0
    found_row = False
    left, right = float("inf"), float("-inf")  # of the lines so far
    for at, line in enumerate(lines):
        if at - last > _MOST_BETWEEN or (
            at and line.base - lines[at - 1].base > _NEXT_ROW * line.size
        ):
            break
        left, right = min(left, line.chunks[0].x0), max(right, line.chunks[-1].x1)
        if len(line.chunks) > 1:
            last, found_row = at, True
        long = long + 1 if found_row and _is_long(line, right - left) else 0
        if long == _PROSE:
            break
    found = list(lines[: last + 1])
    for line in lines[last + 1 :]:
        step = line.base - found[-1].base
        if abs(line.size - found[-1].size) > 0.05 * line.size:
            break
        if step > _LEADING * line.size and not _is_painted_in(line, lines[last], step):
            break
        found.append(line)
    return found


def _is_painted_in(line: PrintLine, row: PrintLine, step: float) -> bool:
    """Whether a line *step* below the last is painted between two cells of the last row.

    Then it is of the former, however far lines stand from each other there.
    """
    chunk, *more = line.chunks
    order = chunk.runs[0].order
    over = [one for one in row.chunks if one.x0 < chunk.x1 and chunk.x0 < one.x1]
    return (
        not more
        and step <= _WIDE_LEADING * line.size
        and len(over) == 1
        and over[0].runs[0].order < order
        and any(order < one.runs[0].order and over[0].x1 < one.x0 for one in row.chunks)
    )


def in_print(lines: Sequence[PrintLine]) -> Iterator[Region]:
    """Yield the regions without drawn separators: lines of several pieces below each other."""
    at = 0
    while at < len(lines):
        if len(lines[at].chunks) < TABULAR - 1 or not _is_tabular(lines, at):
            at += 1
            continue
        start = _up(lines, at)
        found = _down_to_end(lines[start:])
        at = max(at + 1, start + len(found))
        tabular = sum(_is_tabular(found, at) for at in range(len(found)))
        if tabular >= _FEWESTTABULAR:
            above, below = _before(lines, start), _after(lines, start + len(found))
            for part in _beside(found):
                yield Region(tuple(banded(part)), None, None, False, 1, above, below)


def _is_tabular(lines: Sequence[PrintLine], at: int) -> bool:
    """Whether a line is one of a table: of several pieces, or figures in the midst of a name.

    The lines of a name set around the middle of its row stand half a line above and below.
    """
    line = lines[at]
    if len(line.chunks) >= TABULAR:
        return True
    if len(line.chunks) < TABULAR - 1 or not 0 < at < len(lines) - 1:
        return False
    return all(
        abs(other.base - line.base) < _HALF_LINE * line.size
        and len(other.chunks) == 1
        and other.chunks[0].x1 < line.chunks[0].x0
        for other in (lines[at - 1], lines[at + 1])
    )


def from_line(lines: Sequence[PrintLine]) -> Region:
    """Return the region without drawn separators that begins with the first of *lines*."""
    found = _down_to_end(lines)
    return Region(tuple(banded(found)), None, None, False, below=_after(lines, len(found)))


def _beside(lines: Sequence[PrintLine]) -> Iterator[list[PrintLine]]:
    """Yield the lines of each table, where the first heading is printed again beside the last.

    It is none where columns stand left of it: the first line of headings that others have not.
    """
    heading = max(lines, key=lambda line: min(len(line.chunks), TABULAR))  # the first such line
    left = heading.chunks[0].x0
    if sum(line.chunks[0].x1 < left for line in lines) >= _FEWESTTABULAR:
        yield list(lines)
        return
    texts = [chunk.text for chunk in heading.chunks]
    cuts = [heading.chunks[at].x0 - 1 for at in range(1, len(texts)) if texts[at] == texts[0]]
    for left, right in pairwise((float("-inf"), *cuts, float("inf"))):
        part = []
        for line in lines:
            chunks = tuple(chunk for chunk in line.chunks if left <= chunk.x0 < right)
            if chunks:
                part.append(line._replace(chunks=chunks))
        yield part


def _up(lines: Sequence[PrintLine], at: int) -> int:
    """Return where the headings begin, a line of which is at *at*.

    A line half a line above another stands beside it, set to another height; one over columns but
    the first is a heading over several.
    """
    start = at
    lowest = lines[at]
    while at and lines[at].base - lines[at - 1].base <= _NEXT_HEADING * lines[at].size:
        at -= 1
        line = lines[at]
        step = lines[at + 1].base - line.base
        if len(line.chunks) > 1 or step < _HALF_LINE * line.size or _is_over(line, lowest):
            start = at
        elif step > _LEADING * line.size and not _ends_heading(lines, at):
            break
    return start


def _ends_heading(lines: Sequence[PrintLine], at: int) -> bool:
    """Whether a lone line is the last of a heading set around the middle of those right above."""
    line, above = lines[at], lines[at - 1]
    return (
        at > 0 and len(above.chunks) >= TABULAR and line.base - above.base < _HALF_LINE * line.size
    )


def _is_over(line: PrintLine, headings: PrintLine) -> bool:
    """Whether a lone line begins right of the first heading and ends with the last."""
    chunk = line.chunks[0]
    return (
        chunk.x0 > headings.chunks[0].x1
        and chunk.x1 < headings.chunks[-1].x1
        and abs(line.size - headings.size) < 0.05 * line.size
    )


def _is_long(line: PrintLine, wide: float) -> bool:
    """Whether a line is one piece of print about as long as the table is *wide*."""
    return len(line.chunks) == 1 and line.chunks[0].wide > _LONG * wide


def banded(lines: Sequence[PrintLine]) -> Iterator[Band]:
    """Yield the headings, all lines before the first value, as one band, then each line."""
    dated = dated_heads([line.chunks for line in lines])
    depth = next(
        (
            at
            for at, line in enumerate(lines)
            if at and any(is_value(one) and one.text not in dated for one in line.chunks)
        ),
        len(lines),
    )
    for group in (lines[:depth], *([line] for line in lines[depth:])):
        if group:
            top = min(line.top for line in group)
            yield Band(top, max(line.bottom for line in group), tuple(group), False)

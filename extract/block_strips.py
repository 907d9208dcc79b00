"""A small table for each indicator: its name over headings that all of them print, and its values.

One has too little print to show where its columns are. All of one page have the same: read as one
table, with the headings once, they show it, and each keeps the rows that are its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.block_ends import SAME_PLACE, Head, NoBlocks
from crossfoot.extract.block_feet import parted, plan_foot, with_foot
from crossfoot.extract.blocks import (
    Block,
    Told,
    blocks_of,
    chunks_of,
    laid_out,
    plan_across,
    plans_of,
    texts_of,
    widened,
)
from crossfoot.extract.chunks import Blanks, PrintLine
from crossfoot.extract.form_rows import FormRow
from crossfoot.extract.gaps import Band, Columns, Corridor, Refusal, is_value, without_months
from crossfoot.extract.heads import Plan, plain_row
from crossfoot.extract.tracts import TABULAR, Region
from crossfoot.extract.tried import grid_of_region

NAMELESS = "no name stands over its figures"
_ELSEWHERE = "its columns are not those of the others, and its values not right under them"
_CUT = "the page ends before its values"
_OVER = "it is open which columns a heading stands over"
_AMISS = 6.0  # points; twice what a name may be off the middle
_MOST_ROWS = 6
_FEWEST = 2
_LESS_THAN_A_LINE = 0.75  # font sizes


def repeated_headings(lines: Sequence[PrintLine]) -> list[list[Head]]:
    """Return where the same headings stand, those that stand twice or more, by their lines."""
    known: dict[tuple[str, ...], list[Head]] = defaultdict(list)
    for at, line in enumerate(lines):
        if len(line.chunks) >= TABULAR:
            known[tuple(chunk.text.casefold() for chunk in line.chunks)].append(Head(at, at))
    found = []
    for heads in known.values():
        chunks = lines[heads[0].first].chunks
        values = sum(map(is_value, without_months(chunks)))
        if len(heads) >= _FEWEST and 2 * values < len(chunks):
            found.append(heads)
    return _joined(lines, found)


def _same_places(one: Sequence[PrintLine], other: Sequence[PrintLine]) -> bool:
    pairs = zip(chunks_of(one), chunks_of(other), strict=True)
    return all(abs(chunk.x0 - twin.x0) <= SAME_PLACE for chunk, twin in pairs)


def _joined(lines: Sequence[PrintLine], found: Sequence[list[Head]]) -> list[list[Head]]:
    """Let headings reach over the lines that follow on them, or go before, in all blocks alike."""
    result: list[list[Head]] = []
    taken: set[int] = set()
    for heads in found:
        if any(head.first in taken for head in heads):
            continue
        grown = heads
        while (more := _with_next(lines, grown) or _with_before(lines, grown)) is not None:
            grown = more
        taken.update(at for head in grown for at in range(head.first, head.last + 1))
        result.append(grown)
    return result


def _with_next(lines: Sequence[PrintLine], heads: Sequence[Head]) -> list[Head] | None:
    """Return headings with the line below, where that is the same in all blocks."""
    if heads[-1].last + 1 >= len(lines):
        return None
    if not _are_again(lines, [(head.last, head.last + 1) for head in heads]):
        return None
    return [Head(head.first, head.last + 1) for head in heads]


def _with_before(lines: Sequence[PrintLine], heads: Sequence[Head]) -> list[Head] | None:
    """Return headings with the line above, where that is the same in all blocks and overlaps them.

    It is the first of a heading of two lines, set to the middle of the others.
    """
    if not heads[0].first:
        return None
    line, above = lines[heads[0].first], lines[heads[0].first - 1]
    if line.base - above.base >= _LESS_THAN_A_LINE * line.size:
        return None
    if not _are_again(lines, [(head.first, head.first - 1) for head in heads]):
        return None
    return [Head(head.first - 1, head.last) for head in heads]


def _are_again(lines: Sequence[PrintLine], pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether the second line of all *pairs* says the same, no value, as far from the first."""
    first = lines[pairs[0][1]]
    if any(map(is_value, without_months(first.chunks))):
        return False
    words = [chunk.text for chunk in first.chunks]
    down = first.base - lines[pairs[0][0]].base
    return all(
        [chunk.text for chunk in lines[at].chunks] == words
        and abs(lines[at].base - lines[head].base - down) <= SAME_PLACE
        for head, at in pairs
    )


def are_strips(lines: Sequence[PrintLine], heads: Sequence[Head]) -> bool:
    """Whether values stand right below all headings at *heads*, and lone lines right above."""
    above = [lines[head.first - 1] for head in heads[1:]]
    below = [lines[head.last + 1] for head in heads[:-1]]
    return all(len(line.chunks) == 1 for line in above) and all(
        len(line.chunks) > 1 and any(map(is_value, line.chunks)) for line in below
    )


class Strip(NamedTuple):
    """A block, the lines of its values and the rows of its foot."""

    block: Block
    values: tuple[PrintLine, ...]
    foot: tuple[FormRow, ...]


def strips(lines: Sequence[PrintLine], heads: Sequence[Head], blanks: Blanks) -> list[Told]:
    """Return the small tables whose headings stand at *heads*, each with its grid.

    One that a page end cuts, without a name or without values, has none. Raises :class:`Refusal`
    where their columns are not told, or which name is whose.
    """
    for head, after in pairwise(heads):
        between = lines[head.last + 1 : after.first]
        if sum(len(line.chunks) >= TABULAR for line in between) > _MOST_ROWS:
            raise NoBlocks("tables of many rows")
    blocks = blocks_of(lines, heads)
    names = [line.chunks[0].text for block in blocks for line in block.names[:1]]
    if len(set(names)) < len(names):
        raise Refusal(_OVER)
    if not all(map(_is_named_at_left, blocks)):
        raise Refusal(_OVER)
    if not all(block.body for block in blocks[:-1]):
        raise NoBlocks("nothing stands below its headings")
    found = [Strip(block, *below) for block, below in zip(blocks, parted(blocks), strict=True)]
    told: list[Told] = []
    while found:
        first = found[0].block.head
        alike = [one for one in found if _same_places(one.block.head, first)]
        found = [one for one in found if one not in alike]
        told.extend(_with_grids(alike, blanks))
    return told


def _is_named_at_left(block: Block) -> bool:
    """Whether all lines above the headings begin left of them, or stand in their middle.

    A year over some of the columns heads those.
    """
    chunks = chunks_of(block.lines)
    left, right = min(chunk.x0 for chunk in chunks), max(chunk.x1 for chunk in chunks)
    return all(
        line.chunks[0].x0 <= left + SAME_PLACE
        or abs(line.chunks[0].x0 - left - right + line.chunks[-1].x1) <= _AMISS
        for line in block.names
    )


def _with_grids(alike: Sequence[Strip], blanks: Blanks) -> Iterator[Told]:
    """Yield strips whose headings stand at the same places with their grids."""
    whole = [one for one in alike if one.values]
    named = [one for one in whole if one.block.names]
    for one in alike:
        if one not in named:
            yield Told(one.block, None, NAMELESS if one in whole else _CUT)
    if not named:
        return
    lines = [line for one in whole for line in one.block.lines]
    if len(whole) > 1:
        columns, heading, body = _told_together(whole, blanks)
    else:
        try:
            columns, heading, body = _told_by_place(whole[0])
        except Refusal as refusal:
            yield Told(whole[0].block, None, str(refusal))
            return
    columns = widened(with_foot(columns, [row for one in whole for row in one.foot]), lines)
    first = whole[0].block.head[0].base
    for one in named:
        block, own = one.block, one.values
        plans = [plan_across(text, columns) for text in texts_of(block.names)]
        down = block.head[0].base - first
        plans += [Plan(row.top + down, row.bottom + down, row.cells) for row in heading]
        mine = [row for row in body if own[0].top - 1 < row.top < own[-1].bottom]
        if not mine or mine[-1].bottom > own[-1].bottom + 1:
            raise Refusal("a row stands in two of its blocks")
        plans += mine
        plans += [plan_foot(row, columns) for row in one.foot]
        yield Told(block, laid_out(plans, columns))


def _told_together(
    alike: Sequence[Strip], blanks: Blanks
) -> tuple[Columns, list[Plan], list[Plan]]:
    """Return the columns, the rows of headings and all other rows of strips read as one table."""
    head = alike[0].block.head
    held = [line for one in alike for line in one.values]
    bands = (_band(head), *(_band([line]) for line in held))
    whole = grid_of_region(Region(bands, None, None, False, 1), blanks)
    rows = plans_of(whole)
    low = head[-1].bottom
    depth = sum((top + bottom) / 2 < low for top, bottom in pairwise(whole.ys))
    corridors = tuple(Corridor(*one) for one in whole.slack)
    return Columns(whole.xs, corridors), rows[:depth], _held_by(rows[depth:], held)


def _told_by_place(one: Strip) -> tuple[Columns, list[Plan], list[Plan]]:
    """Return the same of a strip whose headings stand elsewhere than all others'.

    It is read where they are one line and each value stands under one of them, and that alone.
    """
    (head, *more), rows = one.block.head, one.values
    columns = [[chunk] for chunk in head.chunks]
    for line in rows:
        for value in line.chunks:
            over = [
                at
                for at, heading in enumerate(head.chunks)
                if value.x0 < heading.x1 and heading.x0 < value.x1
            ]
            if len(over) != 1 or (columns[over[0]][-1].base == value.base):
                raise Refusal(_ELSEWHERE)
            columns[over[0]].append(value)
    stretches = [
        (min(chunk.x0 for chunk in column), max(chunk.x1 for chunk in column)) for column in columns
    ]
    gaps = tuple(Corridor(left[1], right[0]) for left, right in pairwise(stretches))
    if more or any(gap.hi <= gap.lo for gap in gaps):
        raise Refusal(_ELSEWHERE)
    edges = (stretches[0][0], *(gap.middle for gap in gaps), stretches[-1][1])
    plans = [plain_row(line.top, line.bottom, len(columns)) for line in (head, *rows)]
    return Columns(edges, gaps), plans[:1], plans[1:]


def _band(lines: Sequence[PrintLine]) -> Band:
    return Band(lines[0].top, max(line.bottom for line in lines), tuple(lines), False)


def _held_by(rows: Sequence[Plan], lines: Sequence[PrintLine]) -> list[Plan]:
    """Return rows that reach from the first to the last of the *lines* they hold."""
    found = []
    for row in rows:
        mine = [line for line in lines if row.top < (line.top + line.bottom) / 2 < row.bottom]
        if not mine:
            raise Refusal("its rows overlap")
        top, bottom = min(line.top for line in mine), max(line.bottom for line in mine)
        found.append(Plan(top, bottom, row.cells))
    return found

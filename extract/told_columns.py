"""Columns of a table whose cells are told: where the print of all its rows leaves room.

Cells are whole here, so that nothing but texts over several columns can cross what parts two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.chunks import Chunk
from crossfoot.extract.gaps import (
    Band,
    Columns,
    Corridor,
    Refusal,
    is_believed,
    narrowed,
    room_between,
)
from crossfoot.extract.lone_headings import check_empty, without_empty
from crossfoot.extract.told_row import ToldRow
from crossfoot.extract.tracts import Region
from crossfoot.extract.unruled import between, check_cells

_ASIDE = 0.45  # font sizes between baselines of cells that no order tells apart
_NARROWEST = 0.8  # points; a corridor between cells with a padding of half a point


def told_columns(
    rows: Sequence[ToldRow], bands: Sequence[Band], heading: int, region: Region
) -> Columns:
    """Return the columns of a table, the first *heading* of its rows headings.

    *bands* are its rows, each with one piece of print for each cell. A heading of the lowest row
    stands over one column where that leaves no two cells of a row in one; else it may stand over
    several. One of a higher row that stands in the room between two columns is over both only
    where it is no column by itself. Raises :class:`Refusal`.
    """
    low = bands[heading - 1 : heading]
    for lowest, between_them in ((low, False), (low, True)):
        try:
            return _columns(rows, bands, heading, region, Headings(lowest, between_them))
        except Refusal:
            continue
    return _columns(rows, bands, heading, region, Headings((), False))


class Headings(NamedTuple):
    """The headings that stand over one column each, and whether others may stand in the room."""

    lowest: Sequence[Band]
    in_room: bool


def _columns(
    rows: Sequence[ToldRow],
    bands: Sequence[Band],
    heading: int,
    region: Region,
    headings: Headings,
) -> Columns:
    lowest, in_room = headings
    full = [band for band in bands[heading:] if len(_of(band)) > 1]
    if not full:
        raise Refusal("nothing stands below its headings")
    bound = [chunk for band in [*full, *lowest] for chunk in _of(band)]
    bound += _by_count(full, lowest)
    corridors = room_between(bound)
    over = [chunk for band in bands[heading:] if band not in full for chunk in _of(band)]
    for chunk in (one for band in bands[:heading] if band not in lowest for one in _of(band)):
        (over if _is_over(chunk, corridors, in_room) else bound).append(chunk)
    rules = [Corridor(x, x) for x in region.uprights]
    found = [narrowed(one, over) for one in room_between(bound)]
    found = [
        one
        for one in found
        if one.hi - one.lo >= _NARROWEST and not any(one.lo <= x <= one.hi for x in region.uprights)
    ]
    every = sorted([*found, *rules])
    apart = _proven_apart(rows)
    kept = [
        one
        for one in found
        if any(lo <= one.middle <= hi for lo, hi in apart)
        or is_believed(one, every, bands, heading)
    ]
    columns = without_empty(bands, heading, between(bands, sorted([*rules, *kept]), region))
    check_cells(bands, columns)
    check_empty(bands, heading, columns)
    return columns


def _of(band: Band) -> tuple[Chunk, ...]:
    return band.lines[0].chunks


def _by_count(full: Sequence[Band], lowest: Sequence[Band]) -> Iterator[Chunk]:
    """Yield headings widened to what stands under them, where that is set aside.

    Of a row with as many cells as there are headings each cell has one. Where a cell stands under
    none and its heading over none, and all such rows say the same, they are of one column.
    """
    for band in lowest:
        heads = _of(band)
        rows = [_of(row) for row in full if len(_of(row)) == len(heads)]
        cells = [chunk for row in full for chunk in _of(row)]
        for at, head in enumerate(heads):
            mine = [row[at] for row in rows]
            if (
                mine
                and not any(map(partial(_meet, head), cells))
                and not any(_meet(one, other) for one in mine for other in heads)
            ):
                x0, x1 = min(one.x0 for one in mine), max(one.x1 for one in mine)
                yield head._replace(x0=min(head.x0, x0), x1=max(head.x1, x1))


def _meet(one: Chunk, other: Chunk) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1


def _is_over(chunk: Chunk, corridors: Sequence[Corridor], in_room: bool) -> bool:
    """Whether a heading stands over several columns: over a corridor, or in one.

    What it leaves of that to its sides is too narrow to part columns.
    """
    return any(
        (chunk.x0 - one.lo < _NARROWEST and one.hi - chunk.x1 < _NARROWEST)
        or (in_room and one.lo <= chunk.x0 and chunk.x1 <= one.hi)
        for one in corridors
    )


def _proven_apart(rows: Sequence[ToldRow]) -> list[tuple[float, float]]:
    """Return the stretches of x between neighbours that no one cell can hold.

    The left one has several lines, or the right one begins on another height.
    """
    return [
        (max(one.x1 for one in left), min(one.x0 for one in right))
        for row in rows
        for left, right in pairwise(row.cells)
        if len(left) > 1 or abs(left[0].base - right[0].base) > _ASIDE * left[0].size
    ]

"""Columns told by the gaps in the print: corridors without ink, and what bears witness to them.

A corridor runs through all lines of a table; only section rows and headings over several columns
may cross it. Its width says little (cell paddings of 1 pt leave 2), so it is believed where print
stands far apart over it on some line and every column has a heading, and where words that nothing
else parts stand apart inside a column the table is not read at all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.chunks import Chunk, PrintLine

_NARROWEST = 0.8  # points; a corridor between cells with a padding of half a point
_WIDE = 0.9  # font sizes; two and more blanks
_APART = 2  # lines on which print faces over a corridor, to believe one without its own headings
_MOST_CROSSED = 0.4  # of the lines: section rows
_DEEPEST_HEADING = 4  # bands

VALUE = re.compile(
    r"^[<>£(+\-\u2212\u2013]*\d[\d,.]*\s?[%)*kmKp]*$|^[-–—]+$|^n/?a$|^tbc$"
    r"|^\d{1,4} ?: ?\d{1,4}$"
    r"|^\d{1,2}[-/ .](?:\d{1,2}|[a-z]{3,9})[-/ .]\d{2,4}$|^[a-z]{3,9}[-/ ]\d{2,4}$"
    r"|^\d[\d,.]*\s?(?:days?|hours?|hrs|minutes?|mins|weeks?|tonnes|fte)$"
    r"|^[a-z&]{1,10}[ _/-]?\d[\w.()]*$",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-/ ]\d{2,4}$", re.IGNORECASE
)
_PERIOD = re.compile(
    r"^(?:q[1-4]|h[12]|(?:19|20)\d\d|(?:quarter|qtr\.?) ?[1-4]|year ?\d)$", re.IGNORECASE
)


class Refusal(Exception):  # noqa: N818 - control flow inside one stage, never an error
    """The table cannot be told with certainty; the message says why, for a person."""


class Band(NamedTuple):
    """Lines between two level separators; ``closed`` says that both are drawn."""

    top: float
    bottom: float
    lines: tuple[PrintLine, ...]
    closed: bool = True


class Corridor(NamedTuple):
    """A stretch of x, in points, that the print of a table leaves free."""

    lo: float
    hi: float

    @property
    def middle(self) -> float:
        return (self.lo + self.hi) / 2


def is_value(chunk: Chunk) -> bool:
    """Whether print looks like a figure, a date or a code, and not like a period in a heading."""
    return is_value_text(chunk.text)


def is_value_text(text: str) -> bool:
    return bool(VALUE.match(text)) and not _PERIOD.match(text)


def without_months(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return the print of a heading without the months it names, if it names several.

    One month alone may be a due date, in a row that only looks like headings.
    """
    months = months_of(chunk.text for chunk in chunks)
    return [chunk for chunk in chunks if chunk.text not in months]


def months_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the texts that name months, none where it is one month alone."""
    months = frozenset(text for text in texts if _MONTH.match(text))
    return months if len(set(map(str.casefold, months))) > 1 else frozenset()


def heading_depth(bands: Sequence[Band], dated: Collection[str] = ()) -> int:
    """Return how many bands at the top may be headings.

    They are those before the first with values, and before the first section row. *dated* are
    texts of headings that look like values.
    """
    for at, band in enumerate(bands[1:_DEEPEST_HEADING], 1):
        if is_lone(band) and not is_lone(bands[at - 1]):
            return at
        chunks = (chunk for line in band.lines for chunk in line.chunks)
        if any(is_value(chunk) and chunk.text not in dated for chunk in chunks):
            return at
    return 1


def is_lone(band: Band) -> bool:
    """Whether a band holds one piece of print on each line: a section row, perhaps."""
    return all(len(line.chunks) == 1 for line in band.lines)


def find_corridors(
    bands: Sequence[Band], heading: int, uprights: Sequence[float] = ()
) -> list[Corridor]:
    """Return the corridors between the columns. Raises :class:`Refusal`.

    The first *heading* bands may hold headings over several columns. *uprights* are the places, x
    in points, of rules between columns: corridors of no width.
    """
    bound: list[Chunk] = []
    free: list[Chunk] = []
    headings: list[Chunk] = []
    for at, band in enumerate(bands):
        for line in band.lines:
            lone = len(line.chunks) == 1
            (headings if at < heading else free if lone else bound).extend(line.chunks)
    if not bound:
        raise Refusal("nothing stands below its headings")
    for more in (free, headings):
        corridors = room_between(bound)
        bound = bound + [chunk for chunk in more if not covers_any(chunk, corridors)]
    over = [chunk for chunk in [*free, *headings] if covers_any(chunk, corridors)]
    found = [narrowed(one, over) for one in room_between(bound)]
    found = [one for one in found if not any(one.lo <= x <= one.hi for x in uprights)]
    found = [one for one in found if one.hi - one.lo >= _NARROWEST]
    lines = [line for band in bands for line in band.lines]
    found = [one for one in found if _crossed(one, lines) <= _MOST_CROSSED * len(lines)]
    rules = [Corridor(x, x) for x in uprights]
    every = sorted([*found, *rules])
    return sorted(
        [*rules, *(one for one in found if is_believed(one, every, bands, heading))],
    )


def covers_any(chunk: Chunk, corridors: Sequence[Corridor]) -> bool:
    return any(chunk.x0 <= one.lo and one.hi <= chunk.x1 for one in corridors)


def room_between(chunks: Sequence[Chunk]) -> list[Corridor]:
    return [Corridor(before[1], after[0]) for before, after in pairwise(united(chunks))]


def united(chunks: Iterable[Chunk]) -> list[tuple[float, float]]:
    """Return the stretches of x with ink, those that touch made one."""
    joined: list[tuple[float, float]] = []
    for x0, x1 in sorted((chunk.x0, chunk.x1) for chunk in chunks):
        if joined and x0 <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], x1)
        else:
            joined.append((x0, x1))
    return joined


def narrowed(corridor: Corridor, over: Sequence[Chunk]) -> Corridor:
    """Narrow a corridor by print that crosses another one and ends in this."""
    lo, hi = corridor
    for chunk in over:
        if chunk.x0 <= lo < chunk.x1 < hi - _NARROWEST:
            lo = chunk.x1
        elif lo + _NARROWEST < chunk.x0 < hi <= chunk.x1:
            hi = chunk.x0
    return Corridor(lo, hi)


def crosses(chunk: Chunk, corridor: Corridor) -> bool:
    return chunk.x0 < corridor.middle < chunk.x1


def _crossed(corridor: Corridor, lines: Sequence[PrintLine]) -> int:
    return sum(any(crosses(chunk, corridor) for chunk in line.chunks) for line in lines)


def is_believed(
    corridor: Corridor, all_of: Sequence[Corridor], bands: Sequence[Band], heading: int
) -> bool:
    """Whether a corridor parts two columns. Raises :class:`Refusal` where that is open."""
    at = all_of.index(corridor)
    left = all_of[at - 1].middle if at else float("-inf")
    right = all_of[at + 1].middle if at + 1 < len(all_of) else float("inf")
    gaps = [gap for band in bands[heading:] for gap in _facing(band, corridor)]
    tops = [gap for band in bands[:heading] for gap in _facing(band, corridor)]
    wide = sum(gap >= _WIDE for gap in gaps)
    own = _headed(bands[:heading], left, corridor.middle) and _headed(
        bands[:heading], corridor.middle, right
    )
    if own and (wide or (gaps and tops and len(gaps) >= _APART)):
        return True
    if own and not gaps and (corridor.hi - corridor.lo) >= _WIDE * bands[0].lines[0].size:
        return True
    if wide >= _APART and wide >= 0.5 * len(gaps):
        return True
    if not gaps and _set_aside(bands, heading, (left, corridor.middle, right)):
        return True
    raise Refusal(
        f"it is open whether a gap in the print parts two columns (at x {corridor.middle:.0f})"
    )


def _set_aside(bands: Sequence[Band], heading: int, places: tuple[float, float, float]) -> bool:
    """Whether a heading and what it heads stand on the two sides of a corridor, each alone."""
    left, middle, right = places
    sides = ((left, middle), (middle, right))
    headed = [_headed(bands[:heading], *side) for side in sides]
    filled = [_headed(bands[heading:], *side) for side in sides]
    return headed == [not side for side in filled] and headed[0] != headed[1]


def _facing(band: Band, corridor: Corridor) -> Iterable[float]:
    """Yield the gaps, in font sizes, between neighbours of a line on both sides of a corridor."""
    for line in band.lines:
        for before, after in pairwise(line.chunks):
            if before.x1 <= corridor.middle <= after.x0:
                yield (after.x0 - before.x1) / max(before.size, after.size)


def _headed(bands: Sequence[Band], left: float, right: float) -> bool:
    """Whether some heading stands in a column alone."""
    return any(
        left <= chunk.x0 and chunk.x1 <= right
        for band in bands
        for line in band.lines
        for chunk in line.chunks
    )


class Columns(NamedTuple):
    """The columns of a table: their edges in points, and the stretch each inner edge may move in.

    ``edges`` has one more entry than there are columns.
    """

    edges: tuple[float, ...]
    slack: tuple[Corridor, ...]

    def span(self, chunk: Chunk) -> tuple[int, int]:
        """Return the first column of a chunk and the one after its last."""
        first = bisect_right(self.edges, chunk.x0) - 1
        last = bisect_right(self.edges, chunk.x1 - 1e-6)
        return max(0, first), min(last, len(self.edges) - 1)

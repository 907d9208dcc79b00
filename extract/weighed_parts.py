"""Tables of one region parted where headings in bold begin, the rows below them being regular.

Words above the first headings are none of the table: a paper's title block, a key. Headings below
rows begin another table where they are those of the one before, printed again, or stand below a
title set larger; what else is bold among rows may be a section, or headings below upper ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.extract.chunks import PrintLine
from crossfoot.extract.gaps import is_value, without_months
from crossfoot.extract.told_parts import parted_at
from crossfoot.extract.tracts import Region
from crossfoot.extract.weights import Contrast

_FEWEST_HEADINGS = 3
_FEWEST_ROWS = 2
_MOST_WORDS = 2  # pieces of print on a line of a title block or a key
_LARGER = 0.05  # of the font size, that a title is set larger


def weighed_parts(region: Region) -> list[Region]:
    """Return the tables of a region, from the top, and what stands above; none if not parted."""
    lines = [line for band in region.bands for line in band.lines]
    contrast = region.weights.contrast(lines)
    if not contrast.heavy:
        return []
    cuts = list(_cuts(lines, contrast))
    parts = parted_at(region, cuts)
    if cuts and _is_no_table(lines[: cuts[0][1]]):
        at = min(cuts[0][0], 1)  # nothing may stand above the titles
        parts[at] = parts[at]._replace(above=lines[cuts[0][1] - 1])  # it may head the table as well
    return parts


def _cuts(lines: Sequence[PrintLine], contrast: Contrast) -> Iterator[tuple[int, int]]:
    """Yield where a table ends and where the headings of the next begin, by numbers of lines."""
    blocks = list(_blocks(lines, contrast))
    ends = [*(start for start, _, _ in blocks), len(lines)][1:]
    before: list[str] | None = None
    for (start, begin, end), last in zip(blocks, ends, strict=True):
        rows = [line for line in lines[end:last] if len(line.chunks) >= _FEWEST_HEADINGS]
        if sum(map(_has_value, rows)) < min(_FEWEST_ROWS, len(rows)) or not rows:
            continue
        words = _words(lines[begin:end])
        if before is None:
            if begin and _is_no_table(lines[:begin]):
                yield start, begin
        elif words == before or start < begin:
            yield start, begin
        else:
            return
        before = words


def _is_no_table(lines: Sequence[PrintLine]) -> bool:
    return all(len(line.chunks) <= _MOST_WORDS for line in lines)


def _blocks(lines: Sequence[PrintLine], contrast: Contrast) -> Iterator[tuple[int, int, int]]:
    """Yield stretches of lines all bold that hold headings: their begin, theirs, and their end.

    Titles stand above the headings, set larger; the names of sections may stand below them.
    """
    at = 0
    while at < len(lines):
        start = at
        while at < len(lines) and contrast.is_heavy(lines[at].chunks) and not _has_value(lines[at]):
            at += 1
        block = lines[start:at]
        if block and max(len(line.chunks) for line in block) >= _FEWEST_HEADINGS:
            first = next(n for n, line in enumerate(block) if len(line.chunks) > 1)
            size = (1 + _LARGER) * block[first].size
            begin = start + max((n + 1 for n in range(first) if block[n].size > size), default=0)
            yield _title(lines, begin, size, contrast), begin, at
        at = max(at, start + 1)


def _title(lines: Sequence[PrintLine], begin: int, size: float, contrast: Contrast) -> int:
    """The number of the first bold line set larger than *size* of the lone lines above one."""
    first = at = begin
    while at > 0 and len(lines[at - 1].chunks) == 1 and not _has_value(lines[at - 1]):
        at -= 1
        if lines[at].size > size and contrast.is_heavy(lines[at].chunks):
            first = at
    return first


def _words(lines: Sequence[PrintLine]) -> list[str]:
    """Return the words of headings, whatever lines they stand on; no sections below them."""
    last = max(at for at, line in enumerate(lines) if len(line.chunks) > 1)
    return sorted(
        word for line in lines[: last + 1] for chunk in line.chunks for word in chunk.text.split()
    )


def _has_value(line: PrintLine) -> bool:
    """Whether a figure, a date or a code stands on a line; months may be headings."""
    return any(map(is_value, without_months(line.chunks)))

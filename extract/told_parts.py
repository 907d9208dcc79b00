"""Tables below each other in one region whose rows are told: each begins with headings of its own.

A summary of counts may stand over the table proper, or blocks of one table under titles, each with
the headings printed again. The titles between belong to none of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.gaps import Band
from crossfoot.extract.told_row import ToldRow, as_one
from crossfoot.extract.tracts import Region

_SIZE = 0.05  # of the font size, that a title is set larger
_MORE = 1  # cell
_OUT = 1.0  # points that a title begins left of the print in cells; cells have paddings


def parts_of(rows: Sequence[ToldRow]) -> list[tuple[list[ToldRow], ToldRow | None]]:
    """Return the rows of each table, and the title right above it where it is known to be one."""
    cuts = list(_cuts(rows))
    starts = [(0, _first(rows)), *cuts]
    ends = [begin for begin, _ in cuts] + [len(rows)]
    return [
        (list(rows[start:end]), rows[start - 1] if start > begin else None)
        for (begin, start), end in zip(starts, ends, strict=True)
    ]


def _first(rows: Sequence[ToldRow]) -> int:
    """Return where the first table begins, below titles of its own."""
    at = next((at for at, row in enumerate(rows) if not _is_lone(row)), 0)
    headings = _headings(rows, at)
    titled = at and headings and _heads_all(rows, at, headings)
    return at if titled and all(_stands_out(row, rows) for row in rows[:at]) else 0


def _cuts(rows: Sequence[ToldRow]) -> Iterator[tuple[int, int]]:
    """Yield where a table ends, and where the headings of the next begin, titles between them."""
    known = [_headings(rows, 0)]
    start, at = 0, 1
    while at < len(rows):
        begin = at
        while at < len(rows) and _is_lone(rows[at]):
            at += 1
        headings = _headings(rows, at)
        if not headings or not any(row.has_values for row in rows[:begin]):
            at = max(at, begin + 1)
            continue
        titled = begin < at and _stands_out(rows[at - 1], rows) and _heads_all(rows, at, headings)
        fuller = (
            begin == at and _are_fuller(headings, rows[start:at]) and _heads_all(rows, at, headings)
        )
        if (titled or fuller or headings in known) and any(row.has_values for row in rows[at:]):
            yield begin, at
            known.append(headings)
            start = at
        at += len(headings)


def _are_fuller(headings: Sequence[Sequence[str]], above: Sequence[ToldRow]) -> bool:
    """Whether headings have more cells than the table above has anywhere: they are no row of it.

    One more may be a note beside a row; and a table of one column more may be the same.
    """
    return len(headings[0]) > max(len(row.cells) for row in above) + _MORE


def _headings(rows: Sequence[ToldRow], at: int) -> list[list[str]]:
    """Return the texts of the rows from *at* that have several cells and no values."""
    found: list[list[str]] = []
    for row in rows[at:]:
        if len(row.cells) == 1 or row.has_values:
            break
        found.append([chunk.text for chunk in map(as_one, row.cells)])
    return found


def _heads_all(rows: Sequence[ToldRow], at: int, headings: Sequence[Sequence[str]]) -> bool:
    """Whether no row below has more cells than stand in headings: else they are a row as well."""
    most = 0
    for row in rows[at + len(headings) :]:
        if _is_lone(row) and _stands_out(row, rows):
            break
        most = max(most, len(row.cells))
    return sum(map(len, headings)) >= most


def _is_lone(row: ToldRow) -> bool:
    return len(row.cells) == 1 and not row.under and not row.has_values


def _stands_out(row: ToldRow, rows: Sequence[ToldRow]) -> bool:
    """Whether a lone row is set larger than the cells of the table, or left of them: a title."""
    first: list[Chunk] = [other.cells[0][0] for other in rows if len(other.cells) > 1]
    title = row.cells[0][0]
    return title.x0 < min(one.x0 for one in first) - _OUT or title.size > (1 + _SIZE) * max(
        one.size for one in first
    )


def regions_of(region: Region, rows: Sequence[ToldRow]) -> list[tuple[Region, list[ToldRow]]]:
    """Return a region for each of the tables that stand in one, and its rows.

    It is the region itself that holds one table and nothing else.
    """
    parts = parts_of(rows)
    if len(parts[0][0]) == len(rows):
        return [(region, list(rows))]
    found = []
    for at, (mine, title) in enumerate(parts):
        known = {id(chunk) for row in mine for cell in row.cells for chunk in cell}
        part = region._replace(bands=tuple(cut_bands(region, known)))
        if at or title:
            part = part._replace(above=title and _line(title))
        if at + 1 < len(parts):
            part = part._replace(below=())
        found.append((part, mine))
    return found


def _line(row: ToldRow) -> PrintLine:
    last = row.cells[0][-1]
    return PrintLine(last.base, last.size, (last,))


def cut_bands(region: Region, known: Collection[int]) -> Iterator[Band]:
    """Yield the bands of a region with the chunks *known* by their id; those cut have no rules."""
    for band in region.bands:
        lines = [
            line._replace(chunks=chunks)
            for line in band.lines
            if (chunks := tuple(chunk for chunk in line.chunks if id(chunk) in known))
        ]
        whole = sum(len(line.chunks) for line in lines)
        if whole == sum(len(line.chunks) for line in band.lines):
            yield band
        elif lines:
            top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
            yield Band(top, bottom, tuple(lines), False)


def parted_at(region: Region, cuts: Sequence[tuple[int, int]]) -> list[Region]:
    """Return the tables of a region, none where it has no *cuts*.

    These are where one ends and where the headings of the next begin, by numbers of lines. What
    would hold none is no part: the first cut may be above all lines.
    """
    if not cuts:
        return []
    lines = [line for band in region.bands for line in band.lines]
    starts = [0, *(start for _, start in cuts)]
    ends = [*(end for end, _ in cuts), len(lines)]
    parts: list[Region] = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if start == end:
            continue
        known = {id(chunk) for line in lines[start:end] for chunk in line.chunks}
        part = region._replace(bands=tuple(cut_bands(region, known)))
        if number:
            above = lines[start - 1] if len(lines[start - 1].chunks) == 1 else None
            part = part._replace(above=above, headings=None)
        if number < len(cuts):
            part = part._replace(below=())
        parts.append(part)
    return parts

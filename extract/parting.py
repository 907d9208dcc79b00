"""Several tables in one stack of rules or stripes: where the headings of the next begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.extract.gaps import Band, is_value

_BANNER = 3.2  # font sizes, height of a row with one line over all columns
_LARGER = 0.05  # of the font size, that a title is set larger


def parted(bands: Sequence[Band]) -> Iterator[list[Band]]:
    """Yield the bands of each table, where headings begin a second one in one stack."""
    if not bands:
        return
    part: list[Band] = [bands[0]]
    for band in bands[1:]:
        if _begins_another(band, part, bands[0]) and any(map(has_values, part)):
            while part and all(len(line.chunks) == 1 for line in part[-1].lines):
                part.pop()
            if part:
                part[-1] = _without_title(part[-1])
            yield part
            part = []
        part.append(band)
    yield part


def _without_title(band: Band) -> Band:
    """Return a table's last band without the title of the next, which stripes do not part from it.

    It stands alone below the row and is set larger.
    """
    lines = band.lines
    while len(lines) > 1 and len(lines[-1].chunks) == 1:
        if lines[-1].size <= (1 + _LARGER) * max(line.size for line in lines[:-1]):
            break
        lines = lines[:-1]
    if len(lines) == len(band.lines):
        return band
    return Band(band.top, lines[-1].bottom + 1, lines, False)


def _begins_another(band: Band, part: Sequence[Band], headings: Band) -> bool:
    """Whether a band is the first headings again, or others as many under a title.

    A title is print between two tables: a band of lone lines too tall to be a row of the table.
    """
    if has_values(band):
        return False
    first = _texts(headings)
    if len(first) > 1 and _texts(band) == first:
        return True
    titled = bool(part) and _ends_with_title(part[-1], headings.lines[0].size)
    if titled and len(first) > 1 and _across(band) > 1:
        return True
    as_many = len(first) > 1 and _across(band) == _across(headings)
    return as_many and bool(part) and is_between(part[-1], headings.lines[0].size)


def _ends_with_title(band: Band, size: float) -> bool:
    """Whether the last line of a band stands alone and is set larger than headings of *size*."""
    last = band.lines[-1]
    return len(last.chunks) == 1 and last.size > (1 + _LARGER) * size


def is_between(band: Band, size: float) -> bool:
    lone = all(len(line.chunks) == 1 for line in band.lines)
    return lone and band.bottom - band.top > _BANNER * size


def _across(band: Band) -> int:
    """How many pieces of print stand beside each other in a band."""
    return max(len(line.chunks) for line in band.lines)


def _texts(band: Band) -> list[str]:
    return [chunk.text for line in band.lines for chunk in line.chunks]


def has_values(band: Band) -> bool:
    return any(is_value(chunk) for line in band.lines for chunk in line.chunks)

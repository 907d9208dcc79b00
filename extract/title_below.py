"""A title below the last row of a table that no rule closes: it is of what stands below."""

from __future__ import annotations

from crossfoot.extract.gaps import Band
from crossfoot.extract.tracts import Region

_LARGER = 1.05  # times the size of the rows
_LEADING = 1.9  # font sizes at most between the lines of a cell


def without_title_below(region: Region) -> Region:
    """Return a region without the lone lines at its foot that are no lines of its last row.

    They are set larger than it, or farther from it than lines of a cell are. Stripes do not show
    where a last one without a colour ends.
    """
    band = region.bands[-1]
    lines = band.lines
    if len(lines) < 2 or len(lines[-1].chunks) > 1:
        return region
    largest = max(chunk.size for chunk in lines[0].chunks)
    at = len(lines)
    while at > 1 and len(lines[at - 1].chunks) == 1:
        line, above = lines[at - 1], lines[at - 2]
        near = line.base - above.base <= _LEADING * above.size
        if near and line.size <= _LARGER * largest:
            break
        at -= 1
    if at == len(lines):
        return region
    foot = (lines[at - 1].bottom + lines[at].top) / 2
    last = Band(band.top, foot, lines[:at], False)
    return region._replace(bands=(*region.bands[:-1], last), below=(*lines[at:], *region.below))

"""A title below the last row of a table that no rule closes: it is of what stands below."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extract.chunks import PrintLine
from crossfoot.extract.gaps import Band
from crossfoot.extract.tracts import Region

_LARGER = 1.05  # times the size of the rows
_LEADING = 1.9  # font sizes at most between the lines of a cell
_ROUNDING = 1.0  # points


def without_title_below(region: Region) -> Region:
    """Return a region without the lone lines at its foot that are no lines of its last row.

    They are set larger than it, or farther from it than lines of a cell are, or stand below a line
    that is so: a remark under the title. Stripes do not show where a last one without a colour
    ends.
    """
    band = region.bands[-1]
    lines = band.lines
    if len(lines) < 2 or len(lines[-1].chunks) > 1:
        return region
    at = _title_at(lines)
    if at == len(lines):
        return region
    foot = (lines[at - 1].bottom + lines[at].top) / 2
    last = Band(band.top, foot, lines[:at], False)
    return region._replace(bands=(*region.bands[:-1], last), below=(*lines[at:], *region.below))


def _title_at(lines: Sequence[PrintLine]) -> int:
    """Return which of the lone lines at the foot is the first that is none of the row's.

    Nearer lines of the row's size below a line are its own only where it is a title: set larger, or
    begun as far left as the row itself. A second paragraph of a remark stands in a column inside.
    """
    largest = max(chunk.size for chunk in lines[0].chunks)
    left = lines[0].chunks[0].x0 + _ROUNDING
    found = at = len(lines)
    while at > 1 and len(lines[at - 1].chunks) == 1:
        at -= 1
        line, above = lines[at], lines[at - 1]
        larger = line.size > _LARGER * largest
        far = line.base - above.base > _LEADING * above.size
        title = larger or all(each.chunks[0].x0 <= left for each in lines[at:])
        if (larger or far) and (title or found == at + 1):
            found = at
    return found

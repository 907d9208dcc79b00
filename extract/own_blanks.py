"""How a table sets its blanks where the rest of its page sets them otherwise.

Two programs, or two ways of one, make such a page: prose is printed with its blanks, and in the
cells of a table, which are laid out word by word, the pen is moved over them. By the measure of the
page those of the table look like room between columns.
"""

from __future__ import annotations

from operator import attrgetter

from crossfoot.extract.characters import PRINTED_SPACE, Run
from crossfoot.extract.chunks import (
    ALIKE,
    BOLDER,
    Blanks,
    PrintLine,
    joined_anew,
    moved_blank,
)
from crossfoot.extract.tracts import Region


def with_own_blanks(region: Region, blanks: Blanks) -> tuple[Region, Blanks]:
    """Return a region with the blanks that it is set with, its words joined by them.

    That the page, which prints its blanks as *blanks* says, moves over them in this table is shown
    by the table's print alone: no blank of it is printed, and its words stand as far apart as the
    blanks that the page prints are wide.
    """
    if not blanks.printed or blanks.alike is not None:
        return region, blanks
    runs: list[Run] = []
    for band in region.bands:
        for line in band.lines:
            for chunk in line.chunks:
                if any(run.space == PRINTED_SPACE for run in chunk.runs):
                    return region, blanks
                runs.extend(chunk.runs)
    width = moved_blank(sorted(runs, key=attrgetter("order")))
    if width is None or abs(width - blanks.width) > ALIKE:
        return region, blanks
    own = Blanks(width, printed=False, alike=width + BOLDER)
    bands = tuple(band._replace(lines=_anew(band.lines, own)) for band in region.bands)
    above = region.above and joined_anew(region.above, own)
    return region._replace(bands=bands, above=above, below=_anew(region.below, own)), own


def _anew(lines: tuple[PrintLine, ...], blanks: Blanks) -> tuple[PrintLine, ...]:
    return tuple(joined_anew(line, blanks) for line in lines)

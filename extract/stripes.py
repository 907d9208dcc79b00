"""Separators that do not part headings from rows: stripes behind every other row."""

from __future__ import annotations

from crossfoot.extract.gaps import Band, is_value
from crossfoot.extract.tracts import TABULAR, Region, banded

_FEWEST_VALUES = 2  # of a row


def loosened(region: Region) -> Region:
    """Return a region whose rows the print must tell where its first band holds several.

    Its separators, as of stripes behind every other row, then only show where no row stands.
    """
    bands = region.bands
    if not _begins_with_rows(bands[0]):
        return region
    lines = [line for band in bands for line in band.lines]
    return region._replace(
        bands=tuple(banded(lines)),
        ruled=False,
        headings=1,
        cuts=tuple(band.bottom for band in bands[:-1]),
    )


def _begins_with_rows(band: Band) -> bool:
    """Whether a first band holds headings and the first row below them: stripes begin so."""
    first, *rest = band.lines
    return (
        len(first.chunks) >= TABULAR
        and not any(map(is_value, first.chunks))
        and any(sum(map(is_value, line.chunks)) >= _FEWEST_VALUES for line in rest)
    )

"""A table with a foot: labels below all its values, each with a text over the columns of values.

The text runs over the columns and hides from the spacing where they are. They are told by what
stands above it; the foot is then laid below them.
"""

from __future__ import annotations

from typing import NamedTuple

from crossfoot.extract.block_ends import NoBlocks
from crossfoot.extract.block_feet import parted, plan_foot, with_foot
from crossfoot.extract.blocks import Block, plans_of, widened
from crossfoot.extract.form_rows import FormRow
from crossfoot.extract.gaps import Band, Columns, Corridor, Refusal, crosses
from crossfoot.extract.grid import Grid
from crossfoot.extract.laid import lay_out
from crossfoot.extract.tracts import Region

_MOST_ROWS = 5  # of a foot
_MOST_WORDS = 4  # of a label
_FEWEST_LINES = 3  # above a foot: headings, and two rows of values


class Footed(NamedTuple):
    """What of a region stands above its foot, and the rows of that."""

    upper: Region
    foot: tuple[FormRow, ...]


def without_foot(region: Region) -> Footed | None:
    """Return a region and its foot apart, None where it has none or that is open."""
    lines = [line for band in region.bands for line in band.lines]
    head = tuple(region.bands[0].lines)
    if len(lines) < _FEWEST_LINES + 1 or len(lines) == len(head):
        return None
    try:
        (values, foot) = parted([Block((), head, tuple(lines[len(head) :]))])[0]
    except (NoBlocks, Refusal):
        return None
    count = len(head) + len(values)
    labels = [one.label.text.casefold() for row in foot for one in row.pairs]
    if (
        not 0 < len(foot) <= _MOST_ROWS
        or count < _FEWEST_LINES
        or any(len(row.pairs) != 1 or not row.pairs[0].value for row in foot)
        or len(set(labels)) < len(labels)
        or any(len(label.split()) > _MOST_WORDS for label in labels)
    ):
        return None
    bands: list[Band] = []
    for band in region.bands:
        if count < len(band.lines):
            break
        bands.append(band)
        count -= len(band.lines)
    return Footed(region._replace(bands=tuple(bands)), foot) if not count else None


def laid_below(grid: Grid, footed: Footed, region: Region) -> Grid:
    """Return the grid of a table with its foot below it.

    Raises :class:`Refusal` where no text of the foot stands over several of its columns, or one
    begins in the first.
    """
    corridors = [Corridor(*one) for one in grid.slack]
    texts = [chunk for row in footed.foot for one in row.pairs for chunk in one.value]
    if not any(crosses(text, one) for text in texts for one in corridors):
        raise Refusal("what stands below its values is not over its columns")
    columns = with_foot(Columns(grid.xs, tuple(corridors)), footed.foot)
    columns = widened(columns, [line for band in region.bands for line in band.lines])
    plans = [*plans_of(grid), *(plan_foot(row, columns) for row in footed.foot)]
    return lay_out(plans, columns, region.bands, grid.ruling)

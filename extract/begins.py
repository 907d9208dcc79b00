"""Whether print that was painted with that of another cell begins a line of its own cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crossfoot.extract.characters import GUESSED_SPACE, Run
from crossfoot.extract.places import Places, spot_of

# Points: what programs round off; words above each other begin so at one place in forty.
_ALIGNED = 0.3


def begins_a_cell(
    run: Run,
    texts: Sequence[Mapping[int, Sequence[Run]]],
    places: Sequence[Places],
    *,
    blanks: bool,
) -> bool:
    """Whether a run stands in its cell by both its ends and begins a line there.

    Producers that print a paper again paint what stands near each other in one go, over the edges
    of cells too. Where *blanks* are printed, words of one line have one between them; where they
    are not, the other lines of the cell begin where this one does. *texts* are the runs of each
    grid's cells.
    """
    y = (run.y0 + run.y1) / 2
    spot = spot_of(places, run.x0, y)
    if spot is None or spot != spot_of(places, run.x1, y):
        return False
    if blanks:
        return run.space == GUESSED_SPACE
    beside = texts[spot[0]].get(spot[1], ())
    return any(other.base != run.base and abs(other.x0 - run.x0) < _ALIGNED for other in beside)

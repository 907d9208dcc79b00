"""Tables whose print runs up, down or upside down: their rows are those that a reader sees.

A page may be stored sideways without saying so: it is read as a reader turns it. Or a wide table is
turned on an upright page: its boxes stay where they are displayed; rows and columns follow the
print.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from crossfoot.extract.characters import Run, any_turned
from crossfoot.extract.grid import Grid
from crossfoot.extract.pen import DOWN, HEAD_DOWN, LEVEL, UP

_NEARLY_ALL = 0.95  # of the characters: headings may stand upright in a table that is not turned
_FEWEST_CELLS = 2

_QUARTERS = {UP: 1, HEAD_DOWN: 2, DOWN: 3}

# Row, column, row span and column span.
Spot = tuple[int, int, int, int]


def quarters_to_level(runs: list[Run]) -> int:
    """Return how often a page is turned by a quarter, clockwise, until nearly all print is level.

    0 for a page that needs no turn, or of which no turn makes nearly all level.
    """
    return _QUARTERS.get(_turn_of(runs), 0) if any_turned(runs) else 0


def turn_of(texts: Mapping[int, list[Run]]) -> int:
    """Return which way the print of a table runs; *texts* are the runs of its cells, by cell."""
    if len(texts) < _FEWEST_CELLS:
        return LEVEL
    return _turn_of([run for runs in texts.values() for run in runs])


def _turn_of(runs: Sequence[Run]) -> int:
    counts: Counter[int] = Counter()
    for run in runs:
        counts[run.turn] += len(run.text)
    if not counts:
        return LEVEL
    turn, most = counts.most_common(1)[0]
    if turn not in (UP, DOWN, HEAD_DOWN) or most < _NEARLY_ALL * counts.total():
        return LEVEL
    return turn


def grid_as_read(grid: Grid, turn: int) -> Grid:
    """Return the grid as it lies once the page is turned so that its print is level."""
    xs, ys = grid.xs, grid.ys
    back_xs, back_ys = (tuple(-place for place in reversed(places)) for places in (xs, ys))
    if turn == UP:
        sides = back_ys, xs
    elif turn == DOWN:
        sides = ys, back_xs
    else:
        sides = back_xs, back_ys
    return grid._replace(xs=sides[0], ys=sides[1], cells=(), open_top=False, open_bottom=False)


def spot_as_read(grid: Grid, turn: int, spot: Spot) -> Spot:
    """Return where a cell of *grid* stands once its print is level."""
    row, column, row_span, col_span = spot
    below = len(grid.ys) - 1 - row - row_span
    behind = len(grid.xs) - 1 - column - col_span
    if turn == UP:
        return column, below, col_span, row_span
    if turn == DOWN:
        return behind, row, col_span, row_span
    return below, behind, row_span, col_span

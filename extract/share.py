"""Which cell each run of characters stands in, and where that is not plain."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from crossfoot.extract.characters import OBLIQUE, Run
from crossfoot.extract.grid import Grid
from crossfoot.schema.page import Box, Doubt

# Of a character's width and height: text this far over a rule was not set to fit.
_OVER, _BELOW = 1 / 3, 1 / 4
_BLANK = 0.6  # font sizes between two words of a line

Spot = tuple[int, int]  # number of the grid, number of the cell


class Places:
    """Finds the cell of a grid that holds a point."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._at: dict[tuple[int, int], int] = {}
        for index, cell in enumerate(grid.cells):
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.col_span):
                    self._at[row, column] = index

    def find(self, x: float, y: float) -> int | None:
        """Return the index of the cell around a point, ``None`` outside all cells."""
        row = bisect_right(self.grid.ys, y) - 1
        column = bisect_right(self.grid.xs, x) - 1
        return self._at.get((row, column))


def spot_of(places: Sequence[Places], x: float, y: float) -> Spot | None:
    """Return the grid, by its number, and the cell that hold a point."""
    for number, place in enumerate(places):
        index = place.find(x, y)
        if index is not None:
            return number, index
    return None


class Shares(NamedTuple):
    """The runs of each grid's cells, by cell, and those outside; what was not plain."""

    texts: list[dict[int, list[Run]]]
    outside: list[Run]
    doubts: list[Doubt]


def share_out(
    runs: Sequence[Run], places: Sequence[Places], painted: Callable[[int], int], page: int
) -> Shares:
    """Give each character to the cell around its centre.

    Runs go as wholes where their first and last character stand in one cell (cells are convex).
    What was painted in one go, or is cut by a rule through a letter, ran over the edge of its cell
    and stays whole. *painted* tells the text object of the character at an order.
    Slanted text, a watermark as a rule, belongs to no cell.
    """
    shares = Shares([defaultdict(list) for _ in places], [], [])
    too_long: list[Run] = []
    spot: Spot | None
    end: Spot | None
    alone = [_is_alone(place, places) for place in places]
    before: tuple[Run, Spot] | None = None
    home: Box | None = None  # the cell before; most runs stand where the one before stands
    waiting = list(reversed(runs))
    while waiting:
        run = waiting.pop()
        if run.turn == OBLIQUE:
            shares.outside.append(run)
            continue
        lefts, y = run.lefts, (run.y0 + run.y1) / 2
        first = (run.x0 + (lefts[1] if len(lefts) > 1 else run.x1)) / 2
        last = (lefts[-1] + run.x1) / 2
        if before and home and _holds(home, first, last, y):
            spot = end = before[1]
        else:
            spot = spot_of(places, first, y)
            end = spot if last == first else spot_of(places, last, y)
        if end != spot:
            if _is_one_word(run, places, spot, end, painted):
                too_long.append(run)
            else:
                waiting.extend(reversed(run.split()))
        elif spot is None:
            shares.outside.append(run)
        else:
            shares.texts[spot[0]][spot[1]].append(run)
            if before and before[1] != spot and _is_one_line(before[0], run, painted):
                too_long.append(run)
            before = run, spot
            box = places[spot[0]].grid.cells[spot[1]].box
            home = box if alone[spot[0]] else None
            if run.y1 > box.y1 or run.y0 < box.y0 or run.x1 > box.x1 or run.x0 < box.x0:
                _doubt_overflow(shares, run, box, page)
    for run in too_long:
        _place_whole(shares, run, runs, places, painted, page)
    return shares


def unplaced(outside: Sequence[Run], grids: Sequence[Grid], page: int) -> list[Doubt]:
    """Return a doubt for each grid with characters inside its bounds but in none of its cells."""
    doubts = []
    for grid in grids:
        x0, y0, x1, y1 = grid.box
        inside = [
            run
            for run in outside
            if x0 < (run.x0 + run.x1) / 2 < x1 and y0 < (run.y0 + run.y1) / 2 < y1
        ]
        if inside:
            box = _around(inside)
            message = f"{sum(len(run.text) for run in inside)} characters stand inside a table but"
            doubts.append(Doubt("unplaced", page, box, f"{message} in none of its cells"))
    return doubts


def _is_alone(place: Places, places: Sequence[Places]) -> bool:
    """Whether no other grid overlaps this one: a cell may hold a whole table."""
    return all(
        other is place or not place.grid.box.overlap(other.grid.box).area for other in places
    )


def _holds(cell: Box, first: float, last: float, y: float) -> bool:
    return cell[0] <= first <= last < cell[2] and cell[1] <= y < cell[3]


def _is_one_line(before: Run, run: Run, painted: Callable[[int], int]) -> bool:
    """Whether two runs in different cells are words of one line that ran over a cell's edge."""
    return (
        before.base == run.base
        and 0 <= run.x0 - before.x1 < _BLANK * run.size
        and (name := painted(run.order)) != 0
        and painted(before.order) == name
    )


def _is_one_word(
    run: Run,
    places: Sequence[Places],
    start: Spot | None,
    end: Spot | None,
    painted: Callable[[int], int],
) -> bool:
    """Whether a run over a cell's edge is one word: painted in one go, or cut through a letter.

    Two words that meet at a rule make a run as well, where cells have no padding.
    """
    name = painted(run.order)
    if name and painted(run.order + len(run.lefts) - 1) == name:
        return True
    edges = []
    if start is not None:
        edges.append(places[start[0]].grid.cells[start[1]].box.x1)
    if end is not None:
        edges.append(places[end[0]].grid.cells[end[1]].box.x0)
    rights = (*run.lefts[1:], run.x1)
    return any(
        left + _OVER * (right - left) < edge < right - _OVER * (right - left)
        for edge in edges
        for left, right in zip(run.lefts, rights, strict=True)
    )


def _place_whole(
    shares: Shares,
    run: Run,
    runs: Sequence[Run],
    places: Sequence[Places],
    painted: Callable[[int], int],
    page: int,
) -> None:
    """Put a run that is too long for its cell, and what was painted with it, into that cell."""
    name = painted(run.order)
    together = [
        other
        for other in runs
        if other is run or (name and other.base == run.base and painted(other.order) == name)
    ]
    box = _around(together)
    y = (run.y0 + run.y1) / 2
    spots = {
        spot
        for other in together
        for x in (*other.lefts, other.x1)
        if (spot := spot_of(places, x, y)) is not None
    }
    if not spots:
        shares.outside.extend(together)
        return
    home = min(spots, key=lambda spot: _misfit(box, places[spot[0]].grid.cells[spot[1]].box))
    moved = {id(other) for other in together}
    for number, index in spots:
        held = shares.texts[number].get(index, [])
        held[:] = [other for other in held if id(other) not in moved]
    shares.outside[:] = [other for other in shares.outside if id(other) not in moved]
    shares.texts[home[0]][home[1]].extend(together)
    message = f"“{run.text}” runs over the edge of its cell"
    shares.doubts.append(Doubt("straddle", page, box, message))


def _misfit(text: Box, cell: Box) -> float:
    """How far text is from standing at the left, in the middle or at the right of a cell."""
    middle = abs(text.x0 + text.x1 - cell.x0 - cell.x1) / 2
    return min(abs(text.x0 - cell.x0), middle, abs(text.x1 - cell.x1))


def _doubt_overflow(shares: Shares, run: Run, cell: Box, page: int) -> None:
    """Note text that stands in its cell by its centre but is cut by the cell's edge."""
    high = _BELOW * (run.y1 - run.y0)
    wide = _OVER * (run.x1 - run.x0) / len(run.lefts)
    over = (
        run.y1 > cell.y1 + high
        or run.y0 < cell.y0 - high
        or run.x1 > cell.x1 + wide
        or run.x0 < cell.x0 - wide
    )
    if over:
        message = f"“{run.text}” is cut by the edge of its cell"
        shares.doubts.append(Doubt("overflow", page, _around([run]), message))


def _around(runs: Sequence[Run]) -> Box:
    return Box(
        min(run.x0 for run in runs),
        min(run.y0 for run in runs),
        max(run.x1 for run in runs),
        max(run.y1 for run in runs),
    ).rounded()

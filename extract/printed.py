"""The door to tables that rules do not close: asked for a page, answers with their grids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract import compiled
from crossfoot.extract.block_tables import (
    may_be_blocks,
    may_hold_blocks,
    read_again,
    read_blocks,
)
from crossfoot.extract.characters import Run
from crossfoot.extract.chunks import Blanks, PrintLine, blanks_of, print_lines
from crossfoot.extract.framed import may_be_open, opened
from crossfoot.extract.gaps import Refusal
from crossfoot.extract.grid import Grid
from crossfoot.extract.marks import Marks
from crossfoot.extract.places import runs_outside
from crossfoot.extract.rules import Rule
from crossfoot.extract.spanners import rules_inside
from crossfoot.extract.stacks import Stack, stacks_of
from crossfoot.extract.stripes import loosened
from crossfoot.extract.tracts import Region, in_print, in_stack
from crossfoot.extract.tried import (
    Printed,
    Refused,
    around,
    holds_figures,
    lines_of,
    read_region,
)
from crossfoot.extract.weights import NOT_KNOWN, Weights
from crossfoot.schema.page import Doubt

_APART = 0.9  # font sizes between two words of one line: wider than a blank
_FEWEST_APART = 4  # such gaps: two in each of two rows
_MOST_RUNS = 20_000  # of a page: a map
_SPOILS = frozenset(("straddle", "touch", "unplaced", "overflow"))
_OVER_EDGES = "its print runs over the edges of its cells"
_SAME_LINE = 0.3  # points between baselines
_MOST_BESIDE = 0.3  # of the rows; by chance one line in twelve stands as high as another
_TOO_FEW = "its rows are too few, or too far apart"
_HIGHEST_BAR = 24.0  # points; a box in a row of one line
_FEWEST_INSIDE, _FAR_IN = 2, 20.0  # rules, and points, of a part that is ruled
_PARTLY_RULED = "only a part of it is ruled"
_SIDE = 3.0  # points that print may stand out of its rules


class _Near(NamedTuple):
    """What else is drawn near a stack: those beside it, and the rules inside it."""

    others: Sequence[Stack]
    inner: tuple[Rule, ...]
    weights: Weights


def find_printed(
    marks: Marks,
    rules: Sequence[Rule],
    grids: Sequence[Grid],
    reach: float,
    taken: Sequence[Run] = (),
    weights: Weights = NOT_KNOWN,
) -> Printed:
    """Return the tables of a page that the *grids* of its *rules* do not hold.

    ``reach`` is how far, in points, a rule may stop short of the one it meets; *taken* is print
    that is none of theirs, and stands in none of them; *weights* are asked where nothing else
    tells a table.
    """
    found = Printed([], [], [], [], list(taken))
    apart = _apart(marks.runs)
    if len(apart) < _FEWEST_APART:
        return found
    for grid in grids:
        if grid.ruling == "ruled" and may_be_open(grid, apart):
            _open(grid, marks.runs, found)
    bars = [grid for grid in grids if _is_bar(grid)]
    tables = [grid.box for grid in grids if not _is_bar(grid)]
    if len(runs_outside([run for _, run in apart], tables)) < _FEWEST_APART:
        return found
    runs = everywhere = runs_outside(marks.runs, tables)
    if len(runs) > _MOST_RUNS:
        return found
    blanks = blanks_of(runs)
    stacks = stacks_of(rules, marks.fills, reach)
    for stack in stacks:
        others = [
            other
            for other in stacks
            if len(other.heights) > 1 and (other.left > stack.right or other.right < stack.left)
        ]
        inner = rules_inside(rules, stack.left, stack.right)
        runs = _read_stack(stack, runs, blanks, _Near(others, inner, weights), found)
    lines = print_lines(runs, blanks)
    regions = (region._replace(weights=weights) for region in in_print(lines))
    rest = _read_print(regions, runs, blanks, stacks, found)
    left = lines if rest is runs else print_lines(rest, blanks)
    if found.refused or may_hold_blocks(left):
        everything = left if rest is everywhere else print_lines(everywhere, blanks)
        if read := read_blocks(everything, blanks, found):
            left = print_lines((run for run in rest if id(run) not in read), blanks)
    elif may_be_blocks(found.grids):
        everything = print_lines(everywhere, blanks)
        if read := read_again(everything, blanks, found):
            left = print_lines((run for run in rest if id(run) not in read), blanks)
    _note_rows(left, found)
    found.inside.extend(bar for bar in bars if _is_held(bar, found.grids))
    return found


def _is_bar(grid: Grid) -> bool:
    return len(grid.cells) == 1 and grid.ys[-1] - grid.ys[0] <= _HIGHEST_BAR


def _is_held(bar: Grid, grids: Sequence[Grid]) -> bool:
    """Whether a cell of a table holds a box."""
    return any(cell.box.overlap(bar.box) == bar.box for grid in grids for cell in grid.cells)


def _apart(runs: list[Run]) -> list[tuple[Run, Run]]:
    """Return neighbours in the content stream that stand apart on a line, or move up the page."""
    if compiled.loops is not None:
        return compiled.loops.runs_apart(runs)
    return [
        (before, run)
        for before, run in pairwise(runs)
        if (run.base == before.base and run.x0 - before.x1 > _APART * run.size)
        or run.base < before.base - run.size
    ]


def _open(grid: Grid, runs: Sequence[Run], found: Printed) -> None:
    """Part the cells that the rules of a grid leave open, if its print tells them."""
    outside = set(map(id, runs_outside(runs, [grid.box])))
    inside = [run for run in runs if id(run) not in outside]
    try:
        found.opened.append((opened(grid, inside, blanks_of(runs)), grid))
    except Refusal as refusal:
        found.refused.append(Refused(grid.box.rounded(), str(refusal), 0))


def _read_stack(
    stack: Stack, runs: list[Run], blanks: Blanks, near: _Near, found: Printed
) -> list[Run]:
    """Read the tables of a stack; return the runs that are left."""
    left, right = stack.left - _SIDE, stack.right + _SIDE
    inside = [run for run in runs if left <= run.x0 and run.x1 <= right]
    for region in in_stack(stack, print_lines(inside, blanks)):
        if _goes_on_beside(region, runs, near.others):
            continue
        whole = loosened(region)._replace(inner=near.inner, weights=near.weights)
        runs = read_region(whole, runs, blanks, found)
    return runs


def _goes_on_beside(region: Region, runs: Sequence[Run], others: Sequence[Stack]) -> bool:
    """Whether print stands beside the rows of a region: its rules are a part of a table's.

    What stands between the rules of *others* is a table beside this one.
    """
    left, right = (region.left or 0.0) - _SIDE, (region.right or 0.0) + _SIDE
    heights = [
        run.base
        for run in runs
        if (run.x1 < left or run.x0 > right)
        and not any(stack.left - _SIDE <= run.x0 <= stack.right for stack in others)
    ]
    rows = [line.base for line in lines_of(region) if len(line.chunks) > 1]
    beside = sum(any(abs(row - height) < _SAME_LINE for height in heights) for row in rows)
    return beside > _MOST_BESIDE * len(rows)


def _read_print(
    regions: Iterable[Region],
    runs: list[Run],
    blanks: Blanks,
    stacks: Sequence[Stack],
    found: Printed,
) -> list[Run]:
    """Read the tables without rules in *regions* of *runs*; return the runs that are left.

    Where *stacks* of rules stand in a part of one only, it is two, side by side.
    """
    for region in regions:
        told = len(found.grids)
        runs = read_region(region, runs, blanks, found)
        for grid in found.grids[told:]:
            if any(_rules_a_part(stack, grid) for stack in stacks):
                found.grids.remove(grid)
                rows = len(grid.ys) - 1
                found.refused.append(Refused(grid.box.rounded(), _PARTLY_RULED, rows))
    return runs


def _rules_a_part(stack: Stack, grid: Grid) -> bool:
    x0, y0, x1, y1 = grid.box
    inside = sum(y0 < height < y1 for height in stack.heights)
    return (
        inside >= _FEWEST_INSIDE
        and stack.left < x1
        and x0 < stack.right
        and (stack.left > x0 + _FAR_IN or stack.right < x1 - _FAR_IN)
    )


def _note_rows(lines: Sequence[PrintLine], found: Printed) -> None:
    """Note the rows of figures that no region held: too few, or too far from each other."""
    rows = [line for line in lines if len(line.chunks) > 2 and holds_figures(line)]
    if rows:
        mine = [run for line in rows for chunk in line.chunks for run in chunk.runs]
        found.refused.append(Refused(around(mine), _TOO_FEW, len(rows)))


def spoilt(printed: Printed, doubts: Sequence[Doubt]) -> list[Grid]:
    """Return the grids whose cells, filled with print, did not hold it."""
    return [
        grid
        for grid in [*printed.grids, *(new for new, _ in printed.opened)]
        if any(doubt.kind in _SPOILS and doubt.box.overlap(grid.box).area for doubt in doubts)
    ]


def without(printed: Printed, spoilt_ones: Sequence[Grid]) -> Printed:
    """Return what was found less the tables whose cells do not hold their print."""
    kept = [grid for grid in printed.grids if grid not in spoilt_ones]
    open_ones = [pair for pair in printed.opened if pair[0] not in spoilt_ones]
    more = [Refused(grid.box.rounded(), _OVER_EDGES, _FEWEST_APART) for grid in spoilt_ones]
    inside = [box for box in printed.inside if _is_held(box, kept)]
    return Printed(kept, [*printed.refused, *more], open_ones, inside, printed.taken)

"""Keys of painted cells without rules: colours below each other, no print in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from crossfoot.extract.characters import Run
from crossfoot.extract.drawing import Fill
from crossfoot.extract.signs import LARGEST_SWATCH
from crossfoot.schema.page import Box

_FEWEST = 2  # colours
_MOST = 400  # fills of a page; a chart
_WIDEST = 160.0  # points; what is no wider than a swatch is a symbol anyhow
_LOWEST = 4.0  # points
_SAME = 0.6  # points that edges of one column may differ by; producers round to 0.25
_APART = 1.5  # points from a painted cell to the one below
_WHITE = "#ffffff"


def painted_signs(
    fills: Sequence[Fill], runs: Sequence[Run], tables: Sequence[Box]
) -> list[tuple[Box, str]]:
    """Return painted cells that may explain their colours, each with the name of its fill.

    They stand outside all *tables*, right below each other, each of another colour and without any
    of the *runs*.
    """
    if len(fills) > _MOST:
        return []
    columns: dict[tuple[int, int], list[Fill]] = defaultdict(list)
    for fill in fills:
        box = fill.box
        wide, high = box.x1 - box.x0, box.y1 - box.y0
        fits = LARGEST_SWATCH < wide <= _WIDEST and _LOWEST <= high <= LARGEST_SWATCH
        if fits and fill.colour != _WHITE and not any(_meet(box, one) for one in tables):
            columns[round(box.x0 / _SAME), round(box.x1 / _SAME)].append(fill)
    return [
        (fill.box, f"fill:{fill.colour}")
        for column in columns.values()
        if len(column) >= _FEWEST
        for stack in _stacks(sorted(column, key=lambda fill: fill.box.y0))
        if len(stack) >= _FEWEST
        and len({fill.colour for fill in stack}) == len(stack)
        and not any(_holds(fill.box, run) for fill in stack for run in runs)
        for fill in stack
    ]


def _meet(box: Box, other: Box) -> bool:
    return box.x0 < other.x1 and other.x0 < box.x1 and box.y0 < other.y1 and other.y0 < box.y1


def _stacks(column: Sequence[Fill]) -> Iterator[list[Fill]]:
    """Yield the fills of a column that touch each other."""
    stack: list[Fill] = []
    for fill in column:
        if stack and abs(fill.box.y0 - stack[-1].box.y1) > _APART:
            yield stack
            stack = []
        stack.append(fill)
    yield stack


def _holds(box: Box, run: Run) -> bool:
    x, y = (run.x0 + run.x1) / 2, (run.y0 + run.y1) / 2
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1

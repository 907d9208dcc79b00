"""How wide the columns of a table must be so that no word and no number is broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from benchmarks.confidence.second.blocks import Block, Cell, Table
from benchmarks.confidence.second.look import Look

PORTRAIT, LANDSCAPE = 510.0, 756.0  # points between margins of 15 mm on A4
_SMALLEST = 5.5
# Mean widths of letters in em, rounded up: measured over the words of these papers.
_EMS = {
    "Liberation Sans Narrow": 0.50,
    "Liberation Serif": 0.54,
    "DejaVu Sans": 0.66,
    "DejaVu Sans Condensed": 0.60,
    "URW Gothic": 0.64,
}
_EM = 0.60
_HEADING = 1.08  # bold letters are wider
_CAPITALS = 1.2


def least(table: Table, look: Look) -> list[float]:
    """The least width of each column in points: its longest word, and the padding."""
    columns = len(table.weights)
    widths = [0.0] * columns
    open_rows = [0] * columns
    for row in [*table.headings, *table.rows]:
        column = 0
        for cell in row:
            while open_rows[column]:
                open_rows[column] -= 1
                column += 1
            if cell.columns == 1:
                widths[column] = max(widths[column], _least(cell, look))
                open_rows[column] = cell.rows - 1
                column += 1
            else:
                for covered in range(column, column + cell.columns):
                    open_rows[covered] = cell.rows - 1
                column += cell.columns
        for left in range(column, columns):
            open_rows[left] = max(0, open_rows[left] - 1)
    return widths


def shared(table: Table, look: Look, wide: float) -> list[float]:
    """The widths of the columns in points: by their weights, but none below its least."""
    lowest = least(table, look)
    spare = wide - sum(lowest)
    total = sum(table.weights)
    if spare <= 0:
        return [wide * low / sum(lowest) for low in lowest]
    wanted = [
        max(0.0, wide * weight / total - low)
        for weight, low in zip(table.weights, lowest, strict=True)
    ]
    share = spare / (sum(wanted) or 1)
    return [low + more * share for low, more in zip(lowest, wanted, strict=True)]


def fitting(blocks: Sequence[Block], look: Look, *, landscape: bool) -> tuple[Look, bool]:
    """The look and whether the page lies, so that every table fits: it is turned, then shrunk."""
    tables = [block for block in blocks if isinstance(block, Table) and not block.narrow]

    def needed(trial: Look) -> float:
        return max((sum(least(table, trial)) for table in tables), default=0.0)

    if needed(look) > PORTRAIT:
        landscape = True
    while look.size > _SMALLEST and needed(look) > (LANDSCAPE if landscape else PORTRAIT):
        look = replace(look, size=look.size - 0.5, side=max(1.5, look.side - 0.5))
    return look, landscape


def _least(cell: Cell, look: Look) -> float:
    ems = _EMS.get(look.font, _EM)
    if cell.heading:
        ems *= _HEADING * (_CAPITALS if look.capitals else 1)
    letters = max((len(word) for word in cell.text.split()), default=0)
    bar = 42.0 if cell.bar else 0.0
    return max(letters * ems * look.size, bar) + 2 * look.side + 1

"""Headings printed again over the first row of a page and read as one row with it.

Where a table goes on over a page and no line parts its repeated headings from the row below, each
cell of that row begins with the heading of its column: ``Key Task`` over ``Renew the contract``.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.normalise.columns import Column
from crossfoot.schema.page import Cell, Row, prints
from crossfoot.schema.text import fold

_FEWEST = 3  # cells that begin so: of fewer, one may have the word of its heading by chance


def without_headings(rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """Return the *rows* of a table that goes on under *columns*, the first without its headings.

    It is taken apart only where every printed cell of it begins with its column's heading in lines
    of their own, so that none of them can be words of the row.
    """
    if not rows:
        return []
    cells = [_parted(cell, columns) if prints(cell) else cell for cell in rows[0].cells]
    told = [cell for cell in cells if cell is not None]
    printed = sum(map(prints, rows[0].cells))
    if len(told) < len(cells) or printed < _FEWEST or not any(map(prints, told)):
        return list(rows)
    return [rows[0]._replace(cells=tuple(told)), *rows[1:]]


def _parted(cell: Cell, columns: Sequence[Column]) -> Cell | None:
    """The cell without the lines of its column's heading, ``None`` where it begins otherwise."""
    heading = next((each.heading for each in columns if each.first == cell.col_no), "")
    part = cell.first
    end = 0
    while heading and end < len(part.text):
        end = part.text.find("\n", end + 1)
        end = len(part.text) if end < 0 else end
        if fold(part.text[:end]) == heading:
            rest = part.text[end:]
            cut = end + len(rest) - len(rest.lstrip())
            raised = tuple((at - cut, to - cut) for at, to in part.raised if at >= cut)
            left = part._replace(text=part.text[cut:], raised=raised)
            return cell._replace(parts=(left, *cell.parts[1:]))
    return None

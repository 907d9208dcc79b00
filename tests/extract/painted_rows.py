"""Tables without rules, painted row by row and in a row cell by cell, all lines of each."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read

PITCH = 10.0  # points from a line of a cell to the next
WIDTHS = (50.0, 110.0, 300.0, 370.0, 440.0, 510.0)

Cells = Sequence[str | None]  # of one row, from the left; lines parted by "\n", None left out


def paint(
    pen: Pen, rows: Sequence[Cells], top: float, xs: Sequence[float] = WIDTHS, space: float = 0.0
) -> float:
    """Paint rows below each other, *space* points more apart than lines; return the next's y.

    The cells stand at the head of their rows.
    """
    for row in rows:
        for x, cell in zip(xs, row, strict=False):
            for at, line in enumerate((cell or "").split("\n") if cell else ()):
                pen.text(x, top + at * PITCH, line)
        high = max((cell or "").count("\n") + 1 for cell in row)
        top += high * PITCH + space
    return top


def reading(rows: Sequence[Cells], xs: Sequence[float] = WIDTHS, space: float = 0.0) -> Reading:
    """Read a page with one such table, from y 110."""
    return read(lambda pen: paint(pen, rows, 110, xs, space) and None)

"""A row that the order of painting tells: its cells, each its lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.extract.chunks import FIGURE, Chunk
from crossfoot.extract.gaps import is_value, without_months


class OrderDenied(Exception):  # noqa: N818 - control flow inside one stage, never an error
    """The order of the content stream is none of rows and cells; the message says why."""


class ToldRow(NamedTuple):
    """Cells from the left, each its lines downwards.

    ``under`` says that some cells of the row above reach down beside it. ``dated`` are the texts
    of cells that look like values and head columns of figures (:mod:`.dated_heads`).
    """

    cells: list[list[Chunk]]
    under: bool = False
    dated: frozenset[str] = frozenset()

    @property
    def has_values(self) -> bool:
        """Whether figures, dates or codes stand in it that head nothing."""
        cells = [as_one(cell) for cell in self.cells]
        return any(is_value(one) and one.text not in self.dated for one in without_months(cells))

    @property
    def top(self) -> float:
        return min(cell[0].top for cell in self.cells)

    @property
    def bottom(self) -> float:
        return max(cell[-1].bottom for cell in self.cells)


def as_one(cell: Sequence[Chunk]) -> Chunk:
    """Return the lines of a cell as one piece of print, on its first line.

    After a hyphen at a line end nothing is added: a date that wraps is a date.
    """
    if len(cell) == 1:
        return cell[0]
    text = "".join(one.text if one.text.endswith("-") else one.text + " " for one in cell)
    return cell[0]._replace(
        x0=min(one.x0 for one in cell),
        x1=max(one.x1 for one in cell),
        text=text.strip(),
        runs=tuple(run for one in cell for run in one.runs),
    )


def are_figures(above: Chunk, below: Chunk) -> bool:
    return bool(FIGURE.match(above.text) and FIGURE.match(below.text))

"""The columns of a paper's blocks settled, those that are the same once.

Papers that print a table of its own for each indicator have a hundred of them with the same
headings, at one place on the page, about one time.
"""

from __future__ import annotations

from typing import NamedTuple

from crossfoot.normalise.columns import Column
from crossfoot.normalise.measures import Times, settle
from crossfoot.normalise.years import Holds
from crossfoot.schema.period import Period

Columns = tuple[Column, ...]
_KEPT = 64  # the tables of a paper have a few kinds of headings, or each its own


class _Settled(NamedTuple):
    """Columns as they were and as they were settled; ``held`` is what was asked of their cells."""

    columns: Columns
    settled: Columns
    held: dict[int, bool]


class Settling:
    """Settles the columns of one paper, see :func:`crossfoot.normalise.measures.settle`."""

    def __init__(self) -> None:
        self._known: dict[tuple[Period | None, Period | None, bool, tuple[str, ...]], _Settled] = {}

    def settle(self, columns: Columns, times: Times, holds: Holds) -> Columns:
        """Settle *columns*; the same ones again only where their cells answer otherwise."""
        # By their headings, and then compared: to hash all that they say costs as much as half of
        # settling them, and those that were told alike by their cells are other objects each time.
        headings = tuple([column.heading for column in columns])
        key = times.stated, times.caption.period, times.elsewhere, headings
        known = self._known.get(key)
        if (
            known is not None
            and known.columns == columns
            and all(holds(index) is answer for index, answer in known.held.items())
        ):
            return known.settled
        held: dict[int, bool] = {}

        def noted(index: int) -> bool:
            held[index] = holds(index)
            return held[index]

        settled = settle(columns, times, noted)
        if len(self._known) >= _KEPT:
            self._known.clear()
        self._known[key] = _Settled(columns, settled, held)
        return settled

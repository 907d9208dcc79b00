"""Notes in rows of their own below those of indicators: ``Comment: The contract has ended``."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from crossfoot.normalise.desk import Spot
from crossfoot.normalise.note_rows import called_note
from crossfoot.normalise.task import Task
from crossfoot.schema.text import fold


class RemarksBelow:
    """The remarks of one segment that call themselves notes, by the row right above each."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def take(self, row_no: int) -> str | None:
        """The note below a row, which is marked as one; ``None`` where there is none."""
        spot = self._below.get(row_no)
        if spot is None:
            return None
        self._task.desk.mark(spot, "note")
        self._task.noted.add(spot.row_no)
        return called_note(fold(spot.cell.text))

    @cached_property
    def _below(self) -> dict[int, Spot]:
        found: dict[int, Spot] = {}
        for above, below in pairwise(view for view in self._task.all_views if view.own_printed()):
            printed = below.own_printed()
            if not len(printed) == 1 < len(above.own_printed()) or below.carried:
                continue
            if called_note(fold(printed[0].cell.text)) is not None:
                found[above.row.row_no] = printed[0]
        return found

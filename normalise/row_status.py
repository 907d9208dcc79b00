"""Which of the statuses printed in a row is the indicator's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crossfoot.normalise.columns import Column
from crossfoot.normalise.desk import Spot
from crossfoot.normalise.status_cells import StatusReading
from crossfoot.schema.page import Cell
from crossfoot.schema.values import IndicatorStatus


def only_fill(spot: Spot) -> Cell:
    """The cell as if nothing were printed in it but its colour."""
    part = spot.cell.first
    return spot.cell._replace(parts=(part._replace(text="", symbols=(), raised=()),))


def latest_of(statuses: Sequence[tuple[StatusReading, Column | None, bool]]) -> StatusReading:
    """The status of the latest period; one whose heading names none speaks of now."""
    now = [(reading, column) for reading, column, is_previous in statuses if not is_previous]
    if not now:
        return StatusReading()

    def rank(entry: tuple[StatusReading, Column | None]) -> tuple[int, date, int]:
        column = entry[1]
        if column is None or (column.period is None and column.part is None):
            return 1, date.min, 0
        return 0, column.period.end if column.period else date.min, column.first

    return max(now, key=rank)[0]


def as_indicator_status(reading: StatusReading) -> IndicatorStatus | None:
    status = reading.status
    if status in {"green", "amber", "red", "unknown", "data_only"}:
        return status
    return None

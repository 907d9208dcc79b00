"""Which of the statuses printed in a row is the indicator's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crossfoot.normalise.columns import Column
from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.headings import heading_key
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.status_cells import StatusReading
from crossfoot.normalise.task import Task
from crossfoot.schema.page import Cell
from crossfoot.schema.values import IndicatorStatus


def only_sign(cell: Cell) -> Cell:
    """The cell as if nothing were printed in it but its symbols."""
    part = cell.first
    return cell._replace(parts=(part._replace(text="", fill=None, raised=()),))


def row_shading(view: RowView) -> str | None:
    """The colour on which a row's name stands: stripes, or a whole row that is painted."""
    for index in view.segment.indexes("title", "code"):
        if fill := view.fill(index):
            return fill
    return None


def doubled_statuses(columns: Sequence[Column]) -> list[int]:
    """The columns of statuses under one heading, which names no period, beside several results.

    Each may speak of the result before it or behind it.
    """
    at = [
        index
        for index, column in enumerate(columns)
        if column.family == "status" and column.period is None and column.part is None
    ]
    headings = {heading_key(columns[index].heading) for index in at}
    results = sum(column.family in RESULT_FAMILIES for column in columns)
    return at if len(at) > 1 and len(headings) == 1 and results > 1 else []


def latest_of(statuses: Sequence[tuple[StatusReading, Column | None, bool]]) -> StatusReading:
    """The status of the latest period; one whose heading names none speaks of now.

    Of several quarters whose year is not known none is the latest.
    """
    now = [(reading, column) for reading, column, is_previous in statuses if not is_previous]
    if not now:
        return StatusReading()

    def rank(entry: tuple[StatusReading, Column | None]) -> tuple[int, date, int]:
        column = entry[1]
        if column is None or (column.period is None and column.part is None):
            return 1, date.min, 0
        return 0, column.period.end if column.period else date.min, column.first

    best, column = max(now, key=rank)
    unknown = column is not None and column.period is None and column.part is not None
    return StatusReading() if unknown and len(now) > 1 else best


def as_indicator_status(reading: StatusReading) -> IndicatorStatus | None:
    status = reading.status
    if status in {"green", "amber", "red", "unknown", "data_only"}:
        return status
    return None


def leave_doubled_statuses(task: Task) -> None:
    """Take no status from columns headed alike (``Q1 | RAG | Q2 | RAG``)."""
    doubled = doubled_statuses(task.columns)
    if not doubled:
        return
    spots = [spot for view in task.all_views[:1] for at in doubled for spot in view.spots(at)]
    heading = task.columns[doubled[0]].heading
    task.segment.columns = tuple(
        column._replace(family=None) if index in doubled else column
        for index, column in enumerate(task.columns)
    )
    task.desk.tell(
        "column.unclear",
        "warning",
        f"several columns are headed {heading!r}; of when each speaks is not clear, and their "
        "statuses were kept as cells",
        spots=spots,
        printed=heading,
    )

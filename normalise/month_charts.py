"""Charts of months: one column per month, a coloured cell where something happens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from sys import intern

from crossfoot.normalise.columns import Column
from crossfoot.normalise.desk import place_of_cell
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.spans import month
from crossfoot.normalise.task import Task
from crossfoot.schema.model import unchecked
from crossfoot.schema.page import prints
from crossfoot.schema.period import Period
from crossfoot.schema.rows import ActionMonth

_new_month = unchecked(ActionMonth)
_FEWEST = 3


def _is_month(column: Column) -> bool:
    if column.family not in {"result", "month"}:
        return False
    if column.period is not None:
        return column.period.kind == "month"
    return (
        column.part is not None
        and column.part.kind == "months"
        and column.part.first == column.part.last
    )


def find_chart(columns: Sequence[Column]) -> list[int]:
    """The indexes of the month columns of a chart; none where there are fewer than three."""
    found = [index for index, column in enumerate(columns) if _is_month(column)]
    return found if len(found) >= _FEWEST else []


def months_of_chart(columns: Sequence[Column], period: Period | None) -> list[str | None]:
    """``YYYY-MM`` of each month column in print order, ``None`` where the year is unknown.

    Months without a year are placed so that the run of months holds the end of the paper's period
    (``July`` to ``June`` around September 2007 is July 2007 to June 2008). A run longer than a
    year or out of order is not placed.
    """
    numbers: list[int] = []
    labels: list[str | None] = []
    for column in columns:
        named = column.period is not None and column.part is None
        labels.append(column.period.label if column.period and named else None)
        if column.part is not None:
            numbers.append(column.part.first)
        else:
            numbers.append(column.period.start.month if column.period else 0)
    if all(labels):
        return labels
    ordered = all((later - earlier) % 12 == 1 for earlier, later in pairwise(numbers))
    if not ordered or len(numbers) > 12 or period is None:
        return labels
    offset = (period.end.month - numbers[0]) % 12
    if offset >= len(numbers):
        return labels
    start = period.end.year * 12 + period.end.month - 1 - offset
    placed = [divmod(start + step, 12) for step in range(len(numbers))]
    return [month(year, index + 1).label for year, index in placed]


def write_months(
    task: Task, view: RowView, chart: Sequence[int], labels: Sequence[str | None], action_id: str
) -> None:
    """Put every marked month of a row on the desk."""
    for index, label in zip(chart, labels, strict=True):
        for spot in view.own.get(index, []):
            cell = spot.cell
            if not (cell.fill or cell.symbols or prints(cell)):
                continue
            task.desk.mark(spot, intern(f"month {label}") if label else "month")
            task.desk.action_months.append(
                _new_month(
                    **task.desk.provenance(place_of_cell(cell), spot.table_no, view.row.row_no),
                    action_id=action_id,
                    month=label,
                    marker=task.key.marker(cell.fill, cell.symbols),
                    fill=cell.fill,
                    cell_id=task.desk.cell_id(spot),
                )
            )

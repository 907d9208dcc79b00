"""The columns of a table as they hold for a row that names its own period."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.normalise.columns import Column
from crossfoot.normalise.dates import parse_date
from crossfoot.normalise.desk import prints
from crossfoot.normalise.measures import Times, settle_row, without_years_of_a_part
from crossfoot.normalise.newest import dated_by_row
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.task import Task


def columns_of_row(task: Task, view: RowView, times: Times) -> Sequence[Column]:
    """The columns as they hold for a row, which may name its own period."""
    text = view.first_text("period")
    updated = view.first_text("updated") if text is None else None
    typed_in = None
    if updated is not None and _is_day(updated):
        updated, typed_in = None, updated  # the day on which a figure was typed in
    said = text or updated
    columns: Sequence[Column] = task.columns
    if any(column.undated for column in columns):
        columns = dated_by_row(columns, times, typed_in, view.first_text("frequency") or text)
    if said is None:
        return columns
    columns = settle_row(columns, said, times)
    if text is not None:
        columns = without_years_of_a_part(columns, text)
    lost = [
        index
        for index, (column, of_row) in enumerate(zip(task.columns, columns, strict=True))
        if column.measure is not None and of_row.measure is None
    ]
    if spots := [spot for index in lost for spot in view.spots(index) if prints(spot.cell)]:
        task.desk.tell(
            "row.period_unclear",
            "warning",
            f"of which year {said!r} is, is not clear; the row's figures were kept as cells",
            spots=spots,
            printed=said,
        )
    return columns


def _is_day(text: str) -> bool:
    dated = parse_date(text)
    return dated is not None and dated.precision in {"day", None}

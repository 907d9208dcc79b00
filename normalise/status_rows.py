"""The rows of ``statuses``: every status printed for an indicator, with the trend of its period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crossfoot.normalise.columns import Column
from crossfoot.normalise.desk import place_of_cell
from crossfoot.normalise.lengths import fits_length
from crossfoot.normalise.measures import current_column
from crossfoot.normalise.row_status import as_indicator_status, latest_of
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.status_cells import StatusReading
from crossfoot.normalise.task import Task
from crossfoot.schema.model import unchecked
from crossfoot.schema.page import prints
from crossfoot.schema.rows import StatusEntry

_new_status = unchecked(StatusEntry)

Shown = tuple[StatusReading, Column | None, bool]
Trend = tuple[Column | None, str]


class Trends:
    """Reads the directions of travel of one segment's rows.

    Where no column is headed as one, an arrow beside the status or the current value tells it.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self._columns = task.segment.indexes("trend")
        current = current_column(task.columns)
        beside = [] if current is None else [current]
        self._beside = [] if self._columns else [*task.segment.indexes("status"), *beside]

    def of_row(self, view: RowView) -> list[Trend]:
        """Each trend printed in a row, with the column it stands under, in print order."""
        reader, columns = self._task.reader, self._task.columns
        read: list[Trend] = [
            (columns[index], trend)
            for index in self._columns
            if (trend := reader.trend(view.spots(index)))
        ]
        for index in self._beside:
            for spot in view.spots(index):
                if spot.cell.symbols and (arrow := reader.arrow_in(spot)):
                    return [(columns[index], arrow)]
        return read


def latest_trend(trends: Sequence[Trend]) -> str | None:
    """The trend of the latest period; the first of those whose heading names none."""

    def rank(trend: Trend) -> tuple[int, date]:
        column = trend[0]
        dated = column is not None and column.period is not None
        part = column is not None and column.part is not None
        if dated and column is not None and column.period is not None:
            return 0, column.period.end
        return (0 if part else 1), date.min

    return max(trends, key=rank)[1] if trends else None


def write_statuses(
    task: Task,
    view: RowView,
    indicator_id: str,
    statuses: Sequence[Shown],
    trends: Sequence[Trend],
    columns: Sequence[Column],
) -> None:
    """Put the statuses of a row on the desk.

    One whose heading names no period is of the latest result's that the row prints, of those that
    had begun when the paper speaks: a year's four quarters stand in a paper of its third. A
    ``Monthly RAG`` beside a quarter's result is of no known period.
    """
    if not statuses:
        return
    stated = task.desk.facts.period
    begun = [
        column
        for index, column in enumerate(columns)
        if (stated is None or column.period is None or column.period.start <= stated.end)
        and any(prints(spot.cell) for spot in view.spots(index))
    ]
    at = current_column(begun)
    now = begun[at].period if at is not None else None
    latest = latest_of(statuses)
    for reading, column, is_previous in statuses:
        if reading.spot is None:
            continue
        period = column.period.label if column and column.period else None
        trend = next((trend for other, trend in trends if period and _label(other) == period), None)
        if trend is None and reading is latest:
            trend = latest_trend([each for each in trends if _label(each[0]) is None])
        if period is None and not is_previous and not (column and column.part):
            of = now or stated
            fits = of is None or column is None or fits_length(column.heading, of)
            period = (now.label if now else task.desk.facts.reporting_period) if fits else None
        table_no, at, _ = task.desk.printed_at(reading.spot)
        row_no = view.row.row_no if reading.spot.table_no > 0 else at
        task.desk.statuses.append(
            _new_status(
                **task.desk.provenance(place_of_cell(reading.spot.cell), table_no, row_no),
                indicator_id=indicator_id,
                period=period,
                is_previous=is_previous,
                status=as_indicator_status(reading),
                status_as_printed=reading.as_printed,
                status_carrier=reading.carrier,
                trend_as_printed=trend,
                cell_id=task.desk.cell_id(reading.spot),
            )
        )


def _label(column: Column | None) -> str | None:
    return column.period.label if column is not None and column.period is not None else None

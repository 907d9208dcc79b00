"""The columns of a table as they hold for a row that names its own period."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.normalise.caption_times import dated, of_section
from crossfoot.normalise.columns import Column
from crossfoot.normalise.dates import parse_date
from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.measures import Times, period_of_row, settle_open, settle_row
from crossfoot.normalise.newest import dated_by_row
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.spans import year_of
from crossfoot.normalise.task import Task
from crossfoot.normalise.year_parts import split_period
from crossfoot.schema.page import prints
from crossfoot.schema.period import Period
from crossfoot.schema.text import has_digit


def columns_of_row(
    task: Task, view: RowView, times: Times, section: str | None = None
) -> Sequence[Column]:
    """The columns as they hold for a row, which may name its own period, or its *section* may."""
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
        under = of_section(section) if section is not None else None
        if under is None:
            return columns
        said = section or ""
        period = dated(under, times.stated)[0].period
        if period is not None and _holds(period, times.current):
            return columns
        columns = settle_open(parts_in(columns, period), period, said, times)
    else:
        if text is not None and split_period(text)[1] is None and has_digit(text):
            columns = parts_in(columns, period_of_row(text, times))
        columns = settle_row(columns, said, times)
    if text is not None:
        columns = _without_years_of_a_part(columns, text)
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


def parts_in(columns: Sequence[Column], period: Period | None) -> Sequence[Column]:
    """The columns headed by parts of a year (``Q1``) in rows of another year than the paper's.

    Of rows of no known period they are not known either.
    """
    return [
        _in_year_of(column, period) if column.part is not None and column.is_figure else column
        for column in columns
    ]


def _in_year_of(column: Column, period: Period | None) -> Column:
    if period is None or column.part is None:
        return column._replace(family=None, measure=None)
    whole = column.part.in_year(year_of(period).start.year)
    return column._replace(period=whole, measure=column.measure if whole else None)


def _holds(period: Period, current: Period | None) -> bool:
    return current is not None and period.start <= current.start and current.end <= period.end


def _is_day(text: str) -> bool:
    dated = parse_date(text)
    return dated is not None and dated.precision in {"day", None}


def _without_years_of_a_part(columns: Sequence[Column], text: str) -> tuple[Column, ...]:
    """Leave columns headed as years in a row whose own cell names a part of them (``Q1``).

    Beside a result without a period of its own, which the part belongs to, they are taken.
    """
    period, part, _ = split_period(text)
    results = [column for column in columns if column.family in RESULT_FAMILIES]
    if period is not None or part is None:
        return tuple(columns)
    if any(column.printed_period in {None, text} for column in results):
        return tuple(columns)
    return tuple(
        column._replace(measure=None)
        if column.is_figure and column.period is not None and column.period.kind == "year"
        else column
        for column in columns
    )

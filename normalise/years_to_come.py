"""Figures of a time that had not begun when their paper was published: plans, whatever heads them.

Plans print the targets of the years ahead beside the last outturn, and not every one heads them so
(``2005/06 | 2006/07 | 2007/08`` in a plan of June 2006). The year under way stands among them for
its plan, too, where nothing but the year heads it (a limit for ``2024/25 | 2025/26 | 2026/27``).
"""

from __future__ import annotations

from datetime import date

from crossfoot.normalise.column_findings import heading_spots
from crossfoot.normalise.columns import Column
from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.measures import Times
from crossfoot.normalise.task import Task
from crossfoot.normalise.year_parts import split_period

_RESULTS = frozenset({"outturn", "actual"})
_TO_COME = (
    "results stand under {!r}, of a time that had not begun when the paper was published; they may "
    "be targets and were kept as cells"
)
_NOT_OVER = (
    "figures stand under {!r}, a time that was not over by the end of the paper's own period; they "
    "may be plans and were kept as cells"
)
_THEIRS = (
    "{!r} stands beside figures of a time that was not over by the end of the paper's own period, "
    "and names none; what is under it was kept as cells"
)
_SAID_SO = (
    "results stand under {!r}, a time that was not over by the end of the paper's own period; they "
    "were taken for that time as it is printed"
)
_UNDER_WAY = (
    "figures stand under {!r}, a year under way, beside those of years that had not begun; they "
    "may be plans and were kept as cells"
)


def leave_years_to_come(task: Task, times: Times) -> None:
    """Take no result from columns of a period that begins after the paper's own day.

    Where no figure of the table is of a time that had begun, it is the day that is in doubt.
    """
    published = task.desk.facts.published_on
    known = published or (times.stated.end if times.stated is not None else None)
    if known is None:
        return
    early: list[int] = []
    if published is not None and _are_all_to_come(task, published):
        published = None
    if published is not None:
        early = [index for index, each in enumerate(task.columns) if _is_to_come(each, published)]
    under_way: list[int] = []
    if early or any(_was_left(column, known) for column in task.columns):
        under_way = [index for index, each in enumerate(task.columns) if _is_under_way(each, known)]
    for index in (*early, *under_way):
        _leave(task, index, _TO_COME if index in early else _UNDER_WAY)
    if published is not None:
        task.segment.columns = tuple(_to_date(each, published) for each in task.columns)
    if times.stated is not None:
        _look_past(task, times, max(times.stated.end, published or times.stated.end))


def _look_past(task: Task, times: Times, end: date) -> None:
    """Leave figures headed by no more than a part of a year that ends after *end*, the paper's.

    What is called a result there is one of a time that the paper's title does not name: it is told.
    """
    own = times.caption.period
    for index, column in enumerate(task.columns):
        period = column.period
        if column.measure != "actual" or column.printed_period is None or period is None:
            continue
        if period.kind == "year" or period.end <= end or (own and own.end >= period.end):
            continue
        if not _holds_values(task, index):
            continue
        if not _is_bare(column):
            _tell(task, column, _SAID_SO)
            continue
        _leave(task, index, _NOT_OVER)
        for at, beside in enumerate(task.columns):
            of_result = beside.printed_period is None and beside.period == period
            if beside.measure == "target" and of_result:
                _leave(task, at, _THEIRS)


def as_left(column: Column, of_table: Column) -> Column:
    """A column of results in a row that says so itself, no more than the table's own is one.

    Where the row names another time than the table's column, it is a result of that.
    """
    if column.measure not in _RESULTS or of_table.family not in RESULT_FAMILIES:
        return column
    if of_table.measure is not None and column.period != of_table.period:
        return column
    basis = column.stated_basis or of_table.stated_basis
    return column._replace(measure=of_table.measure, stated_basis=basis)


def _are_all_to_come(task: Task, published: date) -> bool:
    periods = [column.period for column in task.columns if column.measure is not None]
    return all(period is None or period.start > published for period in periods)


def _is_to_come(column: Column, published: date) -> bool:
    if column.period is None or column.measure not in _RESULTS:
        return False
    return column.period.start > published


def _was_left(column: Column, known: date) -> bool:
    """Whether its results were left by :mod:`.measures`, as of a time after the paper's own."""
    if column.family != "result" or column.measure is not None:
        return False
    return column.period is not None and column.period.start > known


def _is_under_way(column: Column, known: date) -> bool:
    """Whether it is headed by a year alone, begun and not over."""
    if column.family != "result" or column.measure not in _RESULTS or column.period is None:
        return False
    period = column.period
    return period.kind == "year" and period.start <= known < period.end and _is_bare(column)


def _is_bare(column: Column) -> bool:
    """Whether a column is headed by its period and nothing else."""
    _, _, rest = split_period(" ".join(column.heading.split()))
    return not any(map(str.isalnum, rest))


def _holds_values(task: Task, index: int) -> bool:
    """Whether a value stands under a column: one without may wait for its time."""
    texts = (view.text(index) for view in task.all_views)
    return any(text and parse_figure(text).state == "value" for text in texts)


def _to_date(column: Column, published: date) -> Column:
    """No result of a whole year is known before its end, unless its heading says outturn."""
    period = column.period
    if column.family != "result" or column.measure != "outturn" or period is None:
        return column
    if period.end <= published:
        return column
    return column._replace(measure="actual", stated_basis=column.stated_basis or "to_date")


def _leave(task: Task, index: int, message: str) -> None:
    column = task.columns[index]
    task.segment.columns = tuple(
        each._replace(measure=None) if at == index else each for at, each in enumerate(task.columns)
    )
    _tell(task, column, message)


def _tell(task: Task, column: Column, message: str) -> None:
    task.desk.tell(
        "column.unclear",
        "warning",
        message.format(column.heading),
        spots=heading_spots(task.segment, column),
        printed=column.heading,
    )

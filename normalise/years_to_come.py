"""Figures of a time that had not begun when their paper was published: plans, whatever heads them.

Plans print the targets of the years ahead beside the last outturn, and not every one heads them so
(``2005/06 | 2006/07 | 2007/08`` in a plan of June 2006).
"""

from __future__ import annotations

from datetime import date

from crossfoot.normalise.column_findings import heading_spots
from crossfoot.normalise.columns import Column
from crossfoot.normalise.task import Task

_RESULTS = frozenset({"outturn", "actual"})


def leave_years_to_come(task: Task) -> None:
    """Take no result from columns of a period that begins after the paper's own day.

    Where no figure of the table is of a time that had begun, it is the day that is in doubt.
    """
    published = task.desk.facts.published_on
    if published is None:
        return
    periods = [column.period for column in task.columns if column.measure is not None]
    if all(period is None or period.start > published for period in periods):
        return
    early = [index for index, each in enumerate(task.columns) if _is_to_come(each, published)]
    if not early:
        return
    told = [task.columns[index] for index in early]
    task.segment.columns = tuple(
        column._replace(measure=None) if index in early else column
        for index, column in enumerate(task.columns)
    )
    for column in told:
        task.desk.tell(
            "column.unclear",
            "warning",
            f"results stand under {column.heading!r}, of a time that had not begun when the paper "
            "was published; they may be targets and were kept as cells",
            spots=heading_spots(task.segment, column),
            printed=column.heading,
        )


def _is_to_come(column: Column, published: date) -> bool:
    if column.period is None or column.measure not in _RESULTS:
        return False
    return column.period.start > published

"""Which of an indicator's rows, each of another period, tells its status: that of the latest.

The others' statuses are those of their periods. Where the rows run to the end of a table, the page
may have ended before the latest: then no row tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.measures import Times, period_of_row
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.task import Task
from crossfoot.schema.page import prints
from crossfoot.schema.period import Period

#: How much of a period must have passed before the next one's row is missed: months differ.
_NEARLY = 0.9
_REPORTED = RESULT_FAMILIES | {"status"}


def rows_of_earlier(
    task: Task, groups: Sequence[Sequence[RowView]], times: Times
) -> frozenset[int]:
    """The rows of *groups*, each one indicator's, that do not print its latest status."""
    return frozenset(number for group in groups for number in _earlier(task, group, times))


def _earlier(task: Task, group: Sequence[RowView], times: Times) -> Iterator[int]:
    at = _latest(task, group, times) if len(group) > 1 else group[0]
    yield from (view.row.row_no for view in group if view is not at)


def _latest(task: Task, group: Sequence[RowView], times: Times) -> RowView | None:
    """The row of the latest period with a result, ``None`` where another may follow."""
    dated: list[tuple[Period, RowView]] = []
    for view in group:
        period = period_of_row(view.first_text("period") or "", times)
        if period is None:
            return None
        dated.append((period, view))
    said = [each for each in dated if _reports(each[1])]
    if not said:
        return None
    period, view = max(said, key=lambda each: each[0].end)
    if view is dated[-1][1] and _is_last(task, view) and _may_go_on(period, task, times):
        return None
    return view


def _reports(view: RowView) -> bool:
    return any(
        prints(spot.cell) or spot.cell.symbols
        for index, spots in view.own.items()
        if view.segment.columns[index].family in _REPORTED
        for spot in spots
    )


def _is_last(task: Task, view: RowView) -> bool:
    """Whether nothing is printed below a row in its table."""
    rows = [each for each in task.all_views if each.own_printed()]
    return not task.segment.closed and bool(rows) and rows[-1] is view


def _may_go_on(latest: Period, task: Task, times: Times) -> bool:
    """Whether the period after the latest one is over in a paper of this time."""
    now = times.stated or task.desk.facts.period
    if now is None:
        return True
    return (now.end - latest.end).days >= _NEARLY * ((latest.end - latest.start).days + 1)

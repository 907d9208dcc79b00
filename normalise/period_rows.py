"""Rows of one indicator below each other, each of another period that a column of its own names.

Its name spans them, or stands in the first of them over blank cells. Where no cell spans, the
periods tell: each name then begins the same list of periods anew, from the first row of the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.normalise.latest_periods import rows_of_earlier
from crossfoot.normalise.measures import Times
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.sections import row_kind
from crossfoot.normalise.task import Task
from crossfoot.normalise.year_parts import split_period
from crossfoot.schema.page import prints

_FEWEST = 2


class PeriodRows(NamedTuple):
    """The numbers of rows that a name above names too, and of those whose name may be cut.

    ``earlier`` are those whose status is of another period than the latest, as far as it is told.
    """

    named_above: frozenset[int] = frozenset()
    unclear: frozenset[int] = frozenset()
    earlier: frozenset[int] = frozenset()


def rows_of_periods(task: Task, times: Times) -> PeriodRows:
    """Tell the rows of a table in which each names its period.

    Names over blank cells are made to hang down into their rows. Where that is not told, the lines
    of a name may stand beside rows of several periods: one beside another period than the first
    row's may be the rest of the name above it.
    """
    naming = task.segment.indexes("title", "code")
    if not task.segment.indexes("period") or not naming:
        return PeriodRows()
    groups = _groups(task, naming)
    if any(_hangs(view, naming) for group in groups for view in group):
        told = [group for group in groups if all(_hangs(view, naming) for view in group[1:])]
    elif _begin_anew(groups, naming):
        told = groups
        for group in groups:
            _hang(group, naming)
    else:
        return PeriodRows(unclear=frozenset(_may_be_cut(groups, naming)))
    apart = [group for group in told if _are_apart(group)]
    named = frozenset(view.row.row_no for group in apart for view in group[1:])
    return PeriodRows(named, earlier=rows_of_earlier(task, apart, times))


def _may_be_cut(groups: Sequence[Sequence[RowView]], naming: Sequence[int]) -> Iterator[int]:
    """Yield the rows whose names may be the lines of one, in a table with rows that have none."""
    if all(len(group) == 1 for group in groups):
        return
    first = _period(groups[0][0])
    for before, after in pairwise(groups):
        if _names(after[0], naming) and _period(after[0]) != first:
            yield from (before[0].row.row_no, after[0].row.row_no)


def _groups(task: Task, naming: Sequence[int]) -> list[list[RowView]]:
    """The rows of data, those that print no name below the one that does."""
    lone = task.lone_titles()
    groups: list[list[RowView]] = []
    for view in task.all_views:
        kind = row_kind(view, lone)
        if kind == "data":
            if not groups or _names(view, naming):
                groups.append([])
            groups[-1].append(view)
        elif kind != "blank":
            groups.append([])
    return [group for group in groups if group]


def _names(view: RowView, naming: Sequence[int]) -> bool:
    return any(prints(spot.cell) for index in naming for spot in view.own.get(index, ()))


def _hangs(view: RowView, naming: Sequence[int]) -> bool:
    return not _names(view, naming) and any(index in view.carried for index in naming)


def _begin_anew(groups: Sequence[Sequence[RowView]], naming: Sequence[int]) -> bool:
    """Whether all names begin the same list of periods, and there are several names.

    The end of the last list may be missing: it stands on a page whose rows were not read.
    """
    *whole, last = [tuple(map(_period, group)) for group in groups] or [()]
    return (
        len(groups) >= _FEWEST
        and len({*whole}) == 1
        and len(groups[0]) >= _FEWEST
        and last == whole[0][: len(last)]
        and all(_names(group[0], naming) for group in groups)
    )


def _are_apart(group: Sequence[RowView]) -> bool:
    """Whether each row says its period, and no two the same."""
    periods = [_period(view) for view in group]
    return None not in periods and len(set(periods)) == len(periods)


def _period(view: RowView) -> tuple[object, object] | None:
    """What period a row prints itself; a part of a year may have to find its year elsewhere."""
    printed = any(
        prints(spot.cell)
        for index in view.segment.indexes("period")
        for spot in view.own.get(index, ())
    )
    text = view.first_text("period") if printed else None
    if text is None:
        return None
    period, part, _ = split_period(text)
    return None if period is None and part is None else (period and period.label, part)


def _hang(group: Sequence[RowView], naming: Sequence[int]) -> None:
    for index in naming:
        spot = group[0].spot(index)
        for view in group[1:]:
            view.own.pop(index, None)
            if spot is not None:
                view.carried[index] = spot

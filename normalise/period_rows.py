"""Rows of one indicator below each other, each of another period that a column of its own names.

Its name spans them, or stands in the first of them over blank cells. Where no cell spans, the
periods tell: each name then begins the same list of periods anew, from the first row of the table.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.normalise.desk import prints
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.sections import row_kind
from crossfoot.normalise.task import Task
from crossfoot.normalise.year_parts import split_period

_FEWEST = 2


def rows_named_above(task: Task) -> frozenset[int]:
    """The numbers of the rows that the name of the row above them names as well.

    Names over blank cells are made to hang down into their rows.
    """
    naming = task.segment.indexes("title", "code")
    if not task.segment.indexes("period") or not naming:
        return frozenset()
    groups = _groups(task, naming)
    if any(_hangs(view, naming) for group in groups for view in group):
        told = [group for group in groups if all(_hangs(view, naming) for view in group[1:])]
    elif _begin_anew(groups, naming):
        told = groups
        for group in groups:
            _hang(group, naming)
    else:
        return frozenset()
    return frozenset(view.row.row_no for group in told if _are_apart(group) for view in group[1:])


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

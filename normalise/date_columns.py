"""Columns that hold dates under headings that are of figures, or of nothing, elsewhere.

Of dates under ``Target`` and ``Actual`` the first are due, the others the days on which something
ended; under ``Original Target`` stands the due date that was agreed first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from crossfoot.normalise.columns import Column
from crossfoot.normalise.dates import parse_date
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.headings import heading_key

#: Folded headings of what was agreed first: over figures they are of no published relation, over
#: dates the due ones (contract, ruling 6: "Original Date" is ``due``).
_FIRST = re.compile(
    r"(?:original(?:ly)?|initial(?:ly)?|baseline|first)"
    r"(?: (?:agreed|planned?|targets?|due|timescales?|deadline|completion|date|end|milestone))*"
)
#: These alone say nothing of a plan: the day of a baseline is that of a measurement.
_ALONE = re.compile(r"baseline(?: date)?|first(?: date)?")
_DUE = frozenset({"due", "revised_due"})
_FIGURED = frozenset({"target", "result", "outturn"})


def take_dates(
    columns: Sequence[Column],
    first_of: Callable[[int], str | None],
    are_dates: Callable[[int], bool],
) -> tuple[Column, ...]:
    """The columns, those of dates by what they head.

    *first_of* gives the first text of a column, *are_dates* whether most of them are dates.
    """
    told = list(columns)
    for index, column in enumerate(columns):
        if column.family in _FIGURED and _is_date(first_of(index)) and are_dates(index):
            told[index] = column.taken_as(_dated_as(column))
        elif column.is_step and _is_date(first_of(index)) and are_dates(index):
            has_due = any(each.family == "due" for each in columns)  # else a milestone's is one
            told[index] = column.taken_as("other" if has_due else "due")._replace(is_step=False)
    for index, column in enumerate(columns):
        first = column.family in {None, "other"} and _heads_first(column, told)
        if first and _is_date(first_of(index)) and are_dates(index):
            told[index] = column.taken_as("due")
    return tuple(told)


def _heads_first(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a heading is of what was agreed first, and no other beside it is."""
    key = heading_key(column.heading)
    if not _FIRST.fullmatch(key):
        return False
    due = [each for each in columns if each.family in _DUE]
    if any(each.family == "due" and _FIRST.match(heading_key(each.heading)) for each in due):
        return False
    return bool(due) or not _ALONE.fullmatch(key)


def _is_date(text: str | None) -> bool:
    return text is not None and parse_figure(text).state == "other" and parse_date(text) is not None


def _dated_as(column: Column) -> str:
    if column.family != "target":
        return "other"
    revised = column.standing is not None and column.standing.kind == "restated"
    return "revised_due" if revised else "due"

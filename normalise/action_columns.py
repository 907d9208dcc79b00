"""Which of several columns with one meaning is an action's: its dates, its progress, its owner.

Of two dates one may be the first that was agreed, or the day on which the action ended; of two
shares one is the last quarter's. Columns that nothing tells apart are kept as cells, and told of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crossfoot.normalise.column_contents import statuses_among
from crossfoot.normalise.columns import Column
from crossfoot.normalise.headings import heading_key
from crossfoot.normalise.statuses import status_word
from crossfoot.normalise.summary_times import part_before
from crossfoot.normalise.task import Task
from crossfoot.schema.period import Period

#: Words of a heading by which a date is one aimed at. Beside such a date a ``Completion Date`` or
#: an ``End Date`` is the day on which the action ended, and an ``Agreed Date`` that of the meeting.
_AIMED = re.compile(
    r"\b(?:targets?|due|deadline|plan(?:ned)?|schedul\w*|baseline|original|expected|by|when|for"
    r"|time\w*|to be|initial|first)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:original(?:ly)?|baseline|initial(?:ly)?|first)\b", re.IGNORECASE)
#: Whose column is the owner's, by its words: an officer before who stands over him, and a
#: councillor, who answers for the service, last.
_OFFICER = re.compile(
    r"\b(?:owner|officers?|who|whom|responsib\w*|assigned|accountable|person)\b", re.IGNORECASE
)
_MEMBER = re.compile(r"\b(?:member|portfolio|councillor)\b", re.IGNORECASE)
_COLOURS = frozenset({"green", "amber", "red", "unknown"})
_OF_TARGET = re.compile(r"\btargets?\b", re.IGNORECASE)
#: A cell of progress that is nothing but a number.
_BARE = re.compile(r"\d+(?:\.\d+)?")
_SHARE = re.compile(r"%|\bper\s?cent", re.IGNORECASE)
#: Numbers up to this may be marks out of five or ten.
_MARKS = 10
_ANY_YEAR = 2001


def settle_action_columns(task: Task, chart: Sequence[int]) -> None:
    """Leave an action one column of due dates, one of revised ones and one way to tell statuses.

    Columns of a month *chart* tell none.
    """
    for index, column in enumerate(task.columns):
        if column.family == "result" and column.has_time and index not in chart:
            texts = [text for view in task.all_views if (text := view.text(index))]
            if texts and statuses_among(texts) == 1.0:
                _take(task, index, "status")
    _settle_due(task)
    _refuse_doubled(task, "revised_due")
    _refuse_doubled(task, "status")
    _refuse_doubled(task, "progress")


def _settle_due(task: Task) -> None:
    due = task.segment.indexes("due")
    if len(due) < 2:
        return
    aimed = [index for index in due if _AIMED.search(task.columns[index].heading)]
    if aimed:
        for index in set(due) - set(aimed):
            _take(task, index, "other")
    firsts = [index for index in aimed if _FIRST.search(task.columns[index].heading)]
    if len(aimed) == 2 and len(firsts) == 1 and task.segment.index("revised_due") is None:
        _take(task, next(index for index in aimed if index not in firsts), "revised_due")
        return
    _refuse(task, [index for index in aimed if index not in firsts] if firsts else [])
    _refuse_several(task, task.segment.indexes("due"))


def _refuse_doubled(task: Task, family: str) -> None:
    """Refuse columns of one meaning of which no heading says a time, or another thing."""
    undated = [index for index in task.segment.indexes(family) if not task.columns[index].has_time]
    if family == "status":  # ``Status`` and ``RAG`` say the same
        keys = [heading_key(task.columns[index].heading) for index in undated]
        undated = [index for index, key in zip(undated, keys, strict=True) if keys.count(key) > 1]
    _refuse_several(task, undated)


def _refuse_several(task: Task, indexes: Sequence[int]) -> None:
    if len(indexes) > 1:
        _refuse(task, indexes)


def _refuse(task: Task, indexes: Sequence[int]) -> None:
    if not indexes:
        return
    headings = [task.columns[index].heading for index in indexes]
    spots = [spot for view in task.all_views[:1] for at in indexes for spot in view.spots(at)]
    for index in indexes:
        _take(task, index, None)
    task.desk.tell(
        "column.unclear",
        "warning",
        f"which of several columns of the table {' and '.join(map(repr, dict.fromkeys(headings)))} "
        "is meant is not clear; they were kept as cells",
        spots=spots,
        printed=headings[0],
    )


def _take(task: Task, index: int, family: str | None) -> None:
    columns = list(task.columns)
    columns[index] = columns[index]._replace(family=family, stated_basis=None)
    task.segment.columns = tuple(columns)


def latest_first(
    columns: Sequence[Column], indexes: Sequence[int], paper: Period | None
) -> list[int]:
    """Order columns of one meaning by the time they speak of, the latest first.

    One whose heading names no time speaks of now. Parts of a year are the last that had begun at
    the end of the *paper*'s period; where that is not known they follow each other if they are
    printed so (``Q1``, ``Q2``), else they are left out.
    """
    now = [index for index in indexes if not columns[index].has_time]
    timed = [(index, _time(columns[index], paper)) for index in indexes if index not in now]
    told = [(time.end, index) for index, time in timed if time is not None]
    if len(told) == len(timed):
        return now + [index for _, index in sorted(told, reverse=True)]
    if not told and _run_on([columns[index] for index, _ in timed]):
        return now + [index for index, _ in reversed(timed)]
    return now


def own_words_first(task: Task, indexes: Sequence[int]) -> list[int]:
    """Put of the statuses of now those in an action's own words before those that are colours.

    A colour is an action's status where the paper prints nothing else (contract, ruling 9), and
    ``Target status`` is that of a target it may have beside its own.
    """
    now = [index for index in indexes if not task.columns[index].has_time]
    if len(now) < 2:
        return list(indexes)

    def rank(index: int) -> tuple[bool, bool]:
        texts = [text for view in task.all_views if (text := view.text(index))]
        said = [status for text in texts if (status := status_word(text, "actions"))]
        own = sum(status not in _COLOURS for status in said)
        of_target = _OF_TARGET.search(task.columns[index].heading) is not None
        return own * 2 <= len(texts), of_target

    return sorted(now, key=rank) + [index for index in indexes if index not in now]


def _time(column: Column, paper: Period | None) -> Period | None:
    if column.period is not None or column.part is None:
        return column.period
    return part_before(column.part, paper)


def _run_on(columns: Sequence[Column]) -> bool:
    """Whether parts of a year, of one length, follow each other without its turn."""
    parts = [column.part for column in columns if column.part is not None]
    times = [time for part in parts if (time := part.in_year(_ANY_YEAR)) is not None]
    return (
        len(times) == len(columns)
        and len({part.kind for part in parts}) == 1
        and all(first.end < second.start for first, second in pairwise(times))
    )


def owner_column(task: Task) -> int | None:
    """The column of an action's owner."""

    def rank(index: int) -> tuple[int, int]:
        heading = task.columns[index].heading
        if _MEMBER.search(heading):
            return 2, index
        return (0 if _OFFICER.search(heading) else 1), index

    return min(task.segment.indexes("owner"), key=rank, default=None)


def are_percents(heading: str, texts: Sequence[str]) -> bool:
    """Whether bare numbers in a column of progress are percents.

    ``1`` beside ``0.5`` is all of it, and ``4`` beside ``2`` may be a mark out of five.
    """
    if any(map(_SHARE.search, texts)):
        return True
    numbers = [float(text) for text in texts if _BARE.fullmatch(text)]
    limit = 1 if _SHARE.search(heading) else _MARKS
    return not any(numbers) or max(numbers) > limit

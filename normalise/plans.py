"""Tables that their own heading calls targets, forecasts or budgets: they print no results.

``Targets 2019/20 to 2021/22`` over columns headed as bare years or months prints what is aimed at.
Whether all of it is, the heading does not say: the figures stay cells, and are told.
"""

from __future__ import annotations

import re

from crossfoot.normalise.column_findings import heading_spots
from crossfoot.normalise.columns import Column
from crossfoot.normalise.task import Task
from crossfoot.normalise.year_parts import split_period

_PLANNED = re.compile(
    r"\b(?:targets?|forecasts?|projections?|projected|profiles?(?!\s+(?:as\s+)?at\b)|profiled"
    r"|trajector(?:y|ies)|estimates?|budgets?|planned|expectations?)\b",
    re.IGNORECASE,
)
#: Words by which results stand in the table as well. Indicators "of performance" are none.
_OF_RESULTS = re.compile(
    r"\b(?:actuals?|out[\s-]?turns?|results?|achiev\w+|against|v|vs|versus|compar\w+|progress"
    r"|monitoring|reports?|reporting|met|missed|review|position|history|trends?|update|dashboard"
    r"|scorecard|performance(?!\s+(?:targets?|indicators?|measures?|plan|forecasts?|trajector)))\b",
    re.IGNORECASE,
)
_RESULTS = frozenset({"outturn", "actual"})


def leave_plans(task: Task) -> None:
    """Take no result from bare periods under a heading that speaks of plans alone."""
    said = task.caption.text
    if said is None or not _PLANNED.search(said) or _OF_RESULTS.search(said):
        return
    figured = [column for column in task.columns if column.is_figure]
    if not figured or not all(map(_is_bare, figured)):
        return
    for column in figured:
        if column.measure not in _RESULTS:
            continue
        task.desk.tell(
            "column.unclear",
            "warning",
            f"whether the figures under {column.heading!r} are results is not clear: {said!r} "
            "stands over the table; they were kept as cells",
            spots=heading_spots(task.segment, column),
            printed=column.heading,
        )
    task.segment.columns = tuple(
        column._replace(measure=None) if column.is_figure else column for column in task.columns
    )


def _is_bare(column: Column) -> bool:
    """Whether a column is headed by its period and nothing else."""
    if column.family != "result" or column.printed_period is None:
        return False
    _, _, rest = split_period(" ".join(column.heading.split()))
    return not any(map(str.isalnum, rest))

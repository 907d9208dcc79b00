"""Whether a paper that names no more than a year reports on all of it.

``Performance Report 2009/10`` may be the year's or a quarter's. Its day tells, or its words
(``Annual report``, ``Outturn``), or a table that prints what only the end of the year can show.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from crossfoot.normalise.columns import Column
from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.measures import Times
from crossfoot.normalise.years import Holds
from crossfoot.schema.period import Period

#: Words of a report that is made several times a year, and of one on all of it.
_IN_YEAR = re.compile(
    r"\b(?:monitor\w*|quarterly|monthly|bi-?monthly|in[\s-]year|regular|interim|progress|updates?"
    r"|exceptions?)\b",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(
    r"\b(?:annual(?:ly)?(?!\s+(?:(?!reports?|reviews?|results|statements?|assessments?)[\w&]+\s+){0,4}?"
    r"(?:plans?|targets?|programmes?|priorities|budgets?)\b)"
    r"|out-?\s?turns?|year[\s-]?end|end[\s-]of[\s-](?:the[\s-])?year|full[\s-]year"
    r"|final(?!\s+(?:quarter|qtr|draft|version|month|half))"
    r"|(?<!half[\s-])(?<!mid[\s-])(?<!bi[\s-])(?<!twice[\s-])yearly|whole[\s-]year|yr[\s-]end"
    r"|twelve months|12 months)\b(?!\s+(?:forecasts?|projections?|projected|estimates?|targets?))",
    re.IGNORECASE,
)


def is_within_year(
    columns: Sequence[Column],
    times: Times,
    title: str | None,
    published: date | None,
    holds: Holds,
) -> bool:
    """Whether a paper that names a year alone reports on an unnamed part of it, or may do so.

    Where neither its day nor its words tell, the year is over where its last part has results.
    """
    current = times.current
    if current is None or current.kind != "year":
        return False
    if published is not None:
        return published <= current.end
    said = f"{title or ''} {times.caption.text or ''}"
    if _WHOLE_YEAR.search(said) is not None:
        return False
    return _IN_YEAR.search(said) is not None or not _is_over(columns, current, holds)


def _is_over(columns: Sequence[Column], year: Period, holds: Holds) -> bool:
    """Whether results of a year's last part are printed, or all of it is headed as an outturn."""
    for index, column in enumerate(columns):
        if column.family == "outturn" and not column.has_time and holds(index):
            return True
        if column.family not in RESULT_FAMILIES or not column.has_time:
            continue
        part = column.period or (column.part and column.part.in_year(year.start.year))
        if part and part.kind != "year" and part.end == year.end and holds(index):
            return True
    return False

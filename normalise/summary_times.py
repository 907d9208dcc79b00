"""Of which time the counts of a summary table are, by words over columns and before rows.

``Q1 2019/20`` over ``Completed | Overdue``, ``Quarter 1`` as the name of a row. Counts under a time
that the paper's own does not settle (``Last quarter``) are of no known time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.normalise.captions import is_time_alone
from crossfoot.normalise.spans import year_of
from crossfoot.normalise.year_parts import YearPart, split_period
from crossfoot.schema.page import Row, prints
from crossfoot.schema.period import Period
from crossfoot.schema.text import fold

_LENGTH = r"(?:quarter|qtr|month|year|period|half[ -]year|report)(?:'s|s)?\b"
_BEFORE = re.compile(rf"\b(?:last|previous|prior|preceding)\s+(?:\w+\s+)?{_LENGTH}", re.IGNORECASE)
_NOW = re.compile(rf"(?:this|current|latest)\s+(?:reporting\s+)?{_LENGTH}", re.IGNORECASE)


def speaks_of_before(text: str | None) -> bool:
    """Whether words say that counts are of the time before the paper's, without naming it."""
    if text is None or not _BEFORE.search(text):
        return False
    period, part, _ = split_period(text)
    return period is None and part is None


def part_before(part: YearPart, paper: Period | None) -> Period | None:
    """A part of a year as a *paper* speaks of it: the last that had begun at its period's end."""
    if paper is None:
        return None
    year = year_of(paper).start.year
    times = (part.in_year(year), part.in_year(year - 1))
    return next((time for time in times if time and time.start <= paper.end), None)


def named_time(text: str, paper: Period | None) -> tuple[Period | None] | None:
    """The time that words name, in a tuple: of none where it is not known which; else ``None``."""
    period, part, _ = split_period(text)
    if period is not None:
        return (period,)
    if part is not None:
        return (part_before(part, paper),)
    if _NOW.fullmatch(text):
        return (paper,)
    return (None,) if speaks_of_before(text) else None


def row_time(text: str, paper: Period | None) -> tuple[Period | None] | None:
    """The time that a row is called by, where its name is nothing but one."""
    if is_time_alone(text) or _NOW.fullmatch(text) or _BEFORE.fullmatch(text):
        return named_time(text, paper)
    return None


def time_over(
    above: Sequence[Row], first: int, last: int, paper: Period | None
) -> tuple[Period | None] | None:
    """The time that a heading above grid columns *first* to *last* names for these.

    A title over the whole table names one only where it is nothing else: it is a caption.
    """
    for row in reversed(above):
        told = [cell for cell in row.cells if prints(cell)]
        for cell in told:
            if not (cell.col_no <= first and last < cell.col_no + cell.col_span):
                continue
            text = fold(cell.text)
            if len(told) == 1 and not is_time_alone(text):
                continue
            if (named := named_time(text, paper)) is not None:
                return named
    return None

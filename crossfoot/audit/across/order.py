"""Which of two reports came first, and by what one knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Literal, TypeVar

from crossfoot.audit.across.reports import Edition, told_by
from crossfoot.store.bulk_rows import ActionRow, FigureRow, IndicatorRow

Known = Literal["published", "period"]
_Row = TypeVar("_Row", ActionRow, IndicatorRow, FigureRow)


def came_before(one: Edition, other: Edition) -> Known | None:
    """Say by what *one* is known to be earlier than *other*; null where it is not known to be.

    By the days of publication where both have one, unless they are one day; else by the ends of
    their periods.
    """
    days = one.published_on, other.published_on
    if days[0] is not None and days[1] is not None and days[0] != days[1]:
        return "published" if days[0] < days[1] else None
    if one.period_end is None or other.period_end is None:
        return None
    return "period" if one.period_end < other.period_end else None


def named(report: Edition) -> str:
    """What a message calls a report: its day, else its period."""
    if report.published_on is not None:
        return f"the paper of {report.published_on.isoformat()}"
    if report.reporting_period is not None:
        return f"the paper on {report.reporting_period}"
    return "a paper without a date"


def in_order(rows: Sequence[_Row], choose: Callable[[list[_Row]], _Row | None]) -> list[_Row]:
    """Return one row of each report, as *choose* takes it, each known to come after the one before.

    *rows* are in order of their reports. A report of which nobody knows where it stands is left
    out.
    """
    found: list[_Row] = []
    last: Edition | None = None
    for told, printed in groupby(rows, key=told_by):
        report = Edition(*told)
        if report.published_on is None and report.period_end is None:
            continue
        row = choose(list(printed))
        if row is not None and (last is None or came_before(last, report)):
            found.append(row)
            last = report
    return found

"""The axis of years: where a figure stands on it, and which part of a year it tells."""

from __future__ import annotations

import re
from datetime import date, timedelta

from crossfoot.output import printable
from crossfoot.store.series import TrendPoint

YEAR = re.compile(r"(\d{4})/\d{2}")
_PART = re.compile(r"\d{4}/\d{2} ([QH]\d)")
_MONTH = re.compile(r"\d{4}-\d{2}")
_ROLLING = re.compile(r"(\d+) months to \d{4}-\d{2}-\d{2}")
# These begin with the year, or say already that they run up to a day.
_BEGINS = re.compile(r"Q1$|H1$|Apr$|to |year|\d+ months")
# A quarter; what a longer part (a half, twelve months to a day) speaks of lies in its last one.
_LAST = 91
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def year_name(year: int) -> str:
    """Return ``2019/20`` for 2019."""
    return f"{year}/{(year + 1) % 100:02d}"


def moment(point: TrendPoint) -> float | None:
    """The place on the axis of years: the middle of a result's year, of a part's last quarter."""
    if found := YEAR.fullmatch(point.period or ""):
        if point.measure == "outturn":
            return int(found[1]) + 0.5
        start, end = point.period_start, point.speaks_of or point.period_end
    else:
        start, end = point.period_start, point.period_end
    if point.period is None or end is None:
        return None
    days = (end - start).days + 1 if start and start <= end else 0
    if point.measure != "outturn":
        days = min(days, _LAST)
    middle = end - timedelta(days=days // 2)
    year = middle.year if middle.month > 3 else middle.year - 1
    # The last days of a leap year may not reach the next year's slot.
    return year + min((middle - date(year, 4, 1)).days / 365, 0.99)


def part_of_year(point: TrendPoint) -> str:
    """The name of a part of a year, the same in every year.

    A running count says so: July's 42 kg and the year's 167 kg by July are two things.
    """
    name = _name(point)
    running = point.basis == "to_date" and not _BEGINS.match(name)
    return f"year to {name}" if running else name


def _name(point: TrendPoint) -> str:
    period = point.period or ""
    told = point.speaks_of
    cut = told is not None and told != point.period_end and point.basis == "to_date"
    until = f"to {_day(told)}" if told is not None and cut else ""
    end = point.period_end
    if found := _PART.fullmatch(period):
        return until or found[1]
    if YEAR.fullmatch(period):
        return until or "year so far"
    if end is not None and _MONTH.fullmatch(period):
        return _MONTHS[end.month - 1]
    if end is not None and (found := _ROLLING.fullmatch(period)):
        return f"{found[1]} months to {_day(end)}"
    if end is not None and end == point.period_start:
        return _day(end)
    return printable(period)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"

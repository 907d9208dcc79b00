"""Building and labelling periods (ruling 11). A UK financial year runs 1 April to 31 March."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from crossfoot.normalise.months import last_day
from crossfoot.schema.errors import UsageError
from crossfoot.schema.model import unchecked
from crossfoot.schema.period import Period

_new_period = unchecked(Period)
_FIRST_MONTH = 4
_REMEMBERED = 512  # periods of a kind: columns and cells name the same few again and again
_LABEL_YEAR = re.compile(r"([0-9]{4})/([0-9]{2})(?: (Q[1-4]|H[12]))?")
_LABEL_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})(?: to ([0-9]{4})-([0-9]{2}))?")
_LABEL_DAY = re.compile(r"(12 months to )?([0-9]{4})-([0-9]{2})-([0-9]{2})")


def _plus_months(year: int, month: int, months: int) -> tuple[int, int]:
    years, index = divmod(month - 1 + months, 12)
    return year + years, index + 1


def _year_name(year: int) -> str:
    return f"{year:04d}/{(year + 1) % 100:02d}"


@lru_cache(maxsize=_REMEMBERED)
def financial_year(year: int) -> Period:
    """The financial year that starts in April of *year*."""
    start, end = date(year, _FIRST_MONTH, 1), date(year + 1, _FIRST_MONTH - 1, 31)
    return _new_period(kind="year", label=_year_name(year), start=start, end=end)


@lru_cache(maxsize=_REMEMBERED)
def quarter(year: int, number: int) -> Period:
    """Quarter 1 to 4 of the financial year that starts in *year*."""
    first = _plus_months(year, _FIRST_MONTH, 3 * (number - 1))
    last = _plus_months(*first, 2)
    label = f"{_year_name(year)} Q{number}"
    return _new_period(kind="quarter", label=label, start=date(*first, 1), end=last_day(*last))


@lru_cache(maxsize=_REMEMBERED)
def half(year: int, number: int) -> Period:
    """Half 1 or 2 of the financial year that starts in *year*."""
    first = _plus_months(year, _FIRST_MONTH, 6 * (number - 1))
    last = _plus_months(*first, 5)
    label = f"{_year_name(year)} H{number}"
    return _new_period(kind="half", label=label, start=date(*first, 1), end=last_day(*last))


@lru_cache(maxsize=_REMEMBERED)
def month(year: int, number: int) -> Period:
    """One calendar month."""
    label = f"{year:04d}-{number:02d}"
    return _new_period(
        kind="month", label=label, start=date(year, number, 1), end=last_day(year, number)
    )


def day(value: date) -> Period:
    return _new_period(kind="day", label=value.isoformat(), start=value, end=value)


def rolling(end: date) -> Period:
    """The twelve months that end on *end*."""
    if end == last_day(end.year, end.month):
        start = date(*_plus_months(end.year, end.month, -11), 1)
    else:
        start = end.replace(year=end.year - 1) + timedelta(days=1)
    return _new_period(
        kind="rolling", label=f"12 months to {end.isoformat()}", start=start, end=end
    )


@lru_cache(maxsize=_REMEMBERED)
def months_between(first: tuple[int, int], last: tuple[int, int]) -> Period | None:
    """The run of months from *first* to *last* ``(year, month)``, by its proper name.

    A run that is a quarter, half or financial year is that. ``None`` for a run backwards or
    longer than twelve months.
    """
    length = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    if not 1 <= length <= 12:
        return None
    if length == 1:
        return month(*first)
    start_year = first[0] - (first[1] < _FIRST_MONTH)
    offset = (first[1] - _FIRST_MONTH) % 12
    if length == 12 and offset == 0:
        return financial_year(start_year)
    if length == 6 and offset % 6 == 0:
        return half(start_year, offset // 6 + 1)
    if length == 3 and offset % 3 == 0:
        return quarter(start_year, offset // 3 + 1)
    label = f"{first[0]:04d}-{first[1]:02d} to {last[0]:04d}-{last[1]:02d}"
    return _new_period(kind="months", label=label, start=date(*first, 1), end=last_day(*last))


def year_of(period: Period) -> Period:
    """The financial year in which *period* ends."""
    return financial_year(period.end.year - (period.end.month < _FIRST_MONTH))


def shift_years(period: Period, years: int) -> Period:
    """The same period *years* later (negative: earlier); 29 February becomes 28 February."""
    start = period.start.year + years
    first = (start, period.start.month)
    last = (period.end.year + years, period.end.month)
    if period.kind in {"day", "rolling"}:
        whole_month = period.end == last_day(period.end.year, period.end.month)
        end = last_day(*last)
        if not (whole_month and period.kind == "rolling"):
            end = date(*last, min(period.end.day, end.day))
        return rolling(end) if period.kind == "rolling" else day(end)
    shifted = months_between(first, last)
    assert shifted is not None, "a run keeps its length when its years change"
    return shifted


def period_from_label(label: str) -> Period:
    """Return the period a published label names; the inverse of ``Period.label``.

    ``2007-08`` is a label of August 2007 (ruling 11), though a paper that prints it means a year.
    Raises UsageError for text that is no label.
    """
    try:
        period = _from_label(label)
    except ValueError:
        period = None
    if period is None or period.label != label:
        raise UsageError(
            f"{label!r} is not a period",
            "write it like 2019/20, 2019/20 Q1, 2009/10 H1, 2007-09, 2019-06-30 or "
            "12 months to 2019-06-30",
        )
    return period


def _from_label(label: str) -> Period | None:
    if match := _LABEL_YEAR.fullmatch(label):
        year, part = int(match[1]), match[3]
        if part is None:
            return financial_year(year)
        number = int(part[1])
        return quarter(year, number) if part[0] == "Q" else half(year, number)
    if match := _LABEL_MONTH.fullmatch(label):
        first = (int(match[1]), int(match[2]))
        if match[3] is None:
            return month(*first)
        return months_between(first, (int(match[3]), int(match[4])))
    if match := _LABEL_DAY.fullmatch(label):
        value = date(int(match[2]), int(match[3]), int(match[4]))
        return rolling(value) if match[1] else day(value)
    return None

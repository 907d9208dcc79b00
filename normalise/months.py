"""Months, days and years as they are written, shared by the grammars of periods and dates."""

from __future__ import annotations

import calendar
from datetime import date

_NAMES = {
    1: ("january", "jan"),
    2: ("february", "feb", "febr"),
    3: ("march", "mar"),
    4: ("april", "apr"),
    5: ("may",),
    6: ("june", "jun"),
    7: ("july", "jul"),
    8: ("august", "aug"),
    9: ("september", "sept", "sep"),
    10: ("october", "oct"),
    11: ("november", "nov"),
    12: ("december", "dec"),
}
_NUMBERS = {name: number for number, names in _NAMES.items() for name in names}

#: A month's name or abbreviation, with or without a full stop (use with ``re.IGNORECASE``).
MONTH = r"(?:" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")(?![a-z])\.?"
#: What every month's name begins with, in lower case.
MONTH_SIGN = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
#: The hyphens and dashes that stand between the ends of a range.
DASH = r"[-\u2010\u2011\u2012\u2013\u2014\u2212]"
#: Day of the month, with or without its ordinal ending, also one that stands apart (``7 th``).
DAY = r"[0-9]{1,2}(?:\s?(?:st|nd|rd|th)(?![a-z]))?"
#: A four-digit year this century or the end of the last.
YEAR = r"(?:19[6-9][0-9]|20[0-9][0-9])"


def month_number(name: str) -> int:
    """Return 1 to 12 for a name that :data:`MONTH` matches."""
    return _NUMBERS[name.rstrip(".").lower()]


def full_year(digits: str) -> int:
    """Return the year for two or four digits: 00-79 are 20xx, 80-99 are 19xx."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 80 else 1900)


def last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return the day, or ``None`` where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None

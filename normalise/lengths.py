"""The length of time that the words of a heading speak of: ``This month``, ``Quarterly actual``.

They say how long the period is, never which: the table's or the paper's is theirs only if it is as
long. ``This quarter`` in a year's report is not the year, ``In month`` in a quarter's not the
quarter. ``Quarter 2`` and ``12 months`` name periods and are no such words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from crossfoot.normalise.columns import Column
from crossfoot.normalise.period_patterns import COUNTED_MONTH
from crossfoot.normalise.spans import months_between, rolling
from crossfoot.schema.period import Period

_NAMED = (
    r"(?<![\w/-])(?:(?P<named>(?:[0-9]+|[1-4](?:st|nd|rd|th)|one|three|six|nine|ten|twelve|first"
    r"|second|third|fourth|rolling)[\s-]+))?"
)
_WORDS = (
    (1, re.compile(rf"{_NAMED}month(?:ly)?\b(?!\s*\.?\s*[0-9])", re.IGNORECASE)),
    (3, re.compile(rf"{_NAMED}(?:quarter|qtr|quater)(?:ly)?\b(?!\s*\.?\s*(?:[1-4]|one|two|three"
                   r"|four)\b)", re.IGNORECASE)),
)  # fmt: skip
_THIRTEENTH = re.compile(r"\b(?:p|period|pd)\.?\s?13\b", re.IGNORECASE)
_COUNTED = re.compile(rf"\b{COUNTED_MONTH}", re.IGNORECASE)
_THIS = re.compile(r"\b(?:this|current|in|latest)\s+(?:month|quarter|qtr)\b", re.IGNORECASE)
#: Months in a period of a kind.
_MONTHS = {"month": 1, "quarter": 3}
#: Bases of figures that run on over more than the time named.
_RUNNING = frozenset({"to_date", "rolling", "snapshot", "annual"})


@lru_cache(maxsize=512)  # headings: each table of a paper has those of the table before
def length_said(heading: str) -> frozenset[int]:
    """How many months the words of *heading* speak of; one and three where they name both."""
    return frozenset(
        months
        for months, words in _WORDS
        if any(not found["named"] for found in words.finditer(heading))
    )


def fits_length(heading: str, period: Period) -> bool:
    """Whether a *period* that a heading does not name itself is as long as its words say."""
    said = length_said(heading)
    return not said or said == {_MONTHS.get(period.kind)}


def of_said_length(column: Column, period: Period, now: Period | None) -> Period | None:
    """The *period* that a column of results takes, if it is as long as its heading says.

    *now* is the paper's own. Twelve months that roll on end with the period.

    A heading that names a quarter or a month of its own has it, whatever stands above. Of what was
    so far, or on the last day of a quarter or a month, ``Quarterly`` is that quarter. ``None``
    where the period is of another length.
    """
    if column.family != "result" or column.stated_basis in _RUNNING:
        return _twelve_months(period, now) if column.stated_basis == "rolling" else period
    said = length_said(column.heading)
    if not said or (column.printed_period is not None and _says_more(column, period)):
        return period
    if len(said) == 1 and period.kind == "day":
        return _ending_with(period, min(said))
    return period if said == {_MONTHS.get(period.kind)} else None


def _says_more(column: Column, period: Period) -> bool:
    """Whether the heading's own period goes before its words: ``Q1`` under ``Monthly results``.

    But ``In month`` and ``This month`` stand for one month of a quarter above them.
    """
    if period.kind == "year":
        return False
    if column.stated_basis == "in_period":
        return period.kind not in _MONTHS
    found = _THIS.search(column.heading)
    if found is None or period.kind != "month":
        return found is None
    named = (column.printed_period or "").rpartition(" ")[2]
    return found.start() < column.heading.rfind(named)  # ``Current quarter`` over its months


def _twelve_months(period: Period, now: Period | None) -> Period | None:
    """What ``Rolling 12 months`` is of in a *period*: the twelve months that end with it.

    A year that is over by the time of the paper, *now*, is those; in one under way it is not said
    with which day they end.
    """
    if period.kind == "rolling":
        return period
    if period.kind == "year":
        return period if now is None or now.end >= period.end else None
    return rolling(period.end)


def _ending_with(day: Period, months: int) -> Period | None:
    """The quarter or month that ends with a day, ``None`` if none does."""
    end = day.end
    years, index = divmod(end.year * 12 + end.month - months, 12)
    run = months_between((years, index + 1), (end.year, end.month))
    fits = run is not None and run.end == end and run.kind in _MONTHS
    return run if fits else None


def without_four_weeks(columns: Sequence[Column]) -> Sequence[Column]:
    """The columns, of numbered periods among thirteen none: those are four weeks, not months."""
    if not any("13" in column.heading and _THIRTEENTH.search(column.heading) for column in columns):
        return columns
    return [
        column._replace(family=column.family and "other", period=None, part=None)
        if _COUNTED.search(column.heading)
        else column
        for column in columns
    ]

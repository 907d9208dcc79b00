"""The period that a paper says it is about, by its title, its cover and its first pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crossfoot.normalise.heads import day_of, leads_to_another_day
from crossfoot.normalise.months import MONTH, month_number
from crossfoot.normalise.periods import find_period, parse_period, period_from_label
from crossfoot.normalise.spans import months_between, year_of
from crossfoot.normalise.spoken_periods import spoken_period
from crossfoot.normalise.year_parts import YearPart, find_part, split_period
from crossfoot.schema.errors import UsageError
from crossfoot.schema.page import TextLine
from crossfoot.schema.period import Period
from crossfoot.schema.text import fold

#: The months since April: ``Nine month report``. What is said of the last months is no such run.
_SO_FAR = re.compile(
    r"(?<!last )(?<!final )(?<![0-9])\b(?P<n>3|6|9|three|six|nine)[ -]months?\b", re.IGNORECASE
)
_LAST_MONTHS = {"3": 6, "6": 9, "9": 12, "three": 6, "six": 9, "nine": 12}
#: Words of a title that speak of a part of its year without saying which.
_SOME_PART = re.compile(
    r"\b(?:spring|summer|autumn|winter|interim|part[ -]year|in[ -]year|year[ -]to[ -]date|ytd"
    r"|to date|(?:\d|1[01]|one|two|three|four|five|six|seven|eight|nine|ten|eleven)[ -]months?)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(MONTH, re.IGNORECASE)
_QUARTERLY = re.compile(r"\bquarterly\b", re.IGNORECASE)
_HALF_YEARLY = re.compile(
    r"(?<!first )(?<!second )(?<!1st )(?<!2nd )\bhalf[ -]?yearly\b(?!\s[12]\b)", re.IGNORECASE
)
#: What stands before a month that a title names, but does not report on.
_NOT_OF = re.compile(
    r"\b(?:since|from|cabinet|committee|panel|board|executive|council|scrutiny|meeting|assembly)"
    r"(?:\s+(?:meeting|of|in|on))*\W+(?:[0-9]{1,2}(?:st|nd|rd|th)?\s+)?$",
    re.IGNORECASE,
)


def stated_period(title: str | None, text: Iterable[str]) -> Period | None:
    """The period the paper states (ruling 8): its title's before its text's."""
    if title and (period := period_of_title(title)):
        return period
    return spoken_period(text)


def period_of_title(title: str) -> Period | None:
    """The period a title names, also where year and part stand apart.

    ``None`` where it names a part of the year that is not known: ``Winter 2018/19``.
    """
    period = find_period(title)
    if period is not None and period.kind == "half":
        period = _without_how_often(period, title)
    if period is None:
        return None
    if period.kind == "month":
        return None if _is_no_reports(period, title) else _with_months_before(period, title)
    if period.kind != "year":
        return period
    _, rest = parse_period(title) or (None, title)
    part = find_part(rest)
    if part is not None:
        return part[0].in_year(period.start.year) or period
    if match := _SO_FAR.search(rest):
        so_far = YearPart("months", 4, _LAST_MONTHS[match["n"].lower()])
        return so_far.in_year(period.start.year)
    return None if _SOME_PART.search(rest) else period


def _without_how_often(half: Period, title: str) -> Period | None:
    """The half of a year that a title names, or the year: ``Half-yearly`` says but how often."""
    rest = _HALF_YEARLY.sub(" ", title)
    return half if rest == title else find_period(rest)


def _is_no_reports(month: Period, title: str) -> bool:
    """Whether a title's month is not what it reports on.

    In ``Q3 performance report - February 2010``, ``Quarterly report: May 2010`` and ``Cabinet May
    2010`` it is that of a meeting, and figures since a month are of more than it.
    """
    before, _, _ = title.partition(_first_word_of(month, title))
    _, rest = parse_period(title) or (None, title)
    part = find_part(rest)
    if part is not None and part[0].kind in {"quarter", "half"}:
        named = part[0].in_year(year_of(month).start.year)
        if named is None or not named.start <= month.start <= named.end:
            return True
    return _QUARTERLY.search(title) is not None or _NOT_OF.search(before) is not None


def _first_word_of(month: Period, title: str) -> str:
    """What the title prints first of its month's name, or all of it."""
    names = (found[0] for found in _MONTH.finditer(title))
    return next((name for name in names if month_number(name) == month.start.month), title)


def _with_months_before(period: Period, title: str) -> Period | None:
    """A title's month with those that it lists before it: ``July, August and September 2018``."""
    months = [month_number(match[0]) for match in _MONTH.finditer(title)]
    if len(set(months)) <= 1 or months.count(period.start.month) > 1:
        return period
    run = [(period.start.month - 1 - back) % 12 + 1 for back in range(len(months))][::-1]
    if months != run:
        return None
    first = period.start.year - (run[0] > run[-1])
    return months_between((first, run[0]), (period.start.year, run[-1]))


def with_periods_below(title: str | None, head: Sequence[TextLine]) -> str | None:
    """The title and the lines under it, printed as large, that are nothing but its period.

    A cover has ``Quarter 3`` and ``2024/25`` on lines of their own.
    """
    at = next((n for n, line in enumerate(head) if title and fold(line.text) in title), None)
    if title is None or at is None:
        return title
    below = [title]
    for line in head[at + 1 :]:
        text = fold(line.text).strip()
        if (line.page, line.size) != (head[at].page, head[at].size):
            break
        if text in title:
            continue
        if day_of(text) and not leads_to_another_day(below[-1]):
            break  # the day of the meeting
        period, part, rest = split_period(text)
        if (period is None and part is None) or any(map(str.isalnum, rest)):
            break
        below.append(text)
    return " ".join(below)


def known_period(text: str | None) -> Period | None:
    """The period of a text that a manifest gives, a label or words; ``None`` without one."""
    if not text:
        return None
    try:
        return period_from_label(text)
    except UsageError:
        return find_period(text)

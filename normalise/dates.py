"""The grammar of dates: a cell that is one, and dates inside prose."""

from __future__ import annotations

import re
from datetime import date

from crossfoot.normalise.months import (
    DAY,
    MONTH,
    YEAR,
    day_or_none,
    full_year,
    last_day,
    month_number,
)
from crossfoot.normalise.periods import parse_period
from crossfoot.schema.period import PrintedDate
from crossfoot.schema.values import Precision

_GAP = r"\s?[/.\-\u2010-\u2015\u2212]?\s?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[\s,]+)?"
_NO_MORE = r"(?![0-9])(?!\s?[/-]\s?[0-9])"
#: A year of two digits needs a mark before it in prose, where ``Sept 17`` is a day.
_SHORT_YEAR = r"(?:\s?[-/.\u2010-\u2015]\s?|\s?['\u2019]\s?)(?P<y2>[0-9]{2})"
_ANY_YEAR = rf"(?:,?{_GAP}(?P<y>{YEAR})|{_SHORT_YEAR}){_NO_MORE}"
_DAY_FIRST = rf"(?P<d>{DAY}){_GAP}(?:of\s)?(?P<m>{MONTH}){_ANY_YEAR}"
_MONTH_FIRST = rf"(?P<m>{MONTH})\s(?P<d>{DAY}),?\s(?P<y>{YEAR}){_NO_MORE}"
_MONTH_ONLY = rf"(?P<m>{MONTH}){_ANY_YEAR}"
_LOOSE = rf"(?:(?P<d>{DAY}){_GAP})?(?P<m>{MONTH}){_GAP}(?P<y>[0-9]{{2}}){_NO_MORE}"
_ISO = rf"(?P<y>[0-9]{{4}})-(?P<n>[0-9]{{2}})-(?P<d>[0-9]{{2}}){_NO_MORE}"
_NUMERIC = rf"(?P<d>[0-9]{{1,2}})(?P<s>[/.-])(?P<n>[0-9]{{1,2}})(?P=s)(?P<y>[0-9]{{4}}){_NO_MORE}"
_NUMERIC_SHORT = (
    rf"(?P<d>[0-9]{{1,2}})(?P<s>[/.-])(?P<n>[0-9]{{2}})(?P=s)(?P<y>[0-9]{{2}}){_NO_MORE}"
)


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"(?<![0-9A-Za-z/.]){_WEEKDAY}{pattern}", re.IGNORECASE) for pattern in patterns
    )


_PROSE = _compiled(_ISO, _NUMERIC, _NUMERIC_SHORT, _DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY)
_WHOLE = (*_PROSE, *_compiled(_LOOSE))
_END_OF = re.compile(r"(?:by\s+)?(?:(?:the\s+)?end\s+(?:of\s+)?)?", re.IGNORECASE)
_WITHOUT_YEAR = re.compile(rf"(?:(?P<d>{DAY})\s?(?:of\s)?)?(?P<m>{MONTH})", re.IGNORECASE)


def parse_date(text: str) -> PrintedDate | None:
    """Read a whole cell as a date, ``None`` if it is not one.

    ``value`` is the last day where only a month, a quarter or a financial year is printed. A date
    that does not exist (``31-Apr-2020``) keeps ``as_printed`` alone.
    """
    line = " ".join(text.split())
    body = line[_match_end(_END_OF, line) :].rstrip(".*")
    for pattern in _WHOLE:
        if match := pattern.fullmatch(body):
            return _printed(line, match)
    return _from_period(line, body)


def dates_in(text: str) -> list[tuple[int, int, PrintedDate]]:
    """Return every date in prose with its index span, in order.

    Days and months only; a quarter or a year in prose is a period. Impossible days are listed
    with a null value.
    """
    taken = text
    found: list[tuple[int, int, PrintedDate]] = []
    for pattern in _PROSE:
        for match in pattern.finditer(taken):
            found.append((match.start(), match.end(), _printed(match[0], match)))
            taken = taken[: match.start()] + "\x00" * len(match[0]) + taken[match.end() :]
    return sorted(found, key=lambda item: item[:2])


def _match_end(pattern: re.Pattern[str], line: str) -> int:
    match = pattern.match(line)
    return match.end() if match else 0


def _printed(as_printed: str, match: re.Match[str]) -> PrintedDate:
    groups = match.groupdict()
    year = full_year(groups.get("y") or groups["y2"])
    month = int(groups["n"]) if groups.get("n") else month_number(groups["m"])
    value: date | None
    precision: Precision
    if groups.get("d"):
        value = day_or_none(year, month, int(re.sub(r"[^0-9]", "", groups["d"])))
        precision = "day"
    else:
        value, precision = last_day(year, month), "month"
    return PrintedDate(as_printed=as_printed, value=value, precision=precision if value else None)


def _from_period(line: str, body: str) -> PrintedDate | None:
    parsed = parse_period(body)
    if parsed is None or parsed[1]:
        return None
    period = parsed[0]
    if period.kind not in {"quarter", "half", "year"}:
        return None
    precision: Precision = "year" if period.kind == "year" else "quarter"
    return PrintedDate(as_printed=line, value=period.end, precision=precision)

"""Parts of a year that a heading names without the year: ``Q2``, ``July``, ``As at 30 September``.

The heading above, the table's own heading or the paper names the year
(:mod:`crossfoot.normalise.years`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from crossfoot.normalise.months import (
    DASH,
    DAY,
    MONTH,
    MONTH_SIGN,
    day_or_none,
    last_day,
    month_number,
)
from crossfoot.normalise.period_patterns import COUNTED_MONTH, LENGTH, LENGTHS
from crossfoot.normalise.period_tokens import counted_month
from crossfoot.normalise.periods import parse_period
from crossfoot.normalise.spans import day, half, months_between, quarter, year_of
from crossfoot.schema.period import Period

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_ORDINALS |= {"one": 1, "two": 2, "three": 3, "four": 4}
_QUARTER = re.compile(
    r"\b(?:(?:q|qtr|qrtr|quarter|quater)\s*\.?\s*(?P<after>[1-4])\b"
    r"|(?P<before>[1-4])(?:st|nd|rd|th)\s+(?:qtr|quarter|quater)\b"
    r"|(?P<word>first|second|third|fourth)\s+(?:qtr|quarter|quater)\b"
    r"|(?:qtr|quarter|quater)\s+(?P<number>one|two|three|four)\b)",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"\b(?:h(?P<after>[12])\b|(?P<before>[12])(?:st|nd)\s+half\b|(?P<word>first|second)\s+half\b"
    r"|(?P<mid>(?:half|mid)[ -]year)\b)",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    rf"\b(?P<first>{MONTH})(?:\s*(?:{DASH}|to)\s*(?P<last>{MONTH}))?(?![a-z])", re.IGNORECASE
)
_DAY_MONTH = (
    rf"(?P<d>{DAY})[\s\-]*(?:of\s)?(?P<m>{MONTH})(?![a-z])"
    rf"(?!\s?(?:{DASH}|to\b|until\b|['\u2019])|\s[0-9])"
)
_DAY_OF = re.compile(rf"(?<![0-9/.])(?:as\s(?:at|of)\s(?:the\s)?)?{_DAY_MONTH}", re.IGNORECASE)
_LASTING = re.compile(
    rf"\b(?P<length>{LENGTH})\s(?:up\sto|to|ending|ended|end)\s(?:the\s)?(?:end\s(?:of\s)?)?"
    rf"(?:{_DAY_MONTH}|(?P<m2>{MONTH})(?!['\u2019\s\-]*[0-9]))",
    re.IGNORECASE,
)
#: ``9 month actual``: from April on, since it is said of the year so far.
_SO_FAR = re.compile(
    r"\b(?P<n>6|9|six|nine)[ -]months?['\u2019]?(?=\s+(?:actuals?|outturn|performance|results?"
    r"|position|figures?|targets?)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"(?<![0-9A-Za-z/.\-]){COUNTED_MONTH}", re.IGNORECASE)
#: What stands in every part of a year, in lower case.
_PART = re.compile(
    rf"q|half|h[12]|mid|{MONTH_SIGN}|(?:p|period|month|mth|pd)\.?\s?[01]?[0-9]|[69x][ -]month"
)
#: What stands in them and in every period.
_ANY_PART = re.compile(rf"[0-9q]|half|mid|{MONTH_SIGN}")
_ANY_YEAR = 2001
_LEAP_YEAR = 2000


class YearPart(NamedTuple):
    """A part of a year without its year: quarter, half, run of months (numbers 1 to 12), or day.

    Of a day, ``first`` is its month and ``last`` the day of the month. ``counted`` months are
    printed as numbers from April (``P6``).
    """

    kind: Literal["quarter", "half", "months", "day"]
    first: int
    last: int
    counted: bool = False

    @lru_cache(maxsize=512)  # noqa: B019 - a part is three numbers, of which there are few
    def in_year(self, year: int) -> Period | None:
        """The period in the financial year that starts in *year*; ``None`` if it is none."""
        if self.kind == "quarter":
            return quarter(year, self.first)
        if self.kind == "half":
            return half(year, self.first)
        first = year + (self.first < 4)
        if self.kind == "day":
            value = day_or_none(first, self.first, self.last)
            return day(value) if value else None
        last = year + (self.last < 4)
        return months_between((first, self.first), (last, self.last))


def find_part(text: str) -> tuple[YearPart, str, str] | None:
    """Find a part of a year that stands without its year.

    Returns it, the text without it, and its own words.
    """
    if not _PART.search(text.lower()):
        return None
    if match := _LASTING.search(text):
        run = _lasting(match)
        if run is None:
            return None
        part = run
    elif match := _SO_FAR.match(text):
        part = YearPart("months", 4, 9 if match["n"].lower() in {"6", "six"} else 12)
    elif match := _QUARTER.search(text):
        word = match["word"] or match["number"]
        number = int(match["after"] or match["before"] or _ORDINALS[word.lower()])
        part = YearPart("quarter", number, number)
    elif match := _HALF.search(text):
        word = match["word"]
        number = (
            1 if match["mid"] else int(match["after"] or match["before"] or _ORDINALS[word.lower()])
        )
        part = YearPart("half", number, number)
    elif match := _DAY_OF.search(text):
        part = YearPart("day", month_number(match["m"]), int(re.sub(r"\D", "", match["d"])))
    elif match := _COUNTED.search(text):
        number = counted_month(match)
        part = YearPart("months", number, number, counted=True)
    elif match := _MONTHS.search(text):
        first = month_number(match["first"])
        part = YearPart("months", first, month_number(match["last"] or match["first"]))
    else:
        return None
    return part, f"{text[: match.start()]} {text[match.end() :]}", match[0]


def _lasting(match: re.Match[str]) -> YearPart | None:
    """``Quarter ended 30 June``: the months up to there, ``None`` where no month ends there."""
    last = month_number(match["m"] or match["m2"])
    ends = {last_day(year, last).day for year in (_ANY_YEAR, _LEAP_YEAR)}
    if match["d"] and int(re.sub(r"\D", "", match["d"])) not in ends:
        return None
    length = LENGTHS[" ".join(match["length"].lower().split())]
    if length == 3 and last % 3 == 0:
        return YearPart("quarter", (last // 3 + 2) % 4 + 1, (last // 3 + 2) % 4 + 1)
    return YearPart("months", (last - length) % 12 + 1, last)


def split_period(text: str) -> tuple[Period | None, YearPart | None, str]:
    """Take the period out of a line: the period, or the part whose year is missing, and the rest.

    A year and a part of a year in one line make one period (``Q2 performance report 2019/20``).
    """
    if not _ANY_PART.search(text.lower()):
        return None, None, text
    found = parse_period(text)
    period, rest = found if found else (None, text)
    part: YearPart | None = None
    while (next_part := find_part(rest)) is not None:
        named, without, _ = next_part
        if period is not None:
            same = named.in_year(year_of(period).start.year)
            if period.kind == "year":
                period = same or period
            elif same != period:
                break
        elif part is None:
            part = named
        elif part.in_year(_ANY_YEAR) != named.in_year(_ANY_YEAR):
            break
        rest = without
    return period, part, rest

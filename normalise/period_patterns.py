"""The patterns that pieces of periods are written in; :mod:`crossfoot.normalise.period_tokens`
reads what they match.
"""

from __future__ import annotations

import re

from crossfoot.normalise.months import DASH, DAY, MONTH, MONTH_SIGN, YEAR

_TO = rf"(?:{DASH}|to|until|through)"
_FROM = r"(?<![0-9A-Za-z/.\-])"
_SHORT = r"(?:\s?['\u2019]\s?|\s?-\s?)[0-9]{2}(?![0-9]|\s?[/-][0-9])"
_LONG = rf"[\s,\-]*{YEAR}(?![0-9]|\s?/\s?[0-9]|{DASH}[0-9])"
_YEAR_AFTER = rf"(?:{_LONG}|{_SHORT})"
#: Lengths of time that run up to a day or a month (use with ``re.IGNORECASE``), in months.
LENGTHS = {
    "month": 1,
    "quarter": 3,
    "qtr": 3,
    "three months": 3,
    "3 months": 3,
    "half year": 6,
    "half-year": 6,
    "six months": 6,
    "6 months": 6,
    "nine months": 9,
    "9 months": 9,
}
LENGTH = r"(?:" + "|".join(sorted(LENGTHS, key=len, reverse=True)) + ")"
#: A month counted from April: ``Month 6``, ``Period 6``, ``P6`` are September.
COUNTED_MONTH = (
    r"(?:(?:period|month|mth|pd)\.?\s?|(?-i:P))(?P<counted>1[0-2]|0?[1-9])"
    r"(?![0-9A-Za-z%]|[./:,][0-9]|\s?[-\u2013]\s?(?:P|period\s|month\s)?[0-9]{1,2}(?![0-9]))"
)
NUMBER_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_ORDINAL = r"(?:1st|2nd|3rd|4th|first|second|third|fourth)"


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FINANCIAL = rf"(?:FY\s?)?(?P<y>{YEAR})\s?(?:/|{DASH})\s?(?P<z>{YEAR}|[0-9]{{1,2}})"
YEAR_SPAN = _re(
    rf"{_FROM}{YEAR}\s?[/-]\s?[0-9]{{2,4}}\s?{_TO}\s?{YEAR}\s?[/-]\s?[0-9]{{2,4}}(?![0-9/])"
)
YEAR_LONG = _re(rf"{_FROM}{_FINANCIAL}(?![0-9/]|{DASH}[0-9])")
YEAR_SHORT = _re(
    r"(?<![0-9A-Za-z/.,\-])(?:FY\s?)?(?P<y>[0-9]{2})/(?P<z>[0-9]{2})(?![0-9A-Za-z/%]|[-.,][0-9])"
)
YEAR_DASHED = _re(
    rf"(?<![0-9A-Za-z/.,\-])(?P<y>0[0-9]|FY\s?[0-9]{{2}}|(?<=Q[1-4]\s)[0-9]{{2}}){DASH}"
    r"(?P<z>[0-9]{2})(?![0-9A-Za-z/%]|[-.,][0-9])"
)
_DATE_WORDS = (
    rf"(?:(?P<d>{DAY})[\s\-]*(?:of\s)?)?(?P<m>{MONTH})(?P<my>{_YEAR_AFTER})"
    r"|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"
    r"|(?P<dd>[0-9]{1,2})[/.](?P<mm>[0-9]{1,2})[/.](?P<yyyy>[0-9]{4})(?![0-9])"
)
ROLLING = _re(
    rf"{_FROM}(?:(?P<twelve>(?:rolling\s)?(?:12|twelve)[\s\-]?months?(?:['\u2019]s?)?|rolling\syear)"
    rf"|(?:financial\s|full\s|the\s)?year)\s(?:rolling\s)?(?P<joint>up\sto|to|ending|ended|end)\s"
    rf"(?:the\s)?(?:end\s(?:of\s)?)?(?:{_DATE_WORDS}|(?P<ms>{MONTH})\s(?P<ys>[0-9]{{2}})(?![0-9/]))"
)
LASTING = _re(
    rf"{_FROM}(?:the\s)?(?P<length>{LENGTH})\s(?:up\sto|to|ending|ended|end)\s"
    rf"(?:the\s)?(?:end\s(?:of\s)?)?(?:{_DATE_WORDS})"
)
RANGE = _re(
    rf"{_FROM}(?:(?P<d1>{DAY})[\s\-]?)?(?P<m1>{MONTH})(?P<y1>{_YEAR_AFTER}|\s[0-9]{{2}}(?=\s?{_TO}))?"
    rf"\s?{_TO}\s?(?:(?P<d2>{DAY})[\s\-]?)?(?P<m2>{MONTH})"
    rf"(?P<y2>{_YEAR_AFTER}|(?<=[a-z.])\s[0-9]{{2}}(?![0-9/]))?(?![A-Za-z])"
)
DATE = _re(rf"(?P<at>\b(?:as\s(?:at|of)|at|to|until)\s)?{_FROM}(?:{_DATE_WORDS})")
SHORT_DATE = _re(
    r"(?P<at>\b(?:as\s(?:at|of)|at|to|until)\s)?(?<![0-9A-Za-z/.\-])"
    r"(?:(?P<dd>[0-9]{1,2})/(?P<mm>[0-9]{1,2})/(?P<yy>[0-9]{2})"
    r"|(?P<d2>[0-9]{2})\.(?P<m2>[0-9]{1,2})\.(?P<y2>[0-9]{2}))(?![0-9/.%])"
)
SHORT_PARTS = (("yy", "y2"), ("mm", "m2"), ("dd", "d2"))
COUNTED = _re(rf"{_FROM}{COUNTED_MONTH}")
QUARTERS = _re(
    rf"{_FROM}(?:Q\.?\s?|(?:quarters?|quaters?|qtrs?\.?)\s)(?P<a>[1-4])\s?(?:{_TO}|&|and|/|\+)\s?"
    r"(?:Q\.?\s?|(?:quarter|quater|qtr\.?)\s)?(?P<b>[1-4])(?![0-9A-Za-z%])"
)
QUARTER = _re(
    rf"{_FROM}(?:(?:Q\.?\s?|(?:quarter|quater|qtr\.?)\s?)(?P<q>[1-4]|one|two|three|four)"
    rf"|(?P<o>{_ORDINAL})\s(?:quarter|quater|qtr\.?))(?![0-9A-Za-z%]|\.[0-9])"
)
HALF = _re(
    rf"{_FROM}(?:H(?P<h>[12])|(?P<o>1st|2nd|first|second)\shalf(?:[\s\-]year)?"
    r"|(?:the\s)?half[\s\-]year(?:ly)?(?:\s(?P<n>[12]))?)(?![0-9A-Za-z%]|[./][0-9])"
)
LONE_MONTH = re.compile(rf"(?<![0-9A-Za-z/.\-])(?<![0-9]\s)(?P<m>(?=[A-Z]){MONTH})", re.IGNORECASE)
HEADING_MONTH = re.compile(rf"^\W*(?P<m>{MONTH})\s(?P<y>[0-2][0-9])(?![0-9:/.,%]|\s[0-9])", re.I)
#: What stands in every period of a kind, to tell by one cheap search that a line holds none. They
#: are searched for in lower case: that takes a fifth of the time of ``re.IGNORECASE``.
SIGNS = (
    ("year", re.compile(rf"(?<![A-Za-z])[0-9]{{4}}|[0-9]{{2}}\s?(?:/|{DASH})\s?[0-9]{{2}}")),
    ("month", re.compile(MONTH_SIGN)),
    ("quarter", re.compile("q")),
    ("half", re.compile("h(?:alf|[12])")),
    ("counted", re.compile(r"(?:p|period|month|mth|pd)\.?\s?[01]?[0-9]")),
    ("short", re.compile(r"[0-9][/.][0-9]{1,2}[/.][0-9]{2}")),
)
#: What stands in every piece of some patterns, where the sign of their kind stands in most lines
#: with a year: two numbers beside a stroke, a day in figures, a length of time that runs up to one.
PAIR_SIGN = re.compile(rf"[0-9]\s?(?:/|{DASH})\s?[0-9]")
DAY_SIGN = re.compile(rf"[0-9]-[0-9]{{2}}-|[0-9][/.][0-9]{{1,2}}[/.]|{MONTH_SIGN}")
RUN_SIGN = re.compile(r"(?:month\S{0,3}|year|quarter|qtr)\s(?:rolling\s)?(?:up|to|end)")
#: What stands in all of them.
ANY_SIGN = re.compile(rf"[0-9q]|half|{MONTH_SIGN}")


class Hints(dict[re.Pattern[str], bool]):
    """Whether a hint stands in a line in lower case; each is looked for once, when asked."""

    def __init__(self, lower: str) -> None:
        self._lower = lower

    def __missing__(self, hint: re.Pattern[str]) -> bool:
        found = self[hint] = hint.search(self._lower) is not None
        return found

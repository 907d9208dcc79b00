"""Scanning a line of text for the pieces that periods are written in."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from crossfoot.normalise.months import (
    DASH,
    DAY,
    MONTH,
    YEAR,
    day_or_none,
    full_year,
    last_day,
    month_number,
)
from crossfoot.normalise.spans import (
    day,
    financial_year,
    half,
    month,
    months_between,
    quarter,
    rolling,
)
from crossfoot.schema.period import Period


class Token(NamedTuple):
    """A piece of a line. ``period`` is null for a part of a year whose year stands elsewhere;
    ``part`` then gives the period in the financial year that starts in the year given. A token
    with neither is text that must not be read as a period (a plan's span, an impossible day).
    """

    start: int
    end: int
    period: Period | None = None
    part: Callable[[int], Period | None] | None = None
    is_month: bool = False
    is_stated: bool = False
    is_counted: bool = False


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
_NUMBER_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_ORDINAL = r"(?:1st|2nd|3rd|4th|first|second|third|fourth)"


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FINANCIAL = rf"(?:FY\s?)?(?P<y>{YEAR})\s?(?:/|{DASH})\s?(?P<z>{YEAR}|[0-9]{{1,2}})"
_YEAR_SPAN = _re(
    rf"{_FROM}{YEAR}\s?[/-]\s?[0-9]{{2,4}}\s?{_TO}\s?{YEAR}\s?[/-]\s?[0-9]{{2,4}}(?![0-9/])"
)
_YEAR_LONG = _re(rf"{_FROM}{_FINANCIAL}(?![0-9/]|{DASH}[0-9])")
_YEAR_SHORT = _re(
    r"(?<![0-9A-Za-z/.,\-])(?:FY\s?)?(?P<y>[0-9]{2})/(?P<z>[0-9]{2})(?![0-9A-Za-z/%]|[-.,][0-9])"
)
_YEAR_DASHED = _re(
    rf"(?<![0-9A-Za-z/.,\-])(?P<y>0[0-9]|FY\s?[0-9]{{2}}|(?<=Q[1-4]\s)[0-9]{{2}}){DASH}"
    r"(?P<z>[0-9]{2})(?![0-9A-Za-z/%]|[-.,][0-9])"
)
_DATE_WORDS = (
    rf"(?:(?P<d>{DAY})[\s\-]*(?:of\s)?)?(?P<m>{MONTH})(?P<my>{_YEAR_AFTER})"
    r"|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"
    r"|(?P<dd>[0-9]{1,2})[/.](?P<mm>[0-9]{1,2})[/.](?P<yyyy>[0-9]{4})(?![0-9])"
)
_ROLLING = _re(
    rf"{_FROM}(?:(?P<twelve>(?:rolling\s)?(?:12|twelve)[\s\-]?months?(?:['\u2019]s?)?|rolling\syear)"
    rf"|(?:financial\s|full\s|the\s)?year)\s(?:rolling\s)?(?P<joint>up\sto|to|ending|ended|end)\s"
    rf"(?:the\s)?(?:end\s(?:of\s)?)?(?:{_DATE_WORDS}|(?P<ms>{MONTH})\s(?P<ys>[0-9]{{2}})(?![0-9/]))"
)
_LASTING = _re(
    rf"{_FROM}(?:the\s)?(?P<length>{LENGTH})\s(?:up\sto|to|ending|ended|end)\s"
    rf"(?:the\s)?(?:end\s(?:of\s)?)?(?:{_DATE_WORDS})"
)
_RANGE = _re(
    rf"{_FROM}(?:(?P<d1>{DAY})[\s\-]?)?(?P<m1>{MONTH})(?P<y1>{_YEAR_AFTER}|\s[0-9]{{2}}(?=\s?{_TO}))?"
    rf"\s?{_TO}\s?(?:(?P<d2>{DAY})[\s\-]?)?(?P<m2>{MONTH})"
    rf"(?P<y2>{_YEAR_AFTER}|(?<=[a-z.])\s[0-9]{{2}}(?![0-9/]))?(?![A-Za-z])"
)
_DATE = _re(rf"(?P<at>\b(?:as\s(?:at|of)|at|to|until)\s)?{_FROM}(?:{_DATE_WORDS})")
_SHORT_DATE = _re(
    r"(?P<at>\b(?:as\s(?:at|of)|at|to|until)\s)?(?<![0-9A-Za-z/.\-])"
    r"(?:(?P<dd>[0-9]{1,2})/(?P<mm>[0-9]{1,2})/(?P<yy>[0-9]{2})"
    r"|(?P<d2>[0-9]{2})\.(?P<m2>[0-9]{1,2})\.(?P<y2>[0-9]{2}))(?![0-9/.%])"
)
_SHORT_PARTS = (("yy", "y2"), ("mm", "m2"), ("dd", "d2"))
_COUNTED = _re(rf"{_FROM}{COUNTED_MONTH}")
_QUARTERS = _re(
    rf"{_FROM}(?:Q\.?\s?|(?:quarters?|quaters?|qtrs?\.?)\s)(?P<a>[1-4])\s?(?:{_TO}|&|and|/|\+)\s?"
    r"(?:Q\.?\s?|(?:quarter|quater|qtr\.?)\s)?(?P<b>[1-4])(?![0-9A-Za-z%])"
)
_QUARTER = _re(
    rf"{_FROM}(?:(?:Q\.?\s?|(?:quarter|quater|qtr\.?)\s?)(?P<q>[1-4]|one|two|three|four)"
    rf"|(?P<o>{_ORDINAL})\s(?:quarter|quater|qtr\.?))(?![0-9A-Za-z%]|\.[0-9])"
)
_HALF = _re(
    rf"{_FROM}(?:H(?P<h>[12])|(?P<o>1st|2nd|first|second)\shalf(?:[\s\-]year)?"
    r"|(?:the\s)?half[\s\-]year(?:ly)?(?:\s(?P<n>[12]))?)(?![0-9A-Za-z%]|[./][0-9])"
)
_LONE_MONTH = re.compile(rf"(?<![0-9A-Za-z/.\-])(?<![0-9]\s)(?P<m>(?=[A-Z]){MONTH})", re.IGNORECASE)
_HEADING_MONTH = re.compile(rf"^\W*(?P<m>{MONTH})\s(?P<y>[0-2][0-9])(?![0-9:/.,%]|\s[0-9])", re.I)


def tokens_in(line: str, *, heading: bool = False) -> list[Token]:
    """Every piece of *line* that belongs to a period, in order, none overlapping another.

    With ``heading``, ``Jun 19`` at the start is June 2019; in prose it could be a day.
    """
    signs = _signs(line)
    tokens: list[Token] = []
    for needs, pattern, read in _READERS if heading else _PROSE_READERS:
        if needs.isdisjoint(signs):
            continue
        for match in pattern.finditer(line):
            token = read(match)
            if token is not None:
                tokens.append(token)
                line = _masked(line, token)
    return _told_apart(tokens) if len(tokens) > 1 else tokens


def _told_apart(tokens: list[Token]) -> list[Token]:
    """The tokens in order. ``Quarter 2 (Period 6)`` is the quarter: the month says how it ends."""
    if any(not token.is_counted and _is_part(token) for token in tokens):
        tokens = [Token(token.start, token.end) if token.is_counted else token for token in tokens]
    return sorted(tokens)


def _is_part(token: Token) -> bool:
    return token.part is not None or (token.period is not None and token.period.kind != "year")


def may_hold_period(line: str) -> bool:
    """Whether a line has any of what periods are written in."""
    return any(pattern.search(line) for _, pattern in _SIGNS)


def _signs(line: str) -> frozenset[str]:
    """Which pieces of a period a line might hold: most lines hold none, and are not searched."""
    return frozenset([sign for sign, pattern in _SIGNS if pattern.search(line)])


def _masked(line: str, token: Token) -> str:
    return line[: token.start] + "\x00" * (token.end - token.start) + line[token.end :]


def _token(match: re.Match[str], period: Period | None) -> Token:
    return Token(match.start(), match.end(), period)


def _heading_month(match: re.Match[str]) -> Token:
    period = month(full_year(match["y"]), month_number(match["m"]))
    return Token(match.start("m"), match.end(), period)


def _digits(text: str) -> int:
    return full_year(re.sub(r"[^0-9]", "", text))


def _date_of(match: re.Match[str]) -> tuple[date | None, Period | None]:
    """The day and the period of :data:`_DATE_WORDS`; nothing where the day does not exist."""
    if match.groupdict().get("ms"):
        year, number = full_year(match["ys"]), month_number(match["ms"])
        return last_day(year, number), month(year, number)
    if match["m"]:
        year, number = _digits(match["my"]), month_number(match["m"])
        if match["d"] is None:
            return last_day(year, number), month(year, number)
        value = day_or_none(year, number, int(re.sub(r"[^0-9]", "", match["d"])))
    elif match["iso"]:
        value = day_or_none(*map(int, match["iso"].split("-")))
    else:
        value = day_or_none(int(match["yyyy"]), int(match["mm"]), int(match["dd"]))
    return value, day(value) if value else None


def _read_rolling(match: re.Match[str]) -> Token:
    end, _ = _date_of(match)
    if end is None:
        return _token(match, None)
    if not match["twelve"] and (end.month, end.day) == (3, 31):
        return _token(match, financial_year(end.year - 1))
    if not match["twelve"] and match["joint"].lower().endswith("to"):
        return _token(match, None)  # the twelve months to that day, or the year so far
    return _token(match, rolling(end))


def _read_lasting(match: re.Match[str]) -> Token:
    """``Quarter ended 30 June 2018``: the months that end there, if a month does."""
    end, _ = _date_of(match)
    if end is None or end != last_day(end.year, end.month):
        return _token(match, None)
    return _token(match, months_up_to(end, LENGTHS[" ".join(match["length"].lower().split())]))


def months_up_to(end: date, length: int) -> Period | None:
    """The run of *length* months that ends with the month of *end*."""
    years, index = divmod(end.year * 12 + end.month - length, 12)
    return months_between((years, index + 1), (end.year, end.month))


def _read_short_date(match: re.Match[str]) -> Token:
    year, number, at = (match[one] or match[two] for one, two in _SHORT_PARTS)
    value = day_or_none(full_year(year), int(number), int(at))
    return Token(
        match.start(), match.end(), day(value) if value else None, is_stated=match["at"] is not None
    )


def _read_counted(match: re.Match[str]) -> Token:
    number = counted_month(match)
    return Token(
        match.start(),
        match.end(),
        part=lambda year: month(*_in_year(year, number)),
        is_counted=True,
    )


def counted_month(match: re.Match[str]) -> int:
    """The calendar month (1 to 12) that a month counted from April is."""
    return (int(match["counted"]) + 2) % 12 + 1


def _read_range(match: re.Match[str]) -> Token:
    first, last = month_number(match["m1"]), month_number(match["m2"])
    starts = match["d1"] is None or int(re.sub(r"[^0-9]", "", match["d1"])) == 1
    if match["y2"] is None:
        if match["y1"] is not None or match["d1"] or match["d2"]:
            return _token(match, None)
        return Token(match.start(), match.end(), part=lambda year: _run(year, first, last))
    end_year = _digits(match["y2"])
    start_year = _digits(match["y1"]) if match["y1"] else end_year - (first > last)
    ends = (
        match["d2"] is None
        or int(re.sub(r"[^0-9]", "", match["d2"])) == last_day(end_year, last).day
    )
    period = months_between((start_year, first), (end_year, last)) if starts and ends else None
    return _token(match, period)


def _in_year(year: int, number: int) -> tuple[int, int]:
    return year + (number < 4), number


def _run(year: int, first: int, last: int) -> Period | None:
    return months_between(_in_year(year, first), _in_year(year, last))


def _read_date(match: re.Match[str]) -> Token:
    _, period = _date_of(match)
    start = match.start() if period and period.kind == "day" else match.end("at")
    if start < 0:
        start = match.start()
    return Token(start, match.end(), period, is_stated=match["at"] is not None)


def _read_year(match: re.Match[str]) -> Token:
    first, second = _digits(match["y"]), match["z"]
    follows = f"{(first + 1) % 100:02d}".endswith(second[-2:])
    if len(second) == 4:
        follows = int(second) == first + 1
    return _token(match, financial_year(first) if follows else None)


def _read_short_year(match: re.Match[str]) -> Token | None:
    token = _read_year(match)
    return token if token.period else None


def _read_quarters(match: re.Match[str]) -> Token:
    first, last = int(match["a"]), int(match["b"])
    if first >= last:
        return _token(match, None)

    def part(year: int) -> Period | None:
        opening, closing = quarter(year, first), quarter(year, last)
        return months_between(
            (opening.start.year, opening.start.month), (closing.end.year, closing.end.month)
        )

    return Token(match.start(), match.end(), part=part)


def _number(text: str) -> int:
    lower = text.lower()
    if lower[0].isdigit():
        return int(lower[0])
    return _NUMBER_WORDS.get(lower) or _ORDINALS[lower]


def _read_quarter(match: re.Match[str]) -> Token:
    number = _number(match["q"] or match["o"])
    return Token(match.start(), match.end(), part=lambda year: quarter(year, number))


def _read_half(match: re.Match[str]) -> Token:
    number = _number(match["h"] or match["o"] or match["n"] or "1")
    return Token(match.start(), match.end(), part=lambda year: half(year, number))


def _read_month(match: re.Match[str]) -> Token:
    number = month_number(match["m"])
    return Token(
        match.start(),
        match.end(),
        part=lambda year: month(*_in_year(year, number)),
        is_month=True,
    )


#: What stands in every period of a kind, to tell by one cheap search that a line holds none.
_SIGNS = (
    ("year", re.compile(rf"(?<![A-Za-z])[0-9]{{4}}|[0-9]{{2}}\s?(?:/|{DASH})\s?[0-9]{{2}}")),
    ("month", _re("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")),
    ("quarter", _re("q")),
    ("half", _re("h(?:alf|[12])")),
    ("counted", _re(r"(?:p|period|month|mth|pd)\.?\s?[01]?[0-9]")),
    ("short", re.compile(r"[0-9][/.][0-9]{1,2}[/.][0-9]{2}")),
)
_YEAR_OR_MONTH, _MONTH_NAME = frozenset({"year", "month"}), frozenset({"month"})
_A_YEAR = frozenset({"year"})
#: The signs of which one must stand in the line, the pattern, and how a match of it is read.
_Reader = tuple[frozenset[str], re.Pattern[str], Callable[[re.Match[str]], Token | None]]
_READERS: tuple[_Reader, ...] = (
    (_YEAR_OR_MONTH, _LASTING, _read_lasting),
    (_YEAR_OR_MONTH, _ROLLING, _read_rolling),
    (_A_YEAR, _YEAR_SPAN, lambda match: _token(match, None)),
    (_MONTH_NAME, _RANGE, _read_range),
    (_YEAR_OR_MONTH, _DATE, _read_date),
    (frozenset({"short"}), _SHORT_DATE, _read_short_date),
    (_MONTH_NAME, _HEADING_MONTH, _heading_month),
    (_A_YEAR, _YEAR_LONG, _read_year),
    (_A_YEAR, _YEAR_SHORT, _read_short_year),
    (_A_YEAR, _YEAR_DASHED, _read_short_year),
    (frozenset({"quarter"}), _QUARTERS, _read_quarters),
    (frozenset({"quarter"}), _QUARTER, _read_quarter),
    (frozenset({"half"}), _HALF, _read_half),
    (frozenset({"counted"}), _COUNTED, _read_counted),
    (_MONTH_NAME, _LONE_MONTH, _read_month),
)
_IN_HEADINGS = frozenset({_HEADING_MONTH, _SHORT_DATE})
_PROSE_READERS = tuple(entry for entry in _READERS if entry[1] not in _IN_HEADINGS)

"""Scanning a line of text for the pieces that periods are written in."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from crossfoot.normalise import academic
from crossfoot.normalise import period_patterns as patterns
from crossfoot.normalise.months import (
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


def tokens_in(line: str, *, heading: bool = False) -> tuple[Token, ...]:
    """Every piece of *line* that belongs to a period, in order, none overlapping another.

    With ``heading``, ``Jun 19`` at the start is June 2019; in prose it could be a day.
    """
    tokens, as_heading = _searched(line, heading=True)
    return tokens if heading or not as_heading else _searched(line, heading=False)[0]


@lru_cache(maxsize=512)  # a heading is asked for its period, for the words of it and what is around
def _searched(line: str, *, heading: bool) -> tuple[tuple[Token, ...], bool]:
    """The pieces that are found, and whether one of them is a piece in headings alone."""
    signs = _signs(line)
    tokens: list[Token] = []
    if not signs:
        return (), False
    as_heading = False
    hints = patterns.Hints(line.lower())
    for needs, hint, pattern, read in _READERS if heading else _PROSE_READERS:
        if needs.isdisjoint(signs) or not (hint is None or hints[hint]):
            continue
        for match in pattern.finditer(line):
            token = read(match)
            if token is not None:
                tokens.append(token)
                line = _masked(line, token)
                as_heading = as_heading or pattern in _IN_HEADINGS
    return tuple(_told_apart(tokens) if len(tokens) > 1 else tokens), as_heading


def _told_apart(tokens: list[Token]) -> list[Token]:
    """The tokens in order. ``Quarter 2 (Period 6)`` is the quarter: the month says how it ends."""
    if any(not token.is_counted and _is_part(token) for token in tokens):
        tokens = [Token(token.start, token.end) if token.is_counted else token for token in tokens]
    return sorted(tokens)


def _is_part(token: Token) -> bool:
    return token.part is not None or (token.period is not None and token.period.kind != "year")


def may_hold_period(line: str) -> bool:
    """Whether a line has any of what periods are written in."""
    return bool(_signs(line))


@lru_cache(maxsize=512)  # asked of a line before it is searched, and for headings and for prose
def _signs(line: str) -> frozenset[str]:
    """Which pieces of a period a line might hold: most lines hold none, and are not searched."""
    lower = line.lower()
    if not patterns.ANY_SIGN.search(lower):
        return frozenset()
    return frozenset([sign for sign, pattern in patterns.SIGNS if pattern.search(lower)])


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
    return _token(
        match, months_up_to(end, patterns.LENGTHS[" ".join(match["length"].lower().split())])
    )


def months_up_to(end: date, length: int) -> Period | None:
    """The run of *length* months that ends with the month of *end*."""
    years, index = divmod(end.year * 12 + end.month - length, 12)
    return months_between((years, index + 1), (end.year, end.month))


def _read_short_date(match: re.Match[str]) -> Token:
    year, number, at = (match[one] or match[two] for one, two in patterns.SHORT_PARTS)
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
    return patterns.NUMBER_WORDS.get(lower) or patterns.ORDINALS[lower]


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


_MONTH_NAME, _A_YEAR = frozenset({"month"}), frozenset({"year"})
_YEAR_OR_MONTH = _MONTH_NAME | _A_YEAR
#: The signs of which one must stand in the line, what must as well, the pattern, and how a match
#: of it is read.
_Reader = tuple[
    frozenset[str],
    re.Pattern[str] | None,
    re.Pattern[str],
    Callable[[re.Match[str]], Token | None],
]
_READERS: tuple[_Reader, ...] = (
    (_A_YEAR, academic.SIGN, academic.YEARS, lambda match: _token(match, academic.year(match))),
    (_YEAR_OR_MONTH, patterns.RUN_SIGN, patterns.LASTING, _read_lasting),
    (_YEAR_OR_MONTH, patterns.RUN_SIGN, patterns.ROLLING, _read_rolling),
    (_A_YEAR, patterns.PAIR_SIGN, patterns.YEAR_SPAN, lambda match: _token(match, None)),
    (_MONTH_NAME, None, patterns.RANGE, _read_range),
    (_YEAR_OR_MONTH, patterns.DAY_SIGN, patterns.DATE, _read_date),
    (frozenset({"short"}), None, patterns.SHORT_DATE, _read_short_date),
    (_MONTH_NAME, None, patterns.HEADING_MONTH, _heading_month),
    (_A_YEAR, patterns.PAIR_SIGN, patterns.YEAR_LONG, _read_year),
    (_A_YEAR, patterns.PAIR_SIGN, patterns.YEAR_SHORT, _read_short_year),
    (_A_YEAR, patterns.PAIR_SIGN, patterns.YEAR_DASHED, _read_short_year),
    (frozenset({"quarter"}), None, patterns.QUARTERS, _read_quarters),
    (frozenset({"quarter"}), None, patterns.QUARTER, _read_quarter),
    (frozenset({"half"}), None, patterns.HALF, _read_half),
    (frozenset({"counted"}), None, patterns.COUNTED, _read_counted),
    (_MONTH_NAME, None, patterns.LONE_MONTH, _read_month),
)
_IN_HEADINGS = frozenset({patterns.HEADING_MONTH, patterns.SHORT_DATE})
_PROSE_READERS = tuple(entry for entry in _READERS if entry[2] not in _IN_HEADINGS)

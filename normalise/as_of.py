"""Notes that say of which day a figure speaks: those that are a date and nothing else."""

from __future__ import annotations

import re

from crossfoot.normalise.dates import new_date, parse_date
from crossfoot.normalise.months import DAY, MONTH, day_or_none, last_day, month_number
from crossfoot.normalise.periods import year_of
from crossfoot.schema.period import Period, PrintedDate

_WITHOUT_YEAR = re.compile(rf"(?:(?P<d>{DAY})\s?(?:of\s)?)?(?P<m>{MONTH})", re.IGNORECASE)
_BEFORE_NOTE, _BEHIND_NOTE = " *\u2020\u2021#^~([", " *.)]"
_NOTE_LEAD = re.compile(
    r"(?:(?:updated?|latest|current)\s+)?"
    r"(?:(?:position|figures?|data|performance|values?|results?|actual|updated?)\s+)?"
    r"(?:(?:is|are|was|shown|given|correct|taken|provided)\s+)?"
    r"(?:(?:as\s+)?(?:at|of|to|for|from|on|up\s+to|in|is)\s+)?(?:the\s+)?(?:end\s+(?:of\s+)?)?",
    re.IGNORECASE,
)
_NOTE_TAIL = re.compile(
    r"(?:\s+(?:figures?|data|position|updates?|results?|actual|value|performance|only))*$",
    re.IGNORECASE,
)
#: How those words end, which most notes do not.
_NOTE_ENDS = (
    "figure", "figures", "data", "position", "update", "updates", "result", "results", "actual",
    "value", "performance", "only",
)  # fmt: skip
#: How many days after a financial year its figures are still being dated (a quarter), and after
#: the period itself (half a year): a note beside a first quarter does not speak of next March.
_JUST_AFTER = 92
_LONG_AFTER = 184
#: Characters: a day with each of the words that may stand around it takes a hundred.
_LONGEST_NOTE = 200


def as_of_note(text: str, default_year: Period | None) -> PrintedDate | None:
    """Return the day or month that a note wholly consists of (ruling 5), else ``None``.

    A month or a day without a year falls in, or within a quarter after, the financial year of
    ``default_year`` (the period of the row's actual), nearest to that period's end.
    """
    line = " ".join(text.split())
    if len(line) > _LONGEST_NOTE:
        return None
    body = line.lstrip(_BEFORE_NOTE).rstrip(_BEHIND_NOTE)
    body = _NOTE_LEAD.sub("", body, count=1)
    if body.casefold().endswith(_NOTE_ENDS):
        body = _NOTE_TAIL.sub("", body)
    if not body:
        return None
    if dated := parse_date(body):
        known = dated.precision in {"day", "month"} or dated.value is None
        return dated.model_copy(update={"as_printed": line}) if known else None
    match = _WITHOUT_YEAR.fullmatch(body)
    if match is None or default_year is None:
        return None
    return _in_or_after(line, match, default_year)


def _in_or_after(line: str, match: re.Match[str], period: Period) -> PrintedDate | None:
    number = month_number(match["m"])
    printed_day = int(re.sub(r"[^0-9]", "", match["d"])) if match["d"] else None
    year = year_of(period)
    years = (year.start.year, year.end.year)
    if printed_day:
        days = [day_or_none(calendar_year, number, printed_day) for calendar_year in years]
    else:
        days = [last_day(calendar_year, number) for calendar_year in years]
    if not any(days):
        return new_date(as_printed=line, value=None, precision=None)
    candidates = [
        value
        for value in days
        if value
        and year.start <= value
        and (value - year.end).days <= _JUST_AFTER
        and (value - period.end).days <= _LONG_AFTER
    ]
    if not candidates:
        return None
    value = min(candidates, key=lambda day: abs((day - period.end).days))
    return new_date(as_printed=line, value=value, precision="day" if printed_day else "month")

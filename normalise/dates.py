"""The grammar of dates: a cell that is one, and dates inside prose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from crossfoot.normalise.months import (
    DAY,
    MONTH,
    MONTH_SIGN,
    YEAR,
    day_or_none,
    full_year,
    last_day,
    month_number,
)
from crossfoot.normalise.periods import parse_period, period_spans
from crossfoot.schema.model import unchecked
from crossfoot.schema.period import PrintedDate
from crossfoot.schema.values import Precision

new_date = unchecked(PrintedDate)
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


_IN_FIGURES = _compiled(_ISO, _NUMERIC, _NUMERIC_SHORT)
_IN_WORDS = _compiled(_DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY)
_WHOLE = (*_IN_FIGURES, *_IN_WORDS, *_compiled(_LOOSE))
_NUMBERS = re.compile(r"[0-9][/.-][0-9]")  # in each date in figures
_MONTH_SIGNS = MONTH_SIGN.split("|")
_SECOND_NUMBER = re.compile(r"\s*([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{2,4}\s*")
_DIGIT = re.compile(r"[0-9]")
_END_OF = re.compile(r"(?:by\s+)?(?:(?:the\s+)?end\s+(?:of\s+)?)?", re.IGNORECASE)


@lru_cache(maxsize=1024)  # due dates repeat down a column
def parse_date(text: str) -> PrintedDate | None:
    """Read a whole cell as a date, ``None`` if it is not one.

    ``value`` is the last day where only a month, a quarter or a financial year is printed. A date
    that does not exist (``31-Apr-2020``) keeps ``as_printed`` alone.
    """
    if not _DIGIT.search(text):
        return None
    line = " ".join(text.split())
    body = line[_match_end(_END_OF, line) :].rstrip(".*")
    for pattern in _WHOLE:
        if match := pattern.fullmatch(body):
            return _printed(line, match)
    return _from_period(line, body)


def month_leads(texts: Iterable[str]) -> bool:
    """Whether one of the *texts* is a day in figures only with its month first: ``10/23/2019``."""
    return any(
        (day := _SECOND_NUMBER.fullmatch(text)) is not None
        and int(day[1]) <= 12 < int(day[2]) <= 31
        for text in texts
    )


def is_open_day(text: str) -> bool:
    """Whether a day in figures is another one with its month first: ``03/04/2020``."""
    day = _SECOND_NUMBER.fullmatch(text)
    return day is not None and max(int(day[1]), int(day[2])) <= 12 and int(day[1]) != int(day[2])


def dates_in(text: str) -> list[tuple[int, int, PrintedDate]]:
    """Return every date in prose with its index span, in order.

    Days and months only; a quarter or a year in prose is a period. Impossible days are listed
    with a null value.
    """
    taken = text
    found: list[tuple[int, int, PrintedDate]] = []
    names_month = any(map(text.casefold().__contains__, _MONTH_SIGNS))
    in_figures = _IN_FIGURES if _NUMBERS.search(text) else ()
    for pattern in (*in_figures, *(_IN_WORDS if names_month else ())):
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
    return new_date(as_printed=as_printed, value=value, precision=precision if value else None)


def _from_period(line: str, body: str) -> PrintedDate | None:
    parsed = parse_period(body)
    if parsed is None or parsed[1]:
        return None
    period = parsed[0]
    if period.kind not in {"quarter", "half", "year"}:
        return None
    precision: Precision = "year" if period.kind == "year" else "quarter"
    return new_date(as_printed=line, value=period.end, precision=precision)


def _ways(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_HOLDER = 0xE000
_D = "[\ue000-\uf8ff]"
_GAP_WORDS = "[^\ue000-\uf8ff]{0,60}?"
_DUE = (
    r"\b(?:(?:target|due|completion|end|delivery|implementation|milestone|action)\s+dates?"
    r"|deadlines?|timescales?)\b"
)
_PROPOSED = (
    r"\b(?:propos(?:e|es|ed|al|ing)|suggest(?:s|ed|ing|ion)?|recommend(?:s|ed|ing|ation)?"
    r"|request(?:s|ed|ing)?|seek(?:s|ing)?|should|to\s+be|be)\b"
)
_MOVE = (
    r"\b(?:exten(?:d|ds|ded|ding|sion)|revis(?:e|ed|ing|ion)|chang(?:e|ed|ing)|amend(?:ed|ing)?"
    r"|mov(?:e|ed|ing)|put\s+back|push(?:ed)?\s+back|postponed?|defer(?:red)?|re-?schedul(?:e|ed)"
    r"|re-?programmed?|re-?profiled?|delay(?:ed)?)\b"
)
_LATER = (
    r"(?:the\s+)?(?:(?:beginning|start|middle|end|early|mid|late)(?:\s+of|\s+in|\s+to)?[\s-]+)?"
)
_LINK = (
    rf"(?:\s+from\s+{_LATER}{_D})?(?:\s+(?:to|until|till|into)\s+{_LATER}"
    rf"|\s+(?:to\s+(?:coincide|align)|(?:coinciding|aligned))\s+with\s+{_GAP_WORDS}"
    rf"\b(?:in|on|of|for)\s+{_LATER})"
)
_IS = rf"\s*(?:,|:|-|\u2013|of|is|as|for|to\s+be|to)?\s*{_LATER}"
_NEW = r"\b(?:revised|new|extended|amended|later)\s+"
#: The ways a comment proposes a due date; the last group is the date.
_PROPOSALS = _ways(
    rf"{_DUE}{_GAP_WORDS}{_PROPOSED}{_GAP_WORDS}{_MOVE}{_LINK}(?P<new>{_D})",
    rf"{_PROPOSED}{_GAP_WORDS}{_MOVE}{_GAP_WORDS}{_DUE}{_LINK}(?P<new>{_D})",
    rf"{_MOVE}{_GAP_WORDS}{_DUE}{_LINK}(?P<new>{_D}){_GAP_WORDS}{_PROPOSED}",
    rf"{_NEW}{_DUE}{_IS}(?P<new>{_D})(?:\s+(?:is|has\s+been|was|be))?\s+{_PROPOSED}",
    rf"{_PROPOSED}\s+that\s+(?:the\s+)?{_DUE}\s+(?:is|be)\s+{_MOVE}{_LINK}(?P<new>{_D})",
    rf"{_PROPOSED}\s+(?:that\s+)?(?:(?:a|the)\s+)?(?:{_NEW})?{_DUE}{_IS}(?P<new>{_D})",
)
#: The ways a comment names the due date there was before.
_PREVIOUS = _ways(
    rf"{_DUE}(?P<gap>{_GAP_WORDS}){_MOVE}\s+from\s+{_LATER}(?P<old>{_D})",
    rf"\b(?:original|previous|former|initial)\s+(?P<gap>){_DUE}"
    rf"(?:\s+(?:was|of|is|had\s+been))?\s*:?\s*{_LATER}(?P<old>{_D})",
    rf"\b(?:originally|previously)\s+due\s+(?P<gap>)(?:in|by|on|for)?\s*{_LATER}(?P<old>{_D})",
)
#: Words of which one stands in each of the ways above: of a proposal, of a former date, of both.
_PROPOSING = re.compile(_PROPOSED, re.IGNORECASE)
_FORMER = re.compile(
    r"\bfrom\b|\b(?:original|previous)(?:ly)?\b|\b(?:former|initial)\b", re.IGNORECASE
)
_DUE_WORD = re.compile(r"\b(?:dates?|deadlines?|timescales?|due)\b", re.IGNORECASE)
_HELD = re.compile(_D)
_DENIED = re.compile(r"\b(?:not|never|no|nor|without|cannot)\b", re.IGNORECASE)
#: Words before a date by which it was proposed once, and behind it by which that is over.
_ONCE = re.compile(
    r"\b(?:last\s+(?:year|quarter|month)|(?:previously|earlier)\s+proposed|had\s+been)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:was|were|been)\s+(?:\w+\s+)?(?:rejected|refused|declined|turned\s+down|withdrawn|agreed"
    r"|approved|accepted|granted|made|missed)\b",
    re.IGNORECASE,
)
#: The date of something else: the contractor's, that of a tender, of an Act.
_ANOTHERS = re.compile(
    rf"(?:\b(?:its|their|his|her)|['\u2019]s)\s+(?:\w+\s+){{0,2}}?{_DUE}"
    r"|\b(?:tender|grant|bid|funding|consultation|contract|application|appeal|claim|submission"
    rf"|payment|response)s?\s+(?:\w+\s+)?{_DUE}"
    r"|\b(?:deadlines?|timescales?|(?:end|implementation|delivery|completion)\s+dates?)\s+(?:of|for)\s+"
    rf"(?!{_D}|(?:the\s+|this\s+)?(?:action|task|completion|project|milestone|delivery|work"
    r"|implementation)\b)\w",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\s+[\u2022\u25aa\u27a2]\s+")


def due_dates_in(comment: str) -> dict[str, PrintedDate | None]:
    """Return the due dates a comment speaks of (ruling 6).

    Keys ``proposed_due`` and ``previous_due``. A forecast, a meeting and a change already made
    propose nothing; where a comment proposes two different dates neither is taken.
    """
    spoken = _DIGIT.search(comment) and _DUE_WORD.search(comment)
    held, dates = _held(comment) if spoken else ("", [])
    proposed: list[PrintedDate] = []
    previous: list[PrintedDate] = []
    for sentence in _SENTENCE_END.split(held) if dates else ():
        if not _HELD.search(sentence):
            continue
        for pattern in _PROPOSALS if _PROPOSING.search(sentence) else ():
            proposed += [
                dates[ord(match["new"]) - _HOLDER]
                for match in pattern.finditer(sentence)
                if not _is_no_proposal(sentence, match)
            ]
        for pattern in _PREVIOUS if _FORMER.search(sentence) else ():
            previous += [
                dates[ord(match["old"]) - _HOLDER]
                for match in pattern.finditer(sentence)
                if not _PROPOSING.search(match["gap"])
            ]
    return {"proposed_due": _only(proposed), "previous_due": _only(previous)}


def _is_no_proposal(sentence: str, match: re.Match[str]) -> bool:
    """Whether a date is denied, was proposed once, or is that of something else."""
    before, behind = sentence[: match.start("new")], sentence[match.end("new") :]
    return any(rule.search(before) for rule in (_DENIED, _ONCE, _ANOTHERS)) or bool(
        _OVER.search(behind)
    )


def _held(text: str) -> tuple[str, list[PrintedDate]]:
    """Put one private character in the place of every date, quarter and financial year."""
    text = _HELD.sub(" ", " ".join(text.split()))
    spans = dates_in(text)
    for span in period_spans(text):
        start, end = min(span.pieces)[0], max(span.pieces)[1]
        apart = all(end <= first or last <= start for first, last, _ in spans)
        if apart and (printed := parse_date(text[start:end])):
            spans.append((start, end, printed))
    spans = sorted(spans, key=lambda item: item[:2])[: 0xF8FF - _HOLDER]
    for index, (start, end, _) in reversed(list(enumerate(spans))):
        text = text[:start] + chr(_HOLDER + index) + text[end:]
    return text, [printed for _, _, printed in spans]


def _only(dates: list[PrintedDate]) -> PrintedDate | None:
    return dates[0] if dates and len({(d.value, d.precision) for d in dates}) == 1 else None

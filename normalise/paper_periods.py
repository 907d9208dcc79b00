"""The period that a paper says it is about, by its title, its cover and its first pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from crossfoot.normalise.periods import find_period, parse_period, period_from_label
from crossfoot.normalise.year_parts import find_part, split_period
from crossfoot.schema.errors import UsageError
from crossfoot.schema.page import TextLine
from crossfoot.schema.period import Period
from crossfoot.schema.text import fold, has_digit

_SPOKEN_PERIOD = re.compile(
    r"\b(?:performance|progress|position|report|plan|data|results?|update|information|monitoring)\b"
    r"[^.]{0,140}?\b(?:for|at|during|to|in|of|covering)\s+(?:the\s+)?(?:end\s+of\s+)?"
    r"(?P<rest>[^.]{3,70})",
    re.IGNORECASE,
)
#: What happened to a report or a plan at a time that is not the one it speaks of.
_EVENT = re.compile(
    r"\b(?:adopt|agree|approv|present|submit|publish|consider|endors|receiv|launch|sign|issu"
    r"|introduc|commission|held\b)\w*",
    re.IGNORECASE,
)


def stated_period(title: str | None, text: Iterable[str]) -> Period | None:
    """The period the paper states (ruling 8): its title's before its text's.

    In the text only a part of a year counts, and only where performance, progress or the report
    is said to be for it: a paper mentions many years that are not its own. Nor is its own the month
    in which a plan was adopted or a report considered.
    """
    if title and (period := period_of_title(title)):
        return period
    for piece in chain.from_iterable(line.split(".") for line in text):
        if not has_digit(piece):  # no period without its year, and no full stop within the pattern
            continue
        for match in _SPOKEN_PERIOD.finditer(piece):
            period = find_period(match["rest"])
            if period is None or period.kind not in {"quarter", "half", "month", "months"}:
                continue
            if period.kind == "month" and _EVENT.search(match[0]):
                continue
            return period
    return None


def period_of_title(title: str) -> Period | None:
    """The period a title names, also where year and part stand apart."""
    period = find_period(title)
    if period is not None and period.kind == "year":
        _, rest = parse_period(title) or (None, title)
        part = find_part(rest)
        if part is not None:
            return part[0].in_year(period.start.year) or period
    return period


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

"""What the small words before a period say: up to it, on its last day, or two of them at once."""

from __future__ import annotations

import re
from itertools import pairwise

from crossfoot.normalise.families import FIGURE_FAMILIES
from crossfoot.normalise.months import DAY, MONTH
from crossfoot.normalise.period_patterns import COUNTED_MONTH
from crossfoot.normalise.period_tokens import tokens_in
from crossfoot.normalise.periods import period_spans
from crossfoot.schema.values import Basis

_HINT = re.compile(r"\b(?:to|until|ytd|date|cum|cumulative|at|end|on)\b", re.IGNORECASE)
_END = r"(?:(?:the\s+)?end\s+(?:of\s+)?)?(?:the\s+)?"
_UP_TO = re.compile(
    rf"\b(?:(?:up\s+)?to|until|ytd|year[\s-]to[\s-]date|cum(?:ulative)?)[\s:,-]+{_END}$",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:(?P<at>(?:as\s+)?at|as\s+of|on)\s+)?(?P<end>(?:the\s+)?end\s+(?:of\s+)?)?"
                 r"(?:the\s+)?$", re.IGNORECASE)  # fmt: skip
_AT_DAY = re.compile(rf"\b(?:at|as\s+of|on)\s+(?:the\s+)?{DAY}\s*(?:of\s)?{MONTH}", re.IGNORECASE)
_COUNTED = re.compile(rf"(?<![0-9A-Za-z/.\-]){COUNTED_MONTH}", re.IGNORECASE)
#: Words that begin a token of a day (``at 30 June 2019``).
_LEAD = re.compile(r"^(?:as\s+(?:at|of)|at|to|until)\s+", re.IGNORECASE)
_BEGINNING = re.compile(r"\b(?:since|from|after|date|present|now|onwards?)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from|after)\s+(?:(?:the\s+)?(?:end|start)\s+of\s+)?(?:the\s+)?$",
                    re.IGNORECASE)  # fmt: skip
_TO_DATE = re.compile(r"\W*(?:(?:up\s+)?to\s+(?:date|the\s+present|present|now)|onwards?)\b",
                      re.IGNORECASE)  # fmt: skip
#: ``Comparison to 2008/09`` is a difference, or the year's own result.
_COMPARED = re.compile(r"\bcompar\w+\s+(?:to|with|against)\b", re.IGNORECASE)
_STROKE = re.compile(r"[/&|+]|\band\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def basis_said(text: str) -> Basis | None:
    """The basis that the words before the period of a heading give it.

    ``2019/20 to Dec`` and ``Actual to Q3`` are ``to_date``. What stood ``at 30 June 2019`` or at
    the ``End of Q1`` may be a stock or what was counted up to then, and a month counted from
    April (``P6``) that month's or the year's so far: ``unknown``. ``None`` where no such word
    stands there.
    """
    counted = _COUNTED.search(text)
    if not counted and not _HINT.search(text):
        return None
    said: Basis | None = "unknown" if counted or _AT_DAY.search(text) else None
    for token in tokens_in(text, heading=True):
        if token.period is not None and token.period.kind in {"year", "rolling"}:
            continue
        lead = _LEAD.match(text[token.start : token.end])
        before = text[: token.start + (lead.end() if lead else 0)]
        if _UP_TO.search(before):
            return "to_date"
        found = _AT.search(before)
        if found and (found["at"] or found["end"]):
            said = "unknown"
    return said


def qualified(text: str, meaning: str | None) -> tuple[bool, str | None]:
    """The *meaning* of a heading with the basis that small words before its period give it.

    The first of the two is false for a heading that names a quarter and another period's measure
    (``Q2 / Actual 2019/20``): what it means is not known.
    """
    if meaning != "outturn" and names_two_periods(text):
        return False, None
    if meaning == "comparator" and _COMPARED.search(text):
        return False, None
    if (meaning is None or meaning.partition(".")[0] in FIGURE_FAMILIES) and _only_begins(text):
        return False, None
    basis = basis_said(text) if meaning in {None, "result", "outturn", "target"} else None
    if basis == "to_date":
        return True, "target.to_date" if meaning == "target" else "result.to_date"
    if basis is not None and meaning in {None, "result"}:
        return True, f"result.{basis}"
    return True, meaning


def _only_begins(text: str) -> bool:
    """Whether a heading names but the beginning of its time: ``Since Q1``, ``April to date``.

    ``2009/10 to date`` and ``Q2 to date`` are of what was so far.
    """
    if not _BEGINNING.search(text):
        return False
    for token in tokens_in(text, heading=True):
        if _SINCE.search(text[: token.start]):
            return True
        kind = token.period.kind if token.period else "month" if token.is_month else ""
        if kind in {"month", "day"} and _TO_DATE.match(text[token.end :]):
            return True
    return False


def names_two_periods(text: str) -> bool:
    """Whether a stroke and a word part a quarter from a year: ``Q4 / Outturn 2019/20``."""
    if not _STROKE.search(text):
        return False
    for span in period_spans(text):
        pieces = sorted(span.pieces)
        for (_, end), (start, _) in pairwise(pieces):
            gap = text[end:start]
            if _STROKE.search(gap) and _LETTER.search(_STROKE.sub("", gap)):
                return True
    return False

"""The period that the sentences of a paper say it is about, where its title names none.

Only a part of a year counts, and only where performance, progress or the report is said to be for
it: a paper mentions many years that are not its own. Nor is its own the month in which a plan was
adopted or a report considered, what it compares with, what was reported before or will be next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from crossfoot.normalise.periods import find_period, period_spans
from crossfoot.schema.period import Period
from crossfoot.schema.text import has_digit

_SPOKEN = re.compile(
    r"\b(?:performance|progress|position|report|plan|data|results?|update|information|monitoring)\b"
    r"[^.]{0,140}?\b(?:for|at|during|to|in|of|covering|covers?)\s+(?:the\s+)?(?:end\s+of\s+)?"
    r"(?P<rest>[^.]{3,70})",
    re.IGNORECASE,
)
#: What happened to a report or a plan at a time that is not the one it speaks of.
_EVENT = re.compile(
    r"\b(?:adopt|agree|approv|present|submit|publish|consider|endors|receiv|launch|sign|issu"
    r"|introduc|commission|held\b|complet|undert|carried\b|conduct|collect|extract|gather|visit"
    r"|inspect|audit|elect|peer\b|restructur|transfer|merge|award|since\b|open)\w*",
    re.IGNORECASE,
)
#: What is asked at one time, whatever the report on it is for.
_ASKED = re.compile(
    r"\b(?:surveys?|polls?|census(?:es)?|consultations?|questionnaires?|ballots?|referendums?"
    r"|focus groups?|mystery shop\w*)\b",
    re.IGNORECASE,
)
#: Words before a period by which it is another than the paper's.
_ANOTHER = re.compile(
    r"\b(?:next|last|previous|prior|future|forthcoming|earlier|compar\w+|against|versus|vs|since|than"
    r"|same|targets|date of|restated|final|draft"
    r"|(?:cabinet|committee|board|panel|council|members|commission|executive|scrutiny)\s+"
    r"(?:has\s+|have\s+)?(?:considered|received|noted|reviewed|discussed|scrutinised))\b"
    r"|^[\W\d]*(?:further to|following)\b",
    re.IGNORECASE,
)
#: Words behind it, of what became or becomes of a report or of figures.
_ELSEWHERE = re.compile(
    r"^[^,;:]{0,40}?\b(?:(?:was|were|is|are|will\s+be|has\s+been|have\s+been|had\s+been)\s+(?:\w+\s+)?"
    r"(?:report|consider|present|publish|restat|revis|agree|approv|submit|receiv|not|unavailable"
    r"|delay|given|correct|amend|discuss)|will\b|at\s+(?:its|the|their|our)\s+\w+\s+meeting\b)",
    re.IGNORECASE,
)
#: What says that the report itself is about the period.
_OWN = re.compile(
    r"\b(?:this|the)\s+(?:\w+\s+){0,3}?(?:report|paper|table|appendix|scorecard|document)\b"
    r"(?!\s+(?:was|were|in)\b)|\bpurpose\b|\bappendix\s+\w+\s+(?:contains|shows|sets|gives)",
    re.IGNORECASE,
)
_PARTS = frozenset({"quarter", "half", "month", "months"})


def spoken_period(text: Iterable[str]) -> Period | None:
    """The period that *text*, a paper's paragraphs, says it is about.

    That of the first sentence about the report itself; else the only one that is spoken of.
    """
    others: dict[str, Period] = {}
    for piece in chain.from_iterable(line.split(".") for line in text):
        if not has_digit(piece):  # no period without its year, and no full stop within the pattern
            continue
        for period in _spoken_in(piece):
            if _OWN.search(piece):
                return period
            if period.kind != "month":  # of a month much is said that is not about the report
                others[period.label] = period
    return next(iter(others.values())) if len(others) == 1 else None


def _spoken_in(piece: str) -> Iterator[Period]:
    match = _SPOKEN.search(piece)
    while match is not None:
        at = match.end()
        period = find_period(match["rest"])
        if period is not None:
            pieces = _pieces(match, period)
            at = max(end for _, end in pieces)
            first = min(start for start, _ in pieces)
            if period.kind in _PARTS and not _is_others(piece, match[0], period, (first, at)):
                yield _whole(piece, first) or period
        match = _SPOKEN.search(piece, at)


def _pieces(match: re.Match[str], period: Period) -> list[tuple[int, int]]:
    """Where the words of a period stand in the sentence."""
    off = match.start("rest")
    return [
        (off + start, off + end)
        for span in period_spans(match["rest"])
        if span.period == period
        for start, end in span.pieces
    ]


def _is_others(piece: str, said: str, period: Period, at: tuple[int, int]) -> bool:
    if period.kind == "month" and _EVENT.search(said):
        return True
    if _ASKED.search(said):
        return True
    return bool(_ANOTHER.search(piece[: at[0]]) or _ELSEWHERE.search(piece[at[1] :]))


def _whole(piece: str, at: int) -> Period | None:
    """The period of which a piece stands *at* a place: ``September 2009`` behind ``July to``."""
    for span in period_spans(piece):
        if any(start <= at < end for start, end in span.pieces):
            return span.period
    return None

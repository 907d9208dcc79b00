"""What to write into a headings file for a heading that is not listed: guesses for a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.normalise.column_contents import (
    dates_among,
    figures_among,
    naming_of_texts,
    role_of_texts,
)
from crossfoot.normalise.year_parts import split_period

#: Words of a heading over figures, and the meanings that then come to mind, best first.
_FIGURES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        re.compile(
            r"\b(?:variance|difference|change|gap|rank\w*|baseline|start\w*|forecast|predict\w*"
            r"|project\w*|expect\w*|estimat\w*|tolerance|threshold|weight\w*|next|future|proposed"
            r"|ceiling|floor|min\w*|max\w*|stretch)\b",
            re.IGNORECASE,
        ),
        ("other", "target", "result"),
    ),
    (
        re.compile(
            r"\b(?:average|mean|median|quartile|england|wales|national|region\w*|county|family"
            r"|neighbours?|peers?|others?|benchmark\w*|similar|compar\w*|group)\b",
            re.IGNORECASE,
        ),
        ("comparator", "other"),
    ),
    (
        re.compile(r"\b(?:last|previous\w*|prior|ago|before|past|earlier|former)\b", re.IGNORECASE),
        ("previous", "other"),
    ),
    (
        re.compile(
            r"\b(?:target\w*|goal|aim\w*|aspir\w*|ambition|standard|should|want|aspiration|trajectory"
            r"|profile\w*|milestone|plan(?:ned)?|limit)\b",
            re.IGNORECASE,
        ),
        ("target", "other"),
    ),
    (
        re.compile(r"\b(?:cumulative|so far|to date|ytd)\b", re.IGNORECASE),
        ("result.to_date", "result", "other"),
    ),
    (
        re.compile(r"\b(?:year ?end|outturn|final|full year|annual)\b", re.IGNORECASE),
        ("outturn", "other", "result"),
    ),
)
_ANY_FIGURE = ("result", "target", "previous", "comparator", "other")
_REVISED = re.compile(r"\b(?:revis\w*|new|extend\w*|amended|slipp\w*)\b", re.IGNORECASE)
_NOT_DUE = re.compile(
    r"\b(?:start\w*|begin\w*|began|complet(?:ed|ion date)|finished|done|actual|updated|reported"
    r"|meeting|review\w*)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:head|director|manager|officer|lead|team|service)\b", re.IGNORECASE)
_LONG = 40
_EDGES = " -\u2013\u2014:,/()[]*?"
_JOINING = re.compile(
    r"^(?:(?:for|of|the|at|to|in|on)\b\W*)+|(?:\W*\b(?:for|of|the|at|to|in|on))+$", re.IGNORECASE
)


def heading_words(heading: str) -> str:
    """The words of a heading without the period it names: what a headings file lists.

    ``""`` where there is nothing beside the period.
    """
    period, part, rest = split_period(" ".join(heading.split()))
    if period is None and part is None:
        return heading.strip(_EDGES)
    return _JOINING.sub("", rest.strip(_EDGES)).strip(_EDGES)


def propose(heading: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Meanings for a heading over *texts*, the likeliest first; never empty."""
    role = role_of_texts(heading, texts)
    if role is not None:
        return (role, "other")
    if texts and figures_among(texts) * 2 > 1:
        return next(
            (meanings for words, meanings in _FIGURES if words.search(heading)), _ANY_FIGURE
        )
    if texts and dates_among(texts) * 2 > 1:
        if _NOT_DUE.search(heading):
            return ("other", "updated", "due")
        return ("revised_due", "due") if _REVISED.search(heading) else ("due", "other")
    return _of_words(heading, texts)


def _of_words(heading: str, texts: Sequence[str]) -> tuple[str, ...]:
    if not texts:
        return ("other", "note")
    naming = naming_of_texts(texts, may_be_title=True, blank=False, first=True)
    if naming == "code":
        return ("code", "other")
    if any(len(text) >= _LONG for text in texts) and naming is None:
        return ("note", "description", "corrective_action")
    people = sum(_PERSON.search(text) is not None for text in texts)
    if people * 2 > len(texts) or _PERSON.search(heading):
        return ("owner", "lead", "section")
    if naming == "title":
        return ("title", "description", "note")
    return ("section", "owner", "other") if len(set(texts)) < len(texts) else ("other", "title")

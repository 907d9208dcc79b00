"""What a later paper says of a figure that it prints anew: that it is final, or another one now.

Only words about this figure count. A row's note speaks of the target, of procedures and of other
years as well, and none of these explains a change.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple, Protocol

from crossfoot.schema.pattern import late


class Declared(NamedTuple):
    """The words, as printed; ``final``: they make a provisional figure final, else restate it."""

    words: str
    final: bool


class _Printed(Protocol):
    @property
    def measure(self) -> str: ...
    @property
    def period(self) -> str | None: ...
    @property
    def period_end(self) -> date | None: ...
    @property
    def footnote(self) -> str | None: ...


_FINAL = late(
    r"\bfinal(?= (?:audited )?(?:figures?|outturns?|results?|data)\b)|\bfinali[sz]ed\b"
    r"|(?:is|are|now|been) (?:now )?(?:final|audited|confirmed)\b"
    r"|(?:was|were) (?:an? )?(?:estimated?|estimates|provisional)\b|\baudited(?= (?:figures?|data"
    r"|outturns?|results?)\b)|^\W*(?:final|audited)\W*$",
    re.IGNORECASE,
)
_ALONE = late(r"\W*(?:final(?:i[sz]ed)?|audited)(?:\W|figures?|outturns?)*$", re.IGNORECASE)
_RESTATED = late(
    r"\b(?:re-?stat(?:ed|ement)|revis(?:ed|ion)|correct(?:ed|ion)|amend(?:ed|ment)|updated"
    r"|re-?calculat(?:ed|ion)|adjusted|re-?based|re-?set"
    r"|changed?(?= (?:to|from|in) (?:the )?(?:definition|methodology|calculation)\b)"
    r"|previously (?:reported|published|stated))(?![a-z])",
    re.IGNORECASE,
)
_NOUN = late(
    r"\b(?:figures?|outturns?|results?|data|values?|percentages?|numbers?|performance|definition"
    r"|methodology|calculation|previously)\b",
    re.IGNORECASE,
)
# "Revised following audit", "amended from 44.1% to 44.6%"; not "revised our procedures".
_GOES_ON = late(
    r"\W*(?:$|[,;:.()]|\b(?:following|after|from|to|by|due|because|since|as|in line|upon|on"
    r"|downwards?|upwards?|post|for)\b)",
    re.IGNORECASE,
)
_TARGETS = re.compile(r"\btargets?\b", re.IGNORECASE)
_YEARS = re.compile(r"(?<!\d)(?:(?:20)?(\d\d))\s?[/-]\s?(?:20)?(\d\d)(?!\d)")
_BEFORE = re.compile(r"\b(?:last|previous|prior|preceding) (?:financial )?year", re.IGNORECASE)
_CLAUSE = re.compile(r",\s+|\s(?:but|while|whilst|though)\s", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n")
_REVISED_MARK = re.compile(r"\(?r\)?", re.IGNORECASE)


def declared(item: _Printed, note: str | None, paper_ends: date | None) -> Declared | None:
    """Return what the paper says of this figure; null where it says nothing of it.

    *note* is the note of its row, *paper_ends* the last day of the paper's own period. A sentence
    that names years speaks of theirs, one of "last year" of a figure of before the paper's own
    year; a target is spoken of by the word target.
    """
    if item.footnote and (found := _said_beside(item.footnote)):
        return found
    for sentence in _SENTENCE.split(note or ""):
        if not _is_of_its_time(sentence, item, paper_ends):
            continue
        if found := _said(sentence, for_target=item.measure == "target"):
            return found
    return None


def _said_beside(footnote: str) -> Declared | None:
    """What stands at the figure itself, or in its heading, speaks of it alone."""
    if marks := [word for word in footnote.split() if _REVISED_MARK.fullmatch(word)]:
        return Declared(marks[0], final=False)
    return _said(footnote, for_target=False) or _said(footnote, for_target=True)


def _is_of_its_time(sentence: str, item: _Printed, paper_ends: date | None) -> bool:
    if years := _YEARS.findall(sentence):
        return any(year in years for year in _YEARS.findall(item.period or ""))
    if _BEFORE.search(sentence) and paper_ends is not None and item.period_end is not None:
        return item.period_end < paper_ends
    return True


@lru_cache(maxsize=4096)
def _said(sentence: str, *, for_target: bool) -> Declared | None:
    about = bool(_NOUN.search(sentence) or _YEARS.search(sentence))
    for clause in _CLAUSE.split(sentence):
        if bool(_TARGETS.search(clause)) != for_target:
            continue
        if (found := _FINAL.search(clause)) and (about or _ALONE.match(clause)):
            return Declared(found[0].strip(), final=True)
        for found in _RESTATED.finditer(clause):
            if _NOUN.search(clause) or _GOES_ON.match(clause, found.end()):
                return Declared(found[0], final=False)
    return None

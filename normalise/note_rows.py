"""Rows that hold a remark alone: ``Latest Note: …``, ``Demand was higher than last year``.

They name neither a row nor a section, however wide they are printed.
"""

from __future__ import annotations

import re

from crossfoot.normalise.codes import find_code

_CALLED = (
    r"(?:(?:latest|current|further|performance|officers?'?|quarterly|explanatory)\s+)*"
    r"(?:notes?|comments?|commentar(?:y|ies)|narratives?|remarks?|explanations?)"
)
_LED = re.compile(
    rf"{_CALLED}(?:\s*[:\u2013\u2014]|\s+-\s)\s*(?P<note>.*)", re.IGNORECASE | re.DOTALL
)
_TITLE = re.compile(rf"{_CALLED}\W*", re.IGNORECASE)
#: What happened. Aims that head sections are put in the present: ``Our streets are clean``.
_PAST = re.compile(
    r"\b(?:was|were|wasn['\u2019]t|weren['\u2019]t|had|(?:has|have) (?:not |now |also )?been)\b"
    r"|\b(?:due to|because of|as a result of)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|will|can(?:not)?|remains?|continues?)\b", re.IGNORECASE
)
#: Words of a title that counts something, which may say of what in a clause of its own.
_COUNTS = re.compile(
    r"^\W*%|\b(?:number|no\.|percentage|per ?cent|average|rate|ratio|proportion|who|whom|whose|that"
    r"|which|where|when|how|what|whether)\b|%\s+of\b|\?\s*$",
    re.IGNORECASE,
)
_TWO_SENTENCES = re.compile(r"[a-z)%][a-z)%0-9][.;] [A-Z][a-z]")
_FEWEST_WORDS = 4


def is_remark(text: str) -> bool:
    """Whether a text that stands alone in its row is a remark on the row above it."""
    if _LED.fullmatch(text):
        return True
    if len(text.split()) < _FEWEST_WORDS or find_code(text):
        return False
    if _TWO_SENTENCES.search(text) and text.endswith("."):
        return True
    if _COUNTS.search(text):
        return False
    return bool(_PAST.search(text) or (text.endswith(".") and _PRESENT.search(text)))


def called_note(text: str) -> str | None:
    """What a text says that calls itself a note: ``On track`` of ``Comment: On track``."""
    led = _LED.fullmatch(text)
    return (led["note"] or None) if led else None


def is_remark_title(title: str | None) -> bool:
    """Whether a title says that a remark stands beside it: ``Latest note``."""
    return bool(title) and _TITLE.fullmatch(title or "") is not None

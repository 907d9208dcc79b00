"""What a paper says of a figure that is not final yet."""

from __future__ import annotations

import re

from crossfoot.schema.pattern import late
from crossfoot.store.printing import Printing
from crossfoot.store.succession import NOT_FINAL, NOT_FINAL_LETTERS

_WORDS = rf"(?:{'|'.join(f'{word}{rest}' for word, rest in NOT_FINAL.items())})"
_LETTERS = "".join(NOT_FINAL_LETTERS)
#: Beside a number or in the heading of its column every word speaks of the number.
_BESIDE = late(rf"\b{_WORDS}(?![a-z])|\([{_LETTERS}]\)", re.IGNORECASE)
#: A year's result under such a heading was printed before the year was out.
_TO_DATE = re.compile(r"\b(?:year[ -])?to[ -]date\b", re.IGNORECASE)
_LETTER = re.compile(rf"\(?[{_LETTERS.upper()}]\)?")
_FIGURE = r"(?:figures?|outturns?|results?|data|values?|percentages?|positions?|performance)"
#: In prose only these do: tasks are "estimated to be complete", budgets are "provisional".
_IN_NOTE = late(
    rf"\b{_WORDS}\s(?:[\w-]+\s){{0,2}}?{_FIGURE}\b"
    rf"|\b{_FIGURE}\s(?:[\w/]+\s){{0,2}}?(?:is|are|was|were|remains?)\s(?:still\s|an?\s|only\s)*"
    rf"{_WORDS}(?![a-z])"
    rf"|\b{_FIGURE}\s{_WORDS}(?![a-z])"
    rf"|^\W*{_WORDS}\W*$|^\W*(?:provisional|un-?audited)(?=\s*[,;(.])",
    re.IGNORECASE,
)
_STAR = "*"
_STARRED = re.compile(r"\*+\s*([^*]+)")


def provisional_mark(item: Printing) -> str | None:
    """Return what marks the figure as not final, in words; null where nothing does.

    A word or a letter beside the number or in its column's heading ("97.0% (P)", "estimated
    outturn", a year's result "to date"); the row's note where it speaks of a figure of the paper's
    own period; a star whose note says so, or which no note explains; a paper of before the end of
    the figure's own period. ``R`` (revised) marks a figure that is final again, other letters say
    nothing.
    """
    beside = " ".join(text for text in (item.as_printed, item.footnote) if text)
    heading = item.period_as_printed or ""
    found = _BESIDE.search(beside) or _BESIDE.search(heading)
    if found is None and item.measure == "outturn":
        found = _TO_DATE.search(beside) or _TO_DATE.search(heading)
    if found:
        return f"printed as {found[0]!r}"
    if item.footnote and _LETTER.fullmatch(item.footnote):
        return f"marked {item.footnote}"
    if _STAR in (item.footnote or ""):
        return _star(item.note or "")
    if item.note and _is_own(item) and (found := _IN_NOTE.search(item.note)):
        return f"its note says {found[0].strip()!r}"
    return _before_its_end(item)


def _star(note: str) -> str | None:
    if not (explained := _STARRED.search(note)):
        return "marked *, which its row does not explain"
    found = _IN_NOTE.search(explained[1]) or _BESIDE.match(explained[1])
    return f"marked *: {found[0].strip()!r}" if found else None


def _is_own(item: Printing) -> bool:
    """Whether the note of the row speaks of this figure: of the paper's period, not of earlier."""
    if item.period and item.period in (item.note or ""):
        return True
    ends, told = item.period_end, item.reporting_period_end
    return ends is not None and told is not None and ends >= told


def _before_its_end(item: Printing) -> str | None:
    if item.measure not in ("outturn", "actual") or item.period_end is None:
        return None
    if item.published_on is not None and item.published_on <= item.period_end:
        return "published before its period ended"
    told = item.reporting_period_end
    if told is not None and told < item.period_end:
        return "of a paper on a time before its period ended"
    return None

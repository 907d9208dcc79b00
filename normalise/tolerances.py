"""How near to its target a result is, where a key says it in figures: ``Within 5% of target``.

Such words are no status by themselves: one council's green is another's amber. Beside an entry that
names the target as met, what lies within a tolerance is amber and what lies beyond it red.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.normalise.legends import Entry, status_of_meaning

_AMOUNT = r"\d+(?:\.\d+)?\s?(?:%|per\s?cent|percentage points?|points?|pp)"
_WITHIN = re.compile(
    rf"\b(?:within|up to|less than|no more than|under|by|between)\s(?:[^.]*?\s)?{_AMOUNT}"
    r"|\bwithin (?:\w+ )*tolerance",
    re.IGNORECASE,
)
_BEYOND = re.compile(
    rf"(?:\b(?:more|greater|worse|over|exceeding|outside|beyond|at least)\b(?: than)?|>)\s?"
    rf"(?:[^.]*?\s)?{_AMOUNT}|\b(?:outside|beyond) (?:\w+ )*tolerance",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"\b(?:below|off|from|of|short|worse|behind|outside|beyond|target)\b", re.IGNORECASE
)


def with_tolerances(entries: list[Entry]) -> list[Entry]:
    """Return the entries of one key, those that give a tolerance with the status it stands for."""
    statuses = [entry.said or status_of_meaning(entry.printed, entry.subject) for entry in entries]
    if "green" not in statuses or all(statuses):
        return entries
    return _said(_said(entries, statuses, _BEYOND, "red"), statuses, _WITHIN, "amber")


def _said(
    entries: list[Entry], statuses: Sequence[str | None], words: re.Pattern[str], status: str
) -> list[Entry]:
    """Return the entries with the only one of these words taken for a status none other has."""
    found = [
        at
        for at, entry in enumerate(entries)
        if statuses[at] is None
        and entry.said is None
        and words.search(entry.printed)
        and _OFF.search(entry.printed)
    ]
    if len(found) != 1 or status in statuses:
        return entries
    at = found[0]
    entry = entries[at]._replace(said=status)  # type: ignore[arg-type]
    return [*entries[:at], entry, *entries[at + 1 :]]

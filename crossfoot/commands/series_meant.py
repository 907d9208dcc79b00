"""Which series a user means."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crossfoot.schema.errors import UsageError

if TYPE_CHECKING:
    from crossfoot.store.database import Store
    from crossfoot.store.series import SeriesHead

_SUGGESTED = 8
# rapidfuzz's score from 0 to 100; titles below it share no more than their common words.
_ALIKE = 60


def series_meant(store: Store, code: str, council: str | None) -> list[SeriesHead]:
    """Return the series meant; UsageError with suggestions where that is not clear."""
    from crossfoot.normalise.codes import code_key
    from crossfoot.store.series import find_series

    found = find_series(store, code, council=council, code_key=code_key)
    if not found:
        raise UsageError(f"there is no series {code!r}", _suggestion(store, code, council))
    if found[0].matched_by == "words" and len(found) > 1:
        names = [head.code or f"{head.title!r}" for head in found]
        raise UsageError(
            f"{code!r} is part of {len(found)} titles",
            f"give one of these codes or titles: {some(names)}",
        )
    return found


def _suggestion(store: Store, code: str, council: str | None) -> str:
    """Codes are never matched by similarity: only codes of the same family, or like titles."""
    from rapidfuzz import fuzz, process, utils

    from crossfoot.store.queries import codes

    entries = codes(store, council=council)
    letters = "".join(char for char in code if char.isalpha()).casefold()
    family = sorted(
        {e.code for e in entries if e.code and letters and _letters(e.code).startswith(letters)}
    )
    if family and any(char.isdigit() for char in code):
        return f"codes that begin alike: {some(family)}"
    titles = [entry.title for entry in entries if entry.title]
    alike = process.extract(
        code,
        list(dict.fromkeys(titles)),
        scorer=fuzz.token_set_ratio,
        processor=utils.default_process,
        score_cutoff=_ALIKE,
        limit=_SUGGESTED,
    )
    names = [f"{match[0]!r}" for match in alike] or family
    return f"alike are {some(names)}" if names else "crossfoot codes lists what there is"


def _letters(code: str) -> str:
    return "".join(char for char in code if char.isalpha()).casefold()


def some(names: Sequence[str]) -> str:
    """Return a few of the names, and how many more there are."""
    distinct = list(dict.fromkeys(names))
    more = len(distinct) - _SUGGESTED
    return ", ".join(distinct[:_SUGGESTED]) + (f" and {more} more" if more > 0 else "")

"""Which document and which series a user means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from crossfoot.schema.errors import UsageError
from crossfoot.schema.paper import Document
from crossfoot.sources import identify
from crossfoot.store.database import Store
from crossfoot.store.queries import codes, documents, find_document
from crossfoot.store.series import SeriesHead, Trend, find_series, series_heads

_SUGGESTED = 8
# rapidfuzz's score from 0 to 100; titles below it share no more than their common words.
_ALIKE = 60


def document_meant(store: Store, selector: str) -> Document:
    """Return the document that *selector* names: a path, a file name, or the start of an id.

    A path is known by the bytes of its file, whatever it is called now. Raises UsageError where
    there is no such document, or more than one.
    """
    path = Path(selector)
    if path.is_file():
        document_id = identify(path).document_id
        for document in documents(store):
            if document.document_id == document_id:
                return document
    return find_document(store, path.name if path.name else selector)


def series_meant(store: Store, code: str, council: str | None) -> list[SeriesHead]:
    """Return the series that *code* names: a code in any spelling, a title, or an id.

    Raises UsageError with suggestions where there is none, or a word of several titles is given.
    """
    from crossfoot.normalise.codes import code_key  # noqa: PLC0415 - a tenth of a start

    found = find_series(store, code, council=council, code_key=code_key)
    if not found:
        if council and not documents(store, council=council):
            raise UsageError(f"there are no papers of {council!r}", "see crossfoot codes")
        raise UsageError(f"there is no series {code!r}", _suggestion(store, code, council))
    if found[0].matched_by == "words" and len(found) > 1:
        names = [head.code or f"{head.title!r}" for head in found]
        raise UsageError(
            f"{code!r} is part of {len(found)} titles",
            f"give one of these codes or titles: {some(names)}",
        )
    return found


def with_joined(store: Store, heads: list[SeriesHead], found: Trend) -> list[SeriesHead]:
    """Return *heads* and the series that links join with them in what was *found*."""
    asked = {head.series_id for head in heads}
    joined = {each for line in found.lines for each in line.members} - asked
    return [*heads, *series_heads(store, joined)] if joined else heads


def _suggestion(store: Store, code: str, council: str | None) -> str:
    """Codes are never matched by similarity: only codes of the same family, or like titles."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - only where a code is unknown

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

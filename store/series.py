"""Finding a series by what a person types: an id, a code in any spelling, a title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sqlalchemy import Connection, func, select

from crossfoot.schema.text import fold
from crossfoot.store.database import Store
from crossfoot.store.tables import figures, indicators, series
from crossfoot.store.trend import Trend, TrendPoint, Vintage, trend

__all__ = [
    "CodeKey",
    "MatchedBy",
    "SeriesHead",
    "Trend",
    "TrendPoint",
    "Vintage",
    "every_series",
    "find_series",
    "loose_key",
    "result_ends",
    "same_council",
    "series_heads",
    "trend",
]

MatchedBy = Literal["series_id", "code", "title", "words"]
CodeKey = Callable[[str], str | None]
_ID = re.compile(r"[0-9a-f]{8,32}")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class SeriesHead:
    """A series, and what of it matched; ``words`` are candidates, not an answer."""

    series_id: str
    council: str | None
    code: str | None
    title: str | None
    unit: str | None
    polarity: str | None
    matched_by: MatchedBy


def loose_key(code: str) -> str:
    """Return *code* without case, separators and leading zeros: ``BV 009`` and ``bv9`` agree.

    For looking up only. It takes fewer codes for different than the grammar of codes does, and a
    person sees what was found.
    """
    return "".join(_WORD.findall(_ZEROS.sub("", code.casefold()))).replace("_", "")


def same_council(council: str | None, wanted: str | None) -> bool:
    """Whether *wanted* names *council*, wholly or by whole words (``Broxtowe``)."""
    if wanted is None:
        return True
    have, want = _WORD.findall((council or "").casefold()), _WORD.findall(wanted.casefold())
    spans = (have[start : start + len(want)] for start in range(len(have) - len(want) + 1))
    return bool(want) and any(span == want for span in spans)


def every_series(store: Store, *, council: str | None = None) -> list[SeriesHead]:
    """Return every series of a council, or all, in order of council and code."""
    with store.read() as connection:
        return [head for head in _heads(connection) if same_council(head.council, council)]


def find_series(
    store: Store,
    selector: str,
    *,
    council: str | None = None,
    code_key: CodeKey | None = None,
) -> list[SeriesHead]:
    """Return the series that *selector* means, best kind of match only, in order of council.

    Tried in turn: a series id (eight or more of its first digits), a code, a whole title, words of
    a title. Codes are compared exactly, then by *code_key* (the identity of the code grammar),
    then by :func:`loose_key`; spellings that papers printed count like the label. Empty where
    nothing matches.
    """
    with store.read() as connection:
        heads = [head for head in _heads(connection) if same_council(head.council, council)]
        spellings, titles = _printed(connection)
    wanted = fold(selector)
    tried: tuple[tuple[MatchedBy, list[SeriesHead]], ...] = (
        ("series_id", _by_id(heads, wanted)),
        ("code", _by_code(heads, spellings, wanted, code_key)),
        ("title", _by_title(heads, titles, wanted)),
        ("words", _by_words(heads, titles, wanted)),
    )
    for kind, found in tried:
        if found:
            return [replace(head, matched_by=kind) for head in found]
    return []


def series_heads(store: Store, series_ids: Iterable[str] | None = None) -> list[SeriesHead]:
    """Return the series with these ids, or all, in order of council and code."""
    wanted = None if series_ids is None else set(series_ids)
    with store.read() as connection:
        heads = _heads(connection)
    return [head for head in heads if wanted is None or head.series_id in wanted]


def result_ends(store: Store, series_ids: Iterable[str]) -> dict[str, tuple[date, date]]:
    """Return the ends of the first and the last period with a result; none for a series without."""
    column = figures.c
    query = (
        select(column.series_id, func.min(column.period_end), func.max(column.period_end))
        .where(
            column.series_id.in_(sorted(set(series_ids))),
            column.measure.in_(("outturn", "actual")),
            column.value_state == "value",
            column.period_end.is_not(None),
        )
        .group_by(column.series_id)
    )
    with store.read() as connection:
        return {series_id: (first, last) for series_id, first, last in connection.execute(query)}


def _heads(connection: Connection) -> list[SeriesHead]:
    c = series.c
    rows = connection.execute(select(c.series_id, c.council, c.code, c.title, c.unit, c.polarity))
    heads = [SeriesHead(*row, "series_id") for row in rows]
    return sorted(heads, key=lambda head: (head.council or "", head.code or "", head.series_id))


def _printed(connection: Connection) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the spellings of codes and the titles that papers print, by series."""
    spellings: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, set[str]] = defaultdict(set)
    column = indicators.c
    rows = connection.execute(
        select(column.series_id, column.code, column.code_as_printed, column.title).distinct()
    )
    for series_id, code, printed, title in rows:
        spellings[series_id].update(text for text in (code, printed) if text)
        titles[series_id].update(text for text in (title,) if text)
    return spellings, titles


def _by_id(heads: Iterable[SeriesHead], wanted: str) -> list[SeriesHead]:
    start = wanted.casefold()
    if not _ID.fullmatch(start):
        return []
    return [head for head in heads if head.series_id.startswith(start)]


def _by_code(
    heads: list[SeriesHead],
    spellings: dict[str, set[str]],
    wanted: str,
    code_key: CodeKey | None,
) -> list[SeriesHead]:
    keys = (str.casefold, code_key, loose_key)
    for key in keys:
        if key is None or not key(wanted):
            continue
        target = key(wanted)
        found = [
            head for head in heads if any(key(code) == target for code in _codes(head, spellings))
        ]
        if found:
            return found
    return []


def _codes(head: SeriesHead, spellings: dict[str, set[str]]) -> set[str]:
    return spellings.get(head.series_id, set()) | ({head.code} if head.code else set())


def _by_title(
    heads: list[SeriesHead], titles: dict[str, set[str]], wanted: str
) -> list[SeriesHead]:
    target = fold(wanted).casefold()
    return [head for head in heads if target in {t.casefold() for t in _titles(head, titles)}]


def _by_words(
    heads: list[SeriesHead], titles: dict[str, set[str]], wanted: str
) -> list[SeriesHead]:
    words = set(_WORD.findall(wanted.casefold()))
    if not words:
        return []
    return [
        head
        for head in heads
        if any(words <= set(_WORD.findall(t.casefold())) for t in _titles(head, titles))
    ]


def _titles(head: SeriesHead, titles: dict[str, set[str]]) -> set[str]:
    return titles.get(head.series_id, set()) | ({head.title} if head.title else set())

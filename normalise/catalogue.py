"""The catalogue of national indicators, and how they follow from one another.

Best-value indicators (2000/01 to 2007/08) and National Indicators (2008/09 to 2010/11), as data:
``national_indicators.csv``, ``national_relations.csv``, ``national_sources.csv``. What could not be
vouched for is empty there. Read when a paper first prints a national code, and then kept.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

from crossfoot.normalise.codes import code_key
from crossfoot.normalise.data_files import data_text
from crossfoot.schema.lineage import Relation
from crossfoot.schema.values import LinkKind, Polarity

_INDICATORS = "national_indicators.csv"
_RELATIONS = "national_relations.csv"
_SOURCES = "national_sources.csv"


class NationalIndicator(NamedTuple):
    """One entry. ``first_year`` and ``last_year`` are financial years (``2008/09``) in which it
    was in force; ``source`` is a key of :func:`sources`.

    ``title`` is short and in our words; ``also`` are other words that councils title it with.
    ``unit``, ``polarity`` and years are ``None`` where they could not be vouched for.
    """

    code: str
    title: str
    unit: str | None
    polarity: Polarity | None
    first_year: str | None
    last_year: str | None
    source: str
    also: tuple[str, ...]


class NationalRelation(NamedTuple):
    """``code`` is *kind* (``successor``, ``sum-of`` …) of ``other`` from the year ``since`` on.

    Read as a sentence: NI192 is the sum of BV82a and of BV82b since 2008/09; NI195a is part of
    NI195; NI181 is BV78a redefined. An indicator that is the sum of several has a row for each.
    Of a sum whose parts were renumbered the spellings of both times are listed: a council prints
    one of them.
    """

    code: str
    kind: LinkKind
    other: str
    since: str
    source: str
    note: str | None


@cache
def catalogue() -> dict[str, NationalIndicator]:
    """Every entry by the folded key of its code."""
    entries = (
        NationalIndicator(
            code=row["code"],
            title=row["title"],
            unit=row["unit"] or None,
            polarity=cast(Polarity, row["polarity"]) if row["polarity"] else None,
            first_year=row["first_year"] or None,
            last_year=row["last_year"] or None,
            source=row["source"],
            also=tuple(text for text in row["also"].split(";") if text),
        )
        for row in _rows(_INDICATORS)
    )
    return {entry.code.casefold(): entry for entry in entries}


def national_indicator(code: str) -> NationalIndicator | None:
    """The entry of a national code in any spelling (``BVPI 009``), else ``None``.

    A sub-part that is not listed has no entry, not that of the whole.
    """
    return catalogue().get(code_key(code))


@cache
def relations() -> tuple[NationalRelation, ...]:
    """Every relation between national codes, in the order of the data."""
    return tuple(
        NationalRelation(
            code=row["code"],
            kind=cast(LinkKind, row["kind"]),
            other=row["other"],
            since=row["since"],
            source=row["source"],
            note=row["note"] or None,
        )
        for row in _rows(_RELATIONS)
    )


def relations_of(code: str) -> tuple[NationalRelation, ...]:
    """The relations in which a national code, in any spelling, stands on either side."""
    key = code_key(code)
    return tuple(
        relation
        for relation in relations()
        if key in (relation.code.casefold(), relation.other.casefold())
    )


def stated() -> tuple[Relation, ...]:
    """Every relation as proposals of links take it, with the title of its source."""
    return tuple(
        Relation(each.code, each.kind, each.other, sources()[each.source]) for each in relations()
    )


@cache
def sources() -> dict[str, str]:
    """The titles of the documents that entries rest on, by their key."""
    return {row["source"]: row["title"] for row in _rows(_SOURCES)}


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(data_text(name).splitlines())

"""Over what span a figure was counted: ``basis`` (rulings 3 and 4).

What is known of the indicator itself comes first, then what its heading says: a result headed by a
quarter, a half-year or a month is that period's. A target's basis is ``unknown`` unless one of the
two tells. Council tax and business rates collected (BV9, BV10) are collected up to the day of the
figure within the year: a first quarter near 29% and a year-end near 97% are one series.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal, cast

from crossfoot.normalise.columns import Column
from crossfoot.normalise.spans import year_of
from crossfoot.schema.values import Basis

#: ``stock``: what is there on a day, if the heading speaks of one.
Nature = Literal["collection", "cumulative", "rolling", "snapshot", "stock"]

#: Best Value indicators 9 and 10: percentage of council tax, of non-domestic rates, collected.
_COLLECTION_CODES = frozenset({"bv9", "bv10"})
_COLLECTION = re.compile(
    r"\b(?:council tax|non[ -]?domestic rates?|business rates?|nndr|ndr)\b[^.]{0,60}\bcollect"
    r"|\bcollect\w*\b[^.]{0,40}\b(?:council tax|non[ -]?domestic rates?|business rates?|nndr)\b",
    re.IGNORECASE,
)
_ROLLING = re.compile(r"\brolling\b|\b12 months? to\b", re.IGNORECASE)
_CUMULATIVE = re.compile(r"\bcumulative\b|\byear[ -]to[ -]date\b|\bytd\b", re.IGNORECASE)
_SNAPSHOT = re.compile(
    r"\bsnapshot\b|\b(?:as )?at (?:the )?end of (?:the )?(?:month|quarter|period|year)\b",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r"\b(?:waiting lists?|housing register|(?:in|of) temporary accommodation|outstanding"
    r"|vacancies|vacant|empty|arrears|caseload|claimants?|claiming|unemploy\w+|backlog)\b",
    re.IGNORECASE,
)
#: What comes in or goes out: no stock, whatever else the title names.
_FLOW = re.compile(
    r"\b(?:return\w*|brought|back|into|prevent\w*|reduc\w+|clear\w*|resolv\w+|times?|days|weeks"
    r"|average|plac\w+|collect\w*|recover\w*|paid|new|received|made|complet\w+|created|let|moved"
    r"|since|during|nights)\b",
    re.IGNORECASE,
)
#: Kinds of period that are part of a year.
_PARTS = frozenset({"quarter", "half", "month"})
#: A profiled target lies well below what the year ends with; an annual one beside it.
_WELL_BELOW = Decimal("0.8")


@lru_cache(maxsize=512)  # a council's papers have the titles of those before
def nature_of(code_key: str | None, title: str | None) -> Nature | None:
    """What is known of how an indicator is counted, from its code and its title."""
    text = title or ""
    if _ROLLING.search(text):
        return "rolling"
    if code_key in _COLLECTION_CODES or _COLLECTION.search(text):
        return "collection"
    if _CUMULATIVE.search(text):
        return "cumulative"
    if _SNAPSHOT.search(text):
        return "snapshot"
    return "stock" if _STOCK.search(text) and not _FLOW.search(text) else None


def nature_said(text: str | None) -> Nature | None:
    """How a column headed ``Cum. or Snap?`` says an indicator is counted."""
    first = (text or "").strip().casefold()
    if first in {"c", "cum", "cum.", "cumulative"}:
        return "cumulative"
    return "snapshot" if first in {"s", "snap", "snap.", "snapshot"} else None


def result_basis(column: Column, nature: Nature | None) -> Basis:
    """The basis of a result under *column*."""
    if column.measure == "outturn":
        return "annual"
    stated = column.stated_basis
    if column.period is not None and column.period.kind == "rolling" and stated is None:
        return "rolling"
    if nature in {"collection", "cumulative"} and stated in {None, "snapshot", "unknown"}:
        return "to_date"  # what runs up within the year is at any day what came in so far
    if stated is not None and stated != "unknown":
        return stated
    if nature in {"rolling", "snapshot"}:
        return cast("Basis", nature)
    if nature == "stock" and stated == "unknown" and column.period and column.period.kind == "day":
        return "snapshot"
    headed = column.printed_period is not None and stated is None
    if headed and column.period is not None and column.period.kind in _PARTS:
        return "in_period"
    return "unknown"


def target_basis(
    column: Column,
    nature: Nature | None,
    target: Decimal | None,
    beside: Sequence[Column],
    outturns: Sequence[Decimal],
) -> Basis:
    """The basis of a target: *beside* are the table's columns, *outturns* the row's year results.

    A year's target is annual unless a part of that year stands beside it: then it may be the
    profiled one, and only the indicator can tell.
    """
    if column.stated_basis is not None:
        return column.stated_basis
    period = column.period
    if period is None:
        return "unknown"
    if period.kind == "year" and not _beside_a_part(column, beside):
        return "annual"
    if nature == "rolling":
        return "rolling"
    if nature != "collection":
        return "to_date" if nature == "cumulative" and period.kind != "year" else "unknown"
    if period.kind != "year":
        return "to_date"
    if target is None or not outturns:
        return "unknown"
    return "to_date" if target < _WELL_BELOW * min(outturns) else "annual"


def _beside_a_part(column: Column, beside: Sequence[Column]) -> bool:
    return any(
        result.measure == "actual"
        and result.period is not None
        and column.period is not None
        and year_of(result.period) == column.period
        for result in beside
    )

"""Series as a store hands them over for proposals, in few words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from crossfoot.normalise.lineage import propose
from crossfoot.schema.lineage import Proposal, Result, SeriesFacts, Span
from crossfoot.schema.values import Polarity

COUNCIL = "Anywhere District Council"


def year(first: int) -> Span:
    return Span("outturn", "annual", date(first, 4, 1), date(first + 1, 3, 31))


def series(
    title: str,
    code: str | None = None,
    results: dict[int, str] | None = None,
    *,
    council: str | None = COUNCIL,
    section: str | None = "Revenues",
    unit: str | None = "%",
    polarity: Polarity | None = None,
    papers: tuple[str, ...] | None = None,
    older: tuple[str, ...] = (),
) -> SeriesFacts:
    """A series with the outturns of years (2018 is 2018/19), each in a paper of its own."""
    printed = {
        year(first): frozenset({Result(Decimal(text), len(text.partition(".")[2]))})
        for first, text in (results or {}).items()
    }
    return SeriesFacts(
        series_id=f"{code}/{title}/{council}",
        council=council,
        code=code,
        titles=(title, *older),
        sections=(section,) if section else (),
        unit=unit,
        polarity=polarity,
        results=printed,
        papers=frozenset(papers if papers is not None else (f"paper of {code} {title}",)),
    )


def proposed(*facts: SeriesFacts) -> list[tuple[str | None, str, str | None]]:
    """The proposals as code or title, kind, code or title."""
    names = {each.series_id: each.code or each.titles[0] for each in facts}
    return [(names[each.a], each.kind, names[each.b]) for each in propose(facts)]


def only(*facts: SeriesFacts) -> Proposal:
    (found,) = propose(facts)
    return found

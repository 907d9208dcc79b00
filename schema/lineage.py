"""What is known of a series when links between series are proposed, and what is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from crossfoot.schema.values import Basis, LinkKind, Measure, Polarity


class Span(NamedTuple):
    """What a result speaks of; two results of one span can be compared."""

    measure: Measure
    basis: Basis
    start: date
    end: date


class Result(NamedTuple):
    """A value that a paper prints, with its digits after the point."""

    value: Decimal
    decimals: int


@dataclass(frozen=True)
class SeriesFacts:
    """One series as its papers print it.

    ``titles`` and ``sections`` are the different ones printed, latest first; ``results`` every
    value printed of outturns and actuals; ``papers`` the documents with a row of it.
    """

    series_id: str
    council: str | None
    code: str | None
    titles: tuple[str, ...]
    sections: tuple[str, ...]
    unit: str | None
    polarity: Polarity | None
    results: dict[Span, frozenset[Result]]
    papers: frozenset[str]

    @property
    def first(self) -> date | None:
        """The first day that a result speaks of."""
        return min((span.start for span in self.results), default=None)

    @property
    def last(self) -> date | None:
        """The last day that a result speaks of."""
        return max((span.end for span in self.results), default=None)


class Relation(NamedTuple):
    """What a catalogue says: the code *a* is the *kind* of the code *b*, and who says so."""

    a: str
    kind: LinkKind
    b: str
    source: str


@dataclass(frozen=True)
class Proposal:
    """A link for a person to decide on: series *a* is the *kind* of series *b*.

    ``score`` runs from 0 to 1; ``reasons`` are the evidence in words, for and against.
    """

    a: str
    kind: LinkKind
    b: str
    score: float
    reasons: tuple[str, ...]


class ActionFacts(NamedTuple):
    """An action of a plan as its papers print it; titles and sections latest first."""

    council: str | None
    code: str
    titles: tuple[str, ...]
    sections: tuple[str, ...]
    papers: frozenset[str]


class Returned(NamedTuple):
    """The action *again* may be the action *before* of an earlier plan. Information, no link."""

    council: str
    again: ActionFacts
    before: ActionFacts
    score: float
    reasons: tuple[str, ...]

"""A drawn paper and what is true of it, by construction and never by our own grammars."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class TrueFigure:
    """One printed value: of which measure and period, in which unit.

    ``period`` is None where a bare heading leaves it to the reader, ``unit`` where only the title
    tells it: neither is then compared.
    """

    measure: str
    period: str | None
    value: Decimal
    unit: str | None


@dataclass
class TrueIndicator:
    """One indicator row; ``code`` as a reader should give it, ``status`` as the contract has it."""

    code: str | None
    title: str
    status: str | None = None
    figures: list[TrueFigure] = field(default_factory=list)


@dataclass
class TrueAction:
    """One action row; ``due`` is an ISO date."""

    code: str
    title: str
    status: str
    due: str
    progress: int | None = None


@dataclass
class Drawn:
    """A paper as HTML, and its truth."""

    html: str
    indicators: list[TrueIndicator] = field(default_factory=list)
    actions: list[TrueAction] = field(default_factory=list)
    landscape: bool = False

"""A drawn paper and what is true of it, by construction and never by our own grammars."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class TrueFigure:
    """One printed value: of which measure and period, in which unit.

    ``period`` is None where a bare heading leaves it to the reader, ``unit`` where only the title
    tells it: neither is then compared. ``also`` holds further measures and periods that name it as
    truly ("Same quarter last year" is that quarter's actual and a previous result). What is not
    ``counted`` (an average of other councils) is right where it is read as what it is, and nothing
    is missed where it is not. ``bases``, where given, are those that it may be read with: a year to
    date whose period is not compared is no month's own result.
    """

    measure: str
    period: str | None
    value: Decimal
    unit: str | None
    also: tuple[tuple[str, str | None], ...] = ()
    counted: bool = True
    bases: tuple[str, ...] = ()


@dataclass
class TrueIndicator:
    """One indicator row; ``code`` as a reader should give it, ``status`` as the contract has it.

    ``also`` holds further texts that are its title as truly: the title with the definition that
    stands under it in the same cell.
    """

    code: str | None
    title: str
    status: str | None = None
    figures: list[TrueFigure] = field(default_factory=list)
    also: tuple[str, ...] = ()


@dataclass
class TrueAction:
    """One action row; ``due`` and ``revised`` are ISO dates, a month's being its last day.

    ``also`` holds further statuses that the print says as truly (a green cell whose key says "on
    track" is in progress), ``people`` every officer and portfolio of the row, of whom a reader may
    give any as owner or lead; they are compared where some are drawn. What is not ``counted`` (a
    milestone within an action) need not be read as an action.
    """

    code: str | None
    title: str
    status: str | None
    due: str | None
    progress: int | None = None
    revised: str | None = None
    also: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    counted: bool = True


@dataclass
class Drawn:
    """A paper as HTML and, where its family can, in the languages of other producers; its truth.

    ``fodt`` is flat OpenDocument text, ``fo`` XSL formatting objects, ``xlsx`` a workbook,
    ``lines`` are fields parted by tabs for iText, ``pdfmake`` is JSON, ``rtf`` Rich Text Format,
    ``cells`` is JSON for programs that lay out cells.
    """

    html: str
    indicators: list[TrueIndicator] = field(default_factory=list)
    actions: list[TrueAction] = field(default_factory=list)
    landscape: bool = False
    fodt: str | None = None
    fo: str | None = None
    xlsx: bytes | None = None
    lines: str | None = None
    pdfmake: str | None = None
    rtf: str | None = None
    typst: str | None = None
    cells: str | None = None

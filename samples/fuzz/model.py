"""A random paper before it is drawn: blocks, tables, cells, and the typed rows they say.

Lengths are PDF points. Row and column numbers of a table begin at 0, headings counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Align = Literal["left", "center", "right"]
Vertical = Literal["top", "middle"]
Strokes = Literal["lines", "words", "letters", "twice"]
"""How text is put on the page: a line, a word or a letter at a time, or bold as the plain face
printed twice, a little apart."""
Decoration = Literal["frame", "logo", "bar", "head"]
"""A frame round the page, a picture in its corner, a coloured bar and a rule under its head."""
Borders = Literal["grid", "lines", "thin fills", "dashed", "double", "rows only", "none"]
"""How rules are drawn: a stroked box per cell, one long line per edge, thin filled rectangles,
dashes, two lines a point apart; and, for a later reader, between rows only or not at all."""


@dataclass(frozen=True)
class Cell:
    """One cell as drawn. ``raised`` is a superscript printed right after the text.

    ``icon`` names a picture of ``samples/icons``, set ``beside`` (before) the text or alone.
    """

    text: str = ""
    raised: str = ""
    icon: str | None = None
    icon_size: float = 10
    fill: str | None = None
    bold: bool = False
    ink: str = "#000000"
    align: Align = "left"
    rows: int = 1
    cols: int = 1


@dataclass(frozen=True)
class Spot:
    """A cell and where it begins."""

    row: int
    col: int
    cell: Cell


@dataclass(frozen=True)
class Style:
    """How a table is set. ``leading`` is a factor of ``size``; ``outer``: it has outer rules;
    ``cut``: rows are cut at page ends, with ``cut_spans`` also between rows that a cell ties.
    """

    font: str = "Helvetica"
    size: float = 9
    leading: float = 1.2
    pad: float = 3
    vertical: Vertical = "top"
    borders: Borders = "grid"
    rule: float = 0.5
    colour: str = "#000000"
    outer: bool = True
    repeat: bool = True
    cut: bool = False
    cut_spans: bool = False
    strokes: Strokes = "lines"


@dataclass(frozen=True)
class Table:
    """A table: ``widths`` are shares of the page's width, ``heads`` counts its heading rows.

    ``gap`` is the free space before it, so that page ends fall everywhere.
    """

    widths: tuple[float, ...]
    rows: int
    heads: int
    spots: tuple[Spot, ...]
    style: Style = field(default_factory=Style)


@dataclass(frozen=True)
class Words:
    """A paragraph outside tables."""

    text: str
    size: float = 10
    bold: bool = False
    align: Align = "left"
    after: float = 6


@dataclass(frozen=True)
class NewPage:
    """A page break."""


Block = Words | Table | NewPage


@dataclass(frozen=True)
class FigureTruth:
    """What one value cell says. ``periods`` are the labels that are right (ruling 11).

    There are several only where the print leaves it open (a bare ``Target``); ``None`` among them
    allows that the reader names none. ``basis`` is ``None`` where it depends on knowledge of the
    indicator. ``value`` is ``None`` unless ``state`` is ``value``.
    """

    col: int
    row: int
    measure: str
    periods: tuple[str | None, ...]
    value: Decimal | None
    unit: str | None
    state: str
    basis: str | None = None
    footnote: str | None = None


@dataclass(frozen=True)
class IndicatorTruth:
    """What one row of indicators says. ``section`` is ``None`` where the table gives none.

    ``name`` is the print of a cell that holds code and title together.
    """

    table: int
    row: int
    code: str | None
    title: str
    section: str | None
    status: str | None
    carrier: str | None
    figures: tuple[FigureTruth, ...]
    name: str | None = None


@dataclass(frozen=True)
class ActionTruth:
    """What one row of actions says; ``values`` are published columns of an action."""

    table: int
    row: int
    values: tuple[tuple[str, str | int | None], ...]


@dataclass(frozen=True)
class Model:
    """A whole paper. Tables in the truths are counted from 0 in ``blocks``' order.

    ``turned`` is the turn (degrees) with which pages are stored and undone, ``crop`` the width of
    a strip round the page that is cropped off; not every renderer does either.
    """

    family: str
    seed: int
    council: str
    title: str
    period: str
    blocks: tuple[Block, ...]
    page: tuple[float, float]
    margin: float
    font: str
    foot: str
    indicators: tuple[IndicatorTruth, ...]
    actions: tuple[ActionTruth, ...]
    turned: int = 0
    crop: float = 0
    decorations: frozenset[Decoration] = frozenset()

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))

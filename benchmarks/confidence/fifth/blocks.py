"""What a paper of the fifth set consists of, and how its tables lie, for every producer."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth

Align = Literal["left", "center", "right"]
Upright = Literal["top", "middle", "bottom"]
Kind = Literal["title", "heading", "body", "bold", "small"]

#: Full grid; rules between rows; rules only round the headings and at the end; none.
RULINGS = ("ruled", "rows", "heading", "none")
#: Every font of these papers, and how wide its letters are beside Helvetica's, rounded up.
FONTS = {
    "Liberation Sans": 1.0,
    "FreeSans": 1.0,
    "Carlito": 0.97,
    "Caladea": 1.02,
    "DejaVu Sans": 1.18,
}
#: Width and height of an upright page, in points.
A4 = (595.28, 841.89)
_OFTEN = (*("Liberation Sans",) * 5, *("Carlito",) * 3, "FreeSans", "DejaVu Sans", "Caladea")
_DARK = ("#002060", "#244061", "#00594f", "#632423", "#3f3151", "#333333", "#0070c0", "#76923c")
_LIGHT = ("#d8d8d8", "#b8cce4", "#daeef3", "#d6e3bc", "#fde9d9", "#ccc0d9", "#eeece1", "#ededed")
_SMALLEST = 6.0  # points: below this a paper is not made smaller to fit its page


@dataclass(frozen=True)
class Cell:
    """One cell: its letters, in lines or in one, a picture beneath them, its spans and colours."""

    text: str = ""
    columns: int = 1
    rows: int = 1
    bold: bool = False
    heading: bool = False
    fill: str | None = None
    ink: str | None = None
    align: Align = "left"
    picture: str | None = None


@dataclass
class Table:
    """Rows of cells under rows of headings; ``weights`` are the columns' shares of the width.

    A ``narrow`` one takes less than half of the page; ``ruling`` overrules the paper's.
    """

    weights: Sequence[float]
    heads: list[list[Cell]] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    narrow: bool = False
    ruling: str | None = None


@dataclass(frozen=True)
class Text:
    """A paragraph: its letters and what kind it is of."""

    text: str
    kind: Kind = "body"


@dataclass(frozen=True)
class NewPage:
    """What follows begins a page."""


Block = Text | Table | NewPage


@dataclass(frozen=True)
class Look:
    """One paper's style; lengths are points.

    ``standard`` is type that is not embedded (of the one producer that can do so), ``split`` lets
    a row run over the end of a page, ``footer`` stands with the page's number under every page.
    """

    ruling: str
    font: str
    standard: bool
    size: float
    padding: float
    side: float
    rule: float
    rule_ink: str
    head_fill: str | None
    head_ink: str
    heads: Align
    numbers: Align
    upright: Upright
    zebra: str | None
    repeat: bool
    split: bool
    section_fill: str | None
    footer: str | None
    margin: float
    landscape: bool = False

    @property
    def page(self) -> tuple[float, float]:
        """Width and height of the page."""
        return (A4[1], A4[0]) if self.landscape else A4


def draw_look(rng: random.Random, ruling: str, *, wide: int, footer: str) -> Look:
    """Draw a style for a paper whose tables are ruled so and have *wide* columns."""
    fill, ink = rng.choice(
        ((rng.choice(_DARK), "#ffffff"), *((rng.choice(_LIGHT), "#000000"),) * 2, (None, "#000000"))
    )
    ruled, open_ = ruling == "ruled", ruling in {"heading", "none"}
    numbers: Align = rng.choice(("center", "center", "center", "right", "left"))
    return Look(
        ruling=ruling,
        font=rng.choice(_OFTEN),
        standard=rng.random() < 0.5,
        size=rng.choice((7, 7, 7.5, 8, 8) if wide > 9 else (8, 8, 9, 9, 10, 10)),
        padding=rng.choice((3, 3.5, 4, 5) if open_ else (1.5, 2, 2, 3, 4)),
        side=rng.choice((4, 5) if not ruled else (2.5, 3, 4, 5)),
        rule=rng.choice((0.5, 0.5, 0.75, 1)),
        rule_ink=rng.choice(("#000000", "#000000", "#000000", "#808080", "#bfbfbf")),
        head_fill=fill,
        head_ink=ink,
        # Without lines between the columns a heading stands as its numbers do.
        heads=rng.choice(("left", "center", "center")) if ruled else numbers,
        numbers=numbers,
        upright=rng.choice(("top", "top", "middle")),
        zebra=rng.choice(("#f2f2f2", "#eff3fa"))
        if rng.random() < (0.3 if open_ else 0.1)
        else None,
        repeat=rng.random() < 0.7,
        split=ruled and rng.random() < 0.3,
        section_fill=rng.choice((None, "#d9d9d9", "#eaeaea", "#dce6f1", "#fcd5b4", "#ffff99")),
        footer=footer if rng.random() < 0.6 else None,
        margin=rng.choice((34.0, 42.5, 51.0, 56.7)),
    )


class Place(NamedTuple):
    """One place of a table's grid: its cell, and how far it lies below and right of its corner."""

    cell: Cell
    down: int
    right: int


def grid(rows: Sequence[Sequence[Cell]], columns: int) -> list[list[Place]]:
    """Every place of these rows, row by row; raises StopIteration where a row lacks cells."""
    found: dict[tuple[int, int], Place] = {}
    for row, cells in enumerate(rows):
        coming = iter(cells)
        for column in range(columns):
            if (row, column) not in found:
                cell = next(coming)
                for down in range(cell.rows):
                    for right in range(cell.columns):
                        found[row + down, column + right] = Place(cell, down, right)
    return [[found[row, column] for column in range(columns)] for row in range(len(rows))]


def styled(table: Table, look: Look) -> list[list[Cell]]:
    """The cells of a table, headings first, with the colours that the paper gives them."""
    rows = [
        [
            replace(
                cell, bold=True, fill=cell.fill or look.head_fill, ink=cell.ink or look.head_ink
            )
            for cell in row
        ]
        for row in table.heads
    ]
    even = all(cell.rows == 1 for row in table.rows for cell in row)
    for number, row in enumerate(table.rows):
        zebra = look.zebra if even and table.heads and number % 2 else None
        rows.append([replace(cell, fill=cell.fill or zebra) for cell in row])
    return rows


def edges(table: Table, look: Look, row: int, down: int) -> str:
    """Which edges (of ``TBLR``) a cell has that begins in *row* and is *down* rows tall."""
    ruling, heads = table.ruling or look.ruling, len(table.heads)
    last, beyond = heads + len(table.rows), row + down
    if ruling == "ruled":
        return "TBLR"
    if ruling == "rows":
        return "TB"
    if ruling == "heading":
        return ("T" if row == 0 else "") + ("B" if beyond in {heads, last} else "")
    return ""


def fitting(blocks: Sequence[Block], look: Look) -> Look:
    """The style in which every word fits its column: turned, or smaller, if it must be."""
    tables = [block for block in blocks if isinstance(block, Table)]
    while True:
        if all(sum(_least(table, look)) <= room(table, look) for table in tables):
            return look
        if not look.landscape:
            look = replace(look, landscape=True)
        elif look.size > _SMALLEST:
            look = replace(look, size=look.size - 0.5)
        elif look.margin > 30:
            look = replace(look, margin=28.3, side=2.5)
        else:
            raise ValueError("a table is too wide for its page")


def room(table: Table, look: Look) -> float:
    """How wide a table is."""
    return (look.page[0] - 2 * look.margin) * (0.45 if table.narrow else 1)


def widths(table: Table, look: Look) -> list[float]:
    """The widths of the columns: by their weights, and none less than its longest word."""
    least, wide = _least(table, look), room(table, look)
    fixed: dict[int, float] = {}
    while True:
        free = [place for place in range(len(least)) if place not in fixed]
        left = wide - sum(fixed.values())
        share = left / sum(table.weights[place] for place in free) if free else 0
        short = [place for place in free if share * table.weights[place] < least[place]]
        if not short:
            return [fixed.get(place, share * weight) for place, weight in enumerate(table.weights)]
        fixed.update({place: least[place] for place in short})


def _least(table: Table, look: Look) -> list[float]:
    found = [2 * look.side + 8.0] * len(table.weights)
    rows = [*table.heads, *table.rows]
    for row in grid(rows, len(table.weights)):
        for column, place in enumerate(row):
            if place.cell.columns == 1:
                found[column] = max(found[column], _longest(place.cell, look))
    return found


def _longest(cell: Cell, look: Look) -> float:
    name = "Helvetica-Bold" if cell.bold or cell.heading else "Helvetica"
    words = max((stringWidth(word, name, look.size) for word in cell.text.split()), default=0.0)
    picture = 42.0 if cell.picture and cell.picture.startswith("bar") else 11.0
    wide = words * FONTS[look.font] * 1.04
    return max(wide, picture if cell.picture else 0.0) + 2 * look.side + 2 * look.rule + 1.5


def pictures(blocks: Sequence[Block]) -> Iterator[str]:
    """The names of the pictures of a paper, each once."""
    seen: dict[str, None] = {}
    for block in blocks:
        if isinstance(block, Table):
            for row in (*block.heads, *block.rows):
                seen.update({cell.picture: None for cell in row if cell.picture})
    yield from seen


def size_of(text: Text, look: Look) -> tuple[float, bool]:
    """The size and boldness of a paragraph."""
    body = max(look.size, 9.0)
    sizes = {"title": (body + 4, True), "heading": (body + 1.5, True), "small": (body - 1, False)}
    return sizes.get(text.kind, (body, text.kind == "bold"))

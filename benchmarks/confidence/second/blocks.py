"""What a paper consists of before a producer's language is chosen: headings, sentences, tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Run:
    """Letters of one style; ``raised`` is a superscript, ``shape`` a drawn disc or square."""

    text: str
    bold: bool = False
    italic: bool = False
    small: bool = False
    raised: bool = False
    ink: str | None = None
    symbols: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Bar:
    """A progress bar: filled to *share* of a hundred, with the text printed on or beside it."""

    share: int
    text: str


@dataclass(frozen=True)
class Cell:
    """One cell: its lines, its spans, how it stands; ``places`` aligns decimal points."""

    lines: tuple[Line, ...] = ()
    columns: int = 1
    rows: int = 1
    fill: str | None = None
    ink: str | None = None
    heading: bool = False
    align: Align = "left"
    places: int | None = None
    bar: Bar | None = None

    @property
    def text(self) -> str:
        """All its letters, lines parted by a space."""
        return " ".join("".join(run.text for run in line) for line in self.lines)


@dataclass
class Table:
    """Rows of cells under rows of headings; ``weights`` are the columns' shares of the width."""

    weights: Sequence[float]
    headings: list[list[Cell]] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    narrow: bool = False


@dataclass(frozen=True)
class Title:
    """The title of the paper."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A heading in the paper."""

    text: str


@dataclass(frozen=True)
class Sentence:
    """A paragraph: runs of letters."""

    line: Line


@dataclass(frozen=True)
class NewPage:
    """What follows begins a page."""


Block = Title | Heading | Sentence | Table | NewPage


def plain(text: str, *, bold: bool = False, align: Align = "left", fill: str | None = None) -> Cell:
    """A cell of one line of letters; without a line where *text* is empty."""
    return Cell(((Run(text, bold=bold),),) if text else (), align=align, fill=fill)


def sentence(text: str, *, bold: bool = False) -> Sentence:
    """A paragraph of letters of one style."""
    return Sentence((Run(text, bold=bold),))

"""How papers of the third set print a status and a direction of travel; and the keys to them."""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.confidence.second.blocks import Align, Block, Cell, Run, Table, plain
from benchmarks.confidence.third.measures import Measure

RAG = ("green", "amber", "red")
_PAINTS = (
    {"green": "#33cc33", "amber": "#ff9933", "red": "#ff3333"},
    {"green": "#66bb6a", "amber": "#ffca28", "red": "#ef5350"},
    {"green": "#00ff00", "amber": "#ffcc00", "red": "#ff0000"},
)
_INKS = {"green": "#2e9e2e", "amber": "#f08c00", "red": "#cc0000"}
_WORDS = (
    {"green": "On track", "amber": "Under control", "red": "Below target"},
    {"green": "On target", "amber": "Within tolerance", "red": "Behind target"},
    {"green": "Green", "amber": "Amber", "red": "Red"},
    {"green": "GREEN", "amber": "AMBER", "red": "RED"},
)
_SIGNS = (
    {"green": "\u25cf", "amber": "\u25cf", "red": "\u25cf"},
    {"green": "\u263a", "amber": "\u25d0", "red": "\u2639"},
    {"green": "\u2713", "amber": "\u25cb", "red": "\u2717"},
    {"green": "\u25b2", "amber": "\u25c6", "red": "\u25bc"},
)
_MEANINGS = (
    {
        "green": "Green - at or better than target",
        "amber": "Amber - slightly below target (within tolerance)",
        "red": "Red - below target and outside tolerance",
    },
    {"green": "On target", "amber": "Within tolerance", "red": "Off target"},
)
_WAYS = (
    {"up": "\u2197", "level": "\u2192", "down": "\u2198"},
    {"up": "\u21e7", "level": "\u21e8", "down": "\u21e9"},
    {"up": "Improved", "level": "No change", "down": "Declined"},
    {"up": "Up", "level": "Level", "down": "Down"},
)
KINDS = ("word", "word", "letter", "paint", "painted word", "painted letter", "sign", "sign")


@dataclass(frozen=True)
class Marks:
    """One paper's marks for statuses and directions of travel."""

    kind: str
    words: dict[str, str]
    paints: dict[str, str]
    signs: dict[str, str]
    meanings: dict[str, str]
    ways: dict[str, str]
    heading: str
    align: Align

    @property
    def needs_key(self) -> bool:
        """Whether nobody could know what a mark means unless the paper said it."""
        return self.kind in {"paint", "sign"}

    def cell(self, status: str | None) -> Cell:
        """The cell of a status; of none, an empty one."""
        if status is None:
            return plain("")
        if self.kind == "sign":
            run = Run(self.signs[status], ink=_INKS[status], symbols=True)
            return Cell(((run,),), align=self.align)
        fill = self.paints[status] if self.kind.startswith("paint") else None
        if self.kind == "paint":
            return Cell((), fill=fill)
        text = status[0].upper() if self.kind.endswith("letter") else self.words[status]
        return Cell(((Run(text),),), fill=fill, align=self.align)

    def way(self, direction: str) -> Cell:
        """The cell of a direction of travel."""
        text = self.ways[direction]
        return Cell(((Run(text, symbols=not text.isascii()),),), align=self.align)

    def key(self) -> Block:
        """The key as a small table."""
        return Table(
            (1, 5),
            rows=[[self.cell(each), plain(self.meanings[each])] for each in RAG],
            narrow=True,
        )

    def paint(self, status: str | None) -> str | None:
        """The fill of a value of this status."""
        return self.paints[status] if status else None


def draw_marks(rng: random.Random, kind: str | None = None) -> Marks:
    """Draw one paper's marks."""
    return Marks(
        kind=kind or rng.choice(KINDS),
        words=rng.choice(_WORDS),
        paints=rng.choice(_PAINTS),
        signs=rng.choice(_SIGNS),
        meanings=rng.choice(_MEANINGS),
        ways=rng.choice(_WAYS),
        heading=rng.choice(
            ("RAG", "Status", "R/A/G", "RAG status", "On target?", "Current status")
        ),
        align=rng.choice(("left", "center", "center")),
    )


def earned(
    actual: Decimal | None, target: Decimal | None, measure: Measure, tolerance: Decimal
) -> str | None:
    """The status that an actual earns beside its target; None without either."""
    if actual is None or target is None:
        return None
    better = actual - target if measure.good == "high" else target - actual
    if better >= 0:
        return "green"
    return "amber" if -better <= abs(target) * tolerance else "red"

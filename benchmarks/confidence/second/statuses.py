"""How papers print a status: words, letters, fills, shapes; and the key to them."""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.confidence.second.blocks import Align, Block, Cell, Run, Sentence, Table, plain
from benchmarks.confidence.second.measures import Measure

RAG = ("green", "amber", "red")
_INKS = {"green": "#00a651", "amber": "#f59c00", "red": "#d7141a"}
_FILLS = (
    {"green": "#00b050", "amber": "#ffc000", "red": "#ff0000"},
    {"green": "#92d050", "amber": "#ffbf00", "red": "#e02b20"},
    {"green": "#008000", "amber": "#ff9900", "red": "#c00000"},
)
_WORDS = (
    {"green": "Green", "amber": "Amber", "red": "Red"},
    {"green": "GREEN", "amber": "AMBER", "red": "RED"},
    {"green": "On target", "amber": "Within tolerance", "red": "Below target"},
    {"green": "Satisfactory", "amber": "Warning", "red": "Alert"},
)
_SHAPES = (
    {"green": "\u25cf", "amber": "\u25b2", "red": "\u25a0"},
    {"green": "\u25cf", "amber": "\u25cf", "red": "\u25cf"},
    {"green": "\u2605", "amber": "\u25cf", "red": "\u25b2"},
    {"green": "\u2714", "amber": "\u26a0", "red": "\u2716"},
)
_MEANINGS = (
    {
        "green": "Green: on or better than target",
        "amber": "Amber: within 5% of target",
        "red": "Red: more than 5% away from target",
    },
    {
        "green": "Green - target met",
        "amber": "Amber - close to target",
        "red": "Red - target missed",
    },
)
_TRENDS = (
    {"up": "\u2191", "same": "\u2192", "down": "\u2193"},
    {"up": "\u25b2", "same": "\u25ba", "down": "\u25bc"},
    {"up": "Improving", "same": "Static", "down": "Worsening"},
    {"up": "Better", "same": "Same", "down": "Worse"},
)
KINDS = ("word", "word", "letter", "fill", "filled word", "shape", "filled letter")


@dataclass(frozen=True)
class Way:
    """One paper's way of printing statuses and trends."""

    kind: str
    words: dict[str, str]
    fills: dict[str, str]
    shapes: dict[str, str]
    meanings: dict[str, str]
    trends: dict[str, str]
    heading: str
    align: Align

    @property
    def names_data_only(self) -> bool:
        """Whether it has a word for a figure without a target."""
        return self.kind == "word" and self.words["green"] == "Satisfactory"

    @property
    def needs_key(self) -> bool:
        """Whether nobody could know what a mark means unless the paper said it."""
        return self.kind in {"letter", "fill", "shape"}

    def cell(self, status: str | None) -> Cell:
        """The cell of a status; of none, an empty one."""
        if status is None:
            return plain("")
        if status == "data_only":
            return plain("Data Only", align=self.align)
        return self._mark(status, self.align)

    def trend(self, direction: str) -> Cell:
        """The cell of a direction of travel."""
        text = self.trends[direction]
        return Cell(((Run(text, symbols=not text.isascii()),),), align="center")

    def key(self) -> list[Block]:
        """The key, as a small table."""
        rows = [[self._mark(status, "center"), plain(self.meanings[status])] for status in RAG]
        return [Table((1, 5), rows=rows, narrow=True)]

    def _mark(self, status: str, align: Align) -> Cell:
        fill = self.fills[status] if "fill" in self.kind else None
        ink = "#ffffff" if fill and status == "red" else None
        if self.kind == "shape":
            mark = Run(self.shapes[status], ink=_INKS[status], symbols=True)
            return Cell(((mark,),), align=align)
        if self.kind == "fill":
            return Cell((), fill=fill)
        letter = self.kind.endswith("letter")
        text = status[0].upper() if letter else self.words[status]
        return Cell(((Run(text),),), fill=fill, ink=ink, align=align)


def draw_way(rng: random.Random, kind: str | None = None) -> Way:
    """Draw one paper's way."""
    return Way(
        kind=kind or rng.choice(KINDS),
        words=rng.choice(_WORDS),
        fills=rng.choice(_FILLS),
        shapes=rng.choice(_SHAPES),
        meanings=rng.choice(_MEANINGS),
        trends=rng.choice(_TRENDS),
        heading=rng.choice(("Status", "RAG", "RAG Status", "RAG rating", "Performance Status")),
        align=rng.choice(("left", "center", "center")),
    )


def told(way: Way) -> Sentence:
    """The key as a sentence."""
    parts = "; ".join(way.meanings[status] for status in RAG)
    return Sentence((Run(f"Key to status: {parts}.", italic=True),))


def judged(actual: Decimal | None, target: Decimal | None, measure: Measure) -> str | None:
    """The status that an actual earns beside its target; None without either."""
    if actual is None or target is None:
        return None
    better = actual - target if measure.good == "high" else target - actual
    if better >= 0:
        return "green"
    return "amber" if -better <= abs(target) * Decimal("0.05") else "red"

"""How a table shows statuses: words, letters, pictures, fills; and the key that explains them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

from samples.fuzz.model import Cell

Carrier = Literal["word", "letter", "icon", "fill"]

INDICATOR_WORDS = (
    {"green": "Green", "amber": "Amber", "red": "Red"},
    {"green": "Satisfactory", "amber": "Warning", "red": "Alert"},
    {"green": "On target", "amber": "Within tolerance", "red": "Off target"},
    {"green": "GREEN", "amber": "AMBER", "red": "RED"},
)
ACTION_WORDS = (
    {"completed": "Completed", "in_progress": "In Progress", "warning": "Warning",
     "overdue": "Overdue", "not_started": "Not Started", "cancelled": "Cancelled"},
    {"completed": "Complete", "in_progress": "Ongoing", "overdue": "Overdue",
     "not_started": "Not started"},
    {"green": "Green", "amber": "Amber", "red": "Red"},
    {"green": "On track", "amber": "Slightly behind", "red": "Off track"},
)  # fmt: skip
#: Pictures of ``samples/icons`` by what a paper's key says of them.
INDICATOR_ICONS = (
    {"green": "satisfactory", "amber": "warning", "red": "alert"},
    {"green": "green", "amber": "amber", "red": "red"},
)
ACTION_ICONS = {
    "completed": "completed", "in_progress": "in_progress", "warning": "warning",
    "overdue": "overdue", "not_started": "not_started", "cancelled": "cancelled",
    "green": "green", "amber": "amber", "red": "red",
}  # fmt: skip
FILLS = (
    {"green": "#00b050", "amber": "#ffc000", "red": "#ff0000"},
    {"green": "#92d050", "amber": "#ff9900", "red": "#c00000"},
    {"green": "#33cc33", "amber": "#ffff00", "red": "#ff3300"},
)


@dataclass(frozen=True)
class Signs:
    """One way of showing statuses. ``words`` gives the print of each status of the subject."""

    words: dict[str, str]
    carrier: Carrier
    icons: dict[str, str]
    fills: dict[str, str]
    both: bool
    size: float

    def cell(self, status: str | None, dice: Random) -> Cell:
        """The cell of one row's status."""
        if status is None:
            return Cell()
        word = self.words[status]
        if self.carrier == "word":
            return Cell(word, fill=self.fills.get(status) if self.both else None)
        if self.carrier == "letter":
            return Cell(word[0].upper(), align="center")
        if self.carrier == "fill":
            return Cell(fill=self.fills[status])
        size = self.size * (dice.choice((0.8, 1, 1.25)) if self.both else 1)
        return Cell(word if self.both else "", icon=self.icons[status], icon_size=size)

    def published_carrier(self) -> str:
        """The carrier as published: a word goes before its picture."""
        return "word" if self.carrier == "icon" and self.both else self.carrier


def indicator_signs(dice: Random, carrier: Carrier) -> Signs:
    words = dice.choice(INDICATOR_WORDS)
    if carrier == "letter":
        words = INDICATOR_WORDS[0]
    both = dice.random() < 0.3
    icons, fills = dice.choice(INDICATOR_ICONS), dice.choice(FILLS)
    return Signs(words, carrier, icons, fills, both, dice.choice((8, 10, 12)))


def action_signs(dice: Random, carrier: Carrier) -> Signs:
    words = dice.choice(ACTION_WORDS)
    if carrier in {"letter", "fill"}:
        words = ACTION_WORDS[2]
    both = dice.random() < 0.3 and (carrier != "word" or "green" in words)
    fills = dice.choice(FILLS)
    return Signs(words, carrier, ACTION_ICONS, fills, both, dice.choice((8, 10, 12)))

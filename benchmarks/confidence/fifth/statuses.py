"""How papers of the fifth set show a status and a direction of travel; and their keys."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.confidence.fifth.blocks import Cell, Table
from benchmarks.confidence.fifth.measures import Measure

_WORDS: tuple[dict[str, str], ...] = (
    {"green": "Green", "amber": "Amber", "red": "Red"},
    {"green": "Green", "amber": "Amber", "red": "Red"},
    {"green": "GREEN", "amber": "AMBER", "red": "RED"},
    {"green": "On Target", "amber": "Slightly Below Target", "red": "Below Target"},
    {"green": "Satisfactory", "amber": "Warning", "red": "Alert"},
)
#: Of a performance system, which has a status for what has no value or no target.
_SYSTEM = {
    "green": "OK",
    "amber": "Warning",
    "red": "Alert",
    "unknown": "Unknown",
    "data_only": "Data Only",
}
_SYSTEM_ICONS = {
    "green": "tick-green",
    "amber": "warn-amber",
    "red": "stop-red",
    "unknown": "query-grey",
    "data_only": "square-blue",
}
#: Those of spreadsheets (three lights, three signs, three flags) and of other systems.
_ICONS: tuple[dict[str, str], ...] = (
    {"green": "disc-green", "amber": "disc-amber", "red": "disc-red"},
    {"green": "disc-green", "amber": "triangle-amber", "red": "diamond-red"},
    {"green": "tick-green", "amber": "mark-amber", "red": "cross-red"},
    {"green": "flag-green", "amber": "flag-amber", "red": "flag-red"},
    {"green": "face-green", "amber": "face-amber", "red": "face-red"},
    {"green": "star-green", "amber": "disc-amber", "red": "triangle-red"},
)
_FILLS = (
    {"green": "#00b050", "amber": "#ffc000", "red": "#ff0000"},
    {"green": "#66ff33", "amber": "#ffff00", "red": "#ff0000"},
    {"green": "#339966", "amber": "#ff9933", "red": "#cc0000"},
    {"green": "#c6efce", "amber": "#ffeb9c", "red": "#ffc7ce"},
)
_MEANINGS = (
    {"green": "On target", "amber": "Within 10% of target", "red": "More than 10% off target"},
    {"green": "Target met or exceeded", "amber": "Just missed target", "red": "Missed target"},
    {
        "green": "Green - at or above target",
        "amber": "Amber - slightly below target",
        "red": "Red - below target",
    },
)
#: The kinds of marks, as often as councils use them.
KINDS = (
    *("icon",) * 3,
    *("word and icon",) * 2,
    *("word",) * 3,
    *("painted letter",) * 2,
    *("painted word",) * 3,
    "letter",
    "paint",
)


@dataclass(frozen=True)
class Marks:
    """One paper's marks; ``more`` where it tells what is unknown and what only informs."""

    kind: str
    words: dict[str, str]
    icons: dict[str, str]
    fills: dict[str, str]
    meanings: dict[str, str]
    heading: str
    more: bool

    @property
    def needs_key(self) -> bool:
        """Whether nobody could know what a mark means unless the paper said it."""
        return self.kind in {"icon", "paint"}

    @property
    def shown(self) -> list[str]:
        """The statuses that the paper may print, the best first."""
        return list(self.words)

    def cell(self, status: str | None) -> Cell:
        """The cell of a status; of none, an empty one."""
        if status is None:
            return Cell(align="center")
        if self.kind.endswith("icon"):
            words = self.words[status] if self.kind.startswith("word") else ""
            return Cell(words, picture=self.icons[status], align="center")
        fill = self.fills[status] if self.kind.startswith("paint") else None
        text = "" if self.kind == "paint" else self.words[status]
        if self.kind.endswith("letter"):
            text = status[0].upper()
        return Cell(text, fill=fill, align="center")

    def says(self, actual: Decimal | None, status: str | None, *, aimed: bool) -> str | None:
        """The status to print of a result: also that there is none, or nothing to reach."""
        if status is not None or not self.more:
            return status
        return "unknown" if actual is None and aimed else "data_only" if not aimed else None

    def key(self) -> Table:
        """The key as a small table."""
        meanings = self.words if self.more else {**self.words, **self.meanings}
        rows = [[self.cell(each), Cell(meanings[each])] for each in self.shown]
        return Table((2, 5), rows=rows, narrow=True)


def draw_marks(rng: random.Random, *, kinds: Sequence[str] = KINDS) -> Marks:
    """Draw one paper's marks."""
    kind = rng.choice(kinds)
    system = kind.endswith("icon") and rng.random() < 0.45
    return Marks(
        kind=kind,
        words=_SYSTEM if system else rng.choice(_WORDS),
        icons=_SYSTEM_ICONS if system else rng.choice(_ICONS),
        fills=rng.choice(_FILLS),
        meanings=rng.choice(_MEANINGS),
        heading=rng.choice(
            ("Status", "Status", "RAG", "RAG Status", "RAG Rating", "Traffic Light")
        ),
        more=system,
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


_WAYS = {"up": "up-green", "level": "level-amber", "down": "down-red"}
_WAY_WORDS = (
    {"up": "Improved", "level": "Same", "down": "Declined"},
    {"up": "Better", "level": "No change", "down": "Worse"},
)


def way(direction: str | None, *, pictured: bool, plain: int = 0) -> Cell:
    """The cell of a direction of travel, better being up; *plain* says in which words."""
    if direction is None:
        return Cell(align="center")
    if pictured:
        return Cell(picture=_WAYS[direction], align="center")
    return Cell(_WAY_WORDS[plain][direction], align="center")

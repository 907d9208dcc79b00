"""How papers of the fourth set show a status and a direction of travel; and their keys."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.confidence.fourth.blocks import Align, Cell, Table
from benchmarks.confidence.fourth.measures import Measure

_WORDS: tuple[dict[str, str], ...] = (
    {
        "green": "Green",
        "amber": "Amber",
        "red": "Red",
        "unknown": "Unknown",
        "data_only": "Data Only",
    },
    {
        "green": "Satisfactory",
        "amber": "Warning",
        "red": "Alert",
        "unknown": "Unknown",
        "data_only": "Data Only",
    },
    {
        "green": "OK",
        "amber": "Warning",
        "red": "Alert",
        "unknown": "Unknown",
        "data_only": "Data Only",
    },
    {"green": "On target", "amber": "Within tolerance", "red": "Behind target"},
    {"green": "GREEN", "amber": "AMBER", "red": "RED"},
)
_ICONS: tuple[dict[str, str], ...] = (
    {
        "green": "tick-green",
        "amber": "warn-amber",
        "red": "stop-red",
        "unknown": "query-grey",
        "data_only": "square-blue",
    },
    {"green": "disc-green", "amber": "disc-amber", "red": "disc-red"},
    {"green": "star-green", "amber": "disc-amber", "red": "triangle-red"},
)
_FILLS = (
    {"green": "#00b050", "amber": "#ffc000", "red": "#ff0000"},
    {"green": "#92d050", "amber": "#ffc000", "red": "#ff5050"},
    {"green": "#99cc00", "amber": "#ff9900", "red": "#ff0000"},
)
_MEANINGS = (
    {
        "green": "Green: on or better than target",
        "amber": "Amber: within agreed tolerance of target",
        "red": "Red: below target",
    },
    {"green": "On or above target", "amber": "Slightly below target", "red": "Below target"},
)
#: The kinds of marks of performance systems and of office suites, as often as councils use them.
KINDS = (
    *("icon",) * 4,
    *("word and icon",) * 2,
    *("word",) * 3,
    *("painted letter",) * 2,
    *("painted word",) * 2,
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
    align: Align
    more: bool

    @property
    def needs_key(self) -> bool:
        """Whether nobody could know what a mark means unless the paper said it."""
        return self.kind in {"icon", "paint"}

    @property
    def shown(self) -> list[str]:
        """The statuses that the paper may print, the best first."""
        return list(self.words) if self.more else ["green", "amber", "red"]

    def cell(self, status: str | None) -> Cell:
        """The cell of a status; of none, an empty one."""
        if status is None:
            return Cell(align=self.align)
        if self.kind.endswith("icon"):
            words = self.words[status] if self.kind.startswith("word") else ""
            return Cell(words, picture=self.icons[status], align=self.align)
        fill = self.fills[status] if self.kind.startswith("paint") else None
        text = "" if self.kind == "paint" else self.words[status]
        if self.kind.endswith("letter"):
            text = status[0].upper()
        return Cell(text, fill=fill, align=self.align)

    def says(self, actual: Decimal | None, status: str | None, *, aimed: bool) -> str | None:
        """The status to print of a result: also that there is none, or nothing to reach."""
        if status is not None or not self.more:
            return status
        return "unknown" if actual is None and aimed else "data_only" if not aimed else None

    def key(self) -> Table:
        """The key as a small table."""
        meanings = {**self.words, **self.meanings}
        if self.more and self.kind == "icon":
            meanings = self.words
        rows = [[self.cell(each), Cell(meanings[each])] for each in self.shown]
        return Table((2, 5), rows=rows, narrow=True)


def draw_marks(rng: random.Random, *, kinds: Sequence[str] = KINDS) -> Marks:
    """Draw one paper's marks."""
    kind = rng.choice(kinds)
    icons = kind.endswith("icon")
    words = rng.choice(_WORDS)
    drawn = rng.choice((_ICONS[0], _ICONS[0], *_ICONS)) if icons else _ICONS[0]
    more = icons and "unknown" in words and "unknown" in drawn
    return Marks(
        kind=kind,
        words=words,
        icons=drawn,
        fills=rng.choice(_FILLS),
        meanings=rng.choice(_MEANINGS),
        heading=rng.choice(("Status", "Status", "Status", "RAG", "RAG Status", "Current Status")),
        align="center",
        more=more,
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


_WAYS = {"up": "up-green", "level": "level-grey", "down": "down-red"}
_WAY_WORDS = {"up": "Improving", "level": "No Change", "down": "Getting Worse"}


def way(direction: str | None, *, pictured: bool) -> Cell:
    """The cell of a direction of travel, better being up."""
    if direction is None:
        return Cell(align="center")
    if pictured:
        return Cell(picture=_WAYS[direction], align="center")
    return Cell(_WAY_WORDS[direction], align="center")


def system_key(marks: Marks, *, trends: bool) -> Table:
    """The key that performance systems print under or over their reports: statuses and trends."""
    heads = [[Cell("PI Status", columns=2, heading=True)]]
    left = [[marks.cell(each), Cell(marks.words[each])] for each in marks.shown]
    right = [[way(each, pictured=True), Cell(word)] for each, word in _WAY_WORDS.items()]
    if not trends:
        return Table((1, 4), heads, left, narrow=True)
    heads[0] += [Cell("Long Term Trends", columns=2, heading=True)]
    heads[0] += [Cell("Short Term Trends", columns=2, heading=True)]
    rows = []
    for number, pair in enumerate(left):
        other = right[number] if number < len(right) else [Cell(), Cell()]
        rows.append([*pair, *other, *other])
    return Table((1, 4, 1, 4, 1, 4), heads, rows)

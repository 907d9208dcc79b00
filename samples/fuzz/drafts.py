"""A paper being drafted: its blocks so far, and what tables of every kind share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from samples.fuzz.columns import Column, Times
from samples.fuzz.dice import Dice
from samples.fuzz.looks import Shading
from samples.fuzz.model import ActionTruth, Block, Cell, IndicatorTruth, Spot, Style, Table, Words
from samples.fuzz.signs import Carrier, Signs
from samples.fuzz.words import sentences


@dataclass(frozen=True)
class Family:
    """A habit of laying out tables. ``figures`` is ``None`` for tables of actions."""

    figures: Callable[[Random, Times], list[Column]] | None
    carriers: tuple[Carrier, ...] = ("word",)
    whole_year: bool = False
    pairs: bool = False
    one_name: bool = False


@dataclass
class Draft:
    dice: Dice
    family: Family
    times: Times
    font: str
    blocks: list[Block] = field(default_factory=list)
    indicators: list[IndicatorTruth] = field(default_factory=list)
    actions: list[ActionTruth] = field(default_factory=list)
    tables: int = 0

    def words(self, text: str, size: float = 10, *, bold: bool = False) -> None:
        self.blocks.append(Words(text, size, bold))

    def prose(self, name: str) -> None:
        count = self.dice.pick("prose", (0, 1, 2, 3), 0, name)
        for number in range(count):
            self.words(sentences(self.dice.of(f"prose {name} {number}"), 5))

    def add(self, drawn: Table) -> None:
        self.blocks.append(drawn)
        self.tables += 1


def caption(draft: Draft, subject: str) -> str:
    """Write the table's heading and return it."""
    chance, times = draft.dice.of(f"caption {draft.tables}"), draft.times
    when = times.printed(times.year)
    if not draft.family.whole_year and chance.random() < 0.5:
        when = f"{when} Quarter {times.quarter}"
    draft.words(f"{subject} {when}", 11, bold=True)
    return f"{subject} {when}"


def key_table(draft: Draft, signs: Signs, look: Style, shade: Shading) -> None:
    """A table that says what each picture means."""
    chance = draft.dice.of(f"key {draft.tables}")
    headings = chance.choice((("Icon", "Status"), ("Symbol", "Meaning"), ("Icon", "Meaning")))
    heading = [Cell(text, bold=True, fill=shade.heading, ink=shade.ink) for text in headings]
    spots = [Spot(0, col, cell) for col, cell in enumerate(heading)]
    for row, (status, word) in enumerate(signs.words.items(), start=1):
        spots.append(Spot(row, 0, Cell(icon=signs.icons[status], icon_size=signs.size)))
        spots.append(Spot(row, 1, Cell(word)))
    draft.words("Key to the icons", 10, bold=True)
    draft.add(Table((1.0, 2.0), len(signs.words) + 1, 1, tuple(spots), look))


def row_count(draft: Draft) -> int:
    few = draft.dice.of(f"rows {draft.tables}").random() < 0.6
    counts = range(2, 9) if few else range(9, 24)
    return draft.dice.pick("rows", tuple(counts), 3, str(draft.tables))


def carrier(draft: Draft) -> Carrier:
    return draft.dice.pick("signs", draft.family.carriers, "word", str(draft.tables))

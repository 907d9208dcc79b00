"""Chance, one stream a feature: switching one feature off leaves the others as they fell."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

#: What can be switched off to make a failing paper smaller, and what then holds.
FEATURES = {
    "rows": "three rows a table instead of many",
    "sections": "no rows that name a section",
    "row spans": "no cell runs down several rows",
    "blanks": "no blank, dash, n/a or TBC",
    "footnotes": "no superscripts",
    "notes": "no column of comments",
    "extras": "no columns but those a row needs",
    "signs": "status as a word",
    "align": "all text left and on top",
    "faces": "Helvetica 9 pt, leading 1.2, 3 pt of padding",
    "borders": "a box of 0.5 pt round every cell",
    "shading": "no fill but those that carry a status",
    "paper": "A4 landscape, stored upright and uncropped",
    "strokes": "text is put on the page line by line",
    "decoration": "nothing but text and tables",
    "wrapped words": "no code or figure is broken over two lines",
    "long notes": "no comment longer than four sentences",
    "odd rows": "no title inside a table, no remark below its rows",
    "odd headings": "no column of an earlier result that names no period, no trend",
    "prose": "no text but headings",
    "breaks": "rows are not cut, headings are repeated, nothing pushes tables to a page end",
    "more tables": "one table beside its key",
}
#: Off unless asked for.
LATER = {
    "cut spans": "page ends between rows that a cell ties together (Typst)",
    "open sides": "no rule at the left and right end of a table",
    "rows only": "rules between rows only",
    "no rules": "tables without rules",
}


@dataclass(frozen=True)
class Dice:
    """The chance of one paper. ``off`` are switched off features, ``on`` later ones asked for."""

    seed: int
    family: str
    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()

    def of(self, name: str) -> random.Random:
        """A stream of its own for *name*."""
        return random.Random(f"{self.seed}/{self.family}/{name}")

    def has(self, feature: str) -> bool:
        """Whether a feature may be drawn at all."""
        if feature in LATER:
            return feature in self.on
        if feature not in FEATURES:
            raise KeyError(feature)
        return feature not in self.off

    def chance(self, feature: str, share: float, name: str = "") -> bool:
        """Draw whether *feature* appears; never where it is switched off."""
        return self.of(f"{feature}?{name}").random() < share and self.has(feature)

    def pick(self, feature: str, choices: Sequence[T], plain: T, name: str = "") -> T:
        """Draw one of *choices*; *plain* where the feature is switched off."""
        choice = self.of(f"{feature}!{name}").choice(choices)
        return choice if self.has(feature) else plain

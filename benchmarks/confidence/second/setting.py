"""What a family starts from, and how its blocks become a paper."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.confidence.model import Drawn, TrueAction
from benchmarks.confidence.second.as_fodt import fodt
from benchmarks.confidence.second.as_html import html
from benchmarks.confidence.second.blocks import Block, Run, Sentence, Title, sentence
from benchmarks.confidence.second.codes import Code, draw_codes
from benchmarks.confidence.second.look import Look, draw_look
from benchmarks.confidence.second.measures import MEASURES, Good, Measure
from benchmarks.confidence.second.periods import Calendar, draw_calendar
from benchmarks.confidence.second.sheet import Row, Style, new_row
from benchmarks.confidence.second.statuses import draw_way, told
from benchmarks.confidence.second.summaries import summary
from benchmarks.confidence.second.values import draw_manner
from benchmarks.confidence.second.widths import fitting
from benchmarks.confidence.second.words import COMMITTEES, ENGLISH, PROSE

# Rows without a plain number: a ratio is nobody's figure, a change can be below nought.
_ODD: tuple[tuple[str, str, Good, float, float], ...] = (
    ("Ratio of licensed drivers to enforcement officers", "ratio", "low", 8, 40),
    ("Net change in the number of council tenancies", "net", "high", -140, -12),
    ("Overspend or underspend against the revenue budget", "net£", "low", -480000, -21000),
)
_SMALL, _USUAL, _LONG = range(4, 9), range(9, 21), range(22, 46)


@dataclass
class Setting:
    """One paper while it is drawn: its style and its year, its blocks, its truth."""

    rng: random.Random
    look: Look
    style: Style
    calendar: Calendar
    council: str
    blocks: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    actions: list[TrueAction] = field(default_factory=list)
    opened: int = 0

    def open(self, title: str, *, key: bool = True) -> None:
        """Begin with the council, perhaps the committee, the title, a sentence and the key."""
        rng = self.rng
        self.blocks.append(sentence(self.council, bold=True))
        if rng.random() < 0.4:
            self.blocks.append(sentence(rng.choice(COMMITTEES)))
        self.blocks.append(Title(title))
        if rng.random() < 0.7:
            self.blocks.append(sentence(rng.choice(PROSE)))
        way = self.style.way
        if key and (way.needs_key or rng.random() < 0.3):
            self.blocks += way.key() if way.kind == "shape" or rng.random() < 0.6 else [told(way)]
        self.opened = len(self.blocks)

    def new_rows(self, *, family: str | None = None, codes: bool = True) -> list[Row]:
        """Draw the indicators of a table: few, as many as usual, or of two pages and more."""
        count = self.rng.choice(self.rng.choice((_SMALL, _USUAL, _USUAL, _LONG)))
        chosen = self.rng.sample(MEASURES, count)
        if self.rng.random() < 0.3:
            odd = self.rng.choice(_ODD)
            chosen[self.rng.randrange(count)] = Measure(*odd)
        return self.rows_of(chosen, draw_codes(self.rng, count, family) if codes else None)

    def rows_of(self, measures: Sequence[Measure], codes: Sequence[Code] | None) -> list[Row]:
        """The rows of these indicators."""
        found = [
            new_row(self.rng, measure, codes[number] if codes else None, self.style)
            for number, measure in enumerate(measures)
        ]
        self.rows += found
        return found

    def close(self, *, landscape: bool) -> Drawn:
        """End with what the marks mean, and put the paper into its languages."""
        mark = self.style.mark
        if mark and any(row.marked for row in self.rows):
            run = Run(mark, raised=mark != "*")
            self.blocks.append(Sentence((run, Run(" Provisional and subject to audit."))))
        if any(row.measure.unit.startswith("net") for row in self.rows):
            self.blocks.append(sentence("Figures in brackets or with a minus sign are negative."))
        statuses = [row.truth.status for row in self.rows]
        if any(statuses) and self.rng.random() < 0.2:
            self.blocks[self.opened : self.opened] = summary(self.rng, self.look, statuses)
        look, landscape = fitting(self.blocks, self.look, landscape=landscape)
        return Drawn(
            html(self.blocks, look, self.council, landscape=landscape),
            [row.truth for row in self.rows],
            self.actions,
            landscape=landscape,
            fodt=fodt(self.blocks, look, self.council, landscape=landscape),
        )


def begin(
    rng: random.Random,
    ruling: str,
    *,
    wide: int,
    years: tuple[int, int] = (2003, 2024),
    councils: Sequence[str] = ENGLISH,
    kind: str | None = None,
) -> Setting:
    """Draw what a paper of about *wide* columns starts from."""
    look = draw_look(rng, ruling, wide=wide)
    mark = rng.choice(("1", "2", "*")) if rng.random() < 0.15 else None
    style = Style(look, draw_manner(rng), draw_way(rng, kind), mark)
    return Setting(rng, look, style, draw_calendar(rng, *years), rng.choice(councils))

"""A paper of the eighth set while it is drawn: how it opens, its tables, how it ends."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from benchmarks.confidence.eighth import words
from benchmarks.confidence.eighth.look import (
    WIDE,
    Furniture,
    draw_font,
    draw_furniture,
    draw_hand,
    draw_look,
    own_references,
)
from benchmarks.confidence.eighth.measures import POOLS
from benchmarks.confidence.eighth.signs import KINDS, draw_signs
from benchmarks.confidence.fifth.blocks import Block, Cell, Look, NewPage, Table, Text, fitting
from benchmarks.confidence.fifth.measures import Measure
from benchmarks.confidence.fifth.sheet import (
    Column,
    Row,
    Style,
    band,
    cells,
    code_and_title,
    code_cell,
    code_over_title,
    title_and_code,
    title_cell,
)
from benchmarks.confidence.fifth.values import Code, Numbers, Printed, national_codes
from benchmarks.confidence.fourth.calendar import Calendar, draw_calendar
from benchmarks.confidence.model import Drawn, TrueAction, TrueIndicator
from benchmarks.confidence.seventh.columns import table
from benchmarks.confidence.seventh.signs import draw_art, redrawn
from benchmarks.confidence.sixth.paper import turned

_QUARTERS = ("Q{} {}", "Q{} {}", "Quarter {} {}", "Qtr {} {}", "{1} Q{0}", "Quarter {} ({})")
_CODED = (code_cell, title_and_code, code_and_title, code_over_title)
#: What stands for a target that is no number, also where much of a hundred is good.
_AIMS = ("tbc", "TBC", "Maintain", "No target", "Baseline year")
_SHARES = ("tbc", "TBC", "Top quartile", "85-90%", "Maintain")
Parts = list[tuple[str, list[Row]]]


@dataclass
class Paper:
    """One paper while it is drawn: its style and its year, its blocks, its truth.

    ``keyed`` where its key stands at the end; ``wordy`` is how often a target is words.
    """

    rng: random.Random
    look: Look
    style: Style
    calendar: Calendar
    council: str
    meeting: str
    furniture: Furniture
    keyed: bool = False
    wordy: float = 0.0
    blocks: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    actions: list[TrueAction] = field(default_factory=list)

    def say(self, *texts: str) -> None:
        """Print paragraphs."""
        self.blocks += [Text(text) for text in texts]

    def head(self, text: str) -> None:
        self.blocks.append(Text(text, "heading"))

    def open(self, title: str, month: int) -> None:
        """Begin as slides, an annual report, an appendix, or a report to a meeting.

        *month*, counted from April, is the last one that the paper reports on.
        """
        rng, day = self.rng, self.calendar.meeting(self.rng, month)
        way = rng.choice(("slide", "annual", "appendix", "appendix", "report", "letter"))
        if way == "slide":
            self.blocks += [Text(title, "title"), Text(f"{self.council} | {day}", "small")]
        elif way == "annual":
            self.blocks += [Text(title, "title"), Text(self.council, "heading")]
            self.head("Introduction")
            self.say(*words.FOREWORD)
            self.blocks += [NewPage()] if rng.random() < 0.6 else []
            self.head(rng.choice(("Our performance", "Measuring success", "The year in numbers")))
        elif way == "appendix":
            name = f"Appendix {rng.choice(('2', 'A', 'C', '1a'))}"
            self.blocks += [Text(f"{name} - {title}" if rng.random() < 0.5 else title, "title")]
            self.blocks += [Text(self.council, "bold")] if rng.random() < 0.5 else []
            self.say(*rng.sample(words.TEXTS, rng.choice((0, 0, 1))))
        elif way == "letter":
            self.blocks += [Text(self.council, "title"), Text(f"To: {self.meeting}", "bold")]
            self.say(f"From: {rng.choice(words.POSTS)}", f"Date: {day}", f"Subject: {title}")
            self.say(*rng.sample(words.TEXTS, rng.randrange(1, 4)))
        else:
            self._report(title, day)

    def _report(self, title: str, day: str) -> None:
        rng = self.rng
        self.blocks.append(Text(f"{self.meeting.upper()} - {day}", "bold"))
        self.blocks.append(Text(title.upper() if rng.random() < 0.4 else title, "title"))
        names = ("Introduction", "Context", "Detail", "Risk and opportunity", "Consultation")
        for number, name in enumerate(rng.sample(names, rng.randrange(2, 5)), 1):
            self.head(f"{number} {name}")
            for part, said in enumerate(rng.sample(words.TEXTS, rng.randrange(1, 3)), 1):
                self.say(f"{number}.{part} {said}")
        if rng.random() < 0.7:
            self.blocks += [NewPage(), Text(f"APPENDIX {rng.choice('ABC')}", "bold")]

    def names(self, heads: Sequence[str] = (), *, coded: float = 0.65) -> list[Column]:
        """The columns that name an indicator: the title, its reference apart, or both in one."""
        rng = self.rng
        told = ("Performance Measure", "Key Performance Indicator", "PI description", "KPI")
        name = rng.choice(tuple(heads) or told)
        if rng.random() > coded:
            return [Column((name,), 27, title_cell, words=True)]
        way = rng.choice(("apart", "apart", "apart", "before", "behind", "over"))
        draw = {"before": code_and_title, "behind": title_and_code, "over": code_over_title}
        if way != "apart":
            return [Column((name,), 28, draw[way], words=True)]
        code = rng.choice(("Ref", "PI ref.", "KPI ref", "Number", "PI no", "Code"))
        found = [Column((code,), 8, code_cell, words=True)]
        return [*found, Column((name,), 26, title_cell, words=True)]

    def themes(self, pools: Sequence[str], columns: Sequence[Column]) -> Parts:
        """Draw most measures of some of these pools, in any order."""
        rng = self.rng
        chosen = [
            (name, rng.sample(POOLS[name], rng.randrange(3, len(POOLS[name]) + 1)))
            for name in rng.sample(pools, rng.randrange(2, len(pools) + 1))
        ]
        made = iter(self.rows_of([each for _, part in chosen for each in part], columns))
        return [(name, [next(made) for _ in part]) for name, part in chosen]

    def some(self, name: str, columns: Sequence[Column], few: int) -> list[Row]:
        """At least *few* measures of a pool, in its order."""
        pool = POOLS[name]
        count = self.rng.randrange(few, len(pool) + 1)
        places = sorted(self.rng.sample(range(len(pool)), count))
        return self.rows_of([pool[place] for place in places], columns)

    def rows_of(self, measures: Sequence[Measure], columns: Sequence[Column]) -> list[Row]:
        """The rows of these measures; with references where one of *columns* prints them."""
        codes: list[Code | None] = [None] * len(measures)
        if any(column.draw in _CODED for column in columns):
            if measures[0].code is not None:
                codes = [*national_codes(self.rng, list(measures))]
            else:
                codes = [*own_references(self.rng, len(measures))]
        found = []
        for measure, code in zip(measures, codes, strict=True):
            title = measure.title
            if measure.unit == "%" and not self.style.hand.percent:
                title = f"{title} (%)"
            truth = TrueIndicator(code.canonical if code else None, title)
            numbers = Numbers(self.rng, measure, self.style.hand)
            if self.rng.random() < self.wordy:
                worded = _SHARES if measure.unit == "%" and measure.good == "high" else _AIMS
                numbers.slots["target 0"] = Printed(self.rng.choice(worded))
            found.append(Row(self.rng, measure, code, numbers, truth, self.style))
        self.rows += found
        return found

    def fill(self, columns: Sequence[Column], parts: Parts, way: str | None = None) -> None:
        """Draw the table: one of all parts, one with bands, or one under each part's heading."""
        way = way or self.rng.choice(("plain", "bands", "bands", "apart"))
        named = way != "apart" and self.rng.random() < 0.15
        drawn = self._table(columns, f"{self.council}: performance" if named else "")
        for name, rows in parts:
            if way == "apart":
                drawn = self._table(columns, "")
                self.head(name)
                self.blocks.append(drawn)
            elif way == "bands":
                drawn.rows.append(band(name, len(columns), self.look))
            drawn.rows += [cells(columns, row) for row in rows]
        if way != "apart":
            self.blocks.append(drawn)

    def _table(self, columns: Sequence[Column], name: str) -> Table:
        """A table without rows, its name perhaps in a row over its headings."""
        made = table(columns, self.look)
        if name:
            made.heads.insert(0, [Cell(name, columns=len(columns), heading=True, align="center")])
        return made

    def one(self, columns: Sequence[Column], rows: list[Row]) -> None:
        """Draw one table of these rows."""
        self.fill(columns, [("", rows)], "plain")

    def key(self) -> None:
        """Say what the marks mean: where signs alone must be understood, or now and then."""
        marks, rng = self.style.marks, self.rng
        if marks.needs_key or rng.random() < 0.3:
            if rng.random() < 0.3:
                self.keyed = True
            else:
                self._key()

    def _key(self) -> None:
        if self.rng.random() < 0.6:
            said = ("Key to symbols", "Legend", "How to read the tables")
            self.blocks.append(Text(self.rng.choice(said), "bold"))
        self.blocks.append(self.style.marks.key())

    def close(self, *, landscape: bool) -> Drawn:
        """End with notes, the key and a contact, and describe the paper for its producers."""
        rng = self.rng
        if any(row.starred for row in self.rows):
            notes = ("* Unaudited", "* Part-year data only", "* Subject to validation")
            self.blocks.append(Text(rng.choice(notes), "small"))
        if self.keyed:
            self._key()
        if rng.random() < 0.2:
            self.say(f"Produced by the {rng.choice(words.POSTS)}.")
        font = draw_font(rng)
        look = fitting(self.blocks, replace(self.look, landscape=landscape))
        if font in WIDE:
            look = fitting(self.blocks, replace(look, font="DejaVu Sans"))
        told = turned(self.blocks, look) | self.furniture._asdict() | {"font": font}
        told["pictures"] = redrawn(told["pictures"], draw_art(rng))
        return Drawn(
            "",
            [row.truth for row in self.rows],
            self.actions,
            landscape=look.landscape,
            cells=json.dumps(told),
        )


def begin(
    rng: random.Random,
    ruling: str,
    *,
    wide: int,
    years: tuple[int, int] = (2003, 2025),
    councils: Sequence[str] = (*words.DISTRICTS, *words.UNITARIES),
    kinds: Sequence[str] = KINDS,
) -> Paper:
    """Draw what a paper of about *wide* columns starts from."""
    council, meeting = rng.choice(councils), rng.choice(words.MEETINGS)
    look = draw_look(rng, ruling, wide=wide)
    style = Style(
        look, draw_hand(rng), draw_signs(rng, kinds), Decimal("0.1"), rng.random() < 0.1, 0
    )
    calendar = draw_calendar(rng, *years, _QUARTERS)
    furniture = draw_furniture(rng, council, meeting)
    wordy = rng.choice((0, 0, 0, 0.06, 0.12))
    return Paper(rng, look, style, calendar, council, meeting, furniture, wordy=wordy)

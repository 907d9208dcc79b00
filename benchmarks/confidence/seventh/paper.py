"""A paper of the seventh set while it is drawn: how it opens, its tables, how it ends."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

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
from benchmarks.confidence.fifth.values import Code, Numbers, national_codes
from benchmarks.confidence.fourth.calendar import Calendar, draw_calendar
from benchmarks.confidence.model import Drawn, TrueAction, TrueIndicator
from benchmarks.confidence.seventh import words
from benchmarks.confidence.seventh.columns import table
from benchmarks.confidence.seventh.look import (
    Furniture,
    draw_font,
    draw_furniture,
    draw_hand,
    draw_look,
    own_references,
)
from benchmarks.confidence.seventh.measures import POOLS
from benchmarks.confidence.seventh.signs import KINDS, draw_art, draw_signs, redrawn
from benchmarks.confidence.sixth.paper import turned

_QUARTERS = ("Q{} {}", "Q{} {}", "Quarter {} {}", "Quarter {} - {}", "{1} Quarter {0}", "{1} Q{0}")
_CODED = (code_cell, title_and_code, code_and_title, code_over_title)
Parts = list[tuple[str, list[Row]]]


@dataclass
class Paper:
    """One paper while it is drawn: its style and its year, its blocks, its truth."""

    rng: random.Random
    look: Look
    style: Style
    calendar: Calendar
    council: str
    meeting: str
    furniture: Furniture
    blocks: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    actions: list[TrueAction] = field(default_factory=list)

    def say(self, *texts: str) -> None:
        """Print paragraphs."""
        self.blocks += [Text(text) for text in texts]

    def head(self, text: str) -> None:
        self.blocks.append(Text(text, "heading"))

    def open(self, title: str, month: int) -> None:
        """Begin as an export, a booklet, an annex, or a report to a meeting.

        *month*, counted from April, is the last one that the paper reports on.
        """
        rng, day = self.rng, self.calendar.meeting(self.rng, month)
        way = rng.choice(("export", "booklet", "annex", "annex", "report", "report"))
        if way == "export":
            self.blocks += [Text(title, "title"), Text(f"Generated on: {day}", "small")]
        elif way == "booklet":
            self.blocks += [Text(self.council, "heading"), Text(title, "title")]
            self._contents()
        elif way == "annex":
            self.blocks += [Text(self.council, "bold")] if rng.random() < 0.6 else []
            self.blocks.append(Text(title, rng.choice(("title", "heading", "bold"))))
            if rng.random() < 0.4:
                self.say(rng.choice(words.TEXTS))
        else:
            self.blocks.append(Text(f"{self.council}\n{self.meeting}\n{day}", "heading"))
            self._facts(title)
            names = ("Why this matters", "Summary", "Main points", "Considerations")
            counted = rng.random() < 0.5
            for number, name in enumerate(rng.sample(names, rng.randrange(2, 4)), 1):
                self.head(f"{number}.0 {name}" if counted else name)
                self.say(*rng.sample(words.TEXTS, rng.randrange(1, 3)))
            if rng.random() < 0.65:
                self.blocks += [
                    NewPage(),
                    Text(rng.choice(("Annex A", "ANNEX 1", "Annex")), "bold"),
                ]

    def _facts(self, title: str) -> None:
        rng = self.rng
        facts = [("Report title", title), ("Report author", rng.choice(words.POSTS))]
        facts += [("Ward(s) affected", "All"), ("Key decision", "No"), ("Exempt", "No")]
        kept = [fact for fact in facts if fact[0] == "Report title" or rng.random() < 0.6]
        rows = [[Cell(name, bold=True), Cell(fact)] for name, fact in kept]
        self.blocks.append(Table((1, 3), rows=rows, ruling=rng.choice(("ruled", "rows", "none"))))

    def _contents(self) -> None:
        """A page of contents and a foreword before the tables."""
        rng = self.rng
        names = ("Foreword", "About us", "How we performed", "What we spent", "Glossary")
        page = 2
        self.head("Contents")
        for name in names:
            self.say(f"{name} {'.' * (48 - len(name))} {page}")
            page += rng.randrange(1, 7)
        self.head("Foreword")
        self.say(*words.FOREWORD)
        self.blocks += [NewPage()] if rng.random() < 0.8 else []
        self.head("How we performed")

    def names(self, heads: Sequence[str] = (), *, coded: float = 0.7) -> list[Column]:
        """The columns that name an indicator: the title, its reference apart, or both in one."""
        rng = self.rng
        told = ("Measure", "Performance measure", "Indicator", "What we measure", "Short name")
        name = rng.choice(tuple(heads) or told)
        if rng.random() > coded:
            return [Column((name,), 27, title_cell, words=True)]
        way = rng.choice(("apart", "apart", "apart", "before", "behind", "over"))
        draw = {"before": code_and_title, "behind": title_and_code, "over": code_over_title}
        if way != "apart":
            return [Column((name,), 28, draw[way], words=True)]
        code = rng.choice(("Ref", "Ref no.", "Code", "ID", "Measure ref", "PI code"))
        found = [Column((code,), 8, code_cell, words=True)]
        return [*found, Column((name,), 26, title_cell, words=True)]

    def themes(self, pools: Sequence[str], columns: Sequence[Column], few: int, many: int) -> Parts:
        """Draw *few* to *many* measures of some of these pools, in any order."""
        rng, left = self.rng, self.rng.randrange(few, many + 1)
        chosen: list[tuple[str, list[Measure]]] = []
        for name in rng.sample(pools, len(pools)):
            if left > 0:
                pool = POOLS[name]
                chosen.append((name, rng.sample(pool, min(left, rng.randrange(3, len(pool) + 1)))))
                left -= len(chosen[-1][1])
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
            if measure.unit == "%" and not self.style.hand.percent and "ercentage" not in title:
                title = f"{title} (%)"
            truth = TrueIndicator(code.canonical if code else None, title)
            numbers = Numbers(self.rng, measure, self.style.hand)
            found.append(Row(self.rng, measure, code, numbers, truth, self.style))
        self.rows += found
        return found

    def fill(self, columns: Sequence[Column], parts: Parts, way: str | None = None) -> None:
        """Draw the table: one of all parts, one with bands, or one under each part's heading."""
        way = way or self.rng.choice(("plain", "bands", "bands", "apart"))
        drawn = table(columns, self.look)
        for name, rows in parts:
            if way == "apart":
                drawn = table(columns, self.look)
                self.head(name)
                self.blocks.append(drawn)
            elif way == "bands":
                drawn.rows.append(band(name, len(columns), self.look))
            drawn.rows += [cells(columns, row) for row in rows]
        if way != "apart":
            self.blocks.append(drawn)

    def one(self, columns: Sequence[Column], rows: list[Row]) -> None:
        """Draw one table of these rows."""
        self.fill(columns, [("", rows)], "plain")

    def key(self) -> None:
        """Say what the marks mean: where signs alone must be understood, or now and then."""
        marks, rng = self.style.marks, self.rng
        if marks.needs_key or rng.random() < 0.3:
            if rng.random() < 0.5:
                self.blocks.append(Text(rng.choice(("Key:", "Key to ratings")), "bold"))
            self.blocks.append(marks.key())

    def close(self, *, landscape: bool) -> Drawn:
        """End with notes and a contact, and describe the paper for its producers."""
        rng = self.rng
        if any(row.starred for row in self.rows):
            notes = ("* Provisional", "* Figure still to be audited", "* Estimate")
            self.blocks.append(Text(rng.choice(notes), "small"))
        if rng.random() < 0.25:
            self.say(f"For further information contact {rng.choice(words.POSTS)}.")
        look = fitting(self.blocks, replace(self.look, landscape=landscape))
        told = turned(self.blocks, look) | self.furniture._asdict()
        told["font"] = draw_font(rng)
        if told["font"] == "DejaVu Sans":  # wide letters
            wider = fitting(self.blocks, replace(look, font="DejaVu Sans"))
            told = turned(self.blocks, wider) | self.furniture._asdict()
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
    years: tuple[int, int] = (2002, 2024),
    councils: Sequence[str] = words.ENGLISH,
    kinds: Sequence[str] = KINDS,
) -> Paper:
    """Draw what a paper of about *wide* columns starts from."""
    council, meeting = rng.choice(councils), rng.choice(words.MEETINGS)
    look = draw_look(rng, ruling, wide=wide)
    style = Style(
        look, draw_hand(rng), draw_signs(rng, kinds), Decimal("0.1"), rng.random() < 0.12, 0
    )
    calendar = draw_calendar(rng, *years, _QUARTERS)
    furniture = draw_furniture(rng, council, meeting)
    return Paper(rng, look, style, calendar, council, meeting, furniture)

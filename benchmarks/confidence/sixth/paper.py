"""A paper of the sixth set while it is drawn: its opening, its tables, what stands between them."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from typing import Any

from benchmarks.confidence.fifth.as_cells import described
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
    table,
    title_and_code,
    title_cell,
)
from benchmarks.confidence.fifth.values import Code, Numbers, national_codes
from benchmarks.confidence.fourth.calendar import Calendar, draw_calendar
from benchmarks.confidence.model import Drawn, TrueAction, TrueIndicator
from benchmarks.confidence.sixth import words
from benchmarks.confidence.sixth.look import (
    KINDS,
    Furniture,
    draw_furniture,
    draw_hand,
    draw_look,
    draw_marks,
    local_references,
)
from benchmarks.confidence.sixth.measures import SERVICES

_QUARTERS = ("Q{} {}", "Q{} {}", "Quarter {} {}", "Qtr {} {}", "{1} Q{0}", "{1} Qtr {0}")
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
    committee: str
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
        """Begin as an appendix, which has a title, or as a report to a committee.

        *month*, counted from April, is the last one that the paper reports on.
        """
        rng = self.rng
        if rng.random() < 0.55:
            kind = rng.choice(("title", "title", "heading"))
            named = rng.random() < 0.7
            self.blocks += [Text(self.council, "bold")] if named else []
            self.blocks.append(Text(title, kind))
            if rng.random() < 0.35:
                self.say(rng.choice(words.BACKGROUND))
            return
        day = self.calendar.meeting(rng, month)
        self.blocks.append(
            Text(self.council.upper() if rng.random() < 0.5 else self.council, "title")
        )
        if rng.random() < 0.5:
            facts = [("Committee:", self.committee), ("Date:", day), ("Subject:", title)]
            facts.append(("Report of:", rng.choice(words.AUTHORS)))
            rows = [[Cell(name, bold=True), Cell(fact)] for name, fact in facts]
            ruling = rng.choice(("ruled", "none", "none"))
            self.blocks.append(Table((1, 4), rows=rows, ruling=ruling))
        else:
            self.blocks += [Text(self.committee, "bold"), Text(day, "bold"), Text(title, "heading")]
            self.say(f"Report of the {rng.choice(words.AUTHORS)}")
        self._report()

    def _report(self) -> None:
        """The numbered paragraphs of a report, and perhaps a page between it and its appendix."""
        rng, numbered = self.rng, self.rng.random() < 0.6
        sections = [
            ("Purpose of Report", [rng.choice(words.PURPOSES)]),
            ("Recommendation", [rng.choice(words.RECOMMENDATIONS)]),
            ("Background", rng.sample(words.BACKGROUND, rng.randrange(1, 4))),
        ]
        if rng.random() < 0.5:
            sections += [(name, [text]) for name, text in rng.sample(words.IMPLICATIONS, 3)]
        for number, (name, texts) in enumerate(sections, 1):
            self.head(f"{number}. {name}" if numbered else name)
            for each, text in enumerate(texts, 1):
                self.say(f"{number}.{each} {text}" if numbered else text)
        if rng.random() < 0.7:
            self.blocks.append(NewPage())
            self.blocks.append(Text(rng.choice(("Appendix 1", "APPENDIX A", "Appendix")), "bold"))

    def names(self, heads: Sequence[str] = (), *, coded: float = 0.7) -> list[Column]:
        """The columns that name an indicator: the title, its reference apart, or both in one."""
        rng = self.rng
        told = ("Performance Indicator", "Indicator", "Description", "Measure", "PI Description")
        name = rng.choice(tuple(heads) or told)
        if rng.random() > coded:
            return [Column((name,), 27, title_cell, words=True)]
        way = rng.choice(("apart", "apart", "apart", "before", "behind", "over"))
        draw = {"before": code_and_title, "behind": title_and_code, "over": code_over_title}
        if way != "apart":
            return [Column((name,), 28, draw[way], words=True)]
        code = rng.choice(("Ref", "Ref.", "PI Ref", "Code", "PI Code", "No.", "PI"))
        found = [Column((code,), 8, code_cell, words=True)]
        return [*found, Column((name,), 26, title_cell, words=True)]

    def services(self, columns: Sequence[Column], few: int, many: int) -> Parts:
        """Draw *few* to *many* measures of some services."""
        rng, left = self.rng, self.rng.randrange(few, many + 1)
        chosen: list[tuple[str, list[Measure]]] = []
        for name in rng.sample(sorted(SERVICES), len(SERVICES)):
            if left > 0:
                pool = SERVICES[name]
                chosen.append((name, rng.sample(pool, min(left, rng.randrange(3, len(pool) + 1)))))
                left -= len(chosen[-1][1])
        made = iter(self.rows_of([each for _, part in chosen for each in part], columns))
        parts = [(name, [next(made) for _ in part]) for name, part in chosen]
        for name, rows in parts:
            for row in rows:
                row.theme = name
        return parts

    def rows_of(self, measures: Sequence[Measure], columns: Sequence[Column]) -> list[Row]:
        """The rows of these measures; with references where one of *columns* prints them."""
        codes: list[Code | None] = [None] * len(measures)
        if any(column.draw in _CODED for column in columns):
            national = measures[0].code is not None
            codes = [
                *(
                    national_codes(self.rng, list(measures))
                    if national
                    else local_references(self.rng, len(measures))
                )
            ]
        found = []
        for measure, code in zip(measures, codes, strict=True):
            title = measure.title
            bare = measure.unit == "%" and not self.style.hand.percent
            if bare and "%" not in title and "ercentage" not in title:
                title = f"{title} (%)"
            aimless = self.style.marks.more and self.rng.random() < 0.06
            truth = TrueIndicator(code.canonical if code else None, title)
            numbers = Numbers(self.rng, measure, self.style.hand, aimless)
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

    def key(self) -> None:
        """Say what the marks mean: where signs alone must be understood, or now and then."""
        marks, rng = self.style.marks, self.rng
        if marks.needs_key or rng.random() < 0.3:
            if rng.random() < 0.5:
                self.blocks.append(Text("Key", "bold"))
            self.blocks.append(marks.key())

    def close(self, *, landscape: bool) -> Drawn:
        """End with notes and a contact, and describe the paper for its producers."""
        rng = self.rng
        if any(row.starred for row in self.rows):
            self.blocks.append(Text("* Provisional figure", "small"))
        if rng.random() < 0.25:
            self.head("Background Papers")
            self.say("None")
        if rng.random() < 0.25:
            self.say(
                f"Contact Officer: {rng.choice(words.AUTHORS)}, Ext. {rng.randrange(2000, 7000)}"
            )
        look = fitting(self.blocks, replace(self.look, landscape=landscape))
        told = turned(self.blocks, look) | asdict(self.furniture)
        return Drawn(
            "",
            [row.truth for row in self.rows],
            self.actions,
            landscape=look.landscape,
            cells=json.dumps(told),
        )


def turned(blocks: Sequence[Block], look: Look) -> dict[str, Any]:
    """A paper described as cells: what opens it stands upright, its tables as they need.

    ``first`` is the size of the first page, and of what follows a break its ``page``.
    """
    at = next((place for place, each in enumerate(blocks) if isinstance(each, NewPage)), None)
    own: dict[str, Any] = json.loads(described(blocks if at is None else blocks[at + 1 :], look))
    own["first"] = own["page"]
    if at is None:
        return own
    upright = replace(look, landscape=False)
    cover = json.loads(described(blocks[:at], fitting(blocks[:at], upright)))
    own["first"] = cover["page"]
    own["blocks"] = [*cover["blocks"], {"break": True, "page": own["page"]}, *own["blocks"]]
    own["pictures"] |= cover["pictures"]
    return own


def begin(
    rng: random.Random,
    ruling: str,
    *,
    wide: int,
    years: tuple[int, int] = (2003, 2023),
    councils: Sequence[str] = words.ENGLISH,
    kinds: Sequence[str] = KINDS,
) -> Paper:
    """Draw what a paper of about *wide* columns starts from."""
    council, committee = rng.choice(councils), rng.choice(words.COMMITTEES)
    look = draw_look(rng, ruling, wide=wide)
    marks = draw_marks(rng, kinds)
    style = Style(look, draw_hand(rng), marks, Decimal("0.1"), rng.random() < 0.1, rng.randrange(2))
    calendar = draw_calendar(rng, *years, _QUARTERS)
    return Paper(
        rng, look, style, calendar, council, committee, draw_furniture(rng, council, committee)
    )

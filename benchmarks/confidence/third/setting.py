"""What a family of the third set starts from, and how its blocks become a paper."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from benchmarks.confidence.model import Drawn, TrueAction
from benchmarks.confidence.second.as_fodt import fodt
from benchmarks.confidence.second.as_html import html
from benchmarks.confidence.second.blocks import (
    Block,
    Cell,
    Heading,
    NewPage,
    Run,
    Sentence,
    Table,
    Title,
    plain,
    sentence,
)
from benchmarks.confidence.second.codes import Code
from benchmarks.confidence.second.widths import fitting
from benchmarks.confidence.third.as_fo import fo
from benchmarks.confidence.third.as_xlsx import xlsx
from benchmarks.confidence.third.calendar import Calendar, draw_calendar
from benchmarks.confidence.third.codes import draw_codes
from benchmarks.confidence.third.look import Look, draw_look
from benchmarks.confidence.third.measures import THEMES, Measure
from benchmarks.confidence.third.sheet import (
    Column,
    Row,
    Style,
    band,
    cells,
    code_cell,
    new_row,
    table,
    title_cell,
    title_with_code,
)
from benchmarks.confidence.third.statuses import RAG, draw_marks
from benchmarks.confidence.third.values import draw_hand
from benchmarks.confidence.third.words import COUNCILS, MEETINGS, OPENINGS

_FEW, _USUAL, _MANY = range(4, 9), range(9, 19), range(20, 44)
Themed = list[tuple[str, list[Row]]]


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

    def open(self, title: str, *, key: bool = False) -> None:
        """Begin with the council and the meeting, the title, a sentence and perhaps the key."""
        rng = self.rng
        head = [sentence(self.council, bold=rng.random() < 0.7)]
        if rng.random() < 0.35:
            head.append(sentence(rng.choice(MEETINGS)))
        first: list[Block] = [Title(title)]
        self.blocks += [*head, *first] if rng.random() < 0.7 else [*first, *head]
        if rng.random() < 0.6:
            self.blocks.append(sentence(rng.choice(OPENINGS)))
        marks = self.style.marks
        if key and (marks.needs_key or (marks.kind.endswith("letter") and rng.random() < 0.7)):
            self.blocks.append(marks.key())
        self.opened = len(self.blocks)

    def names(self, *, coded: float = 0.75) -> list[Column]:
        """The columns that name an indicator: its code apart, behind its title, or none."""
        rng = self.rng
        words = rng.choice(
            ("Description of indicator", "What we measure", "KPI description", "Indicator name")
        )
        if rng.random() > coded:
            return [Column((words,), 26, title_cell, "left")]
        if rng.random() < 0.2:
            return [Column((words,), 28, title_with_code, "left")]
        ref = rng.choice(("ID", "KPI ref", "Indicator ref", "No.", "PI code"))
        return [Column((ref,), 6, code_cell, "left"), Column((words,), 25, title_cell, "left")]

    def themed(self, columns: Sequence[Column], codes: list[Code] | None = None) -> Themed:
        """Draw the indicators of a paper: few, as many as usual, or many; by theme."""
        rng = self.rng
        count = rng.choice(rng.choice((_FEW, _USUAL, _USUAL, _MANY)))
        left, parts = count, []
        for theme in rng.sample(sorted(THEMES), len(THEMES)):
            if left:
                members = THEMES[theme]
                part = rng.sample(members, min(left, rng.randrange(3, len(members) + 1)))
                parts.append((theme, part))
                left -= len(part)
        flat = self.rows_of([each for _, part in parts for each in part], columns, codes)
        done: Themed = []
        for theme, part in parts:
            done.append((theme, flat[: len(part)]))
            flat = flat[len(part) :]
        return done

    def some(self, pool: Sequence[Measure], columns: Sequence[Column]) -> list[Row]:
        """The rows of some of these measures."""
        count = self.rng.randrange(min(6, len(pool)), len(pool) + 1)
        return self.rows_of(self.rng.sample(pool, count), columns)

    def rows_of(
        self,
        measures: Sequence[Measure],
        columns: Sequence[Column],
        codes: list[Code] | None = None,
    ) -> list[Row]:
        """The rows of these measures; with codes where one of *columns* prints them."""
        printed = any(column.draw in (code_cell, title_with_code) for column in columns)
        if codes is None:
            codes = draw_codes(self.rng, len(measures), self.calendar.start)
        found = [
            new_row(self.rng, measure, codes[number] if printed else None, self.style)
            for number, measure in enumerate(measures)
        ]
        self.rows += found
        return found

    def fill(self, columns: Sequence[Column], themed: Themed | None = None) -> None:
        """Draw the table: one of all themes, with or without bands, or one under each heading."""
        rng = self.rng
        parts = themed or self.themed(columns)
        way = rng.choice(("plain", "bands", "bands", "apart"))
        drawn = table(columns, self.look)
        for place, (theme, rows) in enumerate(parts):
            if way == "apart":
                if place and rng.random() < 0.25:
                    self.blocks.append(NewPage())
                drawn = table(columns, self.look)
                self.blocks += [Heading(theme), drawn]
            elif way == "bands":
                drawn.rows.append(band(theme, len(columns), self.look))
            drawn.rows += [cells(columns, row) for row in rows]
        if way != "apart":
            self.blocks.append(drawn)
        if way != "plain" and rng.random() < 0.3:
            self._overview(parts)

    def _overview(self, parts: Themed) -> None:
        """Before all tables, a count of the statuses of each theme, with a row of totals."""
        counts = [
            (theme, [sum(row.truth.status == each for row in rows) for each in RAG])
            for theme, rows in parts
        ]
        if not sum(sum(numbers) for _, numbers in counts):
            return
        total = [sum(column) for column in zip(*(numbers for _, numbers in counts), strict=True)]
        heads = ["Theme", *(each.capitalize() for each in RAG), "Total"]
        drawn = Table([4, 1, 1, 1, 1], [[_head(text) for text in heads]])
        for theme, numbers in [*counts, ("TOTAL", total)]:
            texts = [str(n) for n in (*numbers, sum(numbers))]
            bold = theme == "TOTAL"
            drawn.rows.append(
                [plain(theme, bold=bold), *(plain(t, align="center", bold=bold) for t in texts)]
            )
        added: list[Block] = [Heading("Number of indicators by status"), drawn]
        self.blocks[self.opened : self.opened] = [*added, Heading("Indicators in full")]

    def close(self, *, landscape: bool) -> Drawn:
        """End with what the marks mean, and put the paper into its languages."""
        foot = self.style.foot
        if foot and any(row.footed for row in self.rows):
            mark = Run(foot, raised=foot != "*")
            self.blocks.append(Sentence((mark, Run(" Estimate, to be confirmed."))))
        if any(row.measure.unit == "net" for row in self.rows):
            brackets = self.style.hand.minus == "brackets"
            below = "in brackets" if brackets else "with a minus sign"
            self.blocks.append(sentence(f"Amounts {below} are below zero (underspends)."))
        look, landscape = fitting(self.blocks, self.look, landscape=landscape)
        assert isinstance(look, Look)
        return Drawn(
            html(self.blocks, look, self.council, landscape=landscape),
            [row.truth for row in self.rows],
            self.actions,
            landscape=landscape,
            fodt=fodt(self.blocks, look, self.council, landscape=landscape),
            fo=fo(self.blocks, look, self.council, landscape=landscape),
            xlsx=xlsx(self.blocks, look, self.council, landscape=landscape),
        )


def begin(
    rng: random.Random,
    ruling: str,
    *,
    wide: int,
    years: tuple[int, int] = (2004, 2024),
    councils: Sequence[str] = COUNCILS,
    kind: str | None = None,
) -> Setting:
    """Draw what a paper of about *wide* columns starts from."""
    look = draw_look(rng, ruling, wide=wide)
    foot = rng.choice(("1", "2", "*")) if rng.random() < 0.12 else None
    tolerance = rng.choice((Decimal("0.05"), Decimal("0.1")))
    marks = draw_marks(rng, kind)
    if ruling != "ruled":
        marks = replace(marks, align=look.heads)
    style = Style(look, draw_hand(rng), marks, tolerance, foot)
    return Setting(rng, look, style, draw_calendar(rng, *years), rng.choice(councils))


def _head(text: str) -> Cell:
    return Cell(((Run(text),),), heading=True, align="left" if text == "Theme" else "center")

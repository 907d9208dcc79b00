"""What a family of the fourth set starts from, and how its blocks become a paper."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from benchmarks.confidence.fourth import words
from benchmarks.confidence.fourth.as_lines import lines
from benchmarks.confidence.fourth.as_pdfmake import described
from benchmarks.confidence.fourth.as_rtf import rtf
from benchmarks.confidence.fourth.as_typst import typst
from benchmarks.confidence.fourth.blocks import (
    Block,
    Cell,
    Look,
    NewPage,
    Table,
    Text,
    draw_look,
    fitting,
)
from benchmarks.confidence.fourth.calendar import Calendar, draw_calendar
from benchmarks.confidence.fourth.measures import THEMES, Measure
from benchmarks.confidence.fourth.sheet import (
    Column,
    Row,
    Style,
    band,
    cells,
    code_and_title,
    code_cell,
    table,
    title_and_code,
    title_cell,
)
from benchmarks.confidence.fourth.statuses import KINDS, draw_marks
from benchmarks.confidence.fourth.values import (
    Code,
    Numbers,
    draw_hand,
    local_codes,
    national_codes,
)
from benchmarks.confidence.model import Drawn, TrueAction, TrueIndicator

_COUNTS = (range(5, 10), range(9, 19), range(9, 19), range(18, 34), range(30, 46))
Themed = list[tuple[str, list[Row]]]


@dataclass
class Paper:
    """One paper while it is drawn: its style and its year, its blocks, its truth."""

    rng: random.Random
    look: Look
    style: Style
    calendar: Calendar
    council: str
    blocks: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    actions: list[TrueAction] = field(default_factory=list)

    def open(self, title: str, *, month: int) -> None:
        """Begin with council, committee and date, the title, perhaps the covering report.

        *month*, counted from April, is the last one that the paper reports on.
        """
        rng = self.rng
        committee, author = rng.choice(words.COMMITTEES), rng.choice(words.AUTHORS)
        day = self.calendar.meeting(rng, month)
        way = rng.choice(("lines", "lines", "table", "title", "title"))
        if way == "table":
            facts = (("Committee", committee), ("Date", day), ("Report of", author))
            rows = [[Cell(name, bold=True), Cell(fact)] for name, fact in facts]
            self.blocks.append(Text(self.council, "bold"))
            self.blocks.append(Table((1, 3), rows=rows, ruling=rng.choice(("ruled", "none"))))
            self.blocks.append(Text(title, "title"))
        elif way == "lines":
            self.blocks.append(Text(self.council, "bold"))
            self.blocks += [Text(f"{committee} - {day}"), Text(title, "title")]
        else:
            self.blocks += [Text(title, "title"), Text(self.council, "bold")]
        if way != "title" and rng.random() < 0.6:
            self._cover()

    def _cover(self) -> None:
        """A covering report: what for, some paragraphs, what is asked; then perhaps an appendix."""
        rng = self.rng
        self.blocks += [Text("1. Purpose of report", "heading"), Text(rng.choice(words.PURPOSES))]
        self.blocks.append(Text("2. Background", "heading"))
        told = rng.sample(words.PARAGRAPHS, rng.randrange(1, 6))
        for number, text in enumerate(told, start=1):
            self.blocks.append(Text(f"2.{number} {text}"))
        self.blocks.append(Text("3. Recommendation", "heading"))
        self.blocks.append(Text("That the Committee notes the contents of this report."))
        if rng.random() < 0.5:
            for number, (name, text) in enumerate(words.IMPLICATIONS, start=4):
                self.blocks += [Text(f"{number}. {name}", "heading"), Text(text)]
        if rng.random() < 0.7:
            self.blocks += [NewPage(), Text(rng.choice(("Appendix 1", "Appendix A")), "bold")]

    def names(self, *, coded: float = 0.8, named: str | None = None) -> list[Column]:
        """The columns that name an indicator: code and title apart, in one cell, or the title."""
        rng = self.rng
        name = named or rng.choice(
            ("Performance Indicator", "Indicator", "Description", "Short Name", "Title", "Measure")
        )
        if rng.random() > coded:
            return [Column((name,), 26, title_cell, words=True)]
        if rng.random() < 0.2:
            return [Column(("Code & Short Name",), 27, code_and_title, words=True)]
        if rng.random() < 0.12:
            return [Column((f"{name} and Code",), 28, title_and_code, words=True)]
        code = rng.choice(("PI Code", "Code", "Ref", "Ref", "PI Ref", "Indicator No."))
        return [
            Column((code,), 8, code_cell, words=True),
            Column((name,), 25, title_cell, words=True),
        ]

    def themed(self, columns: Sequence[Column], *, most: int = 46) -> Themed:
        """Draw local indicators: few, as many as usual, or many; by theme."""
        rng, parts = self.rng, []
        left = min(rng.choice(rng.choice(_COUNTS)), most)
        for theme in rng.sample(sorted(THEMES), len(THEMES)):
            if left > 0:
                members = THEMES[theme]
                part = rng.sample(members, min(left, rng.randrange(3, len(members) + 1)))
                parts.append((theme, part))
                left -= len(part)
        rows = iter(self.rows_of([each for _, part in parts for each in part], columns))
        return [(theme, [next(rows) for _ in part]) for theme, part in parts]

    def rows_of(self, measures: Sequence[Measure], columns: Sequence[Column]) -> list[Row]:
        """The rows of these measures; with codes where one of *columns* prints them."""
        drawn = (code_cell, title_and_code, code_and_title)
        codes: list[Code | None] = [None] * len(measures)
        if any(column.draw in drawn for column in columns):
            national = bool(measures[0].code)
            made = (
                national_codes(self.rng, list(measures))
                if national
                else local_codes(self.rng, len(measures))
            )
            codes = [*made]
        found = []
        for measure, code in zip(measures, codes, strict=True):
            title = measure.title
            silent = measure.unit == "%" and not self.style.hand.percent
            if silent and "%" not in title and "ercentage" not in title:
                title = f"% {title}"
            aimless = self.style.marks.more and self.rng.random() < 0.08
            truth = TrueIndicator(code.canonical if code else None, title)
            numbers = Numbers(self.rng, measure, self.style.hand, aimless)
            found.append(Row(self.rng, measure, code, numbers, truth, self.style))
        self.rows += found
        return found

    def fill(self, columns: Sequence[Column], parts: Themed) -> None:
        """Draw the table: one of all themes, with or without bands, or one under each heading."""
        rng = self.rng
        way = rng.choice(("plain", "bands", "bands", "apart"))
        drawn = table(columns, self.look)
        for theme, rows in parts:
            if way == "apart":
                drawn = table(columns, self.look)
                self.blocks += [Text(theme, "heading"), drawn]
            elif way == "bands":
                drawn.rows.append(band(theme, len(columns), self.look))
            drawn.rows += [cells(columns, row) for row in rows]
        if way != "apart":
            self.blocks.append(drawn)

    def key(self, *, often: float = 0.6) -> None:
        """Say what the marks mean: always where nobody could know it, else as often as told."""
        marks = self.style.marks
        if marks.needs_key or (marks.kind != "word" and self.rng.random() < often):
            self.blocks.append(marks.key())

    def count_statuses(self) -> None:
        """A sentence that counts the statuses, if all rows have one of three."""
        counts = [
            sum(row.truth.status == each for row in self.rows) for each in ("green", "amber", "red")
        ]
        if self.rows and sum(counts) == len(self.rows) and self.rng.random() < 0.4:
            green, amber, red = counts
            self.blocks.append(
                Text(
                    f"Of the {len(self.rows)} indicators in this report {green} are green, {amber} "
                    f"are amber and {red} are red."
                )
            )

    def close(self, *, landscape: bool) -> Drawn:
        """End with footnotes and a contact, and put the paper into its languages."""
        if any(row.starred for row in self.rows):
            self.blocks.append(Text("* Provisional figure, subject to confirmation.", "small"))
        if self.rng.random() < 0.25:
            self.blocks.append(Text(f"Contact officer: {self.rng.choice(words.OFFICERS)}", "small"))
        look = fitting(self.blocks, replace(self.look, landscape=landscape))
        return Drawn(
            "",
            [row.truth for row in self.rows],
            self.actions,
            landscape=look.landscape,
            lines=lines(self.blocks, look),
            pdfmake=described(self.blocks, look),
            rtf=rtf(self.blocks, look),
            typst=typst(self.blocks, look),
        )


def begin(
    rng: random.Random,
    ruling: str,
    *,
    wide: int,
    years: tuple[int, int] = (2004, 2024),
    councils: Sequence[str] = (*words.ENGLISH, *words.IRISH),
    kinds: Sequence[str] = KINDS,
) -> Paper:
    """Draw what a paper of about *wide* columns starts from."""
    council = rng.choice(councils)
    footer = rng.choice((council, "Performance Report", "Appendix"))
    look = draw_look(rng, ruling, wide=wide, footer=footer)
    tolerance = rng.choice((Decimal("0.05"), Decimal("0.1")))
    style = Style(
        look, draw_hand(rng), draw_marks(rng, kinds=kinds), tolerance, rng.random() < 0.15
    )
    return Paper(rng, look, style, draw_calendar(rng, *years), council)

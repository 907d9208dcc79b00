"""What a family of the fifth set starts from, and how its blocks become a paper."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from benchmarks.confidence.fifth import words
from benchmarks.confidence.fifth.as_cells import described
from benchmarks.confidence.fifth.as_html import html
from benchmarks.confidence.fifth.blocks import (
    Block,
    Cell,
    Look,
    NewPage,
    Table,
    Text,
    draw_look,
    fitting,
)
from benchmarks.confidence.fifth.measures import THEMES, Measure
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
    theme_cell,
    title_and_code,
    title_cell,
)
from benchmarks.confidence.fifth.statuses import KINDS, draw_marks
from benchmarks.confidence.fifth.values import (
    Code,
    Numbers,
    draw_hand,
    local_codes,
    national_codes,
)
from benchmarks.confidence.fourth.calendar import Calendar, draw_calendar
from benchmarks.confidence.model import Drawn, TrueAction, TrueIndicator

_QUARTERS = ("Q{} {}", "Q{} {}", "Qtr {} {}", "Quarter {} {}", "{1} Q{0}", "{1} Quarter {0}")
_COUNTS = (range(6, 12), range(10, 20), range(10, 20), range(16, 32), range(28, 44))
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
        """Begin with the council and the title, perhaps as a committee's report.

        *month*, counted from April, is the last one that the paper reports on.
        """
        rng, blocks = self.rng, self.blocks
        way = rng.choice(("report", "report", "facts", "sheet", "sheet", "sheet"))
        if way == "sheet":
            first, second = Text(self.council, "bold"), Text(title, "title")
            blocks += [first, second] if rng.random() < 0.5 else [second, first]
            return
        committee, author = rng.choice(words.COMMITTEES), rng.choice(words.AUTHORS)
        day = self.calendar.meeting(rng, month)
        if way == "report":
            blocks += [Text(self.council, "title"), Text(f"{committee}, {day}", "bold")]
            blocks += [Text(title, "heading"), Text(f"Report by the {author}")]
        else:
            facts = (("Report to", committee), ("Date of meeting", day), ("Report by", author))
            rows = [
                [Cell(name, bold=True), Cell(fact)] for name, fact in (*facts, ("Title", title))
            ]
            blocks.append(Text(self.council, "title"))
            blocks.append(Table((1, 3), rows=rows, ruling=rng.choice(("ruled", "rows", "none"))))
        if rng.random() < 0.65:
            self._cover()

    def _cover(self) -> None:
        """A covering report: what for, some paragraphs, what is asked; then perhaps an annex."""
        rng, blocks = self.rng, self.blocks
        blocks += [Text("Purpose", "heading"), Text(rng.choice(words.OPENINGS))]
        blocks.append(Text("Information", "heading"))
        blocks += [Text(text) for text in rng.sample(words.PARAGRAPHS, rng.randrange(1, 5))]
        if rng.random() < 0.5:
            for name, text in words.CLOSINGS:
                blocks += [Text(name, "heading"), Text(text)]
        blocks += [Text("Recommended", "heading"), Text("That the report be noted.")]
        if rng.random() < 0.7:
            blocks += [NewPage(), Text(rng.choice(("Annex A", "Appendix", "Appendix 1")), "bold")]

    def names(self, *, coded: float = 0.75, named: str | None = None) -> list[Column]:
        """The columns that name an indicator: code and title apart, in one cell, or the title."""
        rng = self.rng
        name = named or rng.choice(
            (
                "Indicator",
                "Performance Indicator",
                "Measure",
                "Description",
                "PI Title",
                "Measure Name",
            )
        )
        if rng.random() > coded:
            return [Column((name,), 26, title_cell, words=True)]
        kind = rng.choice(("apart", "apart", "apart", "apart", "before", "behind", "over"))
        if kind == "before":
            heads = rng.choice(("PI Code & Short Name", "Code and Title", "Indicator"))
            return [Column((heads,), 28, code_and_title, words=True)]
        if kind == "behind":
            return [Column((name,), 28, title_and_code, words=True)]
        if kind == "over":
            heads = rng.choice(("PI Code and Name", "Ref / Indicator"))
            return [Column((heads,), 27, code_over_title, words=True)]
        code = rng.choice(("PI Ref", "PI Code", "Ref", "Ref.", "Code", "PI No.", "Indicator Ref"))
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
        themed = [(theme, [next(rows) for _ in part]) for theme, part in parts]
        for theme, members in themed:
            for row in members:
                row.theme = theme
        return themed

    def rows_of(self, measures: Sequence[Measure], columns: Sequence[Column]) -> list[Row]:
        """The rows of these measures; with codes where one of *columns* prints them."""
        drawn = (code_cell, title_and_code, code_and_title, code_over_title)
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
        if any(column.draw is theme_cell for column in columns):
            way = "plain"
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

    def summarise(self, parts: Themed, *, often: float = 0.3) -> None:
        """A table that counts the statuses of each part, if all rows have one of three."""
        colours = ("green", "amber", "red")
        told = [[row.truth.status for row in rows] for _, rows in parts]
        whole = all(status in colours for statuses in told for status in statuses)
        if not whole or self.style.marks.kind == "paint" or self.rng.random() > often:
            return
        heads = [Cell("Service", heading=True)]
        heads += [Cell(each.capitalize(), heading=True, align="center") for each in colours]
        heads.append(Cell("Total", heading=True, align="center"))
        rows = []
        for (theme, _), statuses in zip(parts, told, strict=True):
            counts = [statuses.count(each) for each in colours]
            rows.append(
                [Cell(theme), *(Cell(f"{n}", align="center") for n in (*counts, sum(counts)))]
            )
        totals = [sum(statuses.count(each) for statuses in told) for each in colours]
        shown = (Cell(f"{n}", bold=True, align="center") for n in (*totals, sum(totals)))
        rows.append([Cell("Total", bold=True), *shown])
        self.blocks.append(Text("Summary of performance", "heading"))
        self.blocks.append(Table((24, 8, 8, 8, 8), [heads], rows))

    def close(self, *, landscape: bool) -> Drawn:
        """End with footnotes and a contact, and put the paper into its languages."""
        if any(row.starred for row in self.rows):
            self.blocks.append(Text("* Estimate.", "small"))
        if self.rng.random() < 0.2:
            self.blocks.append(Text(f"For more information: {self.rng.choice(words.AUTHORS)}"))
        look = fitting(self.blocks, replace(self.look, landscape=landscape))
        return Drawn(
            html(self.blocks, look),
            [row.truth for row in self.rows],
            self.actions,
            landscape=look.landscape,
            cells=described(self.blocks, look),
        )


def begin(
    rng: random.Random,
    ruling: str,
    *,
    wide: int,
    years: tuple[int, int] = (2004, 2024),
    councils: Sequence[str] = words.ENGLISH,
    kinds: Sequence[str] = KINDS,
) -> Paper:
    """Draw what a paper of about *wide* columns starts from."""
    council = rng.choice(councils)
    footer = rng.choice((council, council, "Performance Monitoring", "Appendix 1"))
    look = draw_look(rng, ruling, wide=wide, footer=footer)
    style = Style(
        look,
        draw_hand(rng),
        draw_marks(rng, kinds=kinds),
        Decimal("0.1"),
        rng.random() < 0.12,
        rng.randrange(2),
    )
    return Paper(rng, look, style, draw_calendar(rng, *years, _QUARTERS), council)

"""A block for each indicator, as performance systems print one in detail."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.confidence.fourth.blocks import Cell, Table, Text
from benchmarks.confidence.fourth.measures import LOCAL
from benchmarks.confidence.fourth.paper import begin
from benchmarks.confidence.fourth.sheet import (
    Column,
    Says,
    code_cell,
    figure,
    note_cell,
    status_cell,
)
from benchmarks.confidence.fourth.words import OFFICERS
from benchmarks.confidence.model import Drawn


def indicator_blocks(rng: random.Random, ruling: str) -> Drawn:
    """A small table for each indicator: its name above, a row for each period, its latest note."""
    paper = begin(rng, ruling, wide=6, years=(2006, 2023))
    calendar, now = paper.calendar, rng.randrange(2, 5)
    paper.open(f"Performance Indicators in Detail, Quarter {now} {calendar.year()}", month=3 * now)
    paper.key()
    heads = [
        Cell("Period", heading=True),
        *(Cell(text, heading=True, align=paper.look.heads) for text in ("Value", "Target")),
        Cell(paper.style.marks.heading, heading=True, align="center"),
    ]
    naming = Column(("",), 1, code_cell)
    note, by = rng.choice(("Latest Note", "Comment")), rng.choice(("Managed By", "Lead Officer"))
    apart = rng.random() < 0.5
    coded = [naming] if rng.random() < 0.75 else []
    for row in paper.rows_of(rng.sample(LOCAL, rng.randrange(3, 10)), coded):
        drawn = Table((14, 9, 9, 9), [], [])
        name = f"{row.code.printed} {row.truth.title}" if row.code else row.truth.title
        if apart:
            paper.blocks.append(Text(name, "bold"))
            drawn.heads = [heads]
        else:
            fill = paper.look.section_fill
            ink = "#000000" if fill else None
            drawn.heads = [[Cell(name, columns=4, heading=True, fill=fill, ink=ink)], heads]
        for number in range(1, now + 1):
            own, aim = f"actual Q{number}", f"target Q{number}"
            shown = [Cell(calendar.quarter(number))]
            for slot, measure in ((own, "actual"), (aim, "target")):
                says = Says(measure, calendar.true_quarter(number))
                shown.append(figure(slot, says, gaps=number < now)(row))
            drawn.rows.append([*shown, status_cell(own, aim)(row)])
        if rng.random() < 0.8:
            drawn.rows.append([Cell(by, bold=True), Cell(rng.choice(OFFICERS), columns=3)])
        if rng.random() < 0.8:
            drawn.rows.append([Cell(note, bold=True), replace(note_cell(0)(row), columns=3)])
        paper.blocks.append(drawn)
    return paper.close(landscape=False)

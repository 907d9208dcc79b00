"""A block for each indicator, as performance systems print them; and a list of periods."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.second.blocks import Cell, Line, Run, Table, plain, sentence
from benchmarks.confidence.third.columns import goal, outturn, quarter
from benchmarks.confidence.third.measures import EVERY
from benchmarks.confidence.third.setting import Setting, begin
from benchmarks.confidence.third.sheet import (
    Column,
    Draw,
    Says,
    cells,
    code_cell,
    empty,
    figure,
    headings,
    status_cell,
    table,
    title_cell,
    way_cell,
)
from benchmarks.confidence.third.words import COMMENTS, OFFICERS, REASONS


def indicator_strips(rng: random.Random, ruling: str) -> Drawn:
    """A small table for each indicator: its name over the periods, its values, its note."""
    paper = begin(rng, ruling, wide=8, years=(2006, 2022))
    calendar, now = paper.calendar, rng.randrange(1, 5)
    paper.open(f"Performance Indicators by Service: {calendar.quarter(now)}", key=True)
    columns = [
        outturn(calendar, -2, (calendar.year(-2),)),
        outturn(calendar, -1, (calendar.year(-1),)),
    ][rng.randrange(2) :]
    first = 1 if rng.random() < 0.6 else now
    columns += [
        quarter(calendar, each, (f"Q{each} {calendar.year()}",)) for each in range(first, now + 1)
    ]
    columns.append(goal(calendar, 0, (f"{calendar.year()} Target",)))
    slot = f"actual Q{now} 0"
    columns.append(Column((paper.style.marks.heading,), 7, status_cell(slot, "target 0")))
    if rng.random() < 0.5:
        columns.append(Column(("Long trend",), 6, way_cell(slot, "actual -1")))
    lead = rng.choice(("Latest note: ", "Managed by: ", "Commentary: "))
    notes = OFFICERS if lead.startswith("Managed") else (*COMMENTS, *REASONS)
    naming = Column(("",), 1, code_cell)
    for row in paper.rows_of(rng.sample(EVERY, rng.randrange(4, 15)), [naming]):
        drawn = Table([column.weight for column in columns])
        name = f"{row.code.printed if row.code else ''} {row.truth.title}".strip()
        title = replace(plain(name, bold=True), columns=len(columns), fill=paper.look.section_fill)
        drawn.rows = [[title], *headings(columns, paper.look), cells(columns, row)]
        if rng.random() < 0.8:
            line: Line = (Run(lead, bold=True), Run(rng.choice(notes)))
            drawn.rows.append([Cell((line,), columns=len(columns))])
        paper.blocks += [drawn, sentence(" ")]
    return paper.close(landscape=rng.random() < 0.3)


def indicator_forms(rng: random.Random, ruling: str) -> Drawn:
    """A form for each indicator: labels in bold beside what they name, two pairs to a row."""
    paper = begin(rng, ruling, wide=6, years=(2006, 2022))
    calendar, now = paper.calendar, rng.randrange(2, 5)
    paper.open(f"Key Indicator Reports, Quarter {now} {calendar.year()}", key=True)
    this, before = f"Q{now} {calendar.year()}", f"Q{now - 1} {calendar.year()}"
    own = quarter(calendar, now, (f"Actual {this}",))
    slot = f"actual Q{now} 0"
    pairs: list[tuple[str, Draw]] = [
        (rng.choice(("Reference", "PI code")), code_cell),
        (paper.style.marks.heading, status_cell(slot, "target now")),
        (own.levels[0], own.draw),
        (f"Target {this}", figure("target now", Says("target", calendar.true_quarter(now)))),
        (f"Actual {before}", quarter(calendar, now - 1, ("",)).draw),
        (f"Outturn {calendar.year(-1)}", outturn(calendar, -1, ("",)).draw),
    ]
    naming = Column(("",), 1, code_cell)
    label = rng.choice(("Indicator", "Title", "Description"))
    comment = rng.choice(("Commentary", "Comment", "Analysis"))
    for row in paper.rows_of(rng.sample(EVERY, rng.randrange(3, 9)), [naming]):
        drawn = Table([10, 9, 10, 9])
        drawn.rows.append([plain(label, bold=True), replace(plain(row.truth.title), columns=3)])
        for place in range(0, len(pairs), 2):
            line = []
            for words, draw in pairs[place : place + 2]:
                line += [plain(words, bold=True), replace(draw(row), align="left")]
            drawn.rows.append(line)
        note = replace(plain(rng.choice((*COMMENTS, *REASONS))), columns=3)
        drawn.rows.append([plain(comment, bold=True), note])
        paper.blocks += [drawn, sentence(" ")]
    return paper.close(landscape=False)


def period_list(rng: random.Random, ruling: str) -> Drawn:
    """A list with a row for each period of an indicator, the period in a column of its own."""
    paper = begin(rng, ruling, wide=6)
    if paper.look.ruling != "ruled" or paper.look.upright == "bottom":
        paper.look = replace(paper.look, upright="top")  # the title on its first row
    calendar = paper.calendar
    yearly, merged = rng.random() < 0.4, rng.random() < 0.5
    paper.open(f"Performance data by period, {calendar.year()}")
    names = [column for column in paper.names() if column.draw in (code_cell, title_cell)]
    names = names or [Column(("Indicator name",), 25, title_cell, "left")]
    heads = [*names, Column((rng.choice(("Period", "Reporting period")),), 10, empty, "left")]
    sides = ["Target", rng.choice(("Actual", "Result"))]
    if rng.random() < 0.5:
        sides.reverse()
    heads += [Column((side,), 8, empty) for side in sides]
    drawn = table(heads, paper.look)
    now = rng.randrange(2, 5)
    for row in paper.rows_of(rng.sample(EVERY, rng.randrange(4, 14)), names):
        for place in range(now):
            printed, draws = _of_period(paper, yearly, place, now)
            shown = cells(names, row)
            if merged:
                shown = [replace(cell, rows=now) for cell in shown] if place == 0 else []
            values = [draws[side == "Target"](row) for side in sides]
            drawn.rows.append([*shown, plain(printed), *values])
    paper.blocks.append(drawn)
    return paper.close(landscape=rng.random() < 0.3)


def _of_period(paper: Setting, yearly: bool, place: int, now: int) -> tuple[str, tuple[Draw, Draw]]:
    """A period as printed, and what draws its result and its target."""
    calendar = paper.calendar
    if yearly:
        offset = place - now + 1
        true, printed, measure = calendar.true_year(offset), calendar.year(offset), "outturn"
    else:
        true, printed = calendar.true_quarter(place + 1), calendar.quarter(place + 1)
        measure = "actual"
    result: Draw = figure(f"{measure} {true}", Says(measure, true))
    aim: Draw = figure(f"target {true}", Says("target", true))
    return printed, (result, aim)

"""Word tables: blocks for each priority, long titles with definitions, a note under each row."""

from __future__ import annotations

import random

from benchmarks.confidence.kept.blocks import Cell, Heading, NewPage, Run
from benchmarks.confidence.kept.codes import draw_codes
from benchmarks.confidence.kept.long_titles import LONG
from benchmarks.confidence.kept.parts import cells, coded, names
from benchmarks.confidence.kept.setting import Setting, begin
from benchmarks.confidence.kept.sheet import (
    Column,
    Row,
    Says,
    code_cell,
    defined_title,
    figure,
    good_cell,
    section,
    status,
    table,
    title_cell,
    trend,
    words_cell,
)
from benchmarks.confidence.kept.words import LONG_NOTES, NOTES, OFFICERS, PRIORITIES
from benchmarks.confidence.model import Drawn


def plan_blocks(rng: random.Random, ruling: str) -> Drawn:
    """Measures of a corporate plan by priority: tables of their own, or blocks of one table."""
    paper = begin(rng, ruling, wide=7)
    calendar = paper.calendar
    annual = rng.random() < 0.5
    number = rng.randrange(1, 5)
    when = calendar.year() if annual else f"{calendar.year()} Quarter {number}"
    paper.open(f"Corporate Plan Measures of Success: {when}")
    columns = names(rng)
    says = Says("outturn", calendar.true_year(-1))
    columns.append(Column((f"{calendar.year(-1)} Outturn",), 7, figure("actual last", says)))
    now_says = (
        Says("outturn", calendar.true_year())
        if annual
        else Says("actual", calendar.true_quarter(number))
    )
    now_words = f"{calendar.year()} Actual" if annual else calendar.quarter(number)
    goal = Says("target", calendar.true_year())
    columns += [
        Column((f"Target {calendar.year()}",), 7, figure("target", goal)),
        Column((now_words,), 7, figure("actual", now_says)),
        Column((paper.style.way.heading,), 6, status("actual", "target")),
    ]
    if rng.random() < 0.5:
        columns.append(Column(("Lead Officer",), 12, words_cell(OFFICERS)))
    if rng.random() < 0.5:
        columns.append(Column(("Progress update",), 20, words_cell(NOTES)))
    _by_priority(paper, columns)
    return paper.close(landscape=len(columns) > 7 or rng.random() < 0.3)


def defined(rng: random.Random, ruling: str) -> Drawn:
    """Statutory indicators with titles of three and four lines and their definitions."""
    paper = begin(rng, ruling, wide=7, years=(2003, 2016))
    calendar = paper.calendar
    paper.open(f"Statutory Performance Indicators {calendar.year()}")
    apart = rng.random() < 0.4
    columns = [
        Column((rng.choice(("PI No", "Ref", "Indicator No.")),), 7, code_cell),
        Column(
            (rng.choice(("Indicator", "Performance Indicator and Definition", "Description")),),
            rng.choice((20, 26)),
            title_cell if apart or rng.random() < 0.4 else defined_title,
            "left",
        ),
    ]
    if apart:
        columns.append(Column(("Definition",), 18, _definition, "left"))
    if rng.random() < 0.5:
        columns.append(Column(("Good performance",), 7, good_cell(("High", "Low"))))
    for offset in (-1, 0):
        says = Says("outturn", calendar.true_year(offset))
        words = f"{rng.choice(('Actual', 'Outturn'))} {calendar.year(offset)}"
        columns.append(Column((words,), 7, figure(f"actual {offset}", says)))
    for offset in (0, 1):
        says = Says("target", calendar.true_year(offset))
        words = f"Target {calendar.year(offset)}"
        columns.append(Column((words,), 7, figure(f"target {offset}", says)))
    if rng.random() < 0.5:
        columns.append(Column((paper.style.way.heading,), 6, status("actual 0", "target 0")))
    chosen = rng.sample(LONG, rng.randrange(5, len(LONG) + 1))
    drawn = table(columns, paper.look)
    for row in paper.rows_of(chosen, draw_codes(rng, len(chosen), rng.choice(("BV", "NI", "LI")))):
        drawn.rows.append(cells(columns, row))
    paper.blocks.append(drawn)
    return paper.close(landscape=len(columns) > 8 or rng.random() < 0.4)


def noted(rng: random.Random, ruling: str) -> Drawn:
    """A note under each row, spanning the table."""
    paper = begin(rng, ruling, wide=7)
    calendar, number = paper.calendar, rng.randrange(1, 5)
    paper.open(f"Key Performance Indicators {calendar.year()} - Quarter {number}")
    columns = names(rng)
    now = calendar.true_quarter(number)
    if number > 1:
        says = Says("actual", calendar.true_quarter(number - 1))
        columns.append(Column((calendar.quarter(number - 1),), 7, figure("actual before", says)))
    columns += [
        Column((calendar.quarter(number),), 7, figure("actual", Says("actual", now))),
        Column((f"Target {calendar.year()}",), 7, figure("target", _goal(paper))),
        Column((paper.style.way.heading,), 6, status("actual", "target")),
        Column(("Trend",), 5, trend("actual", "actual before")),
    ]
    drawn = table(columns, paper.look)
    lead = rng.choice(("Comment: ", "Commentary: ", "Latest Note: ", ""))
    some = rng.choice((1.0, 1.0, 0.6))
    notes: tuple[str, ...] = (*NOTES, *LONG_NOTES)
    for row in paper.new_rows(codes=coded(columns)):
        drawn.rows.append(cells(columns, row))
        if rng.random() < some:
            line = (Run(lead, bold=True), Run(rng.choice(notes), italic=not lead))
            drawn.rows.append([Cell((line,), columns=len(columns))])
    paper.blocks.append(drawn)
    return paper.close(landscape=rng.random() < 0.5)


def _by_priority(paper: Setting, columns: list[Column]) -> None:
    rng, look = paper.rng, paper.look
    apart = rng.random() < 0.5
    again = rng.random() < 0.4
    heads_again = rng.random() < 0.5
    rows = paper.new_rows(codes=coded(columns))
    names_of = sorted(rng.sample(PRIORITIES, min(len(PRIORITIES), 1 + len(rows) // 4)))
    size = -(-len(rows) // len(names_of))
    drawn = table(columns, look)
    for place, name in enumerate(names_of):
        own = rows[place * size : (place + 1) * size]
        if not own:
            break
        if apart:
            if place and again:
                paper.blocks.append(NewPage())
            drawn = table(columns, look)
            paper.blocks += [Heading(name), drawn]
        else:
            drawn.rows.append(section(name, columns, look))
            if heads_again and place:
                drawn.rows += table(columns, look).headings
        drawn.rows += [cells(columns, row) for row in own]
    if not apart:
        paper.blocks.append(drawn)


def _goal(paper: Setting) -> Says:
    return Says("target", paper.calendar.true_year())


def _definition(row: Row) -> Cell:
    return Cell(((Run(row.measure.definition, small=True),),))

"""Word tables: blocks for each priority, long titles with definitions, a note under each row."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.second.blocks import Cell, Heading, NewPage, Run, plain
from benchmarks.confidence.second.codes import draw_codes
from benchmarks.confidence.second.long_titles import LONG
from benchmarks.confidence.second.parts import cells, coded, names
from benchmarks.confidence.second.setting import Setting, begin
from benchmarks.confidence.second.sheet import (
    Column,
    Row,
    Says,
    code_cell,
    defined_title,
    figure,
    good_cell,
    headings,
    nothing,
    section,
    status,
    table,
    title_cell,
    trend,
    words_cell,
)
from benchmarks.confidence.second.words import LONG_NOTES, NOTES, OFFICERS, PRIORITIES


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
    apart, within = rng.choice(((True, False), (False, False), (False, True), (False, True)))
    title = rng.choice(("Indicator", "Description", "Performance Indicator"))
    if within and rng.random() < 0.5:
        title = f"{title} and Definition"
    result = rng.choice(("Actual", "Outturn"))
    columns = [
        Column((rng.choice(("PI No", "Ref", "Indicator No.")),), 7, code_cell),
        Column(
            (title,),
            rng.choice((20, 26)),
            defined_title if within else title_cell,
            "left",
        ),
    ]
    if apart:
        columns.append(Column(("Definition",), 18, _definition, "left"))
    if rng.random() < 0.5:
        columns.append(Column(("Good performance",), 7, good_cell(("High", "Low"))))
    for offset in (-1, 0):
        says = Says("outturn", calendar.true_year(offset))
        words = f"{result} {calendar.year(offset)}"
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
    """Tables of their own; or one table with rows, or a merged column, for the priorities."""
    rows = paper.new_rows(codes=coded(columns))
    names_of = sorted(paper.rng.sample(PRIORITIES, min(len(PRIORITIES), 1 + len(rows) // 4)))
    size = -(-len(rows) // len(names_of))
    parts = [rows[place * size : (place + 1) * size] for place in range(len(names_of))]
    blocks = [(name, part) for name, part in zip(names_of, parts, strict=True) if part]
    paper.rng.choice((_tables, _sections, _sections, _merged))(paper, columns, blocks)


_Blocks = list[tuple[str, list[Row]]]


def _tables(paper: Setting, columns: list[Column], blocks: _Blocks) -> None:
    paged = paper.rng.random() < 0.4
    for place, (name, rows) in enumerate(blocks):
        if place and paged:
            paper.blocks.append(NewPage())
        drawn = table(columns, paper.look)
        drawn.rows += [cells(columns, row) for row in rows]
        paper.blocks += [Heading(name), drawn]


def _sections(paper: Setting, columns: list[Column], blocks: _Blocks) -> None:
    again = paper.rng.random() < 0.5
    drawn = table(columns, paper.look)
    for place, (name, rows) in enumerate(blocks):
        drawn.rows.append(section(name, columns, paper.look))
        if again and place:
            drawn.rows += headings(columns, paper.look)
        drawn.rows += [cells(columns, row) for row in rows]
    paper.blocks.append(drawn)


def _merged(paper: Setting, columns: list[Column], blocks: _Blocks) -> None:
    paper.look = replace(paper.look, upright="top")  # the priority beside its first row
    drawn = table([Column(("Priority",), 12, nothing, "left"), *columns], paper.look)
    for name, rows in blocks:
        for number, row in enumerate(rows):
            first = [replace(plain(name, bold=True), rows=len(rows))] if number == 0 else []
            drawn.rows.append([*first, *cells(columns, row)])
    paper.blocks.append(drawn)


def _goal(paper: Setting) -> Says:
    return Says("target", paper.calendar.true_year())


def _definition(row: Row) -> Cell:
    return Cell(((Run(row.measure.definition, small=True),),))

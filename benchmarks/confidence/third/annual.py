"""Annual papers: five years, a plan's priorities, best value with years ahead, days of counting."""

from __future__ import annotations

import random

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.second.blocks import Cell, Heading, plain, sentence
from benchmarks.confidence.third.codes import codes_of
from benchmarks.confidence.third.columns import GOOD, goal, others, outturn
from benchmarks.confidence.third.measures import THEMES
from benchmarks.confidence.third.setting import begin
from benchmarks.confidence.third.sheet import (
    Column,
    Row,
    Says,
    cells,
    code_cell,
    figure,
    gap_cell,
    good_cell,
    status_cell,
    table,
    text_cell,
    title_cell,
    unit_cell,
    way_cell,
)
from benchmarks.confidence.third.words import COMMENTS, SPONSORS, THEMES_OF_PLAN


def five_years(rng: random.Random, ruling: str) -> Drawn:
    """Five years of results, the latest first or last, and the target of the latest."""
    paper = begin(rng, ruling, wide=10, years=(2006, 2024))
    calendar = paper.calendar
    words = rng.choice(("Annual Report", "Five Year Performance Trends", "Yearbook of Indicators"))
    paper.open(f"{words} {calendar.year()}", key=True)
    columns = paper.names()
    if rng.random() < 0.4:
        columns.append(Column((rng.choice(("Unit", "Measured in")),), 6, unit_cell))
    if rng.random() < 0.4:
        columns.append(Column(("Good is",), 7, good_cell(rng.choice(GOOD))))
    offsets = [-4, -3, -2, -1, 0]
    if rng.random() < 0.3:
        offsets.reverse()
    above = rng.choice(((), (), ("Outturn",), ("Year end result",)))
    columns += [outturn(calendar, each, (*above, calendar.year(each)), 6) for each in offsets]
    columns.append(goal(calendar, 0, (f"Target {calendar.year()}",)))
    if rng.random() < 0.7:
        draw = status_cell("actual 0", "target 0")
        columns.append(Column((paper.style.marks.heading,), 7, draw))
    if rng.random() < 0.6:
        columns.append(Column(("5 year trend",), 7, way_cell("actual 0", "actual -4")))
    paper.fill(columns)
    return paper.close(landscape=rng.random() < 0.6)


def plan_priorities(rng: random.Random, ruling: str) -> Drawn:
    """A plan's measures under each priority: where we were, are and want to be."""
    paper = begin(rng, ruling, wide=7, years=(2007, 2023))
    calendar = paper.calendar
    paper.open(f"Council Plan Progress Report {calendar.year()}", key=True)
    columns = paper.names(coded=0.4)
    was = rng.choice(("Where we were: {}", "Baseline ({})", "Starting point {}"))
    now = rng.choice(("Where we are: {}", "Achieved {}", "Result {}"))
    ahead = rng.choice(("Where we want to be: {}", "Ambition {}", "Target {}"))
    if ahead.startswith("Where") != was.startswith("Where"):
        ahead = "Target {}"
    first = Says("outturn", calendar.true_year(-1), (("previous", None),))
    columns += [
        Column((was.format(calendar.year(-1)),), 9, figure("actual -1", first)),
        goal(calendar, 0, (f"Target {calendar.year()}",), 8),
        outturn(calendar, 0, (now.format(calendar.year()),), 9),
        goal(calendar, 1, (ahead.format(calendar.year(1)),), 9),
        Column((paper.style.marks.heading,), 7, status_cell("actual 0", "target 0")),
    ]
    if rng.random() < 0.6:
        columns.append(
            Column(("The story behind the figure",), 20, text_cell(COMMENTS, blank=0.2), "left")
        )
    parts = paper.themed(columns)[: len(THEMES_OF_PLAN)]
    paper.rows = [row for _, rows in parts for row in rows]
    for (_, rows), name in zip(parts, THEMES_OF_PLAN, strict=False):
        drawn = table(columns, paper.look)
        drawn.rows += [cells(columns, row) for row in rows]
        holder = sentence(f"Lead member: {rng.choice(SPONSORS)}")
        paper.blocks += [Heading(name), holder, drawn]
    return paper.close(landscape=rng.random() < 0.5)


def bv_ahead(rng: random.Random, ruling: str) -> Drawn:
    """A best value plan's summary: last year, whether its target was met, three years ahead."""
    paper = begin(rng, ruling, wide=10, years=(2002, 2007))
    calendar = paper.calendar
    paper.open(
        f"Best Value Summary of Performance {calendar.year()} and Targets to {calendar.year(3)}"
    )
    columns = [
        Column((rng.choice(("BVPI ref", "BV No.", "National ref")),), 7, code_cell, "left"),
        Column((rng.choice(("Best value indicator", "What is measured")),), 25, title_cell, "left"),
    ]
    result = rng.choice(("Actual", "Achieved"))
    grouped = rng.random() < 0.6
    columns.append(
        outturn(
            calendar,
            -1,
            (calendar.year(-1), result) if grouped else (f"{result} {calendar.year(-1)}",),
        )
    )
    for kind in ("Target", result):
        levels = (calendar.year(), kind) if grouped else (f"{kind} {calendar.year()}",)
        make = goal if kind == "Target" else outturn
        columns.append(make(calendar, 0, levels))
    if rng.random() < 0.6:
        columns.append(Column((rng.choice(("Target met?", "Met target")),), 6, _met))
    for offset in (1, 2, 3):
        year = calendar.year(offset)
        levels = ("Future targets", year) if grouped else (f"Target {year}",)
        columns.append(goal(calendar, offset, levels))
    if rng.random() < 0.5:
        columns.append(others(calendar, -1, f"English average {calendar.year(-1)}"))
    kind = rng.choice(("BV", "padded BV"))
    count = rng.randrange(6, 26)
    pool = [each for name in sorted(THEMES) for each in THEMES[name]]
    rows = paper.rows_of(rng.sample(pool, count), columns, codes_of(rng, count, kind))
    size = rng.choice((5, 7, 9))
    names = rng.sample(("Corporate Health", "Environment", "Housing", "Culture", "Planning"), 5)
    paper.fill(
        columns,
        [
            (names[place], rows[place * size : (place + 1) * size])
            for place in range(min(5, -(-count // size)))
        ],
    )
    return paper.close(landscape=rng.random() < 0.6)


def snapshots(rng: random.Random, ruling: str) -> Drawn:
    """What was counted on a day: at the ends of years, or of this year's quarters."""
    paper = begin(rng, ruling, wide=8)
    calendar = paper.calendar
    yearly = rng.random() < 0.6
    now = 4 if yearly else rng.randrange(2, 5)
    words = rng.choice(("Statistical Profile", "Position Statement", "Key Statistics"))
    paper.open(f"{words} at {calendar.day(3 * now)}")
    columns = paper.names()
    printed = rng.choice(("As at {}", "At {}", "Position at {}", "{}"))
    way = rng.choice(("long", "long", "short"))
    days = (
        [(12, each) for each in (-2, -1, 0)] if yearly else [(3 * q, 0) for q in range(1, now + 1)]
    )
    slots = []
    for month, offset in days:
        day = calendar.true_day(month, offset)
        quarter = calendar.true_quarter(month // 3, offset)
        also = [("outturn", day), ("actual", quarter)]
        if month == 12:
            also.append(("outturn", calendar.true_year(offset)))
        slots.append(f"actual {day}")
        says = Says("actual", day, tuple(also))
        words = printed.format(calendar.day(month, offset, way))
        columns.append(Column((words,), 9, figure(slots[-1], says)))
    change = rng.choice(
        ("Change", "Change in year" if yearly else "Change since last quarter", "% change")
    )
    draw = gap_cell(slots[-1], slots[-2], share=change.startswith("%"))
    columns.append(Column((change,), 7, draw))
    if rng.random() < 0.4:
        columns.append(Column(("Comment",), 16, text_cell(COMMENTS, blank=0.5), "left"))
    paper.fill(columns)
    return paper.close(landscape=rng.random() < 0.4)


def _met(row: Row) -> Cell:
    """Whether the target was met: a plain yes or no."""
    status = row.status("actual 0", "target 0")
    if status is None:
        return plain("")
    row.truth.status = "green" if status == "green" else "red"
    return plain("Yes" if status == "green" else "No", align=row.style.marks.align)

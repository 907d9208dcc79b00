"""Papers that compare: care with neighbours, a service with last year, a family group by rows."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.second.blocks import Cell, plain
from benchmarks.confidence.third.calendar import Calendar
from benchmarks.confidence.third.columns import GOOD, TO_DATE, goal, others, outturn, quarter
from benchmarks.confidence.third.measures import CARE, EVERY, FIRE
from benchmarks.confidence.third.setting import begin
from benchmarks.confidence.third.sheet import (
    Column,
    Says,
    cells,
    code_cell,
    empty,
    figure,
    gap_cell,
    good_cell,
    status_cell,
    table,
    text_cell,
    title_cell,
    way_cell,
)
from benchmarks.confidence.third.words import AUTHORITIES, COMMENTS


def care_scorecard(rng: random.Random, ruling: str) -> Drawn:
    """A scorecard of children's and adults' services beside neighbours and England."""
    paper = begin(rng, ruling, wide=11, years=(2009, 2024))
    calendar, now = paper.calendar, rng.randrange(1, 5)
    monthly = rng.random() < 0.4
    title = rng.choice(("Children and Adults Scorecard", "People Directorate Scorecard"))
    last = 3 * now
    when = calendar.month(last, way="long") if monthly else f"Quarter {now}"
    paper.open(f"{title} {calendar.year()}: {when}", key=True)
    columns = paper.names()
    if rng.random() < 0.6:
        columns.append(Column((rng.choice(("Good is", "Good to be")),), 7, good_cell(GOOD[2])))
    columns.append(outturn(calendar, -1, (f"{calendar.year(-1)} Outturn",)))
    neighbours = rng.choice(
        ("Statistical neighbours", "Stat. neighbour average", "CIPFA neighbours")
    )
    columns.append(others(calendar, -1, f"{neighbours} {calendar.year(-1)}"))
    columns.append(others(calendar, -1, f"England {calendar.year(-1)}"))
    if monthly:
        way = rng.choice(("tick", "short"))
        for each in range(last - 2, last + 1):
            says = Says("actual", calendar.true_month(each))
            printed = calendar.month(each, way=way)
            columns.append(Column((printed,), 6, figure(f"actual month {each}", says)))
        slot = f"actual month {last}"
    else:
        for each in range(1, now + 1):
            columns.append(quarter(calendar, each, (f"Q{each} {calendar.year()}",)))
        slot = f"actual Q{now} 0"
    columns.append(goal(calendar, 0, (f"{calendar.year()} Target",)))
    columns.append(Column((paper.style.marks.heading,), 7, status_cell(slot, "target 0")))
    if rng.random() < 0.4:
        columns.append(Column(("Direction",), 6, way_cell(slot, "actual -1")))
    drawn = table(columns, paper.look)
    for row in paper.some(CARE, columns):
        drawn.rows.append(cells(columns, row))
    paper.blocks.append(drawn)
    return paper.close(landscape=True)


def fire_service(rng: random.Random, ruling: str) -> Drawn:
    """An authority's period beside the same period a year before, and by how much it changed."""
    paper = begin(rng, ruling, wide=8, years=(2005, 2023), councils=AUTHORITIES)
    calendar = paper.calendar
    now = rng.randrange(2, 5)
    printed, says = _period(rng, calendar, now)
    paper.open(f"Service Performance Report: {printed[1]}", key=True)
    columns = paper.names(coded=0.4)
    columns += [
        Column((printed[0],), 9, figure("actual then", says[0])),
        Column((printed[1],), 9, figure("actual now", says[1])),
    ]
    kinds = rng.choice((("Change",), ("% change",), ("Change", "% change"), ("Difference", "%")))
    columns += [
        Column((kind,), 6, gap_cell("actual now", "actual then", share="%" in kind))
        for kind in kinds
    ]
    if rng.random() < 0.6:
        aim = Says("target", None)
        columns.append(Column(("Target",), 6, figure("target now", aim)))
        draw = status_cell("actual now", "target now")
        columns.append(Column((paper.style.marks.heading,), 7, draw))
    if rng.random() < 0.4:
        columns.append(Column(("Narrative",), 20, text_cell(COMMENTS, blank=0.3), "left"))
    drawn = table(columns, paper.look)
    for row in paper.some(FIRE, columns):
        drawn.rows.append(cells(columns, row))
    paper.blocks.append(drawn)
    return paper.close(landscape=rng.random() < 0.5)


def family_group(rng: random.Random, ruling: str) -> Drawn:
    """Our results of three years above those of the family group, a row for each."""
    paper = begin(rng, ruling, wide=7, years=(2005, 2023))
    if paper.look.ruling != "ruled" or paper.look.upright == "bottom":
        paper.look = replace(paper.look, upright="top")  # the title on its first row
    calendar = paper.calendar
    paper.open(f"Benchmarking with our Family Group {calendar.year()}")
    ours = rng.choice(("This council", "Our result", paper.council))
    best = rng.choice(("Family group best", "Family group upper quartile"))
    labels = (ours, "Family group average", best)[: rng.choice((2, 3))]
    columns = [Column(("Ref",), 6, code_cell, "left")] if rng.random() < 0.6 else []
    columns.append(Column((rng.choice(("Comparison", "Indicator")),), 22, title_cell, "left"))
    stub = len(columns)
    columns.append(Column(("",), 14, empty, "left"))
    years = [(each, calendar.year(each)) for each in (-2, -1, 0)]
    columns += [Column((words,), 8, empty) for _, words in years]
    drawn = table(columns, paper.look)
    for row in paper.some(rng.sample(EVERY, 18), columns):
        for place, label in enumerate(labels):
            tall = [replace(cell, rows=len(labels)) for cell in cells(columns[:stub], row)]
            line: list[Cell] = [*(tall if place == 0 else ())]
            line.append(plain(label, bold=label == ours))
            for offset, _ in years:
                true = calendar.true_year(offset)
                says = Says("outturn", true)
                if label != ours:
                    says = Says("comparator", true, counted=False)
                line.append(figure(f"{label} {offset}", says)(row))
            drawn.rows.append(line)
    paper.blocks.append(drawn)
    return paper.close(landscape=rng.random() < 0.3)


def _period(
    rng: random.Random, calendar: Calendar, now: int
) -> tuple[tuple[str, str], tuple[Says, Says]]:
    """The period and the same one a year before: as printed, and what they truly are."""
    kind = rng.choice(("quarter", "so far", "rolling"))
    printed, says = [], []
    for offset in (-1, 0):
        day = calendar.day(3 * now - 3, offset)
        of_year = calendar.calendar_year(3 * now, offset)
        if kind == "quarter":
            printed.append(calendar.quarter(now, offset))
            says.append(Says("actual", calendar.true_quarter(now, offset)))
        elif kind == "rolling":
            printed.append(f"12 months to {day}")
            true = f"12 months to {calendar.true_day(3 * now - 3, offset)}"
            says.append(Says("actual", true, (("outturn", true),)))
        elif now == 2:
            printed.append(f"Apr-Sep {of_year}")
            says.append(Says("actual", calendar.true_half(1, offset)))
        elif now == 3:
            printed.append(f"Apr-Dec {of_year}")
            says.append(Says("actual", None, bases=TO_DATE))
        else:
            printed.append(f"Apr {of_year - 1} - Mar {of_year}")
            true = calendar.true_year(offset)
            says.append(Says("outturn", true))
    return (printed[0], printed[1]), (says[0], says[1])

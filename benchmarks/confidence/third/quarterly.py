"""Quarterly and half-yearly papers: years of quarters, halves, exceptions, landlord's ratios."""

from __future__ import annotations

import random
from decimal import Decimal

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.second.blocks import Cell, Run, plain, sentence
from benchmarks.confidence.third.columns import GOOD, goal, outturn, quarter
from benchmarks.confidence.third.measures import THEMES
from benchmarks.confidence.third.setting import begin
from benchmarks.confidence.third.sheet import (
    Column,
    Draw,
    Row,
    Says,
    cells,
    code_cell,
    empty,
    figure,
    gap_cell,
    good_cell,
    number,
    status_cell,
    table,
    text_cell,
    title_cell,
    unit_cell,
    way_cell,
)
from benchmarks.confidence.third.values import Printed, cut
from benchmarks.confidence.third.words import COMMENTS, OFFICERS, REASONS, REMEDIES


def quarter_runs(rng: random.Random, ruling: str) -> Drawn:
    """A workbook's scorecard: last year's quarters and this year's, each under its year."""
    paper = begin(rng, ruling, wide=14)
    calendar, now = paper.calendar, rng.randrange(1, 5)
    painted = rng.random() < 0.4
    words = rng.choice(("Corporate Health Indicators", "Council Plan KPIs", "Basket of Indicators"))
    paper.open(f"{words} - {calendar.year()} Q{now}", key=True)
    if painted and not paper.style.marks.kind.startswith("paint"):
        painted = False
    columns = paper.names()
    if rng.random() < 0.4:
        columns.append(Column((rng.choice(("Unit", "Format")),), 5, unit_cell))
    name = rng.choice(("Q{}", "Qtr {}", "Quarter {}"))
    then, year = calendar.year(-1), calendar.year()
    for each in range(rng.choice((1, 1, 3)), 5):
        columns.append(quarter(calendar, each, (then, name.format(each)), -1))
    columns.append(outturn(calendar, -1, (then, rng.choice(("Outturn", "Year End", "Full Year")))))
    inside = rng.random() < 0.5
    if inside:
        columns.append(goal(calendar, 0, (year, "Target")))
    for each in range(1, (4 if rng.random() < 0.5 else now) + 1):
        above = (year, name.format(each))
        if each > now:
            columns.append(Column(above, 6, empty))
        else:
            columns.append(quarter(calendar, each, above, against="target 0" if painted else None))
    if not inside:
        columns.append(goal(calendar, 0, (f"Target {year}",)))
    if not painted:
        draw = status_cell(f"actual Q{now} 0", "target 0")
        columns.append(Column((paper.style.marks.heading,), 7, draw))
    if rng.random() < 0.4:
        draw = way_cell(f"actual Q{now} 0", f"actual Q{now} -1")
        columns.append(Column(("Compared with last year",), 8, draw))
    paper.fill(columns)
    return paper.close(landscape=True)


def half_years(rng: random.Random, ruling: str) -> Drawn:
    """Local indicators twice a year: halves side by side, and which way is good."""
    paper = begin(rng, ruling, wide=9)
    calendar, now = paper.calendar, rng.choice((1, 1, 2))
    way = rng.choice(("short", "months", "ended", "words"))

    def half(each: int, offset: int) -> Column:
        of_year = calendar.calendar_year(6 * each, offset)
        printed = {
            "short": f"H{each} {calendar.year(offset)}",
            "months": f"{'Apr - Sep' if each == 1 else 'Oct - Mar'} {calendar.year(offset)}",
            "ended": f"Half year to {calendar.day(6 * each, offset)}",
            "words": f"{'First' if each == 1 else 'Second'} half {calendar.year(offset)}",
        }[way]
        if way == "months" and each == 1:
            printed = f"April to September {of_year}"
        elif way == "months":
            printed = f"October {of_year - 1} to March {of_year}"
        says = Says("actual", calendar.true_half(each, offset))
        return Column((printed,), 8, figure(f"actual H{each} {offset}", says))

    paper.open(f"Local Performance Indicators: Half Yearly Report {calendar.year()}", key=True)
    columns = paper.names()
    good = Column((rng.choice(("Good is", "Good performance", "Polarity")),), 7, good_cell(GOOD[0]))
    if rng.random() < 0.7:
        columns.append(good)
    if rng.random() < 0.4:
        columns.append(outturn(calendar, -1, (f"{calendar.year(-1)} Result",)))
    columns += [half(each, -1) for each in ((1, 2) if rng.random() < 0.5 else (now,))]
    columns += [half(each, 0) for each in range(1, now + 1)]
    columns.append(goal(calendar, 0, (f"Target for {calendar.year()}",)))
    draw = status_cell(f"actual H{now} 0", "target 0")
    columns.append(Column((paper.style.marks.heading,), 7, draw))
    if rng.random() < 0.4:
        columns.append(Column(("Officer comments",), 18, text_cell(COMMENTS, blank=0.3), "left"))
    paper.fill(columns)
    return paper.close(landscape=rng.random() < 0.6)


def red_exceptions(rng: random.Random, ruling: str) -> Drawn:
    """Only what is red: how far off, why, what is being done."""
    paper = begin(rng, ruling, wide=8)
    calendar, now = paper.calendar, rng.randrange(1, 5)
    title = f"Performance Exceptions: {calendar.year()} Quarter {now}"
    paper.open(title)
    paper.blocks.append(sentence("Every indicator listed here is rated Red for the quarter."))
    columns = paper.names()
    printed = rng.choice(
        (calendar.quarter(now), f"Q{now} Actual", f"{calendar.quarter(now)} Result")
    )
    actual = quarter(calendar, now, (printed,))
    says = Says("target", calendar.true_quarter(now))
    target = Column((f"Q{now} Target",), 7, figure("target now", says, gaps=False))
    columns += [target, actual] if rng.random() < 0.5 else [actual, target]
    slot = f"actual Q{now} 0"
    columns.append(
        Column(
            (rng.choice(("Variance", "Gap to target", "Shortfall")),),
            7,
            gap_cell(slot, "target now"),
        )
    )
    if rng.random() < 0.4:
        columns.append(Column(("Status",), 6, _all_red))
    if rng.random() < 0.5:
        columns.append(Column(("Responsible",), 10, text_cell(OFFICERS), "left"))
    columns.append(Column(("Why is performance off target?",), 24, text_cell(REASONS), "left"))
    columns.append(Column(("What is being done about it?",), 24, text_cell(REMEDIES), "left"))
    for _, rows in (parts := paper.themed(columns)[:3]):
        for row in rows:
            row.truth.status = "red"
            _miss(row, slot, "target now")
    paper.rows = [row for _, rows in parts for row in rows]
    paper.fill(columns, parts)
    return paper.close(landscape=rng.random() < 0.8)


def landlord_kpis(rng: random.Random, ruling: str) -> Drawn:
    """A landlord's sheet: how many of how many, and the share that is the result."""
    paper = begin(rng, ruling, wide=9)
    calendar, now = paper.calendar, rng.randrange(1, 5)
    when = calendar.quarter(now)
    paper.open(f"Housing Landlord KPIs - {when}", key=True)
    columns = [
        Column((rng.choice(("KPI", "No.", "Ref")),), 6, code_cell, "left"),
        Column((rng.choice(("Housing indicator", "Landlord KPI")),), 24, title_cell, "left"),
    ]
    parts = rng.choice((("Numerator", "Denominator"), ("Number", "Out of"), ("Count", "Total")))
    result = rng.choice(("Result", "Performance", "Outcome"))
    if rng.random() < 0.5:
        columns.append(outturn(calendar, -1, (f"{calendar.year(-1)} Outturn",)))
    above = (when,) if rng.random() < 0.6 else ()
    slot = f"actual Q{now} 0"
    columns += [Column((*above, name), 8, _part(slot, whole=name == parts[1])) for name in parts]
    says = Says("actual", calendar.true_quarter(now))
    lower = (*above, result) if above else (f"{when} {result}",)
    columns.append(Column(lower, 8, figure(slot, says)))
    columns.append(goal(calendar, 0, (f"{calendar.year()} Target",)))
    draw = status_cell(slot, "target 0")
    columns.append(Column((paper.style.marks.heading,), 7, draw))
    drawn = table(columns, paper.look)
    for row in paper.some(THEMES["Homes and Landlord Services"], columns):
        drawn.rows.append(cells(columns, row))
    paper.blocks.append(drawn)
    return paper.close(landscape=rng.random() < 0.5)


def _all_red(row: Row) -> Cell:
    paint = row.style.marks.paints["red"] if row.style.marks.kind != "word" else None
    return Cell(((Run("Red"),),), fill=paint, align=row.style.marks.align)


def _miss(row: Row, actual: str, target: str) -> None:
    """Print in *actual* a value that is worse than the target by far more than the tolerance."""
    aim = row.numbers.at(target, gaps=False).value
    if aim is None:
        return
    worse = -1 if row.measure.good == "high" else 1
    off = abs(float(aim)) * row.rng.uniform(0.13, 0.4)
    missed = cut(float(aim) + worse * off, row.measure, row.style.hand, 1)
    if missed == aim:
        missed = aim + worse
    row.numbers.put(actual, missed)


def _part(slot: str, *, whole: bool) -> Draw:
    """Of how many cases the share in *slot* is, or how many those are; no figures of the row."""

    def draw(row: Row) -> Cell:
        share = row.numbers.at(slot).value
        if row.measure.unit != "%" or share is None:
            return plain("")
        if "cases" not in row.numbers.slots:
            row.numbers.slots["cases"] = Printed("", Decimal(row.rng.randrange(90, 4000)))
        cases = row.numbers.slots["cases"].value or Decimal(0)
        shown = cases if whole else (cases * share / 100).quantize(Decimal(1))
        return number(f"{shown:,}", row.style.look)

    return draw

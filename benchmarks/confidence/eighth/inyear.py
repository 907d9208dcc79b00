"""Papers of a part of a year: months of a brigade, quarters of waste, outcomes, a board's slides.

Each is a family: a ruling and a seed make one paper.
"""

from __future__ import annotations

import random
from decimal import Decimal

from benchmarks.confidence.eighth import words
from benchmarks.confidence.eighth.aside import aside
from benchmarks.confidence.eighth.columns import direction, note, others, own_period, rolling
from benchmarks.confidence.eighth.measures import PARTS
from benchmarks.confidence.eighth.paper import Paper, begin
from benchmarks.confidence.fifth.blocks import Cell, Table
from benchmarks.confidence.fifth.columns import bare_goal, goal, standing
from benchmarks.confidence.fifth.sheet import (
    TO_DATE,
    Column,
    Row,
    Says,
    code_cell,
    figure,
    texts,
    title_cell,
)
from benchmarks.confidence.fourth.calendar import MONTHS, Calendar
from benchmarks.confidence.model import Drawn


def fire_months(rng: random.Random, ruling: str) -> Drawn:
    """A brigade's incidents by month, their sum, the average of three years, the year's target."""
    paper = begin(rng, ruling, wide=12, years=(2004, 2022), councils=words.FIRE)
    calendar, now = paper.calendar, rng.randrange(3, 10)
    titles = ("Service Delivery Performance", "Operational Activity", "Incident Statistics")
    paper.open(f"{rng.choice(titles)} - {calendar.month(now)}", now)
    columns = paper.names(("Indicator", "Incident type", "Measure"), coded=0.4)
    three = f"{calendar.start - 3}-{calendar.start}"
    average = rng.choice(("3 year average", "Three-year average", f"Average {three}"))
    early = rng.random() < 0.5
    columns += [others((average,), None)] if early else []
    named = rng.random() < 0.5
    for number in range(1, now + 1):
        month = MONTHS[number - 1][:3]
        levels = (calendar.year(), month) if named else (f"{month} {_two(calendar, number)}",)
        says = Says("actual", calendar.true_month(number))
        columns.append(Column(levels, 5, figure(f"actual M{number}", says, gaps=False)))
    columns.append(_total(now, rng.choice(("Year to date", "YTD", "Total to date"))))
    columns += [] if early else [others((average,), None)]
    columns.append(goal(calendar, 0, (f"Target {calendar.year()}",), 7))
    if rng.random() < 0.6:
        said = rng.choice(("Officer comment", "Remarks"))
        columns.append(Column((said,), 18, texts(words.NEUTRAL, blank=0.4), words=True))
    rows = paper.some("Brigade", columns, 8)
    for row in rows:
        _of_a_year(row)
    paper.one(columns, rows)
    aside(paper, 0.25)
    return paper.close(landscape=rng.random() < 0.9)


def _two(calendar: Calendar, number: int) -> str:
    return f"{calendar.calendar_year(number) % 100:02}"


def _of_a_year(row: Row) -> None:
    """A target for twelve months beside results of one each."""
    if "target 0" not in row.numbers.slots:
        target = row.numbers.at("aim", gaps=False).value or Decimal(1)
        row.numbers.put("target 0", target * row.rng.randrange(11, 14))


def _total(now: int, heading: str) -> Column:
    """The sum of the months so far."""
    draw = figure("so far", Says("actual", None, bases=TO_DATE), gaps=False)

    def summed(row: Row) -> Cell:
        months = (row.numbers.at(f"actual M{number}").value for number in range(1, now + 1))
        row.numbers.put("so far", sum((each for each in months if each), Decimal(0)))
        return draw(row)

    return Column((heading,), 7, summed)


def waste_partnership(rng: random.Random, ruling: str) -> Drawn:
    """A partnership's quarters: under each indicator a row of last year, of this, of its target."""
    paper = begin(rng, ruling, wide=8, years=(2006, 2024), councils=words.WASTE)
    calendar, now = paper.calendar, rng.randrange(2, 5)
    titles = ("Partnership Scorecard", "Performance Monitoring", "Waste Performance")
    paper.open(f"{rng.choice(titles)} {calendar.quarter(now)}", 3 * now)
    coded = rng.random() < 0.6
    name = rng.choice(("Indicator", "Performance measure", "Measure"))
    heads = [Cell("Ref", heading=True)] if coded else []
    heads += [Cell(name, heading=True), Cell("", heading=True)]
    quarters = rng.choice(("Q{}", "Quarter {}", "Qtr {}"))
    align = paper.look.heads
    heads += [Cell(quarters.format(n), heading=True, align=align) for n in range(1, now + 1)]
    before, target = rng.random() < 0.6, rng.random() < 0.7
    kinds = [("actual", -1, "Actual {}")] if before else []
    kinds += [("actual", 0, "Actual {}")]
    kinds += [("target", 0, "Target {}")] if target else []
    if len(kinds) == 1:
        kinds = [("actual", -1, "Actual {}"), *kinds]
    columns = [Column((name,), 1, title_cell)] + ([Column(("Ref",), 1, code_cell)] * coded)
    drawn = Table([8] * coded + [26, 12] + [8] * now, [heads])
    for row in paper.some("Waste", columns, 7):
        drawn.rows += _stacked(paper, row, kinds, now, coded=coded)
    paper.blocks.append(drawn)
    aside(paper, 0.3)
    return paper.close(landscape=rng.random() < 0.5)


def _stacked(
    paper: Paper, row: Row, kinds: list[tuple[str, int, str]], now: int, *, coded: bool
) -> list[list[Cell]]:
    """The rows of one indicator: its name reaches down over them."""
    calendar, made = paper.calendar, []
    for measure, offset, name in kinds:
        cells = [Cell(name.format(calendar.year(offset)))]
        for number in range(1, now + 1):
            says = Says(measure, calendar.true_quarter(number, offset))
            cells.append(figure(f"{measure} {offset} Q{number}", says, gaps=False)(row))
        made.append(cells)
    named = [Cell(row.code.printed if row.code else "", rows=len(kinds))] if coded else []
    made[0] = [*named, Cell(row.truth.title, rows=len(kinds)), *made[0]]
    return made


def outcomes_framework(rng: random.Random, ruling: str) -> Drawn:
    """An outcomes framework: each row with its own latest period, the one before, which way."""
    councils = (*words.COMBINED, *words.UNITARIES)
    paper = begin(rng, ruling, wide=8, years=(2019, 2025), councils=councils)
    calendar, now = paper.calendar, rng.randrange(1, 5)
    titles = ("Outcomes Framework", "State of the Region", "Council Plan Outcomes Dashboard")
    paper.open(f"{rng.choice(titles)} - {calendar.quarter(now)}", 3 * now)
    columns = paper.names(("Outcome measure", "Outcome indicator", "Measure"), coded=0.35)
    period, value = own_period(calendar, now)
    told = rng.choice(("Period", "Latest period", "Reporting period", "Time period"))
    when = Column((told,), 10, period, marks=True)
    said = rng.choice(("Latest value", "Value", "Latest result"))
    pair = [when, Column((said,), 9, value)]
    columns += pair if rng.random() < 0.7 else pair[::-1]
    before = rng.choice(("Previous value", "Previous result", "Previous"))
    columns.append(Column((before,), 9, figure("before", Says("previous", None))))
    columns.append(direction(rng, "Direction of travel", "actual 0", "before"))
    if rng.random() < 0.6:
        columns.append(bare_goal(("Target",), 8))
        columns.append(standing(paper.style, "actual 0", "target 0"))
        paper.key()
    if rng.random() < 0.4:
        columns.append(others((rng.choice(("England", "National average", "Region")),), None))
    columns += [note(rng, 0.4)] if rng.random() < 0.4 else []
    paper.one(columns, paper.some("Outcomes", columns, 8))
    aside(paper, 0.25)
    return paper.close(landscape=rng.random() < 0.75)


def board_slides(rng: random.Random, ruling: str) -> Drawn:
    """A company's board: last month and this, twelve months taken together, the target."""
    paper = begin(rng, ruling, wide=8, years=(2008, 2025), councils=words.COMPANIES)
    calendar, now = paper.calendar, rng.randrange(2, 13)
    titles = ("Board Performance Pack", "Managing Director's Report: KPIs", "Monthly KPI Slides")
    paper.open(f"{rng.choice(titles)} - {calendar.month(now)}", now)
    paper.key()
    columns = paper.names(("KPI", "Measure", "What we track"), coded=0.4)
    if rng.random() < 0.4:
        columns.append(Column(("Owner",), 8, texts(words.PEOPLE), words=True))
    way = rng.choice((calendar.month, calendar.short_month))
    aim = bare_goal((rng.choice(("Target", "Monthly target", "Target (monthly)")),), 8)
    first = rng.random() < 0.5
    columns += [aim] if first else []
    for number in (now - 1, now):
        says = Says("actual", calendar.true_month(number))
        slot = f"actual M{number}"
        columns.append(Column((way(number),), 8, figure(slot, says, gaps=number < now)))
    columns += [] if first else [aim]
    if rng.random() < 0.6:
        until = rng.choice(("12 months to {}", "Rolling 12 months to {}", "12 months to end {}"))
        columns.append(rolling(calendar, now, until.format(calendar.month(now))))
    columns.append(standing(paper.style, f"actual M{now}", "target 0"))
    columns += [note(rng, 0.35)] if rng.random() < 0.5 else []
    paper.fill(columns, paper.themes(PARTS, columns), rng.choice(("apart", "apart", "bands")))
    aside(paper, 0.2)
    return paper.close(landscape=rng.random() < 0.9)

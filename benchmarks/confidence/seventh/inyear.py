"""Papers of a part of a year: months, quarters, half years, what is off target.

Each is a family: a ruling and a seed make one paper.
"""

from __future__ import annotations

import random
from decimal import Decimal

from benchmarks.confidence.fifth.blocks import Cell
from benchmarks.confidence.fifth.columns import (
    ANY,
    bare_goal,
    goal,
    outturn,
    quarter,
    quarter_goal,
    standing,
    travel,
)
from benchmarks.confidence.fifth.sheet import (
    TO_DATE,
    Column,
    Row,
    Says,
    figure,
    good_cell,
    texts,
    unit_cell,
    variance,
)
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.seventh import words
from benchmarks.confidence.seventh.aside import aside
from benchmarks.confidence.seventh.columns import arrow, commentary, comparator
from benchmarks.confidence.seventh.measures import THEMES, VIEWS
from benchmarks.confidence.seventh.paper import begin


def highways_months(rng: random.Random, ruling: str) -> Drawn:
    """A highways dashboard: the last months side by side, the year's target, how it stands."""
    paper = begin(rng, ruling, wide=10, councils=words.COUNTIES)
    calendar, now = paper.calendar, rng.randrange(3, 13)
    titles = ("Highways and Transport Dashboard", "Highways Service Performance", "Network Report")
    paper.open(f"{rng.choice(titles)} - {calendar.month(now)}", now)
    paper.key()
    aside(paper, 0.15)
    columns = paper.names()
    if rng.random() < 0.4:
        year = paper.calendar.year(-1)
        columns.append(outturn(calendar, -1, (rng.choice((f"{year} outturn", f"{year}")),), 8))
    own = rng.random() < 0.6
    aim = goal(calendar, 0, (f"Target {calendar.year()}",), 8) if own else bare_goal()
    early = rng.random() < 0.5
    columns += [aim] if early else []
    way = rng.choice((calendar.short_month, calendar.month))
    grouped = rng.random() < 0.25
    for number in range(max(1, now - rng.randrange(2, 7)), now + 1):
        named = calendar.month(number).split()[0]
        levels = (calendar.year(), named) if grouped else (way(number),)
        says = Says("actual", calendar.true_month(number))
        columns.append(Column(levels, 7, figure(f"actual M{number}", says, gaps=number < now)))
    columns += [] if early else [aim]
    columns.append(standing(paper.style, f"actual M{now}", "target 0"))
    if rng.random() < 0.4 and now > 1:
        columns.append(arrow("Direction", f"actual M{now}", f"actual M{now - 1}"))
    columns += [commentary(rng, 0.4, 22)] if rng.random() < 0.35 else []
    paper.one(columns, paper.some("Highways", columns, 7))
    return paper.close(landscape=rng.random() < 0.8)


def children_dataset(rng: random.Random, ruling: str) -> Drawn:
    """A data set on children: years before, England, the year's quarters, a target."""
    councils = (*words.COUNTIES, *words.ENGLISH[-7:])
    paper = begin(rng, ruling, wide=11, years=(2013, 2023), councils=councils)
    calendar, year, now = paper.calendar, paper.calendar.year, rng.randrange(1, 5)
    titles = ("Children's Services Data Set", "Children and Families Performance Digest")
    paper.open(f"{rng.choice(titles)} {calendar.quarter(now)}", 3 * now)
    paper.key()
    columns = paper.names(("Indicator", "Measure", "Description"), coded=0.9)
    if rng.random() < 0.4:
        signs = rng.choice((("High", "Low"), ("Bigger is better", "Smaller is better")))
        columns.append(Column(("Good is",), 9, good_cell(signs), marks=True))
    done = rng.choice(("{}", "{} outturn", "{} Result"))
    columns += [
        outturn(calendar, each, (done.format(year(each)),), 7)
        for each in range(rng.choice((-3, -2, -1)), 0)
    ]
    others = (f"Statistical neighbours {year(-1)}", f"England {year(-1)}")
    for name in others[rng.choice((0, 0, 1)) :]:
        columns.append(comparator((name,), calendar.true_year(-1)))
    columns.append(goal(calendar, 0, (f"{year()} target",), 7))
    for number in range(1, now + 1):
        columns.append(quarter(calendar, number, (calendar.quarter(number),), 7, gaps=number < now))
    columns.append(standing(paper.style, f"actual Q{now}", "target 0"))
    if now > 1 and rng.random() < 0.4:
        columns.append(travel("Travel", f"actual Q{now}", f"actual Q{now - 1}", pictured=True))
    paper.one(columns, paper.some("Children", columns, 8))
    aside(paper, 0.2)
    return paper.close(landscape=rng.random() < 0.9)


def balanced_scorecard(rng: random.Random, ruling: str) -> Drawn:
    """A scorecard of four views: under each quarter its target, its result and how it stands."""
    paper = begin(rng, ruling, wide=11, years=(2003, 2018))
    calendar, now = paper.calendar, rng.randrange(1, 5)
    paper.open(f"Balanced Scorecard - {calendar.quarter(now)}", 3 * now)
    painted = paper.style.marks.kind.startswith("paint")
    if painted or paper.style.marks.needs_key:
        paper.blocks.append(paper.style.marks.key())
    columns = paper.names(("Measure", "Objective measure", "Indicator"))
    columns += [Column(("Unit",), 7, unit_cell)] if rng.random() < 0.3 else []
    apart = not painted or rng.random() < 0.4
    for number in range(max(1, now - rng.choice((1, 2, 3))), now + 1):
        name, slot, aimed = calendar.quarter(number), f"actual Q{number}", f"target Q{number}"
        columns.append(quarter_goal(calendar, number, (name, "Target"), 6, gaps=False))
        says = Says("actual", calendar.true_quarter(number))
        paint = None if apart else aimed
        columns.append(Column((name, "Actual"), 6, figure(slot, says, gaps=False, against=paint)))
        if apart:
            made = standing(paper.style, slot, aimed)
            columns.append(Column((name, "RAG"), 6, made.draw, marks=True))
    columns += [commentary(rng, 0.4, 20)] if rng.random() < 0.3 else []
    paper.fill(columns, paper.themes(VIEWS, columns, 8, 22), rng.choice(("bands", "apart")))
    return paper.close(landscape=rng.random() < 0.85)


def exception_report(rng: random.Random, ruling: str) -> Drawn:
    """What is off target in a quarter: by how much, why, and what is done about it."""
    kinds = ("word", "painted word", "painted letter", "icon", "paint", "word and icon")
    paper = begin(rng, ruling, wide=8, kinds=kinds)
    calendar, now = paper.calendar, rng.randrange(1, 5)
    name, slots = calendar.quarter(now), (f"actual Q{now}", f"target Q{now}")
    paper.open(f"{rng.choice(('Exception Report', 'Measures off Target'))} {name}", 3 * now)
    paper.key()
    columns = paper.names()
    columns += [
        quarter_goal(calendar, now, (f"{name} target",), 8, gaps=False),
        quarter(calendar, now, (f"{name} actual",), 8, gaps=False),
    ]
    if rng.random() < 0.4:
        columns.append(Column(("Variance",), 8, variance(*slots, share=rng.random() < 0.6)))
    columns.append(standing(paper.style, *slots))
    why = rng.choice(("Reason for variance", "Why is it off target?", "Cause"))
    columns.append(Column((why,), 26, texts(words.SORRY), words=True))
    if rng.random() < 0.6:
        done = rng.choice(("Action being taken", "What are we doing about it?", "Remedy"))
        columns.append(Column((done,), 24, texts(words.MOVING, blank=0.1), words=True))
    if rng.random() < 0.5:
        columns.append(
            Column((rng.choice(("Owner", "Accountable")),), 12, texts(words.POSTS), words=True)
        )
    parts = []
    for theme, rows in paper.themes(THEMES, columns, 24, 40):
        off = [row for row in rows if row.status(*slots) in {"amber", "red"}]
        parts += [(theme, off)] if off else []
    kept = [row for _, rows in parts for row in rows]
    paper.rows = [row for row in paper.rows if any(row is each for each in kept)]
    paper.fill(columns, parts)
    aside(paper, 0.25)
    return paper.close(landscape=rng.random() < 0.8)


def homes_quarterly(rng: random.Random, ruling: str) -> Drawn:
    """A landlord's board paper: last year, the quarters, the year so far, the median."""
    paper = begin(rng, ruling, wide=9, years=(2007, 2024), councils=words.LANDLORDS)
    calendar, year, now = paper.calendar, paper.calendar.year, rng.randrange(2, 5)
    titles = ("Board KPI Report", "Landlord Services Scorecard", "Operations Performance")
    paper.open(f"{rng.choice(titles)} {calendar.quarter(now)}", 3 * now)
    paper.key()
    columns = paper.names(("KPI", "Measure", "Key performance indicator"))
    columns.append(outturn(calendar, -1, (f"{year(-1)} {rng.choice(('outturn', 'result'))}",), 8))
    columns.append(goal(calendar, 0, (f"{year()} target",), 8))
    grouped = rng.random() < 0.35
    whole = rng.random() < 0.5
    for number in range(1, now + 1):
        levels = (year(), f"Q{number}") if grouped else (calendar.quarter(number),)
        columns.append(quarter(calendar, number, levels, 7, gaps=number < now and not whole))
    columns += [_so_far(now, rng.choice(("Year to date", "YTD")))] if whole else []
    columns.append(standing(paper.style, "so far" if whole else f"actual Q{now}", "target 0"))
    if rng.random() < 0.4:
        columns.append(comparator(("Peer group median",), None))
    if rng.random() < 0.4:
        columns.append(arrow("Trend", f"actual Q{now}", f"actual Q{now - 1}"))
    columns += [commentary(rng, 0.4, 20)] if rng.random() < 0.35 else []
    paper.one(columns, paper.some("Homes", columns, 8))
    aside(paper, 0.25)
    return paper.close(landscape=rng.random() < 0.75)


def _so_far(now: int, heading: str) -> Column:
    """The year so far: the sum of its quarters' counts, and of all else what lies between them."""
    draw = figure("so far", Says("actual", None, bases=TO_DATE), gaps=False)

    def between(row: Row) -> Cell:
        found = [row.numbers.at(f"actual Q{number}").value for number in range(1, now + 1)]
        values = [value for value in found if value is not None]
        total, places = sum(values, Decimal(0)), values[0]
        mean = (total / len(values)).quantize(places)
        row.numbers.put("so far", total if row.measure.unit == "n" else mean)
        return draw(row)

    return Column((heading,), 8, between)


def half_year_monitor(rng: random.Random, ruling: str) -> Drawn:
    """A mid-year paper: last year, the half beside the same half before, the target, a forecast."""
    paper = begin(rng, ruling, wide=8, years=(2002, 2016))
    calendar, year = paper.calendar, paper.calendar.year
    paper.open(f"Mid-Year Performance {year()} (April to September {calendar.start})", 6)
    paper.key()
    columns = paper.names()
    columns.append(outturn(calendar, -1, (f"{year(-1)} outturn",), 8))
    name = rng.choice(("Half year {}", "Mid-year {}", "H1 {}", "First half {}"))
    if rng.random() < 0.45:
        says = Says("actual", f"{calendar.true_year(-1)} H1", also=(("previous", None),), bases=ANY)
        columns.append(Column((name.format(year(-1)),), 8, figure("before", says)))
    aim = goal(calendar, 0, (f"{year()} target",), 8)
    first = rng.random() < 0.5
    columns += [aim] if first else []
    says = Says("actual", f"{calendar.true_year()} H1", bases=(*TO_DATE, "in_period"))
    columns.append(Column((name.format(year()),), 8, figure("half", says, gaps=False)))
    columns += [] if first else [aim]
    if rng.random() < 0.25:
        columns.append(Column((f"Forecast for {year()}",), 8, _forecast))
    columns.append(standing(paper.style, "half", "target 0"))
    columns += [commentary(rng, 0.35, 24)] if rng.random() < 0.5 else []
    paper.fill(columns, paper.themes(THEMES, columns, 8, 26))
    aside(paper, 0.3)
    return paper.close(landscape=rng.random() < 0.6)


def _forecast(row: Row) -> Cell:
    """What the year may come to: no result."""
    return Cell(row.numbers.at("forecast").text, align=row.style.look.numbers)

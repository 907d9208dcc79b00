"""Papers of a whole year: charter indicators, parks, outcomes, transport, Wales.

Each is a family: a ruling and a seed make one paper.
"""

from __future__ import annotations

import random

from benchmarks.confidence.fifth.blocks import Cell
from benchmarks.confidence.fifth.columns import goal, outturn, standing
from benchmarks.confidence.fifth.sheet import (
    Column,
    Row,
    centred,
    code_cell,
    texts,
    title_cell,
    variance,
)
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.seventh import words
from benchmarks.confidence.seventh.aside import aside
from benchmarks.confidence.seventh.columns import arrow, baseline, commentary, comparator
from benchmarks.confidence.seventh.paper import Parts, begin

_LETTERS = {
    "A": "Dealing with the public",
    "B": "Providing housing",
    "C": "Paying benefits",
    "D": "Collecting rubbish",
    "E": "Controlling development",
    "F": "Leisure and food safety",
    "G": "Local taxes",
}
_NATIONAL = (
    "We live longer, healthier lives",
    "Our communities are strong and safe",
    "We value our environment",
    "We have improved life chances for those at risk",
    "Our young people are successful learners",
)
_SOURCES = ("Household survey", "Health board", "Council records", "Census", "Police", "Registers")


def charter_indicators(rng: random.Random, ruling: str) -> Drawn:
    """Figures that every council had to publish: two or three years, and what others achieved."""
    paper = begin(rng, ruling, wide=6, years=(1999, 2003))
    calendar, year = paper.calendar, paper.calendar.year
    titles = ("Citizens' Charter Indicators", "Performance Indicators", "How We Measure Up")
    paper.open(f"{rng.choice(titles)} {year()}", 12)
    columns = [
        Column((rng.choice(("No.", "Ref", "Indicator No.")),), 8, code_cell, words=True),
        Column((rng.choice(("Indicator", "What is measured")),), 34, title_cell, words=True),
    ]
    done = rng.choice(("{}", "{}", "Result {}", "{} actual", "Our result {}"))
    offsets = rng.choice(((-1, 0), (0, -1), (-2, -1, 0)))
    columns += [outturn(calendar, each, (done.format(year(each)),), 9) for each in offsets]
    others = (
        ("Average of all districts",),
        ("Average for similar councils",),
        (f"County average {year(-1)}",),
    )
    names = rng.sample(others, rng.choice((0, 1, 1, 2)))
    for levels in names:
        named = year(-1) in levels[0]
        columns.append(comparator(levels, calendar.true_year(-1) if named else None))
    columns += [commentary(rng, 0.5, 20)] if rng.random() < 0.35 else []
    paper.fill(columns, _lettered(paper.some("Charter", columns, 9)))
    aside(paper)
    return paper.close(landscape=rng.random() < 0.35)


def _lettered(rows: list[Row]) -> Parts:
    parts: Parts = []
    for row in rows:
        name = _LETTERS[(row.measure.code or "A")[0]]
        if not parts or parts[-1][0] != name:
            parts.append((name, []))
        parts[-1][1].append(row)
    return parts


def park_authority(rng: random.Random, ruling: str) -> Drawn:
    """A park authority's indicators: years before, the year's target and result, years to come."""
    paper = begin(rng, ruling, wide=8, years=(2005, 2019), councils=words.PARKS)
    calendar, year = paper.calendar, paper.calendar.year
    titles = ("National Park Family Indicators", "Performance Against Targets", "Annual Report")
    paper.open(f"{rng.choice(titles)} {year()}", 12)
    paper.key()
    columns = [Column(("NPA ref",), 8, code_cell, words=True)] if rng.random() < 0.8 else []
    columns.append(Column(("Indicator",), 28, title_cell, words=True))
    way = rng.randrange(3)

    def levels(offset: int, what: str) -> tuple[str, ...]:
        return ((year(offset), what), (f"{what} {year(offset)}",), (f"{year(offset)} {what}",))[way]

    columns += [
        outturn(calendar, each, levels(each, "Actual")) for each in rng.choice(((-1,), (-2, -1)))
    ]
    pair = [goal(calendar, 0, levels(0, "Target")), outturn(calendar, 0, levels(0, "Actual"))]
    columns += pair if rng.random() < 0.8 else pair[::-1]
    columns.append(standing(paper.style, "actual 0", "target 0"))
    if rng.random() < 0.35:
        columns.append(arrow("Trend", "actual 0", "actual -1"))
    columns += [
        goal(calendar, each, levels(each, "Target")) for each in range(1, rng.choice((1, 2, 3)))
    ]
    columns += [commentary(rng, 0.4, 22)] if rng.random() < 0.5 else []
    paper.one(columns, paper.some("Park", columns, 7))
    aside(paper)
    return paper.close(landscape=rng.random() < 0.75)


def outcome_agreement(rng: random.Random, ruling: str) -> Drawn:
    """A single outcome agreement's return: by outcome, where it began, is, and should be."""
    paper = begin(rng, ruling, wide=8, years=(2008, 2011), councils=words.SCOTTISH)
    calendar, year = paper.calendar, paper.calendar.year
    paper.open(f"Single Outcome Agreement: Annual Report {year()}", 12)
    paper.key()
    columns = [
        Column((rng.choice(("Relevant indicator", "Local indicator")),), 28, title_cell, words=True)
    ]
    if rng.random() < 0.6:
        columns.append(Column(("Source",), 11, texts(_SOURCES), words=True))
    if rng.random() < 0.4:
        columns.append(Column(("Frequency",), 9, texts(("Annual", "Every two years")), words=True))
    first = 2006 - calendar.start
    name = rng.choice(("Baseline {}", "Baseline ({})", "{} baseline"))
    columns.append(baseline(calendar, first, name.format(year(first))))
    done = rng.choice(("{}", "{} result", "Progress {}", "Actual {}"))
    columns += [
        outturn(calendar, offset, (done.format(year(offset)),), 8)
        for offset in range(rng.choice((-1, 0)), 1)
    ]
    told = rng.choice(("Target {}", "{} target", "Target for {}"))
    columns.append(goal(calendar, 0, (told.format(year()),), 8))
    columns += [goal(calendar, 2, (told.format(year(2)),), 8)] if rng.random() < 0.5 else []
    columns.append(standing(paper.style, "actual 0", "target 0"))
    columns += [commentary(rng, 0.35, 24)] if rng.random() < 0.5 else []
    rows, parts = paper.some("Outcome", columns, 8), []
    names = rng.sample(_NATIONAL, rng.choice((2, 3)))
    size = -(-len(rows) // len(names))
    for place, outcome in enumerate(names):
        parts.append((f"National Outcome: {outcome}", rows[place * size : (place + 1) * size]))
    paper.fill(columns, parts)
    return paper.close(landscape=rng.random() < 0.75)


def transport_progress(rng: random.Random, ruling: str) -> Drawn:
    """A transport plan's progress: each year's target and result, then what is to come."""
    paper = begin(rng, ruling, wide=10, years=(2002, 2010), councils=words.COUNTIES)
    calendar, year = paper.calendar, paper.calendar.year
    titles = ("Local Transport Plan Progress Report", "Transport Plan: Delivery Against Targets")
    paper.open(f"{rng.choice(titles)} {year()}", 12)
    paper.key()
    columns = [
        Column((rng.choice(("Ref", "Indicator no.")),), 8, code_cell, words=True),
        Column((rng.choice(("Core indicator", "Indicator")),), 27, title_cell, words=True),
    ]
    deep = rng.choice(((), (), ("Progress to date",)))
    columns.append(baseline(calendar, -4, f"Baseline {year(-4)}"))
    for offset in range(rng.choice((-2, -1)), 1):
        for what, made in (("Target", goal), ("Actual", outturn)):
            columns.append(made(calendar, offset, (*deep, year(offset), what), 7))
    columns.append(standing(paper.style, "actual 0", "target 0"))
    columns += [
        goal(calendar, offset, (year(offset), "Target"), 7)
        for offset in range(1, rng.choice((2, 3)))
    ]
    columns += [commentary(rng, 0.4, 22)] if rng.random() < 0.3 else []
    paper.one(columns, paper.some("Transport", columns, 6))
    aside(paper)
    return paper.close(landscape=rng.random() < 0.8)


def welsh_improvement(rng: random.Random, ruling: str) -> Drawn:
    """A Welsh improvement report: two or three years, Wales and the place of 22, how it changed."""
    paper = begin(rng, ruling, wide=9, years=(2009, 2015), councils=words.WELSH)
    calendar, year = paper.calendar, paper.calendar.year
    titles = ("Improvement Plan Review", "National Strategic Indicators", "How did we do?")
    paper.open(f"{rng.choice(titles)} {year()}", 12)
    both = rng.random() < 0.25
    columns = [
        Column(("Ref / Cyf" if both else "Ref",), 9, code_cell, words=True),
        Column(("Measure / Mesur" if both else "Measure",), 28, title_cell, words=True),
    ]
    done = rng.choice(("{}", "{} actual", "Result {}"))
    columns += [
        outturn(calendar, offset, (done.format(year(offset)),), 8)
        for offset in range(rng.choice((-2, -1)), 1)
    ]
    aimed = rng.random() < 0.6
    if aimed:
        columns.insert(-1, goal(calendar, 0, (f"{year()} target",), 8))
        columns.append(standing(paper.style, "actual 0", "target 0"))
        paper.key()
    others = rng.choice(("Wales average {}", "All Wales {}", "Wales / Cymru {}"))
    columns.append(comparator((others.format(year()),), calendar.true_year()))
    if rng.random() < 0.5:
        ranks = tuple(f"{place} of 22" for place in range(1, 23))
        columns.append(Column(("Position",), 8, centred(ranks)))
    if rng.random() < 0.4:
        columns.append(Column(("Change",), 9, _change))
    elif rng.random() < 0.3:
        columns.append(Column(("Difference",), 8, variance("actual 0", "actual -1", share=False)))
    paper.one(columns, paper.some("Wales", columns, 8))
    aside(paper, 0.2)
    return paper.close(landscape=rng.random() < 0.65)


def _change(row: Row) -> Cell:
    one, other = row.numbers.at("actual 0").value, row.numbers.at("actual -1").value
    if one is None or other is None:
        return Cell("Not comparable")
    better = (one > other) == (row.measure.good == "high")
    return Cell("Unchanged" if one == other else "Improved" if better else "Declined")

"""Papers of a whole year: standards, police, profiles, area agreements, tenants, care, surveys.

Each is a family: a ruling and a seed make one paper.
"""

from __future__ import annotations

import random

from benchmarks.confidence.eighth import words
from benchmarks.confidence.eighth.aside import aside
from benchmarks.confidence.eighth.columns import (
    asked,
    change,
    interval,
    note,
    others,
    partners,
    parts,
    quartile,
    rank,
    share_of_change,
)
from benchmarks.confidence.eighth.paper import begin
from benchmarks.confidence.fifth.columns import ANY, goal, outturn, standing
from benchmarks.confidence.fifth.sheet import (
    Column,
    Says,
    code_cell,
    figure,
    good_cell,
    title_cell,
)
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.seventh.columns import arrow

_PAIR = ("actual 0", "actual -1")


def irish_standards(rng: random.Random, ruling: str) -> Drawn:
    """What a department asks of every council: its standard, some years' results, the average."""
    paper = begin(rng, ruling, wide=8, years=(2013, 2024), councils=words.IRISH)
    calendar, year = paper.calendar, paper.calendar.year
    titles = ("Statutory Performance Indicators", "Performance Improvement Assessment")
    paper.open(f"{rng.choice(titles)} {year()}", 12)
    paper.key()
    columns = [
        Column((rng.choice(("Ref", "Indicator ref")),), 8, code_cell, words=True),
        Column((rng.choice(("Statutory indicator", "Indicator")),), 27, title_cell, words=True),
    ]
    standard = rng.choice(("Standard to be met", "Standard", "Statutory target", "Target"))
    aim = Column((standard,), 9, figure("target 0", Says("target", None, bases=ANY)))
    first = rng.random() < 0.6
    columns += [aim] if first else []
    done = rng.choice(("{}", "{} Result", "{} Outturn", "Actual {}"))
    grouped = rng.random() < 0.25
    for offset in range(rng.choice((-3, -2, -1)), 1):
        levels = ("Council performance", year(offset)) if grouped else (done.format(year(offset)),)
        columns.append(outturn(calendar, offset, levels, 8))
    columns += [] if first else [aim]
    columns.append(standing(paper.style, "actual 0", "target 0"))
    if rng.random() < 0.5:
        columns.append(others((f"NI average {year()}",), calendar.true_year()))
    columns += [note(rng, 0.4)] if rng.random() < 0.4 else []
    paper.one(columns, paper.some("Irish", columns, 7))
    aside(paper, 0.3)
    return paper.close(landscape=rng.random() < 0.6)


def force_annual(rng: random.Random, ruling: str) -> Drawn:
    """A police authority's indicators: two years, how they differ, the most similar forces."""
    paper = begin(rng, ruling, wide=10, years=(2003, 2010), councils=words.POLICE)
    calendar, year = paper.calendar, paper.calendar.year
    titles = ("Policing Plan Performance", "Report on Policing", "Year End Performance")
    paper.open(f"{rng.choice(titles)} {year()}", 12)
    paper.key()
    columns = [
        Column((rng.choice(("SPI", "Indicator ref", "No.")),), 8, code_cell, words=True),
        Column((rng.choice(("Indicator", "Measure", "Description")),), 26, title_cell, words=True),
    ]
    deep = rng.random() < 0.35
    for offset in (-1, 0):
        levels = ("Force performance", year(offset)) if deep else (year(offset),)
        columns.append(outturn(calendar, offset, levels, 7))
    slots = ("actual 0", "actual -1")
    if rng.random() < 0.7:
        columns.append(change(("Force performance", "Change") if deep else ("Change",), *slots))
    if rng.random() < 0.7:
        share = ("Force performance", "% change") if deep else ("% change",)
        columns.append(share_of_change(share, *slots))
    peers = rng.choice(("MSG average", "Most similar forces average", "Peer group average"))
    columns.append(others((peers,), None))
    if rng.random() < 0.5:
        columns.append(rank("MSG rank", 8, worded=rng.random() < 0.5))
    columns.append(goal(calendar, 0, (f"Target {year()}",), 7))
    columns.append(standing(paper.style, "actual 0", "target 0"))
    if rng.random() < 0.4:
        columns.append(goal(calendar, 1, (f"Target {year(1)}",), 7))
    paper.one(columns, paper.some("Force", columns, 7))
    aside(paper, 0.25)
    return paper.close(landscape=rng.random() < 0.9)


def peer_profile(rng: random.Random, ruling: str) -> Drawn:
    """A profile of a council beside others: its two years, their best and worst quarters."""
    paper = begin(rng, ruling, wide=9, years=(2002, 2007), councils=words.UNITARIES)
    calendar, year = paper.calendar, paper.calendar.year
    titles = ("Performance Profile", "How we compare", "Comparison with other authorities")
    paper.open(f"{rng.choice(titles)} {year()}", 12)
    columns = paper.names(("Indicator", "BVPI", "Best Value indicator"), coded=0.95)
    if rng.random() < 0.35:
        signs = rng.choice((("High", "Low"), ("Higher", "Lower"), ("H", "L")))
        columns.append(Column(("Better performance is",), 9, good_cell(signs), marks=True))
    own = rng.choice(("{}", "{} actual", "Our result {}", "Council {}"))
    columns += [outturn(calendar, each, (own.format(year(each)),), 8) for each in (-1, 0)]
    if rng.random() < 0.5:
        columns.append(arrow("Direction", "actual 0", "actual -1"))
    when = year() if rng.random() < 0.5 else year(-1)
    period = calendar.true_year(0 if when == year() else -1)
    group = rng.choice((f"All England {when}", f"Unitary authorities {when}"))
    names = rng.choice((("Best quartile", "Worst quartile"), ("Top 25%", "Median", "Bottom 25%")))
    columns += [others((group, name), period, 7) for name in names]
    columns += [others((f"Family average {when}",), period)] if rng.random() < 0.4 else []
    columns += [quartile("Our quartile")] if rng.random() < 0.6 else []
    columns += [goal(calendar, 1, (f"Target {year(1)}",), 8)] if rng.random() < 0.5 else []
    paper.one(columns, paper.some("Profile", columns, 8))
    aside(paper, 0.3)
    return paper.close(landscape=rng.random() < 0.7)


def area_refresh(rng: random.Random, ruling: str) -> Drawn:
    """An area agreement refreshed: where it began, targets of three years, who is signed up."""
    paper = begin(rng, ruling, wide=9, years=(2008, 2009))
    calendar = paper.calendar
    titles = ("Local Area Agreement Refresh", "LAA: Designated Targets", "Area Agreement Schedule")
    paper.open(f"{rng.choice(titles)} {calendar.year()}", 12)
    first = 2008 - calendar.start  # the agreements ran from then for three years
    columns = [
        Column((rng.choice(("NI", "National indicator", "NI no.")),), 8, code_cell, words=True),
        Column((rng.choice(("Indicator", "Definition")),), 26, title_cell, words=True),
    ]
    began = calendar.year(first - 1)
    also = (("previous", None), ("comparator", None))
    says = Says("outturn", calendar.true_year(first - 1), also, counted=False)
    name = rng.choice((f"Baseline {began}", f"{began} baseline", f"Baseline ({began})"))
    columns.append(Column((name,), 8, figure("baseline", says, gaps=False)))
    done = rng.random() < 0.6
    group = rng.choice(("LAA improvement target", "Negotiated target", "Targets"))
    for offset in range(first, first + 3):
        year = calendar.year(offset)
        if not done:
            columns.append(goal(calendar, offset, (group, year), 8))
            continue
        columns.append(goal(calendar, offset, (year, "Target"), 7))
        if offset <= 0:
            columns.append(outturn(calendar, offset, (year, "Achieved"), 7))
    if done:
        columns.append(standing(paper.style, "actual 0", "target 0"))
        paper.key()
    lead = rng.choice(("Lead partner", "Partners signed up", "Lead"))
    columns += [partners(lead)] if rng.random() < 0.7 else []
    rows = paper.some("Refresh", columns, 8)
    paper.one(columns, rows)
    aside(paper, 0.2)
    return paper.close(landscape=rng.random() < 0.9)


def tenant_measures(rng: random.Random, ruling: str) -> Drawn:
    """What tenants think: two or three years, the sector's middle, the change in points."""
    paper = begin(rng, ruling, wide=8, years=(2024, 2025), councils=words.UNITARIES)
    calendar, year = paper.calendar, paper.calendar.year
    titles = ("Tenant Satisfaction Measures", "Annual Report to Tenants", "TSM Submission")
    paper.open(f"{rng.choice(titles)} {year()}", 12)
    columns = paper.names(("Tenant satisfaction measure", "Measure", "TSM"), coded=0.95)
    done = rng.choice(("{}", "{} score", "Result {}", "{} (LCRA)"))
    start = rng.choice((-2, -1)) if calendar.start > 2024 else -1
    columns += [outturn(calendar, each, (done.format(year(each)),), 8) for each in range(start, 1)]
    columns.append(change((rng.choice(("Change", "Year on year", "Difference")),), *_PAIR))
    median = rng.choice(("Sector median", "National median", "Median (all landlords)"))
    columns += [others((f"{median} {year(-1)}",), calendar.true_year(-1))]
    if rng.random() < 0.6:
        columns.append(goal(calendar, 0, (f"Target {year()}",), 8))
        columns.append(standing(paper.style, "actual 0", "target 0"))
        paper.key()
    columns += [note(rng, 0.4)] if rng.random() < 0.35 else []
    paper.one(columns, paper.some("Tenant", columns, 9))
    aside(paper, 0.2)
    return paper.close(landscape=rng.random() < 0.5)


def care_framework(rng: random.Random, ruling: str) -> Drawn:
    """A framework of adult care: over what each share is counted, two years, region, England."""
    paper = begin(rng, ruling, wide=10, years=(2011, 2019), councils=words.UNITARIES)
    calendar, year = paper.calendar, paper.calendar.year
    titles = ("Adult Social Care Outcomes Framework", "Local Account", "ASCOF Results")
    paper.open(f"{rng.choice(titles)} {year()}", 12)
    columns = [
        Column((rng.choice(("Measure no.", "ASCOF", "Ref")),), 8, code_cell, words=True),
        Column((rng.choice(("Description", "Measure", "Indicator")),), 27, title_cell, words=True),
    ]
    before = outturn(calendar, -1, (f"{year(-1)} {rng.choice(('outturn', 'result'))}",), 8)
    early = rng.random() < 0.5
    columns += [before] if early else []
    columns += [*parts("Numerator", "Denominator")] if rng.random() < 0.75 else []
    columns.append(outturn(calendar, 0, (f"{year()} {rng.choice(('outturn', 'result'))}",), 8))
    columns += [] if early else [before]
    for name in rng.sample(("England", "Region", "Comparator group"), rng.choice((1, 2, 3))):
        columns.append(others((f"{name} {year()}",), calendar.true_year()))
    columns += [rank("Rank", 151, worded=False)] if rng.random() < 0.3 else []
    if rng.random() < 0.5:
        columns.append(goal(calendar, 1, (f"{year(1)} target",), 8))
    paper.one(columns, paper.some("Care", columns, 8))
    aside(paper, 0.2)
    return paper.close(landscape=rng.random() < 0.9)


def survey_results(rng: random.Random, ruling: str) -> Drawn:
    """What residents said in a survey: two surveys, how sure they are, how many were asked."""
    paper = begin(rng, ruling, wide=9, years=(2006, 2006))
    calendar, year = paper.calendar, paper.calendar.year
    titles = ("Best Value User Satisfaction Survey", "Residents' Survey Results")
    paper.open(f"{rng.choice(titles)} {year()}", 12)
    columns = paper.names(("Indicator", "Question", "BVPI"), coded=0.9)
    score = rng.choice(("Score", "Result", "% satisfied"))
    sure = rng.random() < 0.7
    counted = rng.random() < 0.5
    reach = rng.choice(("+/-", "Confidence interval"))
    for offset in rng.choice(((-3, 0), (0, -3), (-6, -3, 0))):
        columns.append(outturn(calendar, offset, (year(offset), score), 7))
        columns += [interval((year(offset), reach))] if sure else []
        columns += [asked((year(offset), "Base"))] if counted else []
    if rng.random() < 0.5:
        columns.append(others((f"National average {year()}",), calendar.true_year()))
    if rng.random() < 0.5:
        columns.append(quartile("Quartile"))
    paper.one(columns, paper.some("Survey", columns, 7))
    aside(paper, 0.3)
    return paper.close(landscape=rng.random() < 0.7)

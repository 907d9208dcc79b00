"""Yearly papers: outturns, quartiles, best value tables, the national set, the nations' own."""

from __future__ import annotations

import random

from benchmarks.confidence.fifth.columns import (
    goal,
    outturn,
    quarter,
    standing,
    travel,
)
from benchmarks.confidence.fifth.measures import BV, NI, OUTCOMES, STANDARDS, WELSH, Measure
from benchmarks.confidence.fifth.paper import Paper, begin
from benchmarks.confidence.fifth.sheet import (
    Column,
    Says,
    cells,
    centred,
    code_cell,
    figure,
    note_cell,
    table,
    texts,
    title_cell,
    unit_cell,
    variance,
)
from benchmarks.confidence.fifth.words import (
    COUNTIES,
    DISTRICTS,
    IRISH,
    LONDON,
    OFFICERS,
    SCOTS,
    WELSH_COUNCILS,
)
from benchmarks.confidence.model import Drawn

_QUARTERS = ("1", "2", "3", "4")
_QUARTERS_TOLD = ("Best", "Second", "Third", "Worst")


def year_outturns(rng: random.Random, ruling: str) -> Drawn:
    """The year's results beside those of the year before and the target, and the next target."""
    paper = begin(rng, ruling, wide=9, years=(2003, 2023))
    calendar = paper.calendar
    title = rng.choice(("Annual Report", "End of Year Performance", "Out-turn Report"))
    paper.open(f"{title} {calendar.year()}", month=12)
    paper.key()
    columns = paper.names()
    if rng.random() < 0.2:
        columns.append(Column(("Unit",), 7, unit_cell))
    grouped = rng.random() < 0.4
    says = rng.choice(("{} Actual", "{} Outturn", "Outturn {}", "{} Result"))
    aims = rng.choice(("{} Target", "Target {}"))
    year = calendar.year
    columns.append(
        outturn(calendar, -1, (year(-1), "Actual") if grouped else (says.format(year(-1)),))
    )
    columns.append(goal(calendar, 0, (year(), "Target") if grouped else (aims.format(year()),)))
    columns.append(outturn(calendar, 0, (year(), "Actual") if grouped else (says.format(year()),)))
    if rng.random() < 0.25:
        draw = variance("actual 0", "target 0", share=rng.random() < 0.5)
        columns.append(Column((rng.choice(("Variance", "Variance from target")),), 8, draw))
    columns.append(standing(paper.style, "actual 0", "target 0"))
    if rng.random() < 0.45:
        heads = rng.choice(("Trend", "Direction of Travel", "Change"))
        columns.append(travel(heads, "actual 0", "actual -1", pictured=rng.random() < 0.6))
    for each in range(1, rng.choice((1, 2, 2, 3))):
        levels = (year(each), "Target") if grouped else (aims.format(year(each)),)
        columns.append(goal(calendar, each, levels))
    if rng.random() < 0.45:
        columns.append(Column(("Comments",), 24, note_cell(0.4), words=True))
    parts = paper.themed(columns)
    paper.fill(columns, parts)
    paper.summarise(parts)
    return paper.close(landscape=rng.random() < 0.6)


def quartile_table(rng: random.Random, ruling: str) -> Drawn:
    """Results beside the quartiles of others, an average, the council's own quartile."""
    paper = begin(rng, ruling, wide=9, years=(2003, 2021), councils=(*DISTRICTS, *LONDON))
    calendar = paper.calendar
    paper.open(f"Benchmarking of Performance {calendar.year()}", month=12)
    columns = paper.names(coded=0.8)
    columns.append(outturn(calendar, -1, (f"Outturn {calendar.year(-1)}",)))
    columns.append(outturn(calendar, 0, (f"Outturn {calendar.year()}",)))
    says = Says("comparator", calendar.true_year(), counted=False)
    way = rng.choice(("quartiles", "quartiles", "average"))
    if way == "quartiles":
        names = ("Top Quartile {}", "Median {}", "Bottom Quartile {}")
        for name in names if rng.random() < 0.5 else names[::2]:
            draw = figure(name, says)
            columns.append(Column((name.format(calendar.year()),), 8, draw))
        if rng.random() < 0.7:
            pool = rng.choice((_QUARTERS, _QUARTERS_TOLD))
            columns.append(Column(("Our Quartile",), 8, centred(pool)))
    else:
        average = rng.choice(("Nearest Neighbour Average {}", "Family Group Average {}"))
        draw = figure("average", says)
        columns.append(Column((average.format(calendar.year()),), 9, draw))
        if rng.random() < 0.7:
            ranks = [f"{rank} of 16" for rank in range(1, 17)]
            columns.append(Column(("Rank",), 8, centred(ranks)))
    if rng.random() < 0.5:
        columns.append(goal(calendar, 1, (f"Target {calendar.year(1)}",)))
    if rng.random() < 0.3:
        columns.append(Column(("Comments",), 22, note_cell(0.4), words=True))
    paper.fill(columns, paper.themed(columns, most=30))
    return paper.close(landscape=rng.random() < 0.7)


def best_value_tables(rng: random.Random, ruling: str) -> Drawn:
    """A best value performance plan's tables: each year's target and result, three years ahead."""
    councils = (*DISTRICTS, *COUNTIES, *LONDON)
    paper = begin(rng, ruling, wide=9, years=(2001, 2007), councils=councils)
    calendar, year = paper.calendar, paper.calendar.year
    title = rng.choice(("Best Value Performance Plan", "Best Value Performance Indicators"))
    paper.open(f"{title} {year()}", month=12)
    columns = [
        Column((rng.choice(("BVPI", "BV Ref", "Ref", "No.")),), 8, code_cell, words=True),
        Column(
            (rng.choice(("Indicator", "Description of Indicator")),), 27, title_cell, words=True
        ),
    ]
    grouped, done = rng.random() < 0.5, rng.choice(("Actual", "Outturn"))
    columns.append(outturn(calendar, -1, (year(-1), done) if grouped else (f"{year(-1)} {done}",)))
    aim = goal(calendar, 0, (year(), "Target") if grouped else (f"{year()} Target",))
    own = outturn(calendar, 0, (year(), done) if grouped else (f"{year()} {done}",))
    columns += [aim, own]
    for each in range(1, rng.choice((2, 3, 4))):
        levels = ("Future Targets", year(each)) if grouped else (f"{year(each)} Target",)
        columns.append(goal(calendar, each, levels))
    if rng.random() < 0.4:
        says = Says("comparator", calendar.true_year(-1), counted=False)
        name = rng.choice(("Top 25% {}", "Top Quartile Districts {}", "National Average {}"))
        columns.append(Column((name.format(year(-1)),), 9, figure("others", says)))
    if rng.random() < 0.35:
        columns.append(Column(("Comment",), 22, note_cell(0.4), words=True))
    _national(paper, columns, BV, rng.randrange(8, 25))
    return paper.close(landscape=rng.random() < 0.6)


def national_set(rng: random.Random, ruling: str) -> Drawn:
    """The national indicators of a partnership: each year's target and result, or the quarter's."""
    councils = (*DISTRICTS, *COUNTIES, *LONDON)
    paper = begin(rng, ruling, wide=9, years=(2008, 2010), councils=councils)
    calendar, year = paper.calendar, paper.calendar.year
    quarterly = rng.random() < 0.5
    now = rng.randrange(1, 5) if quarterly else 4
    told = f"Quarter {now} {year()}" if quarterly else f"Year End {year()}"
    title = rng.choice(("National Indicators", "Sustainable Community Strategy", "LAA Targets"))
    paper.open(f"{title}: {told}", month=3 * now)
    paper.key()
    columns = [
        Column((rng.choice(("NI No.", "NI", "Ref", "Indicator No.")),), 8, code_cell, words=True),
        Column((rng.choice(("Description", "Indicator Title")),), 27, title_cell, words=True),
    ]
    columns.append(outturn(calendar, -1, (f"{year(-1)} Outturn",)))
    columns.append(goal(calendar, 0, (f"{year()} Target",)))
    if quarterly:
        slot = f"actual Q{now}"
        columns += [
            quarter(calendar, each, (calendar.quarter(each),), gaps=each < now)
            for each in range(rng.choice((1, now)), now + 1)
        ]
    else:
        slot = "actual 0"
        columns.append(outturn(calendar, 0, (f"{year()} Outturn",)))
    columns.append(standing(paper.style, slot, "target 0"))
    columns += [
        goal(calendar, each, (f"{year(each)} Target",)) for each in range(1, 2011 - calendar.start)
    ]
    if rng.random() < 0.5:
        columns.append(Column(("Lead Officer",), 12, texts(OFFICERS), words=True))
    elif rng.random() < 0.5:
        columns.append(Column(("Comments",), 22, note_cell(0.4), words=True))
    _national(paper, columns, NI, rng.randrange(8, 25))
    return paper.close(landscape=rng.random() < 0.8)


def nations_outcomes(rng: random.Random, ruling: str) -> Drawn:
    """Scotland's agreed outcomes, Wales's accountability measures, Northern Ireland's standards."""
    nation = rng.choice(("Scotland", "Wales", "Northern Ireland"))
    councils, pool, first, title = {
        "Scotland": (SCOTS, OUTCOMES, 2009, "Single Outcome Agreement: Annual Progress Report"),
        "Wales": (WELSH_COUNCILS, WELSH, 2016, "Public Accountability Measures"),
        "Northern Ireland": (IRISH, STANDARDS, 2016, "Statutory Performance Indicators"),
    }[nation]
    paper = begin(rng, ruling, wide=7, years=(first, first + 3), councils=councils)
    calendar, year = paper.calendar, paper.calendar.year
    paper.open(f"{title} {year()}", month=12)
    columns = [Column(("Indicator",), 28, title_cell, words=True)]
    if nation != "Scotland":
        columns.insert(0, Column((rng.choice(("Ref", "PI Ref")),), 8, code_cell, words=True))
    first = rng.choice((-2, -1))
    columns += [outturn(calendar, each, (year(each),)) for each in range(first, 1)]
    if nation == "Wales":
        says = Says("comparator", calendar.true_year(), counted=False)
        columns.append(Column((f"Wales Average {year()}",), 8, figure("average", says)))
        if rng.random() < 0.6:
            columns.append(Column(("Quartile",), 8, centred(_QUARTERS)))
    else:
        columns.append(goal(calendar, 0, (f"Target {year()}",)))
        columns.append(standing(paper.style, "actual 0", "target 0"))
        paper.key()
    if rng.random() < 0.5:
        pictured = rng.random() < 0.6
        columns.append(travel("Trend", "actual 0", "actual -1", pictured=pictured))
    if rng.random() < 0.4:
        columns.append(Column(("Comments",), 24, note_cell(0.3), words=True))
    count = len(pool) if nation == "Northern Ireland" else rng.randrange(8, len(pool) + 1)
    _national(paper, columns, pool, count)
    return paper.close(landscape=rng.random() < 0.6)


def _national(paper: Paper, columns: list[Column], pool: tuple[Measure, ...], count: int) -> None:
    """Draw one table of so many measures of a national set, in the set's order."""
    chosen = sorted(paper.rng.sample(range(len(pool)), count))
    drawn = table(columns, paper.look)
    for row in paper.rows_of([pool[place] for place in chosen], columns):
        drawn.rows.append(cells(columns, row))
    paper.blocks.append(drawn)

"""Papers of services: scorecards, systems' exports, monthly figures, landlords, reports in prose.

Each is a family: a ruling and a seed make one paper.
"""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

from benchmarks.confidence.fifth.blocks import Cell
from benchmarks.confidence.fifth.columns import (
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
    Draw,
    Row,
    Says,
    code_cell,
    empty,
    figure,
    good_cell,
    texts,
    theme_cell,
    title_cell,
    unit_cell,
    way_cell,
)
from benchmarks.confidence.fifth.values import cut
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.sixth import words
from benchmarks.confidence.sixth.aside import budget, counted
from benchmarks.confidence.sixth.columns import commentary, comparator
from benchmarks.confidence.sixth.measures import LANDLORD
from benchmarks.confidence.sixth.paper import begin

_SPANS = ("April - June", "July - September", "October - December", "January - March")


def scorecard_workbook(rng: random.Random, ruling: str) -> Drawn:
    """A workbook's scorecard: the quarters side by side, each painted by the year's target."""
    paper = begin(rng, ruling, wide=11, years=(2005, 2023), kinds=("paint",))
    calendar, year, now = paper.calendar, paper.calendar.year, rng.randrange(1, 5)
    titles = ("Corporate Scorecard", "Balanced Scorecard", "Performance Scorecard", "KPI Summary")
    paper.open(f"{rng.choice(titles)} {year()} - Quarter {now}", 3 * now)
    columns = paper.names(coded=0.65)
    if rng.random() < 0.3:
        columns.insert(
            0, Column((rng.choice(("Service", "Service Area")),), 12, theme_cell, words=True)
        )
    if rng.random() < 0.3:
        columns.append(Column(("Unit",), 7, unit_cell))
    if rng.random() < 0.3:
        heads = rng.choice(("Good is", "Polarity", "Good Performance"))
        columns.append(Column((heads,), 8, good_cell(("High", "Low"))))
    if rng.random() < 0.5:
        columns.append(outturn(calendar, -1, (f"{year(-1)} Outturn",)))
    aim = goal(calendar, 0, (f"Target {year()}",))
    first = rng.random() < 0.6
    columns += [aim] if first else []
    way, whole = rng.choice(("bare", "year", "grouped")), rng.random() < 0.6
    for each in range(1, (4 if whole else now) + 1):
        levels = {
            "bare": (f"Q{each}",),
            "year": (calendar.quarter(each),),
            "grouped": (year(), f"Q{each}"),
        }[way]
        says = Says("actual", calendar.true_quarter(each))
        draw: Draw = empty
        if each <= now:
            draw = figure(f"actual Q{each}", says, gaps=each < now, against="target 0")
        columns.append(Column(levels, 7, draw))
    columns += [] if first else [aim]
    if rng.random() < 0.3:
        columns.append(Column((rng.choice(("Owner", "Lead")),), 12, texts(words.POSTS), words=True))
    if rng.random() < 0.4:
        columns.append(commentary(rng, 0.5, 24))
    paper.key()
    paper.fill(columns, paper.services(columns, 8, 38))
    return paper.close(landscape=True)


def system_export(rng: random.Random, ruling: str) -> Drawn:
    """A performance system's export: value, target and icon of the quarters, trends, a note."""
    kinds = ("icon", "icon", "word and icon")
    paper = begin(rng, ruling, wide=10, years=(2008, 2022), kinds=kinds)
    calendar, now = paper.calendar, rng.randrange(1, 5)
    titles = ("Quarterly Performance Report", "Service Performance Report", "PI Report")
    paper.open(f"{rng.choice(titles)}: {calendar.quarter(now)}", 3 * now)
    paper.key()
    columns = [
        Column((rng.choice(("PI Code", "Code")),), 9, code_cell, words=True),
        Column((rng.choice(("Short Name", "PI Short Name", "Title")),), 27, title_cell, words=True),
    ]
    if rng.random() < 0.5:
        columns.append(outturn(calendar, -1, (calendar.year(-1), "Value")))
    shown = rng.choice((1, 1, 2))
    for each in range(max(1, now - shown + 1), now + 1):
        above = calendar.quarter(each)
        columns.append(quarter(calendar, each, (above, "Value"), gaps=each < now))
        columns.append(quarter_goal(calendar, each, (above, "Target")))
    marked = standing(paper.style, f"actual Q{now}", f"target Q{now}")
    columns.append(replace(marked, levels=(calendar.quarter(now), "Status")))
    if rng.random() < 0.5:
        columns.append(goal(calendar, 0, (calendar.year(), "Target")))
    if now > 1 and rng.random() < 0.6:
        columns.append(travel("Short Trend", f"actual Q{now}", f"actual Q{now - 1}", pictured=True))
    if rng.random() < 0.3:
        draw = way_cell(f"actual Q{now}", f"actual Q{now} -1", pictured=True)
        columns.append(Column(("Long Trend",), 7, draw, marks=True))
    if rng.random() < 0.8:
        note = commentary(rng, 0.3, 26)
        columns.append(replace(note, levels=(rng.choice(("Latest Note", "Notes & History")),)))
    elif rng.random() < 0.5:
        columns.append(Column(("Managed By",), 13, texts(words.POSTS), words=True))
    paper.fill(columns, paper.services(columns, 6, 34))
    return paper.close(landscape=True)


def monthly_figures(rng: random.Random, ruling: str) -> Drawn:
    """A service's months from April: calls, claims, visits; the year to date; the target."""
    kinds = ("painted letter", "painted word", "letter", "word", "icon")
    paper = begin(rng, ruling, wide=15, years=(2003, 2023), kinds=kinds)
    calendar, now = paper.calendar, rng.randrange(3, 13)
    titles = ("Monthly Performance Statistics", "Monthly Monitoring", "Performance Figures")
    paper.open(f"{rng.choice(titles)} {calendar.year()} (to {calendar.month(now)})", now)
    columns = paper.names(coded=0.35)
    aim = goal(calendar, 0, (f"{calendar.year()} Target",))
    early = rng.random() < 0.5
    columns += [aim] if early else []
    whole, way = rng.random() < 0.5, rng.choice(("short", "short", "grouped"))
    for each in range(1, (12 if whole else now) + 1):
        says = Says("actual", calendar.true_month(each))
        draw: Draw = empty if each > now else figure(f"actual month {each}", says)
        name = calendar.short_month(each)
        levels = (calendar.year(), name[:3]) if way == "grouped" else (name,)
        columns.append(Column(levels, 5, draw))
    so_far = rng.random() < 0.6
    if so_far:
        heads = rng.choice(("YTD", "Year to Date", "Total / Average to date"))
        columns.append(Column((heads,), 7, _to_date(now)))
    columns += [] if early else [aim]
    if rng.random() < 0.6:
        last = "to date" if so_far else f"actual month {now}"
        columns.append(standing(paper.style, last, "target 0"))
        paper.key()
    paper.fill(columns, paper.services(columns, 5, 20))
    return paper.close(landscape=True)


def _to_date(now: int) -> Draw:
    """What the months so far come to: the sum of counts and money, else their mean."""
    says = Says("actual", None, bases=TO_DATE)

    def draw(row: Row) -> Cell:
        slots = [row.numbers.at(f"actual month {each}").value for each in range(1, now + 1)]
        values = [each for each in slots if each is not None]
        if values:
            whole = sum(values, Decimal(0))
            added = row.measure.unit in {"n", "£"}
            exact = whole if added else whole / len(values)
            row.numbers.put("to date", cut(float(exact), row.measure, row.style.hand))
        return figure("to date", says)(row)

    return draw


def landlord_report(rng: random.Random, ruling: str) -> Drawn:
    """A landlord's report: the month or quarter, its target, last year, peers, where it stands."""
    paper = begin(rng, ruling, wide=9, years=(2009, 2023))
    calendar, year = paper.calendar, paper.calendar.year
    monthly = rng.random() < 0.45
    now = rng.randrange(2, 13) if monthly else rng.randrange(1, 5)
    told = calendar.month(now) if monthly else f"Quarter {now} {year()}"
    titles = (
        "Housing Performance Report",
        "Landlord Services Performance",
        "Tenant Scrutiny Panel",
    )
    paper.open(f"{rng.choice(titles)}: {told}", now if monthly else 3 * now)
    paper.key()
    columns = [Column((rng.choice(("Ref", "KPI", "Code")),), 7, code_cell, words=True)]
    columns.append(Column((rng.choice(("Indicator", "Measure")),), 28, title_cell, words=True))
    if rng.random() < 0.6:
        columns.append(outturn(calendar, -1, (f"{year(-1)} Outturn",)))
    if rng.random() < 0.4:
        name = rng.choice(("HouseMark Median {}", "Peer Group Median {}", "Upper Quartile {}"))
        columns.append(comparator(name.format(year(-1)), calendar, -1))
    slot = f"actual month {now}" if monthly else f"actual Q{now}"
    if monthly:
        says = Says("actual", calendar.true_month(now))
        draw = figure(slot, says, gaps=False)
        own = [Column((f"{calendar.month(now)}",), 9, draw)]
        if now > 1 and rng.random() < 0.5:
            before = Says("actual", calendar.true_month(now - 1))
            draw = figure(f"actual month {now - 1}", before)
            own.insert(0, Column((f"{calendar.month(now - 1)}",), 9, draw))
    else:
        shown = range(1 if rng.random() < 0.4 else now, now + 1)
        own = [
            quarter(calendar, each, (calendar.quarter(each),), gaps=each < now) for each in shown
        ]
    aim = goal(calendar, 0, (f"Target {year()}",)) if rng.random() < 0.7 else bare_goal()
    columns += [aim, *own] if rng.random() < 0.5 else [*own, aim]
    columns.append(standing(paper.style, slot, "target 0"))
    columns += [commentary(rng, 0.3)] if rng.random() < 0.6 else []
    chosen = sorted(rng.sample(range(len(LANDLORD)), rng.randrange(7, len(LANDLORD) + 1)))
    rows = paper.rows_of([LANDLORD[place] for place in chosen], columns)
    paper.fill(columns, [("", rows)], "plain")
    return paper.close(landscape=rng.random() < 0.75)


def service_dashboard(rng: random.Random, ruling: str) -> Drawn:
    """A report in prose: of each service some sentences, a short table, perhaps its budget."""
    paper = begin(rng, ruling, wide=6)
    paper.style = replace(paper.style, marks=replace(paper.style.marks, more=False))
    calendar, year, now = paper.calendar, paper.calendar.year, rng.randrange(1, 5)
    titles = ("Performance and Budget Monitoring", "Quarterly Monitoring Report")
    told = f"Quarter {now} {year()} ({_SPANS[now - 1]})"
    paper.open(f"{rng.choice(titles)}, {told}", 3 * now)
    paper.key()
    columns = paper.names(coded=0.4)
    if rng.random() < 0.6:
        columns.append(
            outturn(calendar, -1, (f"{year(-1)} {rng.choice(('Actual', 'Outturn'))}",), 9)
        )
    aim = goal(calendar, 0, (f"{year()} Target",), 9)
    own = quarter(calendar, now, (f"{calendar.quarter(now)}",), 9, gaps=False)
    columns += [aim, own] if rng.random() < 0.6 else [own, aim]
    columns.append(standing(paper.style, f"actual Q{now}", "target 0"))
    parts = paper.services(columns, 6, 24)
    for number, part in enumerate(parts, 1):
        paper.head(f"{number}. {part[0]}")
        paper.say(rng.choice((*words.GOOD, *words.POOR)))
        paper.fill(columns, [part], "plain")
    if rng.random() < 0.6:
        counted(paper)
    if rng.random() < 0.5:
        budget(paper)
    return paper.close(landscape=rng.random() < 0.2)

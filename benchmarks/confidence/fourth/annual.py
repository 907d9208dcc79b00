"""Yearly papers: outturns, best value plans, area agreements, nations' sets, service plans."""

from __future__ import annotations

import random

from benchmarks.confidence.fourth.blocks import Text
from benchmarks.confidence.fourth.measures import BV, NI, SCOTTISH, WELSH
from benchmarks.confidence.fourth.paper import begin
from benchmarks.confidence.fourth.sheet import (
    Column,
    Says,
    cells,
    centred,
    code_cell,
    figure,
    goal,
    note_cell,
    outturn,
    standing,
    table,
    texts,
    title_cell,
    travel,
)
from benchmarks.confidence.fourth.words import ENGLISH, OFFICERS, SCOTS, WELSH_COUNCILS
from benchmarks.confidence.model import Drawn

_QUARTILES = ("Top", "2nd", "3rd", "Bottom")
_PARTNERS = (
    "Primary Care Trust",
    "Police",
    "Community Safety Partnership",
    "Council",
    "Jobcentre Plus",
)


def annual_outturns(rng: random.Random, ruling: str) -> Drawn:
    """The year's outturns beside the last year's, the target and the next one's, the quartile."""
    paper = begin(rng, ruling, wide=9, years=(2003, 2023))
    calendar = paper.calendar
    words = rng.choice(("Annual Performance Report", "Year End Performance", "Performance Outturn"))
    paper.open(f"{words} {calendar.year()}", month=12)
    paper.key()
    columns = paper.names()
    grouped = rng.random() < 0.4
    years = [-2, -1, 0] if rng.random() < 0.35 else [-1, 0]
    says = rng.choice(("{} Outturn", "Outturn {}", "{} Actual", "Actual {}"))
    own = [
        outturn(
            calendar,
            each,
            ("Outturn", calendar.year(each)) if grouped else (says.format(calendar.year(each)),),
        )
        for each in years
    ]
    aims = [0, 1] if rng.random() < 0.6 else [0]
    says = rng.choice(("{} Target", "Target {}"))
    aim = [
        goal(
            calendar,
            each,
            ("Target", calendar.year(each))
            if grouped and len(aims) > 1
            else (says.format(calendar.year(each)),),
        )
        for each in aims
    ]
    if grouped or rng.random() < 0.5:
        columns += [*own, *aim]
    else:
        columns += [*own[:-1], aim[0], own[-1], *aim[1:]]
    columns.append(standing(paper.style, "actual 0", "target 0"))
    if rng.random() < 0.5:
        pictured = rng.random() < 0.6
        columns.append(travel("Direction of Travel", "actual 0", "actual -1", pictured=pictured))
    if rng.random() < 0.3:
        words = f"Quartile {calendar.year(-1)}"
        columns.append(Column((words,), 8, centred(_QUARTILES)))
    if rng.random() < 0.5:
        columns.append(Column(("Comments",), 24, note_cell(0.3), words=True))
    paper.fill(columns, paper.themed(columns))
    paper.count_statuses()
    return paper.close(landscape=rng.random() < 0.6)


def best_value_plan(rng: random.Random, ruling: str) -> Drawn:
    """A best value performance plan: what was and should have been, the best of England, ahead."""
    paper = begin(rng, ruling, wide=9, years=(2000, 2007), councils=ENGLISH)
    calendar = paper.calendar
    paper.open(f"Best Value Performance Plan {calendar.year(1)}", month=12)
    columns = [
        Column((rng.choice(("BVPI", "BVPI No.", "PI Ref")),), 8, code_cell, words=True),
        Column((rng.choice(("Description", "Performance Indicator")),), 27, title_cell, words=True),
    ]
    done = rng.choice(("Actual", "Outturn", "Performance"))
    columns.append(outturn(calendar, -1, (f"{done} {calendar.year(-1)}",)))
    columns.append(goal(calendar, 0, (f"Target {calendar.year()}",)))
    columns.append(outturn(calendar, 0, (f"{done} {calendar.year()}",)))
    ahead = range(1, rng.choice((2, 4)))
    columns += [goal(calendar, each, (f"Target {calendar.year(each)}",)) for each in ahead]
    best = rng.choice(("Top quartile {}", "All England top quartile {}", "District average {}"))
    says = Says("comparator", calendar.true_year(-1), counted=False)
    if rng.random() < 0.6:
        head = best.format(calendar.year(-1))
        columns.append(Column((head,), 8, figure("best of England", says)))
    if rng.random() < 0.3:
        columns.append(Column(("Comments",), 22, note_cell(0.3), words=True))
    chosen = sorted(rng.sample(range(len(BV)), rng.randrange(8, 27)))
    rows = paper.rows_of([BV[place] for place in chosen], columns)
    names = ("Corporate Health", "Housing and Benefits", "Environment", "Planning and Culture")
    size = -(-len(rows) // 4)
    parts = [(name, rows[n * size : (n + 1) * size]) for n, name in enumerate(names)]
    paper.fill(columns, [part for part in parts if part[1]])
    return paper.close(landscape=rng.random() < 0.6)


def area_agreement(rng: random.Random, ruling: str) -> Drawn:
    """An area agreement's national indicators: the baseline, what came, the targets to come."""
    paper = begin(rng, ruling, wide=9, years=(2008, 2010), councils=ENGLISH)
    calendar = paper.calendar
    quarterly = rng.random() < 0.5
    now = rng.randrange(2, 5) if quarterly else 4
    words = rng.choice(("Local Area Agreement", "National Indicator Set", "LAA Performance Report"))
    told = f"Quarter {now} {calendar.year()}" if quarterly else f"Annual Report {calendar.year()}"
    paper.open(f"{words}: {told}", month=3 * now)
    paper.key()
    columns = [
        Column((rng.choice(("NI", "NI Ref", "Ref")),), 8, code_cell, words=True),
        Column((rng.choice(("National Indicator", "Indicator")),), 27, title_cell, words=True),
    ]
    first = 2007 - calendar.start
    base = Says("outturn", calendar.true_year(first), (("previous", None),))
    head = rng.choice(("Baseline {}", "Baseline ({})", "{} Baseline")).format(calendar.year(first))
    columns.append(Column((head,), 8, figure(f"actual {first}", base)))
    columns += [
        outturn(calendar, each, (f"Actual {calendar.year(each)}",)) for each in range(first + 1, 0)
    ]
    columns.append(goal(calendar, 0, (f"Target {calendar.year()}",)))
    slot = f"actual Q{now}" if quarterly else "actual 0"
    if quarterly:
        says = Says("actual", calendar.true_quarter(now))
        columns.append(Column((f"{calendar.quarter(now)} Actual",), 8, figure(slot, says)))
    else:
        columns.append(outturn(calendar, 0, (f"Actual {calendar.year()}",)))
    columns.append(standing(paper.style, slot, "target 0"))
    columns += [
        goal(calendar, each - calendar.start, (f"Target {calendar.year(each - calendar.start)}",))
        for each in range(calendar.start + 1, 2011)
    ]
    if rng.random() < 0.6:
        columns.append(Column(("Lead Partner",), 11, texts(_PARTNERS), words=True))
    if rng.random() < 0.4:
        columns.append(Column(("Commentary",), 24, note_cell(0.2), words=True))
    chosen = sorted(rng.sample(range(len(NI)), rng.randrange(8, 25)))
    rows = paper.rows_of([NI[place] for place in chosen], columns)
    drawn = table(columns, paper.look)
    drawn.rows += [cells(columns, row) for row in rows]
    paper.blocks.append(drawn)
    paper.count_statuses()
    return paper.close(landscape=rng.random() < 0.8)


def nations_set(rng: random.Random, ruling: str) -> Drawn:
    """A Scottish or Welsh council's statutory set beside the nation's average and its rank."""
    scots = rng.random() < 0.5
    councils = SCOTS if scots else WELSH_COUNCILS
    paper = begin(rng, ruling, wide=8, years=(2010, 2018), councils=councils)
    calendar, pool = paper.calendar, SCOTTISH if scots else WELSH
    words = (
        rng.choice(("Local Government Benchmarking Framework", "Statutory Performance Indicators"))
        if scots
        else rng.choice(("National Performance Indicators", "Public Accountability Measures"))
    )
    paper.open(f"{words} {calendar.year()}", month=12)
    nation = "Scotland" if scots else "Wales"
    columns = [
        Column((rng.choice(("Ref", "Code", "PI Ref")),), 9, code_cell, words=True),
        Column((rng.choice(("Indicator", "Description")),), 27, title_cell, words=True),
    ]
    years = range(rng.choice((-1, -2)), 1)
    columns += [outturn(calendar, each, (calendar.year(each),)) for each in years]
    says = Says("comparator", calendar.true_year(), counted=False)
    average = rng.choice((f"{nation} average {calendar.year()}", f"{nation} {calendar.year()}"))
    others = [Column((average,), 8, figure("average", says))]
    if rng.random() < 0.4:
        head = f"Family group average {calendar.year()}"
        others.append(Column((head,), 9, figure("family", says)))
    columns += others
    if rng.random() < 0.7:
        ranks = [str(rank) for rank in range(1, 33 if scots else 23)]
        columns.append(Column((f"Rank {calendar.year()}",), 6, centred(ranks)))
    if rng.random() < 0.5:
        pictured = rng.random() < 0.5
        columns.append(travel("Change since last year", "actual 0", "actual -1", pictured=pictured))
    chosen = sorted(rng.sample(range(len(pool)), rng.randrange(9, len(pool) + 1)))
    rows = paper.rows_of([pool[place] for place in chosen], columns)
    drawn = table(columns, paper.look)
    drawn.rows += [cells(columns, row) for row in rows]
    paper.blocks.append(drawn)
    return paper.close(landscape=rng.random() < 0.6)


def service_plan(rng: random.Random, ruling: str) -> Drawn:
    """A service plan's measures: what was reached, what is to be reached in the years ahead."""
    paper = begin(rng, ruling, wide=6, years=(2004, 2023))
    calendar = paper.calendar
    service = rng.choice(("Housing Services", "Environmental Services", "Corporate Services"))
    paper.open(f"{service}: Service Plan {calendar.year()}", month=1)
    paper.blocks.append(Text("Our measures of success", "heading"))
    columns = paper.names(coded=0.5, named=rng.choice(("Measure", "Performance measure")))
    for offset in (-2, -1)[rng.randrange(2) :]:
        columns.append(outturn(calendar, offset, (f"{calendar.year(offset)} Actual",)))
    for offset in range(rng.choice((2, 3))):
        columns.append(goal(calendar, offset, (f"{calendar.year(offset)} Target",)))
    if rng.random() < 0.6:
        columns.append(Column(("Lead Officer",), 12, texts(OFFICERS), words=True))
    paper.fill(columns, paper.themed(columns, most=20))
    return paper.close(landscape=rng.random() < 0.3)

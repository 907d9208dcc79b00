"""Papers of a quarter or a month: a system's export, a scorecard, exceptions, a grid of months."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.confidence.fourth.blocks import Text
from benchmarks.confidence.fourth.measures import FIRE
from benchmarks.confidence.fourth.paper import Paper, begin
from benchmarks.confidence.fourth.sheet import (
    TO_DATE,
    Column,
    Draw,
    Row,
    Says,
    empty,
    figure,
    goal,
    good_cell,
    note_cell,
    outturn,
    quarter,
    standing,
    status_cell,
    texts,
    travel,
)
from benchmarks.confidence.fourth.statuses import KINDS, system_key
from benchmarks.confidence.fourth.values import cut
from benchmarks.confidence.fourth.words import (
    ENGLISH,
    FIRE_AUTHORITIES,
    OFFICERS,
    REASONS,
    REMEDIES,
    SCOTS,
    WELSH_COUNCILS,
)
from benchmarks.confidence.model import Drawn

_EVERYWHERE = (*ENGLISH, *SCOTS, *WELSH_COUNCILS)
_SPANS = ("April to June", "July to September", "October to December", "January to March")


def system_quarters(rng: random.Random, ruling: str) -> Drawn:
    """A performance system's export: a value, target and icon for each quarter, trends, a note."""
    kinds = ("icon", "icon", "icon", "word and icon")
    paper = begin(rng, ruling, wide=12, years=(2006, 2023), councils=_EVERYWHERE, kinds=kinds)
    calendar, now = paper.calendar, rng.randrange(1, 5)
    title = rng.choice(("Quarterly Performance Report", "Performance Indicators", "Corporate PIs"))
    paper.open(f"{title} - Quarter {now} {calendar.year()}", month=3 * now)
    columns = paper.names()
    stacked = rng.random() < 0.7
    for offset in (-2, -1)[rng.randrange(2) :]:
        levels = (calendar.year(offset), "Value") if stacked else (calendar.year(offset),)
        columns.append(outturn(calendar, offset, levels, 6))
    shown = rng.choice(("each", "each", "values"))
    first = rng.choice((max(1, now - 2), max(1, now - 2), now))  # as many as a page has room for
    for each in range(first, now + 1):
        above = calendar.quarter(each)
        levels = (above, "Value") if stacked else (above,)
        # A status for each quarter: were the last one blank, nobody could say which is the row's.
        by_quarter = shown == "each" and stacked
        gaps = not by_quarter or each < now
        columns.append(quarter(calendar, each, levels, gaps=gaps))
        if by_quarter:
            columns += _aim_and_status(paper, each, above, gaps=gaps)
    last = f"actual Q{now}"
    levels = (calendar.year(), "Target") if stacked else (f"{calendar.year()} Target",)
    if rng.random() < 0.4:
        levels = (
            *levels[:-1],
            f"Annual {levels[-1]}" if stacked else f"Annual Target {calendar.year()}",
        )
    columns.append(goal(calendar, 0, levels, 6))
    if shown == "values" or not stacked:
        place = 0 if rng.random() < 0.3 else len(columns)
        columns.insert(place, standing(paper.style, last, "target 0"))
    trends = rng.random() < 0.6
    if trends:
        for words, before in (("Short Trend", "actual -1"), ("Long Trend", "actual -2")):
            columns.append(travel(words, last, before, pictured=True))
    if rng.random() < 0.7:
        columns.append(Column(("Latest Note",), 26, note_cell(0.3), words=True))
    elif rng.random() < 0.5:
        columns.append(Column(("Managed By",), 12, texts(OFFICERS), words=True))
    key = system_key(paper.style.marks, trends=trends)
    above_all = rng.random() < 0.6
    if above_all:
        paper.blocks.append(key)
    paper.fill(columns, paper.themed(columns, most=40))
    if not above_all:
        paper.blocks.append(key)
    return paper.close(landscape=True)


def scorecard(rng: random.Random, ruling: str) -> Drawn:
    """A corporate scorecard: last year, the target, the quarter, how it stands, which way, why."""
    fire, painted = rng.random() < 0.15, rng.random() < 0.15
    councils = FIRE_AUTHORITIES if fire else _EVERYWHERE
    kinds = ("paint",) if painted else KINDS
    paper = begin(rng, ruling, wide=9, years=(2005, 2024), councils=councils, kinds=kinds)
    calendar, now = paper.calendar, rng.randrange(1, 5)
    words = rng.choice(("Corporate Scorecard", "Key Performance Indicators", "Performance Report"))
    paper.open(
        f"{words} Quarter {now} {calendar.year()} ({_SPANS[now - 1]})",
        month=3 * now,
    )
    if fire:
        paper.blocks.append(Text(f"Performance in quarter {now} against the Authority's targets."))
    paper.key()
    columns = paper.names()
    if rng.random() < 0.2:
        columns.append(Column(("Frequency",), 8, texts(("Monthly", "Quarterly")), words=True))
    if rng.random() < 0.3:
        ways = rng.choice(
            (("Higher", "Lower"), ("High", "Low"), ("Bigger is Better", "Smaller is Better"))
        )
        columns.append(Column(("Good is",), 7, good_cell(ways)))
    says = rng.choice(("{} Outturn", "Outturn {}", "{} Actual", "{}"))
    columns.append(outturn(calendar, -1, (says.format(calendar.year(-1)),)))
    if rng.random() < 0.35:
        then = Says("actual", calendar.true_quarter(now, -1))
        columns.append(Column((calendar.quarter(now, -1),), 7, figure("actual then", then)))
    aim = goal(calendar, 0, (rng.choice(("Target {}", "{} Target")).format(calendar.year()),))
    last = f"actual Q{now}"
    first = rng.choice((1, now, now))
    own = [quarter(calendar, each, (calendar.quarter(each),)) for each in range(first, now + 1)]
    if rng.random() < 0.3 and first == now:
        own[-1] = replace(own[-1], levels=(f"Q{now} Actual",))
    if painted:
        draw = figure(last, Says("actual", calendar.true_quarter(now)), against="target 0")
        own[-1] = replace(own[-1], draw=draw)
    columns += [aim, *own] if rng.random() < 0.5 else [*own, aim]
    if not painted:
        place = 0 if rng.random() < 0.25 else len(columns)
        columns.insert(place, standing(paper.style, last, "target 0"))
    if rng.random() < 0.5:
        heads = rng.choice(("Direction of Travel", "Trend", "DoT"))
        columns.append(travel(heads, last, "actual -1", pictured=rng.random() < 0.6))
    if rng.random() < 0.65:
        heads = rng.choice(("Comments", "Commentary", "Comment"))
        columns.append(Column((heads,), 26, note_cell(0.25), words=True))
    if fire:
        rows = paper.rows_of(rng.sample(FIRE, rng.randrange(7, len(FIRE) + 1)), columns)
        paper.fill(columns, [("Prevention and response", rows)])
    else:
        paper.fill(columns, paper.themed(columns))
    if not painted:
        paper.count_statuses()
    return paper.close(landscape=rng.random() < 0.75)


def exceptions(rng: random.Random, ruling: str) -> Drawn:
    """Only what is off target: by how much it should have been, why, what is being done."""
    kinds = ("word", "word", "painted word", "painted letter", "icon", "word and icon")
    paper = begin(rng, ruling, wide=8, years=(2005, 2024), kinds=kinds)
    paper.style = replace(paper.style, marks=replace(paper.style.marks, more=False))
    calendar, now = paper.calendar, rng.randrange(1, 5)
    paper.open(f"Exception Report: Quarter {now} {calendar.year()}", month=3 * now)
    paper.blocks.append(
        Text("The indicators below did not meet their target for the quarter. All others did.")
    )
    paper.key(often=0.4)
    columns = paper.names()
    above = calendar.quarter(now)
    says = Says("target", calendar.true_quarter(now))
    aim = Column((f"{above} Target",), 8, figure("target now", says, gaps=False))
    last = f"actual Q{now}"
    own = quarter(calendar, now, (rng.choice(("{} Actual", "{} Result", "{}")).format(above),), 8)
    columns += [aim, own] if rng.random() < 0.5 else [own, aim]
    columns.append(standing(paper.style, last, "target now"))
    if rng.random() < 0.3:
        columns.append(Column(("Responsible Officer",), 11, texts(OFFICERS), words=True))
    why = rng.choice(("Reason for variance", "Explanation", "Reason for performance"))
    columns.append(Column((why,), 24, texts(REASONS), words=True))
    if rng.random() < 0.7:
        heads = rng.choice(("Action being taken", "Remedial action", "Proposed action"))
        columns.append(Column((heads,), 24, texts(REMEDIES), words=True))
    parts = paper.themed(columns, most=12)
    for row in paper.rows:
        _miss(row, last)
    paper.fill(columns, parts)
    return paper.close(landscape=rng.random() < 0.7)


def month_grid(rng: random.Random, ruling: str) -> Drawn:
    """A year by months: each month so far, the year to date, the target, how it stands."""
    kinds = [each for each in KINDS if each != "word"]
    paper = begin(rng, ruling, wide=15, years=(2006, 2024), kinds=kinds)
    calendar, now = paper.calendar, rng.randrange(3, 12)
    title = rng.choice(("Monthly Performance Report", "Housing and Corporate KPIs", "Monthly KPIs"))
    paper.open(f"{title} {calendar.year()}: {calendar.month(now)}", month=now)
    paper.key()
    columns = paper.names(coded=0.6)
    aim = goal(calendar, 0, (f"Target {calendar.year()}",), 6)
    if rng.random() < 0.5:
        columns.append(outturn(calendar, -1, (f"Outturn {calendar.year(-1)}",), 6))
    early = rng.random() < 0.5
    columns += [aim] if early else []
    whole = rng.random() < 0.35
    for each in range(1, (12 if whole else now) + 1):
        says = Says("actual", calendar.true_month(each))
        draw: Draw = empty if each > now else figure(f"actual month {each}", says)
        columns.append(Column((calendar.short_month(each),), 4.5, draw))
    so_far = Says("actual", None, bases=TO_DATE)
    to_date = rng.random() < 0.6
    if to_date:
        heads = rng.choice(("YTD", "Year to date"))
        columns.append(Column((heads,), 6, figure("actual to date", so_far)))
    columns += [] if early else [aim]
    last = "actual to date" if to_date else f"actual month {now}"
    columns.append(standing(paper.style, last, "target 0"))
    paper.fill(columns, paper.themed(columns, most=24))
    return paper.close(landscape=True)


def _aim_and_status(paper: Paper, number: int, above: str, *, gaps: bool) -> list[Column]:
    """A quarter's target and how its result stands beside it."""
    says = Says("target", paper.calendar.true_quarter(number))
    draw = status_cell(f"actual Q{number}", f"target Q{number}")
    return [
        Column((above, "Target"), 6, figure(f"target Q{number}", says, gaps=gaps)),
        Column((above, "Status"), 5, draw, marks=True),
    ]


def _miss(row: Row, actual: str) -> None:
    """Print in *actual* a value worse than the target, so that the row is an exception."""
    aim = row.numbers.at("target now", gaps=False).value
    assert aim is not None  # the marks of this family tell no row without a target
    worse = -1 if row.measure.good == "high" else 1
    off = max(
        abs(float(aim)) * row.rng.uniform(0.02, 0.35), 1.0 if row.measure.unit == "n" else 0.1
    )
    row.numbers.put(
        actual, max(cut(float(aim) + worse * off, row.measure, row.style.hand), 0 * aim)
    )

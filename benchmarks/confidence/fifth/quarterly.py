"""Papers of a part of the year: a committee's indicators, scorecards, quarters, months, misses."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.confidence.fifth.columns import (
    bare_goal,
    goal,
    outturn,
    quarter,
    quarter_goal,
    standing,
    travel,
)
from benchmarks.confidence.fifth.measures import FIRE, POLICE
from benchmarks.confidence.fifth.paper import Paper, Themed, begin
from benchmarks.confidence.fifth.sheet import (
    TO_DATE,
    Column,
    Draw,
    Row,
    Says,
    empty,
    figure,
    good_cell,
    note_cell,
    texts,
    theme_cell,
    title_and_code,
    title_cell,
    unit_cell,
    variance,
)
from benchmarks.confidence.fifth.values import cut
from benchmarks.confidence.fifth.words import (
    CURES,
    ENGLISH,
    FIRE_AUTHORITIES,
    OFFICERS,
    POLICE_AUTHORITIES,
    SCOTS,
    WELSH_COUNCILS,
    WHY,
)
from benchmarks.confidence.model import Drawn

_MONTHS = ("April to June", "July to September", "October to December", "January to March")
_SIGNED = ("word", "word and icon", "word and icon", "icon", "painted word")


def committee_kpis(rng: random.Random, ruling: str) -> Drawn:
    """A committee's indicators: status first, years achieved, the quarter, the year's target."""
    paper = begin(rng, ruling, wide=8, years=(2007, 2024), kinds=_SIGNED)
    calendar, now = paper.calendar, rng.randrange(1, 5)
    title = rng.choice(
        ("Review of Business Plan Progress", "Performance Indicators Quarterly Update")
    )
    paper.open(f"{title} - Quarter {now} {calendar.year()}", month=3 * now)
    paper.key()
    last = f"actual Q{now}"
    marked = standing(paper.style, last, "target 0")
    heads = rng.choice(("Indicator and Code", "PI Title and Code", "Indicator"))
    columns = [Column((heads,), 27, title_and_code, words=True)]
    if rng.random() < 0.5:
        often = ("Monthly", "Quarterly", "Quarterly")
        columns.append(Column(("Frequency",), 9, texts(often), words=True))
    says = rng.choice(("{} Achieved", "{} Actual", "Achieved {}", "{} Outturn"))
    columns += [outturn(calendar, each, (says.format(calendar.year(each)),)) for each in (-2, -1)]
    columns.append(quarter(calendar, now, (calendar.quarter(now),), gaps=False))
    columns.append(goal(calendar, 0, (f"{calendar.year()} Target",)))
    columns.insert(0 if rng.random() < 0.7 else len(columns), marked)
    if rng.random() < 0.8:
        columns.append(Column((rng.choice(("Notes", "Comments")),), 27, note_cell(0.3), words=True))
    paper.fill(columns, paper.themed(columns, most=30))
    return paper.close(landscape=True)


def directorate_card(rng: random.Random, ruling: str) -> Drawn:
    """A directorate's card: the quarter against its target and the same quarter a year before."""
    kind = rng.choice(("council", "council", "council", "council", "fire", "police"))
    pools = {
        "council": (*ENGLISH, *SCOTS, *WELSH_COUNCILS),
        "fire": FIRE_AUTHORITIES,
        "police": POLICE_AUTHORITIES,
    }
    years = (2005, 2011) if kind == "police" else (2006, 2024)
    paper = begin(rng, ruling, wide=8, years=years, councils=pools[kind])
    calendar, now = paper.calendar, rng.randrange(1, 5)
    title = rng.choice(("Quarterly Scorecard", "Directorate Scorecard", "Performance Scorecard"))
    paper.open(f"{title}: Quarter {now} {calendar.year()} ({_MONTHS[now - 1]})", month=3 * now)
    columns = paper.names()
    if kind == "council" and rng.random() < 0.25:
        heads = rng.choice(("Service", "Service Area", "Theme"))
        columns.insert(0, Column((heads,), 12, theme_cell, words=True))
    if rng.random() < 0.25:
        columns.append(Column((rng.choice(("Unit", "Unit of measure")),), 7, unit_cell))
    if rng.random() < 0.25:
        heads, *ways = rng.choice(
            (
                ("Good is", "High", "Low"),
                ("Aim to", "Maximise", "Minimise"),
                ("Good performance", "Higher", "Lower"),
            )
        )
        columns.append(Column((heads,), 8, good_cell((ways[0], ways[1]))))
    last, before = f"actual Q{now}", f"actual Q{now} -1"
    bare = rng.random() < 0.35
    above = calendar.quarter(now)
    own = quarter(calendar, now, ("Actual" if bare else f"Actual {above}",))
    aim = bare_goal() if bare else quarter_goal(calendar, now, (f"Target {above}",))
    slot = "target 0" if bare else f"target Q{now}"
    columns += [aim, own] if rng.random() < 0.5 else [own, aim]
    marked = standing(paper.style, last, slot)
    compared = quarter(calendar, now, (calendar.quarter(now, -1),), offset=-1)
    if rng.random() < 0.6:
        columns += [compared, marked] if rng.random() < 0.4 else [marked, compared]
        if rng.random() < 0.7:
            heads = rng.choice(("Direction of Travel", "DoT", "Trend"))
            columns.append(travel(heads, last, before, pictured=rng.random() < 0.6))
    else:
        columns.append(marked)
    if rng.random() < 0.6:
        columns.append(Column(("Commentary",), 26, note_cell(0.35), words=True))
    parts = _parts(paper, columns, kind)
    paper.key()
    paper.fill(columns, parts)
    paper.summarise(parts)
    return paper.close(landscape=rng.random() < 0.7)


def quarters_across(rng: random.Random, ruling: str) -> Drawn:
    """A year by its quarters: target and actual of each so far, the year's target, a status."""
    paper = begin(rng, ruling, wide=12, years=(2005, 2024), councils=(*ENGLISH, *WELSH_COUNCILS))
    calendar, now = paper.calendar, rng.randrange(2, 5)
    title = rng.choice(("Corporate Plan Monitoring", "Service Plan Monitoring", "Corporate Health"))
    paper.open(f"{title} {calendar.year()}: Quarter {now}", month=3 * now)
    paper.key()
    columns = paper.names()
    if rng.random() < 0.6:
        columns.append(outturn(calendar, -1, (f"{calendar.year(-1)} Outturn",)))
    says = rng.choice(("Q{} {}", "Quarter {} {}", "Qtr {} {}"))
    paired = rng.random() < 0.5
    for each in range(1, now + 1):
        head = says.format(each, calendar.year())
        if paired:
            columns.append(quarter_goal(calendar, each, (head, "Target"), 6))
        levels = (head, "Actual") if paired else (head,)
        columns.append(quarter(calendar, each, levels, 6, gaps=each < now))
    head = rng.choice(("Annual Target {}", "{} Annual Target", "Year End Target {}"))
    columns.append(goal(calendar, 0, (head.format(calendar.year()),)))
    slot = f"target Q{now}" if paired else "target 0"
    columns.append(standing(paper.style, f"actual Q{now}", slot))
    if rng.random() < 0.35:
        columns.append(travel("Trend", f"actual Q{now}", f"actual Q{now - 1}", pictured=True))
    if rng.random() < 0.35:
        heads = rng.choice(("Lead Officer", "Responsible Officer"))
        columns.append(Column((heads,), 12, texts(OFFICERS), words=True))
    elif rng.random() < 0.5:
        columns.append(Column(("Comments",), 24, note_cell(0.5), words=True))
    paper.fill(columns, paper.themed(columns, most=36))
    return paper.close(landscape=True)


def monthly_returns(rng: random.Random, ruling: str) -> Drawn:
    """A service's monthly returns: the months so far, the year to date, the target."""
    kinds = ("painted letter", "painted word", "letter", "word", "icon")
    paper = begin(rng, ruling, wide=15, years=(2006, 2024), kinds=kinds)
    calendar, now = paper.calendar, rng.randrange(4, 13)
    title = rng.choice(("Monthly Performance Monitor", "Monthly Dashboard", "Monthly Statistics"))
    paper.open(f"{title} {calendar.year()}: April to {calendar.month(now)}", month=now)
    columns = paper.names(coded=0.5)
    if rng.random() < 0.25:
        columns.append(Column(("Unit",), 6, unit_cell))
    aim = goal(calendar, 0, (f"Target {calendar.year()}",))
    early = rng.random() < 0.5
    columns += [aim] if early else []
    whole, grouped = rng.random() < 0.3, rng.random() < 0.25
    for each in range(1, (12 if whole else now) + 1):
        says = Says("actual", calendar.true_month(each))
        draw: Draw = empty if each > now else figure(f"actual month {each}", says)
        short = calendar.short_month(each)
        columns.append(Column((calendar.year(), short[:3]) if grouped else (short,), 4.6, draw))
    to_date = rng.random() < 0.65
    if to_date:
        heads = rng.choice(("YTD", "Year to date", "Cumulative"))
        so_far = Says("actual", None, bases=TO_DATE)
        columns.append(Column((heads,), 6.5, figure("actual to date", so_far)))
    columns += [] if early else [aim]
    if rng.random() < 0.7:
        last = "actual to date" if to_date else f"actual month {now}"
        columns.append(standing(paper.style, last, "target 0"))
        paper.key()
    paper.fill(columns, paper.themed(columns, most=24))
    return paper.close(landscape=True)


def below_target(rng: random.Random, ruling: str) -> Drawn:
    """What missed its target: the quarter, by how much, why, and what is done about it."""
    paper = begin(rng, ruling, wide=8, years=(2004, 2024))
    paper.style = replace(paper.style, marks=replace(paper.style.marks, more=False))
    calendar, now = paper.calendar, rng.randrange(1, 5)
    title = rng.choice(("Indicators Below Target", "Performance Exceptions", "Areas for Attention"))
    paper.open(f"{title}, Quarter {now} {calendar.year()}", month=3 * now)
    paper.key()
    columns = paper.names(coded=0.65)
    above, last, slot = calendar.quarter(now), f"actual Q{now}", f"target Q{now}"
    own = quarter(calendar, now, (f"{above} Actual",), gaps=False)
    aim = quarter_goal(calendar, now, (f"{above} Target",), gaps=False)
    columns += [aim, own] if rng.random() < 0.6 else [own, aim]
    if rng.random() < 0.5:
        draw = variance(last, slot, share=rng.random() < 0.4)
        columns.append(Column(("Variance",), 8, draw))
    columns.append(standing(paper.style, last, slot))
    why = rng.choice(("Reason", "Reason for underperformance", "Manager's explanation"))
    columns.append(Column((why,), 24, texts(WHY), words=True))
    if rng.random() < 0.75:
        cure = rng.choice(("Action taken", "Corrective action", "Improvement action"))
        columns.append(Column((cure,), 24, texts(CURES), words=True))
    parts = paper.themed(columns, most=12)
    for row in paper.rows:
        _miss(row, last, slot)
    paper.fill(columns, parts)
    return paper.close(landscape=rng.random() < 0.8)


def small_table(rng: random.Random, ruling: str) -> Drawn:
    """A short table in a report: what was, what is so far, what should be, in a few columns."""
    paper = begin(rng, ruling, wide=5, years=(2003, 2024))
    calendar, now = paper.calendar, rng.randrange(1, 5)
    paper.open(f"Performance Update, Quarter {now} {calendar.year()}", month=3 * now)
    coded = rng.random() < 0.3
    columns = (
        paper.names(coded=1.0) if coded else [Column(("Measure",), 30, title_cell, words=True)]
    )
    columns.append(outturn(calendar, -1, (f"{calendar.year(-1)} Outturn",)))
    to_date = rng.random() < 0.3
    last = f"actual Q{now}"
    if to_date:
        last = "actual to date"
        so_far = Says("actual", None, bases=TO_DATE)
        columns.append(Column((f"Year to date {calendar.year()}",), 9, figure(last, so_far)))
    else:
        columns.append(quarter(calendar, now, (calendar.quarter(now),), 9))
    columns.append(bare_goal(("Target",), 8) if rng.random() < 0.4 else _goal(paper))
    if rng.random() < 0.7:
        columns.append(standing(paper.style, last, "target 0"))
        paper.key()
    paper.fill(columns, paper.themed(columns, most=14))
    return paper.close(landscape=False)


def _goal(paper: Paper) -> Column:
    return goal(paper.calendar, 0, (f"Target {paper.calendar.year()}",), 8)


def _parts(paper: Paper, columns: list[Column], kind: str) -> Themed:
    """The rows of a council's themes, or of one authority's own."""
    if kind == "council":
        return paper.themed(columns)
    pool = FIRE if kind == "fire" else POLICE
    chosen = paper.rng.sample(pool, paper.rng.randrange(7, len(pool) + 1))
    name = "Response and prevention" if kind == "fire" else "Policing plan targets"
    return [(name, paper.rows_of(chosen, columns))]


def _miss(row: Row, actual: str, target: str) -> None:
    """Print in *actual* a value worse than the target, so that the row has missed it."""
    aim = row.numbers.at(target, gaps=False).value
    assert aim is not None  # the marks of this family tell no row without a target
    worse = -1 if row.measure.good == "high" else 1
    least = 1.0 if row.measure.unit == "n" else 0.1
    off = max(abs(float(aim)) * row.rng.uniform(0.02, 0.3), least)
    exact = cut(float(aim) + worse * off, row.measure, row.style.hand, 1)
    row.numbers.put(actual, max(exact, 0 * aim))

"""Papers of national sets: Best Value schedules, area agreements, Scotland, Wales, police and fire.

Each is a family: a ruling and a seed make one paper.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.confidence.fifth.columns import goal, outturn, quarter, standing, travel
from benchmarks.confidence.fifth.measures import Measure
from benchmarks.confidence.fifth.sheet import (
    TO_DATE,
    Column,
    Says,
    centred,
    code_cell,
    figure,
    texts,
    title_cell,
    variance,
)
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.sixth import words
from benchmarks.confidence.sixth.columns import commentary, comparator
from benchmarks.confidence.sixth.measures import BV, FIRE, NI, POLICE, SCOTLAND, WALES
from benchmarks.confidence.sixth.paper import Paper, Parts, begin

_BLOCKS = (
    (17, "Corporate Health"),
    (66, "Housing"),
    (79, "Housing Benefit and Council Tax Benefit"),
    (91, "Waste and Cleanliness"),
    (126, "Planning"),
    (182, "Environment and Community"),
    (184, "Housing and Homelessness"),
    (999, "Environment and Community Services"),
)
#: Of months from April: so far in the year, and as truly of these months.
_SO_FAR = (*TO_DATE, "in_period")
_QUARTILES = ("1st", "2nd", "3rd", "4th")


def bvpp_schedule(rng: random.Random, ruling: str) -> Drawn:
    """A performance plan's schedule: what was, what was aimed at, how others did, what is aimed at.

    The years are named over their columns, with what stands in each, or in one heading with it.
    """
    paper = begin(rng, ruling, wide=9, years=(2000, 2007))
    year, calendar = paper.calendar.year, paper.calendar
    titles = ("Best Value Performance Plan", "BVPI Outturns", "Best Value Performance Indicators")
    paper.open(f"{rng.choice(titles)} {year(rng.choice((0, 1)))}", 12)
    numbers = rng.choice(("BVPI", "BVPI No.", "BV No", "Ref", "PI No"))
    columns = [Column((numbers,), 8, code_cell, words=True)]
    head = rng.choice(("Description", "Performance Indicator", "Definition", "BVPI Description"))
    columns.append(Column((head,), 29, title_cell, words=True))
    done, way = rng.choice(("Actual", "Outturn", "Actual", "Performance")), rng.randrange(3)

    def levels(offset: int, what: str) -> tuple[str, ...]:
        named = (f"{what} {year(offset)}",), (f"{year(offset)} {what}",), (year(offset), what)
        return named[way]

    columns += [
        outturn(calendar, each, levels(each, done)) for each in rng.choice(((-1,), (-2, -1)))
    ]
    others = []
    if rng.random() < 0.5:
        names = rng.choice(
            (
                ("Top Quartile", "Bottom Quartile"),
                ("Upper Quartile (Districts)",),
                ("All England Average",),
                ("National Top 25%", "National Average"),
            )
        )
        others = [comparator(f"{name} {year(-1)}", calendar, -1) for name in names]
    columns += others if rng.random() < 0.5 else []
    columns += [goal(calendar, 0, levels(0, "Target")), outturn(calendar, 0, levels(0, done))]
    columns += others if others and others[0] not in columns else []
    columns += [
        goal(calendar, each, levels(each, "Target")) for each in range(1, rng.choice((2, 4)))
    ]
    if rng.random() < 0.3:
        columns.append(standing(paper.style, "actual 0", "target 0"))
        paper.key()
    elif rng.random() < 0.5:
        columns.append(commentary(rng, 0.45))
    chosen = _chosen(rng, BV, rng.randrange(9, 32))
    parts: Parts = []
    for measure, row in zip(chosen, paper.rows_of(chosen, columns), strict=True):
        digits = "".join(each for each in (measure.code or "").split("(")[0] if each.isdigit())
        name = next(name for last, name in _BLOCKS if int(digits) <= last)
        if not parts or parts[-1][0] != name:
            parts.append((name, []))
        parts[-1][1].append(row)
    paper.fill(columns, parts)
    return paper.close(landscape=rng.random() < 0.65)


def laa_return(rng: random.Random, ruling: str) -> Drawn:
    """A partnership's return: each indicator's baseline, three years' targets, where it stands."""
    paper = begin(rng, ruling, wide=10, years=(2008, 2010), councils=words.UPPER)
    calendar, year = paper.calendar, paper.calendar.year
    now = rng.choice((None, 1, 2, 3))
    told = f"Quarter {now} {year()}" if now else f"{year()} Outturn"
    titles = ("Local Area Agreement Performance Report", "LAA Designated Targets", "LAA Monitoring")
    paper.open(f"{rng.choice(titles)}: {told}", 3 * (now or 4))
    paper.key()
    columns = [
        Column((rng.choice(("NI", "NI Ref", "Ref", "NI Number")),), 7, code_cell, words=True)
    ]
    head = rng.choice(("Indicator", "National Indicator", "Description"))
    columns.append(Column((head,), 28, title_cell, words=True))
    if rng.random() < 0.75:
        # What stood before is truly that year's result and nothing that need be told.
        before = calendar.true_year(2007 - calendar.start)
        also = (("previous", before), ("previous", None), ("comparator", before))
        says = Says("outturn", before, also=also, counted=False)
        name = rng.choice(("Baseline {}", "Baseline ({})", "{} Baseline"))
        printed = year(2007 - calendar.start)
        columns.append(Column((name.format(printed),), 8, figure("baseline", says, gaps=False)))
    grouped = rng.random() < 0.4
    aims = []
    for offset in range(2008 - calendar.start, 2011 - calendar.start):
        levels = ("LAA Target", year(offset)) if grouped else (f"{year(offset)} Target",)
        aims.append(goal(calendar, offset, levels))
    slot = f"actual Q{now}" if now else "actual 0"
    if now:
        own = quarter(calendar, now, (f"{calendar.quarter(now)} Actual",), 8, gaps=False)
    else:
        own = outturn(calendar, 0, (f"{year()} Actual",), 8)
    columns += [*aims, own, standing(paper.style, slot, "target 0")]
    last = rng.choice(("note", "partner", "lead", "none"))
    if last == "note":
        columns.append(commentary(rng, 0.3))
    elif last != "none":
        partners = (
            "Primary Care Trust",
            "Police",
            "County Council",
            "Connexions",
            "Jobcentre Plus",
        )
        pool = partners if last == "partner" else words.POSTS
        head = "Lead Partner" if last == "partner" else "Lead Officer"
        columns.append(Column((head,), 12, texts(pool), words=True))
    _one(paper, columns, _chosen(rng, NI, rng.randrange(8, 27)))
    return paper.close(landscape=rng.random() < 0.85)


def spi_table(rng: random.Random, ruling: str) -> Drawn:
    """A Scottish council's benchmarks: years side by side, Scotland's average, its rank of 32."""
    paper = begin(rng, ruling, wide=8, years=(2011, 2022), councils=words.SCOTTISH)
    calendar, year = paper.calendar, paper.calendar.year
    titles = ("Local Government Benchmarking Framework", "Statutory Performance Indicators")
    paper.open(f"{rng.choice(titles)} {year()}", 12)
    columns = [
        Column((rng.choice(("Ref", "Code", "Indicator Code")),), 8, code_cell, words=True),
        Column((rng.choice(("Indicator", "Measure", "Description")),), 30, title_cell, words=True),
    ]
    grouped = rng.random() < 0.3
    for offset in range(rng.choice((-3, -2, -1)), 1):
        levels = (paper.council, year(offset)) if grouped else (year(offset),)
        columns.append(outturn(calendar, offset, levels))
    name = rng.choice(("Scotland {}", "Scottish Average {}", "National Average {}"))
    columns.append(comparator(name.format(year()), calendar, 0))
    if rng.random() < 0.6:
        name = rng.choice(("Rank {}", "Ranking {} (out of 32)", "Scottish Rank {}"))
        ranks = tuple(f"{rank}" for rank in range(1, 33))
        columns.append(Column((name.format(year()),), 8, centred(ranks)))
    if rng.random() < 0.4:
        columns.append(Column(("Quartile",), 8, centred(_QUARTILES)))
    if rng.random() < 0.4:
        columns.append(travel("Trend", "actual 0", "actual -1", pictured=rng.random() < 0.7))
    elif rng.random() < 0.5:
        columns.append(commentary(rng, 0.3))
    _one(paper, columns, _chosen(rng, SCOTLAND, rng.randrange(8, len(SCOTLAND) + 1)))
    return paper.close(landscape=rng.random() < 0.55)


def wales_measures(rng: random.Random, ruling: str) -> Drawn:
    """A Welsh council's accountability measures: two years, a target, Wales, where it stands."""
    paper = begin(rng, ruling, wide=8, years=(2016, 2020), councils=words.WELSH)
    calendar, year = paper.calendar, paper.calendar.year
    titles = ("Annual Performance Report", "Public Accountability Measures", "Well-being Report")
    paper.open(f"{rng.choice(titles)} {year()}", 12)
    columns = [
        Column((rng.choice(("PAM", "Ref", "PI Reference")),), 9, code_cell, words=True),
        Column((rng.choice(("Performance Measure", "Description")),), 29, title_cell, words=True),
    ]
    result = rng.choice(("{}", "Actual {}", "{} Result", "Performance {}"))
    columns += [
        outturn(calendar, offset, (result.format(year(offset)),))
        for offset in rng.choice(((-1,), (-2, -1)))
    ]
    aimed = rng.random() < 0.7
    columns += [goal(calendar, 0, (f"Target {year()}",))] if aimed else []
    columns.append(outturn(calendar, 0, (result.format(year()),)))
    if aimed:
        columns.append(standing(paper.style, "actual 0", "target 0"))
        paper.key()
    if rng.random() < 0.7:
        name = rng.choice(("Wales Average {}", "All Wales Average {}", "Welsh Average {}"))
        columns.append(comparator(name.format(year()), calendar, 0))
    if rng.random() < 0.4:
        columns.append(Column(("Quartile Position",), 8, centred(("1", "2", "3", "4"))))
    if rng.random() < 0.4:
        columns.append(commentary(rng, 0.35, 22))
    _one(paper, columns, _chosen(rng, WALES, rng.randrange(7, len(WALES) + 1)))
    return paper.close(landscape=rng.random() < 0.7)


def authority_return(rng: random.Random, ruling: str) -> Drawn:
    """A police or fire authority's return: the year so far beside the same months a year before."""
    pool, councils = rng.choice(((POLICE, words.POLICE), (FIRE, words.FIRE)))
    kinds = ("letter", "painted letter", "painted word", "word", "icon")
    paper = begin(rng, ruling, wide=8, years=(2003, 2007), councils=councils, kinds=kinds)
    calendar, year, now = paper.calendar, paper.calendar.year, rng.randrange(5, 12)
    month = calendar.month(now)
    titles = ("Performance Report", "Best Value Performance Indicators", "Policing Plan Monitoring")
    title = rng.choice(titles[:2] if pool is FIRE else titles)
    paper.open(f"{title} - April to {month}", now)
    paper.key()
    columns = paper.names(("Indicator", "Performance Indicator", "Description"), coded=1.0)
    columns.append(outturn(calendar, -1, (f"{year(-1)} {rng.choice(('Outturn', 'Actual'))}",)))
    aim = goal(calendar, 0, (f"{year()} Target",))
    columns += [aim] if rng.random() < 0.6 else []
    early, late = (f"April - {calendar.month(now, each)}" for each in (-1, 0))
    compared = rng.random() < 0.6
    if compared:
        before = Says("actual", None, also=(("previous", None),), bases=_SO_FAR)
        columns.append(Column((early,), 9, figure("before", before, gaps=False)))
    so_far = Says("actual", None, bases=_SO_FAR)
    columns.append(Column((late,), 9, figure("so far", so_far, gaps=False)))
    if compared and rng.random() < 0.7:
        columns.append(Column(("% Change",), 8, variance("so far", "before", share=True)))
    columns += [] if aim in columns else [aim]
    columns.append(standing(paper.style, "so far", "target 0"))
    columns += [commentary(rng, 0.4)] if rng.random() < 0.4 else []
    _one(paper, columns, _chosen(rng, pool, rng.randrange(6, len(pool) + 1)))
    return paper.close(landscape=rng.random() < 0.6)


def _chosen(rng: random.Random, pool: Sequence[Measure], count: int) -> list[Measure]:
    """So many measures of a set, in the set's order."""
    return [pool[place] for place in sorted(rng.sample(range(len(pool)), min(count, len(pool))))]


def _one(paper: Paper, columns: list[Column], measures: list[Measure]) -> None:
    """Draw one table of these measures."""
    paper.fill(columns, [("", paper.rows_of(measures, columns))], "plain")

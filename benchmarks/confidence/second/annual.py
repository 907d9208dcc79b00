"""Annual papers: plan tables with quartiles, a year-end with variance, a nation's benchmarks."""

from __future__ import annotations

import random

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.second.parts import filled, names
from benchmarks.confidence.second.periods import Calendar
from benchmarks.confidence.second.setting import begin
from benchmarks.confidence.second.sheet import (
    Column,
    Draw,
    Says,
    code_cell,
    figure,
    status,
    title_cell,
    trend,
    variance,
    words_cell,
)
from benchmarks.confidence.second.words import LONG_NOTES, NOTES, OFFICERS, SCOTTISH, WELSH


def bvpi_plan(rng: random.Random, ruling: str) -> Drawn:
    """A best value performance plan: results, three years of targets, quartiles of others."""
    paper = begin(rng, ruling, wide=10, years=(2003, 2008))
    calendar = paper.calendar
    paper.open(f"Best Value Performance Plan {calendar.year(1)}: Performance Indicators", key=False)
    result = rng.choice(("Actual", "Outturn", "Performance"))
    columns = [
        Column((rng.choice(("BVPI", "BVPI No.", "PI No.", "Ref")),), 6, code_cell),
        Column(
            (rng.choice(("Description", "Indicator", "Performance Indicator")),),
            26,
            title_cell,
            "left",
        ),
    ]
    for offset in (-2, -1, 0)[rng.randrange(0, 3) :]:
        columns.append(_result(calendar, offset, f"{calendar.year(offset)} {result}"))
        if offset == 0:
            words = f"{calendar.year()} Target"
            columns.insert(-1, _target(calendar, 0, (words,)))
    above = rng.choice((("Targets",), ("Target",), ()))
    for offset in (1, 2, 3):
        words = calendar.year(offset) if above else f"Target {calendar.year(offset)}"
        columns.append(_target(calendar, offset, (*above, words)))
    quartiles = rng.choice(
        (("Top Quartile",), ("Top Quartile", "Bottom Quartile"), ("Median",), ())
    )
    group = rng.choice(("All England", "District Councils", ""))
    for name in quartiles:
        words = f"{group} {name} {calendar.year(-1)}".strip()
        columns.append(_comparator(calendar, -1, words))
    if rng.random() < 0.4:
        columns.append(Column(("Comments",), 16, words_cell(NOTES, blank=0.4)))
    return filled(paper, columns, sections=rng.random() < 0.4, family="BV")


def year_end(rng: random.Random, ruling: str) -> Drawn:
    """A year-end table: earlier outturns, target, outturn, variance, status."""
    paper = begin(rng, ruling, wide=8)
    calendar = paper.calendar
    paper.open(
        rng.choice(
            (
                f"Annual Performance Report {calendar.year()}",
                f"Year End Performance {calendar.year()}",
                f"Performance Outturn Report {calendar.year()}",
            )
        )
    )
    columns = names(rng)
    result = rng.choice(("Actual", "Outturn", "Result", ""))
    for offset in (-2, -1)[rng.randrange(0, 2) :]:
        columns.append(_result(calendar, offset, f"{calendar.year(offset)} {result}".strip()))
    if rng.random() < 0.5:
        columns.append(Column(("Responsible Officer",), 10, words_cell(OFFICERS)))
    columns.append(_target(calendar, 0, (f"{calendar.year()} Target",)))
    columns.append(_result(calendar, 0, f"{calendar.year()} {result or 'Actual'}".strip()))
    gap = rng.choice(("Variance", "Variance from Target", "+/-", "Difference", ""))
    if gap:
        columns.append(Column((gap,), 6, variance("actual 0", "target 0")))
    columns.append(Column((paper.style.way.heading,), 6, status("actual 0", "target 0")))
    if rng.random() < 0.4:
        columns.append(Column(("Trend",), 5, trend("actual 0", "actual -1")))
    if rng.random() < 0.4:
        columns.append(_target(calendar, 1, (f"{calendar.year(1)} Target",)))
    if rng.random() < 0.5:
        words = rng.choice(("Comments", "Explanation of variance", "Year end commentary"))
        columns.append(Column((words,), 20, words_cell(rng.choice((NOTES, LONG_NOTES)), blank=0.3)))
    return filled(paper, columns, sections=rng.random() < 0.4)


def nations(rng: random.Random, ruling: str) -> Drawn:
    """Scottish and Welsh benchmarks: years with hyphens, the nation's average, ranks, quartiles."""
    scottish = rng.random() < 0.5
    paper = begin(rng, ruling, wide=8, years=(2011, 2023), councils=SCOTTISH if scottish else WELSH)
    calendar = paper.calendar
    if scottish:
        title = f"Local Government Benchmarking Framework: results for {calendar.year()}"
    else:
        title = f"Public Accountability Measures {calendar.year()}"
    paper.open(title, key=False)
    columns = [
        Column((rng.choice(("Code", "Ref", "Reference")),), 8, code_cell),
        Column((rng.choice(("Indicator", "Measure", "Title")),), 28, title_cell, "left"),
    ]
    years = [(offset, calendar.year(offset)) for offset in (-2, -1, 0)[rng.randrange(0, 2) :]]
    columns += [_result(calendar, offset, words) for offset, words in years]
    if not scottish and rng.random() < 0.6:
        columns.append(_target(calendar, 0, (f"Target {calendar.year()}",)))
    average = "Scottish Average" if scottish else "Wales Average"
    columns.append(_comparator(calendar, 0, f"{average} {calendar.year()}"))
    if scottish and rng.random() < 0.5:
        columns.append(_comparator(calendar, 0, f"Family Group Median {calendar.year()}"))
    most = 32 if scottish else 22
    if rng.random() < 0.5:
        columns.append(Column((f"Rank {calendar.year(-1)}",), 5, _rank(most)))
    columns.append(Column((f"Rank {calendar.year()}",), 5, _rank(most)))
    if rng.random() < 0.5:
        quarters = ("1st", "2nd", "3rd", "4th") if rng.random() < 0.5 else ("1", "2", "3", "4")
        columns.append(Column(("Quartile",), 5, words_cell(quarters)))
    if rng.random() < 0.5:
        columns.append(Column(("Trend",), 5, trend("actual 0", "actual -1")))
    family = "CHN" if scottish else "slash"
    return filled(paper, columns, sections=rng.random() < 0.5, family=family)


def _result(calendar: Calendar, offset: int, words: str) -> Column:
    says = Says("outturn", calendar.true_year(offset))
    return Column((words,), 7, figure(f"actual {offset}", says))


def _target(calendar: Calendar, offset: int, levels: tuple[str, ...]) -> Column:
    return Column(levels, 7, figure(f"target {offset}", Says("target", calendar.true_year(offset))))


def _comparator(calendar: Calendar, offset: int, words: str) -> Column:
    says = Says("comparator", calendar.true_year(offset), counted=False)
    return Column((words,), 7, figure(f"other {words}", says))


def _rank(most: int) -> Draw:
    return words_cell([str(n) for n in range(1, most + 1)])

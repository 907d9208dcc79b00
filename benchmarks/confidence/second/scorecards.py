"""Quarterly scorecards, one beside the same quarter of last year, and prints of dashboards."""

from __future__ import annotations

import random

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.second.blocks import plain
from benchmarks.confidence.second.parts import filled, names
from benchmarks.confidence.second.periods import MONTHS
from benchmarks.confidence.second.setting import Setting, begin
from benchmarks.confidence.second.sheet import (
    Column,
    Says,
    figure,
    good_cell,
    nothing,
    status,
    trend,
    unit_cell,
    variance,
    words_cell,
)
from benchmarks.confidence.second.words import LONG_NOTES, NOTES, OFFICERS, PORTFOLIOS

_GOOD = (("High", "Low"), ("Higher", "Lower"), ("Bigger is better", "Smaller is better"))


def scorecard(rng: random.Random, ruling: str) -> Drawn:
    """A quarterly scorecard with owner, portfolio, direction of travel and comment."""
    paper = begin(rng, ruling, wide=rng.choice((8, 11)))
    calendar, number = paper.calendar, rng.randrange(1, 5)
    paper.open(
        rng.choice(
            (
                f"Corporate Scorecard: Quarter {number} {calendar.year()}",
                f"Performance Scorecard {calendar.year()} - Quarter {number}",
                f"Council Plan Performance Report, Quarter {number} of {calendar.year()}",
            )
        )
    )
    now = f"actual {calendar.true_quarter(number)}"
    goal_words, goal = rng.choice(
        (
            (f"Target {calendar.year()}", Says("target", calendar.true_year())),
            ("Annual Target", Says("target", calendar.true_year())),
            (f"Q{number} Target", Says("target", calendar.true_quarter(number))),
            ("Target", Says("target", None)),
        )
    )
    columns = names(rng)
    if rng.random() < 0.5:
        columns.append(
            Column((rng.choice(("Portfolio", "Cabinet Portfolio")),), 7, words_cell(PORTFOLIOS))
        )
    columns.append(Column((rng.choice(("Owner", "Lead Officer")),), 10, words_cell(OFFICERS)))
    if rng.random() < 0.4:
        columns.append(Column(("Good is",), 5, good_cell(rng.choice(_GOOD))))
    if rng.random() < 0.4:
        says = Says("outturn", calendar.true_year(-1))
        columns.append(Column((f"{calendar.year(-1)} Outturn",), 7, figure("actual last", says)))
    quarters = _quarters(paper, number)
    target = Column((goal_words,), 6, figure("target", goal))
    columns += [target, *quarters] if rng.random() < 0.4 else [*quarters, target]
    columns.append(Column((paper.style.way.heading,), 6, status(now, "target")))
    before = f"actual {calendar.true_quarter(number - 1)}" if number > 1 else "actual last"
    if rng.random() < 0.6:
        columns.append(
            Column((rng.choice(("Direction of Travel", "DoT", "Trend")),), 5, trend(now, before))
        )
    if rng.random() < 0.6:
        columns.append(
            Column((rng.choice(("Comments", "Commentary")),), 17, words_cell(NOTES, blank=0.3))
        )
    return filled(paper, columns, sections=rng.random() < 0.4)


def same_quarter(rng: random.Random, ruling: str) -> Drawn:
    """The quarter beside the same quarter of last year, with which way is good."""
    paper = begin(rng, ruling, wide=8)
    calendar, number = paper.calendar, rng.randrange(1, 5)
    paper.open(f"Quarterly Performance Monitoring: Quarter {number} {calendar.year()}")
    now, then = f"actual {calendar.true_quarter(number)}", "actual then"
    columns = names(rng)
    if rng.random() < 0.5:
        columns.append(Column(("Unit",), 4, unit_cell))
    good = rng.choice(("Good to be", "Good performance is", "Polarity", "Aim to"))
    words = ("Maximise", "Minimise") if good == "Aim to" else rng.choice(_GOOD)
    columns.append(Column((good,), 6, good_cell(words)))
    last = Says("actual", calendar.true_quarter(number, -1), also=(("previous", None),))
    last_words = rng.choice(
        (
            "Last year same quarter",
            "Same quarter last year",
            calendar.quarter(number, -1),
            f"{calendar.quarter(number, -1)} (same quarter last year)",
        )
    )
    columns.append(Column((last_words,), 7, figure(then, last)))
    if number > 1 and rng.random() < 0.5:
        says = Says("actual", calendar.true_quarter(number - 1), also=(("previous", None),))
        columns.append(Column(("Previous quarter",), 7, figure("actual before", says)))
    words_now = rng.choice(("This quarter", calendar.quarter(number), "Current quarter"))
    columns.append(
        Column((words_now,), 7, figure(now, Says("actual", calendar.true_quarter(number))))
    )
    if rng.random() < 0.5:
        columns.append(Column(("Change on last year",), 6, variance(now, then)))
    columns += [
        Column(("Target",), 6, figure("target", Says("target", None))),
        Column((paper.style.way.heading,), 6, status(now, "target")),
    ]
    if rng.random() < 0.5:
        columns.append(Column(("Long term trend",), 5, trend(now, then)))
    return filled(paper, columns, sections=rng.random() < 0.5)


def dashboard(rng: random.Random, ruling: str) -> Drawn:
    """A print of a dashboard: each row names its own latest period, or the headings do."""
    paper = begin(
        rng, ruling, wide=7, years=(2009, 2024), kind=rng.choice(("shape", "fill", "word"))
    )
    calendar, number = paper.calendar, rng.randrange(2, 13)
    shown = calendar.month(number, "space")
    paper.open(f"Performance Dashboard - {calendar.month(number, 'long')}")
    columns = names(rng)
    now, true_now = "actual now", calendar.true_month(number)
    if rng.random() < 0.5:
        columns.append(Column(("Period",), 7, lambda _: plain(shown, align="center")))
        columns += [
            Column(("Actual",), 7, figure(now, Says("actual", true_now))),
            Column(("Target",), 7, figure("target", Says("target", None))),
        ]
    else:
        columns += [
            _month(paper, number - 1),
            Column((f"{shown} Actual",), 7, figure(now, Says("actual", true_now))),
            Column((f"{shown} Target",), 7, figure("target", Says("target", true_now))),
        ]
    columns += [
        Column(("Performance",), 6, status(now, "target")),
        Column(("Trend",), 5, trend(now, "actual before")),
    ]
    if rng.random() < 0.5:
        columns.append(Column(("Variance",), 6, variance(now, "target")))
    if rng.random() < 0.4:
        columns.append(Column(("Comment",), 18, words_cell(LONG_NOTES, blank=0.6)))
    return filled(paper, columns, sections=rng.random() < 0.6)


def _month(paper: Setting, number: int) -> Column:
    draw = figure("actual before", Says("actual", paper.calendar.true_month(number)))
    return Column((f"{paper.calendar.month(number, 'space')} Actual",), 7, draw)


def _quarters(paper: Setting, number: int) -> list[Column]:
    """The quarters up to *number*, or it alone, or all four of which the later are empty."""
    rng, calendar = paper.rng, paper.calendar
    months = [f"{MONTHS[3 * q]}-{MONTHS[3 * q + 2]}" for q in range(4)]
    way = rng.choice(("dated", "dated", "bare", "months", "actual"))
    shown = rng.choice(("up to now", "up to now", "now", "all"))
    first = number if shown == "now" else 1
    made = []
    for each in range(first, 5 if shown == "all" else number + 1):
        words = {
            "dated": calendar.quarter(each),
            "bare": f"Q{each}",
            "months": f"Q{each} ({months[each - 1]})",
            "actual": f"Q{each} Actual",
        }[way]
        true = calendar.true_quarter(each)
        draw = figure(f"actual {true}", Says("actual", true))
        made.append(Column((words,), 6, draw if each <= number else nothing))
    return made

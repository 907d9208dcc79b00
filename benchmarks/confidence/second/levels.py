"""Headings of two and three levels: year over quarter over target and actual."""

from __future__ import annotations

import random

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.second.parts import filled, names
from benchmarks.confidence.second.setting import Setting, begin
from benchmarks.confidence.second.sheet import (
    Column,
    Says,
    figure,
    nothing,
    status,
    trend,
    words_cell,
)
from benchmarks.confidence.second.words import NOTES

_PAIRS = (("Target", "Actual"), ("Actual", "Target"))


def split_quarters(rng: random.Random, ruling: str) -> Drawn:
    """A year over its quarters, each over target and actual, perhaps with its status."""
    paper = begin(rng, ruling, wide=12)
    calendar, now = paper.calendar, rng.randrange(1, 5)
    paper.open(f"Performance Report {calendar.year()} - Quarter {now}")
    columns = names(rng)
    if rng.random() < 0.5:
        says = Says("outturn", calendar.true_year(-1))
        columns.append(Column((calendar.year(-1), "Outturn"), 6, figure("actual last", says)))
    kinds = rng.choice(_PAIRS)
    with_status = now <= 2 and rng.random() < 0.5
    deep = rng.random() < 0.6
    way = rng.choice(("Quarter {}", "Q{}", "Qtr {}"))
    last = 4 if rng.random() < 0.3 else now
    for number in range(1, last + 1):
        above = (
            (calendar.year(), way.format(number))
            if deep
            else (f"{way.format(number)} {calendar.year()}",)
        )
        columns += _quarter(paper, above, kinds, number, empty=number > now)
        if with_status:
            draw = status(f"actual {number}", f"target {number}")
            columns.append(Column((*above, "RAG"), 4, draw if number <= now else nothing))
    if not with_status and rng.random() < 0.6:
        draw = status(f"actual {now}", f"target {now}")
        columns.append(Column((paper.style.way.heading,), 5, draw))
    if rng.random() < 0.3:
        columns.append(Column(("Comments",), 14, words_cell(NOTES, blank=0.4)))
    return filled(paper, columns, sections=rng.random() < 0.4)


def split_years(rng: random.Random, ruling: str) -> Drawn:
    """Two or three years, each over target and actual, and the next year's target."""
    paper = begin(rng, ruling, wide=9)
    calendar = paper.calendar
    paper.open(f"End of Year Performance Report {calendar.year()}")
    columns = names(rng)
    kinds = rng.choice(_PAIRS)
    result = rng.choice(("Actual", "Outturn", "Result"))
    for offset in (-2, -1, 0)[rng.randrange(0, 2) :]:
        true = calendar.true_year(offset)
        for kind in kinds:
            measure, words = ("target", kind) if kind == "Target" else ("outturn", result)
            draw = figure(f"{kind} {offset}".lower(), Says(measure, true))
            columns.append(Column((calendar.year(offset), words), 6, draw))
    if rng.random() < 0.5:
        says = Says("target", calendar.true_year(1))
        columns.append(Column((calendar.year(1), "Target"), 6, figure("target 1", says)))
    columns.append(Column((paper.style.way.heading,), 6, status("actual 0", "target 0")))
    if rng.random() < 0.5:
        columns.append(Column(("Trend",), 5, trend("actual 0", "actual -1")))
    return filled(paper, columns, sections=rng.random() < 0.4)


def _quarter(
    paper: Setting, above: tuple[str, ...], kinds: tuple[str, str], number: int, *, empty: bool
) -> list[Column]:
    true = paper.calendar.true_quarter(number)
    made = []
    for kind in kinds:
        draw = figure(f"{kind} {number}".lower(), Says(kind.lower(), true))
        made.append(Column((*above, kind), 5, nothing if empty else draw))
    return made

"""Monthly trackers: the target in a row of its own, or in a column."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.second.blocks import plain
from benchmarks.confidence.second.parts import filled
from benchmarks.confidence.second.setting import Setting, begin
from benchmarks.confidence.second.sheet import (
    Column,
    Draw,
    Says,
    code_cell,
    figure,
    nothing,
    status,
    table,
    title_cell,
    unit_cell,
    words_cell,
)
from benchmarks.confidence.second.words import NOTES

_TO_DATE = Says("actual", None, bases=("to_date", "unknown"))


def tracker_column(rng: random.Random, ruling: str) -> Drawn:
    """Months in columns, the year's target in one column; months to come are empty."""
    paper = begin(rng, ruling, wide=14)
    calendar, now = paper.calendar, rng.randrange(3, 13)
    paper.open(f"Monthly Performance Tracker {calendar.year()}: {calendar.month(now, 'long')}")
    columns = _names(rng)
    if rng.random() < 0.4:
        columns.append(Column(("Unit",), 4, unit_cell))
    if rng.random() < 0.4:
        says = Says("outturn", calendar.true_year(-1))
        columns.append(Column((f"{calendar.year(-1)} Outturn",), 6, figure("actual last", says)))
    goal = Says("target", calendar.true_year())
    words = rng.choice((f"Target {calendar.year()}", "Annual Target", f"{calendar.year()} Target"))
    columns.append(Column((words,), 6, figure("target", goal)))
    columns += _months(paper, now)
    if now < 12 and rng.random() < 0.4:
        columns.append(Column(("YTD",), 5, figure("actual to date", _TO_DATE)))
    if rng.random() < 0.6:
        columns.append(Column((paper.style.way.heading,), 5, status(f"actual {now}", "target")))
    if rng.random() < 0.3:
        columns.append(Column(("Comments",), 14, words_cell(NOTES, blank=0.5)))
    return filled(paper, columns, sections=rng.random() < 0.4)


def tracker_rows(rng: random.Random, ruling: str) -> Drawn:
    """Two or three rows for each indicator under a merged title: target, actual, last year."""
    paper = begin(rng, ruling, wide=14)
    calendar, now = paper.calendar, rng.randrange(3, 13)
    when = f"{calendar.year()}: {calendar.month(now, 'long')}"
    paper.open(f"Monthly Performance Tracker {when}", key=False)
    kinds = rng.choice(
        (("Target", "Actual"), ("Actual", "Target"), ("Target", "Actual", "Last year"))
    )
    look = paper.look
    if look.upright == "bottom" or look.ruling in {"heading", "none"}:
        look = paper.look = replace(look, upright="top")  # the title on its first row
    columns = [
        Column(("Ref",), 5, code_cell),
        Column((rng.choice(("Indicator", "Measure")),), 20, title_cell, "left"),
        Column(("",), 6, nothing),
        *_months(paper, now),
    ]
    drawn = table(columns, look)
    tints = rng.random() < 0.3
    for row in paper.new_rows():
        for number, kind in enumerate(kinds):
            tall = [replace(draw(row), rows=len(kinds)) for draw in (code_cell, title_cell)]
            label = plain(kind, bold=kind == "Actual")
            values = [_of(paper, kind, each)(row) for each in range(1, now + 1)]
            empty = [plain("")] * (len(columns) - 3 - now)
            fill = "#eef3fa" if tints and kind == "Target" else None
            rest = [replace(cell, fill=fill) for cell in (label, *values, *empty)]
            drawn.rows.append([*(tall if number == 0 else ()), *rest])
    paper.blocks.append(drawn)
    return paper.close(landscape=True)


def _names(rng: random.Random) -> list[Column]:
    title = Column((rng.choice(("Performance Indicator", "Measure")),), 20, title_cell, "left")
    code = Column((rng.choice(("Ref", "PI")),), 5, code_cell)
    return [code, title] if rng.random() < 0.7 else [title]


def _months(paper: Setting, now: int) -> list[Column]:
    """The months up to *now*, or all twelve of which the later are empty."""
    rng, calendar = paper.rng, paper.calendar
    way = rng.choice(("bare", "bare", "dash", "space"))
    last = 12 if rng.random() < 0.4 else now
    return [
        Column(
            (calendar.month(number, way),),
            4,
            _of(paper, "Actual", number) if number <= now else nothing,
        )
        for number in range(1, last + 1)
    ]


def _of(paper: Setting, kind: str, number: int) -> Draw:
    """What stands under month *number* in a row of this kind."""
    month = paper.calendar.true_month(number)
    if kind == "Target":
        return figure(f"target {number}", Says("target", month), blanks=False)
    if kind == "Actual":
        return figure(f"actual {number}", Says("actual", month))
    before = f"{int(month[:4]) - 1}{month[4:]}"
    says = Says("actual", before, also=(("previous", None),))
    return figure(f"actual {number} of last year", says)

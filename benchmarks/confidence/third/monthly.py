"""Monthly papers: a bulletin with the year to date, contact figures with totals of quarters."""

from __future__ import annotations

import random
from decimal import Decimal

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.second.blocks import Cell
from benchmarks.confidence.third.columns import GOOD, TO_DATE, goal
from benchmarks.confidence.third.measures import CONTACT
from benchmarks.confidence.third.setting import Setting, begin
from benchmarks.confidence.third.sheet import (
    Column,
    Draw,
    Row,
    Says,
    cells,
    code_cell,
    empty,
    figure,
    good_cell,
    number,
    status_cell,
    table,
    text_cell,
    title_cell,
    way_cell,
)
from benchmarks.confidence.third.values import cut
from benchmarks.confidence.third.words import COMMENTS

#: Words of measures that are counted on a day: their months do not add up.
_STOCKS = (
    "arrears",
    "debt",
    "members",
    "followers",
    "in post",
    "Headcount",
    "posts filled",
    "in temporary",
    "with a quality award",
    "per ",
)


def month_board(rng: random.Random, ruling: str) -> Drawn:
    """A month beside the month before and a year ago, and the year to date beside its target."""
    paper = begin(rng, ruling, wide=10, years=(2006, 2024))
    calendar, now = paper.calendar, rng.randrange(2, 12)  # in March the year to date is its whole
    way = rng.choice(("short", "tick", "long"))
    words = rng.choice(
        ("Monthly Performance Bulletin", "Management Team KPIs", "Monthly KPI Report")
    )
    paper.open(f"{words}: {calendar.month(now, way='long')}", key=True)
    columns = paper.names()
    if rng.random() < 0.4:
        columns.append(Column(("Good is",), 6, good_cell(rng.choice(GOOD))))
    if rng.random() < 0.5:
        before = Says("actual", calendar.true_month(now, -1), (("previous", None),))
        shown = rng.choice(("Same month last year", calendar.month(now, -1, way)))
        columns.append(Column((shown,), 7, figure("actual a year ago", before)))
    before = Says("actual", calendar.true_month(now - 1), (("previous", None),))
    shown = rng.choice(("Previous month", "Last month", calendar.month(now - 1, way=way)))
    columns.append(Column((shown,), 7, figure("actual before", before)))
    shown = rng.choice(("This month", calendar.month(now, way=way), calendar.month(now, way=way)))
    says = Says("actual", calendar.true_month(now))
    columns.append(Column((shown,), 7, figure("actual now", says)))
    if rng.random() < 0.5:
        says = Says("target", calendar.true_month(now))
        columns.append(Column(("Monthly target",), 7, figure("target now", says)))
    columns += _year_so_far(paper, now)
    if rng.random() < 0.4:
        columns.append(Column(("Year end forecast",), 7, _unread("forecast")))
    columns.append(goal(calendar, 0, (f"{calendar.year()} Target",)))
    draw = status_cell("actual to date", "target to date")
    columns.append(Column((paper.style.marks.heading,), 7, draw))
    if rng.random() < 0.5:
        columns.append(Column(("Trend",), 6, way_cell("actual now", "actual before")))
    if rng.random() < 0.3:
        columns.append(Column(("Exceptions",), 16, text_cell(COMMENTS, blank=0.5), "left"))
    themed = paper.themed(columns)
    for row in paper.rows:
        _add_up(row, now)
    paper.fill(columns, themed)
    return paper.close(landscape=True)


def contact_stats(rng: random.Random, ruling: str) -> Drawn:
    """Contact figures by month, each quarter with its total or mean, and the year so far."""
    paper = begin(rng, ruling, wide=14, years=(2006, 2023))
    calendar, now = paper.calendar, rng.randrange(3, 13)
    words = rng.choice(("Contact Centre Statistics", "Customer Contact Figures"))
    paper.open(f"{words} {calendar.year()} (to {calendar.month(now, way='long')})")
    coded = rng.random() < 0.3
    columns = [Column(("Ref",), 5, code_cell, "left")] if coded else []
    columns.append(
        Column((rng.choice(("Measure", "Customer contact", "Channel")),), 22, title_cell, "left")
    )
    totals = rng.random() < 0.7
    shown = 12 if rng.random() < 0.3 else now
    way = rng.choice(("bare", "bare", "tick"))
    for each in range(1, shown + 1):
        says = Says("actual", calendar.true_month(each))
        draw = figure(f"actual {each}", says) if each <= now else empty
        columns.append(Column((calendar.month(each, way=way),), 4.5, draw))
        if totals and each % 3 == 0:
            each_quarter = each // 3
            says = Says("actual", calendar.true_quarter(each_quarter))
            draw = _over(range(each - 2, each + 1), says) if each <= now else empty
            columns.append(Column((f"Q{each_quarter}",), 5, draw))
    if now < 12 and rng.random() < 0.6:
        says = Says("actual", None, bases=TO_DATE)
        columns.append(Column(("Year to date",), 6, _over(range(1, now + 1), says)))
    drawn = table(columns, paper.look)
    for row in paper.some(CONTACT, columns):
        drawn.rows.append(cells(columns, row))
    paper.blocks.append(drawn)
    return paper.close(landscape=True)


def _year_so_far(paper: Setting, now: int) -> list[Column]:
    """The year to date and what it should be by now, under one heading or two."""
    says = Says("actual", None, bases=TO_DATE)
    aim = Says("target", None, bases=TO_DATE)
    above: tuple[str, ...] = ()
    names = ("YTD Actual", "YTD Target")
    if paper.rng.random() < 0.4:
        until = paper.calendar.month(now, way="bare")
        above, names = (f"Year to date (Apr - {until})",), ("Actual", "Target")
    return [
        Column((*above, names[0]), 7, figure("actual to date", says)),
        Column((*above, names[1]), 7, figure("target to date", aim)),
    ]


def _add_up(row: Row, now: int) -> None:
    """Let the year to date, its target and the year's be of as many months as they are."""
    measure, month = row.measure, row.numbers.at("actual now").value
    if measure.unit not in {"n", "£"} or any(word in measure.title for word in _STOCKS):
        return
    if month is None or "actual to date" in row.numbers.slots:
        return
    for slot, months in (("actual to date", now), ("target to date", now), ("target 0", 12)):
        size = float(month) * months * row.rng.uniform(0.85, 1.15)
        row.numbers.put(slot, cut(size, measure, row.style.hand, 0))
    row.numbers.put("forecast", cut(float(month) * 12.3, measure, row.style.hand, 0))


def _unread(slot: str) -> Draw:
    """A column of numbers that are neither results nor targets: of a forecast."""
    return lambda row: number(row.numbers.at(slot).text, row.style.look)


def _over(months: range, says: Says) -> Draw:
    """The sum of these months, of shares and rates the mean; empty where a month has no figure."""

    def draw(row: Row) -> Cell:
        slot = f"over {months.start} {months.stop}"
        values = [row.numbers.at(f"actual {each}").value for each in months]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            return Cell()
        total = sum(known, Decimal(0))
        if row.measure.unit != "n":
            mean = cut(float(total / len(known)), row.measure, row.style.hand, 1)
            row.numbers.put(slot, mean)
        else:
            row.numbers.put(slot, total)
        return figure(slot, says)(row)

    return draw

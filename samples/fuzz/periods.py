"""The columns of figures of each family of layouts."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from samples.fuzz.columns import (
    COMPARATOR,
    MONTHS,
    OUTTURN,
    QUARTER,
    QUARTER_TARGET,
    TARGET,
    Column,
    Times,
    actual,
    comparator,
    outturn,
    target,
    under,
)


def quarterly(dice: Random, times: Times) -> list[Column]:
    """Earlier outturns, this quarter, a target: one heading row, in any usual order."""
    year, quarter = times.year, times.quarter
    form, past = dice.choice(QUARTER), dice.choice(OUTTURN)
    before = [outturn(past, times, year - back) for back in range(dice.randint(1, 3), 0, -1)]
    now = [actual(form, times, year, quarter)]
    if quarter > 1 and dice.random() < 0.4:
        now.insert(0, actual(form, times, year, quarter - 1))
    if dice.random() < 0.25:
        before.append(actual(form, times, year - 1, quarter))
    if dice.random() < 0.75:
        aim = [target(dice.choice(TARGET), times, year)]
    else:
        aim = [target(dice.choice(QUARTER_TARGET), times, year, quarter)]
    aims_first = dice.random() < 0.5
    columns = before + (aim + now if aims_first else now + aim)
    if dice.random() < 0.2:
        columns.append(comparator(dice.choice(COMPARATOR), times, year - 1))
    return columns


def annual(dice: Random, times: Times) -> list[Column]:
    """Outturns and targets of several years in one heading row."""
    year, past, aim = times.year, dice.choice(OUTTURN), dice.choice(TARGET)
    columns = [outturn(past, times, year - back) for back in range(dice.randint(0, 3), 0, -1)]
    pair = [target(aim, times, year), outturn(past, times, year)]
    columns += pair if dice.random() < 0.5 else pair[::-1]
    if dice.random() < 0.4:
        columns.append(target(aim, times, year + 1))
    if dice.random() < 0.3:
        columns.append(comparator(dice.choice(COMPARATOR), times, year - 1))
    return columns


def _pair(dice: Random, period: str, *, whole_year: bool) -> list[Column]:
    measure = "outturn" if whole_year else "actual"
    words = ("Actual", "Outturn", "Achieved") if whole_year else ("Actual", "Performance", "Result")
    basis = "annual" if whole_year else None
    columns = [
        Column("value", ("Target",), "target", (period,), basis),
        Column("value", (dice.choice(words),), measure, (period,), basis),
    ]
    return columns if dice.random() < 0.6 else columns[::-1]


def years(dice: Random, times: Times) -> list[Column]:
    """A heading per year above its target and its result."""
    state, columns = dice.getstate(), []
    for back in range(dice.randint(1, 2), -1, -1):
        dice.setstate(state)  # the same words under each year
        year = times.year - back
        columns += under(times.printed(year), _pair(dice, times.label(year), whole_year=True))
    return columns


def quarters(dice: Random, times: Times) -> list[Column]:
    """A heading per quarter above its target and its result."""
    form = dice.choice(("Quarter {q} {y}", "Q{q} {y}", "{y} Quarter {q}", "Quarter {q}", "Q{q}"))
    state, columns = dice.getstate(), []
    for quarter in range(1, times.quarter + 1):
        dice.setstate(state)
        group = form.format(q=quarter, y=times.printed(times.year))
        pair = _pair(dice, times.label(times.year, quarter), whole_year=False)
        columns += under(group, pair)
    return columns


def bare(dice: Random, times: Times) -> list[Column]:
    """``Q1`` to ``Q4`` with the year above them, or in the table's own heading only."""
    form = dice.choice(("Q{q}", "Quarter {q}", "Qtr {q}", "Q{q} Actual"))
    columns = [
        Column("value", (form.format(q=each),), "actual", (times.label(times.year, each),))
        for each in range(1, times.quarter + 1)
    ]
    if dice.random() < 0.5 and len(columns) > 1:
        columns = under(times.printed(times.year), columns)
    aim = target(dice.choice(TARGET), times, times.year)
    past = outturn(dice.choice(OUTTURN), times, times.year - 1)
    return [past, aim, *columns] if dice.random() < 0.5 else [past, *columns, aim]


def months(dice: Random, times: Times) -> list[Column]:
    """A column a month, the year in the table's own heading or above."""
    last = 3 * times.quarter
    columns = [
        Column("value", (MONTHS[each],), "actual", (times.month(each),), share=0.8)
        for each in range(last - 3 if dice.random() < 0.5 else 0, last)
    ]
    if dice.random() < 0.5:
        columns = under(times.printed(times.year), columns)
    return [*columns, target(dice.choice(TARGET), times, times.year)]


def deep(dice: Random, times: Times) -> list[Column]:
    """Three heading rows."""
    top = dice.choice(("Performance", "Performance Data", "Results"))
    return under(top, years(dice, times) if dice.random() < 0.5 else quarters(dice, times))


Maker = Callable[[Random, Times], list[Column]]

"""What is there and what is missing: every series against the periods its council prints.

A period is expected of a series where its council prints that kind of period (years, quarters,
months) for any of its series. Between a series' own first and last period a gap is ``missing``;
outside them it has ``not_begun`` or ``ended``, which may be a new indicator, a dropped one, or a
renaming that a link would join. The last quarter of a year that has an outturn is not missed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from crossfoot.normalise.spans import period_from_label, shift_years
from crossfoot.schema.period import Period, PeriodKind
from crossfoot.schema.values import Measure
from crossfoot.store.printed_periods import PrintedPeriod

State = Literal["printed", "no_value", "missing", "not_begun", "ended"]
STATES: tuple[State, ...] = ("printed", "no_value", "missing", "not_begun", "ended")
#: Kinds that follow one another without a gap, so that a missing one can be told.
_FOLLOWING: frozenset[PeriodKind] = frozenset({"year", "quarter", "half", "month"})
_MOST = 400  # periods of one kind between the first and the last: 33 years of months


@dataclass(frozen=True)
class Expected:
    """One period of one series, and whether it is there.

    ``papers`` print a cell for it, 0 where the state says that none does.
    """

    council: str | None
    series_id: str
    code: str | None
    title: str | None
    measure: Measure
    kind: PeriodKind
    period: str
    period_end: date
    state: State
    papers: int

    @property
    def name(self) -> str:
        """The code, else the title."""
        return self.code or self.title or self.series_id


def coverage(printed: Iterable[PrintedPeriod]) -> list[Expected]:
    """Return every period that is expected of every series, in the order of *printed*, then time.

    Rolling years, days and odd runs of months follow no order in which one could be missing and
    are left out.
    """
    by_council: dict[str | None, dict[tuple[Measure, PeriodKind], list[_Cell]]] = {}
    results: set[tuple[str, date]] = set()
    for item in printed:
        period = period_from_label(item.period)
        if period.kind in _FOLLOWING:
            kinds = by_council.setdefault(item.council, defaultdict(list))
            kinds[item.measure, period.kind].append(_Cell(item, period))
        if item.measure == "outturn" and period.kind == "year":
            results.add((item.series_id, period.end))
    return [
        expected
        for kinds in by_council.values()
        for (_, kind), cells in kinds.items()
        for expected in _of_kind(cells, frozenset() if kind == "year" else frozenset(results))
    ]


@dataclass(frozen=True)
class _Cell:
    printed: PrintedPeriod
    period: Period


def _of_kind(cells: Sequence[_Cell], results: frozenset[tuple[str, date]]) -> Iterator[Expected]:
    """Yield the periods of one kind that a council's papers could print, series by series.

    *results* are the ends of years for which a series has an outturn: there the last quarter,
    half or month is told by the year, and nobody misses it.
    """
    steps = _between(cells)
    series: dict[str, dict[str, _Cell]] = defaultdict(dict)
    for cell in cells:
        series[cell.printed.series_id][cell.period.label] = cell
    printed_at_all = {cell.period.label for cell in cells}
    for series_id, own in series.items():
        first = min(cell.period.end for cell in own.values())
        last = max(cell.period.end for cell in own.values())
        for period in steps:
            inside = first <= period.end <= last
            if (series_id, period.end) in results and period.label not in own:
                continue
            if inside or period.label in printed_at_all:
                yield _expected(own, period, first, last)


def _expected(own: Mapping[str, _Cell], period: Period, first: date, last: date) -> Expected:
    head = next(iter(own.values())).printed
    cell = own.get(period.label)
    state: State = "missing"
    if cell is not None:
        state = "printed" if cell.printed.values else "no_value"
    elif period.end < first:
        state = "not_begun"
    elif period.end > last:
        state = "ended"
    return Expected(
        council=head.council,
        series_id=head.series_id,
        code=head.code,
        title=head.title,
        measure=head.measure,
        kind=period.kind,
        period=period.label,
        period_end=period.end,
        state=state,
        papers=cell.printed.papers if cell else 0,
    )


def _between(cells: Sequence[_Cell]) -> list[Period]:
    """Every period of the kind from the first printed to the last."""
    periods = {cell.period.label: cell.period for cell in cells}
    ordered = sorted(periods.values(), key=lambda period: period.end)
    steps, last = [ordered[0]], ordered[-1]
    while steps[-1].end < last.end and len(steps) < _MOST:
        steps.append(_next(steps[-1]))
    return steps


def _next(period: Period) -> Period:
    """The period of the same kind that follows."""
    if period.kind == "year":
        return shift_years(period, 1)
    if period.kind == "month":
        year, month = period.label.split("-")
        following = f"{int(year) + int(month) // 12:04d}-{int(month) % 12 + 1:02d}"
        return period_from_label(following)
    name, part = period.label.split(" ")
    letter, number = part[0], int(part[1])
    if number < (4 if letter == "Q" else 2):
        return period_from_label(f"{name} {letter}{number + 1}")
    following = shift_years(period_from_label(name), 1).label
    return period_from_label(f"{following} {letter}1")

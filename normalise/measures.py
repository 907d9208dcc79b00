"""What the figure columns of a segment measure, and over which period (rulings 3, 8, 10, 11).

A column is taken only where both are clear. A part of a year (``Q1``) takes its year from the
table's own heading or from the paper's period; a column without any period (``Actual``,
``Target``) takes the table's or the paper's. What stays unclear keeps ``measure`` null.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from crossfoot.normalise.captions import Caption
from crossfoot.normalise.columns import Column
from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.lengths import fits_length, length_said, of_said_length, without_four_weeks
from crossfoot.normalise.printings import (
    of_other_targets,
    one_target_each,
    rank,
    without_doubted,
)
from crossfoot.normalise.spans import year_of
from crossfoot.normalise.year_parts import split_period
from crossfoot.normalise.years import Holds, with_years
from crossfoot.schema.period import Period
from crossfoot.schema.values import Measure

#: Kinds of period that are part of a year.
_PARTS = frozenset({"quarter", "half", "month", "months"})
#: Bases of a target that may be one for each quarter or month.
_OF_A_PART = frozenset({None, "in_period"})
_UNNAMED = frozenset({"previous", "comparator"})
#: What two columns of one table cannot both say of the same time.
_ONCE = frozenset({"outturn", "actual", "target"})


@dataclass(frozen=True)
class Times:
    """The periods that a column without one may take.

    ``stated`` is the paper's period where its title or text names it.
    """

    stated: Period | None = None
    caption: Caption = field(default_factory=Caption)
    #: A heading above the table names another time: the paper's is not that of its columns.
    elsewhere: bool = False

    @property
    def _own(self) -> Period | None:
        """The table's own period; a heading farther off than the one that names another is none."""
        own, stated = self.caption.period, self.stated
        if own is None or stated is None or not self.elsewhere:
            return own
        return None if own.start <= stated.end and stated.start <= own.end else own

    @property
    def year(self) -> int | None:
        """The financial year in which a part without a year stands: the April it starts in."""
        own, stated = self._own, None if self.elsewhere else self.stated
        for period in (own, stated):
            if period is not None:
                return year_of(period).start.year
        return None

    @property
    def current(self) -> Period | None:
        """The period a bare ``Actual`` speaks of: the table's, narrowed by the paper's."""
        own, stated = self._own, self.stated
        if own is None:
            return None if self.elsewhere else stated
        if stated is not None and own.start <= stated.start and stated.end <= own.end:
            return stated
        return own


def _is_years_end(period: Period) -> bool:
    return (period.end.month, period.end.day) == (3, 31)


def _result(column: Column, times: Times) -> Column:
    period = column.period
    if period is None and column.undated:
        of_year = column.family == "outturn" and column.printed_period is not None
        said: Measure = "outturn" if of_year else "actual"
        return column._replace(measure=said) if column.part is None else column
    if period is None:
        period = times.current if column.part is None else None
        if column.family == "outturn" and period is not None:
            period = year_of(period) if _is_years_end(period) else None
        if period is None:
            return column
    fitting = of_said_length(column, period, times.stated)
    if fitting is None:
        return column._replace(period=None)
    period = fitting
    if column.family == "outturn" and period.kind in {"month", "day"} and _is_years_end(period):
        period = year_of(period)
    if column.family == "outturn" and period.kind in {"quarter", "half", "months"}:
        if period.kind != "quarter" or not _is_years_end(period):
            # The quarter's result, or the year's: the heading says both.
            return column._replace(period=fitting)
        period = year_of(period)
    measure: Measure = "outturn" if period.kind == "year" else "actual"
    basis = column.stated_basis
    if measure == "outturn" and times.stated is not None and times.stated.end < period.start:
        # The paper cannot know a year that has not begun: its period was misread.
        if column.family != "outturn":
            return column._replace(period=period, measure=None)
    elif measure == "outturn":
        unfinished = times.stated is not None and times.stated.end < period.end
        if unfinished or basis in {"to_date", "in_period"}:
            measure, basis = "actual", basis or "to_date"
    return column._replace(measure=measure, stated_basis=basis, period=period)


def _previous(column: Column) -> Column:
    if column.period is None:
        return column._replace(measure="previous", part=None)
    measure: Measure = "outturn" if column.period.kind == "year" else "actual"
    return column._replace(measure=measure)


def _leaves_targets_open(column: Column) -> bool:
    """Whether a result's time is not known so that a bare target beside it may be of that time."""
    if column.family not in RESULT_FAMILIES or column.measure is not None:
        return False
    return (
        column.family == "outturn" or column.part is not None or bool(length_said(column.heading))
    )


def _target(column: Column, results: list[Period], times: Times) -> Column:
    """A target without a period speaks of the current result's, or of the year of several.

    Where a result beside it is unclear itself, or older than the paper, neither is the
    target. Beside a year's result of which it is not known whether the year is over, neither is
    the target's.
    """
    period = column.period
    if period is None and column.undated:
        return column._replace(measure="target") if column.part is None else column
    if period is None and column.part is None:
        latest = max(results, key=lambda each: (each.end, each.start), default=None)
        current = times.current
        if latest is None:
            latest = current
        elif current is not None and latest.end < current.start:
            return column._replace(measure=None)  # of the result's time, or of the paper's
        if latest is not None:
            same_year = {each.label for each in results if year_of(each) == year_of(latest)}
            whole = column.stated_basis == "annual" or (
                len(same_year) > 1 and column.stated_basis is None
            )
            period = year_of(latest) if whole else latest
            if column.stated_basis == "in_period" and not fits_length(column.heading, latest):
                period = None
    elif period is not None and period.kind == "year" and column.stated_basis in _OF_A_PART:
        period = period if fits_length(column.heading, period) else None
    elif period is not None and column.stated_basis == "annual" and period.kind in _PARTS:
        period = year_of(period)  # ``Annual target`` under ``Q2 2009/10``
    return column._replace(period=period, measure="target" if period else None)


def _quartered_outturn(columns: Sequence[Column]) -> set[int]:
    """Columns of several quarters headed as outturns: none of them is the year's."""
    quarters = {
        index: (column.period, column.part)
        for index, column in enumerate(columns)
        if column.family == "outturn"
        and (column.part or (column.period and column.period.kind == "quarter"))
    }
    return set(quarters) if len(set(quarters.values())) > 1 else set()


def _all_hold(_: int) -> bool:
    return True


def settle(columns: Sequence[Column], times: Times, holds: Holds = _all_hold) -> tuple[Column, ...]:
    """Settle measure and period of every figure column; unclear ones keep ``measure`` null.

    *holds* tells whether the cells under a column print anything: only an empty column may stand
    for a time after the paper's own.
    """
    settled: list[Column] = []
    columns = without_four_weeks(columns)
    unclear: set[int] = set()
    if any(column.standing for column in columns):
        columns, unclear = of_other_targets(columns)
    quartered = _quartered_outturn(columns)
    for index, timed in enumerate(with_years(columns, times.year, times.stated, holds)):
        if index in quartered:
            settled.append(timed)
        elif timed.family in RESULT_FAMILIES:
            settled.append(_result(timed, times))
        elif timed.family == "previous":
            settled.append(_previous(timed))
        elif timed.family == "comparator":
            settled.append(timed._replace(measure="comparator"))
        else:
            settled.append(timed)
    results = [
        column.period
        for column in settled
        if column.measure in {"outturn", "actual"} and column.period is not None
    ]
    if any(column.family in RESULT_FAMILIES and column.measure is None for column in settled):
        results = []
    is_open = any(map(_leaves_targets_open, settled))
    settled = [
        _target(column, results, times)
        if column.family == "target" and not (is_open and column.printed_period is None)
        else column
        for column in settled
    ]
    for index in unclear:
        settled[index] = settled[index]._replace(measure=None)
    if any(column.standing for column in settled):
        settled = one_target_each(settled)
    return _without_doubles(without_doubted(settled))


def period_of_row(text: str, times: Times) -> Period | None:
    """The period that a row's own cell names; a part of a year is of the year that *times* tells.

    ``None`` where it names none, or a part that would end after the paper's own period.
    """
    period, part, _ = split_period(text)
    if period is None and part is not None and times.year is not None:
        period = part.in_year(times.year)
        if period is not None and times.stated is not None and times.stated.end < period.end:
            return None  # it is not known which earlier year is meant
    return period


def settle_row(columns: Sequence[Column], text: str, times: Times) -> tuple[Column, ...]:
    """Settle the columns anew for a row whose own cell names its period (``Q1 2019/20``).

    Columns whose headings name a period keep it. A cell that names no period but a figure makes
    the others unclear; one without any (``Quarterly``) changes nothing. A part of
    a year that would end after the paper's own period names none.
    """
    _, part, _ = split_period(text)
    period = period_of_row(text, times)
    if period is None and part is None and not any(char.isdigit() for char in text):
        return tuple(columns)
    return settle_open(columns, period, text, times)


def settle_open(
    columns: Sequence[Column], period: Period | None, text: str, times: Times
) -> tuple[Column, ...]:
    """Settle the columns whose headings name no period anew for rows of *period*.

    *text* is what names it; where it is not known which it is, they are unclear.
    """
    anew = [
        column._replace(period=period, printed_period=text, measure=None)
        if column.is_figure and column.printed_period is None and column.family not in _UNNAMED
        else column
        for column in columns
    ]
    return tuple(anew) if period is None else settle(anew, times)


def _without_doubles(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Two columns that would say the same thing are both unclear."""
    said = [_said(column) if column.measure in _ONCE else None for column in columns]
    seen = Counter(said)
    return tuple(
        column._replace(measure=None) if own is not None and seen[own] > 1 else column
        for column, own in zip(columns, said, strict=True)
    )


def _said(column: Column) -> tuple[str | None, ...]:
    """What a column's figures would be published as."""
    label = column.period.label if column.period else column.printed_period
    standing = column.standing.kind if column.standing else None
    return column.measure, label, column.stated_basis, standing


def current_column(columns: Sequence[Column]) -> int | None:
    """The index of the latest result: of the same end the longer period, then the last printed.

    Of two printings of one figure the restated, not the one that is provisional.
    """
    best: tuple[tuple[object, ...], int] | None = None
    for index, column in enumerate(columns):
        if column.measure not in {"outturn", "actual"} or column.period is None:
            continue
        place = (column.period.end, column.period.start, rank(column), index)
        if best is None or place > best[0]:
            best = (place, index)
    return best[1] if best else None

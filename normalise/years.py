"""In which year a part of a year stands whose heading prints none (``Q4``, ``Q1``, ``March``).

Parts stand in the year of the table or the paper if they then run on in print order and hold no
value of a time after the paper's own. Parts that run backwards (``Q4``, ``Q1``) began in the year
before. Where no reading is consistent, or more than one is, the year is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from crossfoot.normalise.columns import Column
from crossfoot.schema.period import Period

#: Meanings whose columns take a year; an unnamed earlier period (``previous``) is not dated.
_DATED = frozenset({"result", "outturn", "target", "comparator", "status", "trend"})
#: Meanings that speak of what has been: they cannot stand after the paper's own period.
_PAST = frozenset({"result", "outturn", "status", "trend"})
_PAIR = 2
#: Whether the cells under the column of an index print anything.
Holds = Callable[[int], bool]


def with_years(
    columns: Sequence[Column],
    year: int | None,
    stated: Period | None,
    holds: Holds,
) -> list[Column]:
    """The columns with their periods, a year given to each part that prints none.

    *year* is the April in which the table's or the paper's year starts, *stated* the paper's
    period where it names one. What stays unclear keeps its part and no period.
    """
    timed = list(columns)
    waiting = [
        index
        for index, column in enumerate(columns)
        if column.part is not None and column.period is None and column.family in _DATED
    ]
    if not waiting:
        return timed
    if year is None:
        year = _only({_april(period) for period in _beside(columns)})
    unclear: list[Column] = []
    for past in (True, False):
        beside = _beside(timed)
        here = [index for index in waiting if (columns[index].family in _PAST) is past]
        alone: list[int] = []
        for index in here:
            column = columns[index]
            same = {
                _april(other.period)
                for other in timed
                if other.period is not None
                and other.period in beside
                and _is_part(column, other.period)
                and not _says_the_same(column, other)
            }
            own = _only(same)
            if year is not None and own != year and same:
                # A target beside both years' results is set for the paper's own; beside those of
                # another year alone it may be set for either, and ``Cumulative Q2`` be of either.
                own = year if year in same or _is_of_paper(column, stated) else None
            if own is not None:
                timed[index] = _in_year(column, own)
            elif not same:
                alone.append(index)
        if past:
            for group in _groups(timed, alone):
                _settle_group(timed, group, year, stated, holds)
            _settle_now(timed, alone, stated)
            unclear = [timed[index] for index in alone if timed[index].period is None]
        elif year is not None:
            for index in alone:
                if not any(other.part == columns[index].part for other in unclear):
                    timed[index] = _in_year(columns[index], year)
    return timed


def _is_of_paper(column: Column, stated: Period | None) -> bool:
    """Whether the part of a year that a column names is the very period of the paper."""
    return stated is not None and _is_part(column, stated)


def _settle_now(timed: list[Column], alone: Sequence[int], stated: Period | None) -> None:
    """Take ``Q1`` beside ``Q1 2011/12`` for the first quarter that the paper is about."""
    for index in alone:
        column = timed[index]
        if column.period is not None or not _is_of_paper(column, stated):
            continue
        like = [each for each in timed if _says_the_same(each, column)]
        if sum(each.period is None for each in like) == 1 and stated not in [
            each.period for each in like
        ]:
            timed[index] = column._replace(period=stated)


def _only(years: set[int]) -> int | None:
    return next(iter(years)) if len(years) == 1 else None


def _april(period: Period) -> int:
    """The year in whose April the financial year begins in which a period ends."""
    return period.end.year - (period.end.month < 4)


def _beside(columns: Sequence[Column]) -> list[Period]:
    return [each.period for each in columns if each.period and each.period.kind != "year"]


def _is_part(column: Column, period: Period) -> bool:
    return column.part is not None and column.part.in_year(_april(period)) == period


def _says_the_same(column: Column, other: Column) -> bool:
    """Whether two columns differ by their period alone: then it is not the same one."""
    return _kind(column) == _kind(other)


def _kind(column: Column) -> tuple[str | None, ...]:
    standing = column.standing.kind if column.standing else None
    return column.family, column.stated_basis, standing


def _in_year(column: Column, year: int) -> Column:
    return column._replace(period=column.part.in_year(year) if column.part else None)


def _groups(timed: Sequence[Column], alone: Sequence[int]) -> Iterator[list[int]]:
    """Columns of one kind in print order: those of *alone*, with the dated ones beside them."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for index, column in enumerate(timed):
        period = column.period
        if index in alone and column.part is not None:
            period = column.part.in_year(2001)
        if period is not None and period.kind != "year":
            key = (*_kind(column), period.kind)
            groups.setdefault(key, []).append(index)
    for group in groups.values():
        if any(index in alone for index in group):
            yield group


def _settle_group(
    timed: list[Column],
    group: Sequence[int],
    year: int | None,
    stated: Period | None,
    holds: Holds,
) -> None:
    """Give the years of the one consistent reading; change nothing where there is not one."""
    columns = [timed[index] for index in group]
    found: dict[tuple[str, ...], list[Period]] = {}
    for reading in _readings(columns, year):
        if not (_runs_on(reading) and _speaks_of(stated, columns, reading)):
            continue
        future = stated is not None and any(
            column.period is None and period.end > stated.end and holds(index)
            for period, column, index in zip(reading, columns, group, strict=True)
        )
        if not future:
            found[tuple(period.label for period in reading)] = reading
    only = next(iter(found.values())) if len(found) == 1 else None
    if only is not None and not _may_be_the_papers(columns, only, year, stated):
        for index, period in zip(group, only, strict=True):
            if timed[index].period is not period:
                timed[index] = timed[index]._replace(period=period)


def _may_be_the_papers(
    columns: Sequence[Column], reading: Sequence[Period], year: int | None, stated: Period | None
) -> bool:
    """Whether parts that are read as another year's may as well be of the paper's own year.

    ``July`` beside ``Sept 2008`` alone, in a paper of a later year; three that follow each other
    without a gap are a run.
    """
    if year is None or stated is None:
        return False
    if len(reading) > _PAIR and (_without_gap(reading) or _without_gap(reading[::-1])):
        return False
    printed = {column.period for column in columns}
    free = [
        (column.part.in_year(year) if column.part else None, period)
        for column, period in zip(columns, reading, strict=True)
        if column.period is None
    ]
    return any(own != period for own, period in free) and all(
        own is not None and own.end <= stated.end and own not in printed for own, _ in free
    )


def _readings(columns: Sequence[Column], year: int | None) -> Iterator[list[Period]]:
    """The ways the parts may be dated: all in one year, or running on from year to year."""
    if year is not None and (whole := _dated(columns, [year] * len(columns))):
        yield whole
    known = [index for index, column in enumerate(columns) if column.period is not None]
    if known:
        first = columns[known[0]].period
        assert first is not None, "known columns have periods"
        for start in (_april(first), _april(first) - 1):
            running = _running(columns, start)
            if running and _forwards(running):
                yield running
                break
    elif year is not None:
        repeats = len({column.part for column in columns}) < len(columns)
        for start in (year - 1, year):
            running = _running(columns, start)
            if running and _april(running[-1]) == start + 1:
                if repeats and not _without_gap(running):
                    continue  # the same quarters of two years, or of two councils
                yield running


def _dated(columns: Sequence[Column], years: Sequence[int]) -> list[Period] | None:
    dated = [
        column.period or (column.part.in_year(year) if column.part else None)
        for column, year in zip(columns, years, strict=True)
    ]
    return [period for period in dated if period] if all(dated) else None


def _running(columns: Sequence[Column], start: int) -> list[Period] | None:
    """The reading in which the first part is of *start* and each follows the one before it."""
    years: list[int] = []
    before: Period | None = None
    at = start
    for column in columns:
        if column.period is not None:
            at = _april(column.period)
            before = column.period
        else:
            period = column.part.in_year(at) if column.part else None
            if period is not None and before is not None and period.end < before.end:
                at += 1
                period = column.part.in_year(at) if column.part else None
            before = period or before
        years.append(at)
    return _dated(columns, years)


def _runs_on(reading: Sequence[Period]) -> bool:
    """Whether the periods run forwards, or backwards without a gap (the latest printed first)."""
    day = timedelta(days=1)
    return _forwards(reading) or all(
        other.end + day == one.start for one, other in pairwise(reading)
    )


def _without_gap(reading: Sequence[Period]) -> bool:
    day = timedelta(days=1)
    return all(one.end + day == other.start for one, other in pairwise(reading))


def _forwards(reading: Sequence[Period]) -> bool:
    return all(one.end <= other.end for one, other in pairwise(reading))


def _speaks_of(stated: Period | None, columns: Sequence[Column], reading: Sequence[Period]) -> bool:
    """Whether a part that ends with the paper's period is there read as that very one."""
    if stated is None or stated.end in {period.end for period in reading}:
        return True
    return not any(
        (period := column.part.in_year(_april(stated))) is not None and period.end == stated.end
        for column in columns
        if column.period is None and column.part is not None
    )

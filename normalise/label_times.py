"""The time that the label of a row names beside what its figures are: ``Actual 2005/06``."""

from __future__ import annotations

from crossfoot.normalise.columns import Column
from crossfoot.normalise.heading_said import HeadingText
from crossfoot.normalise.spans import year_of
from crossfoot.schema.period import Period


def at_time_of(column: Column, said: HeadingText) -> Column:
    """The column as it holds for a row whose label names a year, a part of one, or another time.

    ``Qtr 1`` over ``Actual 2005/06`` is the first quarter of that year, whatever the paper's is;
    ``2018/19`` over ``Quarter 2 actual`` that year's second. Where both name a time, and not the
    same, whose the figure is cannot be told: it is none.
    """
    if said.period is None and said.part is None:
        return column
    period = _of_both(column, said)
    if period is None:
        return column._replace(family=None, measure=None, period=None, part=None)
    if period.kind != "year" and column.family == "outturn":
        column = column._replace(family="result")  # of the part, whatever the year's is called
    words = [said.printed_period, column.printed_period]
    printed = " ".join(dict.fromkeys(each for each in words if each))
    return column._replace(period=period, part=None, printed_period=printed or None)


def _of_both(column: Column, said: HeadingText) -> Period | None:
    """The one time that a column's heading and a row's label name together."""
    if said.period is None:
        of_year = column.period is not None and column.period.kind == "year"
        if said.part is None or not of_year or column.part is not None or column.period is None:
            return None
        return said.part.in_year(column.period.start.year)
    if column.part is not None:
        whole = said.period.kind == "year"
        named = column.part.in_year(year_of(said.period).start.year)
        return named if whole or named == said.period else None
    if column.period is None or column.period == said.period:
        return said.period
    inner, outer = column.period, said.period
    if outer.kind != "year":
        inner, outer = outer, inner
    return inner if outer.kind == "year" and year_of(inner) == outer else None

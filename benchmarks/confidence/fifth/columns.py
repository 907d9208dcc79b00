"""The columns that most tables of the fifth set have: results, targets, standings, trends."""

from __future__ import annotations

from benchmarks.confidence.fifth.sheet import Column, Says, Style, figure, status_cell, way_cell
from benchmarks.confidence.fourth.calendar import Calendar

#: Where nothing says what a target is measured over.
ANY = ("annual", "in_period", "to_date", "rolling", "snapshot", "unknown")


def standing(style: Style, actual: str, target: str) -> Column:
    """The column of the status that one slot earns beside another."""
    return Column((style.marks.heading,), 7, status_cell(actual, target), marks=True)


def travel(words: str, now: str, before: str, *, pictured: bool) -> Column:
    """A column of the direction of travel."""
    return Column((words,), 7, way_cell(now, before, pictured=pictured), marks=True)


def outturn(calendar: Calendar, offset: int, levels: tuple[str, ...], weight: float = 7) -> Column:
    """A column of results of the year *offset* years from the paper's."""
    says = Says("outturn", calendar.true_year(offset))
    return Column(levels, weight, figure(f"actual {offset}", says))


def goal(calendar: Calendar, offset: int, levels: tuple[str, ...], weight: float = 7) -> Column:
    """A column of targets for the year *offset* years from the paper's."""
    says = Says("target", calendar.true_year(offset))
    return Column(levels, weight, figure(f"target {offset}", says))


def bare_goal(levels: tuple[str, ...] = ("Target",), weight: float = 7) -> Column:
    """A column of targets beside a part of a year, whose heading leaves open of which period."""
    return Column(levels, weight, figure("target 0", Says("target", None, bases=ANY)))


def quarter(
    calendar: Calendar,
    number: int,
    levels: tuple[str, ...],
    weight: float = 7,
    *,
    offset: int = 0,
    gaps: bool = True,
) -> Column:
    """A column of results of a quarter, *offset* years from the paper's."""
    says = Says("actual", calendar.true_quarter(number, offset))
    slot = f"actual Q{number}" + (f" {offset}" if offset else "")
    return Column(levels, weight, figure(slot, says, gaps=gaps))


def quarter_goal(
    calendar: Calendar,
    number: int,
    levels: tuple[str, ...],
    weight: float = 7,
    *,
    gaps: bool = True,
) -> Column:
    """A column of targets for a quarter of the paper's year."""
    says = Says("target", calendar.true_quarter(number))
    return Column(levels, weight, figure(f"target Q{number}", says, gaps=gaps))

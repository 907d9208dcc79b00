"""Columns that several families of the third set share."""

from __future__ import annotations

from benchmarks.confidence.third.calendar import Calendar
from benchmarks.confidence.third.sheet import Column, Says, figure

#: A result or a target of the year so far: of no month alone.
TO_DATE = ("to_date", "unknown")
GOOD = (
    ("Higher is better", "Lower is better"),
    ("Up", "Down"),
    ("High", "Low"),
    ("\u2191 High", "\u2193 Low"),
)


def outturn(calendar: Calendar, offset: int, levels: tuple[str, ...], weight: float = 7) -> Column:
    """A column of results of the year *offset* years from the paper's."""
    says = Says("outturn", calendar.true_year(offset))
    return Column(levels, weight, figure(f"actual {offset}", says))


def goal(calendar: Calendar, offset: int, levels: tuple[str, ...], weight: float = 7) -> Column:
    """A column of targets for the year *offset* years from the paper's."""
    says = Says("target", calendar.true_year(offset))
    return Column(levels, weight, figure(f"target {offset}", says))


def others(calendar: Calendar, offset: int, words: str) -> Column:
    """A column of what other councils came to: nobody's own result."""
    says = Says("comparator", calendar.true_year(offset), counted=False)
    return Column((words,), 8, figure(f"others {words}", says))


def quarter(
    calendar: Calendar,
    number: int,
    levels: tuple[str, ...],
    offset: int = 0,
    *,
    against: str | None = None,
) -> Column:
    """A column of results of a quarter, perhaps painted as they stand against a target's slot."""
    says = Says("actual", calendar.true_quarter(number, offset))
    draw = figure(f"actual Q{number} {offset}", says, against=against)
    return Column(levels, 6, draw)

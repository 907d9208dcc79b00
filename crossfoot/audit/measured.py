"""The result and the target that an indicator's status speaks of, and whether they compare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from operator import attrgetter
from typing import Literal, NamedTuple

from crossfoot.audit.gathered import Again, Gathered, where
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Figure, Indicator, StatusEntry
from crossfoot.store.succession import standing

_COLOURS = frozenset({"green", "amber", "red"})
_RATE = re.compile(r"\b(?:average|rate|ratio|per|speed|time|score|index|level)\b", re.IGNORECASE)
# What grows through the year: its first quarter is no year's result, whatever its unit.
_GROWS = re.compile(
    r"\b(?:complet\w+|collected|recover\w+|progress\w*|spen[dt]\w*|deliver\w+|achiev\w+|program\w+"
    r"|savings?|income|in (?:the|that|any one|each) (?:\w+ )?year|year to date|ytd|cumulative\w*"
    r")\b",
    re.IGNORECASE,
)

# Half of a year's target is reached by the middle of the year; what is at three quarters of its
# target by then has a target of its own.
_PROFILED = Decimal("0.75")
_HALF_A_YEAR = 184
# By the end of December 85% of a year's council tax is in: nearer than that is a part's own target.
_NEAR = Decimal("0.9")
_LAST_MONTH = 3

#: ``profiled``: a target headed with the year is so near that it must be the quarter's own.
#: ``bound``: the result is a part of what the target is of; only more than it says anything.
Likeness = Literal["certain", "likely", "profiled", "bound"]
Outcome = Literal["met", "equal", "missed"]


class Measured(NamedTuple):
    """One status with its result, and its target where there is one that may be compared."""

    indicator: Indicator
    status: StatusEntry
    result: Figure
    target: Figure | None
    likeness: Likeness | None


def measured(paper: Paper) -> Iterable[Measured]:
    """Return each status of green, amber or red with the figures of its own period.

    In a list, where the paper's figures are in one; else they are made whenever they are gone
    through.
    """
    rows = Again(partial(_measured, paper))
    return list(rows) if isinstance(paper.figures, list) else rows


def _measured(paper: Paper) -> Iterator[Measured]:
    if not paper.statuses:
        return
    cells = where(paper.figures, lambda figure: figure.source == "cell")
    figures = Gathered(cells, attrgetter("indicator_id"))
    indicators = Gathered(paper.indicators, attrgetter("indicator_id"))
    for status in paper.statuses:
        if status.status not in _COLOURS or status.period is None:
            continue
        own = figures.get(status.indicator_id)
        results = [
            each
            for each in own
            if each.measure in {"actual", "outturn"} and each.period == status.period
        ]
        results = standing(results)
        if len(results) != 1:
            continue
        indicator, result = indicators.get(status.indicator_id)[-1], results[0]
        target, likeness = _target(own, result, indicator.title or "")
        yield Measured(indicator, status, result, target, likeness)


def outcome(row: Measured, polarity: str) -> Outcome | None:
    """Whether the result meets the target; ``None`` where rounding or its period hides that."""
    target, result = row.target, row.result
    if target is None or target.value is None or result.value is None or row.likeness is None:
        return None
    off = result.value - target.value
    if row.likeness == "bound" and off <= 0:
        return None
    if off == 0:
        return "equal"
    # 98% may stand for 97.5%, and says nothing of a target of 97.8%.
    if (result.decimals or 0) < (target.decimals or 0) and abs(off) <= _half(result):
        return None
    return "met" if (off > 0) == (polarity == "higher") else "missed"


def miss(row: Measured) -> tuple[Decimal, Decimal] | None:
    """How far a result is from its target: in its own unit, and as a share of the target."""
    target, result = row.target, row.result
    if target is None or not target.value or result.value is None:
        return None
    off = abs(result.value - target.value)
    return off, off / abs(target.value)


def _target(
    own: Sequence[Figure], result: Figure, title: str
) -> tuple[Figure | None, Likeness | None]:
    targets = [each for each in own if each.measure == "target" and each.value is not None]
    same = [each for each in targets if each.period == result.period]
    around = same or [each for each in targets if _holds(each, result)]
    if len(around) != 1:
        return None, None
    return around[0], _likeness(result, around[0], title)


def _holds(target: Figure, result: Figure) -> bool:
    if target.period_start is None or target.period_end is None:
        return False
    if result.period_start is None or result.period_end is None:
        return False
    return target.period_start <= result.period_start and result.period_end <= target.period_end


def _likeness(result: Figure, target: Figure, title: str) -> Likeness | None:
    if result.unit is not None and target.unit is not None and result.unit != target.unit:
        return None
    if result.value is None or result.value < 0:
        return None
    if _may_be_the_years(result, target):
        return "bound"
    known = result.basis == target.basis != "unknown"
    if known and (result.period == target.period or result.basis == "rolling"):
        # A footnote may say that the figure is of another day, or provisional.
        return (
            "certain"
            if result.footnote in {None, "final"} and target.footnote is None
            else "likely"
        )
    if result.period == target.period and result.basis != "to_date":
        return "likely"
    if known and result.basis == "to_date":
        # A year's target beside the year so far would be far away.
        near = target.value is not None and result.value * 2 >= target.value
        return "likely" if near else None
    is_rate = result.unit == "%" or _RATE.search(title) is not None
    if result.basis in {"in_period", "snapshot"} and is_rate and not _GROWS.search(title):
        return "likely"
    return "profiled" if _is_profiled(result, target) else "bound"


def _may_be_the_years(result: Figure, target: Figure) -> bool:
    """Whether a target headed by no period is too far from a part of the year to be that part's."""
    if result.basis != "to_date" or target.period_as_printed is not None:
        return False
    if result.period_start is None or result.period_end is None:
        return False
    if result.period_end.month == _LAST_MONTH or not target.value or result.value is None:
        return False
    return result.value < target.value * _NEAR


def _is_profiled(result: Figure, target: Figure) -> bool:
    """Whether a share that grows through the year is too near its target for the year's."""
    if result.unit != "%" or result.value is None or target.value is None:
        return False
    if result.period_end is None or target.period_start is None:
        return False
    early = (result.period_end - target.period_start).days < _HALF_A_YEAR
    return early and target.value > result.value >= target.value * _PROFILED


def rounds_to_target(row: Measured) -> bool:
    """Whether the result is the target with as many digits as the target has: 96.96% and 97%."""
    target, result = row.target, row.result
    if target is None or target.value is None or result.value is None:
        return False
    finer = (result.decimals or 0) > (target.decimals or 0)
    return finer and abs(result.value - target.value) <= _half(target)


def _half(figure: Figure) -> Decimal:
    return Decimal(5).scaleb(-(figure.decimals or 0) - 1)

"""Which of several printings came last, and by which rule one knows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from crossfoot.store.printing import Printing

DecidedBy = Literal["only", "published_on", "reporting_period_end", "agreed", "unknown"]


def day_in_order(item: Printing) -> tuple[date, str, str]:
    """Return what stands in for the day of publication in a fixed order of printings."""
    day = item.published_on or item.reporting_period_end or date.min
    return day, item.document_id, item.figure_id


_RULES: tuple[tuple[DecidedBy, Callable[[Printing], date | None]], ...] = (
    ("published_on", lambda item: item.published_on),
    ("reporting_period_end", lambda item: item.reporting_period_end),
)


def latest(group: list[Printing]) -> tuple[Printing, DecidedBy]:
    """Return the latest printing and the rule that says so.

    A rule decides where every printing has its date and those of the latest date agree; where
    they do not agree, the next rule decides among them. Where no rule decides it does not matter
    if all printings ``agree``, else it is ``unknown``.
    """
    if len(group) == 1:
        return group[0], "only"
    left = group
    for name, date_of in _RULES:
        days = [day for item in left if (day := date_of(item)) is not None]
        if len(days) < len(left):
            continue
        left = [item for item in left if date_of(item) == max(days)]
        if len({item.value for item in left}) == 1:
            return max(left, key=day_in_order), name
    agreed = len({item.value for item in left}) == 1
    return max(left, key=day_in_order), "agreed" if agreed else "unknown"

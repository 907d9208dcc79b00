"""Which of several printings came last, and by which rule one knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
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


def came_after(item: Printing, other: Printing) -> bool | None:
    """Whether *item* was printed after *other*, by the first rule that tells; null if none does."""
    for _, date_of in _RULES:
        day, before = date_of(item), date_of(other)
        if day is not None and before is not None and day != before:
            return day > before
    return False if item.document_id == other.document_id else None


@dataclass(frozen=True)
class Chain:
    """Printings in order of time: those of one day together, and those that no rule puts in it."""

    days: tuple[tuple[Printing, ...], ...]
    loose: tuple[Printing, ...] = ()


def chain(printed: Iterable[Printing]) -> Chain:
    """Put printings in order by the first rule that has a date for all of them.

    Where none has, the dated ones are in order and the others loose. Of those of one day the ends
    of the papers' periods decide where all have one.
    """
    found = sorted(printed, key=day_in_order)
    for place, (_, date_of) in enumerate(_RULES):
        if all(date_of(item) is not None for item in found):
            return Chain(tuple(_days(found, [rule for _, rule in _RULES[place:]])))
    dated = [item for item in found if item.published_on is not None]
    loose = [item for item in found if item.published_on is None]
    return Chain(chain(dated).days, tuple(loose))


def _days(
    found: list[Printing], rules: list[Callable[[Printing], date | None]]
) -> Iterator[tuple[Printing, ...]]:
    if not rules or any(rules[0](item) is None for item in found):
        if found:
            yield tuple(found)
        return
    days: dict[date | None, list[Printing]] = {}
    for item in found:
        days.setdefault(rules[0](item), []).append(item)
    for day in sorted(days, key=lambda day: day or date.min):
        yield from _days(days[day], rules[1:])

"""Which printings are of one figure: one series, measure, period, and way of counting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from crossfoot.schema.values import Basis, Measure
from crossfoot.store.printing import Printing

Key = tuple[str, Measure, str | None, date | None, date | None, date | None, Basis]


def by_figure(found: Iterable[Printing]) -> dict[Key, list[Printing]]:
    """Group the printings of one figure; different periods, measures or bases are never one.

    A result of unknown basis joins those of the one known basis of its period.
    """
    groups: dict[Key, list[Printing]] = defaultdict(list)
    for item in found:
        groups[figure_key(item)].append(item)
    _settle_unknown_basis(groups)
    return groups


def figure_key(item: Printing) -> Key:
    """Return what makes a printing's figure: a value to date also by the day it speaks of."""
    # A period that is not known cannot be the same as that of another figure: `Last quarter` stands
    # beside `Last year`, `2023` beside `2024`.
    nameless = item.figure_id if item.period is None else item.period
    span = (item.period_start, item.period_end, item.speaks_of)
    return (item.series_id, item.measure, nameless, *span, item.basis)


def _settle_unknown_basis(groups: dict[Key, list[Printing]]) -> None:
    """Join results of unknown basis to those of the one known basis of the same period.

    Not where one paper prints both: then it means two things. Not targets: a profiled target and
    an annual one stand beside the same quarter.
    """
    bases: dict[tuple[object, ...], list[Key]] = defaultdict(list)
    for key in groups:
        if key[1] in ("outturn", "actual"):
            bases[key[:-1]].append(key)
    for keys in bases.values():
        unknown = [key for key in keys if key[-1] == "unknown"]
        known = [key for key in keys if key[-1] != "unknown"]
        if len(known) != 1 or not unknown:
            continue
        papers = {item.document_id for item in groups[known[0]]}
        if papers.isdisjoint(item.document_id for item in groups[unknown[0]]):
            groups[known[0]].extend(groups.pop(unknown[0]))

"""Figures of one report in several files, counted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Self

from crossfoot.store.printing import Printing


@dataclass(frozen=True, kw_only=True)
class Repeat:
    """Where another file of the same report prints the same figure."""

    document_id: str
    file_name: str
    published_on: date | None
    page: int
    figure_id: str

    @classmethod
    def of(cls, item: Printing) -> Self:
        return cls(**{field.name: getattr(item, field.name) for field in fields(cls)})


def report_of(item: Printing) -> str:
    """Return the document that stands for all files of the printing's report."""
    return item.same_report_as or item.document_id


def without_repeats(group: Iterable[Printing]) -> tuple[list[Printing], list[Printing]]:
    """Part the printings from those that repeat one in another file of the same report.

    A figure of a report in several files counts once, as its first publication. One that differs
    is never left out: a reissue that corrects it is a publication of its own.
    """
    group = list(group)
    files: dict[tuple[object, ...], list[Printing]] = defaultdict(list)
    for item in group:
        files[report_of(item), item.value_state, item.value, item.decimals, item.source].append(
            item
        )
    firsts = {key: min(map(_publication, items)) for key, items in files.items()}
    kept = {
        item.figure_id
        for key, items in files.items()
        for item in items
        if _publication(item) == firsts[key]
    }
    return (
        [item for item in group if item.figure_id in kept],
        [item for item in group if item.figure_id not in kept],
    )


def _publication(item: Printing) -> tuple[date, bool, str]:
    return item.published_on or date.max, item.same_report_as is not None, item.document_id

"""Figures that papers print differently, with what changed between their publications.

Told apart by :mod:`crossfoot.store.revisions`, which reads whole printings: only the few series
with such figures are read that way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import Connection

from crossfoot.store.beside import beside
from crossfoot.store.bulk_rows import FigureRow, PaperRow
from crossfoot.store.figure_groups import by_figure
from crossfoot.store.printing import Printing, printings
from crossfoot.store.repeats import without_repeats
from crossfoot.store.revisions import Revision, revisions
from crossfoot.store.slip_evidence import NOTHING

_COMPARED = frozenset({"outturn", "actual", "target"})
# Series read at once: below the 999 variables of a statement that old builds of SQLite allow.
_AT_ONCE = 200


class Contested(NamedTuple):
    """A figure of which papers print different values: the changes, in order of time."""

    changes: tuple[Revision, ...]


def read_contested(
    connection: Connection,
    papers: Mapping[str, PaperRow],
    figures: Sequence[FigureRow],
    same: Mapping[str, str],
) -> tuple[Contested, ...]:
    """Return the figures among *figures*, those of *papers*, that papers print differently.

    *same* maps series that a person called the same one to the id that stands for all of them.
    """
    roots = sorted(_contested(figures, same))
    members: dict[str, set[str]] = defaultdict(set)
    for row in figures if roots else ():
        members[same.get(row.series_id, row.series_id)].add(row.series_id)
    found: list[Contested] = []
    for some in _batches(roots, members):
        wanted = [series_id for root in some for series_id in sorted(members[root])]
        read = printings(connection, wanted)
        found.extend(_changes(connection, [_as_compared(item, papers, same) for item in read]))
    return tuple(found)


def _contested(figures: Iterable[FigureRow], same: Mapping[str, str]) -> set[str]:
    """Return the series with a figure of which papers print different values."""
    found: set[str] = set()
    values: dict[tuple[str, str, str], Decimal] = {}
    for row in figures:
        value, period = row.value, row.period
        if value is None or period is None or row.measure not in _COMPARED or row.source != "cell":
            continue
        root = same.get(row.series_id, row.series_id)
        if values.setdefault((root, row.measure, period), value) != value:
            found.add(root)
    return found


def _as_compared(
    item: Printing, papers: Mapping[str, PaperRow], same: Mapping[str, str]
) -> Printing:
    """Return a printing by its series' root, and by what its paper is now known to repeat."""
    root = same.get(item.series_id, item.series_id)
    paper = papers.get(item.document_id)
    repeats = item.same_report_as if paper is None else paper.same_report_as
    if (root, repeats) == (item.series_id, item.same_report_as):
        return item
    return replace(item, series_id=root, same_report_as=repeats)


def _changes(connection: Connection, read: Sequence[Printing]) -> Iterator[Contested]:
    groups = {key: group for key, group in by_figure(read).items() if key[1] in _COMPARED}
    evidence = beside(connection, groups)
    for key, group in groups.items():
        if len({item.value for item in group}) > 1:
            kept, _ = without_repeats(group)
            if changes := revisions(kept, evidence.get(key, NOTHING)):
                yield Contested(changes)


def _batches(roots: Sequence[str], members: Mapping[str, set[str]]) -> Iterator[list[str]]:
    batch: list[str] = []
    for root in roots:
        if batch and sum(len(members[each]) for each in (*batch, root)) > _AT_ONCE:
            yield batch
            batch = []
        batch.append(root)
    if batch:
        yield batch

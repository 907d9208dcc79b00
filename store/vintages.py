"""The revision triangle of a series: every publication of every figure, and what changed.

Rows are figures (a period, counted one way), columns the papers in order of publication, cells
what each prints. A report in several files is one column for each figure: the file that was
published first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from crossfoot.schema.values import Basis, Measure
from crossfoot.store.beside import beside
from crossfoot.store.database import Store
from crossfoot.store.figure_groups import Key, by_figure
from crossfoot.store.known import known_by, left_out
from crossfoot.store.printing import Printing, printings
from crossfoot.store.repeats import without_repeats
from crossfoot.store.revisions import Revision, revisions
from crossfoot.store.slip_evidence import NOTHING, Beside
from crossfoot.store.targets import Targets

RESULTS: tuple[Measure, ...] = ("outturn", "actual")


@dataclass(frozen=True)
class Publication:
    """A paper that prints figures of the series: a column."""

    document_id: str
    file_name: str
    published_on: date | None
    reporting_period: str | None


@dataclass(frozen=True)
class History:
    """A figure of one period: ``cells`` are what each column prints, mostly one, none where it
    prints nothing of it, several where it prints the figure in several places.
    """

    period: str | None
    period_start: date | None
    period_end: date | None
    measure: Measure
    basis: Basis
    speaks_of: date | None
    cells: tuple[tuple[Printing, ...], ...]
    revisions: tuple[Revision, ...]


@dataclass(frozen=True)
class Triangle:
    """One series: its columns, and its figures in order of measure and time."""

    series_id: str
    publications: tuple[Publication, ...]
    figures: tuple[History, ...]


@dataclass(frozen=True)
class Triangles:
    """``undated`` and ``later`` count the papers left out because of ``as_of``."""

    series: tuple[Triangle, ...]
    undated: int = 0
    later: int = 0


def triangles(
    store: Store,
    series_ids: Sequence[str],
    *,
    measures: Sequence[Measure] = RESULTS,
    as_of: date | None = None,
) -> Triangles:
    """Return the revision triangle of each series that prints figures of *measures*.

    In the order of *series_ids*. With *as_of*: from what was published up to that day; papers
    without a day of publication are left out and counted. Columns are in order of the day of
    publication; a paper without one stands after them, in order of its period, and of its figures
    nobody can say when they came. Blank cells are no publication of a figure and are left out.
    """
    with store.read() as connection:
        found = printings(connection, series_ids)
        dated = known_by(found, as_of)
        groups = by_figure(item for item in dated if item.measure in measures)
        evidence = beside(connection, groups, Targets(dated))
    by_series: dict[str, dict[Key, list[Printing]]] = defaultdict(dict)
    for key, group in groups.items():
        by_series[key[0]][key] = group
    made = [
        _triangle(series_id, by_series[series_id], evidence)
        for series_id in dict.fromkeys(series_ids)
    ]
    undated, later = left_out([item for item in found if item.measure in measures], dated)
    return Triangles(tuple(item for item in made if item.figures), undated=undated, later=later)


def _triangle(
    series_id: str, groups: dict[Key, list[Printing]], evidence: dict[Key, Beside]
) -> Triangle:
    own = {
        key: printed
        for key, group in groups.items()
        if (printed := [i for i in without_repeats(group)[0] if i.value_state != "blank"])
    }
    columns = _publications(item for group in own.values() for item in group)
    histories = [
        _history(group, columns, revisions(group, evidence.get(key, NOTHING)))
        for key, group in own.items()
    ]
    return Triangle(series_id, columns, tuple(sorted(histories, key=_order)))


def _publications(items: Iterable[Printing]) -> tuple[Publication, ...]:
    papers = {item.document_id: item for item in items}
    ordered = sorted(
        papers.values(),
        key=lambda item: (
            item.published_on or date.max,
            item.reporting_period_end or date.max,
            item.document_id,
        ),
    )
    return tuple(
        Publication(item.document_id, item.file_name, item.published_on, item.reporting_period)
        for item in ordered
    )


def _history(
    group: Sequence[Printing],
    columns: Sequence[Publication],
    changes: tuple[Revision, ...],
) -> History:
    first = next((item for item in group if item.basis != "unknown"), group[0])
    cells = tuple(
        tuple(item for item in group if item.document_id == column.document_id)
        for column in columns
    )
    return History(
        period=first.period,
        period_start=first.period_start,
        period_end=first.period_end,
        measure=first.measure,
        basis=first.basis,
        speaks_of=first.speaks_of,
        cells=cells,
        revisions=changes,
    )


_MEASURES: tuple[Measure, ...] = ("outturn", "actual", "previous", "comparator", "target")


def _order(figure: History) -> tuple[object, ...]:
    return (
        _MEASURES.index(figure.measure),
        figure.period_end or date.max,
        figure.period_start or date.max,
        figure.period or "",
        figure.speaks_of or date.max,
        figure.basis,
        [item.figure_id for cell in figure.cells for item in cell],
    )

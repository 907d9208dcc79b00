"""Everything in the store that papers are compared by, read once and indexed as rules ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple, Protocol, TypeVar

from crossfoot.audit.across.contested import Contested, read_contested
from crossfoot.audit.remark import Held, Remark
from crossfoot.normalise.codes import code_key
from crossfoot.normalise.spans import period_from_label
from crossfoot.schema.errors import UsageError
from crossfoot.schema.finding import Link
from crossfoot.store import bulk
from crossfoot.store.bulk_rows import (
    ActionRow,
    FigureRow,
    IndicatorRow,
    PaperRow,
    SeriesReading,
    StatusRow,
    SummaryRow,
)
from crossfoot.store.database import Store
from crossfoot.store.printing import Printing


class Edition(NamedTuple):
    """One report in one file: what its rows say of themselves.

    A pack holds several, each with its own council, day of publication and period.
    """

    document_id: str
    council: str | None
    published_on: date | None
    reporting_period: str | None

    @property
    def period_end(self) -> date | None:
        """The last day that the report speaks of."""
        return _end_of(self.reporting_period)

    @property
    def day(self) -> date:
        """The day it speaks from, to sort by: of an undated one, its period's end."""
        return self.published_on or self.period_end or date.min


class _Told(Protocol):
    @property
    def document_id(self) -> str: ...
    @property
    def council(self) -> str | None: ...
    @property
    def published_on(self) -> date | None: ...
    @property
    def reporting_period(self) -> str | None: ...


def edition(row: _Told) -> Edition:
    """Return the report that a row stands in."""
    return Edition(row.document_id, row.council, row.published_on, row.reporting_period)


@dataclass(frozen=True)
class Standing:
    """Papers that may be compared, and their rows.

    ``figures``, ``indicators``, ``statuses`` and ``actions`` are those of papers that repeat no
    other paper's tables, so that one report in two files counts once; ``repeated`` holds the rows
    of the others. ``contested`` are the figures that papers print differently, ``same_series``
    the series that a person called the same one, each with the id that stands for all of them.
    """

    papers: Mapping[str, PaperRow]
    readings: tuple[SeriesReading, ...]
    indicators: Mapping[str, IndicatorRow]
    statuses: tuple[StatusRow, ...]
    figures: tuple[FigureRow, ...]
    actions: tuple[ActionRow, ...]
    summaries: tuple[SummaryRow, ...]
    links: tuple[Link, ...]
    repeated: Repeated
    contested: tuple[Contested, ...]
    same_series: Mapping[str, str]

    @cached_property
    def figures_of_series(self) -> Mapping[str, tuple[FigureRow, ...]]:
        """Figures by series, those a person called the same together, in order of their papers."""
        same = self.same_series
        return _grouped(self.figures, lambda row: same.get(row.series_id, row.series_id))

    @cached_property
    def indicators_of_series(self) -> Mapping[str, tuple[IndicatorRow, ...]]:
        """Indicator rows by series, in order of their papers."""
        return _grouped(self.indicators.values(), lambda row: row.series_id)

    @cached_property
    def actions_by_code(self) -> Mapping[tuple[str, str], tuple[ActionRow, ...]]:
        """Actions of known councils that print a code, by both folded, in order of their papers."""
        coded = (row for row in self.actions if row.code is not None and row.council is not None)
        return _grouped(coded, lambda row: ((row.council or "").casefold(), folded(row.code or "")))

    @cached_property
    def _contested_figures(self) -> Mapping[str, FigureRow]:
        ids = {
            item.figure_id
            for contested in self.contested
            for change in contested.changes
            for item in (change.before, change.after)
        }
        every = chain(self.figures, self.repeated.figures)
        return {row.figure_id: row for row in every if row.figure_id in ids}

    def figure(self, figure_id: str) -> FigureRow:
        """Return the row of a contested figure."""
        return self._contested_figures[figure_id]

    def title(self, item: Printing) -> str | None:
        """The title of the row that a figure stands in."""
        row = self.indicators.get(item.indicator_id)
        return row.title if row else None

    def file_name(self, row: _Told) -> str:
        """The name of the file that a row stands in."""
        return self.papers[row.document_id].file_name


@dataclass(frozen=True)
class Repeated:
    """The rows of papers that repeat another's tables (``same_report_as``)."""

    indicators: tuple[IndicatorRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()


AcrossRule = Callable[[Standing], Iterable[Remark | Held]]
_Key = TypeVar("_Key")
_Row = TypeVar("_Row", FigureRow, IndicatorRow, ActionRow)


def read_standing(store: Store, document_ids: Collection[str]) -> Standing:
    """Read everything that papers are compared by, in one consistent view."""
    with store.read() as connection:
        papers = {row.document_id: row for row in bulk.papers(connection, document_ids)}
        repeats = {key for key, row in papers.items() if row.same_report_as in papers}
        indicators = bulk.indicators(connection, document_ids)
        figures = bulk.figures(connection, document_ids)
        actions = bulk.actions(connection, document_ids)
        readings = bulk.series_readings(connection, document_ids)
        series = {row.series_id for row in readings}
        links = tuple(
            link
            for link in bulk.links(connection)
            if link.series_a in series or link.series_b in series
        )
        same = _same_series(links)
        return Standing(
            papers=papers,
            readings=tuple(row for row in readings if row.document_id not in repeats),
            indicators={
                row.indicator_id: row for row in indicators if row.document_id not in repeats
            },
            statuses=tuple(
                row
                for row in bulk.statuses(connection, document_ids)
                if row.document_id not in repeats
            ),
            figures=tuple(row for row in figures if row.document_id not in repeats),
            actions=tuple(row for row in actions if row.document_id not in repeats),
            summaries=tuple(bulk.summaries(connection, document_ids)),
            links=links,
            repeated=Repeated(
                tuple(row for row in indicators if row.document_id in repeats),
                tuple(row for row in figures if row.document_id in repeats),
                tuple(row for row in actions if row.document_id in repeats),
            ),
            contested=read_contested(connection, figures, same),
            same_series=same,
        )


def _same_series(links: Iterable[Link]) -> Mapping[str, str]:
    root: dict[str, str] = {}

    def find(item: str) -> str:
        while root.get(item, item) != item:
            item = root[item]
        return item

    for link in links:
        if link.kind == "same":
            first, second = sorted((find(link.series_a), find(link.series_b)))
            root[second] = first
    return {item: find(item) for item in root}


@lru_cache(maxsize=4096)
def folded(code: str) -> str:
    """The identity of a code: what the grammar compares, else its folded text."""
    return code_key(code) or code.casefold()


@lru_cache(maxsize=4096)
def _end_of(label: str | None) -> date | None:
    if label is None:
        return None
    try:
        return period_from_label(label).end
    except UsageError:
        return None


def place_in_order(row: FigureRow | IndicatorRow | ActionRow) -> tuple[object, ...]:
    """Sort rows by the days of their reports, then by where they stand; undated reports first."""
    return (
        row.published_on or _end_of(row.reporting_period) or date.min,
        row.document_id,
        row.page,
        row.table_no or 0,
        row.row_no or 0,
        row.y0,
        row.x0,
    )


def _grouped(rows: Iterable[_Row], key: Callable[[_Row], _Key]) -> Mapping[_Key, tuple[_Row, ...]]:
    groups: dict[_Key, list[_Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(sorted(group, key=place_in_order)) for name, group in groups.items()}

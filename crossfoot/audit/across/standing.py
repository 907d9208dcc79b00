"""Everything in the store that papers are compared by, read once and indexed as rules ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from crossfoot.audit.remark import Held, Remark
from crossfoot.store import bulk
from crossfoot.store.bulk import ActionRow, FigureRow, IndicatorRow, PaperRow, SeriesRow
from crossfoot.store.database import Store


@dataclass(frozen=True)
class Standing:
    """All papers and their rows.

    ``figures``, ``indicators`` and ``actions`` are those of papers that repeat no other paper's
    tables, so that one report in two files counts once; ``repeats`` names the others.
    """

    papers: Mapping[str, PaperRow]
    series: Mapping[str, SeriesRow]
    indicators: Mapping[str, IndicatorRow]
    figures: tuple[FigureRow, ...]
    actions: tuple[ActionRow, ...]

    @cached_property
    def repeats(self) -> frozenset[str]:
        """Documents that repeat the tables of another that is there."""
        return frozenset(
            paper.document_id for paper in self.papers.values() if paper.same_report_as is not None
        )

    @cached_property
    def figures_of_series(self) -> Mapping[str, tuple[FigureRow, ...]]:
        """Figures by series, in order of :meth:`day` of their papers."""
        return _grouped(self.figures, lambda row: row.series_id, self._order)

    @cached_property
    def indicators_of_series(self) -> Mapping[str, tuple[IndicatorRow, ...]]:
        """Indicator rows by series, in order of :meth:`day` of their papers."""
        return _grouped(self.indicators.values(), lambda row: row.series_id, self._order)

    @cached_property
    def actions_by_code(self) -> Mapping[tuple[str | None, str], tuple[ActionRow, ...]]:
        """Actions that print a code, by council and folded code, in order of their papers."""
        coded = (row for row in self.actions if row.code is not None)
        return _grouped(
            coded,
            lambda row: (self.papers[row.document_id].council, (row.code or "").casefold()),
            self._order,
        )

    def day(self, document_id: str) -> date | None:
        """The day a paper speaks from: its publication, else the end of its period, else null."""
        paper = self.papers[document_id]
        return paper.published_on or paper.reporting_period_end

    def _order(self, row: FigureRow | IndicatorRow | ActionRow) -> tuple[object, ...]:
        place = (row.page, row.table_no or 0, row.row_no or 0, row.y0, row.x0)
        return (self.day(row.document_id) or date.min, row.document_id, *place)


_Key = TypeVar("_Key")
_Item = TypeVar("_Item")
AcrossRule = Callable[[Standing], Iterable[Remark | Held]]


def read_standing(store: Store) -> Standing:
    """Read everything that papers are compared by, in one consistent view."""
    with store.read() as connection:
        papers = {row.document_id: row for row in bulk.papers(connection)}
        repeats = {key for key, row in papers.items() if row.same_report_as is not None}
        return Standing(
            papers=papers,
            series={row.series_id: row for row in bulk.series(connection)},
            indicators={
                row.indicator_id: row
                for row in bulk.indicators(connection)
                if row.document_id not in repeats
            },
            figures=tuple(
                row for row in bulk.figures(connection) if row.document_id not in repeats
            ),
            actions=tuple(
                row for row in bulk.actions(connection) if row.document_id not in repeats
            ),
        )


def _grouped(
    rows: Iterable[_Item],
    key: Callable[[_Item], _Key],
    order: Callable[[_Item], tuple[object, ...]],
) -> Mapping[_Key, tuple[_Item, ...]]:
    groups: dict[_Key, list[_Item]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(sorted(group, key=order)) for name, group in groups.items()}

"""Everything in the store that papers are compared by, read once and indexed as rules ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from crossfoot.audit.across.contested import Contested, read_contested
from crossfoot.audit.across.reports import Told, by_place
from crossfoot.audit.remark import Held, Remark
from crossfoot.normalise.codes import code_key
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
from crossfoot.store.same_report import papers_of, same_reports

_Row = TypeVar("_Row", FigureRow, IndicatorRow, ActionRow)
_Coded = TypeVar("_Coded", IndicatorRow, ActionRow)


@dataclass(frozen=True)
class Standing:
    """Papers that may be compared, and their rows.

    What repeats what follows from the rows of the papers, whatever the store says of it.

    ``figures``, ``indicators``, ``statuses`` and ``actions`` are those of papers that repeat no
    other paper's tables, so that one report in two files counts once; ``repeated`` holds the rows
    of the others; all these stand in order of their papers (:func:`place_in_order`), statuses as
    they stand in each paper. ``contested`` are the figures that papers print differently,
    ``same_series`` the series that a person called the same one, each with the id that stands for
    all of them.
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
    def figures_of_series(self) -> Mapping[str, Sequence[FigureRow]]:
        """Figures by series, those a person called the same together, in order of their papers."""
        same = self.same_series
        if not same:
            return _grouped(self.figures, attrgetter("series_id"))
        return _grouped(self.figures, lambda row: same.get(row.series_id, row.series_id))

    @cached_property
    def actions_as_coded(self) -> AsCoded[ActionRow]:
        """Actions of known councils by council and code, as printed, in order of their papers."""
        return _as_coded(self.actions)

    @cached_property
    def indicators_as_coded(self) -> AsCoded[IndicatorRow]:
        """Indicators of known councils by council and code, as printed, in order of papers."""
        return _as_coded(self.indicators.values())

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

    def file_name(self, row: Told) -> str:
        """The name of the file that a row stands in."""
        return self.papers[row.document_id].file_name


@dataclass(frozen=True)
class Repeated:
    """The rows of papers that repeat another's tables (``same_report_as``)."""

    indicators: tuple[IndicatorRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()


AsCoded = Mapping[tuple[str, str], Sequence[_Coded]]
AcrossRule = Callable[[Standing], Iterable[Remark | Held]]
_Key = TypeVar("_Key")


def read_standing(store: Store, document_ids: Collection[str]) -> Standing:
    """Read everything that papers are compared by, in one consistent view."""
    with store.read() as connection:
        every = bulk.figures(connection, document_ids)
        listed = bulk.actions(connection, document_ids)
        papers = _marked(bulk.papers(connection, document_ids), every, listed)
        repeats = {key for key, row in papers.items() if row.same_report_as is not None}
        figures, of_figures = _parted(every, repeats)
        indicators, of_indicators = _parted(bulk.indicators(connection, document_ids), repeats)
        actions, of_actions = _parted(listed, repeats)
        readings = bulk.series_readings(connection, document_ids)
        links = _links_between(readings, bulk.links(connection))
        same = _same_series(links)
        statuses = bulk.statuses(connection, document_ids)
        return Standing(
            papers=papers,
            readings=tuple(row for row in readings if row.document_id not in repeats),
            indicators={row.indicator_id: row for row in indicators},
            statuses=tuple(
                row
                for row in sorted(statuses, key=_place_in_paper)
                if row.document_id not in repeats
            ),
            figures=figures,
            actions=actions,
            summaries=tuple(bulk.counts_of_actions(connection, document_ids)),
            links=links,
            repeated=Repeated(of_indicators, of_figures, of_actions),
            contested=read_contested(connection, papers, every, same),
            same_series=same,
        )


def _marked(
    papers: Sequence[PaperRow], figures: Sequence[FigureRow], actions: Sequence[ActionRow]
) -> Mapping[str, PaperRow]:
    """Return papers by id, each with the one that it is found to repeat, whatever it was before."""
    found = same_reports(papers_of(papers, figures, actions))
    return {
        row.document_id: row._replace(same_report_as=found.get(row.document_id)) for row in papers
    }


def _parted(
    rows: Sequence[_Row], repeats: Collection[str]
) -> tuple[tuple[_Row, ...], tuple[_Row, ...]]:
    """Return rows in order of their papers, and those of papers that repeat others."""
    ordered = by_place(rows)
    if not repeats:
        return tuple(ordered), ()
    return (
        tuple(row for row in ordered if row.document_id not in repeats),
        tuple(row for row in ordered if row.document_id in repeats),
    )


def _links_between(readings: Iterable[SeriesReading], links: list[Link]) -> tuple[Link, ...]:
    """Return the decisions on the series of papers."""
    if not links:
        return ()
    series = {row.series_id for row in readings}
    return tuple(link for link in links if link.series_a in series or link.series_b in series)


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


def by_code(rows: AsCoded[_Coded]) -> dict[tuple[str, str], Sequence[_Coded]]:
    """Return rows by council and code, both folded, in order of their papers."""
    found: dict[tuple[str, str], list[Sequence[_Coded]]] = defaultdict(list)
    for (council, code), printed in rows.items():
        found[council.casefold(), folded(code)].append(printed)
    return {
        key: some[0] if len(some) == 1 else by_place(chain.from_iterable(some))
        for key, some in found.items()
    }


def _as_coded(rows: Iterable[_Coded]) -> AsCoded[_Coded]:
    every = _grouped(rows, attrgetter("council", "code"))
    return {key: printed for key, printed in every.items() if key[0] is not None and key[1]}


def _place_in_paper(row: StatusRow) -> tuple[object, ...]:
    return row.document_id, row.page, row.row_no or 0, row.y0, row.x0


def _grouped(rows: Iterable[_Row], key: Callable[[_Row], _Key]) -> Mapping[_Key, list[_Row]]:
    groups: dict[_Key, list[_Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return dict(groups)

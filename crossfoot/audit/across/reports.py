"""Reports, and the order in which rows of many of them stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, groupby
from operator import attrgetter
from typing import Any, NamedTuple, Protocol, TypeVar

from crossfoot.normalise.spans import period_from_label
from crossfoot.schema.errors import UsageError
from crossfoot.store.bulk_rows import ActionRow, FigureRow, IndicatorRow

_Row = TypeVar("_Row", FigureRow, IndicatorRow, ActionRow)


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
        return end_of(self.reporting_period)

    @property
    def day(self) -> date:
        """The day it speaks from, to sort by: of an undated one, its period's end."""
        return self.published_on or self.period_end or date.min


class Told(Protocol):
    @property
    def document_id(self) -> str: ...
    @property
    def council(self) -> str | None: ...
    @property
    def published_on(self) -> date | None: ...
    @property
    def reporting_period(self) -> str | None: ...


def edition(row: Told) -> Edition:
    """Return the report that a row stands in."""
    return Edition(row.document_id, row.council, row.published_on, row.reporting_period)


#: What :func:`edition` says of a row as a plain tuple, for what asks that of very many.
told_by: Callable[[Told], tuple[str, str | None, date | None, str | None]] = attrgetter(
    *Edition._fields
)


@lru_cache(maxsize=4096)
def in_order_of_reports(report: Edition) -> tuple[date, str, str]:
    """Sort reports by the days they speak from; those of one file and day somehow."""
    return report.day, report.document_id, str(report)


@lru_cache(maxsize=4096)
def end_of(label: str | None) -> date | None:
    """Return the last day of a period; null where the label names none."""
    if label is None:
        return None
    try:
        return period_from_label(label).end
    except UsageError:
        return None


def place_in_order(row: FigureRow | IndicatorRow | ActionRow) -> tuple[object, ...]:
    """Sort rows by the days of their reports, then by where they stand; undated reports first."""
    return (_day(row), row.document_id, *_on_paper(row))


def by_place(rows: Iterable[_Row]) -> list[_Row]:
    """Return rows sorted by :func:`place_in_order`, those of one place by their ids.

    Rows come paper by paper, or nearly so, most of a paper in order: then this takes a third of
    the time of sorting them all by that key.
    """
    papers: dict[str, list[_Row]] = {}
    for document_id, some in groupby(rows, key=attrgetter("document_id")):
        papers.setdefault(document_id, []).extend(some)
    parts = [
        (day, document_id, part)
        for document_id, of_paper in papers.items()
        for day, part in _by_day(of_paper)
    ]
    parts.sort(key=lambda part: part[:2])
    return list(chain.from_iterable(part for *_, part in parts))


def _by_day(rows: list[_Row]) -> Iterator[tuple[date, Sequence[_Row]]]:
    """Sort the rows of one paper by their places, and part them by the days of its reports."""
    try:
        rows.sort(key=_PLACE)
    except TypeError:  # some stand in no table
        rows.sort(key=lambda row: (*_on_paper(row), row.own_id))
    if len(set(map(_DATED, rows))) == 1:
        yield _day(rows[0]), rows
        return
    rows.sort(key=_day)
    for day, part in groupby(rows, key=_day):
        yield day, list(part)


def _day(row: FigureRow | IndicatorRow | ActionRow) -> date:
    return row.published_on or end_of(row.reporting_period) or date.min


def _on_paper(row: FigureRow | IndicatorRow | ActionRow) -> tuple[float, ...]:
    return row.page, row.table_no or 0, row.row_no or 0, row.y0, row.x0


_PLACE: Callable[[Any], Any] = attrgetter("page", "table_no", "row_no", "y0", "x0", "own_id")
_DATED: Callable[[Any], Any] = attrgetter("published_on", "reporting_period")

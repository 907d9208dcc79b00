"""One printing of one figure in one paper, with all that a trend says about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, and_, select

from crossfoot.schema.page import Box
from crossfoot.schema.values import (
    Basis,
    FigureSource,
    IndicatorStatus,
    Measure,
    Polarity,
    ValueState,
)
from crossfoot.store.tables import documents, figures, indicators, series, statuses


@dataclass(frozen=True, kw_only=True)
class Printing:
    """A figure as one paper prints it. ``page``, ``table_no``, ``row_no`` and box say where.

    ``speaks_of`` is the day the value speaks of: its ``as_of`` where printed, else the end of the
    paper's period where a value to date was printed before its own period was over, else null.
    ``status`` is the one printed for this very period, ``note`` the row's, ``polarity`` the
    series'.
    """

    series_id: str
    council: str | None
    code: str | None
    measure: Measure
    basis: Basis
    period: str | None
    period_start: date | None
    period_end: date | None
    as_of: date | None
    speaks_of: date | None
    value: Decimal | None
    decimals: int | None
    unit: str | None
    value_state: ValueState
    as_printed: str | None
    footnote: str | None
    source: FigureSource
    status: IndicatorStatus | None
    confidence: float | None
    document_id: str
    file_name: str
    source_url: str | None
    published_on: date | None
    reporting_period: str | None
    reporting_period_end: date | None
    same_report_as: str | None
    page: int
    table_no: int | None
    row_no: int | None
    box: Box
    figure_id: str
    indicator_id: str
    period_as_printed: str | None = None
    note: str | None = None
    polarity: Polarity | None = None


_FROM_FIGURE = (
    "series_id",
    "measure",
    "basis",
    "period",
    "period_start",
    "period_end",
    "as_of",
    "value",
    "decimals",
    "unit",
    "value_state",
    "as_printed",
    "footnote",
    "source",
    "confidence",
    "page",
    "table_no",
    "row_no",
    "figure_id",
    "indicator_id",
    "period_as_printed",
)
_FROM_DOCUMENT = (
    "document_id",
    "file_name",
    "source_url",
    "published_on",
    "reporting_period",
    "reporting_period_end",
    "same_report_as",
)

_BOX = ("x0", "y0", "x1", "y1")


def printings(connection: Connection, series_ids: Iterable[str]) -> list[Printing]:
    """Return every printing of every figure of the series, in a fixed order."""
    wanted = sorted(set(series_ids))
    status = _statuses(connection, wanted)
    figure, document = figures.c, documents.c
    rows = connection.execute(
        select(
            *(figure[name] for name in _FROM_FIGURE),
            *(document[name] for name in _FROM_DOCUMENT),
            *(figure[name] for name in _BOX),
            series.c.council,
            series.c.code,
            series.c.polarity,
            indicators.c.note,
        )
        .join(indicators, indicators.c.indicator_id == figure.indicator_id)
        .join(documents, document.document_id == figure.document_id)
        .join(series, series.c.series_id == figure.series_id)
        .where(figure.series_id.in_(wanted))
        .order_by(figure.document_id, figure.page, figure.table_no, figure.row_no, figure.figure_id)
    )
    return [_printing(row, status) for row in rows]


def _statuses(
    connection: Connection, series_ids: list[str]
) -> dict[tuple[str, str], IndicatorStatus | None]:
    """Return the status printed for an indicator and a period."""
    figure, status = figures.c, statuses.c
    rows = connection.execute(
        select(status.indicator_id, status.period, status.status)
        .join(
            figures,
            and_(figure.indicator_id == status.indicator_id, figure.period == status.period),
        )
        .where(figure.series_id.in_(series_ids))
        .distinct()
    )
    return {(indicator_id, period): found for indicator_id, period, found in rows}


def _printing(row: Any, status: dict[tuple[str, str], IndicatorStatus | None]) -> Printing:
    return Printing(
        **{name: value for name, value in zip(row._fields, row, strict=True) if name not in _BOX},
        speaks_of=_speaks_of(row),
        status=status.get((row.indicator_id, row.period)),
        box=Box(row.x0, row.y0, row.x1, row.y1),
    )


def _speaks_of(row: Any) -> date | None:
    if row.as_of is not None:
        return date.fromisoformat(str(row.as_of))
    starts, ends, told = row.period_start, row.period_end, row.reporting_period_end
    if row.basis != "to_date" or None in (starts, ends, told):
        return None
    # A note may give a month after the paper's own period.
    return date.fromisoformat(str(told)) if starts <= told < ends else None

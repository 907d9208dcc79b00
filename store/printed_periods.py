"""Which periods of each series are printed anywhere, with a value or without."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import and_, case, func, select

from crossfoot.schema.values import Measure
from crossfoot.store.database import Store
from crossfoot.store.series import same_council
from crossfoot.store.tables import documents, figures, series


class PrintedPeriod(NamedTuple):
    """One period of one series and measure: how many papers print a cell for it, and a value."""

    series_id: str
    council: str | None
    code: str | None
    title: str | None
    measure: Measure
    period: str
    period_start: date
    period_end: date
    papers: int
    values: int


def printed_periods(
    store: Store, *, council: str | None = None, measures: Sequence[Measure] = ("outturn", "actual")
) -> list[PrintedPeriod]:
    """Return every period that papers print, by council, code, title and time.

    A paper that repeats another's tables counts with that one. Figures of periods that papers do
    not name are left out.
    """
    figure, head = figures.c, series.c
    has_value = case((figure.value_state == "value", figure.document_id))
    query = (
        select(
            figure.series_id,
            *(head.council, head.code, head.title),
            *(figure.measure, figure.period, figure.period_start, figure.period_end),
            func.count(figure.document_id.distinct()).label("papers"),
            func.count(has_value.distinct()).label("values"),
        )
        .join(series, head.series_id == figure.series_id)
        .join(
            documents,
            and_(
                documents.c.document_id == figure.document_id,
                documents.c.same_report_as.is_(None),
            ),
        )
        .where(figure.period_start.is_not(None), figure.measure.in_(measures))
        .group_by(
            *(figure.series_id, head.council, head.code, head.title),
            *(figure.measure, figure.period, figure.period_start, figure.period_end),
        )
    )
    with store.read() as connection:
        found = [PrintedPeriod(*row) for row in connection.execute(query)]
    return sorted(
        (item for item in found if same_council(item.council, council)),
        key=lambda item: (
            *(item.council or "", item.code is None, item.code or "", item.title or ""),
            *(item.series_id, item.measure, item.period_end, item.period_start, item.period),
        ),
    )

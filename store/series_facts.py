"""What papers print of every series: what proposals of links are made from."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, select

from crossfoot.schema.lineage import ActionFacts, Result, SeriesFacts, Span
from crossfoot.store import tables
from crossfoot.store.database import Store
from crossfoot.store.series import same_council


def series_facts(store: Store, *, council: str | None = None) -> list[SeriesFacts]:
    """Return what papers print of every series of a council, or of all.

    Series that no paper speaks of any more are left out.
    """
    with store.read() as connection:
        column = tables.series.c
        heads = connection.execute(
            select(
                *(column[name] for name in ("series_id", "council", "code", "title")),
                *(column[name] for name in ("unit", "polarity")),
            ).order_by(column.series_id)
        ).all()
        wanted = {row.series_id for row in heads if same_council(row.council, council)}
        rows = _rows(connection, wanted)
        results = _results(connection, wanted)
    return [
        SeriesFacts(
            series_id=head.series_id,
            council=head.council,
            code=head.code,
            titles=tuple(dict.fromkeys((head.title, *rows[head.series_id].titles)))
            if head.title
            else tuple(rows[head.series_id].titles),
            sections=tuple(rows[head.series_id].sections),
            unit=head.unit,
            polarity=head.polarity,
            results={span: frozenset(found) for span, found in results[head.series_id].items()},
            papers=frozenset(rows[head.series_id].papers),
        )
        for head in heads
        if head.series_id in wanted and head.series_id in rows
    ]


def action_facts(store: Store, *, council: str | None = None) -> list[ActionFacts]:
    """Return what papers print of every action with a code, of a council or of all."""
    column, document = tables.actions.c, tables.documents.c
    found: dict[tuple[str | None, str], _Rows] = defaultdict(_Rows)
    with store.read() as connection:
        rows = connection.execute(
            select(column.council, column.code, column.title, column.section, column.document_id)
            .join(tables.documents, document.document_id == column.document_id)
            .where(column.code.is_not(None))
            .order_by(
                document.published_on.desc().nulls_last(),
                document.reporting_period_end.desc().nulls_last(),
                column.document_id,
                column.action_id,
            )
        )
        for name, code, title, section, document_id in rows:
            if same_council(name, council):
                found[name, code].add(title, section, document_id)
    return [
        ActionFacts(name, code, tuple(said.titles), tuple(said.sections), frozenset(said.papers))
        for (name, code), said in found.items()
    ]


class _Rows:
    """What the rows of one series or action print, latest first."""

    def __init__(self) -> None:
        self.titles: dict[str, None] = {}
        self.sections: dict[str, None] = {}
        self.papers: set[str] = set()

    def add(self, title: str | None, section: str | None, document_id: str) -> None:
        self.papers.add(document_id)
        if title:
            self.titles[title] = None
        if section:
            self.sections[section] = None


def _rows(connection: Connection, wanted: set[str]) -> dict[str, _Rows]:
    column, document = tables.indicators.c, tables.documents.c
    found: dict[str, _Rows] = defaultdict(_Rows)
    rows = connection.execute(
        select(column.series_id, column.title, column.section, column.document_id)
        .join(tables.documents, document.document_id == column.document_id)
        .order_by(
            document.published_on.desc().nulls_last(),
            document.reporting_period_end.desc().nulls_last(),
            column.document_id,
            column.indicator_id,
        )
    )
    for series_id, title, section, document_id in rows:
        if series_id in wanted:
            found[series_id].add(title, section, document_id)
    return found


def _results(connection: Connection, wanted: set[str]) -> dict[str, dict[Span, set[Result]]]:
    column = tables.figures.c
    names = ("series_id", "measure", "basis", "period_start", "period_end", "value", "decimals")
    query = (
        select(*(column[name] for name in names))
        .where(
            column.measure.in_(("outturn", "actual")),
            column.value_state == "value",
            column.source == "cell",
            column.period_start.is_not(None),
            column.period_end.is_not(None),
        )
        .distinct()
    )
    found: dict[str, dict[Span, set[Result]]] = defaultdict(lambda: defaultdict(set))
    for series_id, measure, basis, start, end, value, decimals in connection.execute(query):
        if series_id in wanted:
            span = Span(measure, basis, start, end)
            found[series_id][span].add(Result(value, decimals or 0))
    return found

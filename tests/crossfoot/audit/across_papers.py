"""Papers of typed rows, some quarters of one council, and what comparing them finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from crossfoot.audit.across.rules import ACROSS_IDS
from crossfoot.checking import check_across
from crossfoot.normalise.spans import period_from_label
from crossfoot.schema.finding import Finding
from crossfoot.schema.identity import make_id
from crossfoot.schema.paper import Document, Paper
from crossfoot.schema.rows import (
    Action,
    CellRow,
    Figure,
    Indicator,
    Series,
    StatusEntry,
    Summary,
)
from crossfoot.store.database import Store
from crossfoot.store.findings import findings
from crossfoot.store.load import load_paper, start_load

COUNCIL = "Broxtowe Borough Council"
Q1, Q2, Q3, Q4 = (f"2019/20 Q{number}" for number in (1, 2, 3, 4))


@dataclass
class Row:
    """An indicator row: *printed* maps a measure and a period to what the cell says."""

    printed: Mapping[tuple[str, str | None], str] = field(default_factory=dict)
    code: str | None = "BV9"
    title: str | None = "Council Tax collected"
    basis: str = "annual"
    unit: str | None = "%"
    note: str | None = None
    footnote: str | None = None
    polarity: str | None = "higher"
    statuses: Mapping[str, str] = field(default_factory=dict)
    carrier: str = "word"
    source: str = "cell"


def task(code: str | None = "FP1922_01", **values: Any) -> dict[str, Any]:
    """An action in progress, due at the end of 2019; *values* are its columns."""
    given: dict[str, Any] = {
        "code": code,
        "code_as_printed": code,
        "title": f"Produce the accounts of {code}",
        "description": None,
        "section": "Finance",
        "status": "in_progress",
        "status_as_printed": "In Progress",
        "status_carrier": "word",
        "progress": 20,
        "due": date(2019, 12, 31),
        "due_precision": "day",
        "due_as_printed": "31-Dec-2019",
    }
    if values.get("due", ...) is None:
        given |= {"due_precision": None, "due_as_printed": None}
    elif "due" in values:
        given["due_as_printed"] = values["due"].isoformat()
    return given | values


def report(
    name: str,
    period: str | None = Q1,
    rows: Sequence[Row] = (),
    actions: Sequence[dict[str, Any]] = (),
    *,
    published: date | None = None,
    council: str | None = COUNCIL,
    title: str = "Performance report",
    counts: Mapping[str | None, int] | None = None,
) -> Paper:
    """A paper with one table of indicators (1) and one of actions (2); *counts* are its summary's,
    by status.
    """
    span = period_from_label(period) if period else None
    document_id = make_id(name) * 2
    document = Document(
        document_id=document_id,
        file_name=name,
        council=council,
        council_source="paper" if council else None,
        title=title,
        published_on=published,
        published_on_source="paper" if published else None,
        reporting_period=period,
        reporting_period_start=span.start if span else None,
        reporting_period_end=span.end if span else None,
        pages=2,
        outcome="read",
        reader_version="1",
    )
    sheet = _Sheet(document)
    for number, row in enumerate(rows, start=2):
        sheet.indicator(number, row)
    for number, values in enumerate(actions, start=2):
        sheet.action(number, values)
    for number, (status, count) in enumerate((counts or {}).items(), start=2):
        sheet.count(number, status, count)
    return Paper(
        document=document,
        series=list(sheet.series.values()),
        indicators=sheet.indicators,
        statuses=sheet.statuses,
        figures=sheet.figures,
        actions=sheet.actions,
        summaries=sheet.summaries,
        cells=sheet.cells,
    )


def compared(store: Store, *papers: Paper) -> list[Finding]:
    """Load the papers and return what rules across papers find, in order of rule and message."""
    load_id = start_load(store, "1")
    for paper in papers:
        load_paper(store, paper, load_id)
    check_across(store)
    found = [item for item in findings(store) if item.rule_id in ACROSS_IDS]
    return sorted(found, key=lambda item: (item.rule_id, item.message))


def told(found: Sequence[Finding]) -> list[tuple[str, str]]:
    """Return rule and severity of each finding."""
    return [(item.rule_id, item.severity) for item in found]


class _Sheet:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.series: dict[str, Series] = {}
        self.indicators: list[Indicator] = []
        self.statuses: list[StatusEntry] = []
        self.figures: list[Figure] = []
        self.actions: list[Action] = []
        self.summaries: list[Summary] = []
        self.cells: list[CellRow] = []

    def indicator(self, number: int, row: Row) -> None:
        paper = self.document
        place = self._place(1, number)
        series_id = make_id("series", paper.council or paper.document_id, row.code or row.title)
        head = make_id("indicator", paper.document_id, number)
        self.series[series_id] = Series(
            series_id=series_id,
            council=paper.council,
            code=row.code,
            title=row.title,
            unit=row.unit,
            polarity=row.polarity,
        )
        self._cell(place, 1, row.title, "title")
        self.indicators.append(
            Indicator(
                **place,
                **self._in_paper(),
                indicator_id=head,
                series_id=series_id,
                code=row.code,
                code_as_printed=row.code,
                title=row.title,
                section="Revenues",
                is_csi=None,
                frequency=None,
                status=None,
                status_as_printed=None,
                status_carrier=None,
                note=row.note,
            )
        )
        for column, ((measure, period), text) in enumerate(row.printed.items(), start=2):
            self._figure(place, (head, series_id, column), (measure, period, text), row)
        for column, (period, status) in enumerate(row.statuses.items(), start=20):
            self.statuses.append(
                StatusEntry(
                    **place,
                    indicator_id=head,
                    period=period,
                    status=status,
                    status_as_printed=status.capitalize(),
                    status_carrier=row.carrier,
                    cell_id=self._cell(place, column, status.capitalize(), "status"),
                )
            )

    def _figure(
        self,
        place: dict[str, Any],
        ids: tuple[str, str, int],
        said: tuple[str, str | None, str],
        row: Row,
    ) -> None:
        head, series_id, column = ids
        measure, period, text = said
        span = period_from_label(period) if period else None
        number = text.strip("%£").replace(",", "")
        is_value = number.lstrip("-").replace(".", "", 1).isdigit()
        self.figures.append(
            Figure(
                **place,
                **self._in_paper(),
                figure_id=make_id("figure", self.document.document_id, place["row_no"], column),
                indicator_id=head,
                series_id=series_id,
                cell_id=self._cell(place, column, text, measure),
                code=row.code,
                measure=measure,
                basis=row.basis,
                period=period,
                period_start=span.start if span else None,
                period_end=span.end if span else None,
                period_as_printed=period,
                value=Decimal(number) if is_value else None,
                decimals=len(number.partition(".")[2]) if is_value else None,
                unit=row.unit if is_value else None,
                value_state="value" if is_value else "other",
                as_printed=text,
                footnote=row.footnote,
                source=row.source,
            )
        )

    def action(self, number: int, values: dict[str, Any]) -> None:
        place = self._place(2, number)
        columns = ("code", "title", "status", "progress", "due", "revised_due")
        for column, name in enumerate(columns, start=1):
            self._cell(place, column, str(values.get(name) or ""), name)
        action_id = make_id("action", self.document.document_id, number)
        self.actions.append(Action(**place, **self._in_paper(), action_id=action_id, **values))

    def count(self, number: int, status: str | None, count: int) -> None:
        place = self._place(3, number)
        self._cell(place, 1, str(count), "count")
        given: dict[str, Any] = {"status": status}
        self.summaries.append(
            Summary(
                **place,
                **self._in_paper(),
                **given,
                summary_id=make_id("summary", self.document.document_id, number),
                subject="actions",
                section=None,
                is_total=status is None,
                status_as_printed=status or "Total",
                item_count=count,
                csi_count=None,
                percentage=None,
                period=None,
                as_printed=str(count),
            )
        )

    def _in_paper(self) -> dict[str, Any]:
        names = ("council", "published_on", "reporting_period")
        return {name: getattr(self.document, name) for name in names}

    def _place(self, table: int, number: int) -> dict[str, Any]:
        y = number * 12.0 + table * 200
        box = {"x0": 10.0, "y0": y, "x1": 500.0, "y1": y + 12}
        where = {"document_id": self.document.document_id, "page": table}
        return where | {"table_no": table, "row_no": number} | box

    def _cell(self, place: dict[str, Any], column: int, text: str | None, role: str) -> str:
        document_id, table, row = (place[name] for name in ("document_id", "table_no", "row_no"))
        cell_id = make_id("cell", document_id, table, row, column)
        start = (cell_id, document_id, table, table, row, column, 1, 1, 1)
        box = (column * 20.0, place["y0"], column * 20.0 + 20, place["y1"])
        self.cells.append(CellRow(*start, *box, text or None, None, None, role))
        return cell_id

"""Writes out what a reader should find in a sample paper, in the published columns.

Left out are ids, boxes, table and row numbers, symbols and confidence: they depend on the reader
or the file. ``council``, ``published_on`` and ``reporting_period`` stand once, in ``documents``.
``indicator_no`` and ``action_no`` (from 1, in printed order) say which row a figure, a status or
a month belongs to.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from samples.document import Key, plain
from samples.expect_counts import Counts, Row
from samples.facts import (
    ActionRow,
    ActionTable,
    CountingSentence,
    CountTable,
    IndicatorRow,
    IndicatorTable,
    ItemTable,
    KeyLine,
    KeyTable,
    Paper,
    Section,
    ShareTables,
)
from samples.layouts import MARKERS
from samples.values import Day, Value


def span(period: str) -> tuple[str, str]:
    """Return first and last day (ISO) of a year, quarter or month as ruling 11 writes them."""
    year = int(period[:4])
    if "/" not in period:
        month = int(period[5:7])
        last = calendar.monthrange(year, month)[1]
        return f"{period}-01", f"{period}-{last}"
    quarters = {
        "": (f"{year}-04-01", f"{year + 1}-03-31"),
        "Q1": (f"{year}-04-01", f"{year}-06-30"),
        "Q2": (f"{year}-07-01", f"{year}-09-30"),
        "Q3": (f"{year}-10-01", f"{year}-12-31"),
        "Q4": (f"{year + 1}-01-01", f"{year + 1}-03-31"),
    }
    return quarters[period[7:].strip()]


@dataclass
class _Rows(Counts):
    """Everything expected of one paper, relation by relation."""

    # -- indicators ---------------------------------------------------------------------------

    def indicators(self, table: IndicatorTable, block: int) -> None:
        section = None
        for number, row in enumerate(table.rows, start=1):
            if isinstance(row, Section):
                section = row.name
            else:
                here = section or row.team or table.section
                self.indicator(table, row, here, self.page(block, number))

    def indicator(
        self, table: IndicatorTable, row: IndicatorRow, section: str | None, page: int
    ) -> None:
        status = {
            "status": row.status.meaning,
            "status_as_printed": row.status.word,
            "status_carrier": row.status.carrier,
            "trend_as_printed": None,
        }
        self.rows["indicators"].append(
            {
                "page": page,
                "code": row.code,
                "code_as_printed": row.code_as_printed or row.code,
                "title": row.title,
                "section": section,
                "is_csi": table.is_csi if row.is_csi is None else row.is_csi,
                "frequency": row.frequency,
                **status,
                "note": row.note,
            }
        )
        owner = {"indicator_no": len(self.rows["indicators"]), "page": page}
        self.rows["statuses"].append(
            {**owner, "period": table.status_period, "is_previous": False, **status}
        )
        for column, value in zip(table.columns, row.values, strict=True):
            basis = column.basis
            if row.basis and column.measure != "outturn":
                basis = row.basis
            as_of = row.as_of if column.measure == "actual" else None
            place = (column.measure, basis, column.period, column.period_as_printed)
            self.figure(owner, row.code, place, value, as_of, "cell")
        for extra in row.note_figures:
            basis = row.basis or "in_period"
            place = ("actual", basis, extra.period, extra.period_as_printed)
            self.figure(owner, row.code, place, extra.value, None, "note")

    def figure(
        self,
        owner: Row,
        code: str,
        place: tuple[str, str, str, str],
        value: Value,
        as_of: str | None,
        source: str,
    ) -> None:
        measure, basis, period, period_as_printed = place
        start, end = span(period)
        point = (value.value or "").partition(".")[2]
        self.rows["figures"].append(
            {
                **owner,
                "code": code,
                "measure": measure,
                "basis": basis,
                "period": period,
                "period_start": start,
                "period_end": end,
                "period_as_printed": period_as_printed,
                "as_of": as_of,
                "value": value.value,
                "decimals": len(point) if value.value is not None else None,
                "unit": value.unit,
                "value_state": value.state,
                "as_printed": value.as_printed,
                "footnote": value.footnote,
                "source": source,
            }
        )

    # -- actions ------------------------------------------------------------------------------

    def actions(self, table: ActionTable, block: int) -> None:
        section = None
        for number, row in enumerate(table.rows, start=1):
            if isinstance(row, Section):
                section = row.name
            else:
                here = section or row.team or table.section
                self.rows["actions"].append(_action(row, here, self.page(block, number)))

    def item(self, table: ItemTable, block: int) -> None:
        item = table.item
        self.rows["actions"].append(
            {
                "page": self.page(block, 2),
                "code": item.code,
                "code_as_printed": item.code,
                "title": item.title,
                "description": None,
                "section": item.section,
                "parent_code": item.parent_code,
                "parent_title": item.parent_title,
                "owner": item.owner,
                "lead": item.lead,
                "status": item.status.meaning,
                "status_as_printed": item.status.word,
                "status_carrier": item.status.carrier,
                "progress": None,
                **_date("due", item.due),
                **_date("revised_due", item.revised_due),
                **_date("proposed_due", None),
                **_date("previous_due", None),
                "comments": plain(item.comments) if item.comments else None,
                "corrective_action": plain(item.corrective_action),
            }
        )
        for month, marker, _ in item.months:
            self.rows["action_months"].append(
                {
                    "action_no": len(self.rows["actions"]),
                    "page": self.page(block, 5),
                    "month": month,
                    "marker": marker,
                    "fill": MARKERS[marker],
                }
            )


def _date(name: str, printed: Day | None) -> Row:
    return {
        name: printed.iso if printed else None,
        f"{name}_precision": printed.precision if printed else None,
        f"{name}_as_printed": printed.as_printed if printed else None,
    }


def _action(row: ActionRow, section: str | None, page: int) -> Row:
    return {
        "page": page,
        "code": row.code,
        "code_as_printed": row.code_as_printed or row.code,
        "title": row.title,
        "description": row.description,
        "section": section,
        "parent_code": None,
        "parent_title": None,
        "owner": None,
        "lead": None,
        "status": row.status.meaning,
        "status_as_printed": row.status.word,
        "status_carrier": row.status.carrier,
        "progress": row.progress,
        **_date("due", row.due),
        **_date("revised_due", None),
        **_date("proposed_due", row.proposed_due),
        **_date("previous_due", row.previous_due),
        "comments": row.comments,
        "corrective_action": None,
    }


def expected(paper: Paper, pages: Mapping[Key, int], file_name: str, page_count: int) -> Row:
    """Return the expected rows of *paper*: ``printed`` (what the paper says of itself),
    ``documents`` (one row, completed from the samples' manifest) and one list per relation.
    """
    found = _Rows(pages)
    handlers: dict[type, Callable[[Any, int], None]] = {
        IndicatorTable: found.indicators,
        ActionTable: found.actions,
        ItemTable: found.item,
        CountTable: found.counts,
        ShareTables: found.shares,
        CountingSentence: found.sentence,
        KeyTable: found.key,
        KeyLine: found.key_line,
    }
    for number, part in enumerate(paper.parts):
        if handler := handlers.get(type(part)):
            handler(part, number)
    said, known = paper.printed, paper.known
    start, end = span(said.reporting_period)
    document = {
        "file_name": file_name,
        "council": said.council or known.council,
        "title": said.title,
        "committee": said.committee or known.committee,
        "published_on": said.published_on or known.published_on,
        "reporting_period": said.reporting_period,
        "reporting_period_start": start,
        "reporting_period_end": end,
        "pages": page_count,
    }
    printed = {
        "council": said.council,
        "title": said.title,
        "committee": said.committee,
        "published_on": said.published_on,
        "reporting_period": said.reporting_period,
    }
    return {"printed": printed, "documents": [document], **found.rows}

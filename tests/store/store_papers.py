"""Papers built by hand, with figures of real ones, for the tests of the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from crossfoot.schema.finding import Finding, FindingCell, make_finding
from crossfoot.schema.identity import make_id
from crossfoot.schema.page import Box
from crossfoot.schema.paper import Document, Paper
from crossfoot.schema.rows import (
    Action,
    ActionMonth,
    CellRow,
    Figure,
    Indicator,
    Legend,
    Series,
    StatusEntry,
    Summary,
)

COUNCIL = "Broxtowe Borough Council"
YEARS = {
    "2017/18": (date(2017, 4, 1), date(2018, 3, 31)),
    "2018/19": (date(2018, 4, 1), date(2019, 3, 31)),
    "2019/20": (date(2019, 4, 1), date(2020, 3, 31)),
    "2020/21": (date(2020, 4, 1), date(2021, 3, 31)),
    "2019/20 Q1": (date(2019, 4, 1), date(2019, 6, 30)),
    "2020/21 Q1": (date(2020, 4, 1), date(2020, 6, 30)),
    "2020/21 Q2": (date(2020, 7, 1), date(2020, 9, 30)),
}


def sha(name: str) -> str:
    return make_id(name) * 2


def series_id(code: str, council: str = COUNCIL) -> str:
    return make_id("series", council, code)


def document(name: str = "a.pdf", **values: Any) -> Document:
    given: dict[str, Any] = {
        "document_id": sha(name),
        "file_name": name,
        "council": COUNCIL,
        "council_source": "paper",
        "pages": 4,
        "outcome": "read",
        "reader_version": "1",
    }
    return Document(**(given | values))


def place(paper: Document, row: int) -> dict[str, Any]:
    box = {"x0": 10.0, "y0": row * 12.25, "x1": 500.5, "y1": row * 12.25 + 12}
    return {"document_id": paper.document_id, "page": 2, "table_no": 1, "row_no": row, **box}


def in_paper(paper: Document, row: int) -> dict[str, Any]:
    return place(paper, row) | {
        "council": paper.council,
        "published_on": paper.published_on,
        "reporting_period": paper.reporting_period,
    }


def figure(
    paper: Document,
    period: str | None,
    printed: str | None,
    *,
    code: str = "BV9",
    measure: str = "outturn",
    basis: str = "annual",
    row: int = 2,
    **values: Any,
) -> Figure:
    """A figure that prints *printed*; a number is its value, anything else its state."""
    number = (printed or "").rstrip("%").replace(",", "")
    is_value = number.replace(".", "").isdigit()
    start, end = YEARS.get(period or "", (None, None))
    given: dict[str, Any] = {
        **in_paper(paper, row),
        "figure_id": make_id("figure", paper.document_id, row, measure, period, basis, printed),
        "indicator_id": make_id("indicator", paper.document_id, row),
        "series_id": series_id(code, paper.council or ""),
        "cell_id": make_id("cell", paper.document_id, row, 1),
        "code": code,
        "measure": measure,
        "basis": basis,
        "period": period,
        "period_start": start,
        "period_end": end,
        "period_as_printed": period,
        "value": Decimal(number) if is_value else None,
        "decimals": len(number.partition(".")[2]) if is_value else None,
        "unit": "%" if is_value else None,
        "value_state": "value" if is_value else {None: "blank", "-": "dash"}.get(printed, "other"),
        "as_printed": printed,
    }
    return Figure(**(given | values))


def indicator(paper: Document, code: str = "BV9", row: int = 2, **values: Any) -> Indicator:
    given: dict[str, Any] = {
        **in_paper(paper, row),
        "indicator_id": make_id("indicator", paper.document_id, row),
        "series_id": series_id(code, paper.council or ""),
        "code": code,
        "code_as_printed": code,
        "title": "Council Tax collected",
        "section": "Revenues",
        "is_csi": True,
        "frequency": "Quarterly",
        "status": "amber",
        "status_as_printed": "Amber",
        "status_carrier": "icon",
    }
    return Indicator(**(given | values))


def series(paper: Document, code: str = "BV9", **values: Any) -> Series:
    given: dict[str, Any] = {
        "series_id": series_id(code, paper.council or ""),
        "council": paper.council,
        "code": code,
        "title": "Council Tax collected",
        "unit": "%",
        "polarity": "higher",
    }
    return Series(**(given | values))


def cell(paper: Document, row: int, col: int, text: str | None, fragment: int = 1) -> CellRow:
    return CellRow(
        cell_id=make_id("cell", paper.document_id, row, col),
        document_id=paper.document_id,
        page=2,
        table_no=1,
        row_no=row,
        col_no=col,
        fragment=fragment,
        row_span=1,
        col_span=1,
        x0=10.0,
        y0=20.25,
        x1=30.01,
        y1=40.0,
        text=text,
        fill=None,
        symbol=None,
        role="outturn" if row > 1 else "heading",
    )


def paper_of(paper: Document, figures: Sequence[Figure], **values: Any) -> Paper:
    """A paper with one indicator row for the figures, and whatever else is given."""
    code = figures[0].code or "BV9"
    given: dict[str, Any] = {
        "document": paper,
        "series": [series(paper, code)],
        "indicators": [indicator(paper, code)],
        "figures": figures,
        "cells": [cell(paper, 1, 1, code), cell(paper, 2, 1, figures[0].as_printed)],
    }
    return Paper(**(given | values))


def finding(paper: Document, rule: str = "sum-of-rows", message: str = "4 + 1 is 5") -> Finding:
    where = (2, Box(1.0, 2.0, 3.0, 4.0))
    return make_finding(rule, "error", paper.document_id, message, place=where, printed="4")


def whole_paper(name: str = "whole.pdf", **values: Any) -> Paper:
    """A paper with rows in every relation."""
    paper = document(
        name,
        **{
            "published_on": date(2020, 7, 9),
            "published_on_source": "paper",
            "reporting_period": "2019/20",
            "reporting_period_start": date(2019, 4, 1),
            "reporting_period_end": date(2020, 3, 31),
        }
        | values,
    )
    action_id = make_id("action", paper.document_id)
    remark = finding(paper)
    figures = [
        figure(paper, "2018/19", "97.0%"),
        figure(paper, "2019/20", "97.5%"),
        figure(paper, "2019/20", "98.50%", measure="target"),
        figure(paper, "2020/21 Q1", "-", measure="actual", basis="to_date"),
    ]
    return paper_of(
        paper,
        figures,
        statuses=[
            StatusEntry(
                **place(paper, 2),
                indicator_id=make_id("indicator", paper.document_id, 2),
                period="2019/20",
                status="amber",
                status_as_printed="Amber",
                status_carrier="icon",
                cell_id=make_id("cell", paper.document_id, 2, 1),
            )
        ],
        actions=[
            Action(
                **in_paper(paper, 5),
                action_id=action_id,
                code="FP1922_05",
                code_as_printed="FP1922_05",
                title="Determine the approach to procurement",
                description=None,
                section="Finance",
                status="warning",
                status_as_printed="Warning",
                status_carrier="word",
                progress=80,
                due=date(2021, 9, 30),
                due_precision="month",
                due_as_printed="Sep-2021",
            )
        ],
        action_months=[
            ActionMonth(
                **place(paper, 5),
                action_id=action_id,
                month="2021-09",
                marker="original_date",
                fill="#00ff00",
                cell_id=make_id("cell", paper.document_id, 2, 1),
            )
        ],
        summaries=[
            Summary(
                **in_paper(paper, 7),
                summary_id=make_id("summary", paper.document_id),
                subject="actions",
                section="Finance Services",
                is_total=False,
                status="completed",
                status_as_printed="Completed",
                item_count=1,
                csi_count=None,
                percentage=Decimal("12.50"),
                period=None,
                as_printed="1",
            )
        ],
        legends=[
            Legend(
                **place(paper, 9),
                symbol="picture:1",
                meaning_as_printed="In Progress",
                meaning="in_progress",
            )
        ],
        findings=[remark],
        finding_cells=[
            FindingCell(
                finding_id=remark.finding_id, cell_id=make_id("cell", paper.document_id, 2, 1)
            )
        ],
    )

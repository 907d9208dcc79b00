"""Rows of the published relations as light tuples, for what reads very many of them.

100,000 figures as pydantic models would take longer to make than to compare. Rows of packs carry
council, day and period of their own report, not those of the file.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from crossfoot.schema.page import Box
from crossfoot.schema.values import (
    ActionStatus,
    AnyStatus,
    Basis,
    Carrier,
    FigureSource,
    IndicatorStatus,
    Measure,
    Polarity,
    Precision,
    ValueState,
)


class PaperRow(NamedTuple):
    """A document, as relation ``documents`` has it; what no rule asks for is left out."""

    document_id: str
    file_name: str
    council: str | None
    title: str | None
    published_on: date | None
    reporting_period: str | None
    same_report_as: str | None


class SeriesReading(NamedTuple):
    """What one paper says of a series; what no rule asks for is left out."""

    document_id: str
    series_id: str
    code: str | None
    unit: str | None
    polarity: Polarity | None


class IndicatorRow(NamedTuple):
    """A row of relation ``indicators`` with its place; what no rule asks for is left out."""

    document_id: str
    page: int
    table_no: int | None
    row_no: int | None
    x0: float
    y0: float
    x1: float
    y1: float
    council: str | None
    published_on: date | None
    reporting_period: str | None
    indicator_id: str
    series_id: str
    code: str | None
    code_as_printed: str | None
    title: str | None
    note: str | None

    @property
    def own_id(self) -> str:
        return self.indicator_id

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1, self.y1)


class StatusRow(NamedTuple):
    """A row of relation ``statuses`` with its place."""

    document_id: str
    page: int
    table_no: int | None
    row_no: int | None
    x0: float
    y0: float
    x1: float
    y1: float
    indicator_id: str
    period: str | None
    is_previous: bool
    status: IndicatorStatus | None
    status_as_printed: str | None
    status_carrier: Carrier | None
    cell_id: str

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1, self.y1)


class FigureRow(NamedTuple):
    """A row of relation ``figures`` with its place; what no rule asks for is left out."""

    document_id: str
    page: int
    table_no: int | None
    row_no: int | None
    x0: float
    y0: float
    x1: float
    y1: float
    council: str | None
    published_on: date | None
    reporting_period: str | None
    figure_id: str
    indicator_id: str
    series_id: str
    cell_id: str
    code: str | None
    measure: Measure
    basis: Basis
    period: str | None
    period_end: date | None
    as_of: date | None
    value: Decimal | None
    decimals: int | None
    unit: str | None
    value_state: ValueState
    as_printed: str | None
    footnote: str | None
    source: FigureSource

    @property
    def own_id(self) -> str:
        return self.figure_id

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1, self.y1)


class ActionRow(NamedTuple):
    """A row of relation ``actions`` with its place; what no rule asks for is left out."""

    document_id: str
    page: int
    table_no: int | None
    row_no: int | None
    x0: float
    y0: float
    x1: float
    y1: float
    council: str | None
    published_on: date | None
    reporting_period: str | None
    action_id: str
    code: str | None
    code_as_printed: str | None
    title: str | None
    section: str | None
    parent_title: str | None
    status: ActionStatus | None
    status_as_printed: str | None
    status_carrier: Carrier | None
    progress: int | None
    due: date | None
    due_precision: Precision | None
    due_as_printed: str | None
    revised_due: date | None
    revised_due_precision: Precision | None
    revised_due_as_printed: str | None
    proposed_due: date | None
    proposed_due_as_printed: str | None
    previous_due_as_printed: str | None
    comments: str | None
    corrective_action: str | None

    @property
    def own_id(self) -> str:
        return self.action_id

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1, self.y1)


class SummaryRow(NamedTuple):
    """A count of relation ``summaries``; what no rule asks for is left out."""

    document_id: str
    council: str | None
    published_on: date | None
    reporting_period: str | None
    section: str | None
    is_total: bool
    status: AnyStatus | None
    item_count: int | None

"""The typed rows read from a paper's tables and sentences, one model per published relation.

Field names and order are the published columns (contract). ``load_id`` is added by the store.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple, Self

from pydantic import Field, model_validator

from crossfoot.schema.model import InPaper, Model, Placed
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
    Subject,
    ValueState,
)


class Series(Model):
    """What a trend follows: one measure of one council."""

    series_id: str
    council: str | None
    code: str | None
    title: str | None
    unit: str | None
    polarity: Polarity | None = None


class Indicator(InPaper):
    """One indicator row printed in a table."""

    indicator_id: str
    series_id: str
    code: str | None
    code_as_printed: str | None
    title: str | None
    section: str | None
    is_csi: bool | None
    frequency: str | None
    status: IndicatorStatus | None
    status_as_printed: str | None
    status_carrier: Carrier | None
    trend_as_printed: str | None = None
    note: str | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)
    evidence: str | None = None


class StatusEntry(Placed):
    """One status printed for an indicator, for one period (relation ``statuses``)."""

    indicator_id: str
    period: str | None
    is_previous: bool = False
    status: IndicatorStatus | None
    status_as_printed: str | None
    status_carrier: Carrier | None
    trend_as_printed: str | None = None
    cell_id: str


class Figure(InPaper):
    """One value cell of an indicator, printed or not.

    ``value`` is exact, percent as 97.0 and ``£1,234k`` as 1234000; it is null exactly where
    ``value_state`` is not ``value``. ``decimals`` counts the digits printed after the point.
    """

    figure_id: str
    indicator_id: str
    series_id: str
    cell_id: str
    code: str | None
    measure: Measure
    basis: Basis
    period: str | None
    period_start: date | None
    period_end: date | None
    period_as_printed: str | None
    as_of: date | None = None
    value: Decimal | None
    decimals: int | None
    unit: str | None
    value_state: ValueState
    as_printed: str | None
    footnote: str | None = None
    source: FigureSource = "cell"
    confidence: float | None = Field(default=None, ge=0, le=1)
    evidence: str | None = None

    @model_validator(mode="after")
    def _value_belongs_to_state(self) -> Self:
        if (self.value is None) != (self.value_state != "value"):
            raise ValueError(f"value {self.value!r} does not fit state {self.value_state!r}")
        return self


class Action(InPaper):
    """One action (a task of a plan)."""

    action_id: str
    code: str | None
    code_as_printed: str | None
    title: str | None
    description: str | None
    section: str | None
    parent_code: str | None = None
    parent_title: str | None = None
    owner: str | None = None
    lead: str | None = None
    status: ActionStatus | None
    status_as_printed: str | None
    status_carrier: Carrier | None
    progress: int | None = Field(default=None, ge=0, le=100)
    due: date | None = None
    due_precision: Precision | None = None
    due_as_printed: str | None = None
    revised_due: date | None = None
    revised_due_precision: Precision | None = None
    revised_due_as_printed: str | None = None
    proposed_due: date | None = None
    proposed_due_precision: Precision | None = None
    proposed_due_as_printed: str | None = None
    previous_due: date | None = None
    previous_due_precision: Precision | None = None
    previous_due_as_printed: str | None = None
    comments: str | None = None
    corrective_action: str | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)
    evidence: str | None = None


class ActionMonth(Placed):
    """One marked month of an action's month chart; it never sets the action's status.

    ``month`` is ``YYYY-MM``, null where the paper does not say which year.
    """

    action_id: str
    month: str | None
    marker: str | None
    fill: str | None
    cell_id: str


class Summary(InPaper):
    """One count printed in a summary table or in a counting sentence."""

    summary_id: str
    subject: Subject
    section: str | None
    is_total: bool
    status: AnyStatus | None
    status_as_printed: str | None
    item_count: int | None
    csi_count: int | None
    percentage: Decimal | None
    period: str | None
    as_printed: str | None


class Legend(Placed):
    """One entry of a key: what a symbol (picture identity, fill, letter) means."""

    symbol: str
    meaning_as_printed: str
    meaning: str | None


class CellRow(NamedTuple):
    """One cell, or one part of a cut cell, as published in relation ``cells``.

    A tuple because there are many: unique on document, table, row, column and fragment.
    """

    cell_id: str
    document_id: str
    page: int
    table_no: int
    row_no: int
    col_no: int
    fragment: int
    row_span: int
    col_span: int
    x0: float
    y0: float
    x1: float
    y1: float
    text: str | None
    fill: str | None
    symbol: str | None
    role: str | None

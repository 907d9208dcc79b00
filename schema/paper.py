"""A document, a load, and all that was read from one paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from crossfoot.schema.finding import Check, Finding, FindingCell
from crossfoot.schema.model import Model
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
from crossfoot.schema.values import Outcome, Source


class Document(Model):
    """One file. ``document_id`` is the SHA-256 of its bytes, 64 hex digits."""

    document_id: str
    file_name: str
    source_url: str | None = None
    council: str | None = None
    council_source: Source | None = None
    title: str | None = None
    committee: str | None = None
    published_on: date | None = None
    published_on_source: Source | None = None
    reporting_period: str | None = None
    reporting_period_start: date | None = None
    reporting_period_end: date | None = None
    pages: int | None = Field(default=None, ge=0)
    outcome: Outcome
    reason: str | None = None
    same_report_as: str | None = None
    reader_version: str


class Load(Model):
    """One run of an ingest. Times are UTC."""

    load_id: str
    started_at: datetime
    finished_at: datetime | None = None
    reader_version: str
    papers: int = 0
    rows: int = 0
    outcome: str


class Known(Model):
    """What is known of a paper from outside it (a manifest row, an argument); null if nothing.

    ``source`` says where ``council`` and ``published_on`` come from.
    """

    council: str | None = None
    council_source: Source | None = None
    committee: str | None = None
    title: str | None = None
    published_on: date | None = None
    published_on_source: Source | None = None
    period: str | None = None
    source_url: str | None = None


_Row = TypeVar("_Row")
#: Rows are checked one by one when they are made, and not a second time with their paper.
Rows = Annotated[Sequence[_Row], SkipValidation]


class Paper(BaseModel):
    """One document and every row read from it: what the store loads in one transaction.

    ``checks`` and ``rules_version`` (null before an audit) say what the audit found to hold;
    ``facts`` is the :class:`Known` it was read with, as JSON, null where that is empty.
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    document: Document
    series: Rows[Series] = ()
    indicators: Rows[Indicator] = ()
    statuses: Rows[StatusEntry] = ()
    figures: Rows[Figure] = ()
    actions: Rows[Action] = ()
    action_months: Rows[ActionMonth] = ()
    summaries: Rows[Summary] = ()
    legends: Rows[Legend] = ()
    cells: Rows[CellRow] = ()
    findings: Rows[Finding] = ()
    finding_cells: Rows[FindingCell] = ()
    checks: Rows[Check] = ()
    rules_version: str | None = None
    facts: str | None = None

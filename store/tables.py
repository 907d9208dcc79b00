"""The published relations as tables (contract: relations).

Column names and order are the fields of the models in ``crossfoot.schema``; ``load_id`` follows on
every row that an ingest writes. ``statuses``, ``action_months`` and ``legends`` publish no id of
their own and have no primary key.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)

from crossfoot.schema import values
from crossfoot.store.columns import (
    TEXT,
    among,
    box,
    cell,
    confidence,
    counts,
    days,
    document,
    due,
    flag,
    in_paper,
    integers,
    key,
    load,
    metadata,
    of,
    placed,
    required,
    texts,
)
from crossfoot.store.types import ExactDecimal, UtcTimestamp

PLACE = ("document_id", "table_no", "row_no", "col_no", "fragment")
DUES = ("due", "revised_due", "proposed_due", "previous_due")

loads = Table(
    "loads",
    metadata,
    key("load_id"),
    Column("started_at", UtcTimestamp, nullable=False),
    Column("finished_at", UtcTimestamp),
    *required("reader_version"),
    *counts("papers", "rows"),
    *required("outcome"),
    Column("command", TEXT, nullable=False, server_default="ingest"),
    *integers("unchanged", "failed"),
)

documents = Table(
    "documents",
    metadata,
    key("document_id", 64),
    *required("file_name"),
    *texts("source_url", "council", "council_source", "title", "committee"),
    *days("published_on"),
    *texts("published_on_source", "reporting_period"),
    *days("reporting_period_start", "reporting_period_end"),
    *integers("pages"),
    *required("outcome"),
    *texts("reason"),
    Column("same_report_as", String(64)),
    *required("reader_version"),
    load(),
    among("outcome", values.Outcome),
    among("council_source", values.Source),
    among("published_on_source", values.Source),
)

series = Table(
    "series",
    metadata,
    key("series_id"),
    *texts("council", "code", "title", "unit", "polarity"),
    load(),
    among("polarity", values.Polarity),
    Index(None, "code"),
)

indicators = Table(
    "indicators",
    metadata,
    *in_paper(),
    key("indicator_id"),
    of("series_id", "series"),
    *texts("code", "code_as_printed", "title", "section"),
    *flag("is_csi", nullable=True),
    *texts("frequency", "status", "status_as_printed", "status_carrier"),
    *texts("trend_as_printed", "note"),
    confidence(),
    load(),
    *texts("evidence"),
    among("status", values.IndicatorStatus),
    among("status_carrier", values.Carrier),
    Index(None, "document_id"),
    Index(None, "series_id"),
)

statuses = Table(
    "statuses",
    metadata,
    *placed(),
    of("indicator_id", "indicators", cascade=True),
    *texts("period"),
    *flag("is_previous"),
    *texts("status", "status_as_printed", "status_carrier", "trend_as_printed"),
    cell(),
    load(),
    among("status", values.IndicatorStatus),
    among("status_carrier", values.Carrier),
    Index(None, "document_id"),
    Index(None, "indicator_id"),
)

figures = Table(
    "figures",
    metadata,
    *in_paper(),
    key("figure_id"),
    of("indicator_id", "indicators", cascade=True),
    of("series_id", "series"),
    cell(),
    *texts("code"),
    *required("measure", "basis"),
    *texts("period"),
    *days("period_start", "period_end"),
    *texts("period_as_printed"),
    *days("as_of"),
    Column("value", ExactDecimal),
    *integers("decimals"),
    *texts("unit"),
    *required("value_state"),
    *texts("as_printed", "footnote"),
    *required("source"),
    confidence(),
    load(),
    *texts("evidence"),
    CheckConstraint("(value IS NULL) = (value_state <> 'value')", name="value_belongs_to_state"),
    among("measure", values.Measure),
    among("basis", values.Basis),
    among("value_state", values.ValueState),
    among("source", values.FigureSource),
    Index(None, "document_id"),
    Index(None, "indicator_id"),
    Index(None, "series_id", "measure", "period_end"),
)

actions = Table(
    "actions",
    metadata,
    *in_paper(),
    key("action_id"),
    *texts("code", "code_as_printed", "title", "description", "section"),
    *texts("parent_code", "parent_title", "owner", "lead"),
    *texts("status", "status_as_printed", "status_carrier"),
    *integers("progress"),
    *(column for name in DUES for column in due(name)),
    *texts("comments", "corrective_action"),
    confidence(),
    load(),
    *texts("evidence"),
    CheckConstraint("progress BETWEEN 0 AND 100", name="progress"),
    among("status", values.ActionStatus),
    among("status_carrier", values.Carrier),
    *(among(f"{name}_precision", values.Precision) for name in DUES),
    Index(None, "document_id"),
    Index(None, "code"),
)

action_months = Table(
    "action_months",
    metadata,
    *placed(),
    of("action_id", "actions", cascade=True),
    *texts("month", "marker", "fill"),
    cell(),
    load(),
    Index(None, "document_id"),
    Index(None, "action_id"),
)

summaries = Table(
    "summaries",
    metadata,
    *in_paper(),
    key("summary_id"),
    *required("subject"),
    *texts("section"),
    *flag("is_total"),
    *texts("status", "status_as_printed"),
    *integers("item_count", "csi_count"),
    Column("percentage", ExactDecimal),
    *texts("period", "as_printed"),
    load(),
    among("subject", values.Subject),
    among("status", values.AnyStatus),
    Index(None, "document_id"),
)

legends = Table(
    "legends",
    metadata,
    *placed(),
    *required("symbol", "meaning_as_printed"),
    *texts("meaning"),
    load(),
    Index(None, "document_id"),
)

cells = Table(
    "cells",
    metadata,
    cell(),
    document(),
    *counts("page", "table_no", "row_no", "col_no", "fragment", "row_span", "col_span"),
    *box(),
    *texts("text", "fill", "symbol", "role"),
    load(),
    PrimaryKeyConstraint("cell_id", "fragment"),
    UniqueConstraint(*PLACE),
)

findings = Table(
    "findings",
    metadata,
    key("finding_id"),
    *required("rule_id", "severity"),
    document(),
    *integers("page"),
    *box(nullable=True),
    *texts("council", "code"),
    *required("message"),
    *texts("printed", "expected", "accepted_because"),
    load(),
    among("severity", values.Severity),
    Index(None, "document_id"),
)

finding_cells = Table(
    "finding_cells",
    metadata,
    of("finding_id", "findings", cascade=True, key=True),
    Column("cell_id", String(32), primary_key=True),
    load(),
)

links = Table(
    "links",
    metadata,
    key("link_id"),
    Column("series_a", String(32), ForeignKey("series.series_id"), nullable=False),
    Column("series_b", String(32), ForeignKey("series.series_id"), nullable=False),
    *required("kind"),
    *texts("decided_by"),
    *required("decided_at"),
    *texts("because"),
    among("kind", values.LinkKind),
    Index(None, "series_a"),
    Index(None, "series_b"),
)

CONTENT = (
    documents,
    series,
    indicators,
    statuses,
    figures,
    actions,
    action_months,
    summaries,
    legends,
    cells,
    findings,
    finding_cells,
)
"""Relations an ingest writes, in the order rows must arrive in."""

RELATIONS = (*CONTENT, links, loads)
"""Every published relation."""

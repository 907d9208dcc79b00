"""The first schema, written down as it was: it must not change when the tables in code do."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from crossfoot.store.migrations.initial import (
    DECIMAL,
    DUES,
    box,
    create,
    days,
    document_id,
    doubles,
    dues,
    ident,
    in_paper,
    integers,
    placed,
    texts,
)

revision = "0001"
down_revision = None

DOCUMENT = "document_id>documents.document_id!"
INDICATOR = "indicator_id>indicators.indicator_id!"
SERIES = "series_id>series.series_id"
LOAD = "load_id>loads.load_id"
ON_PAGE = f"{DOCUMENT} {LOAD}"
CARRIER = "word icon fill letter shape arrow"
PLACE = ("document_id", "table_no", "row_no", "col_no", "fragment")
OUTCOME = "read partly_read no_tables failed"
SOURCE = "paper manifest argument"
INDICATOR_WORDS = {"status": "green amber red unknown data_only", "status_carrier": CARRIER}
ACTION = "completed in_progress warning overdue cancelled not_started reprogrammed green amber red"


def upgrade() -> None:
    create_documents()
    create_indicators()
    create_figures()
    create_actions()
    create_page_relations()
    create_findings()
    create_own()


def create_documents() -> None:
    create(
        "loads",
        "load_id",
        ident("load_id"),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True)),
        *texts("reader_version", required=True),
        *integers("papers rows", required=True),
        *texts("outcome", required=True),
    )
    create(
        "documents",
        "document_id",
        document_id(),
        *texts("file_name", required=True),
        *texts("source_url council council_source title committee"),
        *days("published_on"),
        *texts("published_on_source reporting_period"),
        *days("reporting_period_start reporting_period_end"),
        *integers("pages"),
        *texts("outcome", required=True),
        *texts("reason"),
        ident("same_report_as", 64, nullable=True),
        *texts("reader_version", required=True),
        ident("load_id"),
        refers=LOAD,
        words={"outcome": OUTCOME, "council_source": SOURCE, "published_on_source": SOURCE},
    )
    create(
        "series",
        "series_id",
        ident("series_id"),
        *texts("council code title unit polarity"),
        ident("load_id"),
        refers=LOAD,
        words={"polarity": "higher lower"},
        indexes="code",
    )


def create_indicators() -> None:
    create(
        "indicators",
        "indicator_id",
        *in_paper(),
        ident("indicator_id"),
        ident("series_id"),
        *texts("code code_as_printed title section"),
        sa.Column("is_csi", sa.Boolean),
        *texts("frequency status status_as_printed status_carrier trend_as_printed note"),
        *doubles("confidence"),
        ident("load_id"),
        refers=f"{DOCUMENT} {SERIES} {LOAD}",
        words=INDICATOR_WORDS,
        indexes="document_id series_id",
    )
    create(
        "statuses",
        "",
        *placed(),
        ident("indicator_id"),
        *texts("period"),
        sa.Column("is_previous", sa.Boolean, nullable=False),
        *texts("status status_as_printed status_carrier trend_as_printed"),
        ident("cell_id"),
        ident("load_id"),
        refers=f"{DOCUMENT} {INDICATOR} {LOAD}",
        words=INDICATOR_WORDS,
        indexes="document_id indicator_id",
    )


def create_figures() -> None:
    create(
        "figures",
        "figure_id",
        *in_paper(),
        *(ident(name) for name in ("figure_id", "indicator_id", "series_id", "cell_id")),
        *texts("code"),
        *texts("measure basis", required=True),
        *texts("period"),
        *days("period_start period_end"),
        *texts("period_as_printed"),
        *days("as_of"),
        sa.Column("value", DECIMAL),
        *integers("decimals"),
        *texts("unit"),
        *texts("value_state", required=True),
        *texts("as_printed footnote"),
        *texts("source", required=True),
        *doubles("confidence"),
        ident("load_id"),
        sa.CheckConstraint(
            "(value IS NULL) = (value_state <> 'value')",
            name=op.f("ck_figures_value_belongs_to_state"),
        ),
        refers=f"{DOCUMENT} {INDICATOR} {SERIES} {LOAD}",
        words={
            "measure": "outturn actual target previous comparator",
            "basis": "annual in_period to_date rolling snapshot unknown",
            "value_state": "value dash blank not_available other",
            "source": "cell note",
        },
        indexes="document_id indicator_id series_id,measure,period_end",
    )


def create_actions() -> None:
    create(
        "actions",
        "action_id",
        *in_paper(),
        ident("action_id"),
        *texts("code code_as_printed title description section parent_code parent_title"),
        *texts("owner lead status status_as_printed status_carrier"),
        *integers("progress"),
        *dues(),
        *texts("comments corrective_action"),
        *doubles("confidence"),
        ident("load_id"),
        sa.CheckConstraint("progress BETWEEN 0 AND 100", name=op.f("ck_actions_progress")),
        refers=ON_PAGE,
        words={"status": ACTION, "status_carrier": CARRIER}
        | {f"{name}_precision": "day month quarter year" for name in DUES},
        indexes="document_id code",
    )
    create(
        "action_months",
        "",
        *placed(),
        ident("action_id"),
        *texts("month marker fill"),
        ident("cell_id"),
        ident("load_id"),
        refers=f"{DOCUMENT} action_id>actions.action_id! {LOAD}",
        indexes="document_id action_id",
    )


def create_page_relations() -> None:
    create(
        "summaries",
        "summary_id",
        *in_paper(),
        ident("summary_id"),
        *texts("subject", required=True),
        *texts("section"),
        sa.Column("is_total", sa.Boolean, nullable=False),
        *texts("status status_as_printed"),
        *integers("item_count csi_count"),
        sa.Column("percentage", DECIMAL),
        *texts("period as_printed"),
        ident("load_id"),
        refers=ON_PAGE,
        words={"subject": "actions indicators", "status": f"{ACTION} unknown data_only"},
        indexes="document_id",
    )
    create(
        "legends",
        "",
        *placed(),
        *texts("symbol meaning_as_printed", required=True),
        *texts("meaning"),
        ident("load_id"),
        refers=ON_PAGE,
        indexes="document_id",
    )
    create(
        "cells",
        "cell_id fragment",
        ident("cell_id"),
        document_id(),
        *integers("page table_no row_no col_no fragment row_span col_span", required=True),
        *box(),
        *texts("text fill symbol role"),
        ident("load_id"),
        sa.UniqueConstraint(*PLACE, name=op.f(f"uq_cells_{'_'.join(PLACE)}")),
        refers=ON_PAGE,
    )


def create_findings() -> None:
    create(
        "findings",
        "finding_id",
        ident("finding_id"),
        *texts("rule_id severity", required=True),
        document_id(),
        *integers("page"),
        *box(required=False),
        *texts("council code"),
        *texts("message", required=True),
        *texts("printed expected accepted_because"),
        ident("load_id"),
        refers=ON_PAGE,
        words={"severity": "error warning note"},
        indexes="document_id",
    )
    create(
        "finding_cells",
        "finding_id cell_id",
        ident("finding_id"),
        ident("cell_id"),
        ident("load_id"),
        refers=f"finding_id>findings.finding_id! {LOAD}",
    )
    create(
        "links",
        "link_id",
        *(ident(name) for name in ("link_id", "series_a", "series_b")),
        *texts("kind", required=True),
        *texts("decided_by"),
        *texts("decided_at", required=True),
        *texts("because"),
        refers="series_a>series.series_id series_b>series.series_id",
        words={"kind": "same successor sum-of part-of redefined unrelated"},
        indexes="series_a series_b",
    )


def create_own() -> None:
    create(
        "readings",
        "document_id",
        document_id(),
        *texts("digest", required=True),
        refers=DOCUMENT,
    )
    create(
        "series_readings",
        "document_id series_id",
        document_id(),
        ident("series_id"),
        *texts("council code title unit polarity"),
        refers=f"{DOCUMENT} {SERIES}",
        indexes="series_id",
    )
    create(
        "acceptances",
        "finding_id",
        ident("finding_id"),
        document_id(),
        *texts("because", required=True),
        indexes="document_id",
    )


def downgrade() -> None:
    raise NotImplementedError("the first schema has nothing before it")

"""The database refuses what the models refuse; texts sort by their characters everywhere."""

from __future__ import annotations

import re

import sqlalchemy as sa
from alembic import op

from crossfoot.schema.errors import StoreError

revision = "0006"
down_revision = "0005"

CHECKS = {
    "loads": {"papers": "papers >= 0", "rows": "rows >= 0"},
    "documents": {
        "document_id": "length(document_id) = 64 AND ltrim(document_id, '0123456789abcdef') = ''",
        "pages": "pages >= 0",
        "reporting_period": "reporting_period_start <= reporting_period_end",
        "same_report_as": "same_report_as <> document_id",
        "no_empty_text": "'' NOT IN (file_name, source_url, council, council_source, "
        "title, committee, published_on_source, reporting_period, "
        "outcome, reason, reader_version)",
    },
    "indicators": {
        "page": "page >= 1",
        "table_no": "table_no >= 1",
        "row_no": "row_no >= 1",
        "box": "x0 <= x1 AND y0 <= y1",
        "confidence": "confidence BETWEEN 0 AND 1",
        "no_empty_text": "'' NOT IN (council, reporting_period, code, code_as_printed, "
        "title, section, frequency, status, status_as_printed, "
        "status_carrier, trend_as_printed, note, evidence)",
    },
    "statuses": {
        "page": "page >= 1",
        "table_no": "table_no >= 1",
        "row_no": "row_no >= 1",
        "box": "x0 <= x1 AND y0 <= y1",
        "no_empty_text": "'' NOT IN (period, status, status_as_printed, status_carrier, "
        "trend_as_printed)",
    },
    "figures": {
        "page": "page >= 1",
        "table_no": "table_no >= 1",
        "row_no": "row_no >= 1",
        "box": "x0 <= x1 AND y0 <= y1",
        "confidence": "confidence BETWEEN 0 AND 1",
        "period": "period_start <= period_end",
        "decimals": "decimals >= 0",
        "no_empty_text": "'' NOT IN (council, reporting_period, code, measure, basis, "
        "period, period_as_printed, unit, value_state, as_printed, "
        "footnote, source, evidence)",
    },
    "actions": {
        "page": "page >= 1",
        "table_no": "table_no >= 1",
        "row_no": "row_no >= 1",
        "box": "x0 <= x1 AND y0 <= y1",
        "confidence": "confidence BETWEEN 0 AND 1",
        "due_is_dated": "due IS NOT NULL OR due_precision IS NULL",
        "revised_due_is_dated": "revised_due IS NOT NULL OR revised_due_precision IS NULL",
        "proposed_due_is_dated": "proposed_due IS NOT NULL OR proposed_due_precision IS NULL",
        "previous_due_is_dated": "previous_due IS NOT NULL OR previous_due_precision IS NULL",
        "no_empty_text": "'' NOT IN (council, reporting_period, code, code_as_printed, "
        "title, description, section, parent_code, parent_title, owner, "
        "lead, status, status_as_printed, status_carrier, due_precision, "
        "due_as_printed, revised_due_precision, revised_due_as_printed, "
        "proposed_due_precision, proposed_due_as_printed, "
        "previous_due_precision, previous_due_as_printed, comments, "
        "corrective_action, evidence)",
    },
    "action_months": {
        "page": "page >= 1",
        "table_no": "table_no >= 1",
        "row_no": "row_no >= 1",
        "box": "x0 <= x1 AND y0 <= y1",
        "month": "month LIKE '____-__'",
        "no_empty_text": "'' NOT IN (month, marker, fill)",
    },
    "summaries": {
        "page": "page >= 1",
        "table_no": "table_no >= 1",
        "row_no": "row_no >= 1",
        "box": "x0 <= x1 AND y0 <= y1",
        "item_count": "item_count >= 0",
        "csi_count": "csi_count >= 0",
        "no_empty_text": "'' NOT IN (council, reporting_period, subject, section, status, "
        "status_as_printed, period, as_printed)",
    },
    "legends": {
        "page": "page >= 1",
        "table_no": "table_no >= 1",
        "row_no": "row_no >= 1",
        "box": "x0 <= x1 AND y0 <= y1",
        "no_empty_text": "'' NOT IN (symbol, meaning_as_printed, meaning)",
    },
    "cells": {
        "page": "page >= 1",
        "table_no": "table_no >= 1",
        "row_no": "row_no >= 1",
        "box": "x0 <= x1 AND y0 <= y1",
        "col_no": "col_no >= 1",
        "fragment": "fragment >= 1",
        "row_span": "row_span >= 1",
        "col_span": "col_span >= 1",
        "fill": "fill LIKE '#______'",
        "no_empty_text": "'' NOT IN (text, fill, symbol, role)",
    },
    "findings": {
        "page": "page >= 1",
        "box": "x0 <= x1 AND y0 <= y1",
        "whole_box": "(x0 IS NULL) = (y0 IS NULL) AND (x0 IS NULL) = (x1 IS NULL) AND (x0 "
        "IS NULL) = (y1 IS NULL) AND (x0 IS NULL OR page IS NOT NULL)",
        "no_empty_text": "'' NOT IN (rule_id, severity, council, code, message, printed, "
        "expected, accepted_because)",
    },
    "links": {
        "two_series": "series_a <> series_b",
        "no_empty_text": "'' NOT IN (kind, decided_by, decided_at, because)",
    },
    "checks": {"held": "held >= 0"},
    "series": {"no_empty_text": "'' NOT IN (council, code, title, unit, polarity)"},
}

# PostgreSQL sorts text as its locale has it, SQLite by characters: exports are to be the same.
TEXTS = {
    "documents": "file_name source_url council council_source title committee published_on_source "
    "reporting_period outcome reason reader_version",
    "series": "council code title unit polarity",
    "indicators": "council reporting_period code code_as_printed title section frequency status "
    "status_as_printed status_carrier trend_as_printed note evidence",
    "statuses": "period status status_as_printed status_carrier trend_as_printed",
    "figures": "council reporting_period code measure basis period period_as_printed unit "
    "value_state as_printed footnote source evidence",
    "actions": "council reporting_period code code_as_printed title description section "
    "parent_code parent_title owner lead status status_as_printed status_carrier due_precision "
    "due_as_printed revised_due_precision revised_due_as_printed proposed_due_precision "
    "proposed_due_as_printed previous_due_precision previous_due_as_printed comments "
    "corrective_action evidence",
    "action_months": "month marker fill",
    "summaries": "council reporting_period subject section status status_as_printed period "
    "as_printed",
    "legends": "symbol meaning_as_printed meaning",
    "cells": "text fill symbol role",
    "findings": "rule_id severity council code message printed expected accepted_because",
    "links": "kind decided_by decided_at because",
    "loads": "reader_version outcome command",
    "readings": "digest rules_version facts",
    "series_readings": "council code title unit polarity",
    "acceptances": "because finding",
    "standing": "digest",
    "files": "path",
}


def upgrade() -> None:
    connection = op.get_bind()
    _refuse_rows_that_break(connection)
    if connection.dialect.name == "sqlite":
        for table, rules in CHECKS.items():
            _rebuild(connection, table, rules)
        return
    for table, columns in TEXTS.items():
        types = ", ".join(f'ALTER {name} TYPE TEXT COLLATE "C"' for name in columns.split())
        op.execute(f"ALTER TABLE {table} {types}")
    for table, rules in CHECKS.items():
        added = ", ".join(f"ADD {each}" for each in _written(table, rules))
        op.execute(f"ALTER TABLE {table} {added}")


def _written(table: str, rules: dict[str, str]) -> list[str]:
    return [f"CONSTRAINT ck_{table}_{name} CHECK ({rule})" for name, rule in rules.items()]


def _refuse_rows_that_break(connection: sa.Connection) -> None:
    for table, rules in CHECKS.items():
        for name, rule in rules.items():
            query = f"SELECT count(*) FROM {table} WHERE NOT ({rule})"
            if broken := connection.exec_driver_sql(query).scalar():
                rows = "1 row of {} breaks" if broken == 1 else f"{broken} rows of {{}} break"
                raise StoreError(
                    f"{rows.format(table)} the rule {name} ({rule}), and nothing was changed",
                    "ingest the papers into a new database, which refuses such rows by paper",
                )


def _rebuild(connection: sa.Connection, table: str, rules: dict[str, str]) -> None:
    """Give a table of SQLite more rules (https://www.sqlite.org/lang_altertable.html, section 7).

    Its own text is kept, so that what was added to it later stays where it stands.
    """
    masters = sa.table("sqlite_master", *map(sa.column, ("name", "tbl_name", "type", "sql")))
    found = connection.execute(
        sa.select(masters.c.type, masters.c.sql).where(masters.c.tbl_name == table)
    ).all()
    (text,) = (sql for kind, sql in found if kind == "table")
    body = re.sub(r"\s*\)\s*$", "", text.partition("(")[2])
    checks = ", ".join(_written(table, rules))
    connection.exec_driver_sql(f"CREATE TABLE _rebuilt ({body}, {checks})")
    connection.exec_driver_sql(f"INSERT INTO _rebuilt SELECT * FROM {table}")
    connection.exec_driver_sql(f"DROP TABLE {table}")
    connection.exec_driver_sql(f"ALTER TABLE _rebuilt RENAME TO {table}")
    for kind, sql in found:
        if kind == "index" and sql:
            connection.exec_driver_sql(sql)

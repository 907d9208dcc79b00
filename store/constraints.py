"""What the database itself refuses, besides keys, references and vocabularies.

The rules are those of the models in ``crossfoot.schema`` and of the contract, written in SQL that
SQLite and PostgreSQL read alike, so that no program and no hand can store a row that breaks them.
``cell_id`` has no reference to ``cells``: a cell cut by page ends has a row for each part.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import CheckConstraint, Table

_BOX = "x0 <= x1 AND y0 <= y1"
_PLACE = {"page": "page >= 1", "table_no": "table_no >= 1", "row_no": "row_no >= 1", "box": _BOX}
_SURE = {"confidence": "confidence BETWEEN 0 AND 1"}
_HEX = "length({0}) = 64 AND ltrim({0}, '0123456789abcdef') = ''"
# Missing is null. A column that comes later is listed here by the migration that brings it.
_TEXTS = {
    "documents": (
        "file_name source_url council council_source title committee published_on_source "
        "reporting_period outcome reason reader_version"
    ),
    "series": "council code title unit polarity",
    "indicators": (
        "council reporting_period code code_as_printed title section frequency status "
        "status_as_printed status_carrier trend_as_printed note evidence"
    ),
    "statuses": "period status status_as_printed status_carrier trend_as_printed",
    "figures": (
        "council reporting_period code measure basis period period_as_printed unit "
        "value_state as_printed footnote source evidence"
    ),
    "actions": (
        "council reporting_period code code_as_printed title description section "
        "parent_code parent_title owner lead status status_as_printed status_carrier "
        "due_precision due_as_printed revised_due_precision revised_due_as_printed "
        "proposed_due_precision proposed_due_as_printed previous_due_precision "
        "previous_due_as_printed comments corrective_action evidence"
    ),
    "action_months": "month marker fill",
    "summaries": (
        "council reporting_period subject section status status_as_printed period as_printed"
    ),
    "legends": "symbol meaning_as_printed meaning",
    "cells": "text fill symbol role",
    "findings": "rule_id severity council code message printed expected accepted_because",
    "links": "kind decided_by decided_at because",
}

RULES: dict[str, dict[str, str]] = {
    "loads": {"papers": "papers >= 0", "rows": "rows >= 0"},
    "documents": {
        "document_id": _HEX.format("document_id"),
        "pages": "pages >= 0",
        "reporting_period": "reporting_period_start <= reporting_period_end",
        "same_report_as": "same_report_as <> document_id",
    },
    "indicators": {**_PLACE, **_SURE},
    "statuses": {**_PLACE},
    "figures": {
        **_PLACE,
        **_SURE,
        "period": "period_start <= period_end",
        "decimals": "decimals >= 0",
    },
    "actions": {
        **_PLACE,
        **_SURE,
        **{
            f"{name}_is_dated": f"{name} IS NOT NULL OR {name}_precision IS NULL"
            for name in ("due", "revised_due", "proposed_due", "previous_due")
        },
    },
    "action_months": {**_PLACE, "month": "month LIKE '____-__'"},
    "summaries": {**_PLACE, "item_count": "item_count >= 0", "csi_count": "csi_count >= 0"},
    "legends": {**_PLACE},
    "cells": {
        **_PLACE,
        "col_no": "col_no >= 1",
        "fragment": "fragment >= 1",
        "row_span": "row_span >= 1",
        "col_span": "col_span >= 1",
        "fill": "fill LIKE '#______'",
    },
    "findings": {
        "page": "page >= 1",
        "box": _BOX,
        "whole_box": (
            "(x0 IS NULL) = (y0 IS NULL) AND (x0 IS NULL) = (x1 IS NULL)"
            " AND (x0 IS NULL) = (y1 IS NULL) AND (x0 IS NULL OR page IS NOT NULL)"
        ),
    },
    "links": {"two_series": "series_a <> series_b"},
    "checks": {"held": "held >= 0"},
}
"""The rules of each relation by name; a rule that comes to null for missing values holds."""


for _relation, _texts in _TEXTS.items():
    RULES.setdefault(_relation, {})["no_empty_text"] = f"'' NOT IN ({', '.join(_texts.split())})"


def attach(tables: Iterable[Table]) -> None:
    """Give *tables* their rules."""
    for table in tables:
        for name, rule in RULES.get(table.name, {}).items():
            table.append_constraint(CheckConstraint(rule, name=name))

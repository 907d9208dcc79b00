"""Papers built by hand for the rules: as small as the rule allows."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from crossfoot.schema.paper import Document, Paper
from crossfoot.schema.rows import Action, CellRow, Indicator, Summary

DOCUMENT_ID = hashlib.sha256(b"a paper").hexdigest()
_place = iter(range(1, 1_000_000))


def paper(
    *,
    summaries: Sequence[Summary] = (),
    actions: Sequence[Action] = (),
    indicators: Sequence[Indicator] = (),
    cells: Sequence[CellRow] = (),
    **facts: Any,
) -> Paper:
    """A paper that was read whole, unless *facts* of its document say otherwise."""
    document = Document(
        **{
            "document_id": DOCUMENT_ID,
            "file_name": "paper.pdf",
            "pages": 9,
            "outcome": "read",
            "reader_version": "0",
            "council": "Anyborough Council",
            **facts,
        }
    )
    return Paper(
        document=document,
        summaries=summaries,
        actions=actions,
        indicators=indicators,
        cells=cells,
    )


def _placed(row_no: int | None, table_no: int | None) -> dict[str, Any]:
    number = next(_place)
    return {
        "document_id": DOCUMENT_ID,
        "page": 3,
        "table_no": table_no,
        "row_no": row_no,
        "x0": 10.0,
        "y0": float(number),
        "x1": 90.0,
        "y1": float(number) + 0.5,
    }


def count(section: str | None, status: str | None, number: int | None, **fields: Any) -> Summary:
    """One count of a summary table; table 1 unless *fields* say otherwise, prose with None."""
    row_no, table_no = fields.pop("row_no", 2), fields.pop("table_no", 1)
    if fields.get("percentage") is not None:
        fields["percentage"] = Decimal(fields["percentage"])
    place = _placed(row_no if table_no else None, table_no)
    return Summary(
        **{
            **place,
            "summary_id": f"summary {place['y0']}",
            "subject": "actions",
            "section": section,
            "is_total": False,
            "status": status,
            "status_as_printed": status,
            "item_count": number,
            "csi_count": None,
            "percentage": None,
            "period": None,
            "as_printed": None if number is None else str(number),
            **fields,
        }
    )


def total(status: str | None, number: int | None, **fields: Any) -> Summary:
    """A total row's count."""
    return count(None, status, number, is_total=True, **{"row_no": 9, **fields})


def action(code: str, status: str | None, section: str | None = None, **fields: Any) -> Action:
    """One action, its status spelt out in a word."""
    return Action(
        **{
            **_placed(fields.pop("row_no", 2), fields.pop("table_no", 2)),
            "action_id": f"action {code}",
            "code": code,
            "code_as_printed": code,
            "title": f"Task {code}",
            "description": None,
            "section": section,
            "status": status,
            "status_as_printed": status,
            "status_carrier": "word" if status else None,
            **fields,
        }
    )


def indicator(
    code: str, status: str | None, section: str | None = None, **fields: Any
) -> Indicator:
    """One indicator, its status spelt out in a word."""
    return Indicator(
        **{
            **_placed(2, 3),
            "indicator_id": f"indicator {code}",
            "series_id": f"series {code}",
            "code": code,
            "code_as_printed": code,
            "title": f"Measure {code}",
            "section": section,
            "is_csi": False,
            "frequency": None,
            "status": status,
            "status_as_printed": status,
            "status_carrier": "word" if status else None,
            **fields,
        }
    )


def due(day: date, precision: str = "day") -> dict[str, Any]:
    """The fields of a due date."""
    return {"due": day, "due_precision": precision, "due_as_printed": day.isoformat()}


def cell(cell_id: str, role: str | None, *, row_no: int = 2, table_no: int = 2) -> CellRow:
    """A cell of a row, with a place of its own."""
    place = _placed(row_no, table_no)
    box = (place["x0"], place["y0"], place["x1"], place["y1"])
    return CellRow(
        cell_id, DOCUMENT_ID, 3, table_no, row_no, 1, 1, 1, 1, *box, "text", None, None, role
    )

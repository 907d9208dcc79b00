"""Papers built by hand for the rules: as small as the rule allows."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from crossfoot.audit.remark import Held, Remark
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.spans import period_from_label
from crossfoot.schema.paper import Document, Paper
from crossfoot.schema.rows import (
    Action,
    CellRow,
    Figure,
    Indicator,
    Legend,
    Series,
    StatusEntry,
    Summary,
)

DOCUMENT_ID = hashlib.sha256(b"a paper").hexdigest()
_place = iter(range(1, 1_000_000))


class Measures(NamedTuple):
    """An indicator row with its figures and its status."""

    indicator: Indicator
    statuses: list[StatusEntry]
    figures: list[Figure]


def faults(said: Iterable[Remark | Held]) -> list[Remark]:
    """What a rule found wrong, without what it counted as held."""
    return [each for each in said if isinstance(each, Remark)]


def held(said: Iterable[Remark | Held]) -> dict[str, int]:
    """How many checks of each rule came out right."""
    times: Counter[str] = Counter()
    for each in said:
        if isinstance(each, Held):
            times[each.rule_id] += each.times
    return dict(times)


def paper(
    *,
    summaries: Sequence[Summary] = (),
    actions: Sequence[Action] = (),
    indicators: Sequence[Indicator] = (),
    cells: Sequence[CellRow] = (),
    rows: Sequence[Measures] = (),
    legends: Sequence[Legend] = (),
    polarity: str | None = None,
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
        indicators=[*indicators, *(row.indicator for row in rows)],
        statuses=[status for row in rows for status in row.statuses],
        figures=[figure for row in rows for figure in row.figures],
        series=[_series(row.indicator, polarity) for row in rows],
        legends=legends,
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


def measures(
    title: str, status: str | None, *figures: Figure, code: str = "A1", **fields: Any
) -> Measures:
    """An indicator whose status is of the period of its last result."""
    carrier = fields.pop("status_carrier", "word")
    row = indicator(code, status, title=title, **fields)
    row = row.model_copy(update={"indicator_id": f"indicator {row.y0}"})
    own = [
        each.model_copy(update={"indicator_id": row.indicator_id, "series_id": row.series_id})
        for each in figures
    ]
    results = [each for each in own if each.measure in {"actual", "outturn"}]
    place = {name: getattr(row, name) for name in ("document_id", "page", "table_no", "row_no")}
    entry = StatusEntry(
        **place,
        **dict(zip(("x0", "y0", "x1", "y1"), row.box, strict=True)),
        indicator_id=row.indicator_id,
        period=results[-1].period if results else None,
        status=status,
        status_as_printed=status,
        status_carrier=carrier,
        cell_id=f"cell of status {row.y0}",
    )
    return Measures(row, [entry] if status else [], own)


def figure(measure: str, printed: str, period: str = "2019/20", **fields: Any) -> Figure:
    """One figure as it is printed; an annual one unless *fields* say otherwise."""
    said, place, span = parse_figure(printed), _placed(2, 3), period_from_label(period)
    return Figure(
        **{
            **place,
            "figure_id": f"figure {place['y0']}",
            "indicator_id": "of its row",
            "series_id": "of its row",
            "cell_id": f"cell {place['y0']}",
            "code": None,
            "measure": measure,
            "basis": "annual",
            "period": period,
            "period_start": span.start,
            "period_end": span.end,
            "period_as_printed": period,
            "value": said.value,
            "decimals": said.decimals,
            "unit": said.unit,
            "value_state": said.state,
            "as_printed": said.as_printed or None,
            "footnote": said.footnote,
            **fields,
        }
    )


def legend(meaning: str, words: str) -> Legend:
    """One entry of a key."""
    return Legend(**_placed(1, 9), symbol=meaning, meaning_as_printed=words, meaning=meaning)


def _series(row: Indicator, polarity: str | None) -> Series:
    return Series(
        series_id=row.series_id,
        council=None,
        code=row.code,
        title=row.title,
        unit=None,
        polarity=polarity,
    )

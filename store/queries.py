"""What is in the store: documents, the rows of one paper, cells, codes, runs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel
from sqlalchemy import Connection, Table, select

from crossfoot.schema.errors import UsageError
from crossfoot.schema.finding import Finding, FindingCell
from crossfoot.schema.paper import Document, Load, Paper
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
from crossfoot.store import own, tables
from crossfoot.store.database import Store
from crossfoot.store.fastpath import fields
from crossfoot.store.series import same_council

M = TypeVar("M", bound=BaseModel)
_PREFIX = re.compile(r"[0-9a-f]{6,64}")
_ORDER = ("page", "table_no", "row_no", "col_no", "fragment", "y0", "x0")


@dataclass(frozen=True)
class CodeEntry:
    """A series as ``codes`` lists it.

    ``spellings`` and ``titles`` as papers print them; ``periods`` are those of outturns with a
    value, oldest first; ``first`` and ``last`` the ends of the periods of any printed value;
    ``repeats`` how many of the ``papers`` only repeat the report of another.
    """

    series_id: str
    council: str | None
    code: str | None
    title: str | None
    unit: str | None
    spellings: tuple[str, ...]
    titles: tuple[str, ...]
    periods: tuple[str, ...]
    first: date | None
    last: date | None
    papers: int
    figures: int
    repeats: int = 0


def documents(store: Store, *, council: str | None = None) -> list[Document]:
    """Return the documents of a council, or all, by council, day of publication and file name."""
    with store.read() as connection:
        found = _models(connection, tables.documents, Document)
    return sorted(
        (item for item in found if same_council(item.council, council)),
        key=lambda item: (
            item.council or "",
            item.published_on or item.reporting_period_end or date.min,
            item.file_name,
            item.document_id,
        ),
    )


def find_document(store: Store, selector: str) -> Document:
    """Return the document that *selector* names: a file name, or six or more digits of its id.

    Raises UsageError where there is none, or more than one.
    """
    known = documents(store)
    wanted = selector.strip().casefold()
    found = [item for item in known if item.file_name.casefold() == wanted]
    if not found and _PREFIX.fullmatch(wanted):
        found = [item for item in known if item.document_id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(
            f"there is no document {selector!r} in the store",
            "give a file name, or six or more digits of a document id",
        )
    ids = ", ".join(item.document_id[:12] for item in found[:5])
    raise UsageError(f"{selector!r} names {len(found)} documents", f"give one of these ids: {ids}")


def paper_rows(store: Store, document_id: str) -> Paper:
    """Return everything stored of one document, as it was loaded; findings of audits too.

    Raises UsageError where the document is not in the store.
    """
    with store.read() as connection:
        found = _models(connection, tables.documents, Document, document_id)
        if not found:
            raise UsageError(f"there is no document {document_id}", "ingest it first")
        said = own.series_readings
        rows = connection.execute(
            select(*(said.c[name] for name in Series.model_fields))
            .where(said.c.document_id == document_id)
            .order_by(said.c.series_id)
        )
        return Paper(
            document=found[0],
            series=[Series.model_validate(dict(row._mapping)) for row in rows],
            indicators=_models(connection, tables.indicators, Indicator, document_id),
            statuses=_models(connection, tables.statuses, StatusEntry, document_id),
            figures=_models(connection, tables.figures, Figure, document_id),
            actions=_models(connection, tables.actions, Action, document_id),
            action_months=_models(connection, tables.action_months, ActionMonth, document_id),
            summaries=_models(connection, tables.summaries, Summary, document_id),
            legends=_models(connection, tables.legends, Legend, document_id),
            cells=_cells(connection, document_id),
            findings=_models(connection, tables.findings, Finding, document_id),
            finding_cells=_finding_cells(connection, document_id),
        )


def document_cells(
    store: Store, document_id: str, *, page: int | None = None, table_no: int | None = None
) -> list[CellRow]:
    """Return the cells of a document in reading order, of one page or table where given."""
    with store.read() as connection:
        found = _cells(connection, document_id)
    return [
        cell for cell in found if page in (None, cell.page) and table_no in (None, cell.table_no)
    ]


def figures_by_id(store: Store, figure_ids: Sequence[str]) -> dict[str, Figure]:
    """Return figures by their ids; an id that is not in the store is left out."""
    c = tables.figures.c
    query = select(*(c[name] for name in fields(tables.figures)))
    with store.read() as connection:
        rows = connection.execute(query.where(c.figure_id.in_(sorted(set(figure_ids)))))
        found = [Figure.model_validate(dict(row._mapping)) for row in rows]
    return {figure.figure_id: figure for figure in found}


def loads(store: Store) -> list[Load]:
    """Return the runs, latest first."""
    with store.read() as connection:
        found = _models(connection, tables.loads, Load)
    return sorted(found, key=lambda run: (run.started_at, run.load_id), reverse=True)


def codes(store: Store, *, council: str | None = None) -> list[CodeEntry]:
    """Return every series with its spellings, titles and periods, by council and code."""
    series = tables.series.c
    with store.read() as connection:
        heads = connection.execute(
            select(series.series_id, series.council, series.code, series.title, series.unit)
        ).all()
        printed = _printed(connection)
        figures = _figures(connection)
        column = tables.documents.c
        repeating = set(
            connection.execute(
                select(column.document_id).where(column.same_report_as.is_not(None))
            ).scalars()
        )
    entries = [
        _entry(head, printed[head.series_id], figures[head.series_id], repeating)
        for head in heads
        if same_council(head.council, council)
    ]
    return sorted(
        entries, key=lambda e: (e.council or "", e.code or "\uffff", e.title or "", e.series_id)
    )


def _printed(connection: Connection) -> dict[str, list[tuple[str, str | None, str | None]]]:
    column = tables.indicators.c
    found: dict[str, list[tuple[str, str | None, str | None]]] = defaultdict(list)
    for series_id, *rest in connection.execute(
        select(column.series_id, column.document_id, column.code_as_printed, column.title).order_by(
            column.published_on.nulls_first(), column.document_id, column.indicator_id
        )
    ):
        found[series_id].append((rest[0], rest[1], rest[2]))
    return found


def _figures(connection: Connection) -> dict[str, list[tuple[str, str | None, date | None]]]:
    column = tables.figures.c
    found: dict[str, list[tuple[str, str | None, date | None]]] = defaultdict(list)
    for row in connection.execute(
        select(column.series_id, column.measure, column.period, column.period_end)
        .where(column.value_state == "value")
        .order_by(column.period_end.nulls_first(), column.period.nulls_first())
    ):
        found[row.series_id].append((row.measure, row.period, row.period_end))
    return found


def _entry(
    head: Any,
    printed: Sequence[tuple[str, str | None, str | None]],
    figures: Sequence[tuple[str, str | None, date | None]],
    repeating: set[str],
) -> CodeEntry:
    papers = {document_id for document_id, _, _ in printed}
    ends = [end for _, _, end in figures if end]
    return CodeEntry(
        series_id=head.series_id,
        council=head.council,
        code=head.code,
        title=head.title,
        unit=head.unit,
        spellings=tuple(dict.fromkeys(code for _, code, _ in printed if code)),
        titles=tuple(dict.fromkeys(title for _, _, title in printed if title)),
        periods=tuple(dict.fromkeys(p for measure, p, _ in figures if p and measure == "outturn")),
        first=min(ends, default=None),
        last=max(ends, default=None),
        papers=len(papers),
        figures=len(figures),
        repeats=len(papers & repeating),
    )


def _models(
    connection: Connection, table: Table, model: type[M], document_id: str | None = None
) -> list[M]:
    """Return rows of *table* as models, of one document where given, in reading order."""
    query = select(*(table.c[name] for name in fields(table)))
    if document_id is not None:
        query = query.where(table.c.document_id == document_id)
    keys = [table.c[name] for name in _ORDER if name in table.c] + list(table.primary_key)
    rows = connection.execute(query.order_by(*(key.nulls_first() for key in keys)))
    return [model.model_validate(dict(row._mapping)) for row in rows]


def _cells(connection: Connection, document_id: str) -> list[CellRow]:
    c = tables.cells.c
    rows = connection.execute(
        select(*(c[name] for name in CellRow._fields))
        .where(c.document_id == document_id)
        .order_by(c.table_no, c.row_no, c.col_no, c.fragment)
    )
    return [CellRow(*row) for row in rows]


def _finding_cells(connection: Connection, document_id: str) -> list[FindingCell]:
    proof, finding = tables.finding_cells.c, tables.findings.c
    rows = connection.execute(
        select(proof.finding_id, proof.cell_id)
        .join(tables.findings, finding.finding_id == proof.finding_id)
        .where(finding.document_id == document_id)
        .order_by(proof.finding_id, proof.cell_id)
    )
    return [FindingCell(finding_id=row.finding_id, cell_id=row.cell_id) for row in rows]

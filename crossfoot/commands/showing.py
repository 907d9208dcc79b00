"""How one paper is shown on a terminal, table by table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from crossfoot import output
from crossfoot.commands.proposals import as_toml, proposals
from crossfoot.schema.model import Placed
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Action, CellRow, Figure, Indicator, Summary
from crossfoot.store.same_report import Files

P = TypeVar("P", bound=Placed)

# What a cell can be without saying what its column is.
_NOT_A_COLUMN = frozenset({"heading", "repeated_heading", "section", "cover"})
_MONTH = "month "
_LONG = 60
_SEVERITIES = ("error", "warning", "note")


def on_page(paper: Paper, page: int) -> Paper:
    """Return the paper with only the rows, cells and findings that stand on *page*."""
    cells = [cell for cell in paper.cells if cell.page == page]
    indicators = [row for row in paper.indicators if row.page == page]
    ids = {row.indicator_id for row in indicators}
    findings = [item for item in paper.findings if item.page == page]
    found = {item.finding_id for item in findings}
    return paper.model_copy(
        update={
            "cells": cells,
            "indicators": indicators,
            "statuses": [row for row in paper.statuses if row.indicator_id in ids],
            "figures": [row for row in paper.figures if row.indicator_id in ids],
            "series": [
                row for row in paper.series if row.series_id in {i.series_id for i in indicators}
            ],
            "actions": [row for row in paper.actions if row.page == page],
            "action_months": [row for row in paper.action_months if row.page == page],
            "summaries": [row for row in paper.summaries if row.page == page],
            "legends": [row for row in paper.legends if row.page == page],
            "findings": findings,
            "finding_cells": [row for row in paper.finding_cells if row.finding_id in found],
        }
    )


def print_paper(paper: Paper, files: Files, *, grid: bool) -> None:
    """Print the document's facts, each table, the sentences that count, and the findings."""
    _print_document(paper, files)
    tables: dict[int, list[CellRow]] = defaultdict(list)
    for cell in paper.cells:
        tables[cell.table_no].append(cell)
    for number, cells in tables.items():
        output.line()
        _print_table(paper, number, cells, grid=grid)
    sentences = [row for row in paper.summaries if row.table_no is None]
    if sentences:
        output.line()
        output.table(_SUMMARY, _summary_rows(sentences), "In sentences")
    _print_findings(paper)
    _print_proposals(paper)


def _print_document(paper: Paper, files: Files) -> None:
    document = paper.document
    output.line(f"{document.file_name}  {document.document_id[:12]}")
    reason = f" – {document.reason}" if document.reason else ""
    output.line(f"outcome: {document.outcome}{reason}")
    facts = (
        ("title", document.title, None),
        ("council", document.council, document.council_source),
        ("committee", document.committee, None),
        ("published on", document.published_on, document.published_on_source),
        ("period", document.reporting_period, None),
        ("pages", document.pages, None),
        ("the same report as", files.repeats, None),
        ("the same report also in", ", ".join(files.repeated_by) or None, None),
    )
    for name, value, source in facts:
        if value is not None:
            output.line(f"{name}: {value}" + (f" (from the {source})" if source else ""))
        elif name in ("council", "published on", "period"):
            output.line(f"{name}: not known")


def _print_table(paper: Paper, number: int, cells: Sequence[CellRow], *, grid: bool) -> None:
    pages = sorted({cell.page for cell in cells})
    span = f"page {pages[0]}" if len(pages) == 1 else f"pages {pages[0]}–{pages[-1]}"
    output.line(f"Table {number}, {span}: {_columns(cells)}")
    indicators = _of_table(paper.indicators, number)
    actions = _of_table(paper.actions, number)
    summaries = _of_table(paper.summaries, number)
    if indicators:
        output.table(_INDICATOR, _indicator_rows(indicators, paper.figures))
    if actions:
        output.table(_ACTION, _action_rows(actions))
    if summaries:
        output.table(*_pivot(summaries))
    keys = _of_table(paper.legends, number)
    if keys:
        meanings = [[row.symbol, row.meaning_as_printed, row.meaning or ""] for row in keys]
        output.table(("symbol", "meaning as printed", "meaning"), meanings)
    understood = any(cell.role for cell in cells)
    if grid or not understood:
        _print_grid(cells)
    lost = [cell for cell in cells if cell.text and cell.role is None]
    if lost and understood:
        output.table(
            ("row", "column", "page", "not understood"),
            [[str(c.row_no), str(c.col_no), str(c.page), _short(c.text)] for c in lost],
        )


def _of_table(rows: Iterable[P], number: int) -> list[P]:
    return [row for row in rows if row.table_no == number]


def _columns(cells: Sequence[CellRow]) -> str:
    """What the columns were taken to be: the commonest role of each, a run of months as one."""
    roles: dict[int, Counter[str]] = defaultdict(Counter)
    for cell in cells:
        if cell.role and cell.role not in _NOT_A_COLUMN:
            roles[cell.col_no][cell.role] += 1
    if not roles:
        kinds = sorted({cell.role for cell in cells if cell.role})
        return f"nothing but {', '.join(kinds)}" if kinds else "not understood"
    named = [(column, roles[column].most_common(1)[0][0]) for column in sorted(roles)]
    said = []
    for month, run in groupby(named, key=lambda pair: pair[1].startswith(_MONTH)):
        columns = list(run)
        if month and len(columns) > 1:
            said.append(f"{columns[0][0]}–{columns[-1][0]} months")
        else:
            said += [f"{column} {role}" for column, role in columns]
    return ", ".join(said)


_INDICATOR = ("row", "code", "title", "section", "status", "figures")
_ACTION = ("row", "code", "title", "section", "status", "progress", "due")
_SUMMARY = ("row", "subject", "section", "period", "status", "count", "percentage", "as printed")


def _indicator_rows(rows: Sequence[Indicator], figures: Sequence[Figure]) -> list[list[str]]:
    printed: dict[str, list[str]] = defaultdict(list)
    for figure in figures:
        period = figure.period or figure.period_as_printed or "?"
        value = figure.as_printed or figure.value_state
        running = " (to date)" if figure.basis == "to_date" else ""
        printed[figure.indicator_id].append(f"{period} {figure.measure}{running} {value}")
    return [
        [
            str(row.row_no or ""),
            row.code or "",
            row.title or "",
            row.section or "",
            _status(row),
            "; ".join(printed[row.indicator_id]),
        ]
        for row in rows
    ]


def _action_rows(rows: Sequence[Action]) -> list[list[str]]:
    return [
        [
            str(row.row_no or ""),
            row.code or "",
            row.title or "",
            row.section or row.parent_title or "",
            _status(row),
            "" if row.progress is None else f"{row.progress}%",
            _due(row),
        ]
        for row in rows
    ]


def _due(row: Action) -> str:
    dues = (
        ("", row.due_as_printed),
        ("revised ", row.revised_due_as_printed),
        ("proposed ", row.proposed_due_as_printed),
        ("before ", row.previous_due_as_printed),
    )
    return "; ".join(f"{name}{text}" for name, text in dues if text)


def _pivot(rows: Sequence[Summary]) -> tuple[list[str], list[list[str]]]:
    """A summary table as it is printed where it has services: services down, statuses across."""
    if all(row.section is None for row in rows):
        return list(_SUMMARY), _summary_rows(rows)
    names = dict.fromkeys(row.status_as_printed or row.status or "" for row in rows)
    lines: dict[tuple[int | None, str], dict[str, str]] = defaultdict(dict)
    for row in rows:
        line = lines[row.row_no, "total" if row.is_total else row.section or ""]
        name = row.status_as_printed or row.status or ""
        share = "" if row.percentage is None else f"{row.percentage:f}%"
        line[name] = " ".join(part for part in (line.get(name), _count(row), share) if part)
    return (
        ["row", rows[0].subject, *names],
        [
            [str(row_no or ""), section, *(line.get(name, "") for name in names)]
            for (row_no, section), line in lines.items()
        ],
    )


def _summary_rows(rows: Sequence[Summary]) -> list[list[str]]:
    return [
        [
            str(row.row_no or ""),
            row.subject,
            "total" if row.is_total else row.section or "",
            row.period or "",
            row.status or row.status_as_printed or "",
            _count(row),
            "" if row.percentage is None else f"{row.percentage:f}%",
            _short(row.as_printed),
        ]
        for row in rows
    ]


def _count(row: Summary) -> str:
    if row.item_count is None:
        return ""
    return f"{row.item_count}" + (f" ({row.csi_count})" if row.csi_count else "")


def _status(row: Indicator | Action) -> str:
    if row.status is None:
        return row.status_as_printed or ""
    carrier = f" ({row.status_carrier})" if row.status_carrier not in (None, "word") else ""
    return f"{row.status}{carrier}"


def _print_grid(cells: Sequence[CellRow]) -> None:
    """The table as it stands, one column of the grid below the other."""
    columns = range(1, max(cell.col_no + cell.col_span for cell in cells))
    rows: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for cell in cells:
        mark = cell.text or cell.symbol or cell.fill or ""
        rows[cell.row_no][cell.col_no].append(mark)
    output.table(
        ("row", *(f"column {number}" for number in columns)),
        [
            [str(row_no), *(" ".join(texts[number]) for number in columns)]
            for row_no, texts in rows.items()
        ],
    )


def _print_findings(paper: Paper) -> None:
    output.line()
    if not paper.findings:
        output.line("No findings")
        return
    ordered = sorted(
        paper.findings, key=lambda item: (_SEVERITIES.index(item.severity), item.page or 0)
    )
    output.table(
        ("severity", "rule", "page", "message"),
        [[item.severity, item.rule_id, str(item.page or ""), item.message] for item in ordered],
        "Findings",
    )


def _print_proposals(paper: Paper) -> None:
    """What to put into a headings file, so that it can be copied as it stands."""
    found = proposals(paper)
    if not found:
        return
    output.line()
    output.line("To have further columns read, put this into a file, see that it is right, and")
    output.line("ingest with --headings FILE:")
    output.line()
    for line in as_toml(found).splitlines():
        output.line(line)


def _short(text: str | None) -> str:
    if text is None or len(text) <= _LONG:
        return text or ""
    return f"{text[: _LONG - 1]}…"

"""Every rule, and how what they notice becomes findings with a place and the cells behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.audit.against_rows import summary_against_rows
from crossfoot.audit.percentages import percentages
from crossfoot.audit.progress import overdue_before_due, progress_against_status
from crossfoot.audit.remark import Remark, Rule
from crossfoot.audit.sentences import counting_sentences, sentences_against_tables
from crossfoot.audit.totals import bracket_totals, column_totals, row_totals
from crossfoot.schema.finding import Finding, FindingCell, make_finding
from crossfoot.schema.model import InPaper
from crossfoot.schema.page import Box
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import CellRow

RULES: tuple[Rule, ...] = (
    column_totals,
    row_totals,
    bracket_totals,
    summary_against_rows,
    percentages,
    counting_sentences,
    sentences_against_tables,
    progress_against_status,
    overdue_before_due,
)
# What these rules may raise: findings with other ids belong to the reader and are left alone.
RULE_IDS = frozenset(
    {
        "summary.total",
        "summary.csi",
        "summary.rows",
        "summary.percentage",
        "counts.sentence",
        "counts.table",
        "progress.status",
        "date.overdue",
    }
)

# Boxes are published to 0.01 pt, so the same box may differ by one unit of the last digit.
_SAME_BOX = 0.02


class Verdict(NamedTuple):
    """What the rules found in one paper."""

    findings: tuple[Finding, ...]
    cells: tuple[FindingCell, ...]


def audit(paper: Paper) -> Verdict:
    """Apply every rule to one paper. The same paper gives the same findings, ids included."""
    cells = _Cells(paper.cells)
    findings: dict[str, Finding] = {}
    proofs: dict[tuple[str, str], FindingCell] = {}
    for rule in RULES:
        for remark in rule(paper):
            finding = _finding(paper, remark)
            findings[finding.finding_id] = finding
            for row in remark.rows:
                for cell_id in cells.behind(row, remark.roles):
                    key = finding.finding_id, cell_id
                    proofs[key] = FindingCell(finding_id=finding.finding_id, cell_id=cell_id)
    return Verdict(tuple(findings.values()), tuple(proofs.values()))


def audited(paper: Paper) -> Paper:
    """Return the paper with what the rules found in place of what they found before."""
    verdict = audit(paper)
    kept = [finding for finding in paper.findings if finding.rule_id not in RULE_IDS]
    ids = {finding.finding_id for finding in kept}
    links = [link for link in paper.finding_cells if link.finding_id in ids]
    return paper.model_copy(
        update={
            "findings": (*kept, *verdict.findings),
            "finding_cells": (*links, *verdict.cells),
        }
    )


def _finding(paper: Paper, remark: Remark) -> Finding:
    first = remark.rows[0]
    return make_finding(
        remark.rule_id,
        remark.severity,
        paper.document.document_id,
        remark.message,
        place=(first.page, first.box),
        council=paper.document.council,
        code=remark.code,
        printed=remark.printed,
        expected=remark.expected,
    )


class _Cells:
    """Finds the cells behind a typed row."""

    def __init__(self, cells: Sequence[CellRow]) -> None:
        self._rows: dict[tuple[int, int], list[CellRow]] = defaultdict(list)
        for cell in cells:
            self._rows[cell.table_no, cell.row_no].append(cell)

    def behind(self, row: InPaper, roles: tuple[str, ...]) -> list[str]:
        """The cell with the row's own box; else its cells in these roles; else all of them."""
        if row.table_no is None or row.row_no is None:
            return []
        cells = self._rows[row.table_no, row.row_no]
        own = [cell for cell in cells if _same(row.box, Box(cell.x0, cell.y0, cell.x1, cell.y1))]
        named = [cell for cell in cells if cell.role in roles]
        return [cell.cell_id for cell in own or named or cells]


def _same(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= _SAME_BOX for a, b in zip(one, other, strict=True))

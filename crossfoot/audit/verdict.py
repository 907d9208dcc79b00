"""What rules notice becomes findings: with a place, an id, and the cells that prove them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from operator import attrgetter
from typing import NamedTuple

from crossfoot.audit.remark import Held, Remark, Row
from crossfoot.schema.finding import Check, Finding, FindingCell, make_finding
from crossfoot.schema.model import unchecked
from crossfoot.schema.rows import CellRow

_new_proof = unchecked(FindingCell)

# Boxes are published to 0.01 pt, so the same box may differ by one unit of the last digit.
_SAME_BOX = 0.02


class Verdict(NamedTuple):
    """What the rules found, the cells that prove it, and how many checks held."""

    findings: tuple[Finding, ...]
    cells: tuple[FindingCell, ...]
    checks: tuple[Check, ...]


#: Document, table and row of a typed row.
Place = tuple[str, int | None, int | None]
_place_of: Callable[[CellRow], Place] = attrgetter("document_id", "table_no", "row_no")


def places(remarks: Iterable[Remark | Held]) -> set[Place]:
    """Return where the rows of *remarks* stand that do not say their own cell."""
    return {
        (row.document_id, row.table_no, row.row_no)
        for remark in remarks
        if isinstance(remark, Remark)
        for row in remark.rows
        if getattr(row, "cell_id", None) is None
    }


class Cells:
    """Finds the cells behind typed rows: those that stand in *places*, where they are given."""

    def __init__(self, cells: Iterable[CellRow], places: Set[Place] | None = None) -> None:
        self._rows: dict[Place, list[CellRow]] = defaultdict(list)
        for cell in cells if places is None or places else ():
            place = _place_of(cell)
            if places is None or place in places:
                self._rows[place].append(cell)

    def behind(self, row: Row, roles: tuple[str, ...]) -> list[str]:
        """The row's own cell, or that with its box; else its cells in these roles; else all."""
        own_id = getattr(row, "cell_id", None)
        if own_id is not None:
            return [own_id]
        if row.table_no is None or row.row_no is None:
            return []
        cells = self._rows[row.document_id, row.table_no, row.row_no]
        x0, y0, x1, y1 = row.box
        own = [
            cell
            for cell in cells
            if abs(cell.x0 - x0) <= _SAME_BOX
            and abs(cell.y0 - y0) <= _SAME_BOX
            and abs(cell.x1 - x1) <= _SAME_BOX
            and abs(cell.y1 - y1) <= _SAME_BOX
        ]
        named = [cell for cell in cells if cell.role in roles]
        return [cell.cell_id for cell in own or named or cells]


def judged(
    remarks: Iterable[Remark | Held],
    cells: Cells,
    councils: Mapping[str, str | None],
) -> Verdict:
    """Turn *remarks* into findings of the papers in *councils* (document id to council).

    A :class:`Held` without a document belongs to the only paper there is. The same remarks give
    the same findings, ids included.
    """
    findings: dict[str, Finding] = {}
    proofs: dict[tuple[str, str], FindingCell] = {}
    held: Counter[tuple[str, str]] = Counter()
    for remark in remarks:
        if isinstance(remark, Held):
            held[remark.document_id or _only(councils), remark.rule_id] += remark.times
            continue
        finding = _finding(remark, councils)
        findings[finding.finding_id] = finding
        for row in remark.rows:
            for cell_id in cells.behind(row, remark.roles):
                key = finding.finding_id, cell_id
                proofs[key] = _new_proof(finding_id=finding.finding_id, cell_id=cell_id)
    checks = tuple(Check(*place, count) for place, count in sorted(held.items()))
    return Verdict(tuple(findings.values()), tuple(proofs.values()), checks)


def parted(verdict: Verdict, groups: Sequence[Collection[str]]) -> list[Verdict]:
    """Part what was found in papers by the *groups* (document ids) that the papers are of."""
    number_of = {key: number for number, group in enumerate(groups) for key in group}
    findings: list[list[Finding]] = [[] for _ in groups]
    cells: list[list[FindingCell]] = [[] for _ in groups]
    checks: list[list[Check]] = [[] for _ in groups]
    of_finding: dict[str, int] = {}
    for finding in verdict.findings:
        of_finding[finding.finding_id] = number = number_of[finding.document_id]
        findings[number].append(finding)
    for cell in verdict.cells:
        cells[of_finding[cell.finding_id]].append(cell)
    for check in verdict.checks:
        checks[number_of[check.document_id]].append(check)
    return [
        Verdict(tuple(findings[number]), tuple(cells[number]), tuple(checks[number]))
        for number in range(len(groups))
    ]


def _only(councils: Mapping[str, str | None]) -> str:
    (document_id,) = councils
    return document_id


def _finding(remark: Remark, councils: Mapping[str, str | None]) -> Finding:
    first = remark.rows[0]
    finding = make_finding(
        remark.rule_id,
        remark.severity,
        first.document_id,
        remark.message,
        place=(first.page, first.box),
        council=councils[first.document_id],
        code=remark.code,
        printed=remark.printed,
        expected=remark.expected,
    )
    if remark.elsewhere is None:
        return finding
    return finding.model_copy(update={"message": f"{finding.message} ({remark.elsewhere})"})

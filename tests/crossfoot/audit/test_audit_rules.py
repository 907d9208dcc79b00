from __future__ import annotations

from crossfoot.audit.rules import RULE_IDS, audit, audited
from crossfoot.schema.finding import FindingCell, make_finding

from .audit_papers import DOCUMENT_ID, action, cell, count, paper, total


def _wrong():
    return paper(
        summaries=[
            count("Finance", "red", 1, row_no=2),
            count("Legal", "red", 1, row_no=3),
            total("red", 3),
        ],
        actions=[action("A1", "not_started", progress=50)],
        cells=[cell("c status", "status"), cell("c progress", "progress"), cell("c note", None)],
    )


def test_findings_say_where_they_stand_and_which_cells_prove_them():
    verdict = audit(_wrong())
    found = next(item for item in verdict.findings if item.rule_id == "progress.status")
    assert (found.page, found.code, found.council) == (3, "A1", "Anyborough Council")
    assert found.document_id == DOCUMENT_ID
    proof = {link.cell_id for link in verdict.cells if link.finding_id == found.finding_id}
    assert proof == {"c status", "c progress"}


def test_every_rule_raises_only_what_it_declares():
    assert {item.rule_id for item in audit(_wrong()).findings} <= RULE_IDS


def test_a_paper_without_tables_has_no_findings():
    assert audit(paper()).findings == ()


def test_an_audit_replaces_its_own_findings_and_leaves_the_readers():
    reader = make_finding("date.impossible", "error", DOCUMENT_ID, "31-Apr-2020 does not exist")
    stale = make_finding("summary.total", "error", DOCUMENT_ID, "no longer so")
    before = _wrong().model_copy(
        update={
            "findings": (reader, stale),
            "finding_cells": (
                FindingCell(finding_id=reader.finding_id, cell_id="c note"),
                FindingCell(finding_id=stale.finding_id, cell_id="c note"),
            ),
        }
    )
    after = audited(before)
    ids = {item.finding_id for item in after.findings}
    assert reader.finding_id in ids
    assert stale.finding_id not in ids
    assert {link.finding_id for link in after.finding_cells} <= ids


def test_the_same_paper_gives_the_same_findings():
    found = _wrong()
    assert audit(found) == audit(found)
    assert audited(audited(found)).findings == audited(found).findings

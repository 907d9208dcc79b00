"""What was checked: kept per paper, replaced with it, and never older than the content."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossfoot.schema.finding import Check, make_finding
from crossfoot.store.checks import (
    Audited,
    content_digest,
    documents_to_audit,
    held_checks,
    known_files,
    remember_files,
    save_across,
    save_audit,
    standing_digest,
)
from crossfoot.store.database import Store
from crossfoot.store.findings import finding_cells, findings, set_accepted
from crossfoot.store.load import load_paper, remove_document

from .store_papers import document, figure, paper_of, sha, whole_paper

PAPER = sha("whole.pdf")


@pytest.fixture
def filled(store: Store, load_id: str) -> Store:
    load_paper(store, whole_paper(), load_id)
    return store


def test_a_paper_is_audited_again_only_by_other_rules(filled: Store) -> None:
    assert documents_to_audit(filled, "2") == [PAPER]
    save_audit(filled, PAPER, Audited("2", ["totals"], [], [], [Check(PAPER, "totals", 4)]))
    assert documents_to_audit(filled, "2") == []
    assert documents_to_audit(filled, "3") == [PAPER]
    assert held_checks(filled) == {"totals": 4}
    assert held_checks(filled, [sha("other.pdf")]) == {}


def test_what_an_audit_said_of_a_paper_is_loaded_and_goes_with_it(
    store: Store, load_id: str
) -> None:
    paper = whole_paper().model_copy(
        update={"checks": [Check(PAPER, "totals", 4)], "rules_version": "2"}
    )
    load_paper(store, paper, load_id)
    assert held_checks(store) == {"totals": 4}
    assert documents_to_audit(store, "2") == []
    remove_document(store, PAPER)
    assert held_checks(store) == {}


def test_the_content_is_other_content_when_a_paper_comes_or_goes(
    filled: Store, load_id: str
) -> None:
    before = content_digest(filled, "1")
    assert content_digest(filled, "2") != before
    paper = document("b.pdf")
    load_paper(filled, paper_of(paper, [figure(paper, "2018/19", "9")]), load_id)
    assert content_digest(filled, "1") != before
    remove_document(filled, paper.document_id)
    assert content_digest(filled, "1") == before


def test_findings_across_papers_are_replaced_whole_and_accepted_ones_stay_accepted(
    filled: Store,
) -> None:
    remark = make_finding("figure.restated", "warning", PAPER, "97.0% before")
    digest = content_digest(filled, "1")
    for found in ([remark], [], [remark]):
        assert save_across(filled, "1", Audited(digest, ["figure.restated"], found, [], []))
        if found:
            set_accepted(filled, remark.finding_id, "said so in the minutes")
    again = [item for item in findings(filled) if item.rule_id == "figure.restated"]
    assert [item.accepted_because for item in again] == ["said so in the minutes"]
    assert standing_digest(filled) == digest
    assert finding_cells(filled, remark.finding_id) == []


def test_findings_of_content_that_changed_meanwhile_are_not_stored(
    filled: Store, load_id: str
) -> None:
    digest = content_digest(filled, "1")
    paper = document("b.pdf")
    load_paper(filled, paper_of(paper, [figure(paper, "2018/19", "9")]), load_id)
    remark = make_finding("figure.restated", "warning", PAPER, "97.0% before")
    assert not save_across(filled, "1", Audited(digest, ["figure.restated"], [remark], [], []))
    assert standing_digest(filled) is None
    assert "figure.restated" not in {item.rule_id for item in findings(filled)}


def test_where_a_file_was_read_is_remembered_and_follows_it(filled: Store) -> None:
    remember_files(filled, {PAPER: Path("/a/whole.pdf"), sha("none.pdf"): Path("/a/none.pdf")})
    assert known_files(filled) == {PAPER: Path("/a/whole.pdf")}
    moved = {PAPER: Path("/b 100%/caf\u00e9 \udcff.pdf")}
    remember_files(filled, moved)
    assert known_files(filled) == moved
    remove_document(filled, PAPER)
    assert known_files(filled) == {}

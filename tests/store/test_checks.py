"""What was checked: kept per paper, replaced with it, and never older than the content."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossfoot.schema.finding import Check
from crossfoot.store.checks import (
    Audited,
    documents_to_audit,
    held_checks,
    known_files,
    remember_files,
    save_audit,
)
from crossfoot.store.database import Store
from crossfoot.store.load import load_paper, remove_document

from .store_papers import sha, whole_paper

PAPER = sha("whole.pdf")


@pytest.fixture
def filled(store: Store, load_id: str) -> Store:
    load_paper(store, whole_paper(), load_id)
    return store


def test_a_paper_is_audited_again_only_by_other_rules(filled: Store) -> None:
    assert list(documents_to_audit(filled, "2")) == [PAPER]
    save_audit(filled, PAPER, Audited("2", ["totals"], [], [], [Check(PAPER, "totals", 4)]))
    assert not documents_to_audit(filled, "2")
    assert list(documents_to_audit(filled, "3")) == [PAPER]
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
    assert not documents_to_audit(store, "2")
    remove_document(store, PAPER)
    assert held_checks(store) == {}


def test_where_a_file_was_read_is_remembered_and_follows_it(filled: Store) -> None:
    remember_files(filled, {PAPER: Path("/a/whole.pdf"), sha("none.pdf"): Path("/a/none.pdf")})
    assert known_files(filled) == {PAPER: Path("/a/whole.pdf")}
    moved = {PAPER: Path("/b 100%/caf\u00e9 \udcff.pdf")}
    remember_files(filled, moved)
    assert known_files(filled) == moved
    remove_document(filled, PAPER)
    assert known_files(filled) == {}

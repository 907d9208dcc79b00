"""What another process does between two steps of this one is neither lost nor undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy import Connection

from crossfoot.audit.rules import RULES_VERSION
from crossfoot.checking import check
from crossfoot.following import Question, follow, heads_meant
from crossfoot.schema.finding import make_finding
from crossfoot.schema.paper import Paper
from crossfoot.store import checks, queries
from crossfoot.store.checks import documents_to_audit, known_files, remember_files
from crossfoot.store.database import Store, open_store, read_store
from crossfoot.store.findings import findings
from crossfoot.store.load import load_paper, remove_document, start_load
from crossfoot.store.queries import documents, paper_rows
from tests.conftest import Backend, NewDatabase
from tests.store.store_papers import document, sha, whole_paper

PAPER = sha("whole.pdf")


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, new_database: NewDatabase) -> Iterator[Store]:
    backend: Backend = request.param
    with open_store(new_database(backend, with_schema=True), create=True) as opened:
        load_paper(opened, whole_paper(), start_load(opened, "1"))
        yield opened


def test_a_failure_to_read_does_not_replace_what_another_run_has_read(store: Store) -> None:
    failed = document("whole.pdf").model_copy(update={"outcome": "failed", "reason": "killed"})
    result = load_paper(store, Paper(document=failed), start_load(store, "2"))
    assert result.unchanged
    assert [found.outcome for found in documents(store)] == ["read"]


def test_an_audit_of_rows_that_were_replaced_meanwhile_is_not_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = whole_paper().model_copy(
        update={
            "findings": [make_finding("test.new", "note", PAPER, "of the new reading")],
            "finding_cells": [],
            "rules_version": RULES_VERSION,
        }
    )

    def read_and_replaced(opened: Store, document_id: str) -> Paper:
        found = paper_rows(opened, document_id)
        load_paper(opened, new, start_load(opened, "2"))
        return found

    monkeypatch.setattr(queries, "paper_rows", read_and_replaced)
    check(store)
    said = [item.message for item in findings(store, document_id=PAPER)]
    assert said == ["of the new reading"]
    assert not documents_to_audit(store, RULES_VERSION)


@pytest.mark.parametrize("after_reading", [False, True])
def test_an_audit_of_a_document_that_goes_meanwhile_goes_on(
    store: Store, monkeypatch: pytest.MonkeyPatch, after_reading: bool
) -> None:
    def gone(opened: Store, document_id: str) -> Paper:
        found = paper_rows(opened, document_id)
        remove_document(opened, document_id)
        return found if after_reading else paper_rows(opened, document_id)

    monkeypatch.setattr(queries, "paper_rows", gone)
    check(store)
    assert documents(store) == []


def test_the_place_of_a_file_whose_document_goes_meanwhile_is_not_remembered(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = checks._moved

    def then_goes(connection: Connection, written: Mapping[str, str]) -> dict[str, str]:
        found = moved(connection, written)
        if found and not connection.get_execution_options().get("crossfoot_writing"):
            remove_document(store, PAPER)
        return found

    monkeypatch.setattr(checks, "_moved", then_goes)
    remember_files(store, {PAPER: Path("/papers/whole.pdf")})
    assert known_files(store) == {}


def test_a_moment_of_the_store_stays_as_it_was(store: Store) -> None:
    with store.moment() as moment:
        before = paper_rows(moment, PAPER)
        remove_document(store, PAPER)
        assert documents(store) == []
        assert paper_rows(moment, PAPER) == before


def test_an_answer_of_several_questions_is_of_one_moment(store: Store) -> None:
    with read_store(store.engine.url) as now:
        heads = heads_meant(now, None, None)
        remove_document(store, PAPER)
        answer = follow(now, heads, Question())
        assert {point.document_id for point in answer.found.points} == {PAPER}
        assert paper_rows(now, PAPER).figures
    with read_store(store.engine.url) as now:
        assert documents(now) == []

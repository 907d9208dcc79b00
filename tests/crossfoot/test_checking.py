"""Findings follow the content and the rules, whichever command looks first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.big_store import Size, fill, papers
from crossfoot import checking
from crossfoot.audit.across.rules import ACROSS_VERSION
from crossfoot.audit.rules import RULE_IDS, RULES_VERSION
from crossfoot.checking import check
from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.reader import read_paper
from crossfoot.schema.paper import Known, Paper
from crossfoot.sources import identify
from crossfoot.store import database
from crossfoot.store.checks import (
    documents_to_audit,
    held_checks,
)
from crossfoot.store.database import Store, open_store
from crossfoot.store.findings import findings
from crossfoot.store.groups import listed
from crossfoot.store.load import load_paper, remove_document, start_load
from crossfoot.store.queries import documents
from samples.expected import sample_pdfs


@pytest.fixture(scope="module")
def paper() -> Paper:
    return _read(sample_pdfs()[0])


def _read(path: Path) -> Paper:
    source = identify(path)
    settings = NormaliseSettings(reader_version="1")
    return read_paper(
        Job(source.path, source.file_name, source.document_id, Known(), ExtractSettings(), settings)
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/store.db", create=True) as opened:
        yield opened


def test_a_paper_is_stored_with_what_today_s_rules_say_of_it(store: Store, paper: Paper) -> None:
    load_paper(store, paper, start_load(store, "1"))
    assert not documents_to_audit(store, RULES_VERSION)
    assert held_checks(store) == {check.rule_id: check.held for check in paper.checks}


def test_a_paper_that_older_rules_audited_is_audited_again_once(store: Store, paper: Paper) -> None:
    said: list[str] = []
    old = paper.model_copy(
        update={"findings": (), "finding_cells": (), "checks": (), "rules_version": "0"}
    )
    load_paper(store, old, start_load(store, "1"))
    check(store, said.append)
    check(store, said.append)
    assert len(said) == 1
    raised = {item.finding_id for item in paper.findings if item.rule_id in RULE_IDS}
    assert raised
    assert {item.finding_id for item in findings(store)} == raised
    assert held_checks(store) == {check.rule_id: check.held for check in paper.checks}


def test_what_follows_from_all_papers_is_up_to_date_with_them(store: Store, paper: Paper) -> None:
    check(store)
    assert listed(store, ACROSS_VERSION).groups == ()
    load_paper(store, paper, start_load(store, "1"))
    assert len(listed(store, ACROSS_VERSION).stale) == 1
    check(store)
    assert listed(store, ACROSS_VERSION).stale == ()
    assert len(listed(store, ACROSS_VERSION).groups) == 1


_COUNCILS = Size(councils=4, series=8, years=2, actions=4, faults=0.2)


def _of_all_papers(store: Store) -> tuple[set[str], list[tuple[str, str | None]]]:
    found = {item.finding_id for item in findings(store)}
    return found, [(d.document_id, d.same_report_as) for d in documents(store)]


def test_councils_saved_one_by_one_are_found_what_all_at_once_are(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, _COUNCILS)
    check(store)
    at_once = _of_all_papers(store)
    assert len(at_once[0]) > 20
    monkeypatch.setattr(checking, "_SAVED_EVERY", 0.0)
    monkeypatch.setattr(checking, "_SAVED_SELDOM", 0)
    monkeypatch.setattr(checking, "_PAPERS_TOGETHER", 1)
    with open_store(f"sqlite:///{tmp_path}/other.db", create=True) as other:
        fill(other, _COUNCILS)
        check(other)
        assert _of_all_papers(other) == at_once
        assert not listed(other, ACROSS_VERSION).stale


def test_a_comparison_that_is_broken_off_goes_on_from_there(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, _COUNCILS)
    monkeypatch.setattr(checking, "_SAVED_EVERY", 0.0)
    monkeypatch.setattr(checking, "_SAVED_SELDOM", 0)
    monkeypatch.setattr(checking, "_PAPERS_TOGETHER", 1)
    compare, seen = checking.audit_across, []

    def breaking(store: Store, groups: Sequence[Collection[str]]) -> object:
        seen.append(groups)
        if len(seen) == 3:
            raise KeyboardInterrupt
        return compare(store, groups)

    monkeypatch.setattr(checking, "audit_across", breaking)
    with pytest.raises(KeyboardInterrupt):
        check(store)
    assert len(listed(store, ACROSS_VERSION).stale) == 2
    check(store)
    assert len(seen) == 5
    assert not listed(store, ACROSS_VERSION).stale


def test_a_store_that_cannot_be_read_while_it_is_written_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that gives SQLite no log, and in memory."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    with open_store(f"sqlite:///{tmp_path}/nolog.db", create=True) as store:
        with closing(store.engine.raw_connection()) as driver:
            assert driver.cursor().execute("PRAGMA journal_mode=DELETE").fetchone() == ("delete",)
        fill(store, _COUNCILS)
        check(store)
        assert not listed(store, ACROSS_VERSION).stale


@pytest.mark.parametrize("taken_out", [False, True])
def test_papers_that_are_read_otherwise_and_as_before_again_are_compared_again(
    store: Store, taken_out: bool
) -> None:
    fill(store, _COUNCILS)
    check(store)
    before = _of_all_papers(store)
    for paper in papers(_COUNCILS, 1):  # by two runs, the first of which never came to compare
        other = paper.document.model_copy(update={"committee": "Cabinet"})
        load_paper(store, paper.model_copy(update={"document": other}), start_load(store, "2"))
        if taken_out:
            remove_document(store, paper.document.document_id)
        load_paper(store, paper, start_load(store, "3"))
    assert _of_all_papers(store) != before
    check(store)
    assert _of_all_papers(store) == before


def test_repeats_are_marked_of_the_papers_that_are_compared(
    store: Store, paper: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(sample_pdfs()[0].read_bytes() + b"\n% the same report in another file\n")
    whole = _read(copy)
    for each in (paper, Paper(document=whole.document)):  # a reading that found nothing in it
        load_paper(store, each, start_load(store, "1"))
    compare, came = checking.audit_across, list[str]()

    def then_another_run_reads_it_better(store: Store, groups: Sequence[Collection[str]]) -> object:
        found = compare(store, groups)
        if not came:
            with open_store(store.engine.url, create=False) as other:
                came.append(load_paper(other, whole, start_load(other, "2")).document_id)
        return found

    monkeypatch.setattr(checking, "audit_across", then_another_run_reads_it_better)
    check(store)
    assert not listed(store, ACROSS_VERSION).stale
    repeats = [each.same_report_as for each in documents(store) if each.same_report_as]
    assert len(repeats) == 1

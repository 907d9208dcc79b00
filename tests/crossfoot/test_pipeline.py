from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job, Unread
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.paper import Known
from crossfoot.settings import LimitSettings
from crossfoot.sources import identify
from crossfoot.store.database import Store, open_store
from crossfoot.store.export import export
from crossfoot.store.queries import codes, documents, loads, paper_rows
from crossfoot.worker import run

from .ingest_runs import Watch, go, settings, write

ROW = "BV9,Council Tax collected,2018/19,outturn,98.5,98\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/store.db", create=True) as opened:
        yield opened


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


def outcomes(store: Store) -> dict[str, str]:
    return {document.file_name: document.outcome for document in documents(store)}


def reason(store: Store, name: str) -> str:
    return next(d.reason for d in documents(store) if d.file_name == name) or ""


def test_papers_land_and_the_watcher_is_told(store: Store, papers: Path) -> None:
    write(papers, "one")
    write(papers, "two", 2019)
    watch = Watch()
    report = go(store, papers, watch=watch)
    assert outcomes(store) == {"one.pdf": "read", "two.pdf": "read"}
    assert (watch.expected, len(watch.seen), report.rows) == (2, 2, 2)
    (load,) = loads(store)
    assert (load.papers, load.failed, load.unchanged, load.outcome) == (2, 0, 0, "finished")
    assert load.rows == sum(entry.written for entry in report.landed) == 14


def test_a_second_run_reads_nothing_and_changes_nothing(store: Store, papers: Path) -> None:
    path = write(papers, "one")
    go(store, papers)
    before = paper_rows(store, identify(path).document_id)
    report = go(store, papers)
    assert (report.landed, len(report.chosen.unchanged)) == ([], 1)
    assert paper_rows(store, identify(path).document_id) == before


def test_reread_reads_again_and_leaves_the_rows_as_they_are(store: Store, papers: Path) -> None:
    path = write(papers, "one")
    go(store, papers)
    before = paper_rows(store, identify(path).document_id)
    report = go(store, papers, settings(reread=True))
    assert len(report.landed) == 1
    assert paper_rows(store, identify(path).document_id) == before


def test_other_facts_or_another_reader_read_the_paper_again(store: Store, papers: Path) -> None:
    write(papers, "one")
    go(store, papers)
    named = Known(council="Elsewhere", council_source="argument")
    assert len(go(store, papers, known=named).landed) == 1
    assert [entry.council for entry in codes(store)] == ["Elsewhere"]
    assert not go(store, papers, known=named).landed
    newer = settings(normalise=NormaliseSettings(reader_version="99"))
    assert len(go(store, papers, newer, known=named).landed) == 1


def test_a_hanging_document_is_ended_and_the_others_land(store: Store, papers: Path) -> None:
    for name in ("hang", "one", "two"):
        write(papers, name)
    report = go(store, papers, settings(limits=LimitSettings(seconds=1, seconds_per_mib=0)))
    assert outcomes(store) == {"hang.pdf": "failed", "one.pdf": "read", "two.pdf": "read"}
    assert "raise --time-limit to allow more" in reason(store, "hang.pdf")
    assert [entry.file_name for entry in report.failed] == ["hang.pdf"]
    assert loads(store)[0].outcome == "some_failed"


def test_a_worker_that_dies_costs_its_document_alone(store: Store, papers: Path) -> None:
    for name in ("die1", "die2", "one", "two", "three"):
        write(papers, name)
    go(store, papers)
    assert [name for name, outcome in outcomes(store).items() if outcome == "failed"] == [
        "die1.pdf",
        "die2.pdf",
    ]
    assert "signal 9" in reason(store, "die1.pdf")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems set no limit on memory")
def test_a_document_that_eats_memory_is_refused_it(store: Store, papers: Path) -> None:
    for name in ("hungry", "one"):
        write(papers, name)
    go(store, papers, settings(limits=LimitSettings(memory_mib=256)))
    assert outcomes(store) == {"hungry.pdf": "failed", "one.pdf": "read"}
    assert "more memory than is allowed" in reason(store, "hungry.pdf")


def test_a_fault_of_ours_is_recorded_and_kept_for_debugging(store: Store, papers: Path) -> None:
    for name in ("fault", "one"):
        write(papers, name)
    report = go(store, papers)
    assert outcomes(store) == {"fault.pdf": "failed", "one.pdf": "read"}
    assert "KeyError" in reason(store, "fault.pdf")
    assert isinstance(report.failed[0].fault, KeyError)


def test_what_the_reader_refuses_is_recorded_with_its_reason(store: Store, papers: Path) -> None:
    write(papers, "refused")
    go(store, papers)
    assert reason(store, "refused.pdf") == (
        "the file is encrypted; ask for a copy without a password"
    )


def test_rows_that_the_store_refuses_cost_that_document_alone(store: Store, papers: Path) -> None:
    write(papers, "one")
    go(store, papers, settings(reader="front_readers:contradicting"))
    assert outcomes(store) == {"one.pdf": "failed"}
    assert paper_rows(store, documents(store)[0].document_id).cells == []


def test_what_failed_is_tried_again(store: Store, papers: Path) -> None:
    path = write(papers, "hang")
    go(store, papers, settings(limits=LimitSettings(seconds=1, seconds_per_mib=0)))
    path.rename(papers / "patient.pdf")
    go(store, papers)
    assert outcomes(store) == {"patient.pdf": "read"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_file_that_cannot_be_opened_is_recorded_until_it_can(store: Store, papers: Path) -> None:
    target = papers.parent / "elsewhere"
    (papers / "gone.pdf").symlink_to(target)
    write(papers, "one")
    report = go(store, papers)
    assert outcomes(store) == {"gone.pdf": "failed", "one.pdf": "read"}
    assert "cannot be opened" in reason(store, "gone.pdf")
    assert len(report.failed) == 1
    write(papers.parent, "text", 2020).rename(target)
    go(store, papers)
    assert outcomes(store) == {"gone.pdf": "read", "one.pdf": "read"}


def test_an_interrupted_run_keeps_what_landed_and_says_so(store: Store, papers: Path) -> None:
    for number in range(6):
        write(papers, f"slow{number}", 2000 + number)
    report = go(store, papers, settings(jobs=1), watch=Watch(interrupt_after=2))
    assert report.interrupted
    assert len(documents(store)) == 2
    assert report.unread == 4
    assert loads(store)[0].outcome == "interrupted"
    assert len(go(store, papers).landed) == 4


def test_errors_that_a_document_can_cause_are_values_in_the_worker(tmp_path: Path) -> None:
    path = tmp_path / "refused.pdf"
    path.write_text(ROW, encoding="utf-8")
    source = identify(path)
    facts = (source.file_name, source.document_id, Known(), ExtractSettings(), NormaliseSettings())
    assert isinstance(run("front_readers:by_name", Job(path, *facts)), Unread)


def test_a_paper_that_can_no_longer_be_read_keeps_what_was_read_of_it(
    store: Store, papers: Path
) -> None:
    write(papers, "one")
    go(store, papers)
    broken = settings(reader="front_readers:refusing", reread=True)
    report = go(store, papers, broken)
    assert [entry.outcome for entry in report.landed] == ["failed"]
    assert "what an earlier run read of it is kept" in (report.landed[0].reason or "")
    assert outcomes(store) == {"one.pdf": "read"}
    assert len(codes(store)) == 1


def test_the_largest_file_is_read_first_and_the_order_changes_nothing(
    store: Store, papers: Path, tmp_path: Path
) -> None:
    for number in range(4):
        path = write(papers, f"paper{number}", 2010 + number)
        path.write_text(path.read_text(encoding="utf-8") * (number + 1), encoding="utf-8")
    watch = Watch()
    go(store, papers, settings(jobs=1), watch=watch)
    assert watch.seen[0].file_name == "paper3.pdf"
    with open_store(f"sqlite:///{tmp_path}/other.db", create=True) as other:
        for name in ("paper1.pdf", "paper3.pdf", "paper0.pdf", "paper2.pdf"):
            go(other, papers / name)
        mine, theirs = (
            {path.name: path.read_bytes() for path in export(each, tmp_path / folder)}
            for each, folder in ((store, "mine"), (other, "theirs"))
        )
    assert mine == theirs

"""Ingesting again, on every database: what is replaced, what stays, what people decided."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.identity import make_id
from crossfoot.schema.paper import Known
from crossfoot.sources import identify
from crossfoot.store.database import Store, open_store
from crossfoot.store.export import export
from crossfoot.store.findings import findings, set_accepted
from crossfoot.store.links import decision, links, save_link
from crossfoot.store.load import remove_document
from crossfoot.store.queries import codes, documents, loads
from tests.conftest import Backend, NewDatabase

from .ingest_runs import go, settings, write

COUNCIL = "Anyborough Council"
NEWER = settings(normalise=NormaliseSettings(reader_version="99"))


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, new_database: NewDatabase) -> Iterator[Store]:
    backend: Backend = request.param
    with open_store(new_database(backend), create=True) as opened:
        yield opened


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


def exported(store: Store, folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in export(store, folder)}


def names(store: Store) -> list[str]:
    return [document.file_name for document in documents(store)]


def test_a_changed_manifest_row_replaces_what_was_read_and_another_changes_nothing(
    store: Store, papers: Path
) -> None:
    write(papers, "one")
    write(papers, "two", 2019)
    row = Known(source_url="https://example.org/one.pdf")
    go(store, papers, listed={"one.pdf": row})
    changed = row.model_copy(
        update={
            "council": "Elsewhere",
            "council_source": "manifest",
            "published_on": date(2021, 7, 9),
            "published_on_source": "manifest",
        }
    )
    report = go(store, papers, listed={"one.pdf": changed})
    assert [entry.file_name for entry in report.landed] == ["one.pdf"]
    one = next(each for each in documents(store) if each.file_name == "one.pdf")
    assert (one.council, one.published_on) == ("Elsewhere", date(2021, 7, 9))
    assert {entry.council: entry.papers for entry in codes(store)} == {"Elsewhere": 1, COUNCIL: 1}


def test_a_newer_reader_replaces_rows_and_keeps_what_people_decided(
    store: Store, papers: Path
) -> None:
    path = write(papers, "one")
    path.write_text(
        "BV9,one,2018/19,outturn,98.5,98\nBV10,two,2018/19,outturn,97.5,98\n", encoding="utf-8"
    )
    go(store, papers)
    a, b = (make_id(COUNCIL, code) for code in ("BV9", "BV10"))
    save_link(store, decision(a, "unrelated", b, because="two taxes"))
    (found,) = findings(store)
    set_accepted(store, found.finding_id, "it is one")
    report = go(store, papers, NEWER)
    assert len(report.landed) == 1
    assert [document.reader_version for document in documents(store)] == ["99"]
    assert [link.because for link in links(store)] == ["two taxes"]
    assert [item.accepted_because for item in findings(store)] == ["it is one"]


def test_forgetting_and_reading_again_gives_the_same_bytes(
    store: Store, papers: Path, tmp_path: Path
) -> None:
    path = write(papers, "one")
    write(papers, "two", 2019)
    go(store, papers)
    for found in findings(store):
        set_accepted(store, found.finding_id, "seen")
    before = exported(store, tmp_path / "before")
    assert remove_document(store, identify(path).document_id)
    assert names(store) == ["two.pdf"]
    go(store, papers)
    assert exported(store, tmp_path / "after") == before


def test_a_renamed_file_is_found_under_its_new_name_and_nothing_else_changes(
    store: Store, papers: Path
) -> None:
    path = write(papers, "one")
    go(store, papers)
    before = [(entry.code, entry.figures) for entry in codes(store)]
    path.rename(papers / "better.pdf")
    report = go(store, papers)
    assert [old for _, old in report.chosen.renamed] == ["one.pdf"]
    assert names(store) == ["better.pdf"]
    assert [(entry.code, entry.figures) for entry in codes(store)] == before
    assert not go(store, papers).landed


def test_a_file_in_the_place_of_another_is_another_document(store: Store, papers: Path) -> None:
    before = identify(write(papers, "one")).document_id
    go(store, papers)
    (papers / "one.pdf").write_text("BV9,one,2018/19,outturn,98.6,98\n", encoding="utf-8")
    report = go(store, papers)
    assert [document_id for _, document_id in report.chosen.replaced] == [before]
    assert names(store) == ["one.pdf", "one.pdf"]


def test_every_run_is_recorded_and_every_row_names_the_run_that_read_it(
    store: Store, papers: Path
) -> None:
    write(papers, "one")
    first = go(store, papers)
    again = go(store, papers)
    write(papers, "two", 2019)
    second = go(store, papers)
    runs = loads(store)
    assert [run.load_id for run in runs] == [second.load_id, again.load_id, first.load_id]
    assert [run.papers for run in runs] == [1, 0, 1]
    assert {run.outcome for run in runs} == {"finished"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_file_that_opens_again_is_no_failure_even_where_its_bytes_were_known(
    store: Store, papers: Path
) -> None:
    known = write(papers, "known")
    (papers / "gone.pdf").symlink_to(papers.parent / "elsewhere")
    go(store, papers)
    assert sorted(names(store)) == ["gone.pdf", "known.pdf"]
    (papers.parent / "elsewhere").write_bytes(known.read_bytes())
    report = go(store, papers)
    assert names(store) == ["known.pdf"]
    assert [double.file_name for double, _ in report.chosen.duplicates] == ["gone.pdf"]

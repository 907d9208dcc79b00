"""Loading: whole or not at all, once, and what people decided stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from crossfoot.schema.errors import DocumentError, StoreError
from crossfoot.schema.paper import Paper
from crossfoot.store import load, tables
from crossfoot.store.database import Store, open_store
from crossfoot.store.export import export
from crossfoot.store.fastpath import fields, insert_rows
from crossfoot.store.load import (
    finish_load,
    known_document,
    load_paper,
    start_load,
)
from crossfoot.store.queries import loads, paper_rows
from tests.conftest import Backend, NewDatabase

from .store_papers import document, figure, paper_of, sha, whole_paper
from .stored import contents, count


def exported(store: Store, folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in export(store, folder, "csv")}


def test_a_paper_lands_in_every_relation(store: Store, load_id: str) -> None:
    result = load_paper(store, whole_paper(), load_id)
    assert not result.unchanged
    assert not result.replaced
    relations = {table.name for table in tables.CONTENT}
    assert set(result.rows) == relations
    assert all(count(store, name) == result.rows[name] for name in relations)
    assert result.total == sum(result.rows.values())


def test_the_same_paper_again_changes_not_one_row_even_in_another_run(
    store: Store, load_id: str
) -> None:
    load_paper(store, whole_paper(), load_id)
    before = contents(store)
    again = load_paper(store, whole_paper(), start_load(store, "1"))
    assert again.unchanged
    assert again.total == 0
    assert contents(store) == before


def test_the_order_of_rows_in_a_paper_does_not_make_it_another(store: Store, load_id: str) -> None:
    paper = whole_paper()
    load_paper(store, paper, load_id)
    turned = paper.model_copy(update={"figures": list(reversed(paper.figures))})
    assert load_paper(store, turned, load_id).unchanged


def test_the_same_papers_again_export_to_the_same_bytes(
    store: Store, load_id: str, tmp_path: Path
) -> None:
    papers = [whole_paper("a.pdf"), whole_paper("b.pdf", reader_version="2")]
    for paper in papers:
        load_paper(store, paper, load_id)
    before = exported(store, tmp_path / "before")
    for paper in reversed(papers):
        load_paper(store, paper, start_load(store, "1"))
    assert exported(store, tmp_path / "after") == before


def test_two_stores_that_read_the_same_papers_in_another_order_export_the_same_bytes(
    tmp_path: Path, backend: Backend, new_database: NewDatabase
) -> None:
    papers = [
        whole_paper(name, published_on=day)
        for name, day in (("a.pdf", date(2020, 7, 9)), ("b.pdf", date(2021, 7, 9)))
    ]
    written = []
    for number, order in enumerate((papers, papers[::-1])):
        with open_store(new_database(backend, with_schema=True), create=True) as store:
            for paper in order:
                load_paper(store, paper, start_load(store, "1"))
            written.append(exported(store, tmp_path / str(number)))
    assert written[0] == written[1]


@pytest.mark.parametrize(
    "change",
    [
        {"reader_version": "2"},
        {"published_on": date(2020, 7, 10)},
        {"source_url": "https://example.org/paper.pdf"},
    ],
)
def test_another_reader_or_manifest_replaces_the_rows_of_the_document(
    store: Store, load_id: str, change: dict[str, Any]
) -> None:
    load_paper(store, whole_paper(), load_id)
    result = load_paper(store, whole_paper(**change), load_id)
    assert result.replaced
    assert count(store, "documents") == 1
    assert count(store, "figures") == 4
    assert paper_rows(store, sha("whole.pdf")) == paper_rows_of(whole_paper(**change))


def paper_rows_of(paper: Paper) -> Paper:
    """The paper with its rows in the order in which the store gives them back."""
    figures = sorted(paper.figures, key=lambda item: item.figure_id)
    return paper.model_copy(update={"figures": figures})


def test_figures_that_are_no_longer_read_go(store: Store, load_id: str) -> None:
    load_paper(store, whole_paper(), load_id)
    paper = document("whole.pdf", reader_version="2")
    load_paper(store, paper_of(paper, [figure(paper, "2019/20", "97.5%")]), load_id)
    assert count(store, "figures") == 1
    assert count(store, "actions") == 0
    assert count(store, "statuses") == 0


def test_a_paper_comes_back_as_it_was_loaded(store: Store, load_id: str) -> None:
    load_paper(store, whole_paper(), load_id)
    assert paper_rows(store, sha("whole.pdf")) == paper_rows_of(whole_paper())


def test_known_documents_say_which_reader_read_them(store: Store, load_id: str) -> None:
    assert known_document(store, sha("whole.pdf")) is None
    load_paper(store, whole_paper(reader_version="7"), load_id)
    assert known_document(store, sha("whole.pdf")) == "7"


def doubled(paper: Paper) -> Paper:
    """The paper with a cell twice, so that its last rows break a rule of the schema."""
    return paper.model_copy(update={"cells": [*paper.cells, paper.cells[0]]})


def test_a_fault_in_the_middle_of_a_document_leaves_nothing_of_it(
    store: Store, load_id: str
) -> None:
    with pytest.raises(DocumentError, match="contradict each other") as caught:
        load_paper(store, doubled(whole_paper()), load_id)
    assert caught.value.remedy
    assert all(count(store, table.name) == 0 for table in tables.CONTENT)
    assert known_document(store, sha("whole.pdf")) is None


def test_a_number_that_no_column_holds_is_a_fault_of_its_paper_not_of_the_database(
    backend: Backend, store: Store, load_id: str
) -> None:
    if backend == "sqlite":
        pytest.skip("its integers have 64 bits, and no count that is read has more")
    paper = whole_paper()
    large = [each.model_copy(update={"item_count": 2**40}) for each in paper.summaries]
    assert large
    with pytest.raises(DocumentError, match=r"whole\.pdf cannot be stored \("):
        load_paper(store, paper.model_copy(update={"summaries": large}), load_id)
    assert known_document(store, sha("whole.pdf")) is None
    assert not load_paper(store, paper, load_id).unchanged


def test_a_fault_while_replacing_leaves_the_document_as_it_was(store: Store, load_id: str) -> None:
    load_paper(store, whole_paper(), load_id)
    before = contents(store)
    with pytest.raises(DocumentError):
        load_paper(store, doubled(whole_paper(reader_version="2")), load_id)
    assert contents(store) == before
    assert load_paper(store, whole_paper(), load_id).unchanged


def test_a_program_that_dies_in_the_middle_leaves_nothing(
    store: Store, load_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(load, "merge_series", dies)
    with pytest.raises(KeyboardInterrupt):
        load_paper(store, whole_paper(), load_id)
    assert all(count(store, table.name) == 0 for table in tables.CONTENT)


@pytest.mark.parametrize("before", [[], [whole_paper("other.pdf")]])
def test_rows_of_a_series_that_the_paper_does_not_describe_are_refused(
    store: Store, load_id: str, before: list[Paper]
) -> None:
    for paper in before:
        load_paper(store, paper, load_id)
    with pytest.raises(DocumentError, match=r"1 series .* not described"):
        load_paper(store, whole_paper().model_copy(update={"series": []}), load_id)


def test_the_same_remark_made_twice_is_one_finding(store: Store, load_id: str) -> None:
    paper = whole_paper()
    twice = paper.model_copy(update={"findings": [*paper.findings, *paper.findings]})
    assert load_paper(store, twice, load_id).rows["findings"] == 1


def test_text_that_is_half_a_character_is_replaced_and_loads_once(
    store: Store, load_id: str
) -> None:
    paper = whole_paper()
    broken = [cell._replace(text="a\ud800b\x00c") for cell in paper.cells]
    paper = paper.model_copy(update={"cells": broken})
    load_paper(store, paper, load_id)
    assert {cell.text for cell in paper_rows(store, sha("whole.pdf")).cells} == {"a\ufffdb\ufffdc"}
    assert load_paper(store, paper, load_id).unchanged


def test_text_that_only_spells_such_a_character_is_kept(store: Store, load_id: str) -> None:
    paper = whole_paper()
    cells = [cell._replace(text=r"\ud800 \x00") for cell in paper.cells]
    load_paper(store, paper.model_copy(update={"cells": cells}), load_id)
    assert {cell.text for cell in paper_rows(store, sha("whole.pdf")).cells} == {r"\ud800 \x00"}


def test_confidence_is_null_until_it_is_measured(store: Store, load_id: str) -> None:
    load_paper(store, whole_paper(), load_id)
    for table in (tables.figures, tables.indicators, tables.actions):
        with store.read() as connection:
            assert connection.execute(select(func.count(table.c.confidence))).scalar() == 0


amounts = st.decimals(
    min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=None
)


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(value=amounts)
def test_decimals_are_exact_through_the_store(store: Store, load_id: str, value: Decimal) -> None:
    paper = document("decimals.pdf", reader_version=str(value))
    row = figure(paper, "2019/20", "1%", value=value)
    load_paper(store, paper_of(paper, [row]), load_id)
    stored = paper_rows(store, paper.document_id).figures[0].value
    assert stored is not None
    assert stored == value
    assert format(stored, "f") == format(value if value else abs(value), "f")


def test_decimals_are_text_in_a_file(sqlite_url: str) -> None:
    with open_store(sqlite_url, create=True) as store:
        load_paper(store, whole_paper(), start_load(store, "1"))
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as file:
        found = file.execute("SELECT value, typeof(value) FROM figures ORDER BY value").fetchall()
    assert found == [(None, "null"), ("97.0", "text"), ("97.5", "text"), ("98.50", "text")]


def test_a_run_is_recorded_with_what_it_did(store: Store) -> None:
    first = start_load(store, "1")
    second = start_load(store, "2")
    finish_load(store, second, papers=3, rows=70, outcome="some_failed")
    latest, earlier = loads(store)
    assert first < second
    assert (latest.load_id, latest.papers, latest.rows) == (second, 3, 70)
    assert latest.outcome == "some_failed"
    assert latest.finished_at is not None
    assert latest.finished_at >= latest.started_at
    assert (earlier.outcome, earlier.finished_at) == ("running", None)


def test_a_driver_that_numbers_its_parameters_is_refused(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(sqlite_url, create=True) as store:
        monkeypatch.setattr(store.engine.dialect, "paramstyle", "numeric")
        with (
            store.engine.connect() as connection,
            pytest.raises(StoreError, match="numbers its parameters"),
        ):
            insert_rows(connection, tables.loads, [("1",) * len(fields(tables.loads))], plain=True)

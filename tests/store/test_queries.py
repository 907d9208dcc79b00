"""What is in the store, as the commands and the audit ask for it."""

from __future__ import annotations

from datetime import date

import pytest

from crossfoot.schema.errors import UsageError
from crossfoot.schema.paper import Paper
from crossfoot.store.database import Store
from crossfoot.store.load import load_paper
from crossfoot.store.queries import (
    codes,
    document_cells,
    documents,
    find_document,
    paper_rows,
)

from .store_papers import (
    COUNCIL,
    cell,
    document,
    figure,
    indicator,
    paper_of,
    sha,
    whole_paper,
)


@pytest.fixture
def filled(store: Store, load_id: str) -> Store:
    for name, year in (("late.pdf", 2021), ("early.pdf", 2019)):
        load_paper(store, whole_paper(name, published_on=date(year, 7, 1)), load_id)
    load_paper(store, other_council(), load_id)
    return store


def other_council() -> Paper:
    paper = document("x.pdf", council="Bromsgrove District Council")
    return paper_of(paper, [figure(paper, "2018/19", "9", code="LPI0541")])


def test_documents_are_listed_by_council_and_day(filled: Store) -> None:
    assert [item.file_name for item in documents(filled)] == ["x.pdf", "early.pdf", "late.pdf"]
    assert [item.file_name for item in documents(filled, council="broxtowe")] == [
        "early.pdf",
        "late.pdf",
    ]
    assert documents(filled, council="Ashfield") == []


@pytest.mark.parametrize("selector", ["late.pdf", "LATE.PDF", sha("late.pdf")[:8], sha("late.pdf")])
def test_a_document_is_found_by_its_name_or_id(filled: Store, selector: str) -> None:
    assert find_document(filled, selector).file_name == "late.pdf"


@pytest.mark.parametrize("selector", ["none.pdf", "ffff", "", sha("late.pdf")[:3]])
def test_a_document_that_is_not_there_is_said_so(filled: Store, selector: str) -> None:
    with pytest.raises(UsageError, match="there is no document"):
        find_document(filled, selector)


def test_two_documents_of_one_name_are_told_apart_by_their_ids(filled: Store, load_id: str) -> None:
    twin = whole_paper("twin.pdf", file_name="late.pdf")
    load_paper(filled, twin, load_id)
    with pytest.raises(UsageError, match="names 2 documents") as caught:
        find_document(filled, "late.pdf")
    assert sha("twin.pdf")[:12] in caught.value.remedy
    assert find_document(filled, sha("twin.pdf")[:12]).document_id == sha("twin.pdf")


def test_rows_of_a_document_that_is_not_there_are_refused(filled: Store) -> None:
    with pytest.raises(UsageError, match="there is no document"):
        paper_rows(filled, sha("none.pdf"))


def test_rows_of_one_paper_are_those_of_that_paper(filled: Store) -> None:
    paper = paper_rows(filled, sha("x.pdf"))
    assert {item.document_id for item in paper.cells} == {sha("x.pdf")}
    assert [item.code for item in paper.series] == ["LPI0541"]
    assert paper.findings == []


def test_cells_come_in_reading_order_by_page_and_table(store: Store, load_id: str) -> None:
    paper = document("a.pdf")
    cells = [
        cell(paper, 2, 2, "b", fragment=2)._replace(page=3),
        cell(paper, 2, 2, "a"),
        cell(paper, 1, 1, "heading"),
        cell(paper, 9, 1, "another")._replace(table_no=2),
    ]
    load_paper(store, paper_of(paper, [figure(paper, "2018/19", "9")], cells=cells), load_id)

    def texts(**options: int) -> list[str | None]:
        return [item.text for item in document_cells(store, sha("a.pdf"), **options)]

    assert texts() == ["heading", "a", "b", "another"]
    assert texts(page=3) == ["b"]
    assert texts(table_no=2) == ["another"]
    assert texts(page=3, table_no=2) == []


def test_codes_are_listed_with_spellings_titles_and_periods(store: Store, load_id: str) -> None:
    for name, printed, title, year in (
        ("b.pdf", "BV 9", "Council Tax collected %", 2020),
        ("a.pdf", "BV9", "Council Tax collected", 2019),
    ):
        paper = document(name, published_on=date(year, 7, 1))
        rows = [
            figure(paper, "2018/19", "97.0%"),
            figure(paper, "2017/18", "98.0%"),
            figure(paper, "2019/20", "-"),
            figure(paper, "2019/20 Q1", "28%", measure="actual"),
        ]
        row = indicator(paper, code_as_printed=printed, title=title)
        load_paper(store, paper_of(paper, rows, indicators=[row]), load_id)
    (entry,) = codes(store)
    assert (entry.council, entry.code, entry.unit) == (COUNCIL, "BV9", "%")
    assert entry.spellings == ("BV9", "BV 9")
    assert entry.titles == ("Council Tax collected", "Council Tax collected %")
    assert entry.periods == ("2017/18", "2018/19")
    assert (entry.first, entry.last) == (date(2018, 3, 31), date(2019, 6, 30))
    assert (entry.papers, entry.figures) == (2, 6)


def test_codes_of_one_council(filled: Store) -> None:
    assert [entry.code for entry in codes(filled)] == ["LPI0541", "BV9"]
    assert [entry.code for entry in codes(filled, council="Broxtowe Borough")] == ["BV9"]


def test_a_series_without_figures_is_listed(store: Store, load_id: str) -> None:
    paper = document("a.pdf")
    blank = [figure(paper, "2018/19", None)]
    load_paper(store, paper_of(paper, blank), load_id)
    (entry,) = codes(store)
    assert (entry.periods, entry.first, entry.papers, entry.figures) == ((), None, 1, 0)

"""A workbook: an analyst's sheets first, then the store's rows as they are, and no formula."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import select

from crossfoot.schema.paper import Document, Paper
from crossfoot.schema.relations import meanings
from crossfoot.store import export_cells, export_xlsx, tables
from crossfoot.store.database import Store
from crossfoot.store.export import export
from crossfoot.store.export_cells import MOST_CHARACTERS, address, fits, number_format, plain
from crossfoot.store.fastpath import fields
from crossfoot.store.findings import findings, set_accepted
from crossfoot.store.links import decision, save_link
from crossfoot.store.load import finish_load, load_paper, start_load
from tests.conftest import Backend

from .store_papers import cell, document, figure, paper_of, series, series_id, whole_paper

#: Texts that a program might take for something else.
HARD = (
    "=1+1",
    "=HYPERLINK(0)",
    "@SUM(A1)",
    "+44",
    "-5.0%",
    "1/2",
    "2019-04-01",
    "007",
    "TRUE",
    "{=1}",
    "http://example.org/",
    "internal:cells!A1",
    "<r><t>x</t></r",
    "a\nb",
    " padded ",
    "caf\u00e9 \U0001d4b6",
)


@pytest.fixture
def backend() -> Backend:
    """SQLite alone: another database gives the same bytes, which is tested elsewhere."""
    return "sqlite"


@pytest.fixture
def filled(store: Store) -> Store:
    load_id = start_load(store, "1")
    load_paper(store, whole_paper("a.pdf"), load_id)
    paper = document("hard.pdf", council="Bromsgrove District Council", title="=cmd|' /C calc'!A0")
    loss = figure(
        paper,
        "2017/18",
        "-1,234.50",
        value=Decimal("-1234.50"),
        code="LPI0541",
        value_state="value",
    )
    cells = [cell(paper, row, 1, text) for row, text in enumerate(HARD, start=1)]
    load_paper(store, paper_of(paper, [loss], cells=cells), load_id)
    finish_load(store, load_id, papers=2, rows=30)
    return store


def opened(store: Store, folder: Path, **options: Any) -> Workbook:
    (file,) = export(store, folder, "xlsx", **options)
    return openpyxl.load_workbook(file)


def heading(sheet: Worksheet) -> list[str]:
    return [str(each.value) for each in sheet[1]]


def rows_of(sheet: Worksheet) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(min_row=2, values_only=True))


def at(sheet: Worksheet, code: str, column: str) -> Cell:
    """The one cell of a wide sheet in the row of a code."""
    names = heading(sheet)
    (row,) = [row for row in sheet.iter_rows(min_row=2) if row[names.index("Code")].value == code]
    found = row[names.index(column)]
    assert isinstance(found, Cell)
    return found


def _as_in_a_workbook(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None)
    if isinstance(value, date):
        return datetime.combine(value, datetime.min.time())
    return float(value) if isinstance(value, (Decimal, float)) else value


def test_every_relation_is_a_sheet_with_the_rows_of_the_store(
    filled: Store, tmp_path: Path
) -> None:
    book = opened(filled, tmp_path, include_loads=True)
    assert book.sheetnames[:3] == ["README", "Years", "Parts of years"]
    assert book.active is book["Years"]
    assert [sheet.title for sheet in book if sheet.sheet_view.tabSelected] == ["Years"]
    assert book.sheetnames[3:] == [*(table.name for table in tables.RELATIONS), "columns"]
    for table in tables.RELATIONS:
        sheet = book[table.name]
        assert heading(sheet) == list(fields(table))
        with filled.read() as connection:
            stored = list(connection.execute(select(*(table.c[name] for name in fields(table)))))
        expected = [tuple(map(_as_in_a_workbook, row)) for row in stored]
        found = [tuple(map(_as_in_a_workbook, row)) for row in rows_of(sheet)]
        if table is tables.loads:  # a workbook's times have milliseconds
            found = [(row[0], *row[3:]) for row in found]
            expected = [(row[0], *row[3:]) for row in expected]
        assert sorted(found, key=repr) == sorted(expected, key=repr)


def test_nothing_is_a_formula_and_no_text_becomes_a_number_or_a_link(
    filled: Store, tmp_path: Path
) -> None:
    book = opened(filled, tmp_path)
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(each.data_type != "f" for each in row)
    texts = {each.value: each for each in book["cells"]["N"]}
    for text in HARD:
        assert texts[text].data_type == "s"
        assert texts[text].hyperlink is None
    for text in ("=1+1", "@SUM(A1)", "+44", "1/2", "007", "TRUE"):
        assert texts[text].style_id != texts["a\nb"].style_id  # it stays text when it is edited
        assert texts[text].quotePrefix


def test_numbers_are_shown_with_the_digits_that_are_printed(filled: Store, tmp_path: Path) -> None:
    sheet = opened(filled, tmp_path)["figures"]
    values = {
        row[fields(tables.figures).index("as_printed")].value: row[
            fields(tables.figures).index("value")
        ]
        for row in sheet.iter_rows(min_row=2)
    }
    shown = {text: (each.value, each.number_format) for text, each in values.items()}
    assert shown["97.0%"] == (97, "#,##0.0")
    assert shown["98.50%"] == (98.5, "#,##0.00")
    assert shown["-1,234.50"] == (-1234.5, "#,##0.00")
    assert shown["-"] == (None, "General")


def test_the_first_sheet_has_years_side_by_side_with_targets_and_sources(
    store: Store, tmp_path: Path
) -> None:
    load_id = start_load(store, "1")
    address = "https://example.org/papers/2020.pdf"
    load_paper(store, whole_paper("a.pdf", source_url=address), load_id)
    sheet = opened(store, tmp_path)["Years"]
    assert heading(sheet) == [
        *("Council", "Code", "Title", "Unit", "Better", "Basis"),
        *("2018/19", "2019/20", "Target 2019/20", "Status 2019/20"),
        *("Source 2018/19", "Source 2019/20", "Remarks"),
    ]
    (row,) = rows_of(sheet)
    assert row[:-1] == (
        *("Broxtowe Borough Council", "BV9", "Council Tax collected", "%", "higher", "annual"),
        *(97.0, 97.5, 98.5, "amber", "a.pdf p. 2", "a.pdf p. 2"),
    )
    source = at(sheet, "BV9", "Source 2019/20")
    assert source.hyperlink is not None
    assert (source.hyperlink.target, source.hyperlink.location) == (address, "page=2")
    assert at(sheet, "BV9", "2018/19").number_format == "#,##0.0"
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == "A1:M2"


def test_without_an_address_a_source_leads_to_its_row_among_the_documents(
    filled: Store, tmp_path: Path
) -> None:
    book = opened(filled, tmp_path)
    link = at(book["Years"], "BV9", "Source 2019/20").hyperlink
    assert link is not None and link.location is not None
    sheet, _, place = link.location.partition("!")
    assert sheet.strip("'") == "documents"
    row = book["documents"][place].row
    assert book["documents"].cell(row, 2).value == "a.pdf"


def printing(name: str, day: date | None, **printed: str) -> Paper:
    paper = document(name, published_on=day)
    periods = {"y18": "2018/19", "y19": "2019/20", "q1": "2020/21 Q1"}
    return paper_of(paper, [figure(paper, periods[key], text) for key, text in printed.items()])


def test_a_restated_figure_is_the_latest_and_says_what_was_printed_before(
    store: Store, tmp_path: Path
) -> None:
    load_id = start_load(store, "1")
    load_paper(store, printing("one.pdf", date(2019, 7, 1), y18="96.1%"), load_id)
    load_paper(store, printing("two.pdf", date(2020, 7, 1), y18="97.3%", y19="98.0%"), load_id)
    sheet = opened(store, tmp_path)["Years"]
    restated = at(sheet, "BV9", "2018/19")
    assert restated.value == 97.3
    assert restated.fill.fgColor.rgb == "FFFFF2B3"
    assert restated.comment is not None
    assert "96.1%" in restated.comment.text and "one.pdf p. 2" in restated.comment.text
    assert "2018/19: restated: 96.1%" in str(at(sheet, "BV9", "Remarks").value)
    assert at(sheet, "BV9", "2019/20").comment is None


def test_where_nobody_knows_which_paper_came_last_the_figure_is_marked(
    store: Store, tmp_path: Path
) -> None:
    load_id = start_load(store, "1")
    for name, text in (("one.pdf", "61.0%"), ("two.pdf", "97.3%")):
        load_paper(store, printing(name, None, y18=text), load_id)
    sheet = opened(store, tmp_path)["Years"]
    assert at(sheet, "BV9", "2018/19").fill.fgColor.rgb == "FFF9C9B6"
    assert "order unknown" in str(at(sheet, "BV9", "Remarks").value)


def test_a_figure_with_a_finding_is_marked_until_that_is_accepted(
    store: Store, tmp_path: Path
) -> None:
    load_paper(store, whole_paper("a.pdf"), start_load(store, "1"))
    marked = at(opened(store, tmp_path)["Years"], "BV9", "2018/19")
    assert marked.fill.fgColor.rgb == "FFF9C9B6"
    assert marked.comment is not None and "4 + 1 is 5" in marked.comment.text
    (found,) = findings(store)
    set_accepted(store, found.finding_id, "counted")
    again = at(opened(store, tmp_path)["Years"], "BV9", "2018/19")
    assert again.comment is None
    assert again.fill.fill_type is None


def test_quarters_stand_on_a_sheet_of_their_own_and_never_among_years(
    store: Store, tmp_path: Path
) -> None:
    paper = document("a.pdf")
    whole = [
        figure(paper, "2018/19", "97.0%"),
        figure(paper, "2019/20 Q1", "28.4%", measure="actual", basis="to_date"),
        figure(paper, "2020/21 Q1", "29.1%", measure="actual", basis="to_date"),
        figure(paper, "2020/21 Q2", "12", measure="actual", basis="unknown"),
    ]
    load_paper(store, paper_of(paper, whole), start_load(store, "1"))
    book = opened(store, tmp_path)
    assert [name for name in heading(book["Years"]) if name[0] in "12"] == ["2018/19"]
    parts = book["Parts of years"]
    names = heading(parts)
    first = names.index("2019/20")
    assert names[first : first + 2] == ["2019/20", "2020/21"]
    assert [(row[5], *row[first : first + 2]) for row in rows_of(parts)] == [
        ("Q1 (April to June)", 28.4, 29.1),
        ("Q2, not said how it counts", None, 12),
    ]


def test_two_figures_that_claim_one_place_get_a_row_each(store: Store, tmp_path: Path) -> None:
    paper = document("a.pdf")
    whole = [
        figure(paper, "2018/19", "97.0%"),
        figure(paper, "2018/19", "612", basis="snapshot", unit="cases"),
        figure(paper, "2019/20", "98.0%"),
    ]
    load_paper(store, paper_of(paper, whole), start_load(store, "1"))
    found = {row[3]: row[6:8] for row in rows_of(opened(store, tmp_path)["Years"])}
    assert found == {"%": (97.0, 98.0), "cases": (612, None)}


def test_what_is_printed_in_the_place_of_a_figure_is_shown(store: Store, tmp_path: Path) -> None:
    paper = document("a.pdf")
    values = [figure(paper, "2018/19", "-"), figure(paper, "2019/20", "TBC")]
    load_paper(store, paper_of(paper, values), start_load(store, "1"))
    sheet = opened(store, tmp_path)["Years"]
    assert [at(sheet, "BV9", year).value for year in ("2018/19", "2019/20")] == ["-", "TBC"]


def test_series_that_a_person_joined_are_one_row(store: Store, tmp_path: Path) -> None:
    load_id = start_load(store, "1")
    for name, code, year in (("a.pdf", "BV9", "2018/19"), ("b.pdf", "LI 017", "2019/20")):
        paper = document(name)
        load_paper(store, paper_of(paper, [figure(paper, year, "97.0%", code=code)]), load_id)
    save_link(store, decision(series_id("LI 017"), "successor", series_id("BV9")))
    sheet = opened(store, tmp_path)["Years"]
    (row,) = rows_of(sheet)
    assert row[6:8] == (97.0, 97.0)
    assert "successor" in str(row[-1])


def test_one_councils_or_codes_workbook_holds_nothing_else(filled: Store, tmp_path: Path) -> None:
    for options in ({"council": "Bromsgrove"}, {"code": "BV9", "council": "Broxtowe"}):
        book = opened(filled, tmp_path, **options)
        (row,) = rows_of(book["Years"])
        assert (row[0] == "Bromsgrove District Council") == ("code" not in options)
        assert len(rows_of(book["documents"])) == 1


def test_more_rows_than_a_sheet_holds_go_on_in_a_further_one(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = rows_of(opened(filled, tmp_path)["cells"])
    monkeypatch.setattr(export_xlsx, "SHEET_ROWS", 8)
    book = opened(filled, tmp_path)
    names = [name for name in book.sheetnames if name.startswith("cells")]
    assert names == ["cells", "cells 2", "cells 3"]
    assert [row for name in names for row in rows_of(book[name])] == whole
    assert all(heading(book[name])[0] == "cell_id" for name in names)
    said = [str(row[2]) for row in book["README"].iter_rows(values_only=True) if row[0] == "cells"]
    assert "goes on in the sheets cells 2 to cells 3" in said[0]


def test_more_links_than_a_sheet_holds_are_words_and_counted(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_cells, "MOST_LINKS", 1)
    book = opened(filled, tmp_path)
    names = heading(book["Years"])
    column = [n for n, name in enumerate(names) if name.startswith("Source")]
    sources = [row[n] for row in book["Years"].iter_rows(min_row=2) for n in column if row[n].value]
    assert len(sources) == 3
    assert sum(source.hyperlink is not None for source in sources) == 1
    said = [str(row[0]) for row in book["README"].iter_rows(values_only=True)]
    assert any("2 sources have none" in text for text in said)


def test_each_column_is_explained(filled: Store, tmp_path: Path) -> None:
    rows = set(rows_of(opened(filled, tmp_path)["columns"]))
    for table in tables.CONTENT:
        for name in fields(table):
            assert (table.name, name, meanings(table.name)[name].description) in rows


def test_an_empty_store_gives_a_workbook_too(store: Store, tmp_path: Path) -> None:
    book = opened(store, tmp_path)
    assert rows_of(book["figures"]) == []
    assert heading(book["Years"])[-1] == "Remarks"
    assert book.active is book["Years"]


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\ufffeb", "a\x0bb"])
def test_characters_that_xml_cannot_hold_are_replaced(text: str) -> None:
    assert plain(text) == "a\ufffdb"


def test_text_that_the_library_would_write_as_markup_is_not() -> None:
    text = "<r><t>x</t></r>"
    assert plain(text) == text + " "


@pytest.mark.parametrize("char", ["x", "\U0001d4b6"])
def test_text_longer_than_a_cell_is_cut_with_a_mark(char: str) -> None:
    text = char * 40_000
    cut = plain(text)
    assert len(cut.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert cut.endswith(" … [cut: 40,000 characters in all]")
    assert cut.startswith(char * 10_000)
    assert plain(char * 10_000) == char * 10_000


def test_such_texts_open(store: Store, tmp_path: Path) -> None:
    paper = document("a.pdf")
    texts = ("<r><t>x</t></r>", "a\x1bb", "x" * 40_000, "_x0041_")
    cells = [cell(paper, row, 1, text) for row, text in enumerate(texts, start=1)]
    load_paper(
        store,
        paper_of(paper, [figure(paper, "2018/19", "9")], cells=cells),
        start_load(store, "1"),
    )
    found = [row[13] for row in rows_of(opened(store, tmp_path / "out")["cells"])]
    assert found[:2] == ["<r><t>x</t></r> ", "a\ufffdb"]
    assert found[2].endswith("characters in all]")


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        *(("97.0", True), ("-1234567890.12345", True), ("0.0", True), ("12e20", True)),
        *(("1234567890123456", False), (f"0.{'9' * 30}", False)),
    ],
)
def test_numbers_are_kept_to_the_last_digit_or_written_as_text(value: str, kept: bool) -> None:
    assert fits(Decimal(value)) is kept
    if kept:
        assert Decimal(repr(float(value))) == Decimal(value)


def test_numbers_with_more_digits_than_a_workbook_holds_are_text(
    store: Store, tmp_path: Path
) -> None:
    paper = document("a.pdf")
    long = Decimal("12345678901234567.25")
    value = figure(paper, "2018/19", "long", value=long, value_state="value")
    load_paper(store, paper_of(paper, [value]), start_load(store, "1"))
    sheet = opened(store, tmp_path / "out")["figures"]
    assert rows_of(sheet)[0][fields(tables.figures).index("value")] == "12345678901234567.25"


def test_days_before_the_calendar_of_workbooks_are_text(store: Store, tmp_path: Path) -> None:
    paper: Document = document("a.pdf", published_on=date(1899, 12, 31))
    whole = paper_of(paper, [figure(paper, "2018/19", "9")], series=[series(paper)])
    load_paper(store, whole, start_load(store, "1"))
    sheet = opened(store, tmp_path / "out")["documents"]
    assert rows_of(sheet)[0][heading(sheet).index("published_on")] == "1899-12-31"


@pytest.mark.parametrize(
    ("url", "to"),
    [
        ("https://example.org/a.pdf", "https://example.org/a.pdf#page=3"),
        ("https://example.org/a.pdf#page=9", "https://example.org/a.pdf#page=9"),
        (
            "HTTPS://Example.org/Sk/1_2~3?x=%20&y=(1)",
            "HTTPS://Example.org/Sk/1_2~3?x=%20&y=(1)#page=3",
        ),
        ("https://example.org/\u017f", None),
        ('https://example.org/"', None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://example.org/ a", None),
        ("https://" + "a" * 3_000, None),
        (None, None),
    ],
)
def test_only_web_addresses_are_linked_to(url: str | None, to: str | None) -> None:
    assert address(url, 3) == to


@pytest.mark.parametrize(("decimals", "shown"), [(0, "#,##0"), (1, "#,##0.0"), (-2, "#,##0")])
def test_a_number_format_shows_the_digits_after_the_point(decimals: int, shown: str) -> None:
    assert number_format(decimals) == shown

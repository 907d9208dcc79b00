"""Exports: every relation, exact, the same bytes, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crossfoot.schema.errors import StoreError, UsageError
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Legend
from crossfoot.store import export_csv, formulas, tables
from crossfoot.store.database import Store, open_store
from crossfoot.store.export import Format, export
from crossfoot.store.fastpath import fields
from crossfoot.store.formulas import escape, unescape
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.views import VIEWS
from tests.conftest import Backend, NewDatabase

from .store_papers import (
    COUNCIL,
    cell,
    document,
    figure,
    indicator,
    paper_of,
    place,
    series,
    sha,
    whole_paper,
)

KINDS = get_args(Format)
PUBLISHED = [table for table in tables.RELATIONS if table is not tables.loads]


def rows_of(folder: Path, relation: str) -> list[dict[str, str]]:
    with (folder / f"{relation}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def filled(store: Store, load_id: str) -> Store:
    load_paper(store, whole_paper("a.pdf"), load_id)
    load_paper(store, bromsgrove(), load_id)
    return store


def bromsgrove() -> Paper:
    paper = document("b.pdf", council="Bromsgrove District Council")
    return paper_of(paper, [figure(paper, "2009/10", "1,234", code="LPI0541")])


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_every_relation_is_a_file_and_runs_only_on_request(
    filled: Store, tmp_path: Path, kind: str
) -> None:
    files = export(filled, tmp_path / "out", kind)  # type: ignore[arg-type]
    views = VIEWS if kind == "parquet" else ()
    assert [file.name for file in files] == [f"{t.name}.{kind}" for t in (*PUBLISHED, *views)]
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == sorted(
        file.name for file in files
    )
    more = export(filled, tmp_path / "out", kind, include_loads=True)  # type: ignore[arg-type]
    assert {file.name for file in more} - {file.name for file in files} == {f"loads.{kind}"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_content_is_the_same_bytes(filled: Store, tmp_path: Path, kind: str) -> None:
    written = [
        [file.read_bytes() for file in export(filled, tmp_path / name, kind)]  # type: ignore[arg-type]
        for name in ("one", "two")
    ]
    assert written[0] == written[1]


def test_csv_has_the_published_columns_without_load_ids(filled: Store, tmp_path: Path) -> None:
    export(filled, tmp_path)
    for table in PUBLISHED:
        with (tmp_path / f"{table.name}.csv").open(encoding="utf-8") as file:
            heading = next(csv.reader(file))
        assert heading == list(fields(table))
        assert "load_id" not in heading


def test_csv_writes_values_so_that_they_can_be_read_back(filled: Store, tmp_path: Path) -> None:
    export(filled, tmp_path, council="Broxtowe")
    figures = {row["measure"] + (row["period"]): row for row in rows_of(tmp_path, "figures")}
    assert figures["outturn2018/19"]["value"] == "97.0"
    assert figures["target2019/20"]["value"] == "98.50"
    assert figures["outturn2018/19"]["period_start"] == "2018-04-01"
    dash = figures["actual2020/21 Q1"]
    assert (dash["value"], dash["as_printed"], dash["confidence"]) == ("", "-", "")
    (indicator,) = rows_of(tmp_path, "indicators")
    assert (indicator["is_csi"], indicator["x0"], indicator["y0"]) == ("true", "10.0", "24.5")


def test_times_of_runs_are_written_in_utc(filled: Store, tmp_path: Path) -> None:
    export(filled, tmp_path, include_loads=True)
    (run,) = rows_of(tmp_path, "loads")
    started = datetime.fromisoformat(run["started_at"])
    assert run["started_at"].endswith("Z")
    assert abs((datetime.now(UTC) - started).total_seconds()) < 300


def test_parquet_is_typed_and_exact(filled: Store, tmp_path: Path) -> None:
    export(filled, tmp_path, "parquet")
    found = pq.read_table(tmp_path / "figures.parquet")
    assert found.schema.field("value").type == pa.decimal128(38, 10)
    assert found.schema.field("period_end").type == pa.date32()
    assert not found.schema.field("figure_id").nullable
    values = dict(zip(found["as_printed"].to_pylist(), found["value"].to_pylist(), strict=True))
    assert values == {
        "97.0%": Decimal("97.0"),
        "97.5%": Decimal("97.5"),
        "98.50%": Decimal("98.5"),
        "1,234": Decimal(1234),
        "-": None,
    }
    indicators = pq.read_table(tmp_path / "indicators.parquet")
    assert indicators["is_csi"].to_pylist() == [True, True]


def test_a_decimal_that_parquet_cannot_hold_is_named(
    store: Store, load_id: str, tmp_path: Path
) -> None:
    paper = document("fine.pdf")
    fine = figure(paper, "2018/19", "9", value=Decimal("0.12345678901"))
    load_paper(store, paper_of(paper, [fine]), load_id)
    with pytest.raises(StoreError, match=r"figures.value holds 0.12345678901") as caught:
        export(store, tmp_path / "out", "parquet")
    assert "csv" in caught.value.remedy
    assert list((tmp_path / "out").iterdir()) == []


def test_rows_stand_in_reading_order_whatever_order_they_were_loaded_in(
    store: Store, load_id: str, tmp_path: Path
) -> None:
    paper = document("a.pdf")
    cells = [cell(paper, row, col, f"{row}.{col}") for row in (10, 2, 1) for col in (2, 1)]
    whole = paper_of(paper, [figure(paper, "2018/19", "9")], cells=cells)
    load_paper(store, whole, load_id)
    export(store, tmp_path)
    assert [row["text"] for row in rows_of(tmp_path, "cells")] == [
        "1.1",
        "1.2",
        "2.1",
        "2.2",
        "10.1",
        "10.2",
    ]


def test_more_rows_than_one_batch_are_all_written(
    store: Store, load_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crossfoot.store.export.BATCH", 3)
    paper = document("a.pdf")
    cells = [cell(paper, row, 1, str(row)) for row in range(1, 12)]
    load_paper(store, paper_of(paper, [figure(paper, "2018/19", "9")], cells=cells), load_id)
    export(store, tmp_path, "parquet")
    found = pq.read_table(tmp_path / "cells.parquet")["text"].to_pylist()
    assert found == [str(row) for row in range(1, 12)]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+44 cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "\n=x", " =1", "＝1+1"],
)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert escape(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["-", "--", "-5.0%", "-1,234", "+3", "-£12", "4-5", "O'Neill", "'"]
)
def test_numbers_dashes_and_plain_text_are_left_as_printed(text: str) -> None:
    assert escape(text) == text


@given(st.text(alphabet="'=+-@\t\r\n 1a%", max_size=6) | st.text())
@example("'=1")
@example("''-")
def test_every_text_comes_back_by_the_documented_rule(text: str) -> None:
    assert unescape(escape(text)) == text
    harmless = formulas._HARMLESS.fullmatch(escape(text))
    assert harmless or not formulas._FORMULA.match(escape(text)) or escape(text)[0] == "'"


@given(st.text(alphabet="'=\"+-,;\t\r\n 1a", max_size=8))
def test_every_text_comes_back_through_a_csv_file(text: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, **export_csv.DIALECT).writerow(["x", export_csv._field(text), "y"])
    ((first, field, last),) = list(csv.reader(io.StringIO(file.getvalue(), newline="")))
    assert (first, unescape(field), last) == ("x", text, "y")


def test_a_paper_cannot_plant_a_formula(store: Store, load_id: str, tmp_path: Path) -> None:
    paper = document("a.pdf", title="=HYPERLINK(0)")
    bad = cell(paper, 1, 1, "=HYPERLINK(0)")
    load_paper(store, paper_of(paper, [figure(paper, "2018/19", "9")], cells=[bad]), load_id)
    export(store, tmp_path)
    assert rows_of(tmp_path, "cells")[0]["text"] == "'=HYPERLINK(0)"
    assert rows_of(tmp_path, "documents")[0]["title"] == "'=HYPERLINK(0)"


def test_one_councils_rows_alone(filled: Store, tmp_path: Path) -> None:
    export(filled, tmp_path, council="bromsgrove")
    assert [row["file_name"] for row in rows_of(tmp_path, "documents")] == ["b.pdf"]
    assert [row["code"] for row in rows_of(tmp_path, "series")] == ["LPI0541"]
    assert {row["document_id"] for row in rows_of(tmp_path, "cells")} == {sha("b.pdf")}
    for relation in ("findings", "finding_cells", "actions", "links"):
        assert rows_of(tmp_path, relation) == []


def test_one_code_with_all_that_belongs_to_it(filled: Store, tmp_path: Path) -> None:
    export(filled, tmp_path, code="bv 9")
    assert [row["code"] for row in rows_of(tmp_path, "series")] == ["BV9"]
    assert len(rows_of(tmp_path, "figures")) == 4
    assert len(rows_of(tmp_path, "statuses")) == 1
    assert [row["file_name"] for row in rows_of(tmp_path, "documents")] == ["a.pdf"]
    assert [row["row_no"] for row in rows_of(tmp_path, "cells")] == ["2"]
    for relation in ("actions", "action_months", "summaries", "legends", "findings"):
        assert rows_of(tmp_path, relation) == []


def test_one_action_with_its_paper(filled: Store, tmp_path: Path) -> None:
    export(filled, tmp_path, code="FP1922-05", code_key=None)
    assert [row["code"] for row in rows_of(tmp_path, "actions")] == ["FP1922_05"]
    assert len(rows_of(tmp_path, "action_months")) == 1
    assert [row["file_name"] for row in rows_of(tmp_path, "documents")] == ["a.pdf"]
    assert rows_of(tmp_path, "figures") == []


@pytest.mark.parametrize(
    "options",
    [{"council": "Ashfield"}, {"code": "BV999"}, {"since": "yesterday"}, {"code": "?"}],
)
def test_what_the_store_does_not_know_is_said(
    filled: Store, tmp_path: Path, options: dict[str, str]
) -> None:
    with pytest.raises(UsageError) as caught:
        export(filled, tmp_path / "out", **options)  # type: ignore[arg-type]
    assert next(iter(options.values())) in caught.value.message
    assert caught.value.remedy


def test_an_unknown_format_is_named(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'docx'"):
        export(filled, tmp_path, "docx")  # type: ignore[arg-type]


def test_a_folder_that_cannot_be_written_is_named(filled: Store, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(StoreError, match="cannot write the export") as caught:
        export(filled, file / "out")
    assert caught.value.remedy


def test_an_export_that_fails_leaves_the_one_before_whole(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    before = {file.name: file.read_bytes() for file in export(filled, out)}
    load_paper(filled, whole_paper("c.pdf"), start_load(filled, "1"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export_csv, "_field", full)
    with pytest.raises(StoreError, match="No space left on device"):
        export(filled, out)
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_holds_one_export(filled: Store, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "out"
    for other in KINDS:
        export(filled, out, other, include_loads=True)
    own = out / "notes.csv"
    own.write_text("mine")
    export(filled, out, "csv", since=start_load(filled, "1"))
    files = export(filled, out, kind)  # type: ignore[arg-type]
    assert set(out.iterdir()) == {own, *files}
    assert own.read_text() == "mine"


def test_text_is_ordered_by_its_code_points_whatever_the_database_speaks(
    store: Store, load_id: str, tmp_path: Path
) -> None:
    names = ["b.pdf", "B.pdf", "a.pdf", "_.pdf", "é.pdf", "Z.pdf", "ａ.pdf", "𝒶.pdf"]
    for name in names:
        paper = document(name)
        words = ("picture:b", "picture:B", "picture:_", "A", "a", "é", "ａ", "𝒶")
        legends = [
            Legend(**place(paper, 9), symbol=word, meaning_as_printed="x", meaning=None)
            for word in words
        ]
        load_paper(
            store, paper_of(paper, [figure(paper, "2018/19", "9")], legends=legends), load_id
        )
    export(store, tmp_path)
    for relation, key in (("documents", "document_id"), ("legends", "symbol")):
        rows = [(row["document_id"], row[key]) for row in rows_of(tmp_path, relation)]
        assert rows == sorted(rows)


def test_a_pack_of_two_councils_gives_each_council_its_own_rows(
    store: Store, load_id: str, tmp_path: Path
) -> None:
    pack = document("pack.pdf", council=COUNCIL)
    theirs = pack.model_copy(update={"council": "Bromsgrove District Council"})
    whole = Paper(
        document=pack,
        series=[series(pack, "BV9"), series(theirs, "BV8")],
        indicators=[indicator(pack, "BV9", 2), indicator(theirs, "BV8", 3)],
        figures=[
            figure(pack, "2018/19", "97.0%", code="BV9", row=2),
            figure(theirs, "2018/19", "99.0%", code="BV8", row=3),
        ],
        cells=[cell(pack, 2, 1, "97.0%"), cell(pack, 3, 1, "99.0%")],
    )
    load_paper(store, whole, load_id)
    for council, code in (("Broxtowe", "BV9"), ("Bromsgrove", "BV8")):
        export(store, tmp_path, council=council)
        assert [row["file_name"] for row in rows_of(tmp_path, "documents")] == ["pack.pdf"]
        for relation in ("series", "indicators", "figures"):
            assert [row["code"] for row in rows_of(tmp_path, relation)] == [code]
        assert len(rows_of(tmp_path, "cells")) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_both_databases_give_the_same_bytes(
    new_database: NewDatabase, tmp_path: Path, kind: Format
) -> None:
    written = []
    for backend in get_args(Backend):
        with open_store(new_database(backend), create=True) as store:
            load_id = start_load(store, "1")
            names = ["a.pdf", "B.pdf", "_.pdf", "é.pdf"]
            for name in names if backend == "sqlite" else reversed(names):
                load_paper(store, whole_paper(name), load_id)
            load_paper(store, bromsgrove(), load_id)
            folder = tmp_path / backend
            written.append([file.read_bytes() for file in export(store, folder, kind)])
    assert written[0] == written[1]

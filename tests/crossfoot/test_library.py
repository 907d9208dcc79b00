"""The public functions, on real papers and a real database."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import URL

import crossfoot
from crossfoot.library.words import for_callers
from tests.crossfoot.conftest import SAMPLES, Run

ONE = SAMPLES / "2019-20_community_safety.pdf"
Q1 = SAMPLES / "2019-20_q1_support_services.pdf"


@pytest.fixture
def store(sampled: Run, tmp_path: Path) -> Path:  # noqa: ARG001 - it makes the database
    """A database with three years of one council's papers."""
    return tmp_path / "crossfoot.db"


def test_importing_the_package_loads_no_other_and_every_public_name_is_there() -> None:
    code = (
        "import importlib, sys; before = set(sys.modules); import crossfoot\n"
        "assert set(sys.modules) - before == {'crossfoot'}, set(sys.modules) - before\n"
        "assert set(crossfoot.__all__) <= set(dir(crossfoot))\n"
        "for name in crossfoot.__all__: assert getattr(crossfoot, name).__name__ == name\n"
        "assert not hasattr(crossfoot, 'nonsense')\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_ingest_reports_each_paper_and_a_second_one_changes_nothing(tmp_path: Path) -> None:
    told = []
    store = tmp_path / "papers.db"
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing follows")
    report = crossfoot.ingest(
        [ONE, broken],
        store,
        jobs=1,
        progress=lambda entry, done, every: told.append((entry.file_name, done, every)),
    )
    outcomes = {entry.file_name: entry.outcome for entry in report.landed}
    assert outcomes == {ONE.name: "read", "broken.pdf": "failed"}
    assert [failed.file_name for failed in report.failed] == ["broken.pdf"]
    assert report.failed[0].reason
    assert sorted(told)[0][0] == ONE.name and {(n, of) for _, n, of in told} == {(1, 2), (2, 2)}
    assert str(report) in ("1 read, 1 failed; 17 rows", "1 failed, 1 read; 17 rows")
    loads = crossfoot.relation(store, "loads")
    assert list(loads["load_id"]) == [report.load_id]

    again = crossfoot.ingest(ONE, f"sqlite:///{store}")
    assert [source.path for source in again.unchanged] == [ONE]
    assert (again.landed, str(again)) == ([], "1 unchanged; 0 rows")
    assert again.load_id > report.load_id
    assert len(crossfoot.relation(store, "loads")) == 2


def test_what_an_earlier_manifest_said_is_kept_and_told_of(tmp_path: Path) -> None:
    manifest, store = tmp_path / "papers.csv", tmp_path / "papers.db"
    manifest.write_text(f"file,council,published_on\n{ONE.name},Ashfield,2020-06-30\n")
    first = crossfoot.ingest(ONE, store, manifest=manifest)
    assert (first.landed[0].council, first.remarks) == ("Ashfield", [])
    again = crossfoot.ingest(ONE, store, reread=True)
    assert again.landed[0].council == "Ashfield"
    assert again.remarks == [
        "what an earlier manifest or argument said of 1 paper is kept; "
        "a manifest that names them changes it"
    ]


def test_oddities_of_the_files_are_in_the_remarks(tmp_path: Path) -> None:
    twin = tmp_path / "twin.pdf"
    twin.write_bytes(ONE.read_bytes())
    report = crossfoot.ingest([ONE, twin], tmp_path / "papers.db", jobs=1)
    assert report.remarks == [f"twin.pdf: the same bytes as {ONE.name}; read once"]
    assert [(double.path, first.path) for double, first in report.duplicates] == [(twin, ONE)]


def test_an_open_store_stays_open_and_a_url_object_is_taken(store: Path) -> None:
    with crossfoot.open_store(URL.create("sqlite", database=str(store))) as opened:
        first = crossfoot.series(opened, "BV9")
        second = crossfoot.series(opened, "bv 009")
        assert str(crossfoot.ingest(Q1, opened, council="Broxtowe")) == "1 unchanged; 0 rows"
    pd.testing.assert_frame_equal(first, second)


@pytest.mark.parametrize("name", ["what? 100%#.db", "100%41.db", "a b.db", "caf\u00e9%20.db"])
def test_a_database_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    odd = tmp_path / name
    crossfoot.open_store(odd, create=True).close()
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert crossfoot.relation(odd, "documents").empty


def test_a_paper_is_read_into_typed_rows_and_nothing_is_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paper = crossfoot.read(Q1, council="Ashfield")
    assert isinstance(paper, crossfoot.Paper)
    assert (paper.document.council, paper.document.council_source) == ("Ashfield", "argument")
    bv9 = [f for f in paper.figures if f.code == "BV9" and f.period == "2018/19"]
    assert [(f.value, f.decimals, f.unit, f.page) for f in bv9] == [(Decimal("98.5"), 1, "%", 6)]
    assert paper.indicators and paper.actions and paper.statuses and paper.cells
    assert any(finding.rule_id == "date.overdue" for finding in paper.findings)
    assert repr(paper).startswith(f"<Paper {Q1.name!r}: read, 8 pages, 26 series, ")
    assert list(tmp_path.iterdir()) == []


def test_a_manifest_speaks_before_the_council_of_an_argument(tmp_path: Path) -> None:
    manifest = tmp_path / "papers.csv"
    manifest.write_text(f"file,council,published_on\n{ONE.name},Ashfield,2020-06-30\n")
    document = crossfoot.read(ONE, manifest=manifest, council="Elsewhere").document
    assert (document.council, document.published_on) == ("Ashfield", date(2020, 6, 30))
    manifest.write_text("file,council\n,Ashfield\n")
    with pytest.raises(crossfoot.SettingsError, match="line 2: no file is named"):
        crossfoot.read(ONE, manifest=manifest)


@pytest.mark.parametrize(
    ("command", "library"),
    [
        ("raise --time-limit to allow more", "raise time_limit to allow more"),
        ("BV9: no such figures; --all shows", "BV9: no such figures; all_points=True shows"),
        ("run with --debug and report it", "report it with its traceback"),
        ("2020-21: a - b -- c", "2020-21: a - b -- c"),
    ],
)
def test_options_of_the_command_are_arguments_to_a_caller(command: str, library: str) -> None:
    assert for_callers(command) == library


def test_a_paper_that_cannot_be_read_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    broken = tmp_path / "notes.txt"
    broken.write_text("no PDF at all")
    with pytest.raises(crossfoot.DocumentError) as error:
        crossfoot.read(broken)
    assert str(error.value) == "notes.txt: this is not a PDF; give PDF files or folders of them"
    assert error.value.remedy == "give PDF files or folders of them"
    with pytest.raises(crossfoot.UsageError, match="does not exist"):
        crossfoot.read(tmp_path / "missing.pdf")
    with pytest.raises(crossfoot.UsageError, match="is no file"):
        crossfoot.read(tmp_path)


def test_a_series_has_the_rows_of_the_command(store: Path, sampled: Run) -> None:
    frame = crossfoot.series(store, "BV9")
    written = list(csv.DictReader(io.StringIO(sampled("trend", "BV9", "--format", "csv").out)))
    assert list(frame["period"]) == [row["period"] for row in written]
    assert list(frame["figure_id"]) == [row["figure_id"] for row in written]
    assert list(frame["value_exact"]) == [Decimal(row["value"]) for row in written]
    assert list(frame["value"]) == [float(row["value"]) for row in written]
    assert list(frame["page"]) == [int(row["page"]) for row in written]
    assert list(frame["compares_as"]) == [row["compares_as"] for row in written]
    only_here = set(frame) - set(written[0])
    assert only_here == {"value_exact", "target_exact", "decimals", "x0", "y0", "x1", "y1"}
    assert set(written[0]) - set(frame) == {"known_on", "undated_left_out"}


@pytest.mark.parametrize("day", ["2021-12-31", date(2021, 12, 31), pd.Timestamp(2021, 12, 31)])
def test_a_day_is_a_date_a_timestamp_or_a_text(day: date | str, tmp_path: Path) -> None:
    manifest, store = tmp_path / "papers.csv", tmp_path / "papers.db"
    manifest.write_text(f"file,council,published_on\n{Q1.name},Broxtowe,2019-10-02\n")
    crossfoot.ingest(Q1, store, manifest=manifest)
    known = crossfoot.series(store, "BV9", as_of=day, measure="outturn")
    assert list(known["period"]) == ["2017/18", "2018/19"]
    with pytest.warns(crossfoot.CrossfootWarning, match="nothing was published up to 2018-01-01"):
        assert crossfoot.series(store, "BV9", as_of="2018-01-01").empty


def test_every_series_is_given_where_no_code_is_named(store: Path) -> None:
    frame = crossfoot.series(store, measure=["outturn", "target"], council="Broxtowe")
    assert set(frame["measure"]) == {"outturn", "target"}
    assert set(frame["series_id"]) <= set(crossfoot.codes(store)["series_id"])
    assert frame["code"].nunique() > 10


def test_columns_have_the_same_types_whatever_they_hold(store: Path) -> None:
    full = crossfoot.series(store, "BV9")
    with pytest.warns(
        crossfoot.CrossfootWarning, match="no such figures; all_points=True shows every measure"
    ):
        empty = crossfoot.series(store, "BV9", measure="comparator")
    assert empty.empty and list(full.dtypes) == list(empty.dtypes)
    assert list(full) == list(empty)
    kinds = full.dtypes.astype(str)
    assert kinds["period_start"] == "datetime64[us]"
    assert (kinds["value"], kinds["page"], kinds["restates"]) == ("float64", "Int64", "boolean")
    links = crossfoot.relation(store, "links")
    assert links.empty and set(links.dtypes.astype(str)) == {"string"}


def test_what_was_left_out_is_warned_of(tmp_path: Path) -> None:
    store = tmp_path / "papers.db"
    crossfoot.ingest(Q1, store, council="Broxtowe")
    with pytest.warns(crossfoot.CrossfootWarning, match="left out 1 paper without a day"):
        frame = crossfoot.series(store, "BV9", as_of=date(2030, 1, 1))
    assert frame.empty


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"code": "BV99"}, "there is no series 'BV99'; codes that begin alike: BV10"),
        ({"code": "BV9", "council": "Nowhere"}, "there are no papers of 'Nowhere'"),
        ({"code": "BV9", "as_of": "soon"}, "as_of 'soon' is not a date"),
        ({"code": "BV9", "as_of": 2019}, "as_of 2019 is not a date"),
        ({"code": "BV9", "measure": "outurn"}, "measure cannot be 'outurn'; use one of outturn"),
        ({"code": "BV9", "compare": "never"}, "compare cannot be 'never'; use one of latest"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(
    wrong: dict[str, object], said: str, store: Path
) -> None:
    with pytest.raises(crossfoot.UsageError) as error:
        crossfoot.series(store, **wrong)  # type: ignore[arg-type]
    assert str(error.value).startswith(said)


def test_findings_are_those_of_the_command_in_its_order(store: Path, sampled: Run) -> None:
    frame = crossfoot.findings(store)
    written = list(csv.DictReader(io.StringIO(sampled("audit", "--format", "csv").out)))
    assert list(frame) == list(written[0])
    assert list(frame["finding_id"]) == [row["finding_id"] for row in written]
    assert list(frame["message"]) == [row["message"].removeprefix("'") for row in written]


def test_a_relation_is_exact_and_in_reading_order(store: Path) -> None:
    figures = crossfoot.relation(store, "figures", code="BV9")
    assert set(figures["code"]) == {"BV9"}
    place = figures[["document_id", "page", "table_no", "row_no", "y0", "x0"]]
    assert place.equals(place.sort_values(list(place), ignore_index=True))
    exact = figures.loc[figures["value_state"] == "value", "value_exact"]
    assert all(isinstance(value, Decimal) for value in exact)
    with pytest.raises(crossfoot.UsageError, match=r"no relation 'figure'; is 'figures' meant\?"):
        crossfoot.relation(store, "figure")


def test_a_view_is_a_relation_too_and_stands_series_by_series(store: Path) -> None:
    latest = crossfoot.relation(store, "series_latest", code="BV9")
    assert set(latest["code"]) == {"BV9"}
    place = latest[["series_id", "measure", "basis", "period_start"]]
    assert place.equals(place.sort_values(list(place), ignore_index=True))
    every = crossfoot.relation(store, "series_as_of")
    assert set(latest["figure_id"]) < set(every["figure_id"])
    assert {type(value) for value in latest["value_exact"].dropna()} == {Decimal}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"jobs": 0}, "jobs cannot be 0"),
        ({"memory": 1}, "memory cannot be 1"),
        ({"time_limit": -1}, "time_limit cannot be -1"),
        ({"second_opinion": "never"}, "second_opinion cannot be 'never'"),
    ],
)
def test_settings_out_of_range_are_refused_before_anything_is_stored(
    wrong: dict[str, object], said: str, tmp_path: Path
) -> None:
    with pytest.raises(crossfoot.UsageError, match=said):
        crossfoot.ingest(ONE, tmp_path / "papers.db", **wrong)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_missing_database_is_said_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(crossfoot.StoreError, match=r"there is no database .*nothing\.db"):
        crossfoot.series(tmp_path / "nothing.db", "BV9")
    with pytest.raises(crossfoot.UsageError, match="no database is named"):
        crossfoot.series("", "BV9")


def test_a_figure_is_cited_with_every_printing_and_a_picture(store: Path, sampled: Run) -> None:
    evidence = crossfoot.cite(store, "bv 9", "2020/21")
    written = list(
        csv.DictReader(
            io.StringIO(sampled("cite", "BV9", "2020/21", "--no-picture", "--format", "csv").out)
        )
    )
    shown = evidence.printings
    assert set(shown) - {"value_exact"} == set(written[0])
    assert list(shown["figure_id"]) == [row["figure_id"] for row in written]
    assert list(shown["standing"]) == ["latest", "provisional"]
    assert list(shown["value_exact"]) == [Decimal("97.2"), Decimal("97.0")]
    assert repr(evidence) == "<Evidence BV9 2020/21: 2 printings, a picture>"
    assert evidence.picture is not None and evidence.picture.startswith(b"\x89PNG")
    assert evidence._repr_png_() is evidence.picture
    assert evidence.missing == ()
    with pytest.raises(crossfoot.UsageError, match="no paper prints BV9 for 1999/00"):
        crossfoot.cite(store, "BV9", "1999/00")


def test_papers_that_were_moved_are_named_and_found_again(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    (here / Q1.name).write_bytes(Q1.read_bytes())
    store = tmp_path / "papers.db"
    crossfoot.ingest(here, store, council="Broxtowe")
    here.rename(there)
    lost = crossfoot.cite(store, "BV9", "2018/19", measure="outturn")
    assert (lost.picture, lost.missing) == (None, (Q1.name,))
    assert repr(lost) == "<Evidence BV9 2018/19: 1 printing, no picture>"
    found = crossfoot.cite(store, "BV9", "2018/19", papers=there)
    assert found.picture is not None and found.missing == ()


def test_an_export_writes_the_files_of_the_command(
    store: Path, sampled: Run, tmp_path: Path
) -> None:
    mine = crossfoot.export(store, tmp_path / "mine", code="BV9")
    sampled("export", "theirs", "--code", "BV9")
    theirs = sorted((tmp_path / "theirs").iterdir())
    assert sorted(file.name for file in mine) == [file.name for file in theirs]
    assert [file.read_bytes() for file in sorted(mine)] == [file.read_bytes() for file in theirs]
    with pytest.raises(crossfoot.UsageError, match="no export format 'ods'"):
        crossfoot.export(store, tmp_path / "mine", format="ods")  # type: ignore[arg-type]

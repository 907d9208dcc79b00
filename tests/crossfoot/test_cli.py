from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import typer
from PIL import Image
from typer.main import get_command

from crossfoot.app import command_line
from crossfoot.store.database import open_store
from crossfoot.store.queries import paper_rows

from .bad_papers import good
from .conftest import Run

SAMPLES = Path(__file__).parents[2] / "samples" / "pdf"
LATER = SAMPLES / "2023-24_q1_support_services.pdf"
EARLIER = SAMPLES / "2021-22_q1_support_services.pdf"
FIRST = SAMPLES / "2019-20_q1_support_services.pdf"


@pytest.fixture
def three(run: Run) -> Run:
    """A database with three years of one council's papers."""
    papers = [str(path) for path in (FIRST, EARLIER, LATER)]
    assert run("ingest", *papers, "--council", "Broxtowe").code == 0
    return run


def _commands() -> list[str]:
    group = get_command(command_line())
    return [
        name if not hasattr(command, "commands") else f"{name} {inner}"
        for name, command in group.commands.items()  # type: ignore[attr-defined]
        for inner in getattr(command, "commands", [""])
    ]


@pytest.mark.parametrize("command", _commands())
def test_every_command_explains_itself_with_an_example(command: str, run: Run) -> None:
    code, out, _ = run(*command.split(), "--help")
    assert code == 0
    assert f"Example: crossfoot {command}" in out


def test_only_the_command_that_is_asked_for_is_made(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    make = typer.main.get_command_from_info

    def noting(command_info: typer.models.CommandInfo, **settings: Any) -> object:
        made.append(getattr(command_info.callback, "__name__", ""))
        return make(command_info=command_info, **settings)

    monkeypatch.setattr(typer.main, "get_command_from_info", noting)
    assert run("--debug", "codes", "--help").code == 0
    assert made == ["codes"]
    assert run("code").err == (
        "crossfoot: No such command 'code'. Did you mean 'codes'?; see crossfoot --help\n"
    )
    assert len(made) > 10


def test_ingest_closes_with_one_table(three: Run) -> None:
    again = three("ingest", str(FIRST), "--council", "Broxtowe", "--reread")
    heading, *rows = again.out.splitlines()
    assert heading.split() == [
        *("outcome", "papers", "tables", "rows", "errors", "warnings"),
        *("cells", "not", "understood"),
    ]
    assert rows[0].startswith("read ")


def test_ingest_again_reads_nothing(three: Run) -> None:
    again = three("ingest", str(SAMPLES / FIRST.name), "--council", "Broxtowe")
    assert again.code == 0
    assert "unchanged" in again.out


def test_trend_puts_the_years_side_by_side_with_their_places(three: Run) -> None:
    code, out, _ = three("trend", "bv 009")
    assert code == 0
    title, _, *rows = out.splitlines()
    assert title.startswith("BV9 Council Tax collected")
    cells = {row.split("  ")[0]: row for row in rows}
    assert "98.5%" in cells["2017/18"]
    assert FIRST.name in cells["2017/18"]
    assert "provisional: 97.0% before" in cells["2020/21"]
    assert EARLIER.name in cells["2020/21"]
    assert "to date" in cells["2023/24 Q1"]


def test_trend_as_csv_and_as_json_have_the_same_points(three: Run) -> None:
    table = list(csv.DictReader(io.StringIO(three("trend", "BV9", "--format", "csv").out)))
    rows = json.loads(three("trend", "BV9", "--format", "json").out)
    assert [row["period"] for row in table] == [row["period"] for row in rows]
    assert [row["value"] for row in table] == [row["value"] for row in rows]
    assert all(row["page"] >= 1 and len(row["box"]) == 4 for row in rows)
    (final,) = [row for row in rows if row["vintages"]]
    assert [vintage["change"] for vintage in final["vintages"]] == ["provisional"]
    assert not final["restates"]


@pytest.mark.parametrize("form", [[], ["--vintages"]])
def test_trend_as_of_a_day_before_every_paper_says_that_they_came_later(
    three: Run, form: list[str]
) -> None:
    _, out, err = three("trend", "BV9", "--as-of", "1990-01-01", *form)
    assert "BV9" not in out
    assert "nothing was published up to 1990-01-01; 1 paper prints such figures later" in err


def test_trend_as_of_a_day_shows_what_was_known_then_and_what_cannot_be_dated(three: Run) -> None:
    code, out, err = three("trend", "BV9", "--as-of", "2030-01-01")
    assert code == 0
    assert "2022/23" in out
    assert "2017/18" not in out
    assert "without a day of publication" in err


def test_an_unknown_code_is_answered_with_codes_of_its_family_only(three: Run) -> None:
    code, out, err = three("trend", "FPLocal_99")
    assert (code, out) == (2, "")
    assert "FPLocal_02" in err
    assert "LALocal" not in err


def test_an_unknown_title_is_answered_with_titles_alike(three: Run) -> None:
    code, _, err = three("trend", "council taxes collect")
    assert code == 2
    assert "Council Tax collected" in err


def test_words_of_several_titles_are_a_question_not_an_answer(three: Run) -> None:
    code, out, err = three("trend", "invoices paid")
    assert (code, out) == (2, "")
    assert "BV8" in err
    assert "FPLocal_09" in err


def test_codes_lists_spellings_titles_and_years(three: Run) -> None:
    rows = json.loads(three("codes", "--format", "json").out)
    (entry,) = [row for row in rows if row["code"] == "BV9"]
    assert entry["papers"] == 3
    assert entry["periods"][0] == "2017/18"
    assert "Council Tax collected" in entry["titles"]


def test_show_prints_what_was_read_and_what_is_wrong(three: Run) -> None:
    code, out, _ = three("show", FIRST.name)
    assert code == 0
    assert "IT1920_17" in out
    assert "progress.status" in out
    assert "Table 1" in out


def test_show_tells_a_running_count_from_a_periods_own(run: Run) -> None:
    path = SAMPLES.parent / "further" / "pdf" / "row_rules_months.pdf"
    assert run("ingest", str(path)).code == 0
    shown = " ".join(run("show", path.name).out.split())
    assert "2019-07 actual 42.0; 2019-07 actual (to date) 166.85" in shown


def test_show_takes_a_path_an_id_and_a_page(three: Run) -> None:
    by_path = three("show", str(EARLIER), "--page", "3").out
    document_id = by_path.splitlines()[0].split()[-1]
    assert three("show", document_id, "--page", "3").out == by_path
    assert "Governance and Democratic Services 1 1 2 1 0" in " ".join(by_path.split())
    code, _, err = three("show", document_id, "--page", "99")
    assert code == 2
    assert "give a page from 1 to" in err


def test_show_as_json_holds_every_row(three: Run, tmp_path: Path) -> None:
    shown = json.loads(three("show", EARLIER.name, "--format", "json").out)
    with open_store(f"sqlite:///{tmp_path}/crossfoot.db", create=False) as store:
        paper = paper_rows(store, shown["document"]["document_id"])
    assert len(shown["cells"]) == len(paper.cells) > 0
    assert len(shown["figures"]) == len(paper.figures) > 0


def test_show_image_draws_the_page_with_what_its_cells_were_taken_to_be(
    three: Run, tmp_path: Path
) -> None:
    path = EARLIER
    ended = three("show", str(path), "--page", "4", "--image", "page.png")
    assert (ended.code, ended.out) == (0, "")
    with Image.open(tmp_path / "page.png") as drawn:
        assert drawn.width > drawn.height > 1000
        tints = {colour for _, colour in drawn.getcolors(1 << 24) or ()}
    # White paper under the tints of a status, of a title and of what is not understood.
    assert {(248, 218, 185), (203, 203, 240)} <= tints
    assert (242, 185, 185) not in tints


def test_show_image_wants_the_very_file_and_a_name_for_a_picture(three: Run) -> None:
    name = EARLIER.name
    assert three("show", name, "--image", "page.png").code == 0
    other = str(FIRST)
    assert three("show", name, "--image", "page.png", "--pdf", other).code == 2
    path = str(EARLIER)
    assert "ends .png" in three("show", path, "--image", "page.gif").err
    assert "cannot be written" in three("show", path, "--image", "no/where.png").err


def test_show_grid_prints_every_cell(three: Run) -> None:
    assert "In Progress" in three("show", EARLIER.name, "--grid").out


def test_audit_lists_the_worst_first_and_fails_on_request(three: Run) -> None:
    code, out, _ = three("audit", "--format", "json")
    assert code == 0
    found = json.loads(out)
    order = ["error", "warning", "note"]
    assert [order.index(item["severity"]) for item in found] == sorted(
        order.index(item["severity"]) for item in found
    )
    started = next(item for item in found if item["code"] == "IT1920_17")
    assert (started["rule_id"], started["severity"]) == ("progress.status", "error")
    assert started["file_name"] == FIRST.name
    assert three("audit", "--fail-on", "error").code == 1
    assert three("audit", "--fail-on", "error", "--council", "Elsewhere").code == 2


def test_a_sound_summary_of_a_real_paper_holds_and_is_said(three: Run) -> None:
    found = json.loads(three("audit", "--format", "json").out)
    mine = [item for item in found if item["file_name"] == EARLIER.name]
    summed = [item for item in mine if item["rule_id"].startswith("summary.")]
    assert {item["severity"] for item in summed} == {"note"}
    assert any("are met exactly" in item["message"] for item in mine)


def test_audit_again_finds_the_same(three: Run) -> None:
    assert three("audit", "--format", "json").out == three("audit", "--format", "json").out


def test_export_writes_every_relation(three: Run, tmp_path: Path) -> None:
    for form in ("csv", "parquet"):
        code, out, _ = three("export", form, "--format", form)
        assert code == 0
        written = {Path(line).stem for line in out.splitlines()}
        assert {"documents", "figures", "cells", "findings"} <= written
        assert all((tmp_path / line).stat().st_size for line in out.splitlines())


def test_a_data_package_comes_with_its_descriptor(three: Run, tmp_path: Path) -> None:
    code, out, err = three("export", "package", "--format", "datapackage")
    assert code == 0
    assert str(Path("package/datapackage.json")) in out.splitlines()
    assert re.search(r"crossfoot export DIR --since \S+$", err)
    about = json.loads((tmp_path / "package" / "datapackage.json").read_text(encoding="utf-8"))
    assert {"documents", "figures"} <= {each["name"] for each in about["resources"]}


def test_a_workbook_opens_on_indicators_by_years(three: Run, tmp_path: Path) -> None:
    code, out, _ = three("export", "book", "--format", "xlsx", "--code", "BV9")
    assert (code, out) == (0, f"{Path('book/crossfoot.xlsx')}\n")
    book = openpyxl.load_workbook(tmp_path / "book" / "crossfoot.xlsx", read_only=True)
    heading, row = list(book["Years"].iter_rows(values_only=True))
    trend = json.loads(three("trend", "BV9", "--compare", "year-end", "--format", "json").out)
    shown = {name: value for name, value in zip(heading, row, strict=True) if name and value}
    for point in trend:
        assert shown[point["period"]] == float(point["value"])
        assert shown[f"Source {point['period']}"] == f"{point['file_name']} p. {point['page']}"
    book.close()


def test_a_mark_makes_the_next_export_an_increment(three: Run, tmp_path: Path) -> None:
    first = three("export", "out", "--mark", "mark.txt")
    assert first.code == 0
    assert not (tmp_path / "out" / "rewritten.csv").exists()
    again = three("export", "out", "--mark", "mark.txt")
    assert again.code == 0
    lines = (tmp_path / "out" / "rewritten.csv").read_text(encoding="utf-8").splitlines()
    assert lines == ["document_id"]
    run = (tmp_path / "mark.txt").read_text(encoding="utf-8").strip()
    assert three("export", "out", "--since", run).code == 0
    assert three("export", "out", "--since", run, "--mark", "mark.txt").code == 2


def test_a_mark_of_another_store_is_refused_and_kept(three: Run, tmp_path: Path) -> None:
    (tmp_path / "mark.txt").write_text("20200101T000000Z-0000\n")
    code, _, err = three("export", "out", "--mark", "mark.txt")
    assert code == 2
    assert "export everything" in err
    assert (tmp_path / "mark.txt").read_text() == "20200101T000000Z-0000\n"


def test_forget_takes_a_document_out(three: Run) -> None:
    assert three("forget", str(FIRST)).code == 0
    assert FIRST.name not in three("trend", "BV9").out
    code, _, err = three("forget", FIRST.name)
    assert code == 2
    assert len(err.splitlines()) == 1


def test_schema_names_every_relation_and_describes_an_export(three: Run) -> None:
    schema = json.loads(three("schema").out)
    files = three("export", "out", "--loads").out.splitlines()
    assert {Path(file).stem for file in files} <= set(schema["properties"])
    for file in files:
        with Path(file).open(encoding="utf-8", newline="") as opened:
            columns = next(csv.reader(opened))
        name = schema["properties"][Path(file).stem]["items"]["$ref"].rsplit("/", 1)[1]
        assert set(columns) <= set(schema["$defs"][name]["properties"])


def test_db_says_which_schema_there_is(three: Run) -> None:
    assert three("db", "upgrade").code == 0
    code, out, _ = three("db", "current")
    assert code == 0
    assert "this crossfoot needs" in out


@pytest.mark.parametrize("suffix", ["svg", "png", "html"])
def test_a_chart_is_written_and_needs_no_network(suffix: str, three: Run, tmp_path: Path) -> None:
    code, _, _ = three("trend", "BV9", "--plot", f"chart.{suffix}")
    assert code == 0
    data = (tmp_path / f"chart.{suffix}").read_bytes()
    if suffix == "png":
        assert data.startswith(b"\x89PNG")
        return
    text = data.decode()
    assert "Council Tax collected" in text
    if suffix == "html":
        assert "<svg" in text
        assert not re.search(r"<(?:script|link|img|iframe|image)\b|@import|url\(", text)


def test_a_chart_of_unknown_kind_is_refused_before_anything_else(run: Run) -> None:
    code, _, err = run("trend", "BV9", "--plot", "chart.gif")
    assert code == 2
    assert ".svg, .png, .html" in err


def test_a_chart_in_a_missing_folder_is_refused_before_anything_else(three: Run) -> None:
    code, out, err = three("trend", "BV9", "--plot", "absent/chart.svg")
    assert (code, out) == (2, "")
    assert "absent does not exist" in err


def test_manifest_drafts_what_ingest_takes_back(run: Run, tmp_path: Path) -> None:
    good(tmp_path / "a.pdf")
    code, out, _ = run("manifest", str(FIRST), str(LATER), "a.pdf", "--out", "drafted.csv")
    assert (code, out) == (0, "")
    drafted = (tmp_path / "drafted.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(drafted)))
    assert [row["file"] for row in rows] == [FIRST.name, LATER.name, "a.pdf"]
    assert [row["period"] for row in rows[:2]] == ["2019/20 Q1", "2023/24 Q1"]
    assert rows[1]["published_on"] == "2023-09-28"
    (tmp_path / "filled.csv").write_text(drafted.replace("a.pdf,", "a.pdf,Anyborough"), "utf-8")
    assert run("ingest", "a.pdf", "--manifest", "filled.csv").code == 0
    document = json.loads(run("show", "a.pdf", "--format", "json").out)["document"]
    assert (document["council"], document["council_source"]) == ("Anyborough", "manifest")


def test_manifest_rows_that_name_no_file_are_said(run: Run, tmp_path: Path) -> None:
    good(tmp_path / "a.pdf")
    (tmp_path / "m.csv").write_text("file,council\nb.pdf,Anyborough\n", encoding="utf-8")
    code, _, err = run("ingest", "a.pdf", "--manifest", "m.csv")
    assert code == 0
    assert "m.csv, line 2: no file given is called 'b.pdf'" in err


def test_the_argument_names_the_council_where_the_manifest_does_not(
    run: Run, tmp_path: Path
) -> None:
    good(tmp_path / "a.pdf")
    good(tmp_path / "b.pdf", value="97.0%")
    (tmp_path / "m.csv").write_text("file,council\nb.pdf,Otherborough\n", encoding="utf-8")
    run("ingest", ".", "--manifest", "m.csv", "--council", "Anyborough")
    entries = json.loads(run("codes", "--format", "json").out)
    assert {entry["council"] for entry in entries} == {"Anyborough", "Otherborough"}

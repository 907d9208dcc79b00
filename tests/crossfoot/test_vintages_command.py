"""``crossfoot trend --vintages`` and ``--as-of`` on the sample papers."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Run

SAMPLES = Path(__file__).parents[2] / "samples"
LATER = "2023-24_q1_support_services.pdf"
EARLIER = "2021-22_q1_support_services.pdf"
MANIFEST = (
    "file,council,published_on\n"
    f"{SAMPLES / 'pdf' / EARLIER},Broxtowe,2021-09-30\n"
    f"{SAMPLES / 'pdf' / LATER},Broxtowe,\n"
)


@pytest.fixture
def two(run: Run, tmp_path: Path) -> Run:
    """A paper with a day of publication from a manifest, and one whose text prints it."""
    (tmp_path / "manifest.csv").write_text(MANIFEST, encoding="utf-8")
    papers = [str(SAMPLES / "pdf" / name) for name in (EARLIER, LATER)]
    assert run("ingest", *papers, "--manifest", "manifest.csv").code == 0
    return run


def test_the_triangle_is_a_table_with_its_papers_and_changes(two: Run) -> None:
    code, out, _ = two("trend", "BV9", "--vintages")
    assert code == 0
    title, heading, *rows = out.splitlines()
    assert title == "BV9 Council Tax collected · Broxtowe"
    assert heading.split() == ["period", "measure", "2021-09-30", "2023-09-28"]
    cells = {row.split()[0]: row.split() for row in rows}
    assert ["2020/21", "outturn", "97.0%", "97.2%"] in [row.split() for row in rows]
    assert cells["2023-09-28"] == ["2023-09-28", LATER, "2023/24", "Q1"]
    changed = next(row for row in rows if "provisional made final" in row)
    assert f"97.0%   {EARLIER} p. 7  97.2%  {LATER} p. 5" in changed


def test_each_form_has_the_same_cells(two: Run) -> None:
    lines = list(
        csv.DictReader(io.StringIO(two("trend", "BV9", "--vintages", "--format", "csv").out))
    )
    (series,) = json.loads(two("trend", "BV9", "--vintages", "--format", "json").out)["series"]
    cells = [item for row in series["figures"] for cell in row["cells"] for item in cell]
    assert [line["figure_id"] for line in lines] == [item["figure_id"] for item in cells]
    assert all(len(item["box"]) == 4 and item["page"] >= 1 for item in cells)
    (changed,) = [line for line in lines if line["change"]]
    (change,) = [change for row in series["figures"] for change in row["revisions"]]
    assert (changed["change"], change["kind"]) == (
        "provisional_made_final",
        "provisional_made_final",
    )
    assert changed["changed_from"] == change["before"]["figure_id"]
    assert change["after"]["as_printed"] == "97.2%"


def test_every_form_says_how_many_undated_papers_were_left_out(run: Run, tmp_path: Path) -> None:
    text = MANIFEST.replace("2021-09-30", "")
    (tmp_path / "manifest.csv").write_text(text, encoding="utf-8")
    papers = [str(SAMPLES / "pdf" / name) for name in (EARLIER, LATER)]
    assert run("ingest", *papers, "--manifest", "manifest.csv").code == 0
    for option in ([], ["--vintages"]):
        asked = ("trend", "BV9", *option, "--as-of", "2024-01-01")
        said = run(*asked).err
        assert "left out 1 paper without a day of publication" in said
        table = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv").out)))
        assert {(row["known_on"], row["undated_left_out"]) for row in table} == {
            ("2024-01-01", "1")
        }
        answer = json.loads(run(*asked, "--format", "json").out)
        rows = [answer] if option else answer
        assert {(row["known_on"], row["undated_left_out"]) for row in rows} == {("2024-01-01", 1)}
    without = json.loads(run("trend", "BV9", "--format", "json").out)
    assert {(row["known_on"], row["undated_left_out"]) for row in without} == {(None, 0)}


def test_what_compares_stands_together_and_a_quarter_never_among_years(two: Run) -> None:
    out = two("trend", "BV9").out
    tables = [block.splitlines() for block in out.split("\n\n")]
    assert [block[0] for block in tables[1:]] == ["year-end", "Q1 (April to June)"]
    years, quarters = (block[2:] for block in tables[1:])
    assert [row.split()[0] for row in years][-1] == "2022/23"
    assert [" ".join(row.split()[:2]) for row in quarters] == ["2021/22 Q1", "2023/24 Q1"]
    alone = two("trend", "BV9", "--compare", "year-end").out
    assert "Q1" not in alone.replace("_q1_", "")
    assert "year-end" not in alone
    rows = json.loads(two("trend", "BV9", "--compare", "same-period", "--format", "json").out)
    assert {row["compares_as"] for row in rows} >= {"year-end", "Q1 (April to June)"}
    assert all((row["compares_as"] == "year-end") == (row["measure"] == "outturn") for row in rows)


def test_vintages_are_not_drawn(two: Run) -> None:
    code, out, err = two("trend", "BV9", "--vintages", "--plot", "a.svg")
    assert (code, out) == (2, "")
    assert "--plot" in err


def test_all_are_every_measure_of_a_code_and_every_series_without_one(two: Run) -> None:
    every = json.loads(two("trend", "BV9", "--vintages", "--all", "--format", "json").out)
    (series,) = every["series"]
    assert {row["measure"] for row in series["figures"]} >= {"outturn", "actual", "target"}
    council = json.loads(two("trend", "--all", "--vintages", "--format", "json").out)
    assert len(council["series"]) > 10
    assert {row["measure"] for one in council["series"] for row in one["figures"]} == {
        "outturn",
        "actual",
    }


def test_a_measure_that_no_paper_prints_is_said(two: Run) -> None:
    code, out, err = two("trend", "BV9", "--vintages", "--measure", "comparator")
    assert (code, out) == (0, "")
    assert "no paper prints such figures" in err

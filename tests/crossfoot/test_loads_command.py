"""``crossfoot loads`` and ``crossfoot forget``: every run can be named, and what it wrote."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from .bad_papers import good
from .conftest import Run


def runs(run: Run, *arguments: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("loads", "--format", "json", *arguments).out)
    return found


def test_an_ingest_names_its_run_and_the_run_names_its_papers(run: Run, tmp_path: Path) -> None:
    good(tmp_path / "a.pdf")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 nothing follows")
    out = run("ingest", "a.pdf", "b.pdf", "--council", "Anyborough").out
    (only,) = runs(run)
    assert f"Load {only['load_id']}:" in out
    assert (only["command"], only["outcome"]) == ("ingest", "some_failed")
    assert (only["papers"], only["failed"], only["unchanged"]) == (2, 1, 0)
    papers = runs(run, str(only["load_id"]))
    assert [(row["file_name"], row["outcome"]) for row in papers] == [
        ("a.pdf", "read"),
        ("b.pdf", "failed"),
    ]
    assert (papers[0]["indicators"], papers[0]["figures"]) == (1, 4)
    assert papers[1]["reason"]


def test_runs_are_listed_latest_first_in_every_form(run: Run, tmp_path: Path) -> None:
    good(tmp_path / "a.pdf")
    for _ in range(3):
        run("ingest", "a.pdf", "--council", "Anyborough")
    found = runs(run)
    ids = [str(row["load_id"]) for row in found]
    assert ids == sorted(ids, reverse=True)
    assert [row["unchanged"] for row in found] == [1, 1, 0]
    assert [row["papers"] for row in found] == [0, 0, 1]
    table = list(csv.DictReader(io.StringIO(run("loads", "--format", "csv").out)))
    assert [row["load_id"] for row in table] == ids
    assert len(runs(run, "--last", "2")) == 2
    assert ids[0] in run("loads").out


def test_a_run_is_named_by_its_beginning_or_as_the_latest(run: Run, tmp_path: Path) -> None:
    good(tmp_path / "a.pdf")
    run("ingest", "a.pdf", "--council", "Anyborough")
    run("ingest", "a.pdf", "--council", "Anyborough")
    later, first = (str(row["load_id"]) for row in runs(run))
    assert runs(run, first) == runs(run, first[:-2])
    assert runs(run, "latest") == runs(run, later) == []
    assert "2 loads begin with" in run("loads", first[:4]).err
    assert run("loads", first[:4]).code == 2
    assert "there is no load 'x'" in run("loads", "x").err


def test_what_was_read_anew_since_is_said(run: Run, tmp_path: Path) -> None:
    good(tmp_path / "a.pdf")
    run("ingest", "a.pdf", "--council", "Anyborough")
    run("ingest", "a.pdf", "--council", "Otherborough")
    later, first = (str(row["load_id"]) for row in runs(run))
    ended = run("loads", first)
    assert "a.pdf" not in ended.out
    assert "of the 1 paper of this run 0 stand" in ended.err
    assert "a.pdf" in run("loads", later).out


def test_forgetting_is_a_run_and_takes_out_every_paper_or_none(run: Run, tmp_path: Path) -> None:
    for name, value in (("a", "98.5%"), ("b", "97.5%"), ("c", "96.5%")):
        good(tmp_path / f"{name}.pdf", value=value)
    run("ingest", ".", "--council", "Anyborough")
    assert run("forget", "a.pdf", "nothing.pdf").code == 2
    assert len(runs(run)) == 1
    ended = run("forget", "a.pdf", "b.pdf", str(tmp_path / "a.pdf"))
    assert ended.code == 0
    assert [line.split()[0] for line in ended.out.splitlines()] == ["a.pdf", "b.pdf"]
    forgot, read = runs(run)
    assert (forgot["command"], forgot["papers"], forgot["outcome"]) == ("forget", 2, "finished")
    assert int(str(forgot["rows"])) < int(str(read["rows"]))
    assert [row["file_name"] for row in runs(run, str(read["load_id"]))] == ["c.pdf"]


def test_a_name_that_two_papers_have_forgets_neither(run: Run, tmp_path: Path) -> None:
    good(tmp_path / "a.pdf")
    run("ingest", "a.pdf", "--council", "Anyborough")
    good(tmp_path / "a.pdf", value="97.5%")
    ended = run("ingest", "a.pdf", "--council", "Anyborough")
    assert "another document stood in its place" in ended.err
    old = ended.err.split("crossfoot forget ")[1].split()[0]
    (tmp_path / "a.pdf").rename(tmp_path / "moved.pdf")
    ended = run("forget", "a.pdf")
    assert (ended.code, ended.out) == (2, "")
    assert "names 2 documents" in ended.err
    assert run("forget", old).code == 0


def test_forgetting_says_what_people_decided_and_stays(run: Run, tmp_path: Path) -> None:
    good(tmp_path / "a.pdf")
    good(tmp_path / "b.pdf", code="BV10", title="Rates collected")
    run("ingest", ".", "--council", "Anyborough")
    assert run("link", "BV9", "BV10", "--as", "unrelated").code == 0
    out = run("forget", "a.pdf").out
    assert "1 series without a paper stay" in out
    run("ingest", ".", "--council", "Anyborough")
    assert len(json.loads(run("link", "--list", "--format", "json").out)) == 1


def test_a_newer_reading_says_which_accepted_finding_is_gone(run: Run, tmp_path: Path) -> None:
    good(tmp_path / "a.pdf", value="198.5%")
    run("ingest", "a.pdf", "--council", "Anyborough")
    found = json.loads(run("audit", "--format", "json").out)
    assert found
    for item in found:
        run("accept", item["finding_id"], "--because", "it is so")
    headings = tmp_path / "mine.toml"
    headings.write_text('[headings]\nother = ["Outturn"]\n', encoding="utf-8")
    ended = run("ingest", "a.pdf", "--council", "Anyborough", "--headings", "mine.toml")
    still = json.loads(run("audit", "--format", "json").out)
    gone = {item["message"] for item in found} - {item["message"] for item in still}
    assert gone
    assert ended.err.count("is not found any more") == len(gone)
    again = run("ingest", "a.pdf", "--council", "Anyborough", "--headings", "mine.toml")
    assert "not found" not in again.err

"""Links from the proposal to the decision, and that decisions outlive every way to ingest again."""

from __future__ import annotations

import csv
import io
import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run
from .linked_papers import COUNCIL, paper, renamed


@pytest.fixture
def three(run: Run, tmp_path: Path) -> Run:
    """A database with the papers of :func:`renamed`."""
    assert run("ingest", str(renamed(tmp_path / "papers")), "--council", COUNCIL).code == 0
    return run


def similar(run: Run, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        run("codes", "--similar", "--format", "json", *options).out
    )
    return found


def decisions(run: Run) -> list[str]:
    return [row["decision"] for row in json.loads(run("link", "--list", "--format", "json").out)]


def link(run: Run, *words: str) -> str:
    ended = run("link", *words)
    assert (ended.code, ended.err) == (0, "")
    return ended.out


def refused(run: Run, *words: str) -> str:
    ended = run("link", *words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.count("\n") == 1
    return ended.err


def test_a_renamed_code_is_proposed_with_score_reasons_and_commands(three: Run) -> None:
    found = similar(three)
    pairs = {(row["a_code"], row["kind"], row["b_code"]) for row in found}
    assert pairs == {("FP_101", "successor", "BV9"), ("RB_7", "successor", "FP_101")}
    first = found[0]
    assert first["score"] > found[1]["score"] >= 0.5
    assert "equal figures for the year to 2010-03-31" in first["reasons"]
    assert (first["b_first"], first["a_last"]) == ("2008-04-01", "2012-03-31")
    shown = three("codes", "--similar", "--council", "Anywhere").out
    assert f"accept  {first['accept']}" in shown
    assert f"reject  {first['reject']}" in shown
    table = list(csv.DictReader(io.StringIO(three("codes", "--similar", "--format", "csv").out)))
    assert [row["accept"] for row in table] == [row["accept"] for row in found]


def test_the_printed_commands_decide_and_decided_pairs_do_not_come_again(three: Run) -> None:
    accepted, rejected = similar(three)
    assert link(three, *shlex.split(accepted["accept"])[2:]).startswith(
        "recorded: FP_101 'Council Tax collected %' is the successor of BV9"
    )
    assert "is unrelated to" in link(three, *shlex.split(rejected["reject"])[2:])
    assert similar(three) == []
    assert len(decisions(three)) == 2
    link(three, "FP_101", "BV9", "--remove")
    assert [row["accept"] for row in similar(three)] == [accepted["accept"]]


def test_decisions_outlive_forgetting_and_another_reading(three: Run, tmp_path: Path) -> None:
    link(three, "FP_101", "BV9", "--as", "successor", "--because", "one year", "--by", "Audit")
    before = three("link", "--list", "--format", "csv").out
    folder, papers = tmp_path / "papers", sorted((tmp_path / "papers").glob("*.pdf"))
    three("ingest", str(folder), "--council", COUNCIL, "--reread")
    for each in papers:
        assert three("forget", each.name).code == 0
    assert three("link", "--list", "--format", "csv").out == before
    # Another manifest is another version of the reading.
    three("ingest", str(folder), "--council", "Anywhere District")
    three("ingest", str(folder), "--council", COUNCIL)
    assert three("link", "--list", "--format", "csv").out == before
    assert len(similar(three)) == 1
    row = next(csv.DictReader(io.StringIO(before)))
    assert (row["kind"], row["decided_by"], row["because"]) == ("successor", "Audit", "one year")
    assert (row["a_code"], row["b_code"]) == ("FP_101", "BV9")


def test_a_series_is_named_by_code_title_or_id(three: Run) -> None:
    ids = {
        row["code"]: row["series_id"] for row in json.loads(three("codes", "--format", "json").out)
    }
    assert "Homes lost" in link(three, "hs 002", "Homes let", "--as", "unrelated")
    assert link(three, ids["HS_2"][:10], ids["HS_1"], "--as", "unrelated").startswith("already")
    assert len(decisions(three)) == 1


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("same", "HS_2 'Homes lost' is the same as HS_1 'Homes let'"),
        ("successor", "HS_2 'Homes lost' is the successor of HS_1 'Homes let'"),
        ("sum-of", "HS_2 'Homes lost' is the sum of HS_1 'Homes let' and others"),
        ("part-of", "HS_2 'Homes lost' is a part of HS_1 'Homes let'"),
        ("redefined", "HS_2 'Homes lost' is HS_1 'Homes let' redefined"),
        ("unrelated", "HS_2 'Homes lost' is unrelated to HS_1 'Homes let'"),
    ],
)
def test_the_sentence_that_was_recorded_is_printed_and_listed(
    three: Run, kind: str, sentence: str
) -> None:
    assert link(three, "HS_2", "HS_1", "--as", kind) == f"recorded: {sentence}\n"
    assert decisions(three) == [sentence]
    assert link(three, "HS_1", "HS_2", "--remove") == f"taken back: {sentence}\n"
    assert decisions(three) == []


def test_a_successor_that_ended_before_is_recorded_and_doubted(three: Run) -> None:
    ended = three("link", "BV9", "RB_7", "--as", "successor")
    assert ended.code == 0
    assert "BV9 ends on 2010-03-31, before RB_7 begins" in ended.err
    assert "--remove" in ended.err


def test_contradictions_and_cycles_are_refused_and_say_what_they_contradict(three: Run) -> None:
    link(three, "FP_101", "BV9", "--as", "successor")
    link(three, "RB_7", "FP_101", "--as", "successor")
    said = refused(three, "BV9", "RB_7", "--as", "successor")
    assert "FP_101 'Council Tax collected %' is the successor of BV9" in said
    assert "--remove" in said
    assert "is the successor of" in refused(three, "BV9", "RB_7", "--as", "unrelated")
    assert "it was decided that" in refused(three, "FP_101", "BV9", "--as", "same")
    assert "it was decided that" in refused(three, "BV9", "FP_101", "--as", "successor")
    assert len(decisions(three)) == 2


def test_what_cannot_be_linked_is_refused_in_one_line(three: Run, tmp_path: Path) -> None:
    assert "two series and --as or --remove" in refused(three, "BV9", "--as", "same")
    assert "two series and --as or --remove" in refused(three, "BV9", "FP_101")
    assert "there is no series 'XY_1'" in refused(three, "BV9", "XY_1", "--as", "same")
    assert "both are the series BV9" in refused(three, "BV9", "bv009", "--as", "same")
    assert "nothing was decided" in refused(three, "BV9", "HS_1", "--remove")
    assert "'Homes' is part of 2 titles" in refused(three, "BV9", "Homes", "--as", "same")
    other = paper(tmp_path / "b" / "b.pdf", ["2009/10"], [["BV9", "Council Tax collected", "91"]])
    three("ingest", str(other), "--council", "Elsewhere Borough Council")
    said = refused(three, "BV9", "FP_101", "--as", "same")
    assert "2 councils" in said and "--council" in said
    ids = {
        row["council"]: row["series_id"]
        for row in json.loads(three("codes", "--format", "json").out)
        if row["code"] == "BV9"
    }
    assert "never one" in refused(three, *ids.values(), "--as", "same")


def test_what_the_catalogue_says_of_national_codes_is_proposed(run: Run, tmp_path: Path) -> None:
    first = paper(
        tmp_path / "1.pdf",
        ["2006/07", "2007/08"],
        [["BV78a", "New claims", "31", "29"], ["BV78b", "Changes of circumstances", "9", "8"]],
    )
    second = paper(
        tmp_path / "2.pdf", ["2008/09", "2009/10"], [["NI 181", "Benefit processing", "15", "12"]]
    )
    run("ingest", str(first), str(second), "--council", COUNCIL)
    stated = [row for row in similar(run) if row["a_code"] == "NI181"]
    assert {(row["kind"], row["b_code"]) for row in stated} == {
        ("redefined", "BV78a"),
        ("redefined", "BV78b"),
    }
    assert all("catalogue of national indicators" in row["reasons"][0] for row in stated)


def test_texts_of_papers_do_not_reach_the_terminal_or_the_shell(run: Run, tmp_path: Path) -> None:
    first = paper(tmp_path / "1.pdf", ["2017/18"], [["$(id) 1", "Homes `let`; rm", "12.5"]])
    second = paper(tmp_path / "2.pdf", ["2018/19"], [["FP_1", "Homes `let`; rm", "13.5"]])
    run("ingest", str(first), str(second), "--council", COUNCIL)
    for row in similar(run):
        words = shlex.split(row["accept"])
        assert words[:2] == ["crossfoot", "link"]
        assert not any("$" in word or ";" in word for word in words)
        assert run(*words[1:]).code == 0


def test_papers_of_unknown_councils_are_not_compared_and_it_says_so(
    run: Run, tmp_path: Path
) -> None:
    run("ingest", str(renamed(tmp_path / "papers")))
    ended = run("codes", "--similar")
    assert (ended.code, ended.out) == (0, "")
    assert "of unknown councils not compared" in ended.err


def test_actions_that_return_are_listed_and_not_linked(run: Run) -> None:
    samples = Path(__file__).parents[2] / "samples" / "pdf"
    papers = [str(path) for path in samples.glob("*_support_services.pdf")]
    assert run("ingest", *papers, "--council", "Broxtowe").code == 0
    rows = json.loads(run("codes", "--similar", "--actions", "--format", "json").out)
    assert ("FP2023_07", "FP1922_01") in {(row["again"], row["before"]) for row in rows}
    assert "FP2023_07" in run("codes", "--similar", "--actions").out
    ended = run("codes", "--actions")
    assert ended.code == 2
    assert "--similar" in ended.err

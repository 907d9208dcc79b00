"""A user's own figures against the published ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

HEAD = "council,code,period,measure,value\n"


def _verdicts(run: Run, rows: str, *options: str) -> list[dict[str, str]]:
    Path("own.csv").write_text(HEAD + rows, encoding="utf-8")
    ended = run("compare", "own.csv", "--format", "json", *options)
    assert ended.code == 0, ended.err
    return json.loads(ended.out)


@pytest.mark.parametrize(
    ("row", "verdict", "published"),
    [
        ("Broxtowe,BV9,2020/21,outturn,97.2", "agrees", "97.2%"),
        (",bv 009,2020-21,,97.20%", "agrees", "97.2%"),
        (",BV9,2020/21,,97", "rounded", "97.2%"),
        (",BV9,2020/21,,97.0%", "earlier", "97.0%"),
        (",BV9,2020/21,,97.3%", "differs", "97.2%"),
        (",BV9,2023/24 Q1,,29.1%", "agrees", "29.1%"),
        (",BV9,2023/24 Q1,outturn,29.1%", "not_published", None),
        (",BV9,2001/02,,97.3%", "not_published", None),
        (",BV99,2020/21,,97.3%", "not_published", None),
        ("Bromsgrove,BV9,2020/21,,97.3%", "not_published", None),
        (",BV9,2020/21,guess,97.3%", "unusable", None),
        (",BV9,some day,,97.3%", "unusable", None),
        (",BV9,2020/21,,about 97%", "unusable", None),
        (",BV9,2020/21,,", "unusable", None),
        (",,2020/21,,97.3%", "unusable", None),
        (",BV9,2020/21,,84,617", "unusable", None),
    ],
)
def test_each_row_ends_in_a_verdict(
    row: str, verdict: str, published: str | None, sampled: Run
) -> None:
    (answer,) = _verdicts(sampled, row)
    assert (answer["verdict"], answer.get("published")) == (verdict, published)
    assert answer["line"] == 2
    assert (answer.get("page") is not None) == (published is not None)


def test_a_share_written_for_a_percentage_differs_and_is_told_so(sampled: Run) -> None:
    (answer,) = _verdicts(sampled, ",BV9,2020/21,,0.972")
    assert answer["verdict"] == "differs"
    assert answer["remark"] == "yours is a hundredth of it: is it a share?"


def test_rows_that_agree_are_left_out_on_request(sampled: Run) -> None:
    rows = ",BV9,2020/21,,97.2\n,BV9,2020/21,,97.1\n"
    assert [row["line"] for row in _verdicts(sampled, rows, "--differing")] == [3]


def test_strict_fails_unless_every_row_agrees(sampled: Run) -> None:
    Path("own.csv").write_text(HEAD + ",BV9,2020/21,,97.2\n", encoding="utf-8")
    assert sampled("compare", "own.csv", "--strict").code == 0
    Path("own.csv").write_text(HEAD + ",BV9,2020/21,,97.1\n", encoding="utf-8")
    ended = sampled("compare", "own.csv", "--strict")
    assert ended.code == 1
    assert "1 row: 1 differs" in ended.out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a,b\n1,2\n", "has no column code, period, value"),
        (b"", "has no column code, period, value"),
        (b"code,period,value\n\xff,2020/21,1\n", "is not UTF-8"),
        (b'code,period,value\n"BV9,2020/21,1\n', "is not CSV"),
    ],
)
def test_a_file_that_cannot_be_used_is_said_in_one_line(
    content: bytes, said: str, sampled: Run
) -> None:
    Path("own.csv").write_bytes(content)
    ended = sampled("compare", "own.csv")
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_a_spreadsheets_byte_order_mark_and_heading_case_do_not_matter(sampled: Run) -> None:
    Path("own.csv").write_text(
        "\ufeffCode, Period ,VALUE,remarks\nBV9,2020/21,97.2,mine\n", encoding="utf-8"
    )
    assert "1 row: 1 agrees" in sampled("compare", "own.csv").out


def test_a_figure_is_compared_under_whichever_code_a_link_joins(sampled: Run) -> None:
    (before,) = _verdicts(sampled, ",BV79b(iii),2018/19,,29.0%")
    assert before["verdict"] == "not_published"
    sampled("link", "BV79b(iii)", "BV79b(ii)", "--as", "successor")
    (after,) = _verdicts(sampled, ",BV79b(iii),2018/19,,29.0%")
    assert after["verdict"] == "agrees"


def test_columns_parted_by_semicolons_are_read(sampled: Run) -> None:
    Path("own.csv").write_text("code;period;value\nBV9;2020/21;97.2\n", encoding="utf-8")
    assert "1 row: 1 agrees" in sampled("compare", "own.csv").out


def test_a_council_that_is_not_there_is_told_before_its_codes(sampled: Run) -> None:
    ended = sampled("trend", "BV9", "--council", "Thornbery")
    assert ended.code == 2
    assert "there are no papers of 'Thornbery'" in ended.err

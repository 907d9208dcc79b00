"""A trend over a renamed indicator as the command line shows it: table, CSV, JSON and chart."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Run
from .linked_papers import COUNCIL, renamed


@pytest.fixture
def joined(run: Run, tmp_path: Path) -> Run:
    """A database in which BV9 goes on as FP_101, and that redefined as RB_7."""
    assert run("ingest", str(renamed(tmp_path / "papers")), "--council", COUNCIL).code == 0
    assert run("link", "FP_101", "BV9", "--as", "successor").code == 0
    assert run("link", "RB_7", "FP_101", "--as", "redefined").code == 0
    return run


def test_the_table_says_which_point_is_of_which_code_and_marks_the_joints(joined: Run) -> None:
    code, out, err = joined("trend", "BV9")
    assert (code, err) == (0, "")
    title, heading, *rows = out.splitlines()
    assert title.startswith("RB_7 % of Council Tax collected (joined with BV9, FP_101)")
    assert heading.split()[:2] == ["period", "code"]
    codes = [(row.split()[0], row.split()[1]) for row in rows]
    assert codes[:3] == [("2008/09", "BV9"), ("2009/10", "FP_101"), ("2010/11", "FP_101")]
    assert "from here FP_101, the successor of BV9" in rows[1]
    assert "BREAK: RB_7 measures another thing than FP_101" in rows[4]
    assert sum("from here" in row or "BREAK" in row for row in rows) == 2


@pytest.mark.parametrize("asked", ["FP_101", "RB_7", "% of Council Tax collected"])
def test_any_code_or_title_gives_the_joined_trend(joined: Run, asked: str) -> None:
    assert joined("trend", asked).out == joined("trend", "BV9").out


def test_csv_and_json_say_the_joint_and_the_points_own_series(joined: Run) -> None:
    table = list(csv.DictReader(io.StringIO(joined("trend", "BV9", "--format", "csv").out)))
    rows = json.loads(joined("trend", "BV9", "--format", "json").out)
    assert [row["code"] for row in table] == [row["code"] for row in rows]
    assert [row["joint"] or None for row in table] == [row["joint"] for row in rows]
    assert [row["joint"] for row in rows] == [None, "successor", None, None, "redefined", None]
    assert rows[4]["joined_to"] == rows[3]["series_id"] != rows[4]["series_id"]
    assert len({row["line_id"] for row in rows}) == 1
    assert rows[5]["title"] == "% of Council Tax collected"
    (vintage,) = rows[1]["vintages"]
    assert (vintage["code"], vintage["change"]) == ("BV9", "same")


def test_a_chart_is_drawn_of_the_joined_trend_with_its_joints(joined: Run, tmp_path: Path) -> None:
    chart = tmp_path / "joined.svg"
    assert joined("trend", "BV9", "--plot", str(chart)).code == 0
    drawn = chart.read_text(encoding="utf-8")
    assert drawn.count('class="joint"') == 2
    assert "from here RB_7" in drawn


def test_every_series_asked_for_gives_each_line_once(joined: Run) -> None:
    rows = json.loads(joined("trend", "--all", "--format", "json").out)
    assert len({row["line_id"] for row in rows}) == 3
    assert sum(row["code"] == "BV9" for row in rows) == 1


def test_what_is_not_joined_is_mentioned(joined: Run) -> None:
    assert joined("link", "HS_1", "RB_7", "--as", "part-of").code == 0
    assert joined("trend", "BV9").err == "crossfoot: not joined: HS_1 is a part of RB_7\n"
    assert "HS_1" not in joined("trend", "BV9").out


def test_a_decision_taken_back_parts_the_trend_again(joined: Run) -> None:
    assert joined("link", "FP_101", "BV9", "--remove").code == 0
    assert "FP_101" not in joined("trend", "BV9").out

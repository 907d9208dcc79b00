"""Tables that people wrote down are compared as their relations say."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.competition import Cell, Score, plain, relations, score, written_down

_WRITTEN = """<?xml version="1.0" encoding="UTF-8"?>
<document filename="one.pdf"><table id="1"><region id="1" page="2">
<cell id="1" start-row="0" start-col="1" end-col="2"><content>2018/19</content></cell>
<cell id="2" start-row="1" start-col="0"><content>Council tax \u2013 collected</content></cell>
<cell id="3" start-row="1" start-col="1"><content>97.1</content></cell>
<cell id="4" start-row="1" start-col="2"><content>98.0</content></cell>
</region></table></document>
"""


@pytest.fixture
def table(tmp_path: Path) -> list[Cell]:
    path = tmp_path / "one-str.xml"
    path.write_text(_WRITTEN, encoding="utf-8")
    (found,) = written_down(path)[2]
    return found


def test_a_heading_over_two_columns_stands_above_both(table: list[Cell]) -> None:
    assert set(relations(table)) == {
        ("2018/19", "97.1", "below"),
        ("2018/19", "98.0", "below"),
        ("counciltaxcollected", "97.1", "right"),
        ("97.1", "98.0", "right"),
    }


def test_blank_cells_are_passed_over() -> None:
    row = [Cell(0, 0, at, at, text) for at, text in enumerate(("a", "", "b"))]
    assert set(relations(row)) == {("a", "b", "right")}


def test_the_same_table_is_exact_and_one_with_columns_exchanged_is_not(table: list[Cell]) -> None:
    assert score({2: [table]}, {2: [table]}) == Score(1, 1, 1, 4, 4, 4)
    *rest, first, second = table
    turned = [*rest, first._replace(text="98.0"), second._replace(text="97.1")]
    assert score({2: [table]}, {2: [turned]}) == Score(1, 1, 0, 4, 4, 2)


def test_a_table_on_another_page_is_not_found(table: list[Cell]) -> None:
    assert score({2: [table]}, {1: [table]}) == Score(tables=1, written=4)


def test_a_text_of_spaces_and_dashes_is_blank() -> None:
    assert plain(" \u2014 ") == plain(None) == ""

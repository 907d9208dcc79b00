"""How the tables of the fifth set lie: their rules, their widths, their pictures, as web pages."""

from __future__ import annotations

import random

import pytest

from benchmarks.confidence.fifth.as_html import html
from benchmarks.confidence.fifth.blocks import Cell, Look, Table, Text, draw_look, edges, widths
from benchmarks.confidence.fifth.pictures import picture


@pytest.mark.parametrize(
    ("ruling", "drawn"),
    [
        ("ruled", ["TBLR", "TBLR", "TBLR"]),
        ("rows", ["TB", "TB", "TB"]),
        ("heading", ["TB", "", "B"]),
        ("none", ["", "", ""]),
    ],
)
def test_a_ruling_says_which_edges_a_cell_has(ruling: str, drawn: list[str]) -> None:
    table = Table((1,), [[Cell("head")]], [[Cell("a")], [Cell("b")]], ruling=ruling)
    assert [edges(table, _look(1), row, 1) for row in range(3)] == drawn


@pytest.mark.parametrize(("ruling", "above", "left"), [("ruled", 1, 3), ("rows", 1, 0)])
def test_neighbours_on_a_web_page_share_one_rule(ruling: str, above: int, left: int) -> None:
    table = Table((1, 1), rows=[[Cell("a"), Cell("b")]] * 3, ruling=ruling)
    made = html([table], _look(1))
    assert (made.count("border-top:"), made.count("border-left:")) == (above, left)
    assert made.count("border-bottom:") == 6


def test_what_a_web_page_would_take_for_its_own_is_escaped() -> None:
    made = html([Table((1,), rows=[[Cell("<5% & more\n£2")]]), Text("R&D")], _look(1))
    assert "&lt;5% &amp; more<br>£2" in made
    assert "R&amp;D" in made


def test_columns_take_the_whole_width_and_hold_their_longest_words() -> None:
    look = _look(3)
    table = Table((1, 9), rows=[[Cell("extraordinarily"), Cell("a")]])
    given = widths(table, look)
    assert sum(given) == pytest.approx(look.page[0] - 2 * look.margin)
    assert given[0] > 9 * look.size * 0.5


def test_every_picture_is_the_same_each_time_and_faces_differ() -> None:
    faces = {picture(f"face-{ink}").png for ink in ("green", "amber", "red")}
    assert len(faces) == 3
    assert picture.__wrapped__("flag-green") == picture("flag-green")
    assert picture("bar-0").png != picture("bar-60").png


def _look(seed: int) -> Look:
    return draw_look(random.Random(seed), "ruled", wide=6, footer="Appendix")

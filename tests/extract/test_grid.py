"""From rules to cells: spans, open sides, neighbours, and drawings that are no tables."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfplumber import table as pdfplumbers

from crossfoot.extract import corners, edges
from crossfoot.extract.grid import find_grids
from crossfoot.extract.rules import Rule
from crossfoot.extract.settings import ExtractSettings

from .drawn_pages import HIGH, Pen, read, spans, texts

SETTINGS = ExtractSettings()
XS, YS = (50, 150, 250, 400), (100, 130, 160, 190)


def grid_rules(xs: tuple[float, ...], ys: tuple[float, ...]) -> list[Rule]:
    upright = [Rule(False, x, ys[0], ys[-1], 0.5) for x in xs]
    return upright + [Rule(True, y, xs[0], xs[-1], 0.5) for y in ys]


def test_cells_merged_across_and_down() -> None:
    def page(pen: Pen) -> None:
        pen.rect(50, 100, 400, 190)
        pen.line(50, 130, 400, 130)
        pen.line(150, 160, 400, 160)
        pen.line(150, 100, 150, 190)
        pen.line(250, 130, 250, 190)
        for x, y, word in (
            (54, 112, "Service"),
            (154, 112, "2019/20"),
            (54, 142, "Finance"),
            (154, 142, "97.0%"),
            (254, 142, "98.1%"),
            (154, 172, "1"),
            (254, 172, "2"),
        ):
            pen.text(x, y, word)

    (table,) = read(page).tables
    assert spans(table) == {
        (1, 1, 1, 1, "Service"),
        (1, 2, 1, 2, "2019/20"),
        (2, 1, 2, 1, "Finance"),
        (2, 2, 1, 1, "97.0%"),
        (2, 3, 1, 1, "98.1%"),
        (3, 2, 1, 1, "1"),
        (3, 3, 1, 1, "2"),
    }


def test_pinwheel_of_five_cells() -> None:
    def page(pen: Pen) -> None:
        pen.rect(100, 100, 400, 250)
        pen.line(200, 100, 200, 200)
        pen.line(100, 200, 300, 200)
        pen.line(300, 150, 300, 250)
        pen.line(200, 150, 400, 150)
        for x, y, word in (
            (110, 120, "a"),
            (210, 120, "b"),
            (210, 170, "c"),
            (310, 170, "d"),
            (110, 220, "e"),
        ):
            pen.text(x, y, word)

    (table,) = read(page).tables
    assert spans(table) == {
        (1, 1, 2, 1, "a"),
        (1, 2, 1, 2, "b"),
        (2, 2, 1, 1, "c"),
        (2, 3, 2, 1, "d"),
        (3, 1, 1, 2, "e"),
    }


def test_a_table_in_a_cell_keeps_its_own_words() -> None:
    def page(pen: Pen) -> None:
        pen.table((50, 150, 500), (100, 260), [["Outer", "Around"]])
        pen.table((200, 300, 450), (150, 180, 210), [["a", "b"], ["c", "d"]])

    outer, inner = read(page).tables
    assert texts(outer) == [["Outer", "Around"]]
    assert texts(inner) == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize("gap", [4.0, 8.0])
def test_tables_side_by_side_stay_two(gap: float) -> None:
    def page(pen: Pen) -> None:
        for left in (50.0, 250 + gap):
            xs = (left, left + 100, left + 200)
            pen.table(xs, (100, 130, 160), [["a", "b"], ["c", "d"]])

    assert [texts(table) for table in read(page).tables] == [[["a", "b"], ["c", "d"]]] * 2


def test_a_chart_beside_a_table_does_not_move_its_rules() -> None:
    def page(pen: Pen) -> None:
        pen.table(XS, YS, [["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]])
        for at in range(40):
            pen.line(430, 101 + 2.3 * at, 560, 101 + 2.3 * at, 0.3)
            pen.line(430 + 3.1 * at, 100, 430 + 3.1 * at, 192, 0.3)

    table = read(page).tables[0]
    assert texts(table) == [["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]]
    assert [cell.first.box.y0 for cell in (row.cells[0] for row in table.rows)] == [100, 130, 160]


def test_a_map_of_slanted_and_curved_lines_is_no_table() -> None:
    def page(pen: Pen) -> None:
        for at in range(60):
            pen.line(100 + 5 * at, 100, 130 + 4 * at, 300)
            pen.canvas.bezier(100, 500, 150 + at, 480, 200, 510 - at, 300, 500)
        pen.text(120, 200, "Ward")

    assert read(page).tables == ()


@pytest.mark.parametrize("open_sides", ["left right", "top bottom", "left right top bottom"])
def test_a_table_without_outer_rules(open_sides: str) -> None:
    def page(pen: Pen) -> None:
        for x in XS[1:-1]:
            pen.line(x, YS[0], x, YS[-1])
        for y in YS[1:-1]:
            pen.line(XS[0], y, XS[-1], y)
        if "left" not in open_sides:
            pen.line(XS[0], YS[0], XS[0], YS[-1])
            pen.line(XS[-1], YS[0], XS[-1], YS[-1])
        if "top" not in open_sides:
            pen.line(XS[0], YS[0], XS[-1], YS[0])
            pen.line(XS[0], YS[-1], XS[-1], YS[-1])
        pen.words(XS, YS, [["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]])

    (table,) = read(page).tables
    assert texts(table) == [["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]]


def test_a_cell_that_spans_rows_is_closed_where_the_page_end_leaves_it_open() -> None:
    """The last rule of the page stops where the cell that goes on stands."""

    def page(pen: Pen) -> None:
        for x in XS:
            pen.line(x, 700, x, 790)
        pen.line(XS[0], 700, XS[-1], 700)
        pen.line(XS[0], 730, XS[-1], 730)
        pen.line(XS[1], 760, XS[-1], 760)
        pen.line(XS[1], 790, XS[-1], 790)
        pen.words(XS, (700, 730, 760), [["a", "b", "c"], ["Theme", "e", "f"], ["", "h", "i"]])

    (table,) = read(page).tables
    assert (2, 1, 2, 1, "Theme") in spans(table)
    assert len(spans(table)) == 8


def test_rules_of_one_direction_make_no_grid() -> None:
    def page(pen: Pen) -> None:
        for y in range(100, 400, 30):
            pen.line(50, y, 500, y)
            pen.text(54, y + 12, "Council Tax collected")
            pen.text(300, y + 12, "97.0%")

    reading = read(page)
    assert reading.tables == ()
    assert [line.text for line in reading.lines[:2]] == ["Council Tax collected", "97.0%"]


def test_words_far_apart_in_one_cell_raise_a_doubt() -> None:
    """A frame with level rules only reads as one column: that is said, not hidden."""

    def page(pen: Pen) -> None:
        pen.rules((50, 500), (100, 130, 160))
        for y in (112, 142):
            for x, word in ((54, "BV9"), (154, "97.0%"), (354, "98.1%")):
                pen.text(x, y, word)

    reading = read(page)
    assert [doubt.kind for doubt in reading.doubts] == ["columns", "columns"]


def test_rounded_frames_are_no_tables() -> None:
    def page(pen: Pen) -> None:
        pen.canvas.roundRect(50, HIGH - 300, 300, 200, 12)
        pen.text(60, 200, "Note")

    assert read(page).tables == ()


def test_a_drawing_of_very_many_rules_is_left_soon() -> None:
    level = [Rule(True, 0.11 * at, 0, 600, 0.1) for at in range(7000)]
    upright = [Rule(False, 0.13 * at, 0, 800, 0.1) for at in range(4000)]
    for grid in find_grids(level + upright, SETTINGS):
        assert len(grid.cells) < 100_000


def test_open_ends_are_told_from_closed_ones() -> None:
    xs, ys = (50.0, 150.0, 250.0), (100.0, 130.0, 160.0)
    (closed,) = find_grids(grid_rules(xs, ys), SETTINGS)
    assert (closed.open_top, closed.open_bottom) == (False, False)
    longer = [
        rule if rule.level else rule._replace(end=rule.end + 25) for rule in grid_rules(xs, ys)
    ]
    (below,) = find_grids(longer, SETTINGS)
    assert (below.open_top, below.open_bottom) == (False, True)
    assert below.box.y1 == 185


@st.composite
def pieces(draw: st.DrawFn) -> list[Rule]:
    """Rules on a lattice, some pieces missing and some too long or short."""
    xs = [30.0 * at for at in range(draw(st.integers(2, 6)))]
    ys = [20.0 * at for at in range(draw(st.integers(2, 6)))]
    aside = st.sampled_from((0.0, 0.0, 0.0, 0.25, -0.5, 2.0))
    rules: list[Rule] = []
    for x in xs:
        for top, bottom in pairwise(ys):
            if draw(st.booleans()):
                rules.append(Rule(False, x, top + draw(aside), bottom, 0.5))
    for y in ys:
        for left, right in pairwise(xs):
            if draw(st.integers(0, 3)):
                rules.append(Rule(True, y, left + draw(aside), right, 0.5))
    return rules


def _as_pdfplumbers(rule: Rule) -> dict[str, object]:
    _, at, start, end, _ = rule
    (x0, x1), (top, bottom) = ((start, end), (at, at)) if rule.level else ((at, at), (start, end))
    return {
        "orientation": "h" if rule.level else "v",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _rounded(tables: Iterable[Iterable[tuple[float, ...]]]) -> list[list[tuple[float, ...]]]:
    return [sorted(tuple(round(side, 6) for side in cell) for cell in table) for table in tables]


@settings(max_examples=150, deadline=None)
@given(pieces())
def test_tables_are_those_that_pdfplumber_finds(rules: list[Rule]) -> None:
    snap, reach = SETTINGS.snap, SETTINGS.reach
    upright, level = (
        edges.merge_edges([rule for rule in rules if rule.level is side], snap, reach)
        for side in (False, True)
    )
    cells = corners.cells_between(edges.meet(upright, level, reach))
    merged = pdfplumbers.merge_edges(list(map(_as_pdfplumbers, rules)), snap, snap, reach, reach)
    meetings = pdfplumbers.edges_to_intersections(merged, x_tolerance=reach, y_tolerance=reach)
    theirs = pdfplumbers.intersections_to_cells(meetings)
    assert cells is not None
    assert _rounded([cells]) == _rounded([theirs])
    assert _rounded(corners.tables_of(cells)) == _rounded(pdfplumbers.cells_to_tables(theirs))


@pytest.mark.parametrize("with_table", [True, False])
def test_a_frame_round_the_page_takes_no_text(with_table: bool) -> None:
    def page(pen: Pen) -> None:
        pen.rect(14, 14, 586, 786)
        pen.text(60, 60, "Ashbourne Council")
        if with_table:
            pen.table((60, 200, 300), (100, 120, 140), [["Code", "Result"], ["BV9", "97%"]])

    reading = read(page)
    assert [line.text for line in reading.lines] == ["Ashbourne Council"]
    assert [texts(table) for table in reading.tables] == (
        [[["Code", "Result"], ["BV9", "97%"]]] if with_table else []
    )

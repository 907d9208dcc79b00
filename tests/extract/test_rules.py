"""Ruling lines, however they are drawn, and lines that are none."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from crossfoot.extract.rules import Rule, with_dashes_joined
from crossfoot.schema.page import Box

from .drawn_pages import HIGH, Draw, Pen, read, texts

XS, YS = (50, 150, 250, 400), (100, 130, 160, 190)
WORDS = [["Code", "Title", "Progress"], ["FP1922_01", "Accounts", "50%"], ["FP1922_02", "Tax", ""]]
Bars = list[tuple[float, float, float, float]]


def bars(width: float) -> Bars:
    """The rules of the grid as bars with a thickness."""
    half = width / 2
    upright = [(x - half, YS[0] - half, x + half, YS[-1] + half) for x in XS]
    level = [(XS[0] - half, y - half, XS[-1] + half, y + half) for y in YS]
    return upright + level


def filled_bars(pen: Pen) -> None:
    for bar in bars(0.5):
        pen.rect(*bar, fill="#000000", width=None)


def one_path_of_bars(pen: Pen) -> None:
    path = pen.canvas.beginPath()
    for x0, y0, x1, y1 in bars(1):
        path.rect(x0, HIGH - y1, x1 - x0, y1 - y0)
    pen.canvas.drawPath(path, stroke=0, fill=1)


def mitred(pen: Pen) -> None:
    """Each side of each cell a trapezoid, as browsers draw borders."""
    w = 1.0
    for left, right in pairwise(XS):
        for top, bottom in pairwise(YS):
            outer = [(left, top), (right, top), (right, bottom), (left, bottom)]
            inner = [
                (left + w, top + w),
                (right - w, top + w),
                (right - w, bottom - w),
                (left + w, bottom - w),
            ]
            for at in range(4):
                path = pen.canvas.beginPath()
                corners = (outer[at], outer[(at + 1) % 4], inner[(at + 1) % 4], inner[at])
                path.moveTo(corners[0][0], HIGH - corners[0][1])
                for x, y in corners[1:]:
                    path.lineTo(x, HIGH - y)
                path.close()
                pen.canvas.drawPath(path, stroke=0, fill=1)


def frames(pen: Pen) -> None:
    """Each cell a filled rectangle with a rectangular hole."""
    for left, right in pairwise(XS):
        for top, bottom in pairwise(YS):
            path = pen.canvas.beginPath()
            path.rect(left + 1, HIGH - bottom + 1, right - left - 2, bottom - top - 2)
            path.rect(left, HIGH - bottom, right - left, bottom - top)
            pen.canvas.drawPath(path, stroke=0, fill=1, fillMode=0)


def each_cell_stroked(pen: Pen) -> None:
    for left, right in pairwise(XS):
        for top, bottom in pairwise(YS):
            pen.rect(left, top, right, bottom)


def each_cell_stroked_apart(pen: Pen) -> None:
    for left, right in pairwise(XS):
        for top, bottom in pairwise(YS):
            pen.rect(left + 1, top + 1, right - 1, bottom - 1)


def doubled(pen: Pen) -> None:
    for away in (-1, 1):
        pen.rules([x + away for x in XS], [y + away for y in YS], 0.5)


def stroked(width: float) -> Draw:
    return lambda pen: pen.rules(XS, YS, width)


def dashes(length: float, gap: float) -> Draw:
    def draw(pen: Pen) -> None:
        pen.canvas.setDash(length, gap)
        pen.rules(XS, YS)
        pen.canvas.setDash()

    return draw


def small_marks(length: float, gap: float, thick: float, round_dots: bool = False) -> Draw:
    """Dashes or dots drawn one by one, each a filled mark."""

    def draw(pen: Pen) -> None:
        for x0, y0, x1, y1 in bars(thick):
            level = x1 - x0 > y1 - y0
            start, end = (x0, x1) if level else (y0, y1)
            place = start
            while place < end:
                box = (place, y0, place + length, y1) if level else (x0, place, x1, place + length)
                if round_dots:
                    pen.canvas.circle(box[0] + 0.5, HIGH - box[1] - 0.5, 0.5, stroke=0, fill=1)
                else:
                    pen.rect(*box, fill="#000000", width=None)
                place += length + gap

    return draw


def cell_by_cell(length: float, gap: float, thick: float, shift: float = 0.0) -> Draw:
    """Each cell draws its own dashed border, as browsers do: borders between cells come twice."""

    def side(pen: Pen, level: bool, at: float, ends: tuple[float, float]) -> None:
        place = ends[0]
        while place < ends[1]:
            end = min(place + length, ends[1])
            box = (place, at, end, at + thick) if level else (at, place, at + thick, end)
            pen.rect(*box, fill="#000000", width=None)
            place += length + gap

    def draw(pen: Pen) -> None:
        for left, right in pairwise(XS):
            for top, bottom in pairwise(YS):
                for level, at, ends in (
                    (True, top, (left, right)),
                    (True, bottom, (left + shift, right)),
                    (False, left, (top, bottom)),
                    (False, right, (top + shift, bottom)),
                ):
                    side(pen, level, at, ends)

    return draw


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(stroked(0.1), id="hairlines"),
        pytest.param(stroked(2), id="two points"),
        pytest.param(stroked(4.5), id="four and a half points"),
        pytest.param(filled_bars, id="filled bars"),
        pytest.param(one_path_of_bars, id="one path of many rectangles"),
        pytest.param(mitred, id="mitred polygons"),
        pytest.param(frames, id="frames"),
        pytest.param(each_cell_stroked, id="a rectangle for each cell"),
        pytest.param(each_cell_stroked_apart, id="rectangles with gaps"),
        pytest.param(doubled, id="double borders"),
        pytest.param(dashes(3, 2), id="dashed strokes"),
        pytest.param(small_marks(2.25, 1.5, 0.75), id="dashes as small fills"),
        pytest.param(small_marks(4.5, 3.2, 1.5), id="long dashes as fills"),
        pytest.param(small_marks(1, 1, 1), id="square dots"),
        pytest.param(cell_by_cell(2.25, 1.5, 0.75), id="dashes printed twice"),
        pytest.param(cell_by_cell(2.25, 1.5, 0.75, shift=1), id="dashes over other dashes"),
        pytest.param(cell_by_cell(4.5, 5.9, 1.5), id="three dashes in a low row"),
        pytest.param(cell_by_cell(1, 1, 1), id="dots printed twice"),
        pytest.param(small_marks(1, 1, 1, round_dots=True), id="round dots"),
    ],
)
def test_a_grid_is_read_however_its_rules_are_drawn(draw: Draw) -> None:
    def page(pen: Pen) -> None:
        draw(pen)
        pen.words(XS, YS, WORDS)

    (table,) = read(page).tables
    assert texts(table) == WORDS
    for cell in (cell for row in table.rows for cell in row.cells):
        box = cell.first.box
        assert abs(box.x0 - XS[cell.col_no - 1]) <= 1.6 and abs(box.x1 - XS[cell.col_no]) <= 1.6


def underline(pen: Pen, x: float, y: float, text: str, below: float) -> None:
    end = x + pen.canvas.stringWidth(text, "Helvetica", 10)
    pen.line(x, y + below, end, y + below, 0.6)


def test_an_underline_that_takes_the_blank_at_the_line_end_does_not_split_a_cell() -> None:
    def page(pen: Pen) -> None:
        wide = pen.canvas.stringWidth("Council Tax collected ", "Helvetica", 10)
        pen.rules((50, 51 + wide, 400), (100, 140, 180))
        for at, text in enumerate(("Council Tax collected ", "in the year")):
            pen.text(51, 112 + 12 * at, text)
            underline(pen, 51, 112 + 12 * at, text, 1.2)
        pen.text(300, 112, "97.0%")

    (table,) = read(page).tables
    assert texts(table)[0] == ["Council Tax collected in the year", "97.0%"]


@pytest.mark.parametrize("below", [1.2, -2.8], ids=["underlined", "struck out"])
def test_a_line_under_or_through_words_that_fill_a_cell_does_not_split_it(below: float) -> None:
    def page(pen: Pen) -> None:
        text = "Council Tax collected (BV9)"
        wide = pen.canvas.stringWidth(text, "Helvetica", 10)
        pen.rules((50, 52 + wide + 1.2, 400), (100, 140, 180))
        for at in range(2):
            pen.text(51.2, 112 + 12 * at, text)
            underline(pen, 51.2, 112 + 12 * at, text, below)
        pen.text(300, 112, "97.0%")
        pen.text(300, 160, "97.5%")

    (table,) = read(page).tables
    assert texts(table) == [["Council Tax collected (BV9) Council Tax collected (BV9)", "97.0%"],
                            ["", "97.5%"]]  # fmt: skip


def test_a_border_close_under_words_is_still_a_border() -> None:
    def page(pen: Pen) -> None:
        wide = pen.canvas.stringWidth("Tax collected", "Helvetica", 10)
        xs = (50, 50 + wide, 300)
        pen.rules(xs, (100, 110.5, 121))
        pen.text(50, 109, "Tax collected")
        pen.text(50, 119.5, "Rent")
        pen.text(xs[1] + 1, 109, "97%")

    (table,) = read(page).tables
    assert texts(table) == [["Tax collected", "97%"], ["Rent", ""]]


def test_a_thin_bar_inside_a_cell_does_not_split_it() -> None:
    def page(pen: Pen) -> None:
        pen.table(XS, YS, WORDS)
        pen.rect(260, 150, 325, 152, fill="#00aa00", width=None)

    (table,) = read(page).tables
    assert texts(table) == WORDS


def rule(level: bool) -> Callable[[float, float], Rule]:
    return lambda start, end: Rule(level, 100.0, start, end, 0.5)


@pytest.mark.parametrize("level", [True, False])
def test_dashes_at_even_distances_become_one_rule(level: bool) -> None:
    make = rule(level)
    pieces = [make(10 + 5 * at, 13 + 5 * at) for at in range(10)]
    assert with_dashes_joined(pieces, []) == [Rule(level, 100.0, 10, 58, 0.5)]


def test_a_few_marks_or_marks_far_apart_stay_what_they_are() -> None:
    make = rule(True)
    few = [make(10, 13), make(15, 18)]
    far = [make(100 * at, 100 * at + 3) for at in range(6)]
    assert sorted(with_dashes_joined(few + far, [])) == sorted(few + far)


def test_lone_dots_are_no_rules() -> None:
    dots = [Box(50 * at, 100, 50 * at + 1, 101) for at in range(6)]
    assert with_dashes_joined([], dots) == []


@pytest.mark.parametrize("level", [True, False])
def test_two_lines_hardly_apart_are_two_rules_though_drawn_in_pieces(level: bool) -> None:
    """Three lines of dashes, the second as near to the first as to the third."""
    pieces = [
        Rule(level, at, y, y + 9, 0.7)
        for at, top in ((100.0, 10), (100.3, 200), (100.5, 20))
        for y in range(top, top + 50, 10)
    ]
    joined = with_dashes_joined(pieces, [])
    assert sorted((rule.start, rule.end) for rule in joined) == [(10, 59), (20, 69), (200, 249)]

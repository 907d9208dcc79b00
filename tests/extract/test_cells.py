"""What stands in a cell besides its text: fills, drawn shapes, swatches."""

from __future__ import annotations

import pytest

from crossfoot.schema.page import Cell

from .drawn_pages import HIGH, Draw, Pen, read, texts

XS, YS = (50, 150, 250, 350), (100, 140, 180)
WORDS = [["a", "b", "c"], ["d", "e", "f"]]
GREEN, RED = "#00aa00", "#cc0000"


def cells_of(before: Draw, after: Draw = lambda _: None) -> list[Cell]:
    """The six cells of a table drawn over *before* and under *after*."""

    def page(pen: Pen) -> None:
        before(pen)
        pen.table(XS, YS, WORDS)
        after(pen)

    (table,) = read(page).tables
    assert texts(table) == WORDS
    return [cell for row in table.rows for cell in row.cells]


def test_the_fill_behind_a_cell() -> None:
    cells = cells_of(lambda pen: pen.rect(150, 100, 250, 140, fill=GREEN, width=None))
    assert [cell.fill for cell in cells] == [None, GREEN, None, None, None, None]


def test_a_fill_behind_a_row_is_the_fill_of_each_cell() -> None:
    cells = cells_of(lambda pen: pen.rect(50, 140, 350, 180, fill=RED, width=None))
    assert [cell.fill for cell in cells] == [None] * 3 + [RED] * 3


def test_the_topmost_fill_counts_and_white_is_none() -> None:
    def before(pen: Pen) -> None:
        pen.rect(50, 100, 350, 180, fill=RED, width=None)
        pen.rect(50, 100, 150, 140, fill=GREEN, width=None)
        pen.rect(150, 100, 250, 140, fill="#ffffff", width=None)

    assert [cell.fill for cell in cells_of(before)] == [GREEN, None, RED, RED, RED, RED]


def test_a_fill_of_the_whole_page_clipped_to_a_cell() -> None:
    def before(pen: Pen) -> None:
        canvas = pen.canvas
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(150, HIGH - 140, 100, 40)
        canvas.clipPath(clip, stroke=0)
        pen.rect(0, 0, 600, 800, fill=GREEN, width=None)
        canvas.restoreState()

    assert [cell.fill for cell in cells_of(before)] == [None, GREEN, None, None, None, None]


def test_a_fill_clipped_to_two_cells_at_once() -> None:
    """One clip path shows all that its parts enclose."""

    def before(pen: Pen) -> None:
        canvas = pen.canvas
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(50, HIGH - 140, 100, 40)
        clip.rect(150, HIGH - 140, 100, 40)
        canvas.clipPath(clip, stroke=0)
        pen.rect(50, 100, 250, 140, fill=GREEN, width=None)
        canvas.restoreState()

    assert [cell.fill for cell in cells_of(before)] == [GREEN, GREEN, None, None, None, None]


@pytest.mark.parametrize("high", [11, 20, 39])
def test_a_highlight_behind_words_does_not_split_the_row(high: int) -> None:
    cells = cells_of(lambda pen: pen.rect(53, 101, 62, 100 + high, fill="#ffff00", width=None))
    assert cells[0].fill is None


def test_a_bar_across_a_cell_is_no_rule() -> None:
    """A month chart's bar reaches from side to side and is thicker than any rule."""
    cells = cells_of(lambda pen: pen.rect(150, 118, 350, 126, fill=GREEN, width=None))
    assert len(cells) == 6


def test_a_swatch_in_a_cell_is_a_symbol_named_by_its_colour() -> None:
    cells = cells_of(lambda pen: pen.rect(180, 110, 190, 120, fill=RED, width=None))
    assert [cell.symbols for cell in cells] == [(), (f"fill:{RED}",), (), (), (), ()]


def disc(x: float, y: float, colour: str, radius: float = 6) -> Draw:
    def draw(pen: Pen) -> None:
        pen.canvas.setFillColor(colour)
        pen.canvas.circle(x, HIGH - y, radius, stroke=0, fill=1)
        pen.canvas.setFillColor("black")

    return draw


def triangle(x: float, y: float, colour: str) -> Draw:
    def draw(pen: Pen) -> None:
        path = pen.canvas.beginPath()
        path.moveTo(x, HIGH - y)
        path.lineTo(x + 12, HIGH - y)
        path.lineTo(x + 6, HIGH - y + 11)
        path.close()
        pen.canvas.setFillColor(colour)
        pen.canvas.drawPath(path, stroke=0, fill=1)
        pen.canvas.setFillColor("black")

    return draw


def all_of(*draws: Draw) -> Draw:
    def draw(pen: Pen) -> None:
        for one in draws:
            one(pen)

    return draw


def test_drawn_icons_are_told_by_form_and_colour_wherever_they_stand() -> None:
    cells = cells_of(
        lambda _: None,
        all_of(
            disc(100, 120, GREEN),
            disc(200, 120, RED),
            disc(320, 125, GREEN, radius=9),
            triangle(100, 165, GREEN),
            triangle(200, 160, GREEN),
        ),
    )
    names = [cell.symbols for cell in cells]
    assert all(len(name) == 1 for name in names[:5]) and names[5] == ()
    assert names[0] == names[2] and names[3] == names[4]
    assert len({names[0], names[1], names[3]}) == 3


def test_the_parts_of_a_drawn_icon_are_one_symbol() -> None:
    def tick(pen: Pen) -> None:
        path = pen.canvas.beginPath()
        path.moveTo(96, HIGH - 120)
        path.curveTo(97, HIGH - 121, 98, HIGH - 123, 99, HIGH - 124)
        path.lineTo(104, HIGH - 116)
        pen.canvas.drawPath(path, stroke=1, fill=0)

    cells = cells_of(lambda _: None, all_of(disc(100, 120, GREEN), tick))
    assert [len(cell.symbols) for cell in cells] == [1, 0, 0, 0, 0, 0]


def test_symbols_of_a_cell_are_read_left_to_right() -> None:
    cells = cells_of(lambda _: None, all_of(disc(130, 120, RED), disc(90, 120, GREEN)))
    alone = cells_of(lambda _: None, disc(90, 120, GREEN))
    assert len(cells[0].symbols) == 2 and cells[0].symbols[0] == alone[0].symbols[0]


def test_a_legend_in_prose_carries_its_symbols() -> None:
    def page(pen: Pen) -> None:
        disc(56, 96, GREEN)(pen)
        pen.text(70, 100, "On target")
        disc(256, 96, RED)(pen)
        pen.text(270, 100, "Below target")

    first, second = read(page).lines
    assert (first.text, second.text) == ("On target", "Below target")
    assert len(first.symbols) == len(second.symbols) == 1
    assert first.symbols != second.symbols


def test_a_table_of_colours_alone_is_kept() -> None:
    def page(pen: Pen) -> None:
        pen.rules(XS, YS)
        disc(100, 120, GREEN)(pen)

    (table,) = read(page).tables
    assert len(table.rows[0].cells[0].symbols) == 1


def test_columns_without_rules_between_their_rows_raise_a_doubt() -> None:
    def page(pen: Pen) -> None:
        pen.rules((50, 150, 250, 350), (100, 220))
        for at in range(6):
            for x, word in ((54, "BV"), (154, "Title"), (254, "9")):
                pen.text(x, 115 + 15 * at, f"{word}{at}")

    assert {doubt.kind for doubt in read(page).doubts} == {"rows"}


def test_cells_that_do_not_touch_raise_a_doubt() -> None:
    def page(pen: Pen) -> None:
        for left in (50, 160, 270):
            for top in (100, 140):
                pen.rect(left, top, left + 100, top + 30)
                pen.text(left + 4, top + 12, "word")

    assert [doubt.kind for doubt in read(page).doubts] == ["boxes"]

"""Tables turned on their page, or on a page stored sideways, are read row by row."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
import pytest

from .drawn_pages import HIGH, WIDE, Draw, Pen, pdf, read, read_bytes, spans, texts

XS, YS = (50, 200, 300, 400, 540), (240, 280, 320, 360)
ROWS = [["Code", "Q1", "Q2", "Note"], ["BV8", "98.5%", "97.0%", "Fine"], ["BV9", "381", "", "two"]]


def table(pen: Pen) -> None:
    pen.table(XS, YS, ROWS)


def turned(draw: Draw, angle: float) -> Draw:
    """What *draw* draws, turned about the middle of the page."""

    def page(pen: Pen) -> None:
        pen.canvas.translate(WIDE / 2, HIGH / 2)
        pen.canvas.rotate(angle)
        pen.canvas.translate(-WIDE / 2, -HIGH / 2)
        draw(pen)

    return page


def changed(data: bytes, change: Callable[[pypdfium2.PdfPage], object]) -> bytes:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        change(page)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("angle", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_rows_follow_the_print_however_the_page_is_stored(
    angle: float, rotation: int, cropped: bool
) -> None:
    def store(page: pypdfium2.PdfPage) -> None:
        page.set_rotation(rotation)
        if cropped:
            page.set_cropbox(20, 30, WIDE - 10, HIGH - 40)

    reading = read_bytes(changed(pdf(turned(table, angle)), store))
    (one,) = reading.tables
    assert texts(one) == ROWS
    assert not reading.doubts


@pytest.mark.parametrize("angle", [90, 270])
def test_boxes_can_be_put_back_where_they_are_displayed(angle: float) -> None:
    reading = read(turned(table, angle))
    box = reading.turned[0].displayed(reading.tables[0].rows[1].cells[1].first.box)
    across, down = 200 - WIDE / 2, 280 - HIGH / 2  # the cell's top left corner, from the middle
    corner = (down, -across) if angle == 90 else (-down, across)
    assert min(abs(box.x0 - WIDE / 2 - corner[0]), abs(box.x1 - WIDE / 2 - corner[0])) < 0.5
    assert min(abs(box.y0 - HIGH / 2 - corner[1]), abs(box.y1 - HIGH / 2 - corner[1])) < 0.5
    assert (round(box.x1 - box.x0), round(box.y1 - box.y0)) == (40, 100)


def test_merged_cells_of_a_turned_table() -> None:
    def merged(pen: Pen) -> None:
        pen.rules((50, 150, 250, 350), (280, 320, 360))
        pen.rect(50, 240, 350, 280)
        pen.text(54, 252, "Finance")
        pen.words((50, 150, 250), (280, 320), [["BV8", "98.5%", "97%"], ["BV9", "1", "2"]])

    (one,) = read(turned(merged, 90)).tables
    assert spans(one) == spans(read(merged).tables[0])


def test_a_turned_table_on_a_page_of_level_prose() -> None:
    def page(pen: Pen) -> None:
        for at in range(6):
            pen.text(50, 60 + 14 * at, "This report tells the committee how services performed.")
        pen.canvas.translate(300, 60)
        pen.canvas.rotate(90)
        pen.canvas.translate(-40, 300 - HIGH)
        table(pen)

    reading = read(page)
    assert texts(reading.tables[0]) == ROWS
    assert len(reading.lines) == 6


def test_a_page_of_level_prose_is_not_turned_for_its_table() -> None:
    def page(pen: Pen) -> None:
        pen.text(50, 60, "This report tells the committee how services performed.")
        pen.canvas.rotate(90)
        pen.canvas.translate(60, -HIGH)
        table(pen)

    reading = read(page)
    assert not reading.turned


def test_a_sideways_page_without_rules_is_read_with_its_lines() -> None:
    def page(pen: Pen) -> None:
        pen.text(50, 220, "Legal Services")
        for at, row in enumerate(("Ref Outturn Target", "BV8 98.5% 97.0%", "BV9 38.1% 40.0%")):
            for x, word in zip((60, 250, 400), row.split(), strict=True):
                pen.text(x, 260 + 20 * at, word)

    upright, sideways = read(page), read(turned(page, 90))
    assert list(map(texts, sideways.tables)) == list(map(texts, upright.tables))
    assert [line.text for line in sideways.lines] == [line.text for line in upright.lines]
    assert texts(upright.tables[0])[1] == ["BV8", "98.5%", "97.0%"]


def test_upright_headings_do_not_turn_their_table() -> None:
    def page(pen: Pen) -> None:
        pen.rules(XS, (60, 140, 180, 220))
        pen.words(XS, (140, 180), ROWS[1:])
        for x, word in zip(XS, ROWS[0], strict=False):
            pen.canvas.saveState()
            pen.canvas.translate(x + 20, HIGH - 130)
            pen.canvas.rotate(90)
            pen.canvas.drawString(0, 0, f"{word} 2019/20")
            pen.canvas.restoreState()

    (one,) = read(page).tables
    assert texts(one) == [[f"{word} 2019/20" for word in ROWS[0]], *ROWS[1:]]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_table_over_turned_pages_is_one(angle: float) -> None:
    more = [ROWS[0], ["BV10", "1%", "2%", "Third"], ["BV11", "3%", "4%", "Fourth"]]
    reading = read(turned(table, angle), turned(lambda pen: pen.table(XS, YS, more), angle))
    (one,) = reading.tables
    assert texts(one) == [*ROWS, *more]
    assert [row.repeats_heading for row in one.rows] == [False] * 3 + [True, False, False]


def test_a_heading_above_a_turned_table_parts_it_from_the_page_before() -> None:
    def second(pen: Pen) -> None:
        pen.text(50, 220, "Legal Services")
        table(pen)

    assert len(read(turned(table, 90), turned(second, 90)).tables) == 2

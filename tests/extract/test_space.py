"""Coordinates: what is said to stand in a box is seen there when the page is rendered."""

from __future__ import annotations

import pypdfium2
import pytest
from PIL import Image, ImageChops
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from crossfoot.extract.space import Matrix
from crossfoot.schema.page import Box, Reading

from .drawn_pages import HIGH, WIDE, Pen, pdf, read_bytes

SCALE = 3
XS, YS = (150, 230, 330), (200, 240, 300)
COLOURS = {
    "Alpha": (1, 0, 0),
    "Bravo": (0, 1, 0),
    "Charlie": (0, 0, 1),
    "Delta": (1, 0, 1),
}


def coloured_table(pen: Pen) -> None:
    """Four cells, each with its word in a colour of its own."""
    pen.rules(XS, YS)
    for at, (word, colour) in enumerate(COLOURS.items()):
        pen.colour(Color(*colour))
        pen.text(XS[at % 2] + 5, YS[at // 2] + 15, word)


def ink(image: Image.Image, colour: tuple[float, float, float]) -> Box:
    """The box around the pixels of about a colour, in points."""
    want = tuple(round(255 * channel) for channel in colour)
    away = ImageChops.difference(image.convert("RGB"), Image.new("RGB", image.size, want))
    near = [band.point(lambda value: 255 * (value < 110)) for band in away.split()]
    found = ImageChops.darker(ImageChops.darker(near[0], near[1]), near[2]).getbbox()
    assert found, "the word is not seen"
    return Box(*(pixel / SCALE for pixel in found))


def assert_ink_in_its_cells(data: bytes) -> Reading:
    """Every word's ink lies in the box of the cell that is read to hold it."""
    reading = read_bytes(data)
    document = pypdfium2.PdfDocument(data)
    image = document[0].render(scale=SCALE).to_pil()
    document.close()
    (table,) = reading.tables
    cells = {cell.text: cell.first.box for row in table.rows for cell in row.cells}
    for page in reading.turned:
        cells = {word: page.displayed(box) for word, box in cells.items()}
    assert set(cells) == set(COLOURS)
    for word, colour in COLOURS.items():
        seen, box = ink(image, colour), cells[word]
        assert box.x0 <= seen.x0 and seen.x1 <= box.x1, word
        assert box.y0 <= seen.y0 and seen.y1 <= box.y1, word
    return reading


def test_upright_page() -> None:
    reading = assert_ink_in_its_cells(pdf(coloured_table))
    (table,) = reading.tables
    assert table.bounds == ((1, Box(150, 200, 330, 300)),)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_page(turn: int) -> None:
    def page(pen: Pen) -> None:
        pen.canvas.setPageRotation(turn)
        coloured_table(pen)

    assert_ink_in_its_cells(pdf(page))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_crop_box_with_an_origin(turn: int) -> None:
    def page(pen: Pen) -> None:
        pen.canvas.setCropBox((100, 400, 520, 700))
        pen.canvas.setPageRotation(turn)
        coloured_table(pen)

    assert_ink_in_its_cells(pdf(page))


def form(canvas: Canvas, name: str) -> None:
    canvas.beginForm(name, 0, 0, WIDE, HIGH)
    coloured_table(Pen(canvas))
    canvas.endForm()


def test_form_with_a_matrix() -> None:
    def page(pen: Pen) -> None:
        form(pen.canvas, "table")
        pen.canvas.translate(120, -90)
        pen.canvas.scale(0.8, 0.8)
        pen.canvas.doForm("table")

    assert_ink_in_its_cells(pdf(page))


def test_forms_in_forms_with_matrices_on_a_turned_page() -> None:
    def page(pen: Pen) -> None:
        canvas = pen.canvas
        form(canvas, "inner")
        canvas.beginForm("outer", 0, 0, WIDE, HIGH)
        canvas.scale(0.7, 0.9)
        canvas.translate(60, 80)
        canvas.doForm("inner")
        canvas.endForm()
        canvas.setPageRotation(90)
        canvas.translate(-30, -60)
        canvas.doForm("outer")

    assert_ink_in_its_cells(pdf(page))


def test_text_turned_with_its_table_reads_level_where_the_page_is_turned_back() -> None:
    def page(pen: Pen) -> None:
        pen.canvas.setPageRotation(90)
        pen.canvas.translate(WIDE, 0)
        pen.canvas.rotate(90)
        pen.canvas.translate(0, -200)
        coloured_table(pen)

    assert_ink_in_its_cells(pdf(page))


def test_matrices_compose_inner_first() -> None:
    inner, outer = Matrix(2, 0, 0, 2, 10, 0), Matrix(0, 1, -1, 0, 5, 5)
    x, y = inner.point(3, 4)
    assert inner.then(outer).point(3, 4) == outer.point(x, y)
    assert inner.scale == 2 and outer.scale == 1

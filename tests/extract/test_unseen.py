"""Text that nobody sees on the page is not read, and that is said."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from crossfoot.schema.page import Reading

from .drawn_pages import HIGH, WIDE, Draw, Pen, pdf, read, read_bytes, texts

XS, YS = (50, 200, 300, 400), (50, 90, 130)
PHOTO = ImageReader(Image.effect_noise((60, 80), 90).convert("RGB"))


def table(pen: Pen) -> None:
    pen.table(XS, YS, [["Code", "Q1", "Note"], ["BV8", "", "As stated"]])


def text(
    where: tuple[float, float] = (204, 102),
    colour: str = "#000000",
    mode: int = 0,
    alpha: float = 1.0,
) -> Draw:
    def draw(pen: Pen) -> None:
        pen.canvas.saveState()
        writer = pen.canvas.beginText(where[0], HIGH - where[1])
        writer.setFont("Helvetica", 10)
        writer.setTextRenderMode(mode)
        writer.setFillColor(HexColor(colour).clone(alpha=alpha))
        writer.textLine("98.5%")
        pen.canvas.drawText(writer)
        pen.canvas.restoreState()

    return draw


def on(*draws: Draw) -> Reading:
    return read(lambda pen: [draw(pen) for draw in draws])


def kinds(reading: Reading) -> list[tuple[str, str]]:
    return [(doubt.kind, doubt.severity) for doubt in reading.doubts]


def fill(colour: str) -> Draw:
    return lambda pen: pen.rect(200, 90, 300, 130, fill=colour, width=None)


def gradient(pen: Pen) -> None:
    pen.canvas.saveState()
    pen.canvas.linearGradient(200, 0, 300, 0, [HexColor("#003366"), HexColor("#336699")])
    pen.canvas.restoreState()
    table(pen)


def clipped(x: float, wide: float) -> Draw:
    def draw(pen: Pen) -> None:
        pen.canvas.saveState()
        frame = pen.canvas.beginPath()
        frame.rect(x, HIGH - 130, wide, 40)
        pen.canvas.clipPath(frame, stroke=0, fill=0)
        text()(pen)
        pen.canvas.restoreState()

    return draw


UNSEEN = [
    pytest.param((text(mode=3),), id="not painted"),
    pytest.param((text(mode=7),), id="a clip only"),
    pytest.param((text(alpha=0),), id="clear"),
    pytest.param((text(colour="#ffffff"),), id="white on paper"),
    pytest.param((clipped(50, 100),), id="clipped away"),
    pytest.param((fill("#ffffff"), text(colour="#fdfdfd")), id="nearly white on white"),
    pytest.param((fill("#cc0000"), fill("#ffffff"), text(colour="#ffffff")), id="over colour"),
]
SEEN = [
    pytest.param((text(mode=1),), id="outlined"),
    pytest.param((clipped(201, 60),), id="within a clip"),
    pytest.param((text(mode=2, colour="#ffffff"),), id="white with an outline"),
    pytest.param((fill("#003366"), text(colour="#ffffff")), id="white on colour"),
    pytest.param((text(colour="#eeeeee"),), id="pale grey"),
    pytest.param(
        (lambda pen: pen.canvas.drawImage(PHOTO, 200, HIGH - 130, 100, 40), text(colour="#ffffff")),
        id="white on a picture",
    ),
    pytest.param(
        (
            gradient,
            text(colour="#ffffff"),
        ),
        id="white on a gradient",
    ),
]


@pytest.mark.parametrize("draws", UNSEEN)
def test_what_is_not_seen_is_left_out_of_its_cell(draws: tuple[Draw, ...]) -> None:
    reading = on(table, *draws)
    assert texts(reading.tables[0])[1] == ["BV8", "", "As stated"]
    assert kinds(reading) == [("unseen", "warning")]
    (doubt,) = reading.doubts
    assert "98.5%" in doubt.message
    assert (doubt.page, round(doubt.box.x0)) == (1, 204)


@pytest.mark.parametrize("draws", SEEN)
def test_what_is_seen_is_read(draws: tuple[Draw, ...]) -> None:
    reading = on(table, *draws)
    assert texts(reading.tables[0])[1] == ["BV8", "98.5%", "As stated"]
    assert not kinds(reading)


def test_a_figure_that_a_clip_cuts_off_is_read_with_a_doubt() -> None:
    reading = on(table, clipped(201, 12))
    assert texts(reading.tables[0])[1] == ["BV8", "98.5%", "As stated"]
    assert kinds(reading) == [("clipped", "warning")]


def test_what_is_not_seen_outside_tables_is_a_note_and_no_line() -> None:
    reading = on(table, text(where=(60, 300), colour="#ffffff"))
    assert reading.lines == ()
    assert kinds(reading) == [("unseen", "note")]


def test_white_words_beside_black_ones_in_one_word() -> None:
    """One run of letters, painted by two objects."""
    wide = 11.12

    def mixed(pen: Pen) -> None:
        pen.text(204, 102, "38")
        pen.colour(HexColor("#ffffff"))
        pen.text(204 + wide, 102, "1")
        pen.colour(HexColor("#000000"))

    reading = on(table, mixed)
    assert texts(reading.tables[0])[1][1] == "38"
    assert kinds(reading) == [("unseen", "warning")]


def test_many_lines_that_are_not_seen_are_told_of_at_once() -> None:
    reading = on(*(text(where=(60, 100 + 15 * at), mode=3) for at in range(30)))
    assert kinds(reading) == [("unseen", "note")]
    assert "30 lines" in reading.doubts[0].message


def test_text_laid_unseen_over_the_strips_of_a_scan_is_read_with_a_doubt() -> None:
    def strips(pen: Pen) -> None:
        for at in range(16):
            pen.canvas.drawImage(PHOTO, 0, at * 50, WIDE, 50)

    reading = on(strips, table, *(text(where=(60, 200 + 20 * at), mode=3) for at in range(8)))
    assert [line.text for line in reading.lines] == ["98.5%"] * 8
    assert ("recognised_text", "warning") in kinds(reading)


def test_text_beyond_the_crop_box_is_not_read() -> None:
    """A spread cut into two pages: each holds both halves."""
    source = pdf(
        lambda pen: (table(pen), text()(pen), pen.canvas.translate(420, 0), table(pen)),
        size=(WIDE, HIGH),
    )
    document = pypdfium2.PdfDocument(source)
    document[0].set_cropbox(0, 0, 302, HIGH)
    out = io.BytesIO()
    document.save(out)
    reading = read_bytes(out.getvalue())
    (one,) = reading.tables
    assert texts(one) == [["Code", "Q1", ""], ["BV8", "98.5%", ""]]
    assert ("beyond", "note") in kinds(reading)


def test_text_outside_the_frame_of_a_form_is_not_read() -> None:
    def page(pen: Pen) -> None:
        table(pen)
        pen.canvas.beginForm("inset", lowerx=0, lowery=HIGH - 120, upperx=250, uppery=HIGH)
        pen.canvas.drawString(204, HIGH - 102, "98.5%")
        pen.canvas.drawString(304, HIGH - 75, "77.7%")
        pen.canvas.endForm()
        pen.canvas.doForm("inset")

    reading = on(page)
    assert texts(reading.tables[0]) == [["Code", "Q1", "Note"], ["BV8", "98.5%", "As stated"]]
    assert kinds(reading) == [("unseen", "warning")]


def test_a_slice_of_a_line_in_a_clip_lower_than_the_line_is_read() -> None:
    """As producers paint them that cut a line into slices; the others are painted elsewhere."""

    def sliced(pen: Pen) -> None:
        pen.canvas.saveState()
        frame = pen.canvas.beginPath()
        frame.rect(200, HIGH - 104, 90, 0.4)
        pen.canvas.clipPath(frame, stroke=0, fill=0)
        pen.text(204, 102, "gyp")
        pen.canvas.restoreState()

    reading = on(table, sliced)
    assert texts(reading.tables[0])[1] == ["BV8", "gyp", "As stated"]
    assert not kinds(reading)

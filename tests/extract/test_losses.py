"""What may have been missed on a page is said."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from crossfoot.extract import corners, drawing, grid, losses, shapes
from crossfoot.extract.document import read_data
from crossfoot.extract.settings import ExtractSettings
from crossfoot.schema.page import Reading

from .drawn_pages import HIGH, WIDE, Pen, pdf_with_a_sign, read, read_bytes, texts

XS, YS = (50, 200, 300, 400), (50, 90, 130)
PHOTO = ImageReader(Image.effect_noise((60, 80), 90).convert("RGB"))


def picture(pen: Pen, share: float) -> None:
    pen.canvas.drawImage(PHOTO, 0, HIGH * (1 - share), WIDE, HIGH * share)


def kinds(reading: Reading) -> list[str]:
    return [doubt.kind for doubt in reading.doubts]


def test_a_scan_with_a_stamped_page_number_is_lost() -> None:
    def page(pen: Pen) -> None:
        picture(pen, 1.0)
        pen.text(280, 780, "Page 12")

    (lost,) = read(page).lost
    assert "a scan" in lost.reason


def test_a_page_whose_letters_are_numbers_of_another_font_is_lost() -> None:
    """Printed to PostScript and back "Tamworth" is "7DPZRUWK", and digits are no sign at all."""
    words = "Tamworth Borough Council Housing Management Report Rent arrears 98.5% Voids 97.1%"
    shifted = "".join(
        "$" if letter in " 0123456789.%" else chr(ord(letter) - 29) for letter in words
    )
    (lost,) = read_bytes(pdf_with_a_sign(shifted, "$", "FFFD")).lost
    assert "does not say which letters" in lost.reason


def test_a_page_whose_letters_are_dingbats_is_lost() -> None:
    (lost,) = read_bytes(pdf_with_a_sign("$$$$$$$TS " * 7, "$", "2702")).lost
    assert "does not say which letters" in lost.reason


def test_a_page_in_capitals_with_a_few_signs_that_have_no_letter_is_read() -> None:
    line = "TAMWORTH BOROUGH COUNCIL REPORT ON HOUSING$ RENT ARREARS AND VOIDS$ JULY 2019"
    assert not read_bytes(pdf_with_a_sign(line, "$", "FFFD")).lost


def test_a_page_whose_letters_are_drawn_is_lost_also_where_half_of_them_are_straight() -> None:
    def page(pen: Pen) -> None:
        for at in range(60):
            x, y = 50 + at % 20 * 12, 60 + at // 20 * 16
            pen.rect(x, y, x + 1, y + 10, fill="#000000", width=None)
            pen.canvas.circle(x + 6, HIGH - y - 7, 3, fill=1, stroke=0)

    (lost,) = read(page).lost
    assert "drawn as shapes" in lost.reason


def test_a_picture_that_may_be_a_table_raises_a_doubt_and_a_logo_does_not() -> None:
    def page(pen: Pen, share: float) -> None:
        picture(pen, share)
        for at in range(12):
            pen.text(60, 420 + 20 * at, "The Board is asked to note the report and its appendix.")

    assert kinds(read(lambda pen: page(pen, 0.4))) == ["picture"]
    assert kinds(read(lambda pen: page(pen, 0.05))) == []


def test_text_laid_unseen_under_a_scan_raises_a_doubt() -> None:
    def page(pen: Pen) -> None:
        picture(pen, 1.0)
        text = pen.canvas.beginText(50, 700)
        text.setTextRenderMode(3)
        for _ in range(5):
            text.textLine("BV9 Council Tax collected 98.5% 97.0%")
        pen.canvas.drawText(text)

    assert kinds(read(page)) == ["recognised_text"]


def test_figures_in_columns_without_any_rule_are_said_not_to_be_read() -> None:
    def page(pen: Pen) -> None:
        for at, name in enumerate(("BV8", "BV9", "BV10", "BV12")):
            for x, text in ((60, name), (200, "98.5%"), (300, "97.0%"), (400, "99%")):
                pen.text(x, 100 + 20 * at, text)

    assert kinds(read(page)) == ["unread_table"]


def test_figures_below_each_other_in_one_cell_raise_a_doubt() -> None:
    def page(pen: Pen) -> None:
        pen.rules(XS, YS)
        pen.words(XS, YS, [["Code", "Q1", "Note"], ["BV8", "98.5%\n97.0%", "Two\nlines"]])

    assert kinds(read(page)) == ["rows"]


def test_the_value_of_a_form_field_is_print_like_any() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDE, HIGH))
    pen = Pen(canvas)
    pen.rules(XS, YS)
    pen.words(XS, YS, [["Code", "Q1", "Note"], ["BV8", "", "As stated"]])
    canvas.acroForm.textfield(name="q1", value="97.2%", x=210, y=HIGH - 125, width=80, height=25)
    canvas.save()
    reading = read_data(file.getvalue(), "form.pdf", ExtractSettings())
    assert texts(reading.tables[0])[1] == ["BV8", "97.2%", "As stated"]


def small_table(pen: Pen) -> None:
    pen.table(XS, YS, [["Code", "Q1", "Note"], ["BV8", "98.5%", "As stated"]])


def limits(reading: Reading) -> list[tuple[float, float, float, float]]:
    found = [doubt for doubt in reading.doubts if doubt.kind == "limit"]
    assert all(doubt.page == 1 for doubt in found)
    return [tuple(map(round, doubt.box)) for doubt in found]


def test_a_stroke_too_long_to_look_at_is_said_with_its_place() -> None:
    def page(pen: Pen) -> None:
        small_table(pen)
        coast = pen.canvas.beginPath()
        coast.moveTo(100, 200)
        for at in range(25_000):
            coast.lineTo(100 + at % 300, 200 + (7 * at) % 101)
        pen.canvas.drawPath(coast)

    reading = read(page)
    assert texts(reading.tables[0])[1] == ["BV8", "98.5%", "As stated"]
    (box,) = limits(reading)
    assert box == pytest.approx((100, 500, 399, 600), abs=12)  # mitres stick out


def test_too_many_dots_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "_MOST_DOTS", 50)

    def page(pen: Pen, dots: int) -> None:
        small_table(pen)
        for at in range(dots):
            pen.rect(50 + 4 * at, 300, 51 + 4 * at, 301, fill="#000000", width=None)

    assert len(limits(read(lambda pen: page(pen, 60)))) == 1
    assert not limits(read(lambda pen: page(pen, 40)))


@pytest.mark.parametrize("limit", ["grid._MOST_EDGES", "corners.MOST_STEPS"])
def test_too_many_rules_are_said_with_their_place(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, name = limit.split(".")
    monkeypatch.setattr({"grid": grid, "corners": corners}[room], name, 5)
    reading = read(small_table)
    assert not reading.tables
    assert limits(reading) == [(50, 50, 400, 130)]


def test_too_many_drawings_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "MOST_SHAPES", 3)
    monkeypatch.setattr(losses, "MOST_SHAPES", 3)

    def page(pen: Pen) -> None:
        small_table(pen)
        for at in range(5):
            pen.canvas.circle(100 + 30 * at, 300, 5, fill=1, stroke=0)

    assert limits(read(page)) == [(95, 495, 225, 505)]


@pytest.mark.parametrize("depth", [20])
def test_a_page_that_is_nested_too_deeply_is_lost(depth: int) -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDE, HIGH))
    canvas.beginForm("form0")
    canvas.rect(50, 50, 100, 100)
    canvas.endForm()
    for at in range(1, depth):
        canvas.beginForm(f"form{at}")
        canvas.doForm(f"form{at - 1}")
        canvas.endForm()
    canvas.doForm(f"form{depth - 1}")
    canvas.drawString(50, 700, "A page of drawings within drawings")
    canvas.save()
    (lost,) = read_data(file.getvalue(), "deep.pdf", ExtractSettings()).lost
    assert "nested" in lost.reason

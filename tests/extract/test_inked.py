"""A sign that its font calls a digit is one only where it is drawn as high as digits are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
import reportlab
from pypdf.generic import NameObject, StreamObject
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from crossfoot.extract import compiled

from .drawn_pages import HIGH, WIDE, Pen, pdf, read_bytes, texts

XS, YS = (120, 270, 370, 470), (360, 400, 440)
HEAD = ("Indicator", "2018/19", "2019/20")
VERA = "Vera"
pdfmetrics.registerFont(TTFont(VERA, str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))


@pytest.fixture(autouse=True, params=["in C", "in Python"])
def _loops(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The page is read by the loops in C and by those in Python."""
    if request.param == "in Python":
        monkeypatch.setattr(compiled, "loops", None)
    elif compiled.loops is None:
        pytest.skip("the loops in C were not built")
    yield


def called(data: bytes, sign: str, digit: str) -> bytes:
    """The same file, its fonts calling *sign* that digit, as Ghostscript 10.00 leaves a dash."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    meant, said = (f"<{ord(letter):04X}>".encode() for letter in (sign, digit))
    changed = 0
    for page in writer.pages:
        for font in page["/Resources"]["/Font"].values():
            if "/ToUnicode" in (font := font.get_object()):
                told = font["/ToUnicode"].get_data()
                changed += told.count(meant)
                stream = StreamObject()
                stream.set_data(told.replace(meant, said))
                font[NameObject("/ToUnicode")] = writer._add_object(stream)
    assert changed
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def drawn(*rows: tuple[str, str, str], turned: float = 0) -> bytes:
    def page(pen: Pen) -> None:
        if turned:
            pen.canvas.translate(WIDE / 2, HIGH / 2)
            pen.canvas.rotate(turned)
            pen.canvas.translate(-WIDE / 2, -HIGH / 2)
        pen.table(XS, YS, rows, font=VERA)

    return pdf(page)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_dash_that_its_font_calls_a_digit_is_a_dash(turned: float) -> None:
    row = ("Rent arrears", "–", "2013")
    reading = read_bytes(called(drawn(HEAD, row, turned=turned), "–", "3"))
    assert texts(reading.tables[0]) == [list(HEAD), list(row)]
    assert not reading.doubts


def test_a_quote_that_its_font_calls_a_digit_is_no_figure_and_is_told() -> None:
    reading = read_bytes(called(drawn(HEAD, ("Rent arrears", "’", "99")), "’", "9"))
    assert texts(reading.tables[0])[1] == ["Rent arrears", "\ufffd", "99"]
    assert [doubt.kind for doubt in reading.doubts] == ["unreadable"]


def test_a_dash_in_prose_that_its_font_calls_a_digit_is_a_dash() -> None:
    def page(pen: Pen) -> None:
        for at in range(30):
            pen.text(60, 60 + 20 * at, "The Board – as asked – is to note the report.", font=VERA)

    reading = read_bytes(called(pdf(page), "–", "3"))
    assert reading.passed == (1,)
    assert reading.lines[0].text == "The Board – as asked – is to note the report."


def test_digits_of_any_form_stay_digits() -> None:
    """Low ones of a small size and narrow ones are digits all the same."""
    row = ("Rent arrears", "1,110.07", "11")

    def page(pen: Pen) -> None:
        pen.table(XS, YS, (HEAD, row), font=VERA)
        pen.text(60, 300, "1110", size=3, font=VERA)
        pen.canvas.scale(0.4, 1)
        pen.text(200, 330, "1110", font=VERA)

    reading = read_bytes(pdf(page))
    assert texts(reading.tables[0])[1] == list(row)
    assert [line.text for line in reading.lines] == ["1110", "1110"]

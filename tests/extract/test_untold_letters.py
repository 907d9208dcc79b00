"""A sign whose letter the font does not tell is never taken for another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from crossfoot.extract import compiled
from crossfoot.extract.document import read_data
from crossfoot.extract.settings import ExtractSettings
from crossfoot.schema.page import Reading

from .drawn_pages import Pen, pdf, pdf_with_a_sign, texts

XS, YS = (50, 200, 300, 400), (50, 90, 130)
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


def untold(data: bytes) -> bytes:
    """The same file, its fonts without their tables of letters, as a second producer leaves it."""
    assert b"/ToUnicode" in data
    return data.replace(b"/ToUnicode", b"/NoUnicode")


def read(data: bytes) -> Reading:
    return read_data(data, "again.pdf", ExtractSettings())


def drawn(*rows: tuple[str, str, str]) -> bytes:
    def page(pen: Pen) -> None:
        pen.table(XS, YS, rows, font=VERA)

    return pdf(page)


HEAD = ("Indicator – all", "2018/19", "2019/20")  # the dash is the font's first sign beyond ASCII
ROW = ("Rent arrears", "£1,402k", "99.1%")  # the pound is its second, the mark of a hyphen


def test_a_sign_without_a_letter_is_no_minus_and_is_told() -> None:
    told = read(drawn(HEAD, ROW))
    assert texts(told.tables[0])[1] == list(ROW)

    reading = read(untold(drawn(HEAD, ROW)))
    assert texts(reading.tables[0]) == [
        ["Indicator \ufffd all", "2018/19", "2019/20"],
        ["Rent arrears", "\ufffd1,402k", "99.1%"],
    ]
    assert [(doubt.kind, doubt.box.x0) for doubt in reading.doubts] == [
        ("unreadable", 50),
        ("unreadable", 200),
    ]


def test_lines_of_prose_say_where_a_sign_has_no_letter() -> None:
    def page(pen: Pen) -> None:
        for at in range(30):
            pen.text(60, 60 + 20 * at, "The Board – as asked – is to note the report.", font=VERA)

    (line, *_) = read(untold(pdf(page))).lines
    assert line.text == "The Board \ufffd as asked \ufffd is to note the report."


def test_a_hyphen_at_a_line_end_stays_one() -> None:
    rows = (HEAD, ("Rent arrears of a well-\nknown kind", "1", "2"))
    assert texts(read(drawn(*rows)).tables[0])[1][0] == "Rent arrears of a well-known kind"


def test_a_tick_of_a_font_put_in_for_dingbats_is_a_tick() -> None:
    def page(pen: Pen) -> None:
        rows = (("Indicator", "Met"), ("Rent arrears", ""), ("Voids", ""))
        xs, ys = XS[:3], (50, 80, 110, 140)
        pen.table(xs, ys, rows)
        pen.text(210, 92, "✔", font="ZapfDingbats")
        pen.text(210, 122, "✘", font="ZapfDingbats")

    data = pdf(page).replace(b"/BaseFont /ZapfDingbats", b"/BaseFont /D050000L")
    data = data.replace(b"/Encoding /ZapfDingbatsEncoding", b"")
    assert [row[1] for row in texts(read(data).tables[0])] == ["Met", "✔", "✘"]


def test_a_hyphen_whose_table_of_letters_gives_its_mark_is_one_in_words_alone() -> None:
    """PDFium marks some hyphens in the middle of a line like those at line ends."""

    def read_sign(text: str) -> str:
        (table,) = read(pdf_with_a_sign(text, "$", "0002")).tables
        return table.rows[0].cells[0].text

    assert read_sign("in$house") == "in-house"
    assert read_sign("$402") == "\ufffd402"
    assert read_sign("arrears $402") == "arrears \ufffd402"

"""The stage's door: every page read or named as lost, bad files said to be bad."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from crossfoot.extract.document import read_data, read_document
from crossfoot.extract.settings import ExtractSettings
from crossfoot.schema.errors import DocumentError
from crossfoot.schema.page import Reading
from samples.expected import sample_pdfs

from .drawn_pages import HIGH, WIDE, Pen, pdf, pdf_with_a_sign, read, read_bytes, texts

XS, YS = (50, 150, 300), (100, 130, 160)
WORDS = [["BV9", "97.0%"], ["BV10", "98.1%"]]


def table(pen: Pen) -> None:
    pen.table(XS, YS, WORDS)


def scan(pen: Pen) -> None:
    image = ImageReader(Image.new("RGB", (60, 80), "lightgrey"))
    pen.canvas.drawImage(image, 0, 0, WIDE, HIGH)


def blank(_: Pen) -> None:
    return


def outlines(pen: Pen) -> None:
    """Letters drawn as shapes."""
    for at in range(150):
        x, y = 50 + 8 * (at % 50), 100 + 20 * (at // 50)
        path = pen.canvas.beginPath()
        path.moveTo(x, HIGH - y)
        path.curveTo(x + 2, HIGH - y - 5, x + 5, HIGH - y - 5, x + 6, HIGH - y)
        pen.canvas.drawPath(path, stroke=0, fill=1)


def test_a_scan_without_text_is_lost_and_a_blank_page_is_read() -> None:
    reading = read(table, scan, blank, table)
    assert reading.pages == 4
    assert [lost.page for lost in reading.lost] == [2]
    assert "scan" in reading.lost[0].reason
    assert [page for one in reading.tables for page, _ in one.bounds] == [1, 4]


def test_letters_drawn_as_shapes_are_lost() -> None:
    (lost,) = read(outlines).lost
    assert "shapes" in lost.reason


def test_a_font_that_does_not_say_its_letters_is_lost() -> None:
    (lost,) = read_bytes(pdf_with_a_sign("a$$$$b", "$", "FFFD")).lost
    assert "letters" in lost.reason


def test_pages_over_the_limit_are_named() -> None:
    reading = read_data(pdf(table, table, table), "x.pdf", ExtractSettings(max_pages=2))
    assert reading.pages == 3
    assert [(lost.page, "limit" in lost.reason) for lost in reading.lost] == [(3, True)]


def test_text_over_a_scan_is_read() -> None:
    def page(pen: Pen) -> None:
        scan(pen)
        table(pen)

    reading = read(page)
    assert reading.lost == () and texts(reading.tables[0]) == WORDS


EMPTY = (
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>"
)
BAD = {
    "empty": (b"", "empty"),
    "not a PDF": (b"<html><body>Not found</body></html>", "not a PDF"),
    "only a header": (b"%PDF-1.7\n", "damaged"),
    "no pages": (EMPTY + b"endobj\ntrailer<</Root 1 0 R>>", "damaged|no pages"),
    "encrypted": (
        pdf(table, encrypt=StandardEncryption("secret", ownerPassword="other")),
        "encrypted",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_said_to_be_bad_with_a_remedy(name: str) -> None:
    data, word = BAD[name]
    with pytest.raises(DocumentError, match=word) as caught:
        read_bytes(data)
    assert caught.value.remedy and "drawn.pdf" in caught.value.message


def test_a_file_encrypted_without_a_password_is_read() -> None:
    data = pdf(table, encrypt=StandardEncryption("", ownerPassword="other"))
    assert texts(read_bytes(data).tables[0]) == WORDS


@pytest.mark.parametrize("part", [0.02, 0.2, 0.5, 0.8, 0.95, 0.999])
def test_a_file_cut_off_ends_in_a_reading_or_a_clean_error(part: float) -> None:
    whole = pdf(table, table)
    try:
        reading = read_bytes(whole[: int(len(whole) * part)])
    except DocumentError as error:
        assert error.remedy
    else:
        assert all(texts(one) in (WORDS, WORDS * 2) for one in reading.tables)


def test_a_missing_file_is_a_document_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"gone\.pdf"):
        read_document(tmp_path / "gone.pdf")


def test_forms_nested_without_end_are_left_soon() -> None:
    def page(pen: Pen) -> None:
        canvas = pen.canvas
        for at in range(60):
            canvas.beginForm(f"form{at}", 0, 0, WIDE, HIGH)
            for _ in range(2 if at else 0):
                canvas.doForm(f"form{at - 1}")
            pen.line(10, 10 + at, 500, 10 + at)
            canvas.endForm()
        canvas.doForm("form11")
        table(pen)

    assert texts(read(page).tables[-1]) == WORDS


def test_running_heads_are_margins_and_the_rest_is_not() -> None:
    def page(number: int) -> object:
        def draw(pen: Pen) -> None:
            pen.text(50, 40, "Executive Committee")
            pen.text(50, 120, "The same sentence on both pages")
            pen.text(280, 780, f"Page {number}")
            if number == 1:
                pen.text(50, 70, "Performance Report")

        return draw

    reading = read(page(1), page(2))  # type: ignore[arg-type]
    margins = {line.text: line.margin for line in reading.lines}
    assert margins == {
        "Executive Committee": True,
        "Performance Report": False,
        "The same sentence on both pages": False,
        "Page 1": True,
        "Page 2": True,
    }


def characters_read(reading: Reading) -> Counter[str]:
    cells = "".join(cell.lines for one in reading.tables for row in one.rows for cell in row.cells)
    return Counter("".join((cells + "".join(line.text for line in reading.lines)).split()))


def characters_printed(path: Path) -> Counter[str]:
    document = pypdfium2.PdfDocument(path)
    found = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return Counter("".join(found.replace("\x02", "-").replace("\ufffe", "-").split()))


@pytest.mark.parametrize(
    "path", sample_pdfs(second_producer=True), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_a_sample_is_read_whole_without_doubt_and_the_same_twice(path: Path) -> None:
    reading = read_document(path)
    assert reading.lost == () and reading.tables
    assert {doubt.kind for doubt in reading.doubts} <= {"rejoined"}
    assert read_document(path) == reading
    assert characters_read(reading) == characters_printed(path)


@pytest.mark.parametrize(
    "path", sample_pdfs(second_producer=True), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_the_cells_of_a_sample_tile_its_tables(path: Path) -> None:
    """No cell overlaps another, and the parts on a page fill the bounds of their table."""
    for one in read_document(path).tables:
        for page, bounds in one.bounds:
            boxes = [
                part.box
                for row in one.rows
                for cell in row.cells
                for part in cell.parts
                if part.page == page
            ]
            assert sum(box.area for box in boxes) == pytest.approx(bounds.area, rel=0.01)


def test_a_file_is_opened_once_to_be_looked_at_and_read(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []

    class Counted(pypdfium2.PdfDocument):
        def __init__(self, file: object) -> None:
            opened.append(file)
            super().__init__(file)

    data = pdf(table, table)
    monkeypatch.setattr(pypdfium2, "PdfDocument", Counted)
    assert read_bytes(data).pages == 2
    assert len(opened) == 1

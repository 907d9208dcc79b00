"""A page as a person sees it, drawn in a process of its own."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageColor
from reportlab.pdfgen.canvas import Canvas

from crossfoot.extract.render import RULE, WORD, page_picture
from crossfoot.schema.errors import DocumentError


@pytest.fixture
def turned(tmp_path: Path) -> Path:
    """A page displayed turned by a quarter, a black square at the origin of what is stored."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(200, 100))
    canvas.setPageRotation(90)
    canvas.rect(0, 0, 20, 20, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    path = tmp_path / "turned.pdf"
    path.write_bytes(out.getvalue())
    return path


def test_a_page_is_drawn_as_displayed_at_the_resolution_asked_for(turned: Path) -> None:
    picture = page_picture(turned, 1, dots_per_inch=144)
    assert picture.size == (400, 200)
    assert picture.getpixel((10, 10)) == (0, 0, 0)
    assert picture.getpixel((390, 190)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("page", "dots", "said"), [(2, 72, "has 1 pages"), (1, 90_000, "too large")]
)
def test_what_cannot_be_drawn_is_said_with_a_remedy(
    turned: Path, page: int, dots: int, said: str
) -> None:
    with pytest.raises(DocumentError, match=said) as caught:
        page_picture(turned, page, dots_per_inch=dots)
    assert caught.value.remedy


def test_a_file_that_is_no_pdf_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    Image.new("RGB", (2, 2)).save(path, format="PNG")
    with pytest.raises(DocumentError, match="not a PDF"):
        page_picture(path, 1)


def test_marks_are_drawn_where_the_reader_sees_them(tmp_path: Path) -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(200, 100))
    canvas.line(20, 50, 180, 50)
    canvas.drawString(20, 70, "97.0%")
    canvas.save()
    path = tmp_path / "line.pdf"
    path.write_bytes(out.getvalue())
    plain = page_picture(path, 1, dots_per_inch=72)
    marked = page_picture(path, 1, dots_per_inch=72, marks=True)
    rule = ImageColor.getrgb(RULE)
    assert marked.getpixel((100, 50)) == rule != plain.getpixel((100, 50))
    colours = {colour for _, colour in marked.getcolors(1 << 16) or ()}
    assert ImageColor.getrgb(WORD) in colours

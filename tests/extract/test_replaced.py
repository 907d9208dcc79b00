"""Text that says which letters a sign stands for is read where the sign is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from crossfoot.extract import compiled

from .drawn_pages import pdf_with_a_sign, read_bytes, texts

REPLACED = ("o$ce", "$nal", "tra$", "$")


def page(text: str) -> bytes:
    """A page whose sign "$" says that it stands for "ffi", as browsers print ligatures."""
    sign = ") Tj /Span <</ActualText (ffi)>> BDC ($) Tj EMC ("
    return pdf_with_a_sign(text.replace("$", sign), "~", "007E")


@pytest.fixture(autouse=True, params=["in C", "in Python"])
def _loops(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The page is read by the loops in C and by those in Python."""
    if request.param == "in Python":
        monkeypatch.setattr(compiled, "loops", None)
    elif compiled.loops is None:
        pytest.skip("the loops in C were not built")
    yield


def in_a_form(data: bytes, moved: str) -> bytes:
    """The page as a form that *moved* puts on another, as programs do that stamp or scale pages."""
    font = b"/Resources<</Font<</F1 5 0 R>>>>"
    assert b"/Contents 4 0 R" + font in data
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]" + font
    data = data.replace(
        b"/Contents 4 0 R" + font, b"/Contents 7 0 R/Resources<</XObject<</P 4 0 R>>>>"
    )
    data = data.replace(b"4 0 obj\n<<", b"4 0 obj\n" + form)
    content = f"q {moved} cm /P Do Q"
    over = f"7 0 obj\n<</Length {len(content)}>>stream\n{content}\nendstream\nendobj\ntrailer"
    return data.replace(b"trailer", over.encode())


def stored(data: bytes, turned: str, rotation: int) -> bytes:
    """The same page, its content turned and displayed turned by *rotation* degrees."""
    data = re.sub(rb"<</Length (\d+)>>stream\n1 w", _longer(turned), data)
    return data.replace(b"/MediaBox", f"/Rotate {rotation}/MediaBox".encode())


def _longer(turned: str) -> Callable[[re.Match[bytes]], bytes]:
    more = f"{turned} cm "

    def put_in(found: re.Match[bytes]) -> bytes:
        return f"<</Length {int(found[1]) + len(more)}>>stream\n{more}1 w".encode()

    return put_in


@pytest.mark.parametrize("text", REPLACED)
@pytest.mark.parametrize(
    "moved", ["1 0 0 1 0 0", "0.7 0 0 0.7 60 40", "1 0 0 1 90 0", "1 0 0 1 0 -200"]
)
def test_replacement_text_in_a_form_stays_in_its_word(text: str, moved: str) -> None:
    (table,) = read_bytes(in_a_form(page(text), moved)).tables
    assert texts(table)[0][0] == text.replace("$", "ffi")


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("upside", ["1 0 0 1 0 0", "-1 0 0 -1 600 800", "0 1 -1 0 800 0"])
def test_letters_of_replacement_text_follow_each_other_however_the_page_is_stored(
    upside: str, rotation: int
) -> None:
    data = stored(page("o$ce"), upside, rotation)
    (table,) = read_bytes(data).tables
    assert "office" in {text for row in texts(table) for text in row}

"""The compiled loops see pictures as Pillow and PDFium show them to Python."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.extract import compiled, pictures
from crossfoot.extract.compiled import Loops
from crossfoot.extract.content import content_of
from crossfoot.extract.drawing import Picture, read_drawing
from crossfoot.extract.pdfium import open_document
from crossfoot.extract.pictures import _Bitmap
from crossfoot.extract.settings import ExtractSettings
from crossfoot.extract.space import display_matrix
from samples.expected import sample_pdfs

from .two_loops import both

pytestmark = pytest.mark.skipif(compiled.loops is None, reason="the loops in C were not built")

ICONS = next(path for path in sample_pdfs() if "community_safety" in path.stem)
BYTES_A_PIXEL = {1: 1, 2: 3, 3: 4, 4: 4}


@st.composite
def bitmaps(draw: st.DrawFn) -> _Bitmap:
    """Renderings of all kinds: noise, and few colours, of which some are clear."""
    kind, wide, high = draw(st.sampled_from((1, 2, 3, 4))), *(draw(st.integers(28, 38)),) * 2
    high += draw(st.integers(-2, 2))
    stride = -(-wide * BYTES_A_PIXEL[kind] // 4) * 4 + 4 * draw(st.integers(0, 1))
    random = draw(st.randoms(use_true_random=False))
    values = draw(st.sampled_from((range(256), (0, 255), (0, 1, 127, 128, 254, 255))))
    return _Bitmap(kind, wide, high, stride, bytes(random.choices(values, k=stride * high)))


@settings(max_examples=60, deadline=None)
@given(bitmaps())
def test_any_rendering_has_the_same_look(bitmap: _Bitmap) -> None:
    one, other = both(lambda: pictures._look(bitmap))
    assert one == other


def placed_pictures(path: Path) -> Iterator[Picture]:
    with open_document(content_of(path), path.name) as document:
        for number in range(1, document.pages + 1):
            with document.page(number) as page:
                matrix, _, _ = display_matrix(page)
                yield from read_drawing(page, matrix, ExtractSettings().thin).pictures


@pytest.mark.parametrize("path", sample_pdfs(second_producer=True), ids=lambda path: path.stem)
def test_a_picture_has_the_same_data(path: Path) -> None:
    for picture in placed_pictures(path):
        one, other = both(lambda at=picture: pictures._stored(at))  # type: ignore[misc]
        assert one == other


def test_icons_are_told_by_their_data() -> None:
    assert any(pictures._stored(picture) is not None for picture in placed_pictures(ICONS))


@pytest.mark.parametrize(
    "bitmap",
    [
        (4, 32, 32, 128, b"\0" * 100),  # too little
        (4, 32, 32, 64, b"\0" * 4096),  # rows over each other
        (4, 2000, 32, 8000, b"\0" * 256_000),
        (7, 32, 32, 128, b"\0" * 4096),
        (4, 32, -32, 128, b"\0" * 4096),
    ],
)
def test_a_bitmap_it_is_not_made_for_is_handed_back(
    bitmap: tuple[int, int, int, int, bytes],
) -> None:
    assert cast("Loops", compiled.loops).picture_look(*bitmap) is None


def test_wrong_calls_are_exceptions() -> None:
    loops = cast("Loops", compiled.loops)
    with pytest.raises(TypeError):
        loops.picture_look(4, 32, 32, 128, "text")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no address"):
        loops.stored_data(0)

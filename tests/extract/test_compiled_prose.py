"""The compiled loops tell prose, and name its lines, as those in Python do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.extract import compiled
from crossfoot.extract.bulk_text import lines_of_prose
from crossfoot.extract.pdfium import open_document
from crossfoot.extract.space import display_matrix
from crossfoot.extract.triage import prose_of
from crossfoot.schema.page import Box, TextLine

from .drawn_pages import Draw, Pen, pdf
from .two_loops import both

pytestmark = pytest.mark.skipif(compiled.loops is None, reason="the loops in C were not built")

WORDS = st.sampled_from(
    (
        "The",
        "committee",
        "notes",
        "(a)",
        "£12",
        "3.5%",
        "–",
        "cafés",
        "1",
        "\xa0",
        "\ufb01",
        "well-",
    )
)
FONTS = st.sampled_from(("Helvetica", "Helvetica", "Times-Bold", "Courier"))


@st.composite
def prose(draw: st.DrawFn) -> Draw:
    """Lines below each other, with blanks and letters that prose seldom has."""
    lines = draw(st.lists(st.lists(WORDS, min_size=1, max_size=9), max_size=9))
    size, font = draw(st.sampled_from((9, 11))), draw(FONTS)
    end = draw(st.sampled_from(("", "", "\u2003", "12", "-")))
    turned = draw(st.integers(0, 5)) == 0

    def page(pen: Pen) -> None:
        if turned:
            pen.canvas.rotate(3)
        for at, words in enumerate(lines):
            larger = 0 if at else 4
            text = " ".join(words) + end
            pen.text(60 + 40 * (at == 3), 100 + 14 * at, text, size + larger, font)

    return page


@settings(max_examples=60, deadline=None)
@given(prose())
def test_any_prose_has_the_same_lines(draw: Draw) -> None:
    with open_document(pdf(draw), "drawn.pdf") as document, document.page(1) as page:
        matrix, _, _ = display_matrix(page)
        lines, others = both(lambda: lines_of_prose(page, matrix))
        assert repr(lines) == repr(others)
        told, other = both(lambda: prose_of(page, 1))
        assert repr(told) == repr(other)


def test_characters_that_are_not_there_have_no_sides() -> None:
    loops = compiled.loops
    assert loops is not None
    data = pdf(lambda pen: pen.text(50, 50, "Words"))
    with open_document(data, "drawn.pdf") as document, document.page(1) as page:
        lefts, *_ = loops.read_sides(page.text_address, [0, 10**6, -1, 2**40])
        assert lefts[0] > 0 and lefts[1:] == (0, 0, 0)
        for places in (None, ["a"], [2**90]):
            with pytest.raises((TypeError, OverflowError)):
                loops.read_sides(page.text_address, places)  # type: ignore[arg-type]


def test_what_is_no_line_of_prose_is_not_named() -> None:
    loops = compiled.loops
    assert loops is not None
    data = pdf(lambda pen: pen.text(50, 50, "Words"))
    with open_document(data, "drawn.pdf") as document, document.page(1) as page:
        for line in (1, (0, "a"), (0, "a", (1, 2), 9.0), (0, b"a", Box(0, 0, 1, 1), 9.0)):
            with pytest.raises(TypeError):
                loops.name_lines(page.text_address, 1, [line], TextLine, Box)  # type: ignore[list-item]
        far = [(10**6, "a\x02 b", Box(0, 0, 1, 1), 9.0)]
        (named,) = loops.name_lines(page.text_address, 1, far, TextLine, Box)  # type: ignore[arg-type]
        assert named == TextLine(1, Box(0, 0, 1, 1), "a- b", 9.0)

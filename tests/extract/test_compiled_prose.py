"""The compiled loops tell prose, and name its lines, as those in Python do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.extract import compiled, hints
from crossfoot.extract.bulk_text import PrintedLine, lines_of_prose
from crossfoot.extract.characters import are_bold
from crossfoot.extract.hints import Look, look_over
from crossfoot.extract.pdfium import Page, open_document
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


TOKENS = st.one_of(
    st.sampled_from(
        (
            "completed.",
            "On Track",
            "n/a",
            "TBC",
            "\u2013",
            "-",
            "(£1,234.50)*",
            "12",
            "12.5",
            "19%",
        ),
    ),
    st.sampled_from(
        ("1999", "2019/20", "20 March 2012", "CI 12", "&AB", "KPI_3", "ab1_2", "1.2.3")
    ),
    st.sampled_from(
        ("12,", "3.14)", "\u0663\u0664", "1999é", "GREE\u212a", "caf\xe9", "A", "£", "2 %")
    ),
    st.text("aZ1290.,%_& -£(\u2019\xa0\u0661", min_size=1, max_size=9),
)
LETTERS = st.lists(TOKENS, min_size=1, max_size=6).map(" ".join).filter(str.strip).map(str.strip)


@st.composite
def printed_line(draw: st.DrawFn) -> PrintedLine:
    left, top = draw(st.sampled_from((60, 60, 90.5))), draw(st.integers(1, 40)) * 14.0
    text, size = draw(LETTERS), draw(st.sampled_from((9.0, 9.0, 11.0, 0.0)))
    wide = draw(st.sampled_from((0.2, 0.5, 0.5, 0.55, 0.9, 1.4))) * size * len(text)
    return PrintedLine(draw(st.integers(0, 90)), text, Box(left, top, left + wide, top + 9), size)


RAISED = "The 120 pupils and 1234 staff of 19.95 schools, 2019 and 56\u2013"


@pytest.fixture(scope="module")
def raised_page() -> Iterator[Page]:
    """A page with small digits after large ones, and gaps."""

    def page(pen: Pen) -> None:
        for at, letter in enumerate(RAISED):
            pen.text(40 + 7 * at + 9 * (at > 30), 100, letter, 6 + 4 * (at % 7 > 1))

    with open_document(pdf(page), "drawn.pdf") as document, document.page(1) as opened:
        yield opened


@settings(max_examples=100, deadline=None)
@given(lines=st.lists(printed_line(), max_size=30))
def test_any_lines_say_the_same_of_tables(raised_page: Page, lines: list[PrintedLine]) -> None:
    loops = compiled.loops
    assert loops is not None
    seen = loops.look_over(raised_page.text_address, lines, Look)
    assert seen is not None
    told = look_over(raised_page, lines)
    assert seen[:2] == told[:2]
    assert (seen.ordered, seen.sparse, seen.jumps) == (told.ordered, told.sparse, told.jumps)
    texts = [line.text for line in lines]
    doubtful = [lines[at] for at in seen.numbers]
    assert (seen.shrinks or hints._shrinks(raised_page, doubtful)) == told.shrinks
    rows = {at for at in told.rows if hints._like_a_row(texts[at])}
    assert rows <= set(seen.rows) <= set(told.rows)
    apart = {at for at in told.spaced if hints._set_apart([texts[at]])}
    assert apart <= set(seen.spaced)


@pytest.mark.parametrize("text", ["The pupils came", "in 2019, as in 1999, we", "No. 7 it was"])
def test_a_plain_line_is_looked_at_once(raised_page: Page, text: str) -> None:
    loops = compiled.loops
    assert loops is not None
    line = PrintedLine(0, text, Box(60, 100, 60 + 4.5 * len(text), 109), 9.0)
    seen = loops.look_over(raised_page.text_address, [line], Look)
    assert seen == Look(False, False, False, True, [], [], [], 0, [])


def test_what_is_no_line_of_prose_is_not_looked_at(raised_page: Page) -> None:
    loops = compiled.loops
    assert loops is not None
    box = Box(0, 0, 1, 1)
    for line in (1, (0, "a"), (0, "a", (1, 2), 9.0), (0, b"a", box, 9.0), (0, "", box, 9.0)):
        with pytest.raises((TypeError, ValueError)):
            loops.look_over(raised_page.text_address, [line], Look)  # type: ignore[list-item]
    many = [PrintedLine(10**6, "a b c d", box, 9.0)] * 1000
    assert loops.look_over(raised_page.text_address, many, Look) is None


def test_characters_that_are_not_there_have_no_sides() -> None:
    loops = compiled.loops
    assert loops is not None
    data = pdf(lambda pen: pen.text(50, 50, "Words"))
    with open_document(data, "drawn.pdf") as document, document.page(1) as page:
        lefts, *_ = loops.read_sides(page.text_address, [0, 10**6, -1, 2**40])
        assert lefts[0] > 0 and lefts[1:] == (0, 0, 0)
        assert loops.are_bold(page.text_address, [0, 10**6, -1, 2**40]) == [False] * 4
        for places in (None, ["a"], [2**90]):
            with pytest.raises((TypeError, OverflowError)):
                loops.are_bold(page.text_address, places)  # type: ignore[arg-type]
            with pytest.raises((TypeError, OverflowError)):
                loops.read_sides(page.text_address, places)  # type: ignore[arg-type]


def test_bold_letters_are_told_in_one_go() -> None:
    def page(pen: Pen) -> None:
        pen.text(50, 50, "Heading", font="Helvetica-Bold")
        pen.text(50, 80, "Words")

    with open_document(pdf(page), "drawn.pdf") as document, document.page(1) as opened:
        one, other = both(lambda: are_bold(opened, [0, 6, 9, 11]))
        assert one == other == [True, True, False, False]


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

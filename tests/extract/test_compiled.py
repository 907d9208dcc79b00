"""The compiled inner loops give the answers of those in Python, on every sample and any drawing."""

from __future__ import annotations

import io
import math
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from crossfoot.extract import compiled
from crossfoot.extract.characters import Run, read_runs
from crossfoot.extract.document import read_document
from crossfoot.extract.drawing import Drawing, read_drawing
from crossfoot.extract.pdfium import Page, open_document
from crossfoot.extract.space import display_matrix

from .drawn_pages import Pen, pdf
from .two_loops import both

SAMPLES = Path(__file__).parents[2] / "samples"
THIN = 4.5

pytestmark = pytest.mark.skipif(compiled.loops is None, reason="the loops in C were not built")


def marks_of(page: Page) -> tuple[list[Run], Drawing]:
    matrix, _, _ = display_matrix(page)
    return read_runs(page, matrix), read_drawing(page, matrix, THIN)


def assert_same_marks(data: bytes) -> None:
    with open_document(data, "drawn.pdf") as document:
        for number in range(1, document.pages + 1):
            with document.page(number) as page:
                one, other = both(lambda page=page: marks_of(page))  # type: ignore[misc]
                assert repr(one) == repr(other)


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.pdf")), ids=lambda path: path.stem)
def test_a_sample_reads_the_same(path: Path) -> None:
    one, other = both(lambda: read_document(path))
    assert repr(one) == repr(other)
    assert repr(list(one.tables)) == repr(list(other.tables))


TEXT = st.text("aAfgil1W0%., -()£\u00ad\ufb01é–\t", min_size=1, max_size=14)
PLACES = st.integers(0, 700).map(lambda tenths: tenths * 0.8)
SIDES = st.sampled_from((0.0, 0.3, 0.7, 0.8, 2.0, 4.5, 5.0, 7.7, 59.0, 61.0, 240.0))
COLOURS = st.sampled_from(("#000000", "#ffffff", "#f5f5f5", "#ff8000"))
TURNS = st.sampled_from((0, 0, 0, 0, 90, 180, 270, 3, 30))


@st.composite
def words(draw: st.DrawFn) -> Callable[[Canvas], None]:
    text, x, y = draw(TEXT), draw(PLACES), draw(PLACES)
    size, turn, colour = draw(st.sampled_from((1, 6.5, 10, 11))), draw(TURNS), draw(COLOURS)
    apart = draw(st.sampled_from((0, 0, 0, -0.9, 0.6, 2.0)))
    rise, smaller = draw(st.sampled_from((0, 0.3))), draw(st.sampled_from((0.6, 1, 1)))
    mode, font = draw(st.sampled_from((0, 0, 0, 3, 7))), draw(st.sampled_from(FONTS))

    def paint(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(turn)
        canvas.setFillColor(HexColor(colour))
        line = canvas.beginText(0, 0)
        line.setFont(font, size)
        line.setCharSpace(apart)
        line.setTextRenderMode(mode)
        for piece in text.partition("1"):
            line.setRise(size * rise * (piece == "1"))
            line.setFont(font, size * smaller if piece == "1" else size)
            line.textOut(piece)
        canvas.drawText(line)
        canvas.restoreState()

    return paint


FONTS = ("Helvetica", "Times-Bold", "Courier")


@st.composite
def outlines(draw: st.DrawFn) -> Callable[[Canvas], None]:
    """A path of rectangles, sides and curves; filled, stroked or both; clipped or turned."""
    pieces = draw(
        st.lists(
            st.tuples(
                st.sampled_from(("rect", "rect", "line", "line", "slant", "arc", "close")),
                *(PLACES, PLACES, SIDES, SIDES),
            ),
            min_size=1,
            max_size=4,
        )
    )
    fill, stroke = draw(st.sampled_from(((1, 0), (1, 0), (0, 1), (0, 1), (1, 1), (0, 0))))
    colour, width, turn = draw(COLOURS), draw(SIDES), draw(TURNS)
    box = st.tuples(PLACES, PLACES, SIDES, SIDES)
    clips = draw(st.lists(st.lists(box, min_size=1, max_size=2), max_size=2))
    clips = draw(st.sampled_from(([], clips, [[(100, 100, 150, 150), (120, 120, 300, 300)]])))
    scale = draw(st.sampled_from((1, 1, 0.24)))

    def paint(canvas: Canvas) -> None:
        canvas.saveState()
        for clip in clips:
            frame = canvas.beginPath()
            for sides in clip:
                frame.rect(*sides)
            canvas.clipPath(frame, stroke=0, fill=0)
        canvas.rotate(turn)
        canvas.scale(scale, scale)
        canvas.setFillColor(HexColor(colour))
        canvas.setStrokeColor(HexColor(colour))
        canvas.setLineWidth(min(width, 8))
        path = canvas.beginPath()
        path.moveTo(pieces[0][1], pieces[0][2])
        for kind, x, y, wide, high in pieces:
            if kind == "rect":
                path.rect(x, y, wide, high)
            elif kind == "close":
                path.close()
            elif kind == "arc":
                path.curveTo(x, y, x + wide, y, x + wide, y + high)
            else:
                path.lineTo(x, y)
                path.lineTo(x + wide, y + high * (kind == "slant"))
        canvas.drawPath(path, fill=fill, stroke=stroke)
        canvas.restoreState()

    return paint


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.one_of(words(), outlines()), min_size=1, max_size=6), st.sampled_from((0, 90, 180))
)
def test_any_drawing_has_the_same_marks(
    things: list[Callable[[Canvas], None]], rotation: int
) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(600, 800), invariant=1)
    canvas.setPageRotation(rotation)
    for paint in things:
        paint(canvas)
    canvas.showPage()
    canvas.save()
    assert_same_marks(buffer.getvalue())


def test_a_path_of_more_pieces_than_the_compiled_loop_takes_has_the_same_rules() -> None:
    def combs(pen: Pen) -> None:
        for teeth in (31, 32, 33, 200):
            path = pen.canvas.beginPath()
            for tooth in range(teeth):
                path.moveTo(50 + 2 * tooth, 100 + teeth)
                path.lineTo(50 + 2 * tooth, 130 + teeth)
            pen.canvas.drawPath(path, fill=0, stroke=1)

    assert_same_marks(pdf(combs))


def test_what_stops_a_walk_stops_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossfoot.extract.drawing._MOST_OBJECTS", 10)

    def many(pen: Pen) -> None:
        for at in range(20):
            pen.line(50, 10 * at, 300, 10 * at)
            pen.text(60, 10 * at + 8, "Words between")

    assert_same_marks(pdf(many))


def test_a_page_without_anything_has_no_marks_by_either() -> None:
    assert_same_marks(pdf(lambda _: None))


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        (0, (1, 0, 0, -1, 0, 0), Run),
        ("page", (1, 0, 0, -1, 0, 0), Run),
        (1, (1, 0, 0), Run),
        (1, [1, 0, 0, -1, 0, 0], Run),
    ],
)
def test_a_wrong_call_is_an_exception(arguments: tuple[object, ...]) -> None:
    assert compiled.loops is not None
    with pytest.raises((TypeError, ValueError)):
        compiled.loops.read_words(*arguments)  # type: ignore[arg-type]
    with pytest.raises((TypeError, ValueError)):
        compiled.loops.read_prose(*arguments)  # type: ignore[arg-type]


def test_what_is_no_table_of_addresses_is_not_bound() -> None:
    assert compiled.loops is not None
    for addresses in ((), (1, 2), (0,) * len(compiled.loops.CALLS), [1] * 24):
        with pytest.raises(ValueError, match=r"addresses|no FPDF"):
            compiled.loops.bind(addresses)  # type: ignore[arg-type]


def test_the_environment_asks_for_the_loops_in_python() -> None:
    code = "from crossfoot.extract.compiled import loops; raise SystemExit(loops is None)"
    run = [sys.executable, "-c", code]
    told = {**os.environ, "CROSSFOOT_LOOPS": "python"}
    assert subprocess.run(run, env=told, check=False).returncode == 1
    assert subprocess.run(run, check=False).returncode == 0


def test_sizes_are_rounded_alike_where_a_page_is_scaled() -> None:
    def scaled(pen: Pen) -> None:
        for at in range(1, 40):
            pen.canvas.saveState()
            pen.canvas.transform(math.sqrt(at) / 3, 0.001 * at, 0, 1 / at**0.5, 20, 20 * at)
            pen.canvas.setFont("Helvetica", 9 + at / 7)
            pen.canvas.drawString(0, 0, "Scaled 12,345")
            pen.canvas.line(0, 0, 100, 0)
            pen.canvas.restoreState()

    assert_same_marks(pdf(scaled))


def test_a_build_of_other_sources_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert compiled._load() is not None
    monkeypatch.setattr("crossfoot.schema.compiled._digest", lambda _: "0" * 64)
    assert compiled._load() is None
    monkeypatch.setattr("crossfoot.schema.compiled._digest", lambda _: None)
    assert compiled._load() is not None

"""Running feet, and remarks that a table goes on overleaf, are told from other lines."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from crossfoot.extract import margins
from crossfoot.extract.document import read_data
from crossfoot.extract.settings import ExtractSettings

PIECES = st.sampled_from(
    (
        "Table 3",
        "table",
        "cont",
        "Cont'd",
        "CONTINUED",
        "contract",
        " ",
        ".",
        "(",
        ")",
        "P",
        ".T",
        "O.",
        "please turn",
        " over",
        "PTO",
        "turnover",
        "return",
        "’d",
        "continues on page 4",
        "x",
    )
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=6).map("".join))
def test_a_remark_is_told_without_asking_its_pattern_of_every_line(text: str) -> None:
    assert margins._says_it_goes_on(text) == (margins._GOES_ON.search(text) is not None)


@pytest.mark.parametrize("text", ["Table 2 (cont'd)", "continued overleaf", "P.T.O.", "(pto)"])
def test_usual_remarks_are_told(text: str) -> None:
    assert margins._says_it_goes_on(text)


@pytest.mark.parametrize("text", ["The contract was let", "Staff turnover", "Photocopying"])
def test_other_lines_are_none(text: str) -> None:
    assert not margins._says_it_goes_on(text)


def test_a_foot_of_two_lines_on_sideways_pages_does_not_part_a_table() -> None:
    wide, high = landscape(A4)
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(wide, high))
    xs = (70, 120, 500, 780)
    for page in range(3):
        canvas.drawCentredString(wide / 2, 66, "NOT PROTECTED")
        canvas.drawCentredString(wide / 2, 50, f"{11 + page}")
        ys = [high - 75 - 40 * at for at in range(12)]
        for y in ys:
            canvas.line(xs[0], y, xs[-1], y)
        for x in xs:
            canvas.line(x, ys[0], x, ys[-1])
        for at, y in enumerate(ys[1:]):
            said = ("Complete", "Open")[at % 2]
            row = (f"{11 * page + at}", f"To plant trees in ward {7 * page + 3 * at}", said)
            heading = ("No.", "What is to be done", "How it stands")
            for x, text in zip(xs, row if page or at else heading, strict=False):
                canvas.drawString(x + 4, y + 8, text)
        canvas.showPage()
    canvas.save()
    reading = read_data(file.getvalue(), "drawn.pdf", ExtractSettings())
    assert [len(table.rows) for table in reading.tables] == [33]
    assert all(line.margin for line in reading.lines)

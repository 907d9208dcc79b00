from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from crossfoot.extract.document import read_data
from crossfoot.extract.settings import ExtractSettings
from crossfoot.schema.page import Doubt

ROWS = (("Indicator", "Outturn", "Target"), ("BV9", "98.5%", "98%"), ("BV10", "97.1%", "99%"))


def doubts_of(
    rows: Sequence[Sequence[str]], *, upright: bool = False, tail: str = ""
) -> list[Doubt]:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for at, row in enumerate((*rows, ("BV12", "9.3", "7.5"))):
        canvas.line(50, 700 - 20 * at, 400, 700 - 20 * at)
        for column, text in enumerate(row):
            canvas.drawString(55 + 120 * column, 686 - 20 * at, text + tail)
    bottom = 700 - 20 * (len(rows) + 1)
    canvas.line(50, bottom, 400, bottom)
    for x in (50, 170, 290, 400) if upright else ():
        canvas.line(x, 700, x, bottom)
    canvas.save()
    reading = read_data(file.getvalue(), "drawn.pdf", ExtractSettings())
    return [doubt for doubt in reading.doubts if doubt.kind == "unread_table"]


def test_rows_of_figures_without_headings_are_said_not_to_be_read() -> None:
    (doubt,) = doubts_of((*ROWS[1:], ROWS[1]))
    assert doubt.page == 1
    assert (doubt.box.x0, doubt.box.x1) == (50, 400)
    assert round(doubt.box.y1 - doubt.box.y0) == 80
    assert "headings" in doubt.message


def test_a_table_with_rules_between_rows_only_is_read_and_raises_nothing() -> None:
    assert doubts_of(ROWS) == []


def test_a_table_with_upright_rules_is_read_and_raises_nothing() -> None:
    assert doubts_of(ROWS, upright=True) == []


def test_prose_between_rules_is_no_table() -> None:
    assert doubts_of([("one line of prose that runs on",)] * 4) == []


def test_a_table_of_one_row_is_said_not_to_be_read() -> None:
    (doubt,) = doubts_of(ROWS[:1])
    assert "fewer than two rows" in doubt.message


def test_words_between_two_rules_are_no_table() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.line(50, 700, 400, 700)
    canvas.drawString(55, 686, "Indicators and outturns")
    canvas.line(50, 680, 400, 680)
    canvas.save()
    assert read_data(file.getvalue(), "drawn.pdf", ExtractSettings()).doubts == ()


def listed(rows: Sequence[tuple[str, str]]) -> list[Doubt]:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.drawString(55, 740, "What was spent on each of the services in this year of the plan")
    for at, (name, figure) in enumerate(rows):
        canvas.drawString(55, 700 - 14 * at, name)
        canvas.drawRightString(300, 700 - 14 * at, figure)
    canvas.save()
    reading = read_data(file.getvalue(), "drawn.pdf", ExtractSettings())
    return [doubt for doubt in reading.doubts if doubt.kind == "unread_table"]


def test_a_list_of_names_and_figures_without_rules_is_said_not_to_be_read() -> None:
    names = ("20-29", "Parks", "Streets", "Housing", "80 +")
    (doubt,) = listed([(name, f"0.{20 - at}") for at, name in enumerate(names)])
    assert "two columns" in doubt.message
    assert (round(doubt.box.x0), round(doubt.box.x1)) == (55, 300)


def test_a_table_of_contents_and_the_marks_of_a_chart_are_no_list() -> None:
    assert listed([(f"Chapter {'ABCDE'[at]}", str(2 + 3 * at)) for at in range(5)]) == []
    assert listed([(str(400 - 50 * at), str(80 - 10 * at)) for at in range(5)]) == []


def beside(names: Sequence[str], *, inside: bool = False) -> list[Doubt]:
    """A ruled table of figures with names left of its rules, or within them."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for at in range(len(names) + 1):
        canvas.line(50 if inside else 170, 700 - 20 * at, 350, 700 - 20 * at)
    for x in (50, 170, 260, 350)[not inside :]:
        canvas.line(x, 700, x, 700 - 20 * len(names))
    for at, name in enumerate(names):
        canvas.drawString(55, 686 - 20 * at, name)
        canvas.drawString(180, 686 - 20 * at, f"{90 + at}%")
        canvas.drawString(270, 686 - 20 * at, f"{80 + at}%")
    canvas.save()
    reading = read_data(file.getvalue(), "drawn.pdf", ExtractSettings())
    return [doubt for doubt in reading.doubts if doubt.kind == "unread_table"]


def test_names_of_rows_outside_the_rules_of_their_table_are_said_not_to_be_read() -> None:
    names = ("Rents", "Repairs", "Lettings", "Arrears", "Voids")
    (doubt,) = beside(names)
    assert "outside its rules" in doubt.message
    assert round(doubt.box.x0) == 55
    assert beside(names, inside=True) == []
    assert beside(("", "", "Lettings", "", "")) == []

"""Which cell text belongs to, and the doubts where it does not stand plainly inside one."""

from __future__ import annotations

import pytest

from crossfoot.extract.characters import Run
from crossfoot.schema.page import Box

from .drawn_pages import Pen, read, read_bytes, texts
from .two_loops import both

XS, YS = (50, 110, 250), (100, 130, 160)


def test_a_word_too_long_for_its_cell_stays_whole_and_is_doubted() -> None:
    def page(pen: Pen) -> None:
        pen.table(XS, YS, [["Communications", ""], ["FP1922_01", "Tax"]])

    reading = read(page)
    assert texts(reading.tables[0]) == [["Communications", ""], ["FP1922_01", "Tax"]]
    (doubt,) = reading.doubts
    assert doubt.kind == "straddle" and "Communications" in doubt.message
    assert doubt.page == 1 and 50 < doubt.box.x0 < 110 < doubt.box.x1


def test_a_line_too_long_for_its_cell_keeps_the_words_beyond_the_edge() -> None:
    def page(pen: Pen) -> None:
        pen.table(XS, YS, [["Produce the final accounts", ""], ["", "97.0%"]])

    reading = read(page)
    assert texts(reading.tables[0])[0] == ["Produce the final accounts", ""]
    assert [doubt.kind for doubt in reading.doubts] == ["straddle"]


def test_a_word_that_is_by_chance_centred_on_the_next_cell_stays_where_it_begins() -> None:
    def page(pen: Pen) -> None:
        wide = pen.canvas.stringWidth("Communications", "Helvetica", 10)
        middle = 54 + wide / 2
        xs = (50, middle - 15, middle + 15, 300)
        pen.table(xs, YS, [["Communications", "", ""], ["Officer", "5%", "x"]])

    assert texts(read(page).tables[0]) == [["Communications", "", ""], ["Officer", "5%", "x"]]


def test_a_centred_word_too_long_goes_to_the_cell_it_is_centred_in() -> None:
    def page(pen: Pen) -> None:
        pen.table((50, 150, 200, 300), YS, [["", "", ""], ["a", "b", "c"]])
        pen.canvas.setFont("Helvetica", 10)
        pen.canvas.drawCentredString(175, 800 - 112, "Communications")

    reading = read(page)
    assert texts(reading.tables[0])[0] == ["", "Communications", ""]
    assert [doubt.kind for doubt in reading.doubts] == ["straddle"]


def test_words_that_meet_at_a_rule_are_shared_out_with_a_doubt() -> None:
    def page(pen: Pen) -> None:
        pen.rules(XS, YS)
        pen.canvas.setFont("Helvetica", 10)
        pen.canvas.drawRightString(109.9, 800 - 112, "12.5")
        pen.canvas.drawString(110.2, 800 - 112, "13.0")

    reading = read(page)
    assert texts(reading.tables[0])[0] == ["12.5", "13.0"]
    assert [doubt.kind for doubt in reading.doubts] == ["touch"]


def test_a_word_over_a_rule_that_touches_another_word_stays_whole_and_is_doubted() -> None:
    def page(pen: Pen) -> None:
        pen.table(XS, YS, [["", ""], ["a", "b"]])
        pen.canvas.setFont("Helvetica", 10)
        pen.canvas.drawRightString(109.8 - 5.56, 800 - 112, "Due")
        pen.canvas.drawString(109.8 - 5.56, 800 - 112, "on")

    reading = read(page)
    assert texts(reading.tables[0]) == [["Dueon", ""], ["a", "b"]]
    assert [doubt.kind for doubt in reading.doubts] == ["touch", "straddle"]


def test_a_word_that_runs_out_of_its_table_stays_whole() -> None:
    def page(pen: Pen) -> None:
        pen.table(XS, YS, [["BV9", ""], ["BV10", "97.0%"]])
        pen.text(230, 112, "Infrastructure works")

    reading = read(page)
    assert texts(reading.tables[0])[0] == ["BV9", "Infrastructure works"]
    assert reading.lines == ()
    assert [doubt.kind for doubt in reading.doubts] == ["straddle"]


def test_text_cut_by_the_edge_below_is_doubted() -> None:
    def page(pen: Pen) -> None:
        pen.rules(XS, YS)
        pen.text(54, 112, "Tax")
        pen.text(54, 131, "collected")

    assert [doubt.kind for doubt in read(page).doubts] == ["overflow"]


def test_text_inside_the_bounds_of_a_table_but_in_no_cell_is_doubted() -> None:
    def page(pen: Pen) -> None:
        pen.table((50, 150, 250), (100, 130, 160), [["a", "b"], ["c", "d"]])
        pen.rules((150, 250, 350), (160, 190, 220))
        pen.text(154, 172, "e")
        pen.text(300, 120, "Beside")

    reading = read(page)
    assert [doubt.kind for doubt in reading.doubts] == ["unplaced"]
    assert "Beside" in [line.text for line in reading.lines]


def test_a_plain_table_raises_no_doubt() -> None:
    def page(pen: Pen) -> None:
        pen.table(XS, YS, [["BV9", "Council Tax collected"], ["BV10", "Rates collected"]])

    assert read(page).doubts == ()


def test_a_run_splits_into_its_characters_and_a_ligature_stays_whole() -> None:
    run = Run("9.3", 10, 0, 25, 10, 8, 10, 7, 2, (10, 16, 19))
    assert [(part.text, part.x0, part.x1, part.order) for part in run.split()] == [
        ("9", 10, 16, 7),
        (".", 16, 19, 8),
        ("3", 19, 25, 9),
    ]
    assert [part.space for part in run.split()] == [2, 0, 0]
    ligature = run._replace(text="ffi", lefts=(10.0,))
    assert ligature.split() == [ligature]


def test_boxes_of_doubts_are_rounded() -> None:
    def page(pen: Pen) -> None:
        pen.table(XS, YS, [["Communications", ""]])

    (doubt,) = read(page).doubts
    assert doubt.box == Box(*doubt.box).rounded()


def _in_a_deep_font(base: float) -> bytes:
    """Cells with an edge at 100 of 200 points, and a font that says it reaches far down.

    *base* is the baseline of the word in the upper one, in points from the top.
    """
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        "",
        "<</Type/Font/Subtype/TrueType/BaseFont/Deep/FirstChar 32/LastChar 122/Widths["
        + "500 " * 91
        + "]/FontDescriptor 6 0 R/Encoding/WinAnsiEncoding>>",
        "<</Type/FontDescriptor/FontName/Deep/Flags 32/FontBBox[0 -700 1000 1000]/ItalicAngle 0"
        "/Ascent 1000/Descent -700/CapHeight 700/StemV 80>>",
    ]
    content = (
        "1 w 50 100 100 50 re S 50 50 100 50 re S 150 100 100 50 re S 150 50 100 50 re S "
        f"BT /F1 10 Tf 54 {200 - base} Td (Collected) Tj ET BT /F1 10 Tf 54 70 Td (Paid) Tj ET"
    )
    objects[3] = f"<</Length {len(content)}>>stream\n{content}\nendstream"
    body = "".join(f"{at} 0 obj\n{entry}\nendobj\n" for at, entry in enumerate(objects, 1))
    return f"%PDF-1.7\n{body}trailer<</Root 1 0 R/Size 7>>\n%%EOF\n".encode()


@pytest.mark.parametrize(("base", "kinds"), [(99.0, []), (101.0, ["overflow", "overflow"])])
def test_only_letters_are_cut_and_not_the_room_that_their_font_claims(
    base: float, kinds: list[str]
) -> None:
    compiled, plain = both(lambda: read_bytes(_in_a_deep_font(base)))
    assert [doubt.kind for doubt in plain.doubts] == kinds
    assert compiled.doubts == plain.doubts
    assert texts(plain.tables[0])[0][0] == "Collected"

"""Characters become the text that is printed: blanks, hyphens, superscripts, turned words."""

from __future__ import annotations

import pytest

from crossfoot.schema.page import Cell

from .drawn_pages import HIGH, Draw, Pen, one_cell, pdf_with_a_sign, read, read_bytes, texts


def cell_of(draw: Draw, wide: float = 200, high: float = 60) -> Cell:
    def page(pen: Pen) -> None:
        pen.rules((40, 100, 100 + wide), (100, 100 + high))
        draw(pen)

    (table,) = read(page).tables
    return table.rows[0].cells[1]


def kerned(pen: Pen, text: str, kerning: float) -> None:
    """Letters placed one by one, each *kerning* font sizes away from its natural place."""
    x = 104.0
    for letter in text:
        pen.text(x, 112, letter)
        x += pen.canvas.stringWidth(letter, "Helvetica", 10) + 10 * kerning


@pytest.mark.parametrize("kerning", [-0.09, -0.04, 0.03])
def test_kerned_letters_stay_one_word(kerning: float) -> None:
    assert one_cell("Tax", lambda pen: kerned(pen, "WAVE11AVATo", kerning)) == "WAVE11AVATo"


@pytest.mark.parametrize("gap", [0.2, 0.28, 0.9])
def test_a_blank_where_only_the_gap_tells(gap: float) -> None:
    def draw(pen: Pen) -> None:
        pen.text(104, 112, "97.0%")
        pen.text(104 + pen.canvas.stringWidth("97.0%", "Helvetica", 10) + 10 * gap, 112, "98.1%")

    assert one_cell("Tax", draw) == "97.0% 98.1%"


def test_small_words_beside_a_large_one_keep_their_blanks() -> None:
    def draw(pen: Pen) -> None:
        pen.text(104, 120, "Tax", size=20)
        x = 104 + pen.canvas.stringWidth("Tax", "Helvetica", 20) + 8
        for word in ("paid", "on", "time"):
            pen.text(x, 120, word, size=8)
            x += pen.canvas.stringWidth(word, "Helvetica", 8) + 2

    assert one_cell("Rent", draw) == "Tax paid on time"


@pytest.mark.parametrize("stretch", [1.5, 6.0])
def test_justified_text(stretch: float) -> None:
    def draw(pen: Pen) -> None:
        text = pen.canvas.beginText(104, HIGH - 112)
        text.setFont("Helvetica", 10)
        text.setWordSpace(stretch)
        text.textLine("Council Tax collected by")
        text.textLine("direct debit")
        pen.canvas.drawText(text)

    assert one_cell("Tax", draw) == "Council Tax collected by direct debit"


@pytest.mark.parametrize("away", [0.25, 0.4])
@pytest.mark.parametrize("text", ["In Progress", "11", "100%", "FP1922_11"])
def test_text_printed_twice_to_look_bold_is_read_once(text: str, away: float) -> None:
    def draw(pen: Pen) -> None:
        pen.text(104, 112, text)
        pen.text(104 + away, 112, text)

    assert one_cell("Tax", draw) == text


def test_double_letters_are_not_taken_for_bold() -> None:
    assert one_cell("Tax", lambda pen: pen.text(104, 112, "Illness bill 111 100")) == (
        "Illness bill 111 100"
    )


def test_a_hyphen_at_a_line_end_stays() -> None:
    for text, whole in (("FP-\n1922", "FP-1922"), ("Self-\nIsolation", "Self-Isolation")):
        assert one_cell("Tax", lambda pen, text=text: pen.text(104, 112, text)) == whole


def test_a_soft_hyphen_that_is_printed_stays() -> None:
    assert one_cell("Tax", lambda pen: pen.text(104, 112, "commu\u00ad\nnity")) == "commu-nity"


@pytest.mark.parametrize("size", [5.8, 6.5, 7.5, 8.3])
@pytest.mark.parametrize("rise", [1.5, 3.3, 4.0])
def test_a_superscript_is_not_glued_to_the_figure(size: float, rise: float) -> None:
    def draw(pen: Pen) -> None:
        pen.text(104, 112, "38")
        pen.text(104 + pen.canvas.stringWidth("38", "Helvetica", 10), 112 - rise, "1", size=size)

    cell = cell_of(draw)
    assert (cell.text, cell.plain, cell.raised_text) == ("381", "38", "1")


def test_a_superscript_at_the_start_and_inside_of_a_line() -> None:
    def draw(pen: Pen) -> None:
        x = 104.0
        for word, size, rise in (("a", 6, 3.5), ("Tax", 10, 0), ("2", 6, 3.5), ("paid", 10, 0)):
            pen.text(x, 112 - rise, word, size=size)
            x += pen.canvas.stringWidth(word, "Helvetica", size) + (3 if word == "2" else 0)

    assert cell_of(draw).plain == "Tax paid"
    assert cell_of(draw).raised_text == "a 2"


def test_small_text_on_the_baseline_is_no_superscript() -> None:
    def draw(pen: Pen) -> None:
        pen.text(104, 112, "97")
        pen.text(104 + pen.canvas.stringWidth("97", "Helvetica", 10), 112, "%", size=7)

    assert cell_of(draw).plain == "97%"


@pytest.mark.parametrize(
    ("meaning", "text"),
    [
        ("FB01", "ofice"),
        ("FB03", "office"),
        ("006600660069", "office"),
        ("660066006900", "office"),  # as Ghostscript 10.00 writes it again
        ("6600CF00", "office"),
        ("6C00", "o\u6c00ce"),
        ("0003", "o\ufffdce"),
        ("FFFD", "o\ufffdce"),
    ],
)
def test_ligatures_are_spelled_out_and_signs_that_are_no_letter_say_so(
    meaning: str, text: str
) -> None:
    (table,) = read_bytes(pdf_with_a_sign("o$ce", "$", meaning)).tables
    assert table.rows[0].cells[0].text == text


def test_a_ligature_that_a_rule_cuts_off_does_not_break_the_reader() -> None:
    (table,) = read_bytes(pdf_with_a_sign("o" * 12 + "$ce", "$", "FB03")).tables
    assert table.rows[0].cells[0].text == "o" * 12 + "ffice"


@pytest.mark.parametrize("turn", [90, -90])
@pytest.mark.parametrize("text", ["Outturn 2018/19", "Q1", "Target\n2019/20"])
def test_turned_words_read_in_their_own_direction(text: str, turn: float) -> None:
    def draw(pen: Pen) -> None:
        pen.canvas.saveState()
        pen.canvas.translate(*((120, HIGH - 195) if turn > 0 else (130, HIGH - 105)))
        pen.canvas.rotate(turn)
        pen.canvas.setFont("Helvetica", 10)
        for at, line in enumerate(text.split("\n")):
            pen.canvas.drawString(0, -12 * at, line)
        pen.canvas.restoreState()

    assert one_cell("Tax", draw, wide=60, high=100) == text.replace("\n", " ")


def test_level_and_turned_words_in_one_cell_are_not_mixed() -> None:
    def draw(pen: Pen) -> None:
        pen.text(140, 112, "97.0%")
        pen.canvas.saveState()
        pen.canvas.translate(115, HIGH - 190)
        pen.canvas.rotate(90)
        pen.canvas.drawString(0, 0, "Outturn")
        pen.canvas.restoreState()

    assert one_cell("Tax", draw, high=100) == "97.0% Outturn"


def test_a_watermark_leaves_the_cells_alone() -> None:
    def page(pen: Pen) -> None:
        pen.table((50, 150, 400), (100, 200, 300), [["BV9", "97.0%"], ["BV10", "98.1%"]])
        pen.canvas.saveState()
        pen.canvas.translate(80, HIGH - 290)
        pen.canvas.rotate(35)
        pen.canvas.setFont("Helvetica", 60)
        pen.canvas.drawString(0, 0, "DRAFT")
        pen.canvas.restoreState()

    reading = read(page)
    assert [[cell.text for cell in row.cells] for row in reading.tables[0].rows] == [
        ["BV9", "97.0%"],
        ["BV10", "98.1%"],
    ]
    assert "DRAFT" in [line.text for line in reading.lines]
    assert not reading.doubts


def test_lines_that_begin_below_each_other_are_their_cells_where_no_blank_is_printed() -> None:
    def page(pen: Pen, below: float) -> None:
        pen.rules((50, 150, 254, 500), (100, 130))
        pen.canvas.setFont("Helvetica", 10)
        painted = "[(98.25%) -300 (The) -278 (board) -278 (is) -278 (content) -278 (and)]"
        pen.canvas._code.append(f"BT /F1 10 Tf 1 0 0 1 218.5 688 Tm {painted} TJ ET")
        pen.text(below, 126, "agrees")

    (table,) = read(lambda pen: page(pen, 255.41)).tables
    assert texts(table) == [["", "98.25%", "The board is content and agrees"]]
    assert [doubt.kind for doubt in read(lambda pen: page(pen, 258)).doubts] == ["straddle"]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_watermark_that_stands_level_leaves_the_cells_alone(ruled: bool) -> None:
    rows = [["Code", "2018/19", "2019/20"], *([f"BV{at}", "97.0%", "98.1%"] for at in range(9, 19))]
    xs, ys = (50, 200, 300, 400), [100 + 16 * at for at in range(12)]

    def page(pen: Pen, word: str) -> None:
        pen.canvas.setFillGray(0.8)
        pen.text(60, 210, word, size=100, font="Helvetica-Bold")
        pen.canvas.setFillGray(0)
        if ruled:
            pen.rules(xs, ys)
        else:
            for y in ys:
                pen.line(50, y, 400, y)
        pen.words(xs, ys, rows)

    reading = read(lambda pen: page(pen, "DRAFT"))
    assert texts(reading.tables[0]) == rows
    assert not reading.doubts
    assert "DRAFT" in [line.text for line in reading.lines]


def test_a_level_watermark_leaves_the_lines_under_it_alone() -> None:
    captions = ["Business Transformation", "Critical Success Indicators for the year 2019/20"]

    def page(pen: Pen) -> None:
        pen.table((50, 150, 250), (500, 520, 540), [["Ref", "Outturn"], ["BV8", "98%"]])
        for at, caption in enumerate(captions):
            pen.text(50, 300 + 28 * at, caption)
        pen.canvas.setFillGray(0.85)
        pen.text(110, 340, "DRAFT", size=120)

    assert sorted(line.text for line in read(page).lines) == sorted([*captions, "DRAFT"])


def test_a_watermark_at_a_slant_is_one_line_whatever_it_lies_over() -> None:
    def page(pen: Pen) -> None:
        pen.table((50, 150, 250), (500, 520, 540), [["Ref", "Outturn"], ["BV8", "98%"]])
        pen.text(200, 400, "Rent collected in time")
        pen.canvas.setFillGray(0.85)
        pen.canvas.setFont("Helvetica", 90)
        pen.canvas.translate(60, 150)
        pen.canvas.rotate(45)
        pen.canvas.drawString(0, 0, "CONFIDENTIAL")

    texts_of = [line.text for line in read(page).lines]
    assert sorted(texts_of) == ["CONFIDENTIAL", "Rent collected in time"]


def test_a_large_heading_of_words_and_a_year_is_one_line() -> None:
    def page(pen: Pen) -> None:
        pen.text(50, 300, "Performance Report 2019/20", size=36)
        pen.text(50, 336, "Report of the Chief Executive", size=12)

    assert [line.text for line in read(page).lines] == [
        "Performance Report 2019/20",
        "Report of the Chief Executive",
    ]


def test_a_large_figure_over_cells_is_no_watermark() -> None:
    def page(pen: Pen) -> None:
        pen.table((50, 150, 250), (100, 120, 140), [["BV9", "97.0%"], ["BV10", "98.1%"]])
        pen.text(130, 135, "12", size=40)

    assert read(page).doubts


def test_a_large_word_in_a_large_cell_stays_there() -> None:
    assert one_cell("Rating", lambda pen: pen.text(110, 150, "GOOD", size=36)) == "GOOD"


def test_a_small_heading_at_a_slant_is_said_to_be_in_no_cell() -> None:
    def page(pen: Pen) -> None:
        pen.table((50, 150, 400), (100, 200, 300), [["BV9", "97.0%"], ["BV10", ""]])
        pen.canvas.saveState()
        pen.canvas.translate(200, HIGH - 290)
        pen.canvas.rotate(45)
        pen.canvas.setFont("Helvetica", 12)
        pen.canvas.drawString(0, 0, "Outturn")
        pen.canvas.restoreState()

    assert [doubt.kind for doubt in read(page).doubts] == ["unplaced"]


def test_what_is_painted_in_one_go_over_two_cells_stays_in_both() -> None:
    """Ghostscript and cairo paint what stands near each other as one text."""

    def page(pen: Pen, painted: str) -> None:
        pen.table((50, 150, 250, 500), (100, 130), [["Rent arrears of all", "", ""]])
        pen.canvas._code.append(f"BT /F1 10 Tf 1 0 0 1 218 688 Tm {painted} TJ ET")

    as_printed = "[(98.25%) -571 (The) -2 ( board is content.)]"  # 4 pt: padding of 2 on both sides
    (table,) = read(lambda pen: page(pen, as_printed)).tables
    assert texts(table) == [["Rent arrears of all", "98.25%", "The board is content."]]

    ran_over = "[(The ) -2 (board is content.)]"
    reading = read(lambda pen: page(pen, ran_over))
    assert texts(reading.tables[0])[0].count("The board is content.") == 1
    assert [doubt.kind for doubt in reading.doubts] == ["straddle"]


def test_columns_of_prose_are_lines_of_their_own() -> None:
    def page(pen: Pen) -> None:
        pen.text(50, 100, "Of 32 indicators 20 are green")
        pen.text(350, 100, "Three are amber")

    assert [line.text for line in read(page).lines] == [
        "Of 32 indicators 20 are green",
        "Three are amber",
    ]


def test_a_turned_line_outside_tables_has_its_box_on_the_page() -> None:
    def page(pen: Pen) -> None:
        pen.text(50, 100, "This report tells the committee how services performed.")
        pen.canvas.translate(30, HIGH - 500)
        pen.canvas.rotate(90)
        pen.canvas.drawString(0, 0, "Appendix 1")

    (line,) = read(page).lines[1:]
    assert line.text == "Appendix 1"
    assert 15 < line.box.x0 < line.box.x1 < 45 and 430 < line.box.y0 < line.box.y1 <= 501

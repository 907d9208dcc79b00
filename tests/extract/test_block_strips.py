"""A small table for each indicator, without rules: headings that all of them print again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read, texts

XS = (60.0, 160.0, 260.0, 360.0, 450.0)
HEADINGS = ("2018/19", "Q1 2019/20", "Q2 2019/20", "Target", "Status")
WASTE = ("Waste recycled or composted", ("41%", "42.5%", "43%", "45%", "Red"))
BINS = ("Bins missed per 100,000", ("61", "-", "58", "60", "Green"))
HOMES = ("Homes let within 21 days", ("88%", "90%", "91%", "95%", "Amber"))
REMARK = "Note: a new contract began in May."


def strip(
    pen: Pen, name: str, values: Sequence[str], top: float, note: str = "", pitch: float = 16
) -> float:
    """Draw one strip, its name first; return where its last line stands."""
    if name:
        pen.text(50, top, name, font="Helvetica-Bold")
    for x, text in zip(XS, HEADINGS, strict=True):
        pen.text(x, top + pitch, text)
    for x, text in zip(XS, values, strict=False):
        pen.text(x, top + 2 * pitch, text)
    if note:
        pen.text(50, top + 3 * pitch, note)
    return top + (3 if note else 2) * pitch


def page_of(*blocks: tuple[str, Sequence[str]], space: float = 40, note: str = REMARK) -> Reading:
    def page(pen: Pen) -> None:
        top = 100.0
        for name, values in blocks:
            top = strip(pen, name, values, top, note) + space

    return read(page)


def test_each_strip_is_a_table_with_its_name_its_headings_its_values_and_its_note() -> None:
    reading = page_of(WASTE, BINS, HOMES)
    assert [texts(table) for table in reading.tables] == [
        [[name], list(HEADINGS), list(values), [REMARK]] for name, values in (WASTE, BINS, HOMES)
    ]
    assert not reading.doubts


def test_two_strips_are_enough_and_need_no_note() -> None:
    reading = page_of(WASTE, BINS, note="")
    assert [texts(table)[0] for table in reading.tables] == [[WASTE[0]], [BINS[0]]]
    assert [texts(table)[-1] for table in reading.tables] == [list(WASTE[1]), list(BINS[1])]


def test_a_value_left_out_leaves_its_own_column_blank() -> None:
    reading = page_of(WASTE, ("Bins missed", ("61", "", "58", "", "Green")), HOMES)
    assert texts(reading.tables[1])[2] == ["61", "", "58", "", "Green"]


def test_a_label_below_headings_of_quarters_is_in_a_column_of_its_own() -> None:
    def page(pen: Pen) -> None:
        for top, name, base in ((100, "Waste recycled", 40), (200, "Homes let", 80)):
            pen.text(50, top, name, font="Helvetica-Bold")
            for at, x in enumerate(XS[1:], 1):
                pen.text(x, top + 16, f"Q{at}")
            pen.text(50, top + 32, "Actual")
            for at, x in enumerate(XS[1:], 1):
                pen.text(x, top + 32, f"{base + at}%")

    assert [texts(table) for table in read(page).tables] == [
        [[name], ["", "Q1", "Q2", "Q3", "Q4"], ["Actual", *(f"{base + at}%" for at in range(1, 5))]]
        for name, base in (("Waste recycled", 40), ("Homes let", 80))
    ]


def test_a_name_as_near_to_the_values_above_as_to_its_headings_is_refused() -> None:
    reading = page_of(WASTE, BINS, HOMES, space=16, note="")
    assert not reading.tables
    assert ["begins" in doubt.message for doubt in reading.doubts] == [True]


def test_figures_without_a_name_at_the_head_of_a_page_are_refused_and_told() -> None:
    def page(pen: Pen) -> None:
        pen.text(450, 80, "Tillingham Borough Council")
        strip(pen, "", WASTE[1], 100)
        strip(pen, *BINS, 180)
        strip(pen, *HOMES, 260)

    reading = read(page)
    assert [texts(table)[0] for table in reading.tables] == [[BINS[0]], [HOMES[0]]]
    (doubt,) = reading.doubts
    assert "no name" in doubt.message
    assert 100 < doubt.box.y0 < doubt.box.y1 < 140


def test_a_name_over_two_lines_is_one_cell() -> None:
    long = ("Complaints answered within ten\nworking days of their receipt", WASTE[1])

    def page(pen: Pen) -> None:
        for top, (name, values) in ((100, WASTE), (200, long), (300, BINS)):
            first, *more = name.split("\n")
            pen.text(50, top - 12 * len(more), first)
            for line in more:
                pen.text(50, top, line)
            strip(pen, "", values, top)

    found = [texts(table)[0][0] for table in read(page).tables]
    assert found == [WASTE[0], long[0].replace("\n", " "), BINS[0]]


def test_other_rows_below_a_note_are_not_told() -> None:
    def page(pen: Pen) -> None:
        for top, (name, values) in ((100, WASTE), (220, BINS)):
            low = strip(pen, name, values, top, REMARK)
            pen.text(XS[0], low + 16, "77%")
            pen.text(XS[2], low + 16, "Planned")

    reading = read(page)
    assert not reading.tables
    assert reading.doubts


def shifted(pen: Pen, values: Sequence[str], top: float) -> None:
    """A strip whose headings stand elsewhere than those of all others."""
    pen.text(50, top, "Homes empty for six months")
    for at, text in enumerate(HEADINGS):
        pen.text(55 + 105 * at, top + 16, text)
    for at, text in enumerate(values):
        if text:
            pen.text(57 + 105 * at, top + 32, text)


def test_a_strip_whose_headings_stand_elsewhere_has_a_value_right_under_each() -> None:
    def page(pen: Pen) -> None:
        strip(pen, *WASTE, 100)
        strip(pen, *BINS, 180)
        shifted(pen, HOMES[1], 260)

    tables = [texts(table) for table in read(page).tables]
    assert tables[2] == [["Homes empty for six months"], list(HEADINGS), list(HOMES[1])]


def test_one_whose_headings_stand_elsewhere_may_lack_a_value() -> None:
    def page(pen: Pen) -> None:
        strip(pen, *WASTE, 100)
        strip(pen, *BINS, 180)
        shifted(pen, ("88%", "", "91%", "95%", "Amber"), 260)

    table = read(page).tables[2]
    assert texts(table)[2] == ["88%", "", "91%", "95%", "Amber"]


def test_one_whose_headings_and_values_stand_elsewhere_is_refused_and_the_others_are_read() -> None:
    def page(pen: Pen) -> None:
        strip(pen, *WASTE, 100)
        strip(pen, *BINS, 180)
        shifted(pen, ("88%", "", "", "95%", "Amber"), 260)
        pen.text(222, 292, "90%")

    reading = read(page)
    assert [texts(table)[0] for table in reading.tables] == [[WASTE[0]], [BINS[0]]]
    assert ["right under" in doubt.message for doubt in reading.doubts] == [True]


def test_a_strip_that_the_page_ends_above_its_values_is_refused_and_told() -> None:
    def page(pen: Pen) -> None:
        strip(pen, *WASTE, 100)
        strip(pen, *BINS, 180)
        strip(pen, HOMES[0], (), 260)

    reading = read(page)
    assert [texts(table)[0] for table in reading.tables] == [[WASTE[0]], [BINS[0]]]
    (doubt,) = reading.doubts
    assert "page ends" in doubt.message


@pytest.mark.parametrize("x", [50, 245, 260])
def test_a_year_over_columns_is_no_name_and_its_table_is_refused(x: float) -> None:
    """It stands at the left, in the middle, or over one of them, and the same over all tables."""

    def page(pen: Pen) -> None:
        for top in (100, 200):
            pen.text(x, top, "2018/19", size=12)
            strip(pen, "", WASTE[1], top)

    reading = read(page)
    assert not reading.tables
    assert ["columns a heading stands over" in doubt.message for doubt in reading.doubts] == [True]


@pytest.mark.parametrize("off", [5.5, 6.0])
def test_a_heading_of_two_lines_set_to_the_middle_of_the_others_is_one(off: float) -> None:
    """Its first line stands less than a line above theirs, in all strips, and is no name."""

    def page(pen: Pen) -> None:
        for top, (name, values) in ((100, WASTE), (200, BINS), (300, HOMES)):
            pen.text(50, top, name)
            for x, text in zip(XS, HEADINGS, strict=True):
                if text != "Target":
                    pen.text(x, top + 22, text)
            pen.text(XS[3], top + 22 - off, "2019/20")
            pen.text(XS[3], top + 22 + off, "Target")
            for x, text in zip(XS, values, strict=True):
                pen.text(x, top + 44, text)

    heads = [text if text != "Target" else "2019/20 Target" for text in HEADINGS]
    assert [texts(table) for table in read(page).tables] == [
        [[name], heads, list(values)] for name, values in (WASTE, BINS, HOMES)
    ]


ACTION_XS = (50.0, 100.0, 250.0, 300.0, 470.0)
ACTION_HEADS = ("Ref", "Key Action", "RAG", "What is done", "By When")
PLANNED = (
    ("1.1", ("Buy bins for the flats", "above the shops"), "Red", ("Two quotes have", "come in.")),
    ("1.2", ("Mend the roof of", "the town hall"), "Amber", ("A scaffold has been", "ordered.")),
    ("1.3", ("Train the wardens",), "Green", ("None required.",)),
)


def ruled_rows(pen: Pen, name: str, top: float, first: str) -> float:
    """Draw a table with rules between its rows, each cell painted whole; return where it ends."""
    pen.text(50, top, name, font="Helvetica-Bold", size=11)
    top += 12
    pen.line(45, top, 545, top)
    for x, text in zip(ACTION_XS, ACTION_HEADS, strict=True):
        pen.text(x, top + 14, text, font="Helvetica-Bold")
    top += 20
    pen.line(45, top, 545, top)
    for code, title, light, done in PLANNED if first else ():
        cells = ((f"{first}.{code}",), title, (light,), done, ("Mar-20",))
        for x, lines in zip(ACTION_XS, cells, strict=True):
            for at, text in enumerate(lines):
                pen.text(x, top + 13 + 12 * at, text)
        top += 19 + 12 * (max(map(len, cells)) - 1)
        pen.line(45, top, 545, top)
    return top + 26


def test_rows_that_rules_part_stay_whole_where_the_same_headings_stand_alone_at_the_foot() -> None:
    def page(pen: Pen) -> None:
        top = ruled_rows(pen, "Homes and streets", 200, "1")
        top = ruled_rows(pen, "Work and skills", top, "2")
        top = ruled_rows(pen, "Health", top, "3")
        ruled_rows(pen, "Money", 755, "")

    reading = read(page)
    assert [table.ruling for table in reading.tables] == ["rows"] * 3
    assert [[row[:2] for row in texts(table)[1:]] for table in reading.tables] == [
        [[f"{at}.{code}", " ".join(title)] for code, title, _, _ in PLANNED] for at in (1, 2, 3)
    ]


LATE_XS = (50.0, 200.0, 260.0, 330.0, 480.0)
LATE_HEADS = ("Indicator", "Target", "Actual", "Reason", "Owner")


def late_rows(pen: Pen, name: str, top: float, rows: Sequence[Sequence[str]]) -> float:
    """Draw a table without rules, each cell painted whole; return where the next one's name is."""
    pen.text(50, top, name, font="Helvetica-Bold")
    top += 20
    pen.rect(45, top - 11, 560, top + 6, fill="#D0D8E8", width=None)
    for x, text in zip(LATE_XS, LATE_HEADS, strict=True):
        pen.text(x, top, text, font="Helvetica-Bold")
    top += 20
    for cells in rows:
        for x, text in zip(LATE_XS, cells, strict=True):
            pen.text(x, top, text)
        top += 12 * max(text.count("\n") + 1 for text in cells) + 8
    return top + 14


def test_the_last_lines_of_a_name_and_a_remark_painted_with_the_first_are_no_foot() -> None:
    wrapped = [
        ["Letters answered in ten", "95%", "93%", "Two posts were not\nfilled.", "Head of Place"],
        ["Requests answered in 20\ndays", "96%", "94%", "Sickness is high;\ncover is in.", "Legal"],
    ]
    plain = [["Streets free of litter", "94%", "91%", "A van was off the\nroad.", "Assets"]]

    def page(pen: Pen) -> None:
        for x, text in zip(LATE_XS, ("Rates paid", "90%", "88%", "Low", "Tax"), strict=True):
            pen.text(x, 60, text)
        top = late_rows(pen, "Customer", 100, wrapped)
        late_rows(pen, "Places", top, [*plain, *plain])

    names = [[row[0] for row in texts(table)] for table in read(page).tables]
    assert [row for row in names[0] if row != "Customer"] == [
        "Indicator",
        "Letters answered in ten",
        "Requests answered in 20 days",
    ]

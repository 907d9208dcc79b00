"""Tables without upright rules, drawn cell by cell; and print that is no table."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from crossfoot.schema.page import Reading

from .drawn_pages import Draw, Pen, read, read_bytes, spans, texts

XS = (50, 110, 300, 370, 440)
HEADING = ("Code", "Indicator", "Target", "Outturn")
ROWS = (
    ("BV8", "Invoices paid on time", "99.0%", "98.2%"),
    ("BV9", "Council tax collected", "98.0%", "97.1%"),
    ("BV12", "Days lost to sickness", "7.50", "9.31"),
)
TABLE = [list(HEADING), *map(list, ROWS)]


def aligned(pen: Pen, rules: tuple[float, ...] = (), left: float = 0, step: float = 20) -> None:
    """The table with rules at the given heights below its top, 100 points down the page."""
    for at in rules:
        pen.line(50 + left, 100 + at, 500 + left, 100 + at)
    for number, row in enumerate((HEADING, *ROWS)):
        for x, text in zip(XS, row, strict=False):
            pen.text(x + left, 114 + number * step, text)


def unread(reading: Reading) -> list[str]:
    return [doubt.message for doubt in reading.doubts if doubt.kind == "unread_table"]


@pytest.mark.parametrize(
    ("rules", "ruling"),
    [
        ((0, 20, 40, 60, 80), "rows"),
        ((20, 40, 60), "rows"),
        ((0, 20, 80), "none"),
        ((20, 80), "none"),
        ((20,), "none"),
        ((), "none"),
    ],
)
def test_a_table_is_read_with_row_rules_few_rules_and_none(
    rules: tuple[float, ...], ruling: str
) -> None:
    reading = read(lambda pen: aligned(pen, rules))
    (table,) = reading.tables
    assert texts(table) == TABLE
    assert table.ruling == ruling
    assert not reading.lines
    assert not unread(reading)


def test_a_table_under_prose_leaves_the_prose_out() -> None:
    def page(pen: Pen) -> None:
        pen.text(50, 60, "The table below shows how the services did in the first quarter of 2019.")
        aligned(pen, (0, 20, 80))
        pen.text(50, 220, "Members are asked to note the position.")

    reading = read(page)
    assert texts(reading.tables[0]) == TABLE
    assert [line.text[:7] for line in reading.lines] == ["The tab", "Members"]


@pytest.mark.parametrize("title", [14.0, 9.0])
def test_tables_of_one_width_below_each_other_part_at_the_headings_under_a_title(
    title: float,
) -> None:
    other = ("Ref", "Measure", "Aim", "Result")

    def page(pen: Pen) -> None:
        aligned(pen, (0, 20, 40, 60, 80))
        pen.text(50, 210, "Homes and neighbourhoods", title)
        for at in (120, 140, 160, 180):
            pen.line(50, 100 + at, 500, 100 + at)
        for number, row in enumerate((other, *ROWS[:2])):
            for x, text in zip(XS, row, strict=False):
                pen.text(x, 234 + number * 20, text)

    reading = read(page)
    assert [texts(table) for table in reading.tables] == [TABLE, [list(other), *TABLE[1:3]]]
    assert not unread(reading)
    assert "Homes and neighbourhoods" in [line.text for line in reading.lines]


def test_a_table_beside_a_ruled_one_is_read() -> None:
    def page(pen: Pen) -> None:
        for at in (0, 20, 40, 60, 80):
            pen.line(40, 100 + at, 360, 100 + at)
        for number, row in enumerate((HEADING, *ROWS)):
            for x, text in zip((42, 90, 240, 300), row, strict=False):
                pen.text(x, 114 + number * 20, text)
        pen.table((400, 470, 540), (100, 120, 140, 160), [["Red", "1"], ["Amber", "2"]])

    tables = read(page).tables
    assert [table.ruling for table in tables] == ["rows", "ruled"]
    assert texts(tables[0]) == TABLE


def test_an_unread_table_beside_a_ruled_one_is_named() -> None:
    def page(pen: Pen) -> None:
        pen.table((40, 110, 180), (100, 120, 140, 160), [["Red", "1"], ["Amber", "2"]])
        for at in (0, 20, 40, 60):
            pen.line(250, 100 + at, 560, 100 + at)
            pen.text(255, 114 + at, "Invoices paid")
            pen.text(380, 114 + at, "98.2%")
            pen.text(450, 114 + at, "99.1%")

    reading = read(page)
    assert len(reading.tables) == 1
    assert unread(reading)


def test_words_that_no_blank_parts_are_never_one_cell() -> None:
    """Two points between right-aligned columns: the narrowest padding that is drawn."""

    def page(pen: Pen) -> None:
        aligned(pen)
        for number, text in enumerate(("Variance", "-0.8%", "-0.9%", "1.81")):
            pen.text(440 + (36, 29, 29, 23)[number], 114 + number * 20, text)

    reading = read(page)
    if reading.tables:
        assert [row[-1] for row in texts(reading.tables[0])] == [
            "Variance",
            "-0.8%",
            "-0.9%",
            "1.81",
        ]
    else:
        assert unread(reading)


def drawn(data: list[list[str]], style: list[tuple[object, ...]], widths: list[float]) -> Reading:
    """A reportlab table of wrapped paragraphs, 9 pt."""
    paragraph = ParagraphStyle("cell", fontSize=9, leading=10.8)
    cells = [[Paragraph(text, paragraph) if text else "" for text in row] for row in data]
    buffer = io.BytesIO()
    table = Table(cells, colWidths=widths, style=TableStyle(style))
    SimpleDocTemplate(buffer, invariant=1).build([table])
    return read_bytes(buffer.getvalue())


LONG = "Percentage of household waste sent for reuse, recycling and composting"


@pytest.mark.parametrize("valign", ["TOP", "MIDDLE", "BOTTOM"])
def test_a_wrapped_title_stays_with_its_row_wherever_the_figures_stand(valign: str) -> None:
    data = [["Code", "Indicator", "Target", "Outturn"]]
    data += [["NI 192", LONG, "45.0%", "44.1%"], ["NI 193", "Landfilled", "55.0%", "55.9%"]]
    data += [["NI 194", LONG, "45.5%", "44.4%"]]
    reading = drawn(data, [("VALIGN", (0, 0), (-1, -1), valign)], [50, 120, 60, 60])
    (table,) = reading.tables
    assert texts(table) == data


def test_a_wrapped_title_is_one_cell_where_rows_as_near_as_lines_are_painted_cell_by_cell() -> None:
    data = [["Code", "Indicator", "Target", "Outturn"]]
    data += [[f"NI {at}", LONG, "45.0%", "44.1%"] for at in (192, 193, 194)]
    tight = [("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]
    reading = drawn(data, [*tight, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")], [50, 120, 60, 60])
    (table,) = reading.tables
    assert texts(table) == data


def test_a_heading_over_columns_spans_them_and_the_others_reach_through() -> None:
    data = [["Code", "Indicator", "2019/20", ""], ["", "", "Target", "Outturn"], *map(list, ROWS)]
    rules = [("LINEBELOW", (0, 1), (-1, -1), 0.5, "black"), ("LINEABOVE", (0, 0), (-1, 0), 0.5)]
    merged = [("SPAN", (2, 0), (3, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1))]
    centred = [("ALIGN", (2, 0), (3, 0), "CENTER")]
    buffer = io.BytesIO()
    style = TableStyle([*rules[:1], (*rules[1], "black"), *merged, *centred])
    SimpleDocTemplate(buffer, invariant=1).build([Table(data, style=style)])
    (table,) = read_bytes(buffer.getvalue()).tables
    assert {(1, 3, 1, 2, "2019/20"), (1, 1, 2, 1, "Code"), (2, 4, 1, 1, "Outturn")} < spans(table)


def test_stripes_and_a_coloured_bar_neither_split_nor_join_rows() -> None:
    def page(pen: Pen) -> None:
        pen.rect(50, 100, 500, 120, "#cccccc", None)
        pen.rect(50, 140, 500, 160, "#eeeeee", None)
        pen.rect(52, 123, 90, 137, "#ffff00", None)
        aligned(pen)

    (table,) = read(page).tables
    assert texts(table) == TABLE
    assert table.rows[0].cells[1].parts[0].fill == "#cccccc"


def lines_of_print(*rows: tuple[tuple[float, str], ...]) -> Draw:
    def page(pen: Pen) -> None:
        for number, row in enumerate(rows):
            for x, text in row:
                pen.text(x, 100 + number * 16, text)
        pen.colour(HexColor("#000000"))

    return page


CONTENTS = (
    ((50, "Item"), (100, "Title"), (500, "Page")),
    *(((50, f"{at}."), (100, f"Report number {at}"), (500, str(3 * at))) for at in range(1, 9)),
)
ADDRESSES = (
    ((50, "Town Hall"), (250, "Civic Centre"), (450, "Depot")),
    ((50, "1 High Street"), (250, "20 Park Road"), (450, "3 Mill Lane")),
    ((50, "Anytown"), (250, "Othertown"), (450, "Thirdtown")),
    ((50, "01234 567890"), (250, "01234 567891"), (450, "01234 567892")),
)
TWO_COLUMNS = tuple(
    (
        (50, "The council collected 97 per cent of"),
        (310, "what was due and paid 98 of 100 bills"),
    )
    for _ in range(12)
)
SIGNATURES = (
    ((50, "Signed"), (200, "........................"), (400, "Date 12 May 2019")),
    ((50, "Chair"), (200, "........................"), (400, "Date 13 May 2019")),
    ((50, "Officer"), (200, "........................"), (400, "Date 14 May 2019")),
)


@pytest.mark.parametrize("rows", [CONTENTS, ADDRESSES, TWO_COLUMNS, SIGNATURES])
def test_what_is_no_table_of_figures_is_not_read_as_one(
    rows: tuple[tuple[object, ...], ...],
) -> None:
    assert not read(lines_of_print(*rows)).tables  # type: ignore[arg-type]


def small(pen: Pen, left: float, rules: range = range(0)) -> None:
    for number, row in enumerate((HEADING, *ROWS)):
        for x, text in zip((0, 40, 150, 200), row, strict=True):
            pen.text(left + x, 113 + number * 18, text, 8)
    for at in rules:
        pen.line(left - 3, 100 + at * 18, left + 235, 100 + at * 18)


@pytest.mark.parametrize("rules", [range(0), range(5)])
def test_two_tables_side_by_side_stay_two(rules: range) -> None:
    def page(pen: Pen) -> None:
        small(pen, 40, rules)
        small(pen, 320, rules)

    assert [texts(table) for table in read(page).tables] == [TABLE, TABLE]


def test_a_frame_around_a_figure_is_not_a_table_of_its_own() -> None:
    def page(pen: Pen) -> None:
        for at in (1, 2, 3):
            pen.rect(235, 104.5 + 18 * at, 270, 113.5 + 18 * at, "#00ff00")
        small(pen, 40, range(5))

    assert [texts(table) for table in read(page).tables] == [TABLE]


def test_rules_of_the_first_column_alone_do_not_take_its_names_from_the_table() -> None:
    def page(pen: Pen) -> None:
        for number, (_, name, *values) in enumerate((HEADING, *ROWS)):
            pen.text(52, 114 + 20 * number, name)
            for x, text in zip((300, 370), values, strict=True):
                pen.text(x, 114 + 20 * number, text)
        for at in (0, 20, 40, 60, 80):
            pen.line(52, 102 + at, 250, 102 + at)
        for at in (0, 20, 80):
            pen.line(50, 100 + at, 460, 100 + at)

    reading = read(page)
    (table,) = reading.tables
    assert texts(table) == [row[1:] for row in TABLE]


@pytest.mark.parametrize("x", [300, 337, 372])
def test_a_year_in_a_row_of_its_own_is_not_taken_for_one_columns(x: float) -> None:
    """Between rules, over the first of three columns or the middle one, it may be over all."""

    def page(pen: Pen) -> None:
        for at in (0, 20, 40, 60, 80):
            pen.line(50, 100 + at, 500, 100 + at)
        pen.text(x, 114, "2018/19")
        for at, text in zip((*XS[:3], 372, 440), ("Code", "Indicator", *"ABC"), strict=True):
            pen.text(at, 134, {"A": "Q1", "B": "Q2", "C": "Q3"}.get(text, text))
        for number, row in enumerate(ROWS[:2]):
            for at, text in zip((*XS[:3], 372, 440), (*row, "9"), strict=True):
                pen.text(at, 154 + number * 20, text)

    reading = read(page)
    assert not reading.tables
    assert "which columns a heading stands over" in unread(reading)[0]

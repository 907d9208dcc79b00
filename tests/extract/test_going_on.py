"""Tables without upright rules that go on on the next page without their headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from crossfoot.extract.cells import PageCell, PageTable
from crossfoot.extract.document import read_data
from crossfoot.extract.grid import Grid, GridCell
from crossfoot.extract.join import Joiner
from crossfoot.extract.parts import FEWEST_PAGES, Begin, Part
from crossfoot.extract.pieces import Piece, rows_of
from crossfoot.extract.settings import ExtractSettings
from crossfoot.schema.page import Box, CellPart, Reading

from .drawn_pages import Draw, Pen, pdf, read, spans, texts

XS = (50, 110, 300, 370, 440)
HEADING = ("Code", "Indicator", "Target", "Actual", "Status")
ROWS = (
    ("BV8", "Undisputed invoices paid", "99.0%", "98.2%", "Amber"),
    ("BV9", "Council tax collected", "98.0%", "97.1%", "Amber"),
    ("BV12", "Days lost to sickness", "7.50", "9.31", "Red"),
)
MORE = (
    ("BV14", "Early retirements", "0.45%", "0.20%", "Green"),
    ("BV66a", "Rent collected by the council", "98.6%", "98.7%", "Green"),
    ("BV78a", "Days taken by new claims", "24.0", "28.3", "Red"),
)
HEAD = (50.0, 30.0, "Borough of Ayford: Performance")
PITCH, TOP, FOOT = 24.0, 70.0, 690.0

Row = Sequence[str]


def page(
    rows: Sequence[Row],
    *,
    top: float = TOP,
    heading: Row | None = None,
    words: Sequence[tuple[float, float, str]] = (HEAD,),
    ruled: bool = False,
    xs: Sequence[float] = XS,
) -> Draw:
    """A page with rows 24 pt apart; with *ruled* a rule stands above and below each."""

    def draw(pen: Pen) -> None:
        for x, y, text in words:
            pen.text(x, y, text)
        lines = [*([heading] if heading else []), *rows]
        for number, row in enumerate(lines):
            for x, text in zip(xs, row, strict=False):
                pen.text(x, top + number * PITCH, text)
        for number in range(len(lines) + 1 if ruled else 0):
            pen.line(46, top - 15 + number * PITCH, 500, top - 15 + number * PITCH)

    return draw


def headed(rows: Sequence[Row] = ROWS, *, ruled: bool = False) -> Draw:
    return page(rows, top=FOOT - len(rows) * PITCH, heading=HEADING, ruled=ruled)


def unread(reading: Reading) -> list[int]:
    return [doubt.page for doubt in reading.doubts if doubt.kind == "unread_table"]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_rows_at_the_head_of_the_next_page_are_the_tables(ruled: bool, count: int) -> None:
    reading = read(headed(ruled=ruled), page(MORE[:count], ruled=ruled))
    (table,) = reading.tables
    assert texts(table) == [list(row) for row in (HEADING, *ROWS, *MORE[:count])]
    assert [number for number, _ in table.bounds] == [1, 2]
    assert table.ruling == ("rows" if ruled else "none")
    assert not reading.doubts
    assert not any(line.text == MORE[0][1] for line in reading.lines)


def test_a_table_goes_on_over_several_pages() -> None:
    third = ("BV79a", "Claims worked out right", "99.0%", "98.4%", "Amber")
    reading = read(headed(), page(MORE), page([*ROWS, *MORE] * 4), page([third]))
    (table,) = reading.tables
    assert [number for number, _ in table.bounds] == [1, 2, 3, 4]
    assert texts(table)[-1] == list(third)
    assert len(table.rows) == 1 + 3 + 3 + 24 + 1


@pytest.mark.parametrize("ruled", [True, False])
def test_one_row_under_the_tables_headings_printed_again_is_its_last(ruled: bool) -> None:
    reading = read(headed(ruled=ruled), page(MORE[:1], heading=HEADING, ruled=ruled))
    (table,) = reading.tables
    assert [row[0] for row in texts(table)] == ["Code", "BV8", "BV9", "BV12", "Code", "BV14"]
    assert [row.repeats_heading for row in table.rows] == [*[False] * 4, True, False]
    assert not reading.doubts


def test_a_column_that_is_blank_on_the_next_page_stays_blank() -> None:
    rows = [(*row[:3], "", row[4]) for row in MORE]
    (table,) = read(headed(), page(rows)).tables
    assert texts(table)[4:] == [list(row) for row in rows]


def test_wider_print_stands_in_its_column_as_far_as_both_pages_leave_room() -> None:
    rows = [(*MORE[0][:2], "1,345,678", "1,234,567", "Green"), *MORE[1:]]
    (table,) = read(headed(), page(rows)).tables
    assert texts(table)[4] == list(rows[0])


def test_a_painted_status_without_print_is_in_its_column() -> None:
    def painted(draw: Draw, heights: Sequence[float]) -> Draw:
        def both(pen: Pen) -> None:
            for y in heights:
                pen.rect(432, y - 15, 500, y + 9, "#ff0000", None)
            draw(pen)

        return both

    bare = [row[:4] for row in (*ROWS, *MORE)]
    first = headed(bare[:3], ruled=True)
    reading = read(
        painted(first, [FOOT - at * PITCH for at in range(3)]),
        painted(page(bare[3:], ruled=True), [TOP, TOP + 2 * PITCH]),
    )
    (table,) = reading.tables
    fills = [row.cells[4].fill for row in table.rows]
    assert fills == [None, *["#ff0000"] * 4, None, "#ff0000"]


def test_a_section_painted_as_those_before_may_stand_first_on_the_page() -> None:
    def with_sections(draw: Draw, heights: Sequence[float], fill: str) -> Draw:
        def both(pen: Pen) -> None:
            for number, y in enumerate(heights):
                pen.rect(46, y - 15, 500, y + 9, fill, None)
                pen.text(50, y, ("Finance", "Housing")[number])
            draw(pen)

        return both

    gap: Row = ()
    first = page([gap, *ROWS], top=FOOT - 4 * PITCH, heading=HEADING, ruled=True)
    first = with_sections(first, [FOOT - 3 * PITCH], "#dddddd")
    alike, unlike = (
        read(first, with_sections(page([gap, *MORE], ruled=True), [TOP], fill))
        for fill in ("#dddddd", "#aaccff")
    )
    (table,) = alike.tables
    assert [row[0] for row in texts(table)] == [
        *("Code", "Finance", "BV8", "BV9", "BV12"),
        *("Finance", "BV14", "BV66a", "BV78a"),
    ]
    assert [len(table.rows) for table in unlike.tables] == [5]
    assert unread(unlike) == [2]


def test_a_row_cut_by_the_page_end_is_one_row_again() -> None:
    rows = [*ROWS[:2], ("BV12", "Working days lost to the", "7.50", "9.31", "Red")]
    rest = ("", "sickness of the council's own staff")
    reading = read(headed(rows), page([rest, *MORE]))
    (table,) = reading.tables
    assert [row[0] for row in texts(table)] == ["Code", "BV8", "BV9", "BV12", *[r[0] for r in MORE]]
    assert [part.page for part in table.rows[3].cells[1].parts] == [1, 2]


PAIRED = ("Code", "Indicator", "", "Apr", "May")


def pairs(names: Sequence[tuple[str, str]], labels: Sequence[str]) -> list[Row]:
    rows: list[Row] = []
    for at, (code, name) in enumerate(names):
        for number, label in enumerate(labels):
            named = ("", "") if number else (code, name)
            rows.append((*named, label, f"{at}{number}.5%", f"{at}{number}.8%"))
    return rows


def paired(rows: Sequence[Row], *, heading: bool, top: float) -> Draw:
    """Two rows to a name of two lines, which reaches down beside the second."""

    def draw(pen: Pen) -> None:
        pen.text(*HEAD)
        lines = [*([PAIRED] if heading else []), *rows]
        for number, row in enumerate(lines):
            y = top + number * 12
            for x, text in zip(XS, row, strict=True):
                pen.text(x, y, f"{text}\nof the year" if x == XS[1] and text in NAMES else text)

    return draw


NAMES = ("Invoices paid", "Rent collected", "Tax collected", "Days lost", "Claims worked out")
CODED = [(f"BV{at}", name) for at, name in enumerate(NAMES)]


def test_a_name_reaches_down_over_the_page_end_beside_the_row_that_its_group_lacks() -> None:
    rows = pairs(CODED, ("Target", "Actual"))
    first = paired(rows[:7], heading=True, top=FOOT - 84)
    reading = read(first, paired(rows[7:], heading=False, top=TOP))
    (table,) = reading.tables
    names = [(row, high, text) for row, column, high, _, text in spans(table) if column == 1]
    assert sorted(names) == [(1, 1, "Code"), *((2 + 2 * at, 2, f"BV{at}") for at in range(5))]
    assert {doubt.kind for doubt in reading.doubts} == {"spans_on"}


@pytest.mark.parametrize("label", ["Target", "Last year"])
def test_a_row_without_a_name_that_completes_no_group_is_not_joined(label: str) -> None:
    rows = pairs(CODED, ("Target", "Actual"))
    first = paired(rows[:7], heading=True, top=FOOT - 84)
    reading = read(
        first, paired([("", "", label, *rows[7][3:]), *rows[8:]], heading=False, top=TOP)
    )
    assert [table.bounds[-1][0] for table in reading.tables] == [1]
    assert unread(reading)[-1:] == [2]


def test_remarks_below_each_row_go_on_with_the_row_at_the_page_end() -> None:
    remark: Row = ("The council notes the result and keeps its target for the next year.",)
    rows = [ROWS[0], remark, ROWS[1], remark, ROWS[2]]
    reading = read(headed(rows), page([remark, MORE[0], remark, MORE[1]]))
    (table,) = reading.tables
    assert [row[0] for row in texts(table)][5:] == ["BV12", *remark, "BV14", *remark, "BV66a"]


def left_alone(second: Draw, first: Draw | None = None) -> Reading:
    """What is read where the second page has none of the first table's rows."""
    reading = read(first or headed(), second)
    assert [row[0] for row in texts(reading.tables[0])] == ["Code", "BV8", "BV9", "BV12"]
    return reading


def test_rows_under_a_title_are_another_tables() -> None:
    words = [HEAD, (50.0, 62.0, "Indicators of the partnership")]
    assert unread(left_alone(page(MORE, top=86, words=words))) == [2]


def test_rows_under_headings_of_their_own_are_another_tables() -> None:
    own = ("Ref", "Measure", "2018/19", "2019/20", "Trend")
    reading = left_alone(page(MORE, heading=own))
    assert [texts(table)[0] for table in reading.tables[1:]] == [list(own)]


def test_one_row_under_headings_of_its_own_is_another_tables() -> None:
    own = ("Ref", "Measure", "2018/19", "2019/20", "Trend")
    assert not left_alone(page(MORE[:1], heading=own)).tables[1:]


@pytest.mark.parametrize(
    "rows",
    [
        [(row[0], row[1], "Head of Service", row[3], row[4]) for row in MORE],
        [(row[0], row[1], row[2], row[3], "12") for row in MORE],
    ],
)
def test_rows_that_hold_words_for_figures_or_figures_for_words_are_none_of_its(
    rows: Sequence[Row],
) -> None:
    assert unread(left_alone(page(rows))) == [2]


@pytest.mark.parametrize("shift", [40, -30, 480])
def test_rows_in_other_columns_are_none_of_its(shift: int) -> None:
    xs = [XS[0], XS[1], XS[2] + shift, *XS[3:]] if shift < 100 else [*XS[:4], shift]
    reading = left_alone(page(MORE, xs=xs))
    assert not reading.tables[1:]


def test_a_line_of_a_row_that_recurs_on_the_next_page_is_no_running_head() -> None:
    rows = [(*row[:2], "", *row[3:]) for row in (*ROWS, *MORE)]

    def dated(draw: Draw, first: float) -> Draw:
        def both(pen: Pen) -> None:
            draw(pen)
            for at in range(3):
                pen.text(XS[2], first + at * PITCH - 5, "Jan\n2019", 9)

        return both

    first = page(
        rows[:3],
        heading=HEADING,
        top=FOOT - 3 * PITCH,
        ruled=True,
        words=[HEAD, (XS[2], TOP - 5, "Jan")],
    )
    reading = read(dated(first, FOOT - 2 * PITCH), dated(page(rows[3:], ruled=True), TOP))
    (table,) = reading.tables
    assert [row[2] for row in texts(table)] == ["Target", *["Jan 2019"] * 3]
    assert unread(reading) == [2]


def test_a_row_in_the_middle_of_its_remark_of_many_lines_may_stand_first_on_the_page() -> None:
    """Of that nothing stands side by side on the first lines of the page."""
    xs = (50, 110, 300, 370, 440)
    head = ("Code", "Indicator", "Target", "Actual", "Remarks")

    def rows(found: Sequence[Row], top: float, heading: bool) -> Draw:
        def draw(pen: Pen) -> None:
            y = top
            if heading:
                pen.line(46, y - 30, 560, y - 30)
                for x, text in zip(xs, head, strict=True):
                    pen.text(x, y - 15, text)
            pen.line(46, y - 10, 560, y - 10)
            for number, row in enumerate(found):
                for x, text in zip(xs, row[:4], strict=False):
                    pen.text(x, y + 60, text)
                for line in range(11):
                    pen.text(xs[4], y + 12 * line, f"Remark {'abcdef'[number]} of line")
                y += 150
                pen.line(46, y - 10, 560, y - 10)

        return draw

    (table,) = read(rows(ROWS, 200, heading=True), rows(MORE, 60, heading=False)).tables
    assert [row[0] for row in texts(table)] == ["Code", *(row[0] for row in (*ROWS, *MORE))]


@pytest.mark.parametrize("item", ["Item 9", "Agenda Item No. 12", "Paper 7", "Appendix 2"])
def test_the_number_of_an_item_at_the_head_of_both_pages_is_no_row(item: str) -> None:
    words = [(50.0, 20.0, item)]
    rows = page(ROWS, top=FOOT - 3 * PITCH, heading=HEADING, words=words)
    (table,) = read(rows, page(MORE, words=words)).tables
    assert texts(table)[4:] == [list(row) for row in MORE]


def test_rows_under_a_table_that_has_words_below_it_are_none_of_its() -> None:
    def first(pen: Pen) -> None:
        headed()(pen)
        pen.text(50, 730, "Source: the services' own returns to the council, not audited.", 8)

    assert unread(left_alone(page(MORE), first)) == [2]


def test_rows_without_the_rules_that_part_the_tables_rows_are_none_of_its() -> None:
    assert unread(left_alone(page(MORE), headed(ruled=True))) == [2]


def test_a_row_of_words_is_no_row_of_figures() -> None:
    words = ("Chair", "Leader of the council", "Deputy", "Clerk", "Officer")
    left_alone(page([words, *MORE]))


KEY = (("PI Status",), ("Amber", "Within tolerance"), ("Red", "Off target"))


def above_key(*widths: float) -> Draw:
    """A page that ends with a key, in the columns of the rows above; two rules of each width."""

    def draw(pen: Pen) -> None:
        page([*MORE, *KEY])(pen)
        top = TOP + len(MORE) * PITCH
        for width in widths:
            for y in (top - 15, top + 2 * PITCH + 9):
                pen.line(46, y, 46 + width, y)

    return draw


@pytest.mark.parametrize("width", [160.0, 250.0])
def test_a_key_between_narrower_rules_below_the_rows_is_none_of_them(width: float) -> None:
    table = read(headed(), above_key(width)).tables[0]
    assert [row[0] for row in texts(table)[1:]] == [row[0] for row in (*ROWS, *MORE)]


def test_rows_above_what_may_be_a_key_in_their_columns_are_refused_with_it() -> None:
    assert unread(left_alone(above_key())) == [2]


def test_prose_on_the_next_page_stays_prose() -> None:
    prose = [(50.0, 70.0 + 14 * at, "The council notes how its services did.") for at in range(9)]
    reading = left_alone(page([], words=[HEAD, *prose]))
    assert not reading.doubts


@contextmanager
def in_parts(begin: Begin, parts: Sequence[range], /) -> Iterator[Iterator[Part]]:
    """Every part is read by one that has not seen the pages before it."""
    yield (begin()(part) for part in parts)


def test_a_long_table_goes_on_where_its_pages_are_read_in_parts() -> None:
    data = pdf(headed(), *[page(MORE)] * FEWEST_PAGES)
    readings = [
        read_data(data, "drawn.pdf", ExtractSettings(), sharing) for sharing in (None, in_parts)
    ]
    for reading in readings:
        (table,) = reading.tables
        assert len(table.rows) == 4 + 3 * FEWEST_PAGES
        assert not reading.doubts
    assert texts(readings[0].tables[0]) == texts(readings[1].tables[0])


def test_rows_without_headings_that_no_table_goes_on_with_are_told() -> None:
    boxes = (Box(0, 0, 50, 20), Box(50, 0, 90, 20))
    cells = tuple(GridCell(0, at, 1, 1, box) for at, box in enumerate(boxes))
    grid = Grid((0, 50, 90), (0, 20), cells, False, False, "none", ((40, 60),), headless=True)
    held = tuple(
        PageCell(0, at, 1, 1, CellPart(1, 2, box, "12", None, (), ()), None)
        for at, box in enumerate(boxes)
    )
    table = PageTable(2, grid, held, grid)
    joiner = Joiner()
    joiner.add([Piece(table, rows_of(table), frozenset(), True, True)])
    tables, doubts = joiner.result()
    assert not tables
    assert [(doubt.kind, doubt.page) for doubt in doubts] == [("unread_table", 2)]

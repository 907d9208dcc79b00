"""A structure tree beside the print: pages written by hand and printed by a program that tags."""

from __future__ import annotations

import typst

from crossfoot.schema.page import Reading

from .drawn_pages import read_bytes, spans, texts
from .tagged_pages import Element, Text, read_tagged, row

# Lines and rows stand equally far apart, and all is painted line by line: the print leaves open
# which title goes on in the next line.
HEADINGS = [Text(50, 100, "Indicator"), Text(200, 100, "Target"), Text(260, 100, "Actual")]
EVEN = [
    *HEADINGS,
    *(Text(50, 112, "Invoices paid within"), Text(200, 112, "95.0%"), Text(260, 112, "91.2%")),
    Text(50, 124, "thirty days of receipt"),
    *(Text(50, 136, "Council tax collected"), Text(200, 136, "98.0%"), Text(260, 136, "97.1%")),
    Text(50, 148, "within the year"),
    *(Text(50, 160, "Days lost to"), Text(200, 160, "7.50"), Text(260, 160, "9.31")),
    Text(50, 172, "sickness"),
]
EVEN_READ = [
    ["Indicator", "Target", "Actual"],
    ["Invoices paid within thirty days of receipt", "95.0%", "91.2%"],
    ["Council tax collected within the year", "98.0%", "97.1%"],
    ["Days lost to sickness", "7.50", "9.31"],
]


def cell(*texts: int) -> Element:
    return Element("TD", texts)


def even_rows() -> list[Element]:
    return [
        row(0, 1, 2, kind="TH"),
        row(cell(3, 6), 4, 5),
        row(cell(7, 10), 8, 9),
        row(cell(11, 14), 12, 13),
    ]


def unread(reading: Reading) -> list[str]:
    return [doubt.message for doubt in reading.doubts if doubt.kind == "unread_table"]


def test_tags_tell_rows_that_the_print_leaves_open() -> None:
    reading = read_tagged(EVEN, Element("Document", [Element("Table", even_rows())]))
    (table,) = reading.tables
    assert texts(table) == EVEN_READ
    assert table.ruling == "none"
    assert not unread(reading)


def test_a_document_that_does_not_say_it_is_tagged_is_read_by_its_print() -> None:
    reading = read_tagged(EVEN, Element("Table", even_rows()), marked=False)
    assert not reading.tables
    assert unread(reading)


def grouped(left: float) -> Reading:
    """A table whose years stand over target and actual, from *left* on, as its tags tell."""
    headings = [
        *(Text(50, 112, "Indicator"), Text(left, 100, "2019/20"), Text(350, 100, "Status")),
        *(Text(200, 112, "Target"), Text(260, 112, "Actual")),
    ]
    rows = (
        ("Invoices paid on time", "95.0%", "91.2%", "Red"),
        ("Council tax collected", "98.0%", "97.1%", "Green"),
        ("Rents collected", "96.0%", "96.4%", "Green"),
    )
    body = [
        Text(x, 128 + 16 * at, text)
        for at, line in enumerate(rows)
        for x, text in zip((50, 200, 260, 350), line, strict=True)
    ]
    tall = [Element("TH", [at], 2, 1) for at in (0, 2)]
    heads = [row(tall[0], Element("TH", [1], 1, 2), tall[1]), row(3, 4, kind="TH")]
    told = [row(*range(start, start + 4)) for start in (5, 9, 13)]
    return read_tagged([*headings, *body], Element("Table", [*heads, *told]))


def test_tags_tell_which_columns_a_heading_stands_over() -> None:
    (table,) = grouped(225).tables
    assert {each for each in spans(table) if each[0] < 3} == {
        (1, 1, 2, 1, "Indicator"),
        (1, 2, 1, 2, "2019/20"),
        (1, 4, 2, 1, "Status"),
        (2, 2, 1, 1, "Target"),
        (2, 3, 1, 1, "Actual"),
    }


def test_a_heading_that_print_gives_to_one_column_and_tags_to_two_is_nobody_s() -> None:
    reading = grouped(200)
    assert not reading.tables
    (message,) = unread(reading)
    assert "tags" in message


APART = [
    Text(x, 100 + 20 * at, text)
    for at, line in enumerate(
        (
            ("Indicator", "Target", "Actual"),
            ("Invoices paid on time", "95.0%", "91.2%"),
            ("Council tax collected", "98.0%", "97.1%"),
            ("Days lost to sickness", "7.50", "9.31"),
        )
    )
    for x, text in zip((50, 200, 300), line, strict=True)
]
APART_READ = [[text.text for text in APART[start : start + 3]] for start in (0, 3, 6, 9)]


def test_a_table_that_tags_and_print_tell_alike_is_read() -> None:
    rows = [row(*range(start, start + 3)) for start in (0, 3, 6, 9)]
    reading = read_tagged(APART, Element("Table", rows))
    assert [texts(table) for table in reading.tables] == [APART_READ]
    assert not unread(reading)


def test_a_table_that_tags_tell_otherwise_than_the_print_is_refused() -> None:
    # The tags make one row of the last two.
    rows = [row(0, 1, 2), row(3, 4, 5), row(cell(6, 9), cell(7, 10), cell(8, 11))]
    reading = read_tagged(APART, Element("Table", rows))
    assert not reading.tables
    (message,) = unread(reading)
    assert "tags" in message


def test_a_title_that_tags_tell_as_a_row_is_no_row() -> None:
    title = Text(50, 70, "Performance at 30 June 2019")
    rows = [row(12), *(row(*range(start, start + 3)) for start in (0, 3, 6, 9))]
    reading = read_tagged([*APART, title], Element("Table", rows))
    assert [texts(table) for table in reading.tables] == [APART_READ]
    assert [line.text for line in reading.lines] == [title.text]


def test_a_rule_through_the_print_of_a_cell_denies_the_tags() -> None:
    rule = "40 682 m 320 682 l S"  # between the two lines of a title
    through = read_tagged(EVEN, Element("Table", even_rows()), drawn=rule)
    assert not through.tables
    beside = read_tagged(EVEN, Element("Table", even_rows()), drawn="40 621 m 320 621 l S")
    assert [texts(table) for table in beside.tables] == [EVEN_READ]


def test_rows_below_those_that_are_tagged_are_not_lost() -> None:
    more = [Text(50, 188, "Rents collected"), Text(200, 188, "96.0%"), Text(260, 188, "95.5%")]
    reading = read_tagged([*EVEN, *more], Element("Table", even_rows()))
    assert not reading.tables
    assert unread(reading)


def test_a_table_within_rules_is_read_by_its_rules() -> None:
    ys = (710, 672, 650, 628)
    xs = (40, 190, 250, 320)
    drawn = "\n".join(
        [f"{xs[0]} {y} m {xs[-1]} {y} l S" for y in ys]
        + [f"{x} {ys[0]} m {x} {ys[-1]} l S" for x in xs]
    )
    reading = read_tagged(EVEN, Element("Table", even_rows()), drawn=drawn)
    assert [len(table.rows) for table in reading.tables] == [3]
    assert reading.tables[0].ruling == "ruled"


def test_a_printer_s_own_tags_agree_with_its_print() -> None:
    table = (
        "#set page(width: 500pt, height: 300pt)\n#table(columns: (200pt, 60pt, 60pt), stroke: none,"
        "table.header([Indicator], [Target], [Actual]), [Invoices paid], [95.0%], [91.2%],"
        "[Council tax collected], [98.0%], [97.1%], [Days lost], [7.50], [9.31])"
    )
    reading = read_bytes(typst.compile(table.encode()))
    (read,) = reading.tables
    assert texts(read)[1] == ["Invoices paid", "95.0%", "91.2%"]
    assert not unread(reading)


def two_tables(second: bool) -> Reading:
    """Two tables of even lines below each other, the lower one tagged if *second*."""
    below = [Text(one.x, one.y + 90, one.text) for one in EVEN]
    first = len(EVEN) + 1
    lower = [
        row(first, first + 1, first + 2, kind="TH"),
        row(cell(first + 3, first + 6), first + 4, first + 5),
        row(cell(first + 7, first + 10), first + 8, first + 9),
        row(cell(first + 11, first + 14), first + 12, first + 13),
    ]
    told = [Element("Table", even_rows()), Element("P", [len(EVEN)])]
    if second:
        told.append(Element("Table", lower))
    title = Text(50, 184, "Housing and planning indicators")
    return read_tagged([*EVEN, title, *below], Element("Document", told))


def test_two_tables_that_the_print_refused_as_one_are_both_told_by_tags() -> None:
    reading = two_tables(True)
    assert [texts(table) for table in reading.tables] == [EVEN_READ, EVEN_READ]
    assert not unread(reading)


def test_what_is_left_of_a_refused_place_is_still_said_to_be_unread() -> None:
    reading = two_tables(False)
    assert [texts(table) for table in reading.tables] in ([], [EVEN_READ])
    assert unread(reading)


MONTHS = [
    Text(x, 100 + 20 * at, text)
    for at, line in enumerate((("Indicator", "Apr-20", "May-20"), *APART_READ[1:]))
    for x, text in zip((50, 200, 300), line, strict=True)
]


def one_grid(lower: list[Element]) -> Reading:
    """Two tables of months, a section between, that the print tells as one grid."""
    below = [Text(one.x, one.y + 100, one.text) for one in MONTHS]
    upper = [row(*range(start, start + 3)) for start in (0, 3, 6, 9)]
    told = [Element("Table", upper), Element("P", [12]), Element("Table", lower)]
    section = Text(50, 180, "Housing")
    return read_tagged([*MONTHS, section, *below], Element("Document", told))


def test_one_grid_that_the_tags_tell_as_two_tables_alike_is_read() -> None:
    reading = one_grid([row(*range(start, start + 3)) for start in (13, 16, 19, 22)])
    (table,) = reading.tables
    assert [line[0] for line in texts(table)][-4:] == [one[0] for one in APART_READ]
    assert not unread(reading)


def test_one_grid_of_which_the_tags_tell_a_part_otherwise_is_refused() -> None:
    joined = row(cell(19, 22), cell(20, 23), cell(21, 24))
    reading = one_grid([row(13, 14, 15), row(16, 17, 18), joined])
    assert not reading.tables
    assert unread(reading)

"""What a structure tree says that its page denies is as if it said nothing."""

from __future__ import annotations

import time

import pytest

from .drawn_pages import texts
from .tagged_pages import Element, Text, read_tagged, row
from .test_tag_witness import EVEN, EVEN_READ, HEADINGS, cell, even_rows

A, B, C, D = even_rows()


@pytest.mark.parametrize(
    "rows",
    [
        [A, row(cell(3), 4, 5), C, D],  # a line of a title in no cell
        [A, row(cell(3, 6), 5, 4), C, D],  # cells in the wrong order
        [A, C, B, D],  # rows in the wrong order
        [row(cell(*range(15)))],  # all in one cell
        [A, row(cell(3, 6), 4, cell(5, 4)), C, D],  # print in two cells
        [A, row(cell(3, 6), Element("TD", [4], 1, 2), 5), C, D],  # a row too wide
        [A, row(cell(3, 6), Element("TD", [4], 2, 1), 5), C, D],  # a cell over print of another
        [
            row(0, cell(1, 2)),
            *(
                row(cell(*first), cell(*rest))
                for first, rest in [((3, 6), (4, 5)), ((7, 10), (8, 9)), ((11, 14), (12, 13))]
            ),
        ][1:],  # no headings
    ],
)
def test_a_tree_that_does_not_fit_its_page_tells_nothing(rows: list[Element]) -> None:
    told = read_tagged(EVEN, Element("Table", rows))
    alone = read_tagged(EVEN, Element("Table", rows), marked=False)
    assert not told.tables
    assert told.doubts == alone.doubts


def test_cells_that_were_left_out_are_placed_under_those_of_full_rows() -> None:
    # A spreadsheet tells no empty cells: the second row has its actual alone, the third no target.
    page = [text for text in EVEN if text.text not in ("98.0%", "7.50")]
    rows = [row(0, 1, 2), row(cell(3, 6), 4, 5), row(cell(7, 9), 8), row(cell(10, 12), 11)]
    more = [
        *(Text(50, 184, "Rents"), Text(200, 184, "96.0%"), Text(260, 184, "95.5%")),
        Text(50, 196, "collected"),
    ]
    (table,) = read_tagged(
        [*page, *more], Element("Table", [*rows, row(cell(13, 16), 14, 15)])
    ).tables
    assert texts(table)[2:] == [
        ["Council tax collected within the year", "", "97.1%"],
        ["Days lost to sickness", "", "9.31"],
        ["Rents collected", "96.0%", "95.5%"],
    ]


def test_columns_are_not_told_where_every_row_may_lack_a_cell() -> None:
    # Four columns stand here; each row lacks another one, and its tree leaves the empty one out.
    texts_ = [
        *HEADINGS,
        *(Text(50, 112, "Invoices paid within"), Text(200, 112, "95.0%"), Text(320, 112, "1")),
        Text(50, 124, "thirty days"),
        *(Text(50, 136, "Council tax"), Text(260, 136, "97.1%"), Text(320, 136, "2")),
        Text(50, 148, "collected"),
        *(Text(50, 160, "Days lost to"), Text(200, 160, "7.50"), Text(320, 160, "3")),
        Text(50, 172, "sickness"),
    ]
    rows = [row(0, 1, 2), row(cell(3, 6), 4, 5), row(cell(7, 10), 8, 9), row(cell(11, 14), 12, 13)]
    assert not read_tagged(texts_, Element("Table", rows)).tables


def test_headings_told_as_one_row_for_several_pages_are_those_of_this_page() -> None:
    others = [None] * 6
    rows = [row(*others[:3], 0, 1, 2, *others), *even_rows()[1:]]
    (table,) = read_tagged(EVEN, Element("Table", rows)).tables
    assert texts(table) == EVEN_READ


def test_a_column_and_a_row_without_print_are_left_out() -> None:
    rows = [
        row(0, None, 1, 2),
        row(cell(3, 6), None, 4, 5),
        row(None, None, None, None),
        row(cell(7, 10), None, 8, 9),
        row(cell(11, 14), None, 12, 13),
    ]
    (table,) = read_tagged(EVEN, Element("Table", rows)).tables
    assert texts(table) == EVEN_READ


def test_spans_beyond_all_tables_tell_nothing_and_take_no_time() -> None:
    wide = [Element("TD", [at], 1000, 1000) for at in range(15)]
    empty = [Element("TR", [Element("TD", [], 1000, 1000)] * 3) for _ in range(100)]
    begun = time.process_time()
    assert not read_tagged(EVEN, Element("Table", [Element("TR", wide), *empty])).tables
    assert time.process_time() - begun < 2

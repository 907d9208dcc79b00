"""Where tags and print both tell a table: what is a difference, and what is none."""

from __future__ import annotations

import pytest

from crossfoot.extract.characters import Run
from crossfoot.extract.gaps import Columns
from crossfoot.extract.grid import Grid, GridCell
from crossfoot.extract.tag_agreement import is_same
from crossfoot.extract.tag_cells import ToldTable
from crossfoot.extract.tag_rows import ToldCell
from crossfoot.schema.page import Box

from .drawn_pages import texts
from .tagged_pages import Element, Text, read_tagged, row

LINES = (
    ("Indicator", "Measure", "2018/19", "2019/20"),
    ("Invoices paid on time", "Target", "95.0%", "96.0%"),
    ("", "Actual", "91.2%", "94.3%"),
    ("Council tax collected", "Target", "98.0%", "98.5%"),
    ("", "Actual", "97.1%", "97.8%"),
)
PAGE = [
    Text(x, 100 + 20 * at, text)
    for at, line in enumerate(LINES)
    for x, text in zip((50, 200, 280, 360), line, strict=True)
    if text
]
TALL = [Element("TH", [at], 2, 1) for at in (4, 11)]
ROWS = [row(0, 1, 2, 3), row(TALL[0], 5, 6, 7), row(8, 9, 10), row(TALL[1], 12, 13, 14)]
LAST = row(15, 16, 17)
PRINTED = [list(line) for line in LINES]


def told(*rows: Element) -> list[list[list[str]]]:
    return [texts(table) for table in read_tagged(PAGE, Element("Table", rows)).tables]


def test_the_print_alone_is_what_is_compared() -> None:
    assert told() == [PRINTED]


def test_names_may_reach_further_down_by_their_tags() -> None:
    assert told(*ROWS, LAST) == [PRINTED]


@pytest.mark.parametrize(
    "rows",
    [
        [row(0, 1, 2, 3), row(4, 5, 6, 7), row(None, 8, 9, 10), row(11, 12, 13, 14)],  # less rows
        [  # two rows as one
            ROWS[0],
            row(4, *(Element("TD", pair) for pair in ((5, 8), (6, 9), (7, 10)))),
            ROWS[3],
            LAST,
        ],
        [  # two columns as one
            row(0, 1, Element("TD", [2, 3])),
            row(4, 5, Element("TD", [6, 7])),
            row(None, 8, Element("TD", [9, 10])),
            row(11, 12, Element("TD", [13, 14])),
            row(None, 15, Element("TD", [16, 17])),
        ],
    ],
)
def test_rows_columns_and_cells_that_differ_are_a_difference(rows: list[Element]) -> None:
    reading = read_tagged(PAGE, Element("Table", rows))
    assert not reading.tables
    assert any("tags" in doubt.message for doubt in reading.doubts)


def test_lines_of_headings_that_tags_tell_as_rows_are_no_difference() -> None:
    heads = [Text(280, 88, "Outturn"), Text(360, 88, "Outturn")]
    rows = [row(None, None, 18, 19), *ROWS, LAST]
    reading = read_tagged([*PAGE, *heads], Element("Table", rows))
    (table,) = reading.tables
    assert texts(table)[0] == ["Indicator", "Measure", "Outturn 2018/19", "Outturn 2019/20"]


def test_blocks_that_print_tells_apart_may_be_one_table_by_their_tags() -> None:
    blocks = [
        ("Housing", "Target", "Actual"),
        ("Rents collected", "96.0%", "95.5%"),
        ("Days to let a home", "21.0", "24.6"),
        ("Repairs on time", "98.0%", "99.1%"),
    ]
    finance = [("Finance", "Target", "Actual"), *((text[0], *text[2:]) for text in LINES[1::2])]
    lines = [*blocks, *finance, ("Grants paid on time", "97.0%", "97.2%")]
    tops = [100 + 20 * at + (40 if at >= len(blocks) else 0) for at in range(len(lines))]
    page = [
        Text(x, top, text)
        for top, line in zip(tops, lines, strict=True)
        for x, text in zip((50, 200, 280), line, strict=True)
    ]
    rows = [row(*range(3 * at, 3 * at + 3)) for at in range(len(lines))]
    reading = read_tagged(page, Element("Table", rows))
    assert [len(table.rows) for table in reading.tables] == [4, 4]


def _run(text: str, x: float, y: float) -> Run:
    return Run(text, x, y - 8, x + 30, y + 2, y, 10, 0, 0, (x,) * len(text))


@pytest.mark.parametrize(
    ("above", "same"),
    [
        ((("Indicator", "name"), ("Outturn", "of the year")), True),
        ((("Rents", "collected"), ("94.0%", "(revised)")), False),
    ],
)
def test_lines_of_one_heading_may_be_rows_of_the_print_lines_of_figures_not(
    above: tuple[tuple[str, str], tuple[str, str]], same: bool
) -> None:
    """Tags tell two lines of each column as one cell, the print as cells of two rows."""
    names, (upper, lower) = (
        [_run(text, x, y) for text, y in zip(lines, (20, 40), strict=True)]
        for lines, x in zip(above, (10, 60), strict=True)
    )
    body = [_run("Repairs", 10, 60), _run("96.0%", 60, 60)]
    told = [
        ToldCell(0, 0, 1, 1, tuple(names), 10, 40, 13, 42),
        ToldCell(0, 1, 1, 1, (upper, lower), 60, 90, 13, 42),
        *(ToldCell(1, at, 1, 1, (run,), run.x0, run.x1, 53, 62) for at, run in enumerate(body)),
    ]
    xs, ys = (0.0, 50.0, 100.0), (10.0, 30.0, 50.0, 70.0)
    grid = Grid(
        xs,
        ys,
        tuple(
            GridCell(row_, at, 1, 1, Box(xs[at], ys[row_], xs[at + 1], ys[row_ + 1]))
            for row_ in range(3)
            for at in range(2)
        ),
        False,
        False,
    )
    table = ToldTable(told, Columns(xs, ()), [], Box(10, 13, 90, 62))
    assert is_same(table, [grid], [*names, upper, lower, *body]) is same

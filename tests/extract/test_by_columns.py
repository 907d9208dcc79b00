"""Tables that are painted column by column, with and without rules between rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossfoot.extract.by_columns import columns_in_turn, rows_by_columns
from crossfoot.extract.characters import Run
from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.told_row import OrderDenied
from crossfoot.schema.page import Reading

from .drawn_pages import Draw, Pen, read, texts

XS = (50, 250, 320, 390, 460)
SIZE, LEADING, PADDING = 9.0, 11.0, 6.0
Rows = Sequence[Sequence[str]]
HEADING = ("Performance measure", "Outturn\n2008/09", "Target", "Actual", "Comment")
ROWS = (
    ("Undisputed invoices\npaid on time", "98.2%", "99.0%", "97.4%", "Staff have left"),
    (
        "Council tax collected",
        "97.1%",
        "98.0%",
        "97.7%",
        "A new rota was\nbegun in June and\nhas worked",
    ),
    ("Days lost to sickness for\neach member of staff", "9.31", "7.50", "8.12", ""),
    ("Rent collected", "98.1%", "98.6%", "98.7%", "On course"),
)


def heights(rows: Rows, padding: float) -> list[float]:
    """How high each row is, in points: its longest cell and its padding."""
    return [max(len(text.split("\n")) for text in row) * LEADING + padding for row in rows]


def by_columns(
    rows: Rows, top: float = 80.0, share: float = 0.0, rules: bool = False, padding: float = PADDING
) -> Draw:
    """Draw a table, *share* of the free height of each cell above its text."""
    high = heights(rows, padding)
    tops = [top + sum(high[:at]) for at in range(len(rows) + 1)]

    def page(pen: Pen) -> None:
        for column, x in enumerate(XS):
            for row, y, tall in zip(rows, tops, high, strict=False):
                lines = row[column].split("\n")
                free = tall - padding - len(lines) * LEADING
                for at, line in enumerate(lines if row[column] else []):
                    pen.text(x, y + SIZE + share * free + at * LEADING, line, SIZE)
        for y in tops if rules else ():
            pen.line(45, y - 2, 560, y - 2)

    return page


def said(rows: Rows) -> list[list[str]]:
    return [[text.replace("\n", " ") for text in row] for row in rows]


def unread(reading: Reading) -> list[str]:
    return [doubt.message for doubt in reading.doubts if doubt.kind == "unread_table"]


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0], ids=["top", "middle", "foot"])
@pytest.mark.parametrize("rules", [True, False], ids=["rules between rows", "no rules"])
def test_rows_are_told_where_each_cell_stands_at_its_figures(share: float, rules: bool) -> None:
    heading = (HEADING[0], "Outturn", *HEADING[2:]) if share == 1.0 else HEADING
    reading = read(by_columns((heading, *ROWS), share=share, rules=rules))
    (table,) = reading.tables
    assert texts(table) == said((heading, *ROWS))
    assert not unread(reading)


def test_names_of_a_column_are_no_lines_of_one_cell() -> None:
    """Rows of one line stand as near to each other as lines of a cell may."""
    single = [[text.replace("\n", " ")[:18] for text in row] for row in ROWS]
    heading = [text.replace("\n", " ") for text in HEADING]
    rows = [[text or "None" for text in row] for row in [heading, *single]]
    (table,) = read(by_columns(rows, rules=True, padding=4.0)).tables
    assert texts(table) == rows


def test_rows_go_on_on_the_next_page_by_columns() -> None:
    rows = [
        (f"Invoices of team {at}\npaid on time", "98.2%", f"{at}.0%", "97.4%", "Late")
        for at in range(10, 32)
    ]
    more = [
        (f"Rent of estate {at}\ncollected", "98.1%", f"{at}.5%", "98.0%", "On course")
        for at in range(40, 45)
    ]
    (table,) = read(by_columns((HEADING, *rows), top=110), by_columns(more, top=50)).tables
    assert texts(table) == said((HEADING, *rows, *more))


def chunk(x: float, base: float, text: str, order: int) -> Chunk:
    run = Run(text, x, base - 8, x + 40, base + 2, base, 10.0, order, 0, (x,) * len(text))
    return Chunk(x, x + 40, base, 10.0, text, (run,))


def column_wise(*columns: Sequence[tuple[float, str]]) -> list[PrintLine]:
    """Lines of print painted column by column: each piece's baseline and text."""
    chunks = [
        chunk(50.0 * at, base, text, 100 * at + number)
        for at, column in enumerate(columns)
        for number, (base, text) in enumerate(column)
    ]
    return [
        PrintLine(base, 10.0, tuple(one for one in chunks if one.base == base))
        for base in sorted({one.base for one in chunks})
    ]


def test_tall_cells_of_one_row_are_no_columns() -> None:
    """Each is painted from its first line down, as a column is; but no figures stand in it."""
    tall = ("Homes let", "in time"), ("98", "of 100"), ("All well", "now"), ("On", "course")
    cells = [[(20.0 + 12 * at, text) for at, text in enumerate(cell)] for cell in tall]
    assert columns_in_turn(column_wise(*cells)) == []
    figures = [[(20.0, "Actual"), (40.0, "98"), (60.0, "97")]] * 2
    found = columns_in_turn(column_wise(cells[0], *figures))
    assert [len(column) for column in found] == [2, 3, 3]


def test_cells_painted_row_by_row_are_no_columns() -> None:
    figures = [[(20.0, "Actual"), (40.0, "98"), (60.0, "97")]] * 3
    chunks = [one for line in column_wise(*figures) for one in line.chunks]
    rows = sorted(chunks, key=lambda one: (one.base, one.x0))
    painted = [
        one._replace(runs=(one.runs[0]._replace(order=10 * at),)) for at, one in enumerate(rows)
    ]
    assert columns_in_turn([PrintLine(one.base, 10.0, (one,)) for one in painted]) == []


NAMES = [(20.0, "Measure"), (50.0, "Homes let"), (62.0, "in time"), (90.0, "Rent owed")]
FIGURES = [(20.0, "Actual"), (50.0, "98"), (90.0, "97")]


def test_each_cell_is_of_the_row_of_its_figures() -> None:
    rows = rows_by_columns(column_wise(NAMES, FIGURES, FIGURES))
    found = [[[one.text for one in cell] for cell in row.cells] for row in rows]
    assert found[1] == [["Homes let", "in time"], ["98"], ["98"]]


@pytest.mark.parametrize(
    "names",
    [
        [(20.0, "Measure"), (50.0, "Homes let"), (62.0, "in time"), (74.65, "Rent owed")],
        [*NAMES[:2], (70.0, "in time"), (82.0, "each month"), NAMES[3]],
        [*NAMES[:3], (74.0, "each month"), (86.0, "of the year"), (98.0, "Rent owed")],
    ],
    ids=["hardly farther apart", "at no figures", "at figures of two rows"],
)
def test_cells_that_do_not_stand_at_figures_tell_no_rows(names: list[tuple[float, str]]) -> None:
    with pytest.raises(OrderDenied):
        rows_by_columns(column_wise(names, FIGURES, FIGURES))


def test_a_first_row_as_near_as_lines_is_none_of_the_headings() -> None:
    names = [(20.0, "Measure"), (32.0, "Homes let"), (60.0, "Rent owed"), (88.0, "Bins missed")]
    figures = [(20.0, "Actual"), (32.0, "98"), (60.0, "97"), (88.0, "96")]
    with pytest.raises(OrderDenied):
        rows_by_columns(column_wise(names, figures, figures))

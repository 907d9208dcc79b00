"""Two levels of headings, some over both, above rows that the order of painting tells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read, spans, texts

XS = (50, 90, 230, 290, 350, 410, 470, 520)  # edges of columns
SIZE = 8.0
NAMES = (
    ("Rent collected in", "the year to date"),
    ("Homes let",),
    ("Calls answered", "in a minute"),
)
ROWS = (("A1", "71.0%", "72.5%", "75%", "74%"), ("A2", "820", "790", "805", "800"))
ROWS = (*ROWS, ("A3", "66.1%", "68.0%", "70%", "69%"))

# The first column and the one after the last, the first baseline, the lines.
Cell = tuple[int, int, float, Sequence[str]]


def paint(pen: Pen, cells: Sequence[Cell]) -> None:
    """Cells in this order, each line in the middle of its columns."""
    for first, end, base, lines in cells:
        for number, line in enumerate(lines):
            wide = pen.canvas.stringWidth(line, "Helvetica", SIZE)
            x = XS[first] + 4 if end <= 2 else (XS[first] + XS[end] - wide) / 2
            pen.text(x, base + 9 * number, line, SIZE)


def uppers(both: float) -> list[Cell]:
    """The upper headings on 111, those over both levels on *both*."""
    return [
        (0, 1, both, ["Ref"]),
        (1, 2, both, ["Measure"]),
        (2, 3, 111, ["2018/19"]),
        (3, 6, 111, ["2019/20 Q1"]),
        (6, 7, 111, ["2019/20"]),
    ]


def lowers(base: float, last: Sequence[str] = ("Target",)) -> list[Cell]:
    words = ("Value", "Value", "Aim", "Range")
    cells: list[Cell] = [(at, at + 1, base, [word]) for at, word in enumerate(words, 2)]
    return [*cells, (6, 7, base - 4.5 * (len(last) - 1), last)]


def rows(top: float, middle: bool) -> list[Cell]:
    cells: list[Cell] = []
    for number, (name, (code, *values)) in enumerate(zip(NAMES, ROWS, strict=True)):
        base = top + 30 * number
        beside = base + 4.5 * (len(name) - 1) * middle
        cells += [(0, 1, beside, [code]), (1, 2, base, name)]
        cells += [(at, at + 1, beside, [text]) for at, text in enumerate(values, 2)]
    return cells


def told(reading: Reading) -> list[list[str]]:
    (table,) = reading.tables
    return texts(table)


def test_a_lower_heading_of_two_lines_may_begin_beside_those_over_both_levels() -> None:
    cells = [*uppers(123), *lowers(131, ("Annual", "Target")), *rows(160, middle=True)]
    reading = read(lambda pen: paint(pen, cells))
    assert told(reading)[1] == ["Value", "Value", "Aim", "Range", "Annual Target"]
    assert (1, 4, 1, 3, "2019/20 Q1") in spans(reading.tables[0])


@pytest.mark.parametrize("middle", [True, False])
def test_rows_may_be_set_to_the_middle_below_headings_set_to_the_top(middle: bool) -> None:
    heads = [*uppers(111), *lowers(127)]
    heads[1] = (1, 2, 111, ["Performance", "measure"])
    cells = [*heads, *rows(150, middle=middle)]
    reading = read(lambda pen: paint(pen, cells))
    assert [row[0] for row in told(reading)[2:]] == ["A1", "A2", "A3"]


def test_a_rule_below_the_upper_headings_may_end_cells_painted_row_by_row() -> None:
    heads = uppers(111)
    heads[1] = (1, 2, 111, ["Performance", "measure"])
    cells = [*heads, *lowers(131), *rows(155, middle=False)]

    def page(pen: Pen) -> None:
        upper = [(0, 1), (1, 2), (2, 3), (3, 6), (6, 7)]
        lower = [(at, at + 1) for at in range(7)]
        for top, bottom, row in ((100, 118, upper), (118, 138, lower)):
            for first, end in row:
                left = XS[first] - 0.8 * (first == 1)  # so they tile nothing
                pen.rect(left, top, XS[end], bottom, "#d9d9d9", None)
        pen.rect(XS[0], 174, XS[-1], 202, "#f2f2f2", None)
        paint(pen, cells)

    assert [row[0] for row in told(read(page))[2:]] == ["A1", "A2", "A3"]


def test_a_heading_beside_two_levels_of_three_begins_below_the_first_of_them() -> None:
    """Headings of three levels stand as near as lines do, the rows below them farther apart."""
    both = 120
    heads: list[Cell] = [
        (0, 1, both, ["Ref"]),
        (1, 2, both - 4.5, ["Core", "measure"]),
        (2, 6, 101, ["Progress to date"]),
        (6, 7, 101, ["2019/20"]),
        (2, 4, 120, ["2017/18"]),
        (4, 6, 120, ["2018/19"]),
        (6, 7, 129.5, ["Target"]),
        *((at, at + 1, 139, [word]) for at, word in enumerate(("Aim", "Got") * 2, 2)),
    ]
    cells = [*heads, *rows(165, middle=False)]
    for at, base in enumerate((165, 195, 225)):
        cells.append((6, 7, base, [f"7{at}%"]))
    cells.sort(key=lambda cell: (cell[2] >= 165) * cell[2])
    reading = read(lambda pen: paint(pen, cells))
    (table,) = reading.tables
    assert [row[0] for row in texts(table)[-3:]] == ["A1", "A2", "A3"]
    assert {text for *_, text in spans(table)} >= {"Progress to date", "2017/18", "2018/19"}
    assert any("Target" in row for row in texts(table)[:4])

"""Two rows of headings without upright rules, those of one row alone in the middle of both."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from crossfoot.schema.page import Reading, Table

from .drawn_pages import Pen, read, spans

TOP, PITCH, PAD, SIZE = 100.0, 14.0, 4.0, 9.0
SIDES = ("left", "right", "middle")


class Column(NamedTuple):
    wide: float
    heading: str
    group: str | None
    cells: tuple[str, ...]


def put(pen: Pen, text: str, x0: float, x1: float, y: float, how: str) -> None:
    wide = stringWidth(text, "Helvetica", SIZE)
    x = {"left": x0 + PAD, "right": x1 - PAD - wide, "middle": (x0 + x1 - wide) / 2}[how]
    pen.text(x, y, text, SIZE)


def draw(columns: Sequence[Column], how: str, over: str = "middle", lone: float = 0.5) -> Reading:
    """A table with rules round its headings; *lone* is how far down headings of one row stand."""
    xs = [40.0]
    for column in columns:
        xs.append(xs[-1] + column.wide)

    def page(pen: Pen) -> None:
        pen.text(40, 60, "Performance 2005/06", 12)
        at = 0
        while at < len(columns):
            group = columns[at].group
            end = at + 1
            while group and end < len(columns) and columns[end].group == group:
                end += 1
            if group:
                put(pen, group, xs[at], xs[end], TOP, over if end - at > 1 else how)
            at = end
        for at, column in enumerate(columns):
            side = how if at > 1 else "left"
            low = TOP + PITCH * (1 if column.group else lone)
            put(pen, column.heading, xs[at], xs[at + 1], low, side)
            for row, text in enumerate(column.cells):
                put(pen, text, xs[at], xs[at + 1], TOP + PITCH * (2.4 + row), side)
        for y in (TOP - 11, TOP + PITCH * 1.6, TOP + PITCH * (2.4 + len(columns[0].cells))):
            pen.line(40, y, xs[-1], y)

    return read(page)


def named(cells: Sequence[Sequence[str]]) -> list[Column]:
    """The columns of a best value plan."""
    codes, names, *rest = cells
    heads = (
        ("Actual", "2004/05"),
        ("Target", "2005/06"),
        ("Actual", "2005/06"),
        ("Met?", None),
        ("2006/07", "Future targets"),
        ("2007/08", "Future targets"),
        ("2008/09", "Future targets"),
    )
    return [
        Column(40, "Ref", None, tuple(codes)),
        Column(120, "What is measured", None, tuple(names)),
        *(Column(48, *head, tuple(each)) for head, each in zip(heads, rest, strict=True)),
    ]


PLAN = named(
    [
        ("BV8", "BV9", "BV12"),
        ("Invoices paid in time", "Council tax collected", "Days lost to sickness"),
        ("91.5%", "97%", "9.1"),
        ("95%", "98.25%", "8.5"),
        ("93%", "97.5%", "8.25"),
        ("No", "No", "Yes"),
        ("96%", "98%", "8.2"),
        ("97.25%", "98%", "8"),
        ("98%", "99.5%", "7.75"),
    ]
)


def heads(table: Table) -> list[str]:
    """The headings over each column, the upper one first."""
    found = [""] * sum(cell.col_span for cell in table.rows[0].cells)
    for row in table.rows:
        if any(cell.text == "BV8" for cell in row.cells):
            return found
        for cell in row.cells:
            for at in range(cell.col_no - 1, cell.col_no - 1 + cell.col_span):
                found[at] = f"{found[at]} {cell.text}".strip()
    raise AssertionError("the first row is missing")


def drawn_heads(columns: Sequence[Column]) -> list[str]:
    return [f"{column.group or ''} {column.heading}".strip() for column in columns]


@pytest.mark.parametrize("how", ["left", "right"])
def test_headings_in_the_middle_of_two_rows_show_that_all_lower_ones_stand_under_one(
    how: str,
) -> None:
    (table,) = draw(PLAN, how).tables
    assert heads(table) == drawn_heads(PLAN)
    assert (1, 7, 1, 3, "Future targets") in spans(table)
    assert (1, 6, 2, 1, "Met?") in spans(table)


def test_as_low_as_the_lower_ones_they_show_nothing() -> None:
    """Then the years beside ``2007/08`` may stand under no heading."""
    reading = draw(PLAN, "middle", lone=1.0)
    assert not reading.tables
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def random_columns(rng: random.Random) -> list[Column]:
    columns = [PLAN[0], PLAN[1]]
    for number in range(rng.randrange(2, 4)):
        group = rng.choice(("04/05", "Ahead", "YTD", "2004/05")) + f"{number}"
        for each in range(rng.choice((0, 1, 2, 2, 3))):
            cells = tuple(f"{rng.uniform(5, 1400):.{rng.randrange(3)}f}" for _ in range(3))
            heading = f"{rng.choice(('Target', 'Actual', 'Result'))} {'abc'[each]}"
            columns.append(Column(rng.choice((48.0, 48.0, 62.0)), heading, group, cells))
        if rng.random() < 0.4:
            columns.append(Column(48, "Met?", None, ("Yes", "No", "Yes")))
    return columns


def test_no_heading_is_read_over_columns_that_are_not_its_own() -> None:
    told = 0
    for seed in range(150):
        rng = random.Random(seed)
        how, over = rng.choice(SIDES), rng.choice(("middle", "middle", "left"))
        columns = random_columns(rng)
        if sum(column.wide for column in columns) > 540:
            continue
        for table in draw(columns, how, over).tables:
            assert heads(table) == drawn_heads(columns), seed
            told += 1
    assert told > 60

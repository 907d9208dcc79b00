"""Headings over several columns with a rule below them, in tables without upright rules."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from crossfoot.schema.page import Reading, Table

from .drawn_pages import Pen, read

TOP, PITCH, PAD, SIZE, ROWS = 100.0, 16.0, 5.0, 9.0, 4
NAMES = ("Invoices paid in time", "Council tax collected", "Days lost", "Homes built")


class Group(NamedTuple):
    """Columns under one heading, or one column whose heading is its own (``over`` is None)."""

    over: str | None
    columns: tuple[str, ...]


def put(pen: Pen, text: str, x0: float, x1: float, y: float, how: str) -> None:
    wide = stringWidth(text, "Helvetica", SIZE)
    x = {"left": x0 + PAD, "right": x1 - PAD - wide, "middle": (x0 + x1 - wide) / 2}[how]
    pen.text(x, y, text, SIZE)


def draw(
    groups: Sequence[Group], how: str, over: str, pieces: str, seed: int = 0, wide: float = 56
) -> Reading:
    """A table with rules at its head, below its headings and at its foot, and below the groups'.

    *pieces*: those have ``gaps`` between groups, run on (``merged``), or are of single
    ``columns``. Headings of a column alone stand on the lower row.
    """
    rng = random.Random(seed)
    xs = [40.0, 160.0]
    for _ in [name for group in groups for name in group.columns]:
        xs.append(xs[-1] + wide)
    low = TOP + PITCH

    def page(pen: Pen) -> None:
        pen.text(40, 60, "Performance 2005/06", 12)
        put(pen, "Indicator", xs[0], xs[1], low, "left")
        at = 1
        for group in groups:
            end = at + len(group.columns)
            if group.over is not None:
                put(pen, group.over, xs[at], xs[end], TOP, over)
                gap = 3.0 if pieces == "gaps" else 0.0
                ends = range(at, end) if pieces == "columns" else (at,)
                for start in ends:
                    stop = start + 1 if pieces == "columns" else end
                    pen.line(xs[start] + gap, TOP + 4, xs[stop] - gap, TOP + 4)
            for name in group.columns:
                put(pen, name, xs[at], xs[at + 1], low, how)
                for row in range(ROWS):
                    value = f"{rng.uniform(100, 999):.1f}"
                    put(pen, value, xs[at], xs[at + 1], low + PITCH * (row + 1.4), how)
                at += 1
        for row in range(ROWS):
            put(pen, NAMES[row], xs[0], xs[1], low + PITCH * (row + 1.4), "left")
        for y in (TOP - 11, low + PITCH * 0.4, low + PITCH * (ROWS + 1)):
            pen.line(xs[0], y, xs[-1], y)

    return read(page)


def heads(table: Table) -> list[str]:
    """The headings over each column, the upper one first."""
    found = [""] * table.columns
    for row in table.rows:
        if row.cells[0].text == NAMES[0]:
            return found
        for cell in row.cells:
            for at in range(cell.col_no - 1, cell.col_no - 1 + cell.col_span):
                found[at] = f"{found[at]} {cell.text}".strip()
    raise AssertionError("the first row is missing")


def drawn(groups: Sequence[Group]) -> list[str]:
    return [
        "Indicator",
        *(f"{group.over or ''} {name}".strip() for group in groups for name in group.columns),
    ]


YEARS = (
    Group("2004/05", ("Target", "Actual")),
    Group("2005/06", ("Target", "Actual", "Met?")),
    Group(None, ("Trend",)),
)


@pytest.mark.parametrize("over", ["left", "middle", "right"])
@pytest.mark.parametrize("how", ["left", "middle", "right"])
@pytest.mark.parametrize("pieces", ["gaps", "merged"])
def test_a_rule_below_a_heading_shows_which_columns_it_stands_over(
    how: str, over: str, pieces: str
) -> None:
    (table,) = draw(YEARS, how, over, pieces).tables
    assert heads(table) == drawn(YEARS)


def test_the_borders_of_single_columns_are_one_below_a_heading_in_their_middle() -> None:
    groups = (Group(None, ("Base",)), Group("2004/05", ("Q1", "Q2", "Q3")), Group(None, ("Year",)))
    (table,) = draw(groups, "right", "middle", "columns").tables
    assert heads(table) == drawn(groups)


def test_a_blank_group_beside_another_is_not_taken_for_a_part_of_it() -> None:
    groups = (Group("2004/05", ("Target", "Actual")), Group("", ("Base", "Best")))
    for over in ("left", "middle", "right"):
        for table in draw(groups, "right", over, "merged").tables:
            assert heads(table) == drawn(groups)


def random_groups(rng: random.Random) -> list[Group]:
    groups = []
    for number in range(rng.randrange(2, 4)):
        over = rng.choice((None, "04/05", "Ahead", "To date", "2004/05", ""))
        names = rng.sample(("Target", "Actual", "Best", "Q1", "Base"), rng.choice((1, 2, 2, 3)))
        if over is None:
            groups += [Group(None, (f"{name} {number}",)) for name in names]
        else:
            label = f"{over} {number}" if over else ""
            groups.append(Group(label, tuple(f"{name} {number}" for name in names)))
    return groups


@pytest.mark.parametrize("part", range(4))
def test_random_headings_with_rules_are_read_as_drawn_or_not_at_all(part: int) -> None:
    told = 0
    for seed in range(part * 40, part * 40 + 40):
        rng = random.Random(seed)
        groups = random_groups(rng)
        how, over = (rng.choice(("left", "middle", "right")) for _ in range(2))
        pieces = rng.choice(("gaps", "merged", "columns"))
        for table in draw(groups, how, over, pieces, seed).tables:
            assert heads(table) == drawn(groups), (seed, how, over, pieces)
            told += 1
    assert told > 10

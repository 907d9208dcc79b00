"""A cell's colour: of its topmost fill, or of the strips that only together cover it."""

from __future__ import annotations

import pytest

from crossfoot.extract import compiled
from crossfoot.extract.cell_fills import Painted, cell_fills
from crossfoot.extract.drawing import Fill
from crossfoot.extract.grid import Grid, GridCell
from crossfoot.schema.page import Box

from .two_loops import both

pytestmark = pytest.mark.skipif(compiled.loops is None, reason="the loops in C were not built")

RED, GREEN, WHITE = "#ff0000", "#00ff00", "#ffffff"


def painted(*fills: Fill) -> Painted:
    """What one cell, 60 wide and 20 high, is painted in."""
    grid = Grid((0.0, 60.0), (0.0, 20.0), (GridCell(0, 0, 1, 1, Box(0, 0, 60, 20)),), False, False)
    one, other = both(lambda: cell_fills(list(fills), grid))
    assert one == other
    return one


def lines(*strips: tuple[float, float, str]) -> list[Fill]:
    """Strips below each other: where they begin, where they end, their colour."""
    return [Fill(Box(0, top, 60, bottom), colour) for top, bottom, colour in strips]


def columns(*strips: tuple[float, float, str]) -> list[Fill]:
    return [Fill(Box(left, 0, right, 20), colour) for left, right, colour in strips]


@pytest.mark.parametrize(
    "fills",
    [
        lines((0, 9.9, RED), (10.1, 20, RED)),
        columns((0, 29, RED), (31, 60, RED)),
        lines((0.5, 5, RED), (5, 10, RED), (10, 15, RED), (15, 19.5, RED)),
    ],
    ids=["above each other", "side by side", "one for each line"],
)
def test_strips_that_together_cover_a_cell_are_its_colour(fills: list[Fill]) -> None:
    assert painted(*fills) == ({0: RED}, {})


@pytest.mark.parametrize(
    "fills",
    [
        lines((0, 9.9, GREEN), (10.1, 20, RED)),
        columns((0, 30, GREEN), (30, 60, RED)),
        columns((0, 45, GREEN), (45, 60, RED)),
    ],
    ids=["with a gap", "halves", "unlike parts"],
)
def test_a_cell_painted_in_two_colours_has_both_and_none(fills: list[Fill]) -> None:
    assert painted(*fills) == ({0: None}, {0: [GREEN, RED]})


def test_strips_that_leave_a_part_of_the_cell_are_no_fill() -> None:
    assert painted(*lines((0, 7, RED), (13, 20, RED))) == ({}, {})
    assert painted(*columns((0, 29, RED), (31, 60, WHITE))) == ({}, {})


def test_a_strip_painted_over_another_counts_once() -> None:
    twice = columns((0, 28, RED), (0, 28, RED))
    assert painted(*twice) == ({}, {})
    over = columns((0, 29, GREEN), (31, 60, GREEN), (0, 29, RED), (31, 60, RED))
    assert painted(*over) == ({0: RED}, {})


def test_patches_that_do_not_reach_over_the_cell_are_no_strips_of_it() -> None:
    patches = [Fill(Box(x, y, x + 29, y + 9.5), RED) for x in (0, 31) for y in (0, 10.5)]
    assert painted(*patches) == ({}, {})


def test_a_white_cell_has_no_colour() -> None:
    assert painted(*lines((0, 20, WHITE))) == ({0: None}, {})
    assert painted(*lines((0, 20, WHITE)), *columns((20, 40, RED))) == ({0: RED}, {})

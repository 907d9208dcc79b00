"""Any grid with any spans, drawn by reportlab's own tables, is read back cell for cell."""

from __future__ import annotations

import io
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A3, landscape
from reportlab.platypus import SimpleDocTemplate, Table

from .drawn_pages import read_bytes, spans

WORDS = st.text("ABCdefg0123456789%£-/().,", min_size=1, max_size=7)


class Block(NamedTuple):
    row: int
    column: int
    rows: int
    columns: int
    text: str


@st.composite
def blocks(draw: st.DrawFn) -> tuple[int, int, list[Block]]:
    """A grid cut into rectangles, each with a word."""
    rows, columns = draw(st.integers(2, 5)), draw(st.integers(2, 5))
    taken: set[tuple[int, int]] = set()
    found: list[Block] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            down = min(draw(st.sampled_from((1, 1, 1, 2))), rows - row)
            across = 1
            widest = draw(st.sampled_from((1, 1, 1, 2, 3)))
            while (
                across < widest
                and column + across < columns
                and all((row + at, column + across) not in taken for at in range(down))
            ):
                across += 1
            taken |= {(row + i, column + j) for i in range(down) for j in range(across)}
            found.append(Block(row, column, down, across, draw(WORDS)))
    return rows, columns, found


def drawn(rows: int, columns: int, found: list[Block], width: float) -> bytes:
    data = [["" for _ in range(columns)] for _ in range(rows)]
    style: list[tuple[object, ...]] = [("GRID", (0, 0), (-1, -1), width, "black")]
    for block in found:
        data[block.row][block.column] = block.text
        end = (block.column + block.columns - 1, block.row + block.rows - 1)
        style.append(("SPAN", (block.column, block.row), end))
    buffer = io.BytesIO()
    table = Table(data, colWidths=[90] * columns, rowHeights=[30] * rows, style=style)
    SimpleDocTemplate(buffer, pagesize=landscape(A3), invariant=1).build([table])
    return buffer.getvalue()


def edges_used(found: list[Block]) -> tuple[list[int], list[int]]:
    """The lattice lines that a rule is drawn on: others cannot be seen on the page."""
    downs = {block.row for block in found} | {block.row + block.rows for block in found}
    acrosses = {block.column for block in found} | {block.column + block.columns for block in found}
    return sorted(downs), sorted(acrosses)


@settings(max_examples=60, deadline=None)
@given(blocks(), st.sampled_from((0.25, 0.5, 1.0, 2.0)))
def test_a_random_grid_is_read_back(grid: tuple[int, int, list[Block]], width: float) -> None:
    rows, columns, found = grid
    (table,) = read_bytes(drawn(rows, columns, found, width)).tables
    downs, acrosses = edges_used(found)
    expected = {
        (
            downs.index(block.row) + 1,
            acrosses.index(block.column) + 1,
            downs.index(block.row + block.rows) - downs.index(block.row),
            acrosses.index(block.column + block.columns) - acrosses.index(block.column),
            block.text,
        )
        for block in found
    }
    assert spans(table) == expected

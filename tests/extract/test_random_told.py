"""Random tables painted in many orders are read as they were drawn, or refused."""

from __future__ import annotations

from collections import Counter

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import pdf, read_bytes, spans
from .told_tables import ORDERS, Drawn, random_told

Entry = tuple[int, int, str]
Span = tuple[int, int, int, int, str]


def expected(drawn: Drawn) -> set[Span]:
    """Row, column, rows and columns spanned and text of each cell, from 1."""
    texts = [" ".join(cell.lines) for cell in drawn.cells]
    for piece in drawn.pieces:
        if piece.text not in drawn.cells[piece.cell].lines:
            texts[piece.cell] += piece.text  # a raised mark
    return {
        (cell.row + 1, cell.column + 1, cell.down, cell.across, text)
        for cell, text in zip(drawn.cells, texts, strict=True)
    }


def entries(cells: set[Span], depth: int, count: int) -> set[Entry]:
    """Row, column and text of each cell; of the first *depth* rows each column's headings as one.

    A heading set to the foot of several rows may be read as one of the last of them.
    """
    tops = [cell for cell in sorted(cells) if cell[0] <= depth]
    heads = {
        (
            0,
            at,
            " ".join(text for _, column, _, across, text in tops if column <= at < column + across),
        )
        for at in range(1, count + 1)
    }
    return heads | {(row - depth, column, text) for row, column, _, _, text in cells if row > depth}


def _as_drawn(cell: Span, drawn: Drawn) -> Span:
    """Return a cell that is of several rows as of the first, in whichever of them it was read."""
    row, column, _, across, text = cell
    for one in drawn.cells:
        same = (one.column + 1, " ".join(one.lines)) == (column, text)
        if same and one.down > 1 and one.row < row <= one.row + one.down:
            return one.row + 1, column, one.down, across, text
    return cell


def depth_of(cells: set[Span]) -> int:
    """Return how many rows are headings: those before the first that begins with a row's name."""
    return min(row for row, column, *_, text in cells if column == 1 and row > 1 and text) - 1


def read(drawn: Drawn) -> Reading:
    return read_bytes(pdf(drawn.draw, size=(1000, 800)))


def verdict(drawn: Drawn, reading: Reading) -> str:
    if not reading.tables:
        named = any(doubt.kind == "unread_table" for doubt in reading.doubts)
        return "refused" if named else "silent"
    if len(reading.tables) > 1:
        return "wrong"
    found = {cell for cell in spans(reading.tables[0]) if cell[4]}
    wanted = expected(drawn)
    last = max(drawn.cells)
    if last.across > 1:  # a note under the last row may be told to stand below the table
        found, wanted = (
            {cell for cell in cells if cell[4] != " ".join(last.lines)} for cells in (found, wanted)
        )
    count = max(cell.column for cell in drawn.cells) + 1
    found = {_as_drawn(cell, drawn) for cell in found}
    same = entries(found, depth_of(found), count) == entries(wanted, depth_of(wanted), count)
    return "exact" if same else "wrong"


def verdicts(how: str, seeds: range) -> Counter[str]:
    tables = [random_told(seed, how) for seed in seeds]
    return Counter(verdict(drawn, read(drawn)) for drawn in tables)


@pytest.mark.parametrize("how", ORDERS)
def test_random_tables_are_read_as_drawn_or_not_at_all(how: str) -> None:
    counts = verdicts(how, range(16))
    assert set(counts) <= {"exact", "refused", "silent"}


def test_random_tables_painted_cell_by_cell_are_read_more_often_than_line_by_line() -> None:
    assert verdicts("cells", range(40))["exact"] > verdicts("lines", range(40))["exact"]


@pytest.mark.slow
@pytest.mark.parametrize("how", ORDERS)
def test_many_random_tables_are_read_as_drawn_or_not_at_all(how: str) -> None:
    counts = verdicts(how, range(16, 400))
    assert set(counts) <= {"exact", "refused", "silent"}
    assert counts["exact"] >= 60

"""Cells and tables that are packed come out as they went in."""

from __future__ import annotations

import pickle
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.schema.packed import PackedCells, PackedTables, without_rows
from crossfoot.schema.page import Box, Cell, CellPart, Row, Table
from crossfoot.schema.rows import CellRow

COUNTS = st.integers(1, 3)
TEXTS = st.text(st.characters(), max_size=4)  # halves of surrogate pairs among them
EDGES = st.sampled_from([0.0, 12.34, 595.28])
BOXES = st.builds(Box, EDGES, EDGES, EDGES, EDGES)
FILLS = st.sampled_from([None, "#ff0000"])
RAISED = st.lists(st.tuples(COUNTS, COUNTS), max_size=2).map(tuple)
PARTS = st.builds(
    CellPart, COUNTS, COUNTS, BOXES, TEXTS, FILLS, st.lists(TEXTS, max_size=2).map(tuple), RAISED
)
CELLS = st.builds(Cell, COUNTS, COUNTS, COUNTS, st.lists(PARTS, min_size=1, max_size=3).map(tuple))
ROWS = st.builds(Row, COUNTS, st.lists(CELLS, max_size=3).map(tuple), st.booleans())
TABLES = st.lists(ROWS, max_size=4).map(
    lambda rows: Table(1, 3, tuple(rows), ((1, Box(0.0, 0.0, 9.0, 9.0)),), "rows")
)


def table(number: int, rows: int = 100, columns: int = 5) -> Table:
    box = Box(1.0, 2.0, 3.0, 4.0)
    whole = (
        Row(
            row,
            tuple(
                Cell(column, 1, 1, (CellPart(1, number, box, f"{number} {row} {column}"),))
                for column in range(1, columns + 1)
            ),
        )
        for row in range(1, rows + 1)
    )
    return Table(number, columns, tuple(whole), ((number, box),))


def cell_row(number: int, text: str | None = "99%") -> CellRow:
    place = ("d" * 64, 1, 1, number, 1, 1, 1, 1, 0.0, 1.5, 2.0, float(number))
    return CellRow(f"{number:032}", *place, text, None, None, "actual" if number % 2 else None)


def same(one: Sequence[object], other: Sequence[object]) -> bool:
    """Whether both hold the same, of the same kinds."""
    return list(map(repr, one)) == list(map(repr, other))


@given(st.lists(TABLES, max_size=3), st.booleans())
def test_any_table_comes_out_of_another_process_as_it_went_in(
    tables: list[Table], again: bool
) -> None:
    sent = pickle.loads(pickle.dumps(PackedTables(tables)))
    if again:
        sent = pickle.loads(pickle.dumps(sent))
    assert same(sent, tables) and sent == tables


@pytest.mark.parametrize("count", [0, 1, 7, 40])
def test_tables_are_found_by_number_in_any_order(count: int) -> None:
    tables = [table(number) for number in range(1, count + 1)]
    packed = PackedTables(tables)
    assert len(packed) == count and bool(packed) == bool(count)
    assert [packed[at] for at in reversed(range(count))] == tables[::-1]
    assert packed[1:3] == tables[1:3] and packed[-2:] == tables[-2:]
    assert same(packed, tables) and packed == tuple(tables)
    with pytest.raises(IndexError):
        packed[count]


def test_where_packed_tables_stand_is_known_without_their_rows() -> None:
    tables = [table(number) for number in (1, 2, 3)]
    for given_as in (PackedTables(tables), tables):
        assert [each.bounds for each in without_rows(given_as)] == [each.bounds for each in tables]
    assert without_rows(PackedTables(tables))[0].rows == ()


@pytest.mark.parametrize("count", [0, 1, 999, 1000, 2001])
def test_rows_of_cells_come_out_as_they_went_in(count: int) -> None:
    rows = [cell_row(number) for number in range(count)]
    packed = PackedCells()
    for start in range(0, count, 300):
        packed.extend(rows[start : start + 300])
    sent = pickle.loads(pickle.dumps(packed))
    for held in (packed, sent):
        assert same(held, rows) and held == rows and len(held) == count
        assert [tuple(row) for some in held.tuples() for row in some] == [*map(tuple, rows)]


def test_what_is_the_same_in_a_whole_column_is_not_taken_for_another_row_s() -> None:
    rows = [cell_row(number, text) for number, text in enumerate(["a", None, "a", ""] * 300)]
    assert same(PackedCells(rows), rows)


def test_other_rows_make_another_sequence() -> None:
    rows = [cell_row(number) for number in range(3)]
    assert PackedCells(rows) != rows[:2] and PackedCells(rows) != [*rows[:2], cell_row(9)]
    assert PackedCells(rows) != "abc" and PackedCells(rows) != 3

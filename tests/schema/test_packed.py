"""Cells and tables that are packed come out as they went in."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.schema.packed_pages import PackedTables, without_rows
from crossfoot.schema.packed_rows import CellCounts, PackedCells, PackedModels, looked_at
from crossfoot.schema.page import Box, Cell, CellPart, Row, Table
from crossfoot.schema.paper import Document, Paper
from crossfoot.schema.plain import sum_of
from crossfoot.schema.rows import CellRow, Figure

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


def figure(value: Decimal | None, row_no: int) -> Figure:
    return Figure(
        document_id="d" * 64,
        page=1,
        table_no=1,
        row_no=row_no + 1,
        x0=0.0,
        y0=1.0,
        x1=2.0,
        y1=3.0,
        figure_id=f"f{row_no}",
        indicator_id="i",
        series_id="s",
        cell_id="c",
        code=None,
        measure="outturn",
        basis="annual",
        period="2019/20",
        period_start=date(2019, 4, 1),
        period_end=date(2020, 3, 31),
        period_as_printed=None,
        value=value,
        decimals=None,
        unit="%",
        value_state="blank" if value is None else "value",
        as_printed=None,
    )


def values_of(row: Figure) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in Figure.model_fields)


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


def test_models_come_out_as_they_went_in_digits_and_days_too() -> None:
    values = [Decimal("5.0"), Decimal("5.00"), None, Decimal("1234000")] * 150
    rows = [figure(value, at) for at, value in enumerate(values)]
    packed = PackedModels(Figure, rows[:250])
    packed.extend(rows[250:])
    sent = pickle.loads(pickle.dumps(packed))
    for held in (packed, sent):
        assert same(held, rows) and held == rows and list(held)[7].box == rows[7].box
        assert same([row for some in held.tuples() for row in some], [*map(values_of, rows)])
    assert sent[3].model_dump_json() == rows[3].model_dump_json()


def test_a_paper_of_packed_rows_opens_into_lists() -> None:
    rows = [figure(Decimal(at), at) for at in range(500)]
    paper = Paper(
        document=Document(
            document_id="d" * 64, file_name="x.pdf", outcome="read", reader_version="1"
        ),
        figures=PackedModels(Figure, rows),
        cells=PackedCells(cell_row(at) for at in range(9)),
    )
    assert "500 figures, 9 cells" in repr(paper)
    assert paper.opened().figures == rows and isinstance(paper.opened().cells, list)
    some = paper.opened(["figures"])
    assert some.cells is paper.cells and some.figures == rows


def test_other_rows_make_another_sequence() -> None:
    rows = [cell_row(number) for number in range(3)]
    assert PackedCells(rows) != rows[:2] and PackedCells(rows) != [*rows[:2], cell_row(9)]
    assert PackedCells(rows) != "abc" and PackedCells(rows) != 3


def test_rows_that_were_sent_are_plain_and_know_their_sum_and_counts_until_one_is_added() -> None:
    rows = [figure(Decimal(at), at) for at in range(450)]
    cells = [cell_row(number) for number in range(2_100)]
    for packed, count in ((PackedModels(Figure, rows), 450), (PackedCells(cells), 2_100)):
        assert packed.sum is None
        expected = [row for some in packed.plain_chunks() for row in some]
        sent = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(packed))))
        assert sent.sum == sum_of(expected) and len(sent) == count
        assert [row for some in sent.plain_chunks() for row in some] == expected
        assert {type(value) for row in expected for value in row} <= {str, int, float, type(None)}
        sent.append(packed[0])
        assert sent.sum is None and list(sent) == [*packed, packed[0]]
        again = pickle.loads(pickle.dumps(sent))
        assert again.sum == sum_of([*expected, expected[0]])


def test_cells_that_were_sent_are_counted() -> None:
    cells = [cell_row(number)._replace(table_no=number % 3) for number in range(2_100)]
    counts = CellCounts.of(cells)
    assert counts == (3, 1_050) == CellCounts.of(PackedCells(cells))
    sent = pickle.loads(pickle.dumps(PackedCells(cells)))
    assert sent.counts == CellCounts.of(sent) == counts
    sent.append(cells[0]._replace(table_no=9))
    assert CellCounts.of(sent) == (4, 1_051)


def test_rows_with_a_text_that_no_database_takes_have_no_sum() -> None:
    rows = [cell_row(number, "\ud800" if number == 1_500 else "a") for number in range(2_000)]
    sent = pickle.loads(pickle.dumps(PackedCells(rows)))
    assert sent.sum is None and same(sent, rows)


@pytest.mark.parametrize("count", [0, 1, 199, 200, 650])
def test_rows_to_look_at_say_what_the_rows_say(count: int) -> None:
    rows = [figure(Decimal(at), at) for at in range(count)]
    packed = PackedModels(Figure, rows)
    for held in (rows, packed, pickle.loads(pickle.dumps(packed))):
        looked = list(looked_at(held))
        assert [row.box for row in looked] == [row.box for row in rows]
        assert list(map(values_of, looked)) == list(map(values_of, rows))

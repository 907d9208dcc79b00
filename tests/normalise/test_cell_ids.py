"""Ids of cells: made faster than others, and the same as they always were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.schema.identity import make_cell_id, make_id

_NUMBERS = st.integers(min_value=1, max_value=100_000)


@given(st.text(), _NUMBERS, _NUMBERS, _NUMBERS, st.integers(min_value=1, max_value=9))
def test_a_cells_id_is_the_id_of_its_place(
    document_id: str, table_no: int, row_no: int, col_no: int, fragment: int
) -> None:
    made = make_cell_id(document_id, table_no, row_no, col_no, fragment)
    assert made == make_id(document_id, table_no, row_no, col_no, fragment)

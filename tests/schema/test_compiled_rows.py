"""Ids, sums and rows are made in C as in Python, whatever they are made of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.extract.document import read_document
from crossfoot.normalise.cells import cell_rows
from crossfoot.normalise.desk import Desk, Facts
from crossfoot.schema import compiled, identity
from crossfoot.schema.finding import FindingCell
from crossfoot.schema.model import unchecked
from crossfoot.schema.page import Box, Cell, CellPart, Row, Table
from crossfoot.schema.plain import sum_of
from crossfoot.schema.rows import CellRow, Figure

SAMPLES = Path(__file__).parents[2] / "samples"
T = TypeVar("T")

pytestmark = pytest.mark.skipif(compiled.loops is None, reason="the module in C was not built")


def both(ask: Callable[[], T]) -> tuple[T, T]:
    """Ask what is compiled, and what is in Python."""
    one = ask()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "loops", None)
        return one, ask()


TEXTS = st.text(st.characters(codec=None) | st.sampled_from("a1\0\x1f\ud800\u200b"), max_size=40)
NUMBERS = st.integers() | st.integers(-(2**31) - 2, 2**31 + 1)
PARTS = st.none() | TEXTS | NUMBERS | st.floats(allow_nan=False)


@given(st.lists(PARTS, max_size=7))
def test_any_parts_have_the_same_id(parts: list[object]) -> None:
    assert identity.make_id(*parts) == identity._make_id(*parts)


@pytest.mark.parametrize("length", [*range(50, 70), *range(110, 130), 1000])
def test_an_id_is_of_the_sha_256_of_a_text_of_any_length(length: int) -> None:
    text = "x" * length
    assert identity.make_id(text) == hashlib.sha256(text.encode()).hexdigest()[:32]


def test_a_part_that_cannot_be_said_is_an_exception() -> None:
    class Unsaid:
        def __str__(self) -> str:
            raise KeyError("unsaid")

    with pytest.raises(KeyError, match="unsaid"):
        identity.make_id("a", Unsaid())


VALUES = st.none() | TEXTS | NUMBERS | st.floats() | st.booleans() | st.binary(max_size=3)
PLAIN = st.none() | TEXTS | st.integers(-(2**31), 2**31 - 1) | st.floats()


@given(st.lists(st.lists(PLAIN, max_size=20).map(tuple), max_size=6))
def test_any_plain_rows_have_the_same_sum(rows: list[tuple[Any, ...]]) -> None:
    one, other = both(lambda: sum_of(rows))
    assert one == other


@given(st.lists(st.lists(VALUES, max_size=4).map(tuple), max_size=3))
def test_rows_of_other_values_have_the_same_sum(rows: list[tuple[Any, ...]]) -> None:
    one, other = both(lambda: sum_of(rows))
    assert one == other


@pytest.mark.parametrize("length", [*range(100, 130), *range(230, 260), 4000])
def test_a_row_of_any_length_has_the_same_sum(length: int) -> None:
    rows = [("x" * length, None), ("y",)] * 3
    assert compiled.loops
    assert compiled.loops.sum_rows(rows) is not None
    one, other = both(lambda: sum_of(rows))
    assert one == other


@pytest.mark.parametrize("rows", [[(2**31,)], [(True,)], [("\ud800",)], [((1,),)], ((1,),), [3]])
def test_what_is_not_plain_is_left_to_python(rows: Any) -> None:
    assert compiled.loops
    assert compiled.loops.sum_rows(rows) is None


def rows_of(table: Table, roles: dict[tuple[int, int, int], str]) -> list[CellRow]:
    return list(cell_rows(Desk(Facts("d" * 64), roles=roles), table))


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.pdf")), ids=lambda path: path.stem)
def test_the_cells_of_a_sample_make_the_same_rows(path: Path) -> None:
    for table in read_document(path).tables:
        roles = {(table.table_no, row.row_no, row.row_no % 5): "title" for row in table.rows}
        one, other = both(lambda table=table, roles=roles: rows_of(table, roles))  # type: ignore[misc]
        assert repr(one) == repr(other)
        assert all(type(row) is CellRow for row in one)


BOXES = st.builds(Box, *[st.floats(0, 900)] * 4)
SYMBOLS = st.sampled_from(((), ("tick",), ("#ff8000", "tick"), ("",)))
CELL_PARTS = st.builds(
    CellPart, st.integers(1, 3), NUMBERS, BOXES, TEXTS, st.none() | TEXTS, SYMBOLS
)
CELLS = st.builds(
    Cell,
    st.integers(1, 4),
    st.integers(1, 3),
    st.integers(1, 3),
    st.lists(CELL_PARTS, max_size=3).map(tuple),
)
ROWS = st.builds(Row, st.integers(1, 300), st.lists(CELLS, max_size=4).map(tuple))
ROLES = st.dictionaries(
    st.tuples(st.just(3), st.integers(1, 300), st.integers(1, 4)), st.sampled_from(("code", "due"))
)


@given(st.lists(ROWS, max_size=3).map(tuple), ROLES)
def test_any_cells_make_the_same_rows(
    rows: tuple[Row, ...], roles: dict[tuple[int, int, int], str]
) -> None:
    table = Table(3, 4, rows, ())
    one, other = both(lambda: rows_of(table, roles))
    assert one == other


def test_cells_of_one_place_make_one_row_as_the_last_of_them_has_it() -> None:
    first, last = (Cell(1, 1, 1, (CellPart(1, 1, Box(0, 0, 9, 9), text),)) for text in "ab")
    table = Table(3, 4, (Row(1, (first, last)),), ())
    one, other = both(lambda: rows_of(table, {}))
    assert one == other
    assert [row.text for row in one] == ["b"]


PART = CellPart(1, 1, Box(0, 0, 9, 9), "a")


@pytest.mark.parametrize(
    "row",
    [
        None,
        (1, None, False),
        (1, (None,), False),
        (1, ((1, 1, 1, None),), False),
        (1, ((1, 1, 1, (None,)),), False),
        (1, ((1, 1, 1, (PART._replace(text=None),)),), False),  # type: ignore[arg-type]
        (1, ((1, 1, 1, (PART._replace(box=None),)),), False),  # type: ignore[arg-type]
        (1, ((1, 1, 1, (PART._replace(symbols=None),)),), False),  # type: ignore[arg-type]
        (1, ((1, 1, 1, (PART._replace(symbols=(3,)),)),), False),  # type: ignore[arg-type]
        (1, ((1, 1, 1, (PART._replace(fragment="x"),)),), False),  # type: ignore[arg-type]
        (1, ((2**70, 1, 1, (PART,)),), False),
    ],
)
def test_what_is_no_row_of_cells_is_an_exception(row: Any) -> None:
    assert compiled.loops
    with pytest.raises((TypeError, OverflowError)):
        compiled.loops.cell_rows("d", 1, (row,), {}, CellRow)


@pytest.mark.parametrize(
    "given", [(), ("d", 1, [], {}, CellRow), ("d", 1, (), (), CellRow), ("d", 1, (), {}, int)]
)
def test_what_makes_no_rows_is_an_exception(given: tuple[Any, ...]) -> None:
    assert compiled.loops
    with pytest.raises(TypeError):
        compiled.loops.cell_rows(*given)


def _figure() -> Any:
    return unchecked(Figure)


def test_unchecked_rows_are_the_same() -> None:
    values = {"finding_id": "f", "cell_id": "c"}
    one, other = both(lambda: unchecked(FindingCell)(**values))
    assert one == other
    assert one.model_fields_set == other.model_fields_set
    assert one.model_copy(update={"cell_id": "d"}).cell_id == "d"
    less, other_less = both(lambda: _figure()(page=3))
    assert vars(less) == vars(other_less)
    assert less.value_state is ...


@pytest.mark.parametrize(
    ("arguments", "values", "said"),
    [((), {"colour": 3}, "has no colour"), (("f",), {}, "positional argument")],
)
def test_values_that_do_not_fit_are_told_the_same(
    arguments: tuple[Any, ...], values: dict[str, Any], said: str
) -> None:
    def told() -> str:
        with pytest.raises(TypeError, match=said) as raised:
            unchecked(FindingCell)(*arguments, **values)
        return str(raised.value)

    one, other = both(told)
    assert one == other


@pytest.mark.parametrize(
    "held", [None, (), (1, 2, 3, 4), (print, FindingCell, None, set()), (print, 3, {}, set())]
)
def test_what_is_no_kind_of_rows_is_an_exception(held: Any) -> None:
    assert compiled.loops
    with pytest.raises(TypeError):
        compiled.loops.row_maker(held)

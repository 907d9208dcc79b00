"""Unchecked rows are made in C as in Python, whatever they are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from crossfoot.schema import compiled
from crossfoot.schema.finding import FindingCell
from crossfoot.schema.model import unchecked
from crossfoot.schema.rows import Figure

T = TypeVar("T")

pytestmark = pytest.mark.skipif(compiled.loops is None, reason="the module in C was not built")


def both(ask: Callable[[], T]) -> tuple[T, T]:
    """Ask what is compiled, and what is in Python."""
    one = ask()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "loops", None)
        return one, ask()


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

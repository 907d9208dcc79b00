"""Rows as text and numbers come back as they were, and the same rows have the same sum."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from crossfoot.schema.plain import (
    are_storable,
    forms,
    opened,
    packed,
    read,
    sum_of,
    written,
    written_decimal,
)


class Mixed(BaseModel):
    text: str | None
    day: date | None
    number: float
    value: Decimal | None
    flag: bool | None
    certain: bool


FORMS = forms(Mixed)
ROWS = st.lists(
    st.tuples(
        st.one_of(st.none(), st.text()),
        st.one_of(st.none(), st.dates()),
        st.sampled_from([0.0, -0.0, 1.5]),
        st.one_of(st.none(), st.decimals(allow_nan=False, allow_infinity=False, places=2)),
        st.one_of(st.none(), st.booleans()),
        st.booleans(),
    ),
    max_size=5,
)


@given(ROWS)
def test_rows_come_back_as_they_were_and_of_the_same_kinds(rows: list[tuple[object, ...]]) -> None:
    plain = written(FORMS, rows)
    assert {type(value) for row in plain for value in row} <= {str, int, float, type(None)}
    back = read(FORMS, opened(packed(plain)))
    assert [[*map(type, row)] for row in back] == [[*map(type, row)] for row in rows]
    assert [row[:3] + row[4:] for row in back] == [row[:3] + row[4:] for row in rows]
    assert [str(row[2]) for row in back] == [str(row[2]) for row in rows]  # 0.0 is not -0.0
    for one, other in zip(back, rows, strict=True):
        assert one[3] == other[3] and str(one[3]).lstrip("-") == str(other[3]).lstrip("-")


@given(ROWS, st.randoms(use_true_random=False))
def test_the_sum_is_that_of_the_rows_in_any_order(
    rows: list[tuple[object, ...]], mix: object
) -> None:
    plain = list(written(FORMS, rows))
    before = sum_of(plain)
    getattr(mix, "shuffle")(plain)  # noqa: B009 - of no public type
    assert sum_of(plain) == before == sum_of(opened(packed(plain)))
    assert sum_of([*plain, ("more",)]) != before
    if plain:
        assert sum_of(plain[1:]) != before


@pytest.mark.parametrize(
    ("value", "said"),
    [("5.00", "5.00"), ("-0.0", "0.0"), ("1E+3", "1000"), ("0E-7", "0.0000000"), ("-5", "-5")],
)
def test_a_decimal_is_written_digit_for_digit(value: str, said: str) -> None:
    assert written_decimal(Decimal(value)) == said


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="not a finite decimal"):
        written_decimal(Decimal(value))


@pytest.mark.parametrize("odd", ["a\x00", "\ud800", "ok \udfff"])
def test_texts_that_no_database_takes_are_told(odd: str) -> None:
    assert are_storable([(1, "é\U0001f600", None, 2.5)])
    assert not are_storable([("fine", 1), (odd, 2)])

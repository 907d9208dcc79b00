"""What looks like a slip of the pen, and what does not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.store.slips import one_digit_differs, slip_shape

NUMBERS = st.decimals(min_value=-99999, max_value=99999, places=1)


@pytest.mark.parametrize(
    ("one", "other", "shape"),
    [
        ("97.0", "79.0", "two digits are swapped"),
        ("1234", "1324", "two digits are swapped"),
        ("97.5", "95.7", "two digits are swapped"),
        ("84617", "8617", "a digit is left out or doubled"),
        ("97.5", "997.5", "a digit is left out or doubled"),
        ("28.96", "28.6", "a digit is left out or doubled"),
        ("97.5", "9.75", "the point is moved"),
        ("0.97", "97", "the point is moved"),
        ("1234", "1234000", "the point is moved"),
        ("-5.2", "5.2", "the sign is lost"),
    ],
)
def test_a_slip_is_told_by_its_shape(one: str, other: str, shape: str) -> None:
    assert slip_shape(Decimal(one), Decimal(other)) == shape
    assert slip_shape(Decimal(other), Decimal(one)) == shape


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("97.0", "97.0"),
        ("97.0", "96.4"),
        ("97.0", "97"),
        ("28.96", "28.9"),
        ("97.25", "97.2"),
        ("123", "321"),
        ("1234", "4321"),
        ("97", "87"),
        ("0", "5"),
        ("0", "0.0"),
        ("-5.2", "2.5"),
        ("97.0", "85.3"),
    ],
)
def test_other_differences_have_no_such_shape(one: str, other: str) -> None:
    assert slip_shape(Decimal(one), Decimal(other)) is None


def test_one_digit_of_four_or_more() -> None:
    assert one_digit_differs(Decimal("84617"), Decimal("84017"))
    assert one_digit_differs(Decimal("97.62"), Decimal("97.12"))
    assert not one_digit_differs(Decimal("97.6"), Decimal("97.1"))
    assert not one_digit_differs(Decimal("84617"), Decimal("84022"))
    assert not one_digit_differs(Decimal("84617"), Decimal("8461"))


@given(NUMBERS, NUMBERS)
def test_the_shape_does_not_depend_on_which_came_first(one: Decimal, other: Decimal) -> None:
    assert slip_shape(one, other) == slip_shape(other, one)


@given(NUMBERS)
def test_a_number_is_no_slip_of_itself_or_of_itself_rounded(value: Decimal) -> None:
    assert slip_shape(value, value) is None
    cut = Decimal(f"{value:f}".partition(".")[0])
    assert slip_shape(value, cut) is None

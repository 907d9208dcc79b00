"""What a slip of the pen does to a printed number.

Only shapes: that a value looks like another with two digits swapped proves nothing by itself.
"""

from __future__ import annotations

from decimal import Decimal

#: With fewer digits half of all pairs of neighbouring values differ in one of them.
_MANY_DIGITS = 4
_SHIFTS = (-3, -2, -1, 1, 2, 3)


def slip_shape(one: Decimal, other: Decimal) -> str | None:
    """Return how *one* could be a misprint of *other* or the other way round, in words.

    Both as printed, so that ``97.0`` keeps its nought. Two neighbouring digits swapped (97.0 and
    79.0), a digit left out or doubled (1,234 and 134), the point moved (97.5 and 9.75; a share
    for a percentage), the sign lost. Digits left out at the end after the point are rounding or
    truncation, and no slip.
    """
    if one == other or not one or not other:
        return None
    if one == -other:
        return "the sign is lost"
    if any(one == other.scaleb(shift) for shift in _SHIFTS):
        return "the point is moved"
    if (one < 0) != (other < 0):
        return None
    a, b = _digits(one), _digits(other)
    if _decimals(one) == _decimals(other) and _swapped(a, b):
        return "two digits are swapped"
    long, short = (a, b) if len(a) > len(b) else (b, a)
    if _left_out(long, short) and not _cut(one, other):
        return "a digit is left out or doubled"
    return None


def one_digit_differs(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers of four or more digits differ in a single one of them."""
    a, b = _digits(one), _digits(other)
    return (
        len(a) == len(b) >= _MANY_DIGITS
        and _decimals(one) == _decimals(other)
        and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    )


def _digits(value: Decimal) -> str:
    return f"{abs(value):f}".replace(".", "")


def _decimals(value: Decimal) -> int:
    return len(f"{value:f}".partition(".")[2])


def _swapped(a: str, b: str) -> bool:
    if len(a) != len(b):
        return False
    places = [place for place, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return a[first] == b[second] and a[second] == b[first]


def _left_out(long: str, short: str) -> bool:
    if len(long) != len(short) + 1:
        return False
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))


def _cut(one: Decimal, other: Decimal) -> bool:
    """Whether one is the other with digits cut off behind the point."""
    a, b = f"{abs(one):f}", f"{abs(other):f}"
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return long.startswith(short) and "." in long

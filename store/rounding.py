"""Whether two printed numbers are one number with more and with fewer digits."""

from __future__ import annotations

import re
from decimal import Decimal

from crossfoot.schema.pattern import late
from crossfoot.store.printing import Printing

#: Number words whose digits count larger units: ``£1.2m`` is printed to a hundred thousand.
_SCALE = late(
    r"[0-9]\s?(?:(?P<k>k|thousand)|(?P<m>mn|m|million)|(?P<b>bn|billion))(?![a-z])", re.IGNORECASE
)
_POWERS = {"k": 3, "m": 6, "b": 9}


def last_digit(item: Printing) -> Decimal | None:
    """Return what the last printed digit counts: 0.1 for 97.0, 1000 for £1,234k."""
    if item.decimals is None:
        return None
    found = _SCALE.search(item.as_printed or "")
    power = _POWERS[found.lastgroup or ""] if found else 0
    return Decimal(1).scaleb(power - item.decimals)


def rounds_to(fine: Printing, coarse: Printing) -> bool:
    """Whether *coarse* is *fine* with fewer digits; half a unit either way, as papers differ.

    The same value with more digits is it too (5.0 and 5.00).
    """
    if fine.value is None or coarse.value is None:
        return False
    step, unit = last_digit(fine), last_digit(coarse)
    if step is None or unit is None or unit <= step:
        return False
    return abs(fine.value - coarse.value) * 2 <= unit

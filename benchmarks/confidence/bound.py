"""The lower bound that a sample supports."""

from __future__ import annotations

from math import comb

ALPHA = 0.05  # one-sided: the bound holds in 95 of 100 such measurements
_STEPS = 60  # halvings of the interval: far below any digit that is published


def lower_bound(right: int, drawn: int) -> float:
    """Return the one-sided 95% lower bound of a share (Clopper and Pearson, 1934).

    The share at which *right* or more of *drawn* would still come out in 5% of samples: with no
    error among 300, 0.990. Raises ValueError unless ``0 <= right <= drawn`` and ``drawn > 0``.
    """
    if not 0 <= right <= drawn or drawn == 0:
        raise ValueError(f"{right} of {drawn} is no share")
    if right == 0:
        return 0.0
    low, high = 0.0, right / drawn
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _at_most_wrong(drawn - right, drawn, middle) < ALPHA:
            low = middle
        else:
            high = middle
    return low


def _at_most_wrong(wrong: int, drawn: int, share: float) -> float:
    """The chance of *wrong* errors or fewer among *drawn* where *share* are right."""
    return sum(
        comb(drawn, number) * (1 - share) ** number * share ** (drawn - number)
        for number in range(wrong + 1)
    )

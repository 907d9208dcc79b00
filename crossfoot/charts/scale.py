"""The value axis: round steps that hold the data, and how a step is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
# A series that never moved still needs a span: a tenth of its value, or one.
_FLAT = Decimal("0.1")
_LARGE = ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
# No step above the whole where no figure is: an axis up to 110% would say that there can be one.
_WHOLE = Decimal(100)


@dataclass(frozen=True)
class Scale:
    """An axis from *low* to *high*, which are steps themselves."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    def share(self, value: Decimal) -> float:
        """Return where *value* stands between the ends: 0 at *low*, 1 at *high*."""
        return float((value - self.low) / (self.high - self.low))


def scale_of(values: Iterable[Decimal], steps: int, unit: str | None) -> Scale:
    """Return the narrowest axis of about *steps* round steps that holds all the values."""
    found = list(values)
    low, high = min(found), max(found)
    if low == high:
        # Whole numbers around a value that never moved; zero stays the end where it is one.
        spare = abs(low) * _FLAT or Decimal(1)
        low, high = (low - spare, high + spare)
        low = max(low, Decimal(0)) if min(found) >= 0 else low
        high = min(high, _WHOLE) if unit == "%" and max(found) <= _WHOLE else high
    step = _step((high - low) / steps)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    ticks = tuple(step * number for number in range(int(first), int(last) + 1))
    return Scale(ticks[0], ticks[-1], ticks)


def _step(least: Decimal) -> Decimal:
    power = Decimal(1).scaleb(least.adjusted())
    return next(step * power for step in _STEPS if step * power >= least)


def tick_labels(ticks: Sequence[Decimal], unit: str | None) -> list[str]:
    """Return the steps as text, all with the decimals that the finest needs."""
    largest = max(abs(tick) for tick in ticks)
    divisor, suffix = next((pair for pair in _LARGE if largest >= pair[0]), (Decimal(1), ""))
    parts = [(tick / divisor).normalize() for tick in ticks]
    decimals = max(max(-int(part.as_tuple().exponent), 0) for part in parts)
    return [_signed(part, decimals, suffix, unit) for part in parts]


def _signed(value: Decimal, decimals: int, suffix: str, unit: str | None) -> str:
    sign = "−" if value < 0 else ""
    before = "£" if unit == "£" else ""
    after = "%" if unit == "%" else ""
    return f"{sign}{before}{abs(value):,.{decimals}f}{suffix}{after}"

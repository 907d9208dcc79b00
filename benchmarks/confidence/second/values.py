"""Printed numbers: how a paper writes them, and what they are."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from benchmarks.confidence.second.measures import Measure

_TRIES = 12


@dataclass(frozen=True)
class Value:
    """One value: as printed, exact (None where it is no figure), the unit printed with it."""

    printed: str
    value: Decimal | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Manner:
    """How one paper writes numbers; *percent* is False where the title or a column says it."""

    percent: bool
    pounds: str
    days: bool
    negative: str
    blanks: float
    blank_words: tuple[str, ...]


def draw_manner(rng: random.Random) -> Manner:
    """Draw one paper's way of writing numbers."""
    return Manner(
        percent=rng.random() < 0.7,
        pounds=rng.choice(("full", "full", "k", "m")),
        days=rng.random() < 0.25,
        negative=rng.choice(("brackets", "hyphen", "minus")),
        blanks=rng.choice((0, 0.03, 0.08, 0.15)),
        blank_words=rng.choice((("",), ("-",), ("n/a",), ("N/A", "TBC"), ("", "n/a"), ("\u2013",))),
    )


@dataclass
class Numbers:
    """The numbers of one row: drawn when first asked for, and no two the same if that can be."""

    rng: random.Random
    measure: Measure
    manner: Manner
    places: int
    drawn: dict[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        low, high = self.measure.low, self.measure.high
        self._centre = self.rng.uniform(low + (high - low) * 0.2, high - (high - low) * 0.2)
        self._used: set[Decimal] = set()

    def value(self, slot: str, *, blanks: bool = True) -> Value:
        """The value printed in *slot* (``actual 2019/20 Q1``); the same each time it is asked."""
        if slot not in self.drawn:
            blank = blanks and self.rng.random() < self.manner.blanks
            self.drawn[slot] = (
                Value(self.rng.choice(self.manner.blank_words)) if blank else self._new(slot)
            )
        return self.drawn[slot]

    def difference(self, one: str, other: str) -> str:
        """What is printed in a column of differences; no figure of the row itself."""
        first, second = self.value(one).value, self.value(other).value
        if first is None or second is None or self.measure.unit == "ratio":
            return ""
        gap = first - second
        text = f"{abs(gap):,}"
        if gap < 0:
            return f"({text})" if self.manner.negative == "brackets" else f"-{text}"
        return f"+{text}" if self.rng.random() < 0.5 else text

    def _new(self, slot: str) -> Value:
        if self.measure.unit == "ratio":
            return Value(f"1:{self.rng.randrange(8, 40)}")
        for _ in range(_TRIES):
            exact = self._exact(round_numbers=slot.startswith("target"))
            if exact not in self._used:
                break
        self._used.add(exact)
        return write(exact, self.measure, self.manner)

    def _exact(self, *, round_numbers: bool) -> Decimal:
        measure, rng = self.measure, self.rng
        if measure.unit in {"n", "net"} and measure.high < 40:
            return Decimal(rng.randrange(int(measure.low), int(measure.high) + 1))
        reach = (measure.high - measure.low) * 0.12
        number = self._centre + rng.uniform(-reach, reach)
        if measure.unit == "%":
            number = min(number, 100.0)
        places = self.places
        if round_numbers:
            places = min(places, rng.choice((0, 0, 1)) if measure.high >= 10 else 1)
        return shortened(number, measure, self.manner, places)


def shortened(number: float, measure: Measure, manner: Manner, places: int) -> Decimal:
    """*number* as exactly as it will be printed."""
    if measure.unit.endswith("£"):
        if _small(measure):
            return _rounded(number, 2)
        step = {"full": 0, "k": -3, "m": -4}[manner.pounds]
        return _rounded(number, step).quantize(Decimal(1))
    if measure.unit in {"n", "net", "tonnes", "kWh", "seconds"}:
        return _rounded(number, 0)
    return _rounded(number, places)


def write(exact: Decimal, measure: Measure, manner: Manner) -> Value:
    """Print *exact* in the manner of the paper."""
    size = abs(exact)
    unit: str | None = None
    if measure.unit.endswith("£"):
        unit = "£"
        if _small(measure) or manner.pounds == "full":
            text = f"£{size:,}"
        elif manner.pounds == "k":
            text = f"£{size / 1000:,.0f}k"
        else:
            text = f"£{size / 1_000_000:.2f}m"
    elif measure.unit == "%" and manner.percent:
        text, unit = f"{size}%", "%"
    elif measure.unit == "days" and manner.days:
        text, unit = f"{size} days", "days"
    else:
        text = f"{size:,}"
    if exact < 0:
        text = {"brackets": f"({text})", "hyphen": f"-{text}", "minus": f"\u2212{text}"}[
            manner.negative
        ]
    return Value(text, exact, unit)


def _small(measure: Measure) -> bool:
    """Whether amounts are printed with pence."""
    return max(abs(measure.low), abs(measure.high)) < 1000


def _rounded(number: float, places: int) -> Decimal:
    return Decimal(repr(number)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)

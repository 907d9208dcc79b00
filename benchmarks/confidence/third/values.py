"""How a paper of the third set writes numbers, and what they are."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from benchmarks.confidence.third.measures import Measure

_TRIES = 15
_MILLION = 950_000  # from here on a paper that writes millions does so


@dataclass(frozen=True)
class Printed:
    """What stands in a cell: its text, exact value (None where it is none), the unit with it."""

    text: str
    value: Decimal | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Hand:
    """How one paper writes numbers; without *percent* the title alone says it."""

    percent: bool
    money: str
    days: bool
    minus: str
    gap: float
    gaps: tuple[str, ...]


def draw_hand(rng: random.Random) -> Hand:
    """Draw one paper's way of writing numbers."""
    return Hand(
        percent=rng.random() < 0.75,
        money=rng.choice(("full", "full", "k", "m")),
        days=rng.random() < 0.3,
        minus=rng.choice(("hyphen", "hyphen", "brackets")),
        gap=rng.choice((0, 0, 0.04, 0.1)),
        gaps=rng.choice((("",), ("-",), ("n/a",), ("N/A",), ("TBC",), ("", "n/a"), ("No data",))),
    )


@dataclass
class Numbers:
    """The numbers of one row: drawn when first asked for, and no two the same if that can be."""

    rng: random.Random
    measure: Measure
    hand: Hand
    slots: dict[str, Printed] = field(default_factory=dict)

    def __post_init__(self) -> None:
        low, high = self.measure.low, self.measure.high
        self._middle = self.rng.uniform(low + 0.15 * (high - low), high - 0.15 * (high - low))
        self._places = self.rng.choice((0, 1, 1, 2)) if self.measure.unit == "%" else 1
        self._taken: set[Decimal] = set()

    def at(self, slot: str, *, gaps: bool = True) -> Printed:
        """What is printed in *slot*; the same each time it is asked."""
        if slot not in self.slots:
            gap = gaps and self.rng.random() < self.hand.gap
            self.slots[slot] = Printed(self.rng.choice(self.hand.gaps)) if gap else self._new(slot)
        return self.slots[slot]

    def put(self, slot: str, exact: Decimal) -> Printed:
        """Print *exact* in *slot*."""
        self._taken.add(exact)
        self.slots[slot] = written(exact, self.measure, self.hand)
        return self.slots[slot]

    def gap(self, one: str, other: str) -> tuple[Decimal | None, Decimal | None]:
        """The values of two slots."""
        return self.at(one).value, self.at(other).value

    def _new(self, slot: str) -> Printed:
        if self.measure.unit == "time":
            seconds = self.rng.randrange(int(self.measure.low), int(self.measure.high))
            return Printed(f"{seconds // 60:02}:{seconds % 60:02}")
        for _ in range(_TRIES):
            exact = self._exact(whole=slot.startswith("target"))
            if exact not in self._taken:
                break
        return self.put(slot, exact)

    def _exact(self, *, whole: bool) -> Decimal:
        measure = self.measure
        reach = (measure.high - measure.low) * 0.14
        number = self._middle + self.rng.uniform(-reach, reach)
        if measure.unit == "%":
            number = min(max(number, 0.1), 100.0)
        places = self._places
        if whole and measure.high >= 20:
            places = min(places, self.rng.choice((0, 0, 1)))
        return cut(number, measure, self.hand, places)


def cut(number: float, measure: Measure, hand: Hand, places: int) -> Decimal:
    """*number* as exactly as it will be printed."""
    if measure.unit in {"£", "net"}:
        if measure.high < 1000 and measure.low > 0:
            return _rounded(number, 2)
        step = 0 if hand.money == "full" else 3
        if hand.money == "m" and abs(number) >= _MILLION:
            step = 5
        return _rounded(number, -step).quantize(Decimal(1))
    return _rounded(number, 0 if measure.unit == "n" else places)


def written(exact: Decimal, measure: Measure, hand: Hand) -> Printed:
    """Print *exact* in the hand of the paper."""
    size, unit = abs(exact), None
    if measure.unit in {"£", "net"}:
        unit = "£"
        if hand.money == "full" or (measure.low > 0 and measure.high < 1000):
            text = f"£{size:,}"
        elif hand.money == "m" and size >= _MILLION:
            text = f"£{size / 1_000_000:.1f}m"
        else:
            text = f"£{size / 1000:,.0f}k"
    elif measure.unit == "%" and hand.percent:
        text, unit = f"{size}%", "%"
    elif measure.unit == "days" and hand.days:
        text, unit = f"{size} days", "days"
    else:
        text = f"{size:,}"
    if exact < 0:
        text = f"({text})" if hand.minus == "brackets" else f"-{text}"
    return Printed(text, exact, unit)


def difference(first: Decimal, second: Decimal) -> str:
    """*first* less *second*, with its sign; no figure of anybody's."""
    gap = first - second
    return f"+{gap:,}" if gap > 0 else f"{gap:,}"


def change(first: Decimal, second: Decimal) -> str:
    """By how many per cent *first* is more than *second*."""
    if not second:
        return ""
    share = ((first - second) / abs(second) * 100).quantize(Decimal("0.1"))
    return f"+{share}%" if share > 0 else f"{share}%"


def _rounded(number: float, places: int) -> Decimal:
    return Decimal(repr(number)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)

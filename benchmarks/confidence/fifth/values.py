"""How a paper of the fifth set writes numbers and codes, and what they are."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from benchmarks.confidence.fifth.measures import Measure

_TRIES = 20


class Printed(NamedTuple):
    """What stands in a cell: its text, exact value (None where it is none), the unit with it."""

    text: str
    value: Decimal | None = None
    unit: str | None = None


class Hand(NamedTuple):
    """How a paper writes numbers; ``gap`` is how often one misses, ``gaps`` what stands then."""

    percent: bool
    thousands: bool
    days: bool
    commas: bool
    gap: float
    gaps: tuple[str, ...]


class Code(NamedTuple):
    """A reference as it is printed, and as the contract spells it."""

    printed: str
    canonical: str


def draw_hand(rng: random.Random) -> Hand:
    """Draw one paper's way of writing numbers."""
    return Hand(
        percent=rng.random() < 0.78,
        thousands=rng.random() < 0.3,
        days=rng.random() < 0.25,
        commas=rng.random() < 0.85,
        gap=rng.choice((0, 0, 0.03, 0.06, 0.1)),
        gaps=rng.choice(
            (
                ("n/a",),
                ("N/A",),
                ("-",),
                ("-", "n/a"),
                ("",),
                ("No data",),
                ("Not collected", "n/a"),
            )
        ),
    )


@dataclass
class Numbers:
    """The numbers of one row: drawn when first asked for, no two the same if that can be."""

    rng: random.Random
    measure: Measure
    hand: Hand
    aimless: bool = False
    slots: dict[str, Printed] = field(default_factory=dict)

    def __post_init__(self) -> None:
        low, high = self.measure.low, self.measure.high
        self._middle = self.rng.uniform(low + 0.2 * (high - low), high - 0.2 * (high - low))
        share = self.measure.unit == "%"
        self._places = self.rng.choice((0, 1, 1, 2)) if share else self.rng.choice((1, 2))
        if self.measure.unit == "days":
            self._places = self.rng.choice((0, 1))
        self._taken: set[Decimal] = set()

    def at(self, slot: str, *, gaps: bool = True) -> Printed:
        """What is printed in *slot*, the same each time; targets of an aimless row are missing."""
        if slot not in self.slots:
            missing = (self.aimless and slot.startswith("target")) or (
                gaps and self.rng.random() < self.hand.gap
            )
            if missing:
                self.slots[slot] = Printed(self.rng.choice(self.hand.gaps))
            else:
                self.put(slot, self._exact(slot))
        return self.slots[slot]

    def put(self, slot: str, exact: Decimal) -> Printed:
        """Print *exact* in *slot*."""
        self._taken.add(exact)
        self.slots[slot] = written(exact, self.measure, self.hand)
        return self.slots[slot]

    def _exact(self, slot: str) -> Decimal:
        reach = (self.measure.high - self.measure.low) * 0.12
        places = self._places
        if slot.startswith("target") and self.measure.high >= 20:
            places = min(places, self.rng.choice((0, 0, 1)))
        for _ in range(_TRIES):
            number = self._middle + self.rng.uniform(-reach, reach)
            if self.measure.unit == "%":
                number = min(max(number, 0.1), 100.0)
            exact = cut(number, self.measure, self.hand, places)
            if exact not in self._taken:
                break
        return exact


def cut(number: float, measure: Measure, hand: Hand, places: int = 1) -> Decimal:
    """*number* as exactly as it will be printed."""
    if measure.unit == "n":
        return _rounded(number, 0)
    if measure.unit == "£":
        if measure.high < 1000:
            return _rounded(number, 2)
        step = (4 if measure.low >= 200_000 else 3) if measure.low >= 10_000 else 0
        step = step if hand.thousands else 0
        return _rounded(number, -step).quantize(Decimal(1))
    return _rounded(number, places)


def written(exact: Decimal, measure: Measure, hand: Hand) -> Printed:
    """Print *exact* in the hand of the paper."""
    text = f"{exact:,}" if hand.commas else f"{exact}"
    if measure.unit == "£":
        if hand.thousands and measure.low >= 200_000:
            return Printed(f"£{exact / 1_000_000:.2f}m", exact, "£")
        if hand.thousands and measure.low >= 10_000:
            return Printed(f"£{exact / 1000:,.0f}k", exact, "£")
        return Printed(f"£{exact:,}", exact, "£")
    if measure.unit == "%" and hand.percent:
        return Printed(f"{text}%", exact, "%")
    if measure.unit == "days" and hand.days:
        return Printed(f"{text} days", exact, "days")
    return Printed(text, exact)


def local_codes(rng: random.Random, count: int) -> list[Code]:
    """Draw *count* different local references of one shape."""
    numbers = sorted(rng.sample(range(1, 120), count))
    team = rng.choice(("CE", "RES", "HS", "EH", "REG", "COM", "CF", "DM"))
    shape = rng.choice(
        (
            "{team}{n:02}",
            "{team} {n}",
            "{team}{n}",
            "{team}-PI-{n:02}",
            "{team}_{n:03}",
            "{team}.{n:02}",
            "L{n:03}",
            "LPI{n:02}",
            "LPI {n:03}",
            "KPI{n:03}",
            "KPI {n}",
            "PI {n}",
            "PI{n:02}",
            "{team} LPI{n:03}",
            "{team}{n:02}{part}",
        )
    )
    parts = [rng.choice(("", "", "a", "b")) for _ in numbers]
    texts = [shape.format(team=team, n=n, part=p) for n, p in zip(numbers, parts, strict=True)]
    return [Code(text, text) for text in texts]


def national_codes(rng: random.Random, measures: list[Measure]) -> list[Code]:
    """The numbers of these measures in their national set, all printed in one of its ways."""
    way = rng.choice(("spaced", "joined", "joined", "padded", "long", "gapped"))
    return [_national(measure.code or "", way) for measure in measures]


def _national(code: str, way: str) -> Code:
    family, _, number = code.partition(" ")
    if family not in {"NI", "BV"}:  # of Wales and Northern Ireland, printed as published
        return Code(code, code)
    digits = "".join(letter for letter in number.partition("(")[0] if letter.isdigit())
    rest = number[len(digits) :]
    printed = {
        "spaced": f"{family} {number}",
        "joined": f"{family}{number}",
        "padded": f"{family}{int(digits):03}{rest}",
        "long": f"BVPI {number}" if family == "BV" else f"NI{number}",
        "gapped": f"{family} {int(digits):03}{rest}",
    }[way]
    return Code(printed, f"{family}{number}")


def _rounded(number: float, places: int) -> Decimal:
    return Decimal(repr(number)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)

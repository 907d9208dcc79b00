"""Value cells: the print of a figure beside what it says. Nothing is parsed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from samples.fuzz.words import Kind


@dataclass(frozen=True)
class Printed:
    """A print and what it says; ``value`` is ``None`` unless ``state`` is ``value``."""

    text: str
    value: Decimal | None = None
    unit: str | None = None
    state: str = "value"


ABSENT = (
    Printed("", state="blank"),
    Printed("-", state="dash"),
    Printed("\u2013", state="dash"),
    Printed("n/a", state="not_available"),
    Printed("N/A", state="not_available"),
    Printed("Not available", state="not_available"),
    Printed("TBC", state="other"),
)


def _percent(dice: Random) -> Printed:
    decimals = dice.choice((0, 1, 2, 2))
    number = Decimal(dice.randint(0, 100 * 10**decimals)).scaleb(-decimals)
    return Printed(f"{number:f}%", number, "%")


def _count(dice: Random) -> Printed:
    number = dice.choice((dice.randint(0, 99), dice.randint(100, 9999), dice.randint(10**4, 10**6)))
    return Printed(dice.choice((f"{number}", f"{number:,}")), Decimal(number))


def _days(dice: Random) -> Printed:
    number = Decimal(dice.randint(10, 9999)).scaleb(-dice.choice((1, 2)))
    if dice.random() < 0.2:
        return Printed(f"{number:f} days", number, "days")
    return Printed(f"{number:f}", number)


def _money(dice: Random) -> Printed:
    form = dice.randrange(4)
    if form == 0:
        number = Decimal(dice.randint(100, 99999)).scaleb(-2)
        return Printed(f"\u00a3{number:,.2f}", number, "\u00a3")
    whole = dice.randint(1, 9_999_999)
    if form == 1:
        return Printed(f"\u00a3{whole:,}", Decimal(whole), "\u00a3")
    if form == 2:
        thousands = dice.randint(1, 9999)
        return Printed(f"\u00a3{thousands:,}k", Decimal(thousands * 1000), "\u00a3")
    tenths = dice.randint(1, 99)
    return Printed(f"\u00a3{tenths // 10}.{tenths % 10}m", Decimal(tenths * 100_000), "\u00a3")


def split_word(text: str, dice: Random) -> str:
    """Break *text* inside a word, as a column does that is too narrow for it."""
    inside = [at for at in range(2, len(text) - 1) if " " not in text[at - 1 : at + 1]]
    if not inside:
        return text
    at = dice.choice(inside)
    return f"{text[:at]}\n{text[at:]}"


_DRAW = {"percent": _percent, "count": _count, "days": _days, "money": _money}


def figure(dice: Random, kind: Kind) -> Printed:
    """Draw one printed figure of a kind of indicator."""
    return _DRAW[kind](dice)

"""References of indicators: as printed and as a reader should give them."""

from __future__ import annotations

import random
from typing import NamedTuple


class Code(NamedTuple):
    """A reference as it is printed, and in its canonical spelling."""

    printed: str
    canonical: str


def draw_codes(rng: random.Random, count: int, family: str | None = None) -> list[Code]:
    """Draw *count* different references of one family."""
    chosen = family or rng.choice(
        ("BV", "NI", "LI", "LPI", "team", "dash", "letters", "dotted", "PI", "slash")
    )
    numbers = rng.sample(range(1, 99), count)
    if chosen == "BV":
        return _best_value(rng, numbers)
    if chosen == "NI":
        space = rng.choice(("", " "))
        return [Code(f"NI{space}{n}", f"NI{n}") for n in rng.sample(range(1, 198), count)]
    if chosen == "dotted":
        return [Code(text, text) for text in (f"{n // 8 + 1}.{n % 8 + 1}" for n in range(count))]
    texts = {
        "LI": [f"LI {n:03}" for n in numbers],
        "LPI": [f"LPI{n:04}" for n in numbers],
        "team": [f"{rng.choice(('HSLocal', 'ENVLocal', 'CSData'))}_{n:02}" for n in numbers],
        "dash": [f"{rng.choice(('ENV', 'HSG', 'FIN', 'PLN'))}-{n:02}" for n in numbers],
        "letters": [f"{rng.choice(('CS', 'EH', 'RB'))}{n}" for n in numbers],
        "PI": [f"PI {n:02}" for n in numbers],
        "slash": [f"{rng.choice(('PAM', 'WMT', 'THS', 'PLA'))}/{n:03}" for n in numbers],
        "CHN": [f"{rng.choice(('CHN', 'ENV', 'CORP'))} {n:02}" for n in numbers],
    }[chosen]
    return [Code(text, text) for text in texts]


def _best_value(rng: random.Random, numbers: list[int]) -> list[Code]:
    before = rng.choice(("BV", "BV ", "BVPI "))
    made = []
    for number in numbers:
        part = rng.choice(("", "", "", "a", "b", "a(i)"))
        made.append(Code(f"{before}{number}{part}", f"BV{number}{part}"))
    return made

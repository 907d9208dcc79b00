"""References of indicators in the third set: as printed, and as a reader should give them."""

from __future__ import annotations

import random

from benchmarks.confidence.second.codes import Code

_NATIONAL = ("NI", "padded NI", "BV", "padded BV")
_LOCAL = ("score", "letters", "LPI", "part", "short", "KPI", "team")


def draw_codes(rng: random.Random, count: int, start: int) -> list[Code]:
    """Draw *count* different references of one family that a paper of the year *start* may have."""
    kinds = [*_LOCAL]
    if start <= 2009:
        kinds += [kind for kind in _NATIONAL if kind.endswith("BV")]
    if 2008 <= start <= 2013:
        kinds += [kind for kind in _NATIONAL if kind.endswith("NI")]
    return codes_of(rng, count, rng.choice(kinds))


def codes_of(rng: random.Random, count: int, kind: str) -> list[Code]:
    """Draw *count* different references of this family."""
    numbers = sorted(rng.sample(range(1, 100), count))
    parts = [rng.choice(("", "", "", "a", "b", "b(ii)", "a(i)")) for _ in numbers]
    letters = rng.choice(("E", "H", "P", "CS", "FR", "DP"))
    theme = rng.choice(("HS", "EN", "CX", "RG"))
    team = rng.choice(("RESLocal", "PLNLocal", "LEIData", "WSTLocal"))
    return {
        "NI": [Code(f"NI {n}", f"NI{n}") for n in numbers],
        "padded NI": [Code(f"NI{n:03}", f"NI{n}") for n in numbers],
        "BV": [Code(f"BVPI {n}{p}", f"BV{n}{p}") for n, p in zip(numbers, parts, strict=True)],
        "padded BV": [
            Code(f"BV{n:03}{p}", f"BV{n}{p}") for n, p in zip(numbers, parts, strict=True)
        ],
        "score": [_same(f"{theme}_{n:03}") for n in numbers],
        "letters": [_same(f"{letters}{n}") for n in numbers],
        "LPI": [_same(f"LPI {n}") for n in numbers],
        "part": [_same(f"{theme} {n:02}{rng.choice('ab')}") for n in numbers],
        "short": [_same(f"{letters}.{n:02}") for n in numbers],
        "KPI": [_same(f"KPI{n:02}") for n in numbers],
        "team": [_same(f"{team}_{n:02}") for n in numbers],
    }[kind]


def _same(text: str) -> Code:
    return Code(text, text)

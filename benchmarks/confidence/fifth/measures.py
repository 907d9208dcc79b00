"""What councils measure: national sets with their numbers and titles, and local indicators.

``measures.txt`` lists them: the titles are the national sets' own, some shortened, or in the words
of councils; the ranges are made up.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

Good = Literal["high", "low"]
_FILE = Path(__file__).with_name("measures.txt")


class Measure(NamedTuple):
    """A measure: its title, its unit, which way is good, between what its values lie.

    Units: ``%``, ``n`` (a whole number), ``d`` (a decimal number), ``days``, ``£``. ``code`` is
    its number in a national set.
    """

    title: str
    unit: str
    good: Good
    low: float
    high: float
    code: str | None = None


def _read() -> dict[str, tuple[Measure, ...]]:
    found: dict[str, list[Measure]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            members = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            *code, title, unit, good, low, high = line.split("|")
            way: Good = "high" if good == "high" else "low"
            number = code[0] if code else None
            members.append(Measure(title, unit, way, float(low), float(high), number))
    return {name: tuple(members) for name, members in found.items()}


_ALL = _read()
#: The national sets: of England 2008 to 2011, of England before, of Wales.
NI, BV, WELSH = (_ALL.pop(name) for name in ("NI", "BV", "Wales"))
#: What Northern Ireland's councils must report; Scottish outcomes; of police and fire authorities.
STANDARDS, OUTCOMES, POLICE, FIRE = (
    _ALL.pop(name) for name in ("Standards", "Outcomes", "Police", "Fire")
)
#: What councils measure themselves, by theme.
THEMES: dict[str, tuple[Measure, ...]] = _ALL
LOCAL: tuple[Measure, ...] = tuple(each for members in THEMES.values() for each in members)

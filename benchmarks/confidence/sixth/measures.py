"""What the papers of the sixth set measure: national sets, landlords' and services' own measures.

``measures.txt`` lists them. The titles are the national sets' own, some shortened, or such as
services choose; the ranges are made up.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.confidence.fifth.measures import Measure


def _read() -> dict[str, tuple[Measure, ...]]:
    found: dict[str, list[Measure]] = {}
    part = ""
    for line in Path(__file__).with_name("measures.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            part = line[1:-1]
        elif not line.startswith("#"):
            *code, title, unit, good, low, high = line.split("|")
            measure = Measure(
                title,
                unit,
                "high" if good == "high" else "low",
                float(low),
                float(high),
                code[0] if code else None,
            )
            found.setdefault(part, []).append(measure)
    return {part: tuple(members) for part, members in found.items()}


_ALL = _read()
#: Of England before 2008 and from 2008 to 2011, of Scotland, of Wales.
BV, NI, SCOTLAND, WALES = (_ALL.pop(name) for name in ("BV", "NI", "Scotland", "Wales"))
LANDLORD, POLICE, FIRE = (_ALL.pop(name) for name in ("Landlord", "Police", "Fire"))
#: What services measure themselves, by service.
SERVICES: dict[str, tuple[Measure, ...]] = _ALL

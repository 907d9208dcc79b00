"""What the papers of the eighth set measure: by national sets' own numbers, or by theme.

``measures.txt`` lists them, the titles near to what authorities reported, many shortened; the
ranges are made up.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.confidence.fifth.measures import Measure


def _measure(line: str) -> Measure:
    *code, title, unit, good, low, high = line.split("|")
    number = code[0] if code else None
    return Measure(
        title, unit, "high" if good == "high" else "low", float(low), float(high), number
    )


def _read() -> dict[str, tuple[Measure, ...]]:
    text = Path(__file__).with_name("measures.txt").read_text(encoding="utf-8")
    parts = [part.splitlines() for part in text.split("[")[2:]]
    return {name.rstrip("]"): tuple(map(_measure, lines)) for name, *lines in parts}


#: The measures of each set or theme by its name.
POOLS: dict[str, tuple[Measure, ...]] = _read()
#: The parts of a board's slides.
PARTS = ("People", "Money", "Customers", "Assets")

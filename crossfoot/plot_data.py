"""What a chart of one series shows: its marks, its axis of years, its caption.

Values that add up through the year (a collection rate's first quarter) are not drawn beside
year-end results, where they would look like a fall: the caption gives them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from crossfoot.output import printable
from crossfoot.points import Line, printed, remarks
from crossfoot.store.printing import Printing
from crossfoot.store.series import TrendPoint, Vintage

Mark = dict[str, str | float | int | bool | None]

_YEAR = re.compile(r"(\d{4})/\d{2}")
_COMPARABLE = frozenset({"annual", "in_period", "rolling", "snapshot"})
_DRAWN = frozenset({"outturn", "actual"})
# Areas in square pixels.
_SIZES = {"Year-end result": 90, "Part of a year": 110, "Target": 800, "Printed before": 70}
# A label above its point needs this share of the chart's height free.
_CROWDED = 0.1
# More missing years than this would be an empty chart with two points at its ends.
_LONGEST_GAP = 12


@dataclass(frozen=True)
class Drawing:
    """One chart. ``periods`` is the axis from left to right, years without a value included."""

    title: str
    subtitle: str
    unit: str | None
    periods: list[str]
    marks: list[Mark]
    caption: list[str]


def drawing(line: Line) -> Drawing | None:
    """Return what to draw of a series; None where nothing printed is a number."""
    numbers = [p for p in line.points if p.value is not None and p.measure in _DRAWN]
    results = [p for p in numbers if p.measure == "outturn"]
    parts = [p for p in numbers if p.measure == "actual"]
    apart: list[TrendPoint] = []
    if results:
        apart = [p for p in parts if p.basis not in _COMPARABLE]
        parts = [p for p in parts if p.basis in _COMPARABLE]
    drawn = [*results, *parts]
    if not drawn:
        return None
    periods = _axis(drawn)
    sides = _sides(drawn)
    runs = _runs(periods, {_period(point) for point in drawn})
    marks = [mark for point in drawn for mark in _marks(point, runs[_period(point)])]
    for mark in marks:
        mark["above"] = sides.get(str(mark["period"]), True)
    return Drawing(
        title=line.name,
        subtitle=line.where,
        unit=line.head.unit or next((p.unit for p in drawn if p.unit), None),
        periods=periods,
        marks=marks,
        caption=_caption(drawn, apart),
    )


def _axis(points: Sequence[TrendPoint]) -> list[str]:
    """The periods in order of time; a year between two others is there though nothing is."""
    ends = {_period(point): point.period_end or date.max for point in points}
    years = sorted(int(found[1]) for name in ends if (found := _YEAR.fullmatch(name)))
    if years and years[-1] - years[0] <= _LONGEST_GAP:
        for year in range(years[0], years[-1]):
            ends.setdefault(f"{year}/{(year + 1) % 100:02d}", date(year + 1, 3, 31))
    return sorted(ends, key=lambda name: (ends[name], name))


def _period(point: TrendPoint) -> str:
    return printable(point.period or "no period")


def _runs(periods: Sequence[str], held: set[str]) -> dict[str, int]:
    """Number the runs of years without a gap: what lies in a gap is not known, no line joins it."""
    return {name: sum(other not in held for other in periods[:i]) for i, name in enumerate(periods)}


def _marks(point: TrendPoint, run: int) -> list[Mark]:
    """The point itself, its target, and what was printed for it before."""
    kind = "Year-end result" if point.measure == "outturn" else "Part of a year"
    before = _before(point)
    value = _number(point.value)
    own = _mark(point, kind, point.value, printed(point), run)
    marks = [
        _mark(vintage, "Printed before", vintage.value, printed(vintage), run) | {"later": value}
        for vintage in before
    ]
    if point.target is not None:
        marks.append(_mark(point, "Target", point.target, point.target_as_printed or "", run))
    marks.append(own | {"label": own["printed"], "restated": bool(before)})
    return [mark | {"period": _period(point), "remarks": remarks(point)} for mark in marks]


def _mark(place: Printing, kind: str, value: Decimal | None, text: str, run: int) -> Mark:
    return {
        "kind": kind,
        "size": _SIZES[kind],
        "segment": run,
        "value": _number(value),
        "later": None,
        "printed": printable(text),
        "document": printable(place.file_name),
        "page": place.page,
        "label": None,
        "restated": False,
    }


def _before(point: TrendPoint) -> list[Vintage]:
    return [
        vintage
        for vintage in point.vintages
        if vintage.change in ("restated", "differs") and vintage.value is not None
    ]


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _sides(points: Sequence[TrendPoint]) -> dict[str, bool]:
    """Whether a period's label stands above its point: off the line, and off other marks."""
    values = [float(point.value) for point in points if point.value is not None]
    others = [[float(value) for value in _near(point)] for point in points]
    everything = [*values, *(value for near in others for value in near)]
    free = _CROWDED * (max(everything) - min(everything))
    sides = {}
    for place, (point, value) in enumerate(zip(points, values, strict=True)):
        beside = values[max(place - 1, 0) : place] + values[place + 1 : place + 2]
        above = not beside or sum(beside) / len(beside) <= value
        blocked_above = any(0 < other - value < free for other in others[place])
        blocked_below = any(0 < value - other < free for other in others[place])
        if (blocked_above if above else blocked_below) and blocked_above != blocked_below:
            above = not above
        sides[_period(point)] = above
    return sides


def _near(point: TrendPoint) -> list[Decimal]:
    """What else stands in the same column of the chart."""
    found = [point.target, *(vintage.value for vintage in _before(point))]
    return [value for value in found if value is not None]


def _caption(drawn: Sequence[TrendPoint], apart: Sequence[TrendPoint]) -> list[str]:
    places: dict[tuple[str, int], list[str]] = {}
    for point in drawn:
        places.setdefault((point.file_name, point.page), []).append(_period(point))
    sources = [f"{', '.join(names)}: {file}, p. {page}" for (file, page), names in places.items()]
    caption = ["Sources – " + "; ".join(sources) + "."]
    before = [
        f"{_period(point)}: {printed(vintage)} ({vintage.file_name}, p. {vintage.page})"
        for point in drawn
        for vintage in _before(point)
    ]
    if before:
        caption.append("Printed before, or elsewhere – " + "; ".join(before) + ".")
    if apart:
        values = [f"{_period(p)}: {printed(p)} ({p.file_name}, p. {p.page})" for p in apart]
        caption.append("Not drawn, since it counts a part of the year – " + "; ".join(values) + ".")
    return caption

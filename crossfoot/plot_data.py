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
from crossfoot.store.series import TrendPoint

Mark = dict[str, str | float | int | bool | None]

_YEAR = re.compile(r"(\d{4})/\d{2}")
_COMPARABLE = frozenset({"annual", "in_period", "rolling", "snapshot"})
_DRAWN = frozenset({"outturn", "actual"})
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
    held = {_period(point) for point in drawn}
    runs = {name: sum(p not in held for p in periods[:i]) for i, name in enumerate(periods)}
    marks = [mark for point in drawn for mark in _marks(point, runs[_period(point)])]
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


def _marks(point: TrendPoint, run: int) -> list[Mark]:
    """The point, its target, and what was printed for it before.

    *run* tells years apart that a missing year separates: what lies between is not known, so no
    line joins them.
    """
    assert point.value is not None
    kind = "Year-end result" if point.measure == "outturn" else "Part of a year"
    value, period = float(point.value), _period(point)
    before = [v for v in point.vintages if v.change in ("restated", "differs") and v.value]
    higher = any(other > point.value for other in _near(point))
    shared: Mark = {"period": period, "segment": run, "remarks": remarks(point)}
    marks: list[Mark] = [
        {
            **shared,
            "kind": "Printed before",
            "value": float(vintage.value or 0),
            "later": value,
            "printed": printable(printed(vintage)),
            "document": printable(vintage.file_name),
            "page": vintage.page,
            "label": None,
            "above": True,
        }
        for vintage in before
    ]
    if point.target is not None:
        marks.append(
            {
                **shared,
                "kind": "Target",
                "value": float(point.target),
                "later": None,
                "printed": printable(point.target_as_printed or ""),
                "document": printable(point.file_name),
                "page": point.page,
                "label": None,
                "above": True,
            }
        )
    marks.append(
        {
            **shared,
            "kind": kind,
            "value": value,
            "later": None,
            "printed": printable(printed(point)),
            "document": printable(point.file_name),
            "page": point.page,
            "label": printable(printed(point)),
            "above": not higher,
        }
    )
    return marks


def _near(point: TrendPoint) -> list[Decimal]:
    """What stands in the same column of the chart: a label goes to the other side of it."""
    others = [vintage.value for vintage in point.vintages if vintage.change == "restated"]
    return [value for value in [point.target, *others] if value is not None]


def _caption(drawn: Sequence[TrendPoint], apart: Sequence[TrendPoint]) -> list[str]:
    places: dict[tuple[str, int], list[str]] = {}
    for point in drawn:
        places.setdefault((point.file_name, point.page), []).append(_period(point))
    sources = [f"{', '.join(names)}: {file}, p. {page}" for (file, page), names in places.items()]
    caption = ["Sources – " + "; ".join(sources) + "."]
    restated = [f"{_period(point)} {remarks(point)}" for point in drawn if point.restates]
    if restated:
        caption.append("Restated – " + "; ".join(restated) + ".")
    if apart:
        values = [f"{_period(p)}: {printed(p)} ({p.file_name}, p. {p.page})" for p in apart]
        caption.append("Not drawn, since it counts a part of the year – " + "; ".join(values) + ".")
    return caption

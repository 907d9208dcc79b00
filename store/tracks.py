"""Which figures of a series can be put side by side across years.

A year's result stands beside years' results; a quarter beside the same quarter of another year,
counted the same way. What counts up through the year (a collection rate to the end of June) stands
beside what counted up to the same day, and a fourth quarter counted up is the year's result only
where the paper prints it as one (rulings 3 and 4). The first quarter alone and counted up are the
same days, so they stand together, unless a series prints both. Twelve months to a day, and what
stood at a day, compare with the other days. Of a quarter of which nobody knows how it counts only
quarters like it are comparable.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, TypeVar

from crossfoot.store.printing import Printing

Counts = Literal["year", "span", "up", "alone", "rolling", "day", "unknown", "nameless"]
P = TypeVar("P", bound=Printing)

_ORDER: tuple[Counts, ...] = (
    *("year", "span", "up", "alone", "unknown", "rolling", "day", "nameless"),
)
#: A financial year begins on 1 April (ruling 11).
_APRIL = 4
# Years have 365 or 366 days; eleven months are 335 at most.
_YEAR_DAYS = 360
_QUARTERS = {(4, 6): "Q1", (7, 9): "Q2", (10, 12): "Q3", (1, 3): "Q4", (4, 9): "H1", (10, 3): "H2"}


@dataclass(frozen=True)
class Track:
    """A kind of figure that compares across years.

    ``counts``: ``year`` a year's result; ``span`` the months from 1 April, alone and counted up
    alike; ``up`` counted up from 1 April, ``alone`` the months by themselves; ``rolling`` a run of
    months to a day; ``day`` what stood at a day; ``unknown`` nobody says; ``nameless`` without a
    period, comparable with nothing. ``begins`` and ``ends`` are month and day, 0 where any. Targets
    and comparators have tracks of their own, by ``measure``; results share ``result``.
    """

    measure: str
    counts: Counts
    begins: tuple[int, int] = (0, 0)
    ends: tuple[int, int] = (0, 0)
    months: int = 0

    @property
    def label(self) -> str:
        """What a heading calls it, such as ``year-end`` or ``April to September``."""
        if self.counts == "year":
            return "year-end"
        if self.counts == "rolling":
            return f"{self.months} months to a day"
        if self.counts == "day":
            return "at a day"
        if self.counts == "nameless":
            return "no period named"
        name, months = _QUARTERS.get((self.begins[0], self.ends[0])), self._months
        if self.counts == "unknown":
            return f"{name or months}, not said how it counts"
        if self.counts == "alone":
            return f"{name} alone ({months})" if name else f"{months} alone"
        if self.counts == "up":
            return f"{months}, counted up"
        return f"{name} ({months})" if name == "Q1" else months

    @property
    def _months(self) -> str:
        (first, _), (last, day) = self.begins, self.ends
        end = calendar.month_name[last] if not day else f"{day} {calendar.month_name[last]}"
        start = calendar.month_name[first]
        return start if first == last and not day else f"{start} to {end}"


def track_of(item: Printing) -> Track:
    """Return the track of a figure, by its measure, basis, period and the day it speaks of."""
    measure = "result" if item.measure in ("outturn", "actual") else item.measure
    start, end = item.period_start, item.period_end
    if start is None or end is None or item.period is None:
        return Track(measure, "nameless")
    if item.basis == "snapshot" or start == end:
        return Track(measure, "day") if item.measure != "outturn" else Track(measure, "year")
    whole = (end - start).days >= _YEAR_DAYS
    cut = item.speaks_of is not None and start <= item.speaks_of < end
    if item.basis == "rolling" and not (item.measure == "outturn" and whole):
        return Track(measure, "rolling", months=_length(start, end))
    if whole and not cut and (item.measure == "outturn" or item.basis == "annual"):
        return Track(measure, "year")
    return _part(item, measure, start, item.speaks_of if cut and item.speaks_of else end)


def _part(item: Printing, measure: str, start: date, end: date) -> Track:
    if item.basis == "unknown":
        return Track(measure, "unknown", _begins(start), _ends(end))
    if item.basis in ("to_date", "annual"):
        first = date(start.year - (start.month < _APRIL), _APRIL, 1)
    else:
        first = start
    # The whole year counted up is no result of the year, so it never stands as a plain span.
    if first.month == _APRIL and (end - first).days < _YEAR_DAYS:
        return Track(measure, "span", _begins(first), _ends(end))
    return Track(
        measure,
        "alone" if first == start and item.basis == "in_period" else "up",
        _begins(first),
        _ends(end),
    )


def _begins(day: date) -> tuple[int, int]:
    return day.month, 0 if day.day == 1 else day.day


def _ends(day: date) -> tuple[int, int]:
    """Month and day, the last of a month as 0: February ends on the 28th or the 29th."""
    return day.month, 0 if (day + timedelta(days=1)).day == 1 else day.day


def _length(start: date, end: date) -> int:
    after = end + timedelta(days=1)
    return (after.year - start.year) * 12 + after.month - start.month


def by_track(points: Sequence[P]) -> list[tuple[Track, list[P]]]:
    """Group the points of one series into tracks: years first, then parts of the year in order.

    In each the points stand in order of time. Where a series prints the same months both alone
    and counted up they are kept apart.
    """
    tracks: dict[Track, list[P]] = defaultdict(list)
    for point in points:
        tracks[track_of(point)].append(point)
    for track in [track for track in tracks if track.counts == "span"]:
        spans: dict[date | None, set[str]] = defaultdict(set)
        for point in tracks[track]:
            spans[point.period_end].add(point.basis)
        if any(len(bases) > 1 for bases in spans.values()):
            for point in tracks.pop(track):
                counts: Counts = "alone" if point.basis == "in_period" else "up"
                tracks[replace(track, counts=counts)].append(point)
    for found in tracks.values():
        found.sort(key=_time)
    return sorted(tracks.items(), key=lambda pair: _order(pair[0]))


def _time(point: Printing) -> tuple[date, date, str]:
    return point.period_end or date.max, point.speaks_of or date.max, point.figure_id


def _order(track: Track) -> tuple[object, ...]:
    since_april = (track.ends[0] - _APRIL) % 12
    return (
        track.measure != "result",
        track.measure,
        _ORDER.index(track.counts) if track.counts not in ("span", "up", "alone") else 1,
        since_april,
        track.ends[1],
        (track.begins[0] - _APRIL) % 12,
        track.counts,
        track.months,
    )


def comparable(points: Iterable[P], item: Printing) -> list[P]:
    """Return the points that compare with *item*, in order of time."""
    track = track_of(item)
    found = [point for point in points if track_of(point) == track]
    return sorted(found, key=_time)

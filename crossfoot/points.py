"""A trend's points as a person reads them: what stands in a table, and beside a point of a chart.

Knows the store's points, and nothing of how they are written or drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from crossfoot.output import Record
from crossfoot.store.lineage import alone
from crossfoot.store.remarks import printed, remarks
from crossfoot.store.series import SeriesHead, Trend, TrendPoint
from crossfoot.store.tracks import track_of

__all__ = [
    "Line",
    "lines",
    "measure",
    "nothing_found",
    "printed",
    "record",
    "remarks",
    "short",
    "shown",
]


@dataclass(frozen=True)
class Line:
    """One series and its points, in order of measure and time.

    Where links join several, ``head`` is that of the last of them, ``members`` are all, earliest
    first.
    """

    head: SeriesHead
    points: tuple[TrendPoint, ...]
    members: tuple[SeriesHead, ...] = ()

    @property
    def name(self) -> str:
        """Code and title, as far as the papers print them."""
        name = " ".join(part for part in (self.head.code, self.head.title) if part) or "untitled"
        before = [short(each) for each in self.members if each is not self.head]
        return f"{name} (joined with {', '.join(before)})" if before else name

    def of(self, point: TrendPoint) -> SeriesHead:
        """Return the series that a point is of."""
        return next((h for h in self.members if h.series_id == point.series_id), self.head)

    @property
    def where(self) -> str:
        """Council and unit."""
        council = self.head.council or "council unknown"
        return f"{council} · in {self.unit}" if self.unit else council

    @property
    def unit(self) -> str | None:
        """The unit of the series: that of its latest paper."""
        return self.head.unit or next((p.unit for p in self.points if p.unit), None)


def lines(heads: Sequence[SeriesHead], trend: Trend) -> list[Line]:
    """Return the points of each line of *trend*, of each series where links were not followed.

    *heads* hold every series of the lines. A line without any point is left out.
    """
    by_id = {head.series_id: head for head in heads}
    points: dict[str, list[TrendPoint]] = defaultdict(list)
    for point in trend.points:
        points[point.line_id or point.series_id].append(point)
    found = []
    for followed in trend.lines or alone(by_id):
        members = tuple(by_id[each] for each in followed.members if each in by_id)
        if members and (of_line := points.get(followed.line_id)):
            joined = members if len(members) > 1 else ()
            found.append(Line(members[-1], tuple(of_line), joined))
    return found


def short(head: SeriesHead) -> str:
    """The code of a series, else its title."""
    return head.code or (f"{head.title!r}" if head.title else head.series_id)


def measure(point: TrendPoint) -> str:
    """The measure, and the basis where it is not the obvious one."""
    obvious = ("annual", "in_period", "unknown")
    return (
        point.measure
        if point.basis in obvious
        else f"{point.measure} ({point.basis.replace('_', ' ')})"
    )


def record(line: Line, point: TrendPoint) -> dict[str, object]:
    """One point for programs: the columns of the store, and what the series is."""
    head = line.of(point)
    row: dict[str, object] = {
        "series_id": point.series_id,
        "council": head.council,
        "code": head.code,
        "title": head.title,
        "compares_as": track_of(point).label,
    }
    # Their own dictionaries: dataclasses.asdict takes most of the time of a thousand series.
    values = dict(vars(point))
    values["box"] = list(point.box)
    values["repeats"] = [dict(vars(other)) for other in point.repeats]
    values["joint"] = point.joint.kind if point.joint else None
    values["joined_to"] = point.joint.series_id if point.joint else None
    values["vintages"] = [{**vars(vintage), "box": list(vintage.box)} for vintage in point.vintages]
    return row | {name: value for name, value in values.items() if name not in row}


def shown(point: TrendPoint, unit: str | None = None) -> Record:
    """One point for a table, *unit* being its series'."""
    return {
        "period": point.period,
        "code": point.code,
        "measure": measure(point),
        "value": printed(point),
        "target": point.target_as_printed,
        "status": point.status,
        "document": point.file_name,
        "page": point.page,
        "remarks": remarks(point, unit),
    }


def nothing_found(code: str | None, day: date | None, later: int) -> str:
    """Return why there is nothing to show: *later* papers print it after the day asked for."""
    if day is not None and later:
        papers = "1 paper prints" if later == 1 else f"{later} papers print"
        return f"nothing was published up to {day}; {papers} such figures later"
    if code:
        return f"{code}: no such figures; --all shows every measure"
    return "no paper prints such figures; --measure chooses others"

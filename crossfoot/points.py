"""A trend's points as a person reads them: what stands in a table, and beside a point of a chart.

Knows the store's points, and nothing of how they are written or drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from crossfoot.output import Record
from crossfoot.store.joined import Joint
from crossfoot.store.lineage import alone
from crossfoot.store.printing import Printing
from crossfoot.store.series import SeriesHead, Trend, TrendPoint, Vintage
from crossfoot.store.tracks import track_of

_UNDATED = "order unknown"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


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


def printed(point: Printing) -> str:
    """The value as the paper prints it; a note's figure shows its number alone."""
    if point.as_printed is None:
        return point.value_state.replace("_", " ")
    if point.source == "note" and point.value is not None:
        return f"{point.value:f}{point.unit if point.unit == '%' else ''}"
    return _with_raised_footnote(point.as_printed, point.footnote)


def _with_raised_footnote(text: str, footnote: str | None) -> str:
    """Raise a footnote's digit again, as on the page: ``38`` with mark 1 must not read 381."""
    if footnote and footnote.isdecimal() and text.endswith(footnote) and text != footnote:
        return text.removesuffix(footnote) + footnote.translate(_RAISED)
    return text


def measure(point: TrendPoint) -> str:
    """The measure, and the basis where it is not the obvious one."""
    obvious = ("annual", "in_period", "unknown")
    return (
        point.measure
        if point.basis in obvious
        else f"{point.measure} ({point.basis.replace('_', ' ')})"
    )


def remarks(point: TrendPoint, unit: str | None = None) -> str:
    """What a reader must know of the point: a joint, and what was printed before, first.

    *unit* is the series': a point in another one compares with none in it.
    """
    said = [_joint(point, point.joint)] if point.joint else []
    if point.value is not None and None not in (unit, point.unit) and point.unit != unit:
        said.append(f"in {point.unit}, not in {unit}")
    said += [_vintage(point, vintage) for vintage in point.vintages if vintage.change != "same"]
    if point.repeats:
        places = ", ".join(f"{other.file_name} p. {other.page}" for other in point.repeats)
        said.append(f"the same report also in {places}")
    if point.as_of is not None:
        said.append(f"as at {point.as_of.isoformat()}")
    elif point.speaks_of is not None and _cut_short(point):
        said.append(f"up to {point.speaks_of.isoformat()}")
    if point.source == "note":
        said.append("from a note")
    if point.footnote:
        said.append(f"footnote {point.footnote}")
    return "; ".join(said)


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


def _cut_short(point: TrendPoint) -> bool:
    """Whether the value was printed while its own period was still running."""
    return (
        point.speaks_of is not None
        and point.period_start is not None
        and point.period_end is not None
        and point.period_start <= point.speaks_of < point.period_end
    )


def _joint(point: TrendPoint, joint: Joint) -> str:
    own, before = point.code or "another title", joint.code or "the title before"
    if joint.kind == "redefined":
        return f"BREAK: {own} measures another thing than {before}"
    if joint.kind == "same" or joint.back:
        return f"as {own}"
    return f"from here {own}, the successor of {before}"


def _vintage(point: TrendPoint, vintage: Vintage) -> str:
    place = f"{vintage.file_name} p. {vintage.page}"
    if vintage.series_id != point.series_id:
        place += f" as {vintage.code or 'another title'}"
    value = printed(vintage)
    if vintage.change == "restated":
        return f"restated: {value} before ({place})"
    if vintage.change == "provisional":
        return f"provisional: {value} before ({place})"
    if vintage.change == "slip":
        which = "this may be a slip" if vintage.slip_of == point.document_id else "taken for a slip"
        return f"{which}: {value} ({place}), {vintage.because}"
    if vintage.change == "rounding" or vintage.value is None:
        return f"also {value} ({place})"
    return f"also {value}, {_UNDATED} ({place})"


def nothing_found(code: str | None, day: date | None, later: int) -> str:
    """Return why there is nothing to show: *later* papers print it after the day asked for."""
    if day is not None and later:
        papers = "1 paper prints" if later == 1 else f"{later} papers print"
        return f"nothing was published up to {day}; {papers} such figures later"
    if code:
        return f"{code}: no such figures; --all shows every measure"
    return "no paper prints such figures; --measure chooses others"

"""Indicators by years: what the first sheets of a workbook show.

The figures are those that a trend shows (:mod:`crossfoot.store.trend`): years' results in one
sheet, parts of years in another, each in a row of what compares with it. Where two figures claim
one place (two bases, two units), each gets a row of its own: none is dropped, none hides another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, select

from crossfoot.store import tables
from crossfoot.store.database import Store
from crossfoot.store.lineage import followed
from crossfoot.store.remarks import printed, remarks
from crossfoot.store.series import SeriesHead, series_heads
from crossfoot.store.tracks import Counts, Track, by_track
from crossfoot.store.trend import TrendPoint, trend

#: Parts of years that have a place in a financial year; what speaks of a day or of a rolling year
#: may have several in one, and stays in the relations.
_PARTS: frozenset[Counts] = frozenset(("span", "up", "alone", "unknown"))
_YEARS: frozenset[Counts] = frozenset(("year",))
# Series followed at once. Of 900 series with 108,000 figures, 50 at once took 142 MiB in all and
# 500 took 425 MiB, in the same time.
_AT_ONCE = 50
#: A financial year begins on 1 April (ruling 11).
_APRIL = 4


@dataclass(frozen=True)
class WideCell:
    """One figure and what stands beside it.

    ``value`` is null where none is printed; ``printed`` is what stands on the page. ``doubt``
    says that a reader must look before using it: papers disagree and nobody knows which came last,
    or the audit has an unaccepted error or warning on it. ``note`` leaves out of ``remarks`` which
    other files hold the same report.
    """

    value: Decimal | None
    printed: str
    target: Decimal | None
    target_printed: str | None
    status: str | None
    document_id: str
    file_name: str
    source_url: str | None
    page: int
    restated: bool
    doubt: bool
    note: str
    remarks: str


@dataclass
class WideRow:
    """One indicator, with its figures by year."""

    head: SeriesHead
    unit: str | None
    basis: str
    part: str
    cells: dict[str, WideCell] = field(default_factory=dict)


@dataclass(frozen=True)
class Wide:
    """A sheet: its years in order of time, and its rows by council, code and title."""

    years: tuple[str, ...]
    rows: tuple[WideRow, ...]


class _Snapshot(Store):
    """A store that is read through one connection, so that all of it is of one moment."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection.engine)
        self._connection = connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        yield self._connection


Line = tuple[SeriesHead, Sequence[TrendPoint]]


def wide(connection: Connection, series_ids: Collection[str]) -> tuple[Wide, Wide]:
    """Return the results of whole years and those of parts of years, of these series.

    Series that decisions join are followed as one, as a trend does.
    """
    store = _Snapshot(connection)
    heads = {head.series_id: head for head in series_heads(store)}
    doubts = _doubts(connection)
    years, parts, seen = _Sheet(_YEARS), _Sheet(_PARTS), set[str]()
    kept = {line.line_id: line.members[-1] for line in followed(connection, sorted(series_ids))}
    names = sorted(set(kept.values()))
    for start in range(0, len(names), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        found = trend(store, some, compare="same_period", follow_links=True)
        lines = [line for line in found.lines if line.line_id in kept.keys() - seen]
        seen.update(line.line_id for line in lines)
        points: dict[str, list[TrendPoint]] = defaultdict(list)
        for point in found.points:
            points[point.line_id].append(point)
        for line in lines:
            # The last series of a line gives it its name.
            head = heads[line.members[-1]]
            for sheet in (years, parts):
                sheet.add(head, points.get(line.line_id, []), doubts)
    return years.whole(), parts.whole()


class _Sheet:
    def __init__(self, wanted: frozenset[Counts]) -> None:
        self._wanted = wanted
        self._rows: list[WideRow] = []
        self._years: dict[str, tuple[date, date]] = {}

    def add(
        self, head: SeriesHead, points: Sequence[TrendPoint], doubts: Mapping[str, list[str]]
    ) -> None:
        """Add the rows of a line: one for each kind of figure that compares, or more."""
        for track, comparable in by_track(points):
            if track.measure != "result" or track.counts not in self._wanted:
                continue
            new: list[WideRow] = []
            for point in sorted(comparable, key=_standing):
                name, when = _year(point, track)
                self._years[name] = min(when, self._years.get(name, when))
                row = _free_row(new, head, point, track, name)
                row.cells[name] = _cell(point, row.unit, doubts.get(point.figure_id, []))
            self._rows += new

    def whole(self) -> Wide:
        """Return the sheet, its rows and years in order."""
        years = sorted(self._years, key=lambda name: (self._years[name], name))
        return Wide(tuple(years), tuple(sorted(self._rows, key=lambda row: _name(row.head))))


def _name(head: SeriesHead) -> tuple[str, str, str, str]:
    return head.council or "", head.code or "\uffff", head.title or "", head.series_id


def _standing(point: TrendPoint) -> tuple[object, ...]:
    """Order figures that claim one place: a year's outturn before what only covers the year."""
    return (
        point.value is None,
        point.measure != "outturn",
        point.basis != "annual",
        point.period_end or date.max,
        point.speaks_of or date.max,
        point.figure_id,
    )


def _year(point: TrendPoint, track: Track) -> tuple[str, tuple[date, date]]:
    """Return the name of a figure's column, and what orders it: a whole year has its own name."""
    start, end = point.period_start or date.max, point.period_end or date.max
    if track.counts == "year" and point.period is not None:
        return point.period, (end, start)
    first = end.year if end.month >= _APRIL else end.year - 1
    return f"{first}/{(first + 1) % 100:02}", (date(first + 1, 3, 31), date(first, _APRIL, 1))


def _free_row(
    rows: list[WideRow], head: SeriesHead, point: TrendPoint, track: Track, year: str
) -> WideRow:
    unit = point.unit or head.unit
    for row in rows:
        if (row.unit, row.basis) == (unit, point.basis) and year not in row.cells:
            return row
    row = WideRow(head, unit, point.basis, track.label)
    rows.append(row)
    return row


def _cell(point: TrendPoint, unit: str | None, doubts: list[str]) -> WideCell:
    said = [text for text in (remarks(point, unit), *doubts) if text]
    noted = [text for text in (remarks(replace(point, repeats=()), unit), *doubts) if text]
    unsure = point.decided_by == "unknown" and any(v.change == "differs" for v in point.vintages)
    slip = any(v.change == "slip" for v in point.vintages)
    return WideCell(
        value=point.value,
        printed=printed(point),
        target=point.target,
        target_printed=point.target_as_printed,
        status=point.status,
        document_id=point.document_id,
        file_name=point.file_name,
        source_url=point.source_url,
        page=point.page,
        restated=any(v.change in ("restated", "provisional") for v in point.vintages),
        doubt=bool(doubts) or unsure or slip,
        note="; ".join(noted),
        remarks="; ".join(said),
    )


def _doubts(connection: Connection) -> dict[str, list[str]]:
    """Return what the audit says against figures, by id: errors and warnings not accepted."""
    finding, proof, figure = tables.findings.c, tables.finding_cells.c, tables.figures.c
    rows = connection.execute(
        select(figure.figure_id, finding.severity, finding.message, finding.finding_id)
        .join(tables.finding_cells, proof.cell_id == figure.cell_id)
        .join(tables.findings, finding.finding_id == proof.finding_id)
        .where(finding.severity.in_(("error", "warning")), finding.accepted_because.is_(None))
        .order_by(finding.severity, finding.rule_id, finding.finding_id)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for figure_id, severity, message, finding_id in rows:
        found[figure_id].append(f"{severity}: {message} (finding {finding_id[:8]})")
    return found

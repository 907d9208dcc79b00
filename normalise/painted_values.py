"""Statuses that are shown on the values themselves: painted cells, signs beside the figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from crossfoot.normalise.columns import Column
from crossfoot.normalise.desk import Spot
from crossfoot.normalise.measures import current_column
from crossfoot.normalise.row_status import only_sign
from crossfoot.normalise.status_cells import StatusReading
from crossfoot.normalise.statuses import colour_word, status_fill
from crossfoot.normalise.task import Task
from crossfoot.normalise.value_cells import ReadCell

Shown = tuple[StatusReading, Column | None, bool]

_RESULTS = frozenset({"outturn", "actual", "previous"})


@dataclass
class PaintedValues:
    """The columns of results of one segment, some cells of which are painted or bear signs.

    ``alone`` are the columns painted in one colour throughout. Where several traffic lights stand
    in the results, a column in one of them is no mark, nor is a row a stripe (``striped``).
    ``lit`` are the columns some results of which are painted green, amber or red.
    """

    task: Task
    alone: set[int] = field(default_factory=set)
    striped: bool = True
    lit: set[int] = field(default_factory=set)

    def statuses(
        self,
        cells: Sequence[ReadCell],
        told: Sequence[Shown],
        shading: str | None,
    ) -> list[Shown]:
        """The statuses that the values of a row show, of periods for which no other is printed.

        One that nothing explains is among them where others of the row are explained: the status
        of the latest result is not known then, and is not an earlier one's.
        """
        told_of = self._told_of(told)
        shown: list[Shown] = []
        for cell in cells:
            column, spot = cell.column, cell.spot
            if column.measure not in _RESULTS or column.first in told_of:
                continue
            stripe = shading if self.striped else None
            reading = self._shown(spot, stripe, column.first in self.alone)
            if reading.carrier is not None:
                shown.append((reading._replace(spot=spot), column, column.measure == "previous"))
        if all(reading.status is None for reading, _, _ in shown):
            return []
        return shown + self._left_white(cells, shown, told_of)

    def _left_white(
        self, cells: Sequence[ReadCell], shown: Sequence[Shown], told_of: set[int]
    ) -> list[Shown]:
        """The later results that print a value without the colour others of their column have."""
        ends = [_end(column) for _, column, past in shown if column is not None and not past]
        white: list[Shown] = []
        for cell in cells:
            column, spot = cell.column, cell.spot
            if column.first in told_of or column.first not in self.lit or not ends:
                continue
            if spot.cell.fill or spot.cell.symbols or cell.figure.value is None:
                continue
            if _end(column) > max(ends):
                self.task.reader.note_white(column.heading, spot)
                white.append((StatusReading(None, None, "fill", spot=spot), column, False))
        return white

    def _told_of(self, told: Sequence[Shown]) -> set[int]:
        """The first grid columns of the results that a status column speaks of already."""
        columns = self.task.columns
        labels = {
            column.period.label for _, column, _ in told if column is not None and column.period
        }
        found = {
            column.first for column in columns if column.period and column.period.label in labels
        }
        if any(not past and column is not None and not column.period for _, column, past in told):
            at = current_column(columns)
            found |= {columns[at].first} if at is not None else set()
        if any(past for _, _, past in told):
            found |= {column.first for column in columns if column.measure == "previous"}
        return found

    def _shown(self, spot: Spot, shading: str | None, alone: bool) -> StatusReading:
        reader, cell = self.task.reader, spot.cell
        if cell.symbols and any(self.task.key.keyed(name, "indicators") for name in cell.symbols):
            return reader.read([Spot(spot.table_no, spot.row_no, only_sign(cell))], "indicators")
        unread = StatusReading(None, None, "icon") if reader.note_signs(spot) else StatusReading()
        if not cell.fill:
            return unread
        reading = reader.read_fill(spot, "indicators", shading=shading, alone=alone)
        if reading.status is None and not alone and cell.fill != shading:
            keyed = self.task.key.keyed(cell.fill, "indicators")
            light = status_fill(cell.fill)
            if light and keyed is None:
                reader.note_fill(spot)
            if light or keyed is not None:
                return StatusReading(None, None, "fill")
        return reading if reading.status is not None else unread


def painted_values(task: Task) -> PaintedValues | None:
    """Return the painted results of a segment, ``None`` where nothing of them is."""
    columns: dict[int, set[str | None]] = {}
    any_sign = False
    for index, column in enumerate(task.columns):
        if column.measure in _RESULTS:
            spots = [spot for view in task.all_views for spot in view.own.get(index, ())]
            columns[column.first] = {spot.cell.fill for spot in spots}
            any_sign = any_sign or any(spot.cell.symbols for spot in spots)
    fills: set[str | None] = set().union(*columns.values())
    if not any_sign and fills <= {None}:
        return None
    lit = {first for first, own in columns.items() if _lights(own)}
    if len(_lights(fills)) > 1:
        return PaintedValues(task, striped=False, lit=lit)
    return PaintedValues(task, {first for first, own in columns.items() if len(own) == 1})


def _lights(fills: set[str | None]) -> set[str]:
    return {word for fill in fills if (word := colour_word(fill)) is not None} - {"grey"}


def _end(column: Column) -> date:
    return column.period.end if column.period else date.min

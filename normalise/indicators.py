"""From a segment of indicator rows to typed rows: indicators, statuses, figures, series."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from crossfoot.normalise.basis import nature_said
from crossfoot.normalise.columns import Column, stated_basis
from crossfoot.normalise.desk import place_of_row
from crossfoot.normalise.figure_rows import Owner, write_figures
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.identity_cells import (
    Identity,
    goes_by_title,
    series_id,
)
from crossfoot.normalise.label_names import own_name, rows_not_told
from crossfoot.normalise.left_codes import tell_left_in_titles
from crossfoot.normalise.measures import Times, settle
from crossfoot.normalise.misread import row_identity
from crossfoot.normalise.national import Said, in_place_of, tell_national
from crossfoot.normalise.negatives import Negatives
from crossfoot.normalise.newest import as_latest, latest_rows
from crossfoot.normalise.note_rows import is_remark_title
from crossfoot.normalise.painted_values import painted_values
from crossfoot.normalise.period_rows import PeriodRows, rows_of_periods
from crossfoot.normalise.plans import leave_plans
from crossfoot.normalise.polarity import polarity_of
from crossfoot.normalise.printings import targets_of_row
from crossfoot.normalise.remarks_below import RemarksBelow
from crossfoot.normalise.row_labels import (
    Below,
    Label,
    is_no_result,
    label_beside,
    label_of,
    labelled_columns,
    labels_below,
    tell_labels,
    tell_unclear_target,
    tell_unknown_label,
    tell_unnamed,
    titled_with_labels,
)
from crossfoot.normalise.row_names import name_hangs_down, shared_names, tell_code, tell_shared
from crossfoot.normalise.row_periods import columns_of_row
from crossfoot.normalise.row_status import (
    as_indicator_status,
    latest_of,
    leave_doubled_statuses,
    row_shading,
)
from crossfoot.normalise.row_view import RowView, title_column
from crossfoot.normalise.second_tables import leave_actions_beside
from crossfoot.normalise.status_rows import Shown, Trend, Trends, latest_trend, write_statuses
from crossfoot.normalise.task import Task
from crossfoot.normalise.value_cells import ReadCell, read_cells, row_unit
from crossfoot.normalise.years_to_come import as_left, leave_years_to_come
from crossfoot.schema.model import unchecked
from crossfoot.schema.rows import Indicator, Series

_new_indicator, _new_series = unchecked(Indicator), unchecked(Series)


class IndicatorRows:
    """Reads the rows of one segment."""

    def __init__(self, task: Task, headings: HeadingReader, times: Times) -> None:
        self._task = task
        leave_doubled_statuses(task)
        leave_years_to_come(task, times)
        leave_plans(task)
        leave_actions_beside(task)
        self._headings = headings
        self._times = times
        self._label = partial(label_beside, headings, task.desk.facts.council)
        self._painted = painted_values(task)
        self._trends = Trends(task)
        self._negatives = Negatives(task)
        self._remarks = RemarksBelow(task)
        self._shared: frozenset[int] = frozenset()
        self._last: tuple[Owner, Indicator] | None = None
        self._below: dict[int, Below] = {}
        self._open = Below({}, frozenset())
        self._latest: frozenset[int] = frozenset()
        self._ending: frozenset[int] = frozenset()
        self._of_periods = PeriodRows()

    def read(self) -> None:
        """Put every row of the segment on the desk."""
        naming = self._task.segment.index("measure_name")
        if naming is None:
            self._of_periods = rows_of_periods(self._task, self._times)
            self._shared = shared_names(self._task.all_views)
            if self._task.all_views:
                at = title_column(self._task.all_views[0])
                self._below = labels_below(self._task, self._headings, at)
                self._ending = titled_with_labels(self._task, self._headings, at)
        else:
            unnamed, unclear = rows_not_told(self._task, naming, self._label)
            self._latest = latest_rows(self._task, naming)
        if self._task.all_views:
            tell_left_in_titles(self._task, title_column(self._task.all_views[0]))
        for view, section in self._task.data_rows():
            if naming is not None and view.row.row_no in unclear:
                tell_unclear_target(self._task, view, view.text(naming))
            elif naming is not None and view.row.row_no in unnamed:
                tell_unnamed(self._task, view, view.text(naming))
            elif naming is not None:
                label = self._label(view.text(naming))
                if label is None:
                    tell_unknown_label(self._task, view, view.text(naming))
                goes_on = own_name(view) is None
                self._last = self._last if goes_on else None
                self._read_named(view, section, label, goes_on=goes_on)
            elif view.row.row_no in self._open.taken:
                self._read_named(view, section, self._open.taken[view.row.row_no], goes_on=True)
            else:
                columns = columns_of_row(self._task, view, self._times, section)
                self._read_row(view, section, columns)

    def _read_named(
        self, view: RowView, section: str | None, label: Label | None, *, goes_on: bool
    ) -> None:
        """A row whose own cell says what its figures are (``Target``, ``Actual``)."""
        basis = (label.said.as_label or "").partition(".")[2] if label else ""
        columns = labelled_columns(self._task.columns, label)
        if view.row.row_no in self._latest:
            columns = as_latest(columns)
        if stated := stated_basis(basis):
            columns = [
                column._replace(stated_basis=stated) if column.is_figure else column
                for column in columns
            ]
        settled = [
            as_left(column, of_table)
            for column, of_table in zip(
                settle(columns, self._times), self._task.columns, strict=True
            )
        ]
        self._read_row(view, section, settled, goes_on=goes_on)

    def _read_row(
        self,
        view: RowView,
        section: str | None,
        columns: Sequence[Column],
        *,
        goes_on: bool = False,
    ) -> None:
        task = self._task
        if any(column.superseded_by for column in columns):
            columns = targets_of_row(columns, view.text)
        if goes_on and self._last is not None:
            owner, _ = self._last
            cells = self._cells(view, columns, owner.identity.title, owner.unit)
            write_figures(task, view, owner, cells, columns)
            task.mark_row(view, columns)
            return
        identity = row_identity(task, view)
        series = series_id(task.desk.facts.series_scope, identity)
        above = view.row.row_no in self._of_periods.named_above
        if series is None or (name_hangs_down(view) and not above):
            task.unnamed(view)
            return
        if view.row.row_no in self._of_periods.unclear:
            tell_unnamed(task, view, identity.title)
            return
        if view.row.row_no in self._open.unclear:
            tell_unclear_target(task, view, identity.title)
            return
        remark = is_remark_title(identity.title) and identity.code is None
        if remark or self._is_no_name(identity) or view.row.row_no in self._ending:
            tell_labels(task, view, identity.title)
            return
        self._open = self._below.get(view.row.row_no, Below({}, frozenset()))
        if task.is_total(view, identity.title, identity.code):
            return
        if view.row.row_no in self._shared:
            tell_shared(task, view)
            return
        task.mark_row(view, columns)
        unit = row_unit(view, identity)
        cells = self._cells(view, columns, identity.title, unit)
        tell_code(task, view, identity, cells)
        facts = task.desk.facts
        owner = Owner(
            task.indicator_id(view),
            series,
            identity,
            unit,
            nature_said(view.first_text("counting")),
        )
        statuses = self._statuses(view, identity, cells)
        trends = self._trends.of_row(view)
        indicator = self._indicator(view, section, owner, statuses, trends)
        task.desk.indicators.append(indicator)
        if goes_by_title(identity):
            exact = series_id(facts.series_scope, identity, exact=True)
            task.desk.exact_ids[indicator.indicator_id] = exact or series
        if task.guess is not None:
            task.desk.guessed[indicator.indicator_id] = task.guess
        self._last = (owner, indicator)
        write_statuses(task, view, owner.indicator_id, statuses, trends, columns)
        write_figures(task, view, owner, cells, columns)
        self._keep_series(view, owner, cells)

    def _cells(
        self, view: RowView, columns: Sequence[Column], title: str | None, unit: str | None
    ) -> list[ReadCell]:
        return self._negatives.read(title, read_cells(self._task, view, columns, unit), unit)

    def _is_no_name(self, identity: Identity) -> bool:
        """Whether a row is titled ``Target`` or ``Quarter 1``: its name stands elsewhere."""
        if identity.code is None and label_of(self._headings, identity.title) is not None:
            return True
        coded = identity.code is not None
        return is_no_result(self._headings, identity.title, self._task.columns, coded=coded)

    def _statuses(
        self, view: RowView, identity: Identity, cells: Sequence[ReadCell]
    ) -> list[Shown]:
        """Each status printed in the row, its column, and whether it is a previous one."""
        task = self._task
        read: list[Shown] = []
        shading = row_shading(view)
        for index, column in enumerate(task.columns):
            if column.family in {"status", "previous_status"}:
                reading = task.reader.read(
                    view.spots(index), "indicators", identity.label, column.heading, shading
                )
                if reading.carrier is not None or reading.as_printed:
                    read.append((reading, column, column.family == "previous_status"))
        if self._painted:
            read += self._painted.statuses(cells, read, shading)
        return read

    def _indicator(
        self,
        view: RowView,
        section: str | None,
        owner: Owner,
        statuses: Sequence[Shown],
        trends: Sequence[Trend],
    ) -> Indicator:
        task, identity = self._task, owner.identity
        latest = latest_of(() if view.row.row_no in self._of_periods.earlier else statuses)
        is_csi = identity.is_csi
        if is_csi is None and task.caption.only_csi:
            is_csi = True
        elif is_csi is None and task.tells_csi:
            is_csi = False
        notes = [text for index in task.segment.indexes("note") if (text := view.text(index))]
        if not notes:
            notes = [text for text in [view.first_text("corrective_action")] if text]
        if not notes:
            notes = [text for text in [self._remarks.take(view.row.row_no)] if text]
        return _new_indicator(
            **task.desk.in_paper(place_of_row(view.row), task.segment.table_no, view.row.row_no),
            indicator_id=owner.indicator_id,
            series_id=owner.series_id,
            code=identity.label,
            code_as_printed=identity.code_as_printed,
            title=identity.title,
            section=section or view.first_text("section") or identity.team or task.caption.section,
            is_csi=is_csi,
            frequency=view.first_text("frequency") or _without_digits(view.first_text("period")),
            status=as_indicator_status(latest),
            status_as_printed=latest.as_printed,
            status_carrier=latest.carrier,
            trend_as_printed=latest_trend(trends),
            note=" ".join(notes) or None,
        )

    def _keep_series(self, view: RowView, owner: Owner, cells: Sequence[ReadCell]) -> None:
        desk, code = self._task.desk, owner.identity.code
        units = [cell.figure.unit for cell in cells if cell.figure.unit]
        said = Said(
            owner.unit or (units[0] if units else None),
            polarity_of(view.first_text("polarity")),
        )
        tell_national(self._task, view, owner.identity, said)
        if known := desk.series.get(owner.series_id):
            said = Said(said.unit or known.unit, said.polarity or known.polarity)
        said = in_place_of(said, code, owner.identity.title)
        desk.series[owner.series_id] = _new_series(
            series_id=owner.series_id,
            council=desk.facts.council,
            code=known.code if known else (code.label if code else None),
            title=owner.identity.title or (known.title if known else None),
            unit=said.unit,
            polarity=said.polarity,
        )


def _without_digits(text: str | None) -> str | None:
    """A cell under ``Period`` that names no period says how often: ``Quarterly``."""
    return text if text and not any(char.isdigit() for char in text) else None

"""From a segment of indicator rows to typed rows: indicators, statuses, figures, series."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.normalise.basis import nature_said
from crossfoot.normalise.coded_titles import tell_left_in_titles
from crossfoot.normalise.columns import Column, stated_basis
from crossfoot.normalise.dates import parse_date
from crossfoot.normalise.desk import place_of_row, prints
from crossfoot.normalise.figure_rows import Owner, write_figures
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.identity_cells import (
    Identity,
    goes_by_title,
    series_id,
    title_column,
)
from crossfoot.normalise.measures import Times, settle, settle_row, without_years_of_a_part
from crossfoot.normalise.misread import row_identity
from crossfoot.normalise.national import Said, in_place_of, tell_national
from crossfoot.normalise.painted_values import painted_values
from crossfoot.normalise.polarity import polarity_of
from crossfoot.normalise.printings import targets_of_row
from crossfoot.normalise.row_names import name_hangs_down, shared_names, tell_code, tell_shared
from crossfoot.normalise.row_status import (
    as_indicator_status,
    doubled_statuses,
    latest_of,
    row_shading,
)
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.second_tables import leave_actions_beside
from crossfoot.normalise.status_rows import Shown, Trend, Trends, latest_trend, write_statuses
from crossfoot.normalise.task import Task
from crossfoot.normalise.value_cells import ReadCell, read_cells, row_unit
from crossfoot.normalise.years_to_come import leave_years_to_come
from crossfoot.schema.identity import make_id
from crossfoot.schema.rows import Indicator, Series

#: What a row of figures may be titled that stands under the name of its indicator.
_MEASURED = frozenset({"result", "outturn", "target", "previous", "comparator", "status", "trend"})


class IndicatorRows:
    """Reads the rows of one segment."""

    def __init__(self, task: Task, headings: HeadingReader, times: Times) -> None:
        self._task = task
        self._leave_doubled_statuses()
        leave_years_to_come(task, times)
        leave_actions_beside(task)
        self._headings = headings
        self._times = times
        self._painted = painted_values(task)
        self._trends = Trends(task)
        self._shared: frozenset[int] = frozenset()
        self._last: tuple[Owner, Indicator] | None = None

    def read(self) -> None:
        """Put every row of the segment on the desk."""
        naming = self._task.segment.index("measure_name")
        if naming is None:
            self._shared = shared_names(self._task.all_views)
        if self._task.all_views:
            tell_left_in_titles(self._task, title_column(self._task.all_views[0]))
        for view, section in self._task.data_rows():
            if naming is not None:
                self._read_named(view, section, naming)
            else:
                self._read_row(view, section, self._columns_of(view))

    def _leave_doubled_statuses(self) -> None:
        """Take no status from columns headed alike (``Q1 | RAG | Q2 | RAG``)."""
        task, doubled = self._task, doubled_statuses(self._task.columns)
        if not doubled:
            return
        spots = [spot for view in task.all_views[:1] for at in doubled for spot in view.spots(at)]
        heading = task.columns[doubled[0]].heading
        task.segment.columns = tuple(
            column._replace(family=None) if index in doubled else column
            for index, column in enumerate(task.columns)
        )
        task.desk.tell(
            "column.unclear",
            "warning",
            f"several columns are headed {heading!r}; of when each speaks is not clear, and their "
            "statuses were kept as cells",
            spots=spots,
            printed=heading,
        )

    def _columns_of(self, view: RowView) -> Sequence[Column]:
        """The columns as they hold for a row, which may name its own period."""
        text = view.first_text("period")
        updated = view.first_text("updated") if text is None else None
        if updated is not None and _is_day(updated):
            updated = None  # the day on which a figure was typed in
        said = text or updated
        if said is None:
            return self._task.columns
        columns = settle_row(self._task.columns, said, self._times)
        if text is not None:
            columns = without_years_of_a_part(columns, text)
        lost = [
            index
            for index, (column, of_row) in enumerate(zip(self._task.columns, columns, strict=True))
            if column.measure is not None and of_row.measure is None
        ]
        if spots := [spot for index in lost for spot in view.spots(index) if prints(spot.cell)]:
            self._task.desk.tell(
                "row.period_unclear",
                "warning",
                f"of which year {said!r} is, is not clear; the row's figures were kept as cells",
                spots=spots,
                printed=said,
            )
        return columns

    def _read_named(self, view: RowView, section: str | None, naming: int) -> None:
        """A row whose own cell says what its figures are (``Target``, ``Actual``)."""
        said = self._headings.read(view.text(naming) or "")
        family, _, basis = (said.meaning or "").partition(".")
        standing = said.standing
        if family == "target" and standing is not None:
            family = ""  # another row may print the target itself
        columns = [
            column._replace(
                family=family or None, measure=None, standing=standing or column.standing
            )
            if column.family in {"result", "outturn"} and (column.period or not column.part)
            else column
            for column in self._task.columns
        ]
        if stated := stated_basis(basis):
            columns = [
                column._replace(stated_basis=stated) if column.is_figure else column
                for column in columns
            ]
        naming_columns = {title_column(view), *self._task.segment.indexes("title", "code")}
        own_name = any(index in view.own and view.text(index) for index in naming_columns)
        self._read_row(view, section, settle(columns, self._times), goes_on=not own_name)

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
            cells = read_cells(task, view, columns, owner.unit)
            write_figures(task, view, owner, cells, columns)
            task.mark_row(view, columns)
            return
        identity = row_identity(task, view)
        series = series_id(task.desk.facts.series_scope, identity)
        if series is None or name_hangs_down(view) or self._is_no_name(identity):
            task.unnamed(view)
            return
        if task.is_total(view, identity.title, identity.code):
            return
        if view.row.row_no in self._shared:
            tell_shared(task, view)
            return
        task.mark_row(view, columns)
        unit = row_unit(view, identity)
        cells = read_cells(task, view, columns, unit)
        tell_code(task, view, identity, cells)
        facts = task.desk.facts
        owner = Owner(
            make_id(facts.document_id, "indicator", task.segment.table_no, view.row.row_no),
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

    def _is_no_name(self, identity: Identity) -> bool:
        """Whether a row is titled ``Target`` or ``Quarter 1``: its name stands elsewhere."""
        if identity.code is not None or not identity.title:
            return False
        said = self._headings.read(identity.title)
        family = (said.meaning or "").partition(".")[0]
        return family in _MEASURED or (said.meaning is None and said.has_period)

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
        latest = latest_of(statuses)
        is_csi = identity.is_csi
        if is_csi is None and task.caption.only_csi:
            is_csi = True
        elif is_csi is None and task.tells_csi:
            is_csi = False
        notes = [text for index in task.segment.indexes("note") if (text := view.text(index))]
        if not notes:
            notes = [text for text in [view.first_text("corrective_action")] if text]
        return Indicator(
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
        known = desk.series.get(owner.series_id)
        if known:
            said = Said(said.unit or known.unit, said.polarity or known.polarity)
        said = in_place_of(said, code, owner.identity.title)
        desk.series[owner.series_id] = Series(
            series_id=owner.series_id,
            council=desk.facts.council,
            code=known.code if known else (code.label if code else None),
            title=owner.identity.title or (known.title if known else None),
            unit=said.unit,
            polarity=said.polarity,
        )


def _is_day(text: str) -> bool:
    dated = parse_date(text)
    return dated is not None and dated.precision in {"day", None}


def _without_digits(text: str | None) -> str | None:
    """A cell under ``Period`` that names no period says how often: ``Quarterly``."""
    return text if text and not any(char.isdigit() for char in text) else None

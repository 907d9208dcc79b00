"""The figures of one indicator row: one for each value cell, printed or not."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from crossfoot.normalise.as_of import as_of_note
from crossfoot.normalise.basis import Nature, nature_of, result_basis, target_basis
from crossfoot.normalise.columns import Column
from crossfoot.normalise.desk import Spot, place_of_cell
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.identity_cells import Identity
from crossfoot.normalise.mark_notes import is_explained, plain_mark
from crossfoot.normalise.measures import current_column
from crossfoot.normalise.note_figures import figures_in_note
from crossfoot.normalise.periods import period_spans
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.task import Task
from crossfoot.normalise.value_cells import ReadCell
from crossfoot.schema.figure import PrintedFigure
from crossfoot.schema.identity import make_id
from crossfoot.schema.model import unchecked
from crossfoot.schema.period import Period
from crossfoot.schema.rows import Figure
from crossfoot.schema.values import Basis, Measure

#: Days after a period in which its figure may still be updated: a year.
_LONGEST_AFTER = 366
_LAST_SIGN = re.compile(r"[*\u2020\u2021\u00a7#^]+$")
_new_figure = unchecked(Figure)
_NOTE_MARK = re.compile(r"^\s*([*\u2020\u2021\u00a7#^]+)")


@dataclass(frozen=True)
class Owner:
    """The indicator that figures belong to."""

    indicator_id: str
    series_id: str
    identity: Identity
    unit: str | None
    said: Nature | None = None

    @cached_property
    def nature(self) -> Nature | None:
        if self.said is not None:
            return self.said
        code = self.identity.code
        return nature_of(code.key if code else None, self.identity.title)


def write_figures(
    task: Task, view: RowView, owner: Owner, cells: Sequence[ReadCell], columns: Sequence[Column]
) -> None:
    """Put the figures of a row on the desk, those that its note gives among them."""
    current = _current(cells)
    as_of = _as_of(task, view, owner, current)
    outturns = [
        cell.figure.value
        for cell in cells
        if cell.column.measure == "outturn" and cell.figure.value is not None
    ]
    for cell in cells:
        basis = _basis(cell, owner.nature, columns, outturns)
        figure = _figure(
            task,
            owner,
            cell.spot,
            _marked(task, cell),
            measure=cell.column.measure or "actual",
            basis=basis,
            period=cell.column.period,
            period_as_printed=cell.column.printed_period,
            as_of=as_of if cell is current else None,
            row_no=view.row.row_no,
        )
        task.desk.figures.append(figure)
        if guess := cell.column.guess or task.naming_guess:
            task.desk.guessed[figure.figure_id] = guess
    targets = {cell.figure.value for cell in cells if cell.column.measure == "target"} - {None}
    _write_note_figures(task, view, owner, targets)


def _current(cells: Sequence[ReadCell]) -> ReadCell | None:
    index = current_column([cell.column for cell in cells])
    return cells[index] if index is not None else None


def _basis(
    cell: ReadCell,
    nature: Nature | None,
    columns: Sequence[Column],
    outturns: Sequence[Decimal],
) -> Basis:
    if cell.column.measure == "target":
        return target_basis(cell.column, nature, cell.figure.value, columns, outturns)
    if cell.column.measure == "comparator":
        period = cell.column.period
        return "annual" if period is not None and period.kind == "year" else "unknown"
    if cell.column.measure == "previous":
        return "unknown"
    return result_basis(cell.column, nature)


def _marked(task: Task, cell: ReadCell) -> PrintedFigure:
    """The figure with what its heading says of all under it: ``Outturn (provisional)``.

    What a note says of its mark stands behind the mark: ``* provisional``. A sign behind the
    heading of which no note says anything may say so as well, and is kept.
    """
    if cell.figure.state != "value":
        return cell.figure
    standing, own = cell.column.standing, cell.figure.footnote
    of_note = task.marks.get(plain_mark(own)) if own else None
    said = [own, of_note, standing.words if standing else _unexplained(task, cell.column)]
    marks = " ".join(dict.fromkeys(mark for mark in said if mark))
    return cell.figure.model_copy(update={"footnote": marks}) if marks else cell.figure


def _unexplained(task: Task, column: Column) -> str | None:
    sign = _LAST_SIGN.search(column.heading)
    if sign is None or column.measure == "target" or is_explained(sign[0], task.below):
        return None
    return sign[0]


def _as_of(task: Task, view: RowView, owner: Owner, current: ReadCell | None) -> date | None:
    """The day a footnote or a note that is wholly a date gives for the current actual (ruling 5).

    It binds nothing where that value is absent, where its mark stands at no figure of the row, or
    where the day is before the figure's period or more than a year after it.
    """
    if current is None or current.figure.state != "value" or current.column.period is None:
        return None
    notes = [text for index in task.segment.indexes("note") if (text := view.text(index))]
    mark = current.figure.footnote
    if mark and (below := _footnote_below(task.below, mark)):
        notes.append(below)
    for note in notes:
        leading = _NOTE_MARK.match(note)
        if leading and leading[1] != (mark or leading[1]):
            continue
        dated = as_of_note(note, current.column.period)
        if dated is None or dated.value is None:
            continue
        period = current.column.period
        if dated.value < period.start or (dated.value - period.end).days > _LONGEST_AFTER:
            task.desk.tell(
                "figure.as_of_apart",
                "warning",
                f"the note dates the figure of {period.label} {dated.value.isoformat()}, which is "
                "no day it can speak of; the figure was left undated",
                spots=[current.spot],
                code=owner.identity.label,
                printed=note,
            )
            continue
        task.desk.tell(
            "figure.as_of",
            "note",
            f"the figure under {current.column.heading!r} speaks of {dated.value.isoformat()}, "
            f"as its note says",
            spots=[current.spot],
            code=owner.identity.label,
            printed=note,
        )
        return dated.value
    return None


def _footnote_below(below: str, mark: str) -> str | None:
    for line in below.split("\n"):
        if line.lstrip().startswith(mark):
            return line
    return None


def _write_note_figures(
    task: Task, view: RowView, owner: Owner, targets: Set[Decimal | None]
) -> None:
    """Write the figures of a row's notes, *targets* being those that the row prints.

    A figure that may be a target's is taken only beside another target; it is told as doubtful.
    """
    for index in task.segment.indexes("note"):
        text, spot = view.text(index), view.spot(index)
        if not text or spot is None:
            continue
        for number, (period, printed, beside_target) in enumerate(figures_in_note(text)):
            figure = parse_figure(printed)
            if beside_target:
                is_own = bool(targets) and figure.value not in targets
                task.desk.tell(
                    "figure.note_unclear",
                    "warning",
                    f"the note may give {printed} for {period.label} as the result or as the "
                    f"target; it was {'taken as the result' if is_own else 'not taken'}",
                    spots=[spot],
                    code=owner.identity.label,
                    printed=text,
                )
                if not is_own:
                    continue
            measure: Measure = "outturn" if period.kind == "year" else "actual"
            words = _printed_in(text, period)
            column = Column(
                0, 0, "", "result", period=period, printed_period=words, measure=measure
            )
            task.desk.figures.append(
                _figure(
                    task,
                    owner,
                    spot,
                    figure,
                    measure=measure,
                    basis=result_basis(column, owner.nature),
                    period=period,
                    period_as_printed=words,
                    as_of=None,
                    row_no=view.row.row_no,
                    note_number=number + 1,
                )
            )
            task.desk.tell(
                "figure.note",
                "note",
                f"a further figure was taken from the row's note, for {period.label}",
                spots=[spot],
                code=owner.identity.label,
                printed=printed,
            )


def _printed_in(text: str, period: Period) -> str | None:
    """The words of a note that name a period."""
    for span in period_spans(text):
        if span.period == period:
            return text[span.pieces[0][0] : span.pieces[-1][1]]
    return None


def _figure(  # noqa: PLR0913 - one keyword per published column
    task: Task,
    owner: Owner,
    spot: Spot,
    figure: PrintedFigure,
    *,
    measure: Measure,
    basis: Basis,
    period: Period | None,
    period_as_printed: str | None,
    as_of: date | None,
    row_no: int,
    note_number: int = 0,
) -> Figure:
    cell_id = task.desk.cell_id(spot)
    code = owner.identity.code
    from_note = note_number > 0
    table_no, at, _ = task.desk.printed_at(spot)
    return _new_figure(
        **task.desk.in_paper(
            place_of_cell(spot.cell), table_no, row_no if spot.table_no > 0 else at
        ),
        figure_id=make_id(owner.indicator_id, cell_id, note_number, measure),
        indicator_id=owner.indicator_id,
        series_id=owner.series_id,
        cell_id=cell_id,
        code=code.label if code else None,
        measure=measure,
        basis=basis,
        period=period.label if period else None,
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        period_as_printed=period_as_printed,
        as_of=as_of,
        value=figure.value,
        decimals=figure.decimals,
        unit=(figure.unit or owner.unit) if figure.state == "value" else None,
        value_state=figure.state,
        as_printed=figure.as_printed if from_note else (spot.cell.text or None),
        footnote=figure.footnote,
        source="note" if from_note else "cell",
    )

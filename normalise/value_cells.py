"""The value cells of an indicator row, each under the column that says what it measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from crossfoot.normalise.columns import Column
from crossfoot.normalise.desk import Spot
from crossfoot.normalise.figures import parse_figure, unit_from_title
from crossfoot.normalise.identity_cells import Identity
from crossfoot.normalise.mark_notes import split_mark
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.task import Task
from crossfoot.schema.figure import PrintedFigure
from crossfoot.schema.page import prints

#: The powers of ten behind a pound sign in a heading.
_SCALES = {"000": 3, "k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
#: A figure that prints its own scale.
_SCALED = re.compile(r"[0-9]\s?(?:k|mn?|bn|thousand|million|billion)(?![a-z])", re.IGNORECASE)


class ReadCell(NamedTuple):
    """A value cell under a settled column."""

    column: Column
    spot: Spot
    figure: PrintedFigure


def row_unit(view: RowView, identity: Identity) -> str | None:
    """The unit that a unit column or the title names."""
    return view.first_text("unit") or unit_from_title(identity.title or "")


def read_cells(
    task: Task, view: RowView, columns: Sequence[Column], unit: str | None = None
) -> list[ReadCell]:
    """The value cells of a row under the columns whose measure and period are clear.

    *columns* are the segment's own, or the same with the measures of a row that names its own;
    *unit* is the one the row names for itself. A column with two printed cells gives none, with a
    finding.
    """
    read: list[ReadCell] = []
    for index, column in enumerate(columns):
        if column.measure is None:
            continue
        spots = view.spots(index)
        printed = [spot for spot in spots if prints(spot.cell)]
        if len(printed) > 1:
            task.desk.tell(
                "cell.two_values",
                "warning",
                f"two cells stand under {column.heading!r}; none was taken",
                spots=printed,
                printed=" | ".join(spot.cell.text for spot in printed),
            )
            continue
        if not spots:
            continue
        spot = (printed or spots)[0]
        figure = parse_figure(spot.cell.plain, spot.cell.raised_text)
        if figure.state == "other" and task.marks:
            figure = _marked(task, spot) or figure
        if figure.bracketed is not None:
            figure = _two_numbers(figure)
        elif column.unit is not None and figure.state == "value":
            figure = _in_unit(task, column, spot, figure, unit)
        if spot.cell.row_span > 1 and figure.state == "value":
            _tell_high(task, spot)
        read.append(ReadCell(column, spot, figure))
    _tell_wide(task, view, columns)
    return read


def _marked(task: Task, spot: Spot) -> PrintedFigure | None:
    """The figure before a mark that a note explains: ``87.3p`` where ``p = provisional``."""
    parts = split_mark(spot.cell.plain, task.marks)
    figure = parse_figure(parts[0], spot.cell.raised_text) if parts else None
    if parts is None or figure is None or figure.state != "value" or figure.bracketed is not None:
        return None
    marks = " ".join(mark for mark in (figure.footnote, parts[1]) if mark)
    return figure.model_copy(update={"footnote": marks, "as_printed": spot.cell.text})


def _two_numbers(figure: PrintedFigure) -> PrintedFigure:
    """Beside an indicator ``12 (9)`` may be two years, or a value and its rank: no one figure."""
    return PrintedFigure(as_printed=figure.as_printed, state="other", footnote=figure.footnote)


def _in_unit(
    task: Task, column: Column, spot: Spot, figure: PrintedFigure, row_unit: str | None
) -> PrintedFigure:
    """The figure in the unit its heading gives: ``1,234`` under ``£000`` is 1234000 pounds.

    A unit that the cell or the row itself names goes before the heading's. Where a cell prints a
    pound sign of its own under thousands it is not known which holds: it is no figure.
    """
    unit, scale = column.unit or "", _SCALES.get((column.unit or "")[1:], 0)
    own = figure.unit or (row_unit if row_unit and not row_unit.startswith(unit[:1]) else None)
    if own is not None and own != unit[:1]:
        return figure
    if _SCALED.search(spot.cell.plain) or figure.value is None:
        return figure
    if figure.unit is not None and scale:
        task.desk.tell(
            "cell.unit_unclear",
            "warning",
            f"the cell names its unit and the heading {column.heading!r} another scale of it",
            spots=[spot],
            printed=spot.cell.text,
        )
        return _two_numbers(figure)
    value = Decimal(f"{figure.value.scaleb(scale):f}")
    return figure.model_copy(update={"unit": unit[:1], "value": value})


def _tell_high(task: Task, spot: Spot) -> None:
    """Tell of one figure beside several rows with names of their own: it is taken for each."""
    naming = task.segment.indexes("title", "code")
    last = spot.row_no + spot.cell.row_span - 1
    named = [
        view
        for view in task.all_views
        if spot.row_no <= view.row.row_no <= last
        and any(prints(own.cell) for index in naming for own in view.own.get(index, ()))
    ]
    if len(named) > 1:
        task.desk.tell(
            "cell.spans_rows",
            "warning",
            f"one figure stands beside {len(named)} rows; it was taken for each of them",
            spots=[spot],
            printed=spot.cell.text,
        )


def _tell_wide(task: Task, view: RowView, columns: Sequence[Column]) -> None:
    """Tell of a printed cell that covers several figure columns: it is none of theirs."""
    for spot in view.wide:
        first, last = spot.cell.col_no, spot.cell.col_no + spot.cell.col_span - 1
        covered = [
            column
            for column in columns
            if column.measure and first <= column.first and column.last <= last
        ]
        if covered and spot.cell.text:
            task.desk.tell(
                "cell.spans_columns",
                "warning",
                f"one cell covers {len(covered)} columns of figures; none was taken from it",
                spots=[spot],
                printed=spot.cell.text,
            )

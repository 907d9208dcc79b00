"""Figures that cannot be in the unit of their row: years among shares, brackets that are no minus.

Accounts print what is below nought in brackets. A share or a number of days in brackets is rather
provisional, last year's, or a note's (:func:`.figures.parse_figure` refuses ``(97.2%)``), and
``2008`` among shares is the year of something. Both are left without a value, and told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.normalise.task import Task
from crossfoot.normalise.value_cells import ReadCell
from crossfoot.schema.figure import PrintedFigure

_YEAR = re.compile(r"(?:19[89]|20[0-4])[0-9]")
#: What may be below nought, so that brackets say so.
_MAY_BE_BELOW = re.compile(
    r"\b(?:net|chang\w+|varia\w+|growth|increas\w+|decreas\w+|reduc\w+|differen\w+|gap|movement"
    r"|over-?\s?spen[dt]\w*|under-?\s?spen[dt]\w*|surplus|deficit|swing|balance|gains?|loss|profit"
    r"|inflation)\b",
    re.IGNORECASE,
)


def without_unlike(
    task: Task, title: str | None, cells: Sequence[ReadCell], unit: str | None
) -> list[ReadCell]:
    """The cells of a row named *title* and counted in *unit*, without what cannot be in it."""
    return [_settled(task, title, cell, unit) for cell in cells]


def _settled(task: Task, title: str | None, cell: ReadCell, row_unit: str | None) -> ReadCell:
    figure = cell.figure
    if figure.value is None:
        return cell
    printed = cell.spot.cell.plain
    unit = figure.unit or row_unit or cell.column.unit
    if figure.value < 0 and printed.lstrip().startswith("("):
        pounds = unit is None or unit.startswith("\u00a3")
        if pounds or _MAY_BE_BELOW.search(title or ""):
            return cell
        why = f"brackets around a figure in {unit} may be a minus or say that it is another's"
    elif unit == "%" and "%" not in printed and _YEAR.fullmatch(printed):
        why = f"{printed} stands where the row counts in percent, and may be a year"
    else:
        return cell
    task.desk.tell("cell.unit_unclear", "warning", why, spots=[cell.spot], printed=printed)
    return ReadCell(cell.column, cell.spot, _left_open(figure))


def _left_open(figure: PrintedFigure) -> PrintedFigure:
    return PrintedFigure(as_printed=figure.as_printed, state="other", footnote=figure.footnote)

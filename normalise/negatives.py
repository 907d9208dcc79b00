"""Whole numbers in brackets as accounts print them: ``(98)`` for 98 below nought.

A cell of brackets and a whole number may also hold a count, a note's number or a figure that is
only provisional. It is negative where the row's title says that what it measures goes both ways
(``Net change in tenancies``), and where the table uses neither brackets nor signs otherwise.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property

from crossfoot.normalise.row_view import RowView, title_column
from crossfoot.normalise.task import Task
from crossfoot.normalise.unlike_cells import without_unlike
from crossfoot.normalise.value_cells import ReadCell
from crossfoot.schema.figure import PrintedFigure

_BRACKETED = re.compile(r"\(\s?([1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)\s?\)")
_SIGNED = re.compile(r"[-\u2212\u2013]\s?\u00a3?[0-9]")
#: Not ``changes in circumstances``, which are counted; nor ``deficit``, which may be bracketed for
#: what it is.
_BOTH_WAYS = re.compile(
    r"\bnet (?:changes?|movement|gain|loss|increase|decrease|growth|migration)\b"
    r"|^(?:total |annual |overall )?changes? in (?!circ|the circ)"
    r"|\bgains? (?:or|/|and) loss(?:es)?\b|\bincreases? ?(?:or|/) ?\(?decreases?\b"
    r"|\bsurplus ?(?:or|/) ?\(?deficit\b|\b(?:budget|net) varia(?:nce|tion)\b",
    re.IGNORECASE,
)


class Negatives:
    """Tells the bracketed whole numbers of one segment that are negative."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def read(self, title: str | None, cells: list[ReadCell], unit: str | None) -> list[ReadCell]:
        """The value cells of a row named *title*, with what is negative among them, and without
        what cannot be in the *unit* that the row names (:mod:`.unlike_cells`).
        """
        cells = without_unlike(self._task, title, cells, unit)
        if not any(map(_bracketed, cells)) or not _goes_both_ways(title) or not self._may_be:
            return cells
        return list(map(_negative, cells))

    @cached_property
    def _may_be(self) -> bool:
        """Whether no row prints a minus where others have brackets, or brackets for something else.

        A row without a name goes on with the one above.
        """
        name: str | None = None
        for view in self._task.all_views:
            name = view.text(title_column(view)) or name
            texts = self._figures_in(view)
            bracketed = any(map(_BRACKETED.fullmatch, texts))
            if bracketed and not _goes_both_ways(name):
                return False
            if any(map(_SIGNED.match, texts)):
                return False
        return True

    def _figures_in(self, view: RowView) -> list[str]:
        return [
            text
            for index, column in enumerate(self._task.columns)
            if column.is_figure and (text := view.text(index))
        ]


def _goes_both_ways(title: str | None) -> bool:
    return title is not None and _BOTH_WAYS.search(title) is not None


def _bracketed(cell: ReadCell) -> re.Match[str] | None:
    """The number of a cell that holds nothing else; under thousands it is not known of what."""
    if cell.figure.state != "other" or cell.column.unit is not None:
        return None
    return _BRACKETED.fullmatch(cell.spot.cell.plain)


def _negative(cell: ReadCell) -> ReadCell:
    match = _bracketed(cell)
    if match is None:
        return cell
    figure = PrintedFigure(
        as_printed=cell.figure.as_printed,
        state="value",
        value=-Decimal(match[1].replace(",", "")),
        decimals=0,
        footnote=cell.figure.footnote,
    )
    return ReadCell(cell.column, cell.spot, figure)

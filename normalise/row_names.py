"""Whether what names a row names it alone, and what is told where it does not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.normalise.identity_cells import Identity
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.task import Task
from crossfoot.normalise.value_cells import ReadCell
from crossfoot.schema.page import prints

#: What a column headed ``No`` numbers its rows by.
_ROW_NUMBER = re.compile(r"\d{1,3}[.)]?")


def name_hangs_down(view: RowView) -> bool:
    """Whether only a cell spanning down from the row above names this one."""
    naming = view.segment.indexes("title", "code")
    return not any(view.own.get(index) for index in naming) and any(
        index in view.carried for index in naming
    )


def shared_names(views: Sequence[RowView]) -> frozenset[int]:
    """The numbers of rows whose name stands for more rows with values in the same columns.

    One title over ``North`` and ``South`` is neither row's own: the first row's figures are not
    the indicator's. Rows that each name their own period are no such rows.
    """
    shared: set[int] = set()
    for position, view in enumerate(views):
        naming = view.segment.indexes("title", "code")
        spans = any(spot.cell.row_span > 1 for index in naming for spot in view.own.get(index, ()))
        if not spans or view.first_text("period"):
            continue
        values = _values(view)
        for later in views[position + 1 :]:
            if not name_hangs_down(later):
                break
            if values & _values(later):
                shared.add(view.row.row_no)
                break
    return frozenset(shared)


def _values(view: RowView) -> set[int]:
    return {
        index
        for index, column in enumerate(view.segment.columns)
        if column.measure and any(prints(spot.cell) for spot in view.own.get(index, ()))
    }


def tell_shared(task: Task, view: RowView) -> None:
    """Tell of a row whose name stands for several rows of figures."""
    task.desk.tell(
        "row.shared_name",
        "warning",
        "one name stands for several rows of figures; they were kept as cells, since none of them "
        "is the indicator's own",
        spots=view.own_printed(),
        printed=view.first_text("title", "code"),
    )


def tell_code(task: Task, view: RowView, identity: Identity, cells: Sequence[ReadCell]) -> None:
    """Tell of a row with figures in whose column of codes none was read."""
    at = view.segment.index("code")
    if at is None or identity.code is not None or not _is_coded(task, at):
        return
    text = view.text(at)
    if text and _ROW_NUMBER.fullmatch(text):
        return
    if any(cell.figure.state == "value" for cell in cells):
        task.desk.tell(
            "row.no_code",
            "warning",
            f"no single code was read from {text!r}; the row goes by its title"
            if text
            else "the row has no code; it goes by its title",
            spots=view.spots(at) or view.own_printed(),
            printed=text,
        )


def _is_coded(task: Task, at: int) -> bool:
    """Whether the column of codes prints anything at all."""
    return any(view.text(at) for view in task.all_views)

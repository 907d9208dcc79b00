"""A table of actions printed beside one of indicators, the two read from the page as one.

Without rules nothing parts them but their words: behind the figures of the indicators stand codes
and names again, then days, progress or statuses. Where the right half has codes of its own it is
read by itself; where it has none its rows may as well be what is done about the indicators beside,
and whose its statuses are is open.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.normalise.codes import parse_code
from crossfoot.normalise.columns import Column
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import views
from crossfoot.normalise.task import Task
from crossfoot.schema.page import Row, prints

_NAMES = frozenset({"code", "title", "description"})
_OF_ACTIONS = frozenset({"due", "revised_due", "progress", "owner", "lead", "status"})


def parted(segment: Segment, grid_columns: int) -> list[Segment]:
    """Return the table of indicators and that of actions beside it; else the segment alone."""
    at = _second_name(segment)
    if at is None or not _has_codes_of_its_own(segment, grid_columns, at):
        return [segment]
    columns = segment.columns
    return [_part(segment, columns[:at]), _part(segment, columns[at:])]


def leave_actions_beside(task: Task) -> None:
    """Tell of actions named behind the figures of indicators; take no status that may be theirs."""
    at = _second_name(task.segment)
    if at is None:
        return
    columns = task.columns
    open_ones = [index for index in range(at, len(columns)) if columns[index].family == "status"]
    task.segment.columns = tuple(
        column._replace(family=None) if index in open_ones else column
        for index, column in enumerate(columns)
    )
    spots = [spot for view in task.all_views for spot in view.spots(at) if prints(spot.cell)]
    if spots:
        statuses = " and their statuses" if open_ones else ""
        task.desk.tell(
            "table.actions_beside",
            "warning",
            f"what stands under {columns[at].heading!r} behind the figures may be actions of their "
            f"own; they{statuses} were kept as cells",
            spots=spots[:1],
            printed=columns[at].heading,
        )


def _second_name(segment: Segment) -> int | None:
    """The column that names something again behind the figures, before what is said of actions."""
    columns = segment.columns
    figures = [index for index, column in enumerate(columns) if column.is_figure]
    if not figures or not any(column.family in _NAMES for column in columns[: figures[0]]):
        return None
    after = range(figures[-1] + 1, len(columns))
    at = next((index for index in after if columns[index].family == "title"), None)
    if at is None or not any(column.family in _OF_ACTIONS for column in columns[at + 1 :]):
        return None
    coded = at - 1 in after and columns[at - 1].family == "code"
    return at - 1 if coded else at


def _has_codes_of_its_own(segment: Segment, grid_columns: int, at: int) -> bool:
    """Whether most rows that print anything there have a code, and not that of the indicator."""
    columns = segment.columns
    if columns[at].family != "code":
        return False
    rows = [(view, text) for view in views(segment, grid_columns) if (text := view.text(at))]
    own = [
        text
        for view, text in rows
        if parse_code(text) is not None and all(view.text(other) != text for other in range(at))
    ]
    return bool(own) and 2 * len(own) > len(rows)


def _part(segment: Segment, columns: Sequence[Column]) -> Segment:
    """The segment with some of its columns; a cell over both halves goes to each."""
    first, last = columns[0].first, columns[-1].last

    def cut(rows: Sequence[Row]) -> list[Row]:
        halves = [
            row._replace(
                cells=tuple(
                    cell
                    for cell in row.cells
                    if cell.col_no <= last and cell.col_no + cell.col_span > first
                )
            )
            for row in rows
        ]
        return [row for row in halves if any(prints(cell) or cell.symbols for cell in row.cells)]

    return Segment(
        segment.table_no,
        tuple(columns),
        cut(segment.heading_rows),
        segment.banner,
        cut(segment.rows),
        cut(segment.repeated),
    )

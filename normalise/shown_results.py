"""Columns headed as results (``Performance``, ``Achieved?``) that show statuses and no figure.

Words of statuses, or signs and colours of traffic lights: a dashboard prints the result under
``Actual`` and under ``Performance`` what is thought of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.normalise.desk import Spot
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.key_match import near_colour
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import RowView, views
from crossfoot.normalise.statuses import is_status_word, status_answer, status_fill
from crossfoot.schema.symbol import SIGN
from crossfoot.schema.text import fold

_ROWS_TRIED = 3
#: A dash or ``n/a`` says that there is no status.
_NO_STATUS = frozenset({"dash", "not_available", "blank"})


def take_statuses(segment: Segment, grid_columns: int) -> None:
    """Of columns of results without a period that show statuses alone, none holds figures.

    What they show is the row's status where no other column is. The segment is changed.
    """
    asked = [
        index
        for index, column in enumerate(segment.columns)
        if column.family == "result" and not column.has_time
    ]
    if not asked:
        return
    seen = views(segment, grid_columns)
    shown = [
        index
        for index in asked
        if not any(_has_figure(view, index) for view in seen[:_ROWS_TRIED])
        and _shows_statuses(seen, index, segment.columns[index].heading)
    ]
    family = "status" if len(shown) == 1 and "status" not in segment.families else "other"
    segment.columns = tuple(
        column.taken_as(family)._replace(by_content=family == "status")
        if index in shown
        else column
        for index, column in enumerate(segment.columns)
    )


def _has_figure(view: RowView, index: int) -> bool:
    """Whether a figure stands there: what nearly every column of results is told by."""
    text = view.text(index)
    return text is not None and text[0].isdigit()


def _shows_statuses(seen: Sequence[RowView], index: int, heading: str) -> bool:
    """Whether all that the column prints are statuses, and there are any."""
    found = False
    for view in seen:
        spots = view.own.get(index, [])
        if len(view.own_printed()) < 2 or not spots:
            continue
        text = fold(SIGN.sub(" ", view.text(index) or ""))
        if text and parse_figure(text).state not in _NO_STATUS:
            if not (is_status_word(text) or status_answer(text, heading, "indicators")):
                return False
            found = True
        elif not found:
            found = _shines(spots, view)
    return found


def _shines(spots: Sequence[Spot], view: RowView) -> bool:
    """Whether a cell bears a sign, or a traffic light's colour that its row's name has not."""
    if any(spot.cell.symbols for spot in spots):
        return True
    name = next((spot.cell.fill for spot in view.own.get(0, ())), None)
    return any(
        status_fill(spot.cell.fill) is not None and not near_colour(spot.cell.fill, name)
        for spot in spots
        if spot.cell.fill
    )

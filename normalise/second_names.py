"""Names that stand again between the figures of a row: whose the figures behind them are is open.

Two tables printed as one grid, side by side, with different headings over their halves, have the
names of other indicators in the middle of each row. Only where both halves say the same are they
laid out one below the other (:mod:`crossfoot.normalise.rearranged`).
"""

from __future__ import annotations

from crossfoot.normalise.column_contents import names_among
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import views
from crossfoot.normalise.year_parts import split_period

_ROWS_LOOKED_AT = 20


def names_again(segment: Segment, grid_columns: int) -> bool:
    """Whether a column of names stands between columns of figures, behind one that names the row.

    It is headed as names, or has no heading and holds what a row may be named by.
    """
    columns = segment.columns
    figures = [index for index, column in enumerate(columns) if column.is_figure]
    if len(figures) < 2:
        return False
    first, last = figures[0], figures[-1]
    between = range(first + 1, last)
    if _parts_down_the_side(segment, grid_columns, first):
        return True
    if not any(column.family in {"title", "code"} for column in columns[:first]):
        return False
    if any(columns[index].family == "title" for index in between):
        return True
    unheaded = [index for index in between if not columns[index].heading]
    if not unheaded:
        return False
    seen = views(segment, grid_columns)[:_ROWS_LOOKED_AT]
    texts = [[text for view in seen if (text := view.text(index))] for index in unheaded]
    return any(map(names_among, texts))


def _parts_down_the_side(segment: Segment, grid_columns: int, first: int) -> bool:
    """Whether rows name quarters or months under no heading, before columns of whole years."""
    columns = segment.columns
    unheaded = [index for index in range(first) if columns[index].family is None]
    if not unheaded or not any(column.is_figure and column.period for column in columns):
        return False
    seen = views(segment, grid_columns)[:_ROWS_LOOKED_AT]
    texts = [[text for view in seen if (text := view.text(index))] for index in unheaded]
    return any(
        sum(split_period(text)[1] is not None for text in under) * 2 > len(under) for under in texts
    )

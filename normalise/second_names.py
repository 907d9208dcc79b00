"""Names that stand again between the figures of a row: whose the figures behind them are is open.

Two tables printed as one grid, side by side, with different headings over their halves, have the
names of other indicators in the middle of each row. Only where both halves say the same are they
laid out one below the other (:mod:`crossfoot.normalise.rearranged`).
"""

from __future__ import annotations

from collections.abc import Iterable

from crossfoot.normalise.column_contents import names_among
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import views
from crossfoot.normalise.year_parts import split_period

_ROWS_LOOKED_AT = 20


def names_again(segment: Segment, grid_columns: int) -> bool:
    """Whether a column of names stands between columns of figures, behind one that names the row.

    It is headed as names, or has no heading and holds what a row may be named by. A column that
    says of every row what one before the figures says is none: the rows have one name, twice.
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
    named = [index for index in range(first) if columns[index].family == "title"]
    again = [index for index in between if columns[index].family == "title"]
    if not all(_says_the_same(segment, grid_columns, index, named) for index in again):
        return True
    unheaded = [index for index in between if not columns[index].heading]
    if not unheaded:
        return False
    seen = views(segment, grid_columns)[:_ROWS_LOOKED_AT]
    texts = [[text for view in seen if (text := view.text(index))] for index in unheaded]
    return any(map(names_among, texts))


def _says_the_same(segment: Segment, grid_columns: int, index: int, named: Iterable[int]) -> bool:
    """Whether a column holds in each row the very text of one of the columns *named*."""
    rows = views(segment, grid_columns)
    texts = [view.text(index) for view in rows]
    return any(texts == [view.text(other) for view in rows] for other in named)


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

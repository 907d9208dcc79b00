"""The second look at a report's tables, when its key and its own period are known.

Then it can be told which columns of signs are statuses, and of what time the figures are.
"""

from __future__ import annotations

from functools import partial

from crossfoot.normalise.context import Context
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.newest import without_periods
from crossfoot.normalise.own_columns import OwnColumns
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import views
from crossfoot.normalise.settling import Settling
from crossfoot.normalise.sign_columns import tell_sign_columns
from crossfoot.normalise.survey import Block, Survey
from crossfoot.schema.page import prints
from crossfoot.schema.period import Period


def look_again(found: Survey, context: Context, headings: HeadingReader) -> Period | None:
    """Settle the columns of all tables of a report, of which the *context* is known.

    Returns the period of the latest column of results in any indicator table (ruling 8).
    """
    latest: Period | None = None
    settling = Settling()
    own = OwnColumns(context.council, headings)
    for sheet in found.sheets.worked_on():
        grid = sheet.layout.table.columns
        for block in sheet.blocks:
            if block.subject is not None:
                tell_sign_columns(block.segment, found.key, block.subject, grid)
                own.take(block.segment)
                found.subjects.add(block.subject)
            times = found.times(sheet, block, context.period)
            holds = partial(_holds, block.segment, grid, headings)
            columns = without_periods(
                block.segment.columns, times, context.title, context.published_on, holds
            )
            block.segment.columns = settling.settle(columns, times, holds)
            latest = _later(latest, block)
    return latest


def _later(latest: Period | None, block: Block) -> Period | None:
    """The latest period of *latest* and the results of a block; the first of those that are."""
    if block.subject != "indicators":
        return latest
    for column in block.segment.columns:
        period = column.period
        if column.measure not in {"actual", "outturn"} or period is None:
            continue
        if latest is None or (period.end, period.start) > (latest.end, latest.start):
            latest = period
    return latest


def _holds(segment: Segment, grid_columns: int, headings: HeadingReader, index: int) -> bool:
    """Whether a column of figures holds a result, or any other column prints something.

    Rows whose own cells call them targets say nothing of a quarter to come having been.
    """
    is_figure = segment.columns[index].is_figure
    labels = segment.index("measure_name") if is_figure else None
    for view in views(segment, grid_columns):
        spot = view.spot(index)
        if spot is None or not prints(spot.cell):
            continue
        state = parse_figure(spot.cell.plain, spot.cell.raised_text).state
        if state == "value" or (state == "other" and not is_figure):
            label = view.text(labels) if labels is not None else None
            if label is None or not _is_target(headings, label):
                return True
    return False


def _is_target(headings: HeadingReader, label: str) -> bool:
    return (headings.read(label).as_label or "").partition(".")[0] == "target"

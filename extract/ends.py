"""Where a table told by print ends: what stands next to it must not be part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crossfoot.extract.chunks import PrintLine
from crossfoot.extract.gaps import Columns, Refusal, is_value
from crossfoot.extract.heads import Plan
from crossfoot.extract.page_foot import PAGE, is_numbered, may_be_numbered
from crossfoot.extract.tracts import Region

_LIKE = 0.8  # points that the space between two rows may differ from that between others
_LEADING = 1.45  # font sizes at most between lines of one cell
_HEADINGS_APART = 4.0  # font sizes, between two levels of headings with much padding
_ROWS_APART = 5.0  # font sizes from a line to the next; padding of 8 pt at 6 pt type takes 4
_LONG = 0.6  # of the table's width: prose
_NEAR = 2.0  # font sizes, where one row alone shows no space between rows
_SET_OFF = 1.35  # times the space between rows, above headings that nothing stands over
_TIME = re.compile(r"\d\d ?[-/] ?\d|\b(?:19|20)\d\d|\bq[1-4]\b|year|quarter|month", re.IGNORECASE)
_FOOT_OFF = 2.5  # font sizes, at least, from the last row to a page's foot with a bare number
_FEW = 2  # columns; a total stands in the second


def check_ends(region: Region, heading: Plan, rows: Sequence[Plan], columns: Columns) -> None:
    """Refuse where the print next to a table may be part of it."""
    last = region.bands[-1].lines[-1]
    spaces = [after.top - before.bottom for before, after in pairwise(rows)]
    closed = region.bands[-1].closed
    for line in region.below[:1]:
        widest = max(spaces) if spaces else _NEAR * line.size
        like = line.top - rows[-1].bottom <= widest + _LIKE
        if not closed and like and not _is_note(line, last, columns):
            raise Refusal("it is open where its last row ends")
    foot = _is_page_foot(region.below, rows, columns)
    if not foot and has_more_rows(region.below, last, columns):
        raise Refusal("it is open where its last row ends")
    if not region.bands[-1].closed and len(last.chunks) == 1 and len(rows) > 1:
        alone = rows[-1].top >= last.top - 0.1
        if alone and not _is_note(last, last, columns):
            raise Refusal("it is open where its last row ends")
    above, first = region.above, region.bands[0].lines[0]
    if above is None or region.bands[0].closed:
        return
    near = first.base - above.base <= _LEADING * first.size
    begin, _ = columns.span(above.chunks[0])
    inside = begin > 0 and above.chunks[0].x1 <= columns.edges[-1]
    close = heading.top - above.bottom <= _HEADINGS_APART * above.size
    if (near and not _is_note(above, first, columns)) or (
        close
        and (inside or _goes_on(above, columns))
        and not _is_lighter(region, heading, rows, columns)
    ):
        raise Refusal("it is open where its headings begin")


def _is_lighter(region: Region, heading: Plan, rows: Sequence[Plan], columns: Columns) -> bool:
    """Whether print above headings is none of them: not bold as they are, and set farther off.

    So the last row of a key stands. Rows below are not bold either, and nearer to each other; what
    names a time, or stands farther right, may yet head figures.
    """
    above = region.above
    spaces = [after.top - before.bottom for before, after in pairwise(rows)]
    if (
        above is None
        or not spaces
        or heading.top - above.bottom <= _SET_OFF * max(spaces)
        or columns.span(above.chunks[-1])[0] > 1
        or any(is_value(one) or _TIME.search(one.text) for one in above.chunks)
    ):
        return False
    lines = [line for band in region.bands for line in band.lines]
    heads = [chunk for line in lines if line.top < rows[0].top - 0.1 for chunk in line.chunks]
    contrast = region.weights.contrast(lines, (above,))
    return contrast.is_heavy(heads) and contrast.is_light(above.chunks)


def _is_page_foot(below: Sequence[PrintLine], rows: Sequence[Plan], columns: Columns) -> bool:
    """Whether words beside the page's number are all that stands below a table.

    They are set farther off than any row is from the next. A number that nothing calls a page's
    stands farther still, and the table has more columns than two: else it may be a total.
    """
    if len(below) != 1:
        return False
    line = below[0]
    spaces = [lower.top - upper.bottom for upper, lower in pairwise(rows)]
    off = line.top - rows[-1].bottom
    if off <= _SET_OFF * max(spaces, default=0.0) + _LIKE:
        return False
    several = len(columns.edges) - 1 > _FEW
    return is_numbered(line) or (several and off > _FOOT_OFF * line.size and may_be_numbered(line))


def has_more_rows(below: Sequence[PrintLine], last: PrintLine, columns: Columns) -> bool:
    """Whether a row with values stands below, nearer to the lines before it than tables are.

    One without values is the heading of another table.
    """
    for line in below:
        if line.base - last.base > _ROWS_APART * line.size:
            return False
        if _goes_on(line, columns):
            return any(map(is_value, line.chunks))
        last = line
    return False


def _goes_on(line: PrintLine, columns: Columns) -> bool:
    """Whether a line has print in several columns, as a row has."""
    return len({columns.span(chunk) for chunk in line.chunks}) > 1


def _is_note(line: PrintLine, beside: PrintLine, columns: Columns) -> bool:
    """Whether a line next to a table is a footnote, prose or a page's foot.

    The former are smaller, starred, long or wide.
    """
    first = line.chunks[0]
    begin, end = columns.span(first)
    return (
        abs(line.size - beside.size) > 0.05 * beside.size
        or first.text[:1] in "*†‡#"
        or PAGE.fullmatch(first.text) is not None
        or first.x1 - first.x0 > _LONG * (columns.edges[-1] - columns.edges[0])
        or end - begin > 1
        or first.x0 > columns.edges[-1]
        or first.x1 < columns.edges[0]
    )

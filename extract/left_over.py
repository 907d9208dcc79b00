"""Rows of a table without upright rules that are left over on the next page.

One row alone is no table to the eye that reads its page; only with the table before it does it show
what it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from crossfoot.extract.cells import PageTable
from crossfoot.extract.margins import Margins
from crossfoot.extract.page import PageReading
from crossfoot.schema.page import Box, Doubt, TextLine

_SAME_LINE = 3.0  # points between the feet of texts on one line
_HIGHEST = 4.0  # font sizes: a title of three lines, the figures beside the last
_SIDE = 6.0  # points: text at the side of a table stands a padding from its edge
_FEWEST = 2  # texts side by side, or values at the end of one
_LONGEST = 30  # characters of the last texts of a row
_VALUE = re.compile(
    r"[£(+-]{0,2}\d[\d,.]*\s?[%kKm]?[)*]{0,2}|n/a|[-\u2013]|\d\d?[/-]\w+[/-]\d+", re.I
)
_SAYS = (
    "this looks like a row of the table at the foot of the page before, which was read without it"
)


class LeftOver:
    """Looks at the head of each page for rows of the table that the page before ends with."""

    def __init__(self) -> None:
        self._before: tuple[int, list[PageTable]] = 0, []

    def doubts(self, page: PageReading, margins: Margins) -> Iterator[Doubt]:
        """Yield a doubt where a row stands at the head of *page*. Pages come in order."""
        number, tables = self._before
        if not tables and all(table.laid.ruling == "ruled" for table in page.tables):
            self._before = page.page, []  # as on most pages: its lines need not be looked at
            return
        content = sorted(margins.content(page), key=lambda line: line.box.y1)
        self._before = page.page, _at_foot(page, content)
        if number != page.page - 1 or not tables or not content:
            return
        for row in _lines(content):
            box = Box.around([line.box for line in row]).rounded()
            above = all(box.y1 <= table.grid.box.y0 + 1 for table in page.tables)
            if not above or any(_tells_of(doubt, box) for doubt in page.doubts):
                return
            if any(_is_row(row, table.laid.xs) for table in tables):
                yield Doubt("unread_table", page.page, box, _SAYS)
                return


def _lines(content: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Yield what stands on each of the first lines of a page, as many as a row may take."""
    first = content[0].box.y1
    rows: list[list[TextLine]] = []
    for line in content:
        if line.box.y1 - first > _HIGHEST * line.size:
            break
        if rows and line.box.y1 - rows[-1][0].box.y1 < _SAME_LINE:
            rows[-1].append(line)
        else:
            rows.append([line])
    yield from (sorted(row, key=lambda line: line.box.x0) for row in rows)


def _at_foot(page: PageReading, content: Sequence[TextLine]) -> list[PageTable]:
    """Return the tables without upright rules that nothing stands below."""
    return [
        table
        for table in page.tables
        if table.laid.ruling != "ruled"
        and not any(line.box.y0 >= table.grid.box.y1 - 1 for line in content)
        and not any(other.grid.box.y0 >= table.grid.box.y1 - 1 for other in page.tables)
    ]


def _tells_of(doubt: Doubt, box: Box) -> bool:
    return doubt.kind == "unread_table" and doubt.box.overlap(box).area > 0


def _is_row(row: Sequence[TextLine], xs: Sequence[float]) -> bool:
    """Whether texts on one line stand as those of a row do, whose columns are between *xs*.

    Side by side in columns of their own; or in one piece over several columns, with values last.
    """
    if row[0].box.x0 < xs[0] - _SIDE or row[-1].box.x1 > xs[-1] + _SIDE:
        return False
    begin = [bisect_right(xs, line.box.x0 + _SIDE / 2) for line in row]
    if len(row) >= _FEWEST and len(set(begin)) == len(begin):
        # A paragraph behind its number stands in two columns as well.
        short = len(row[-1].text) <= _LONGEST and _is_value(row[-1].text.split()[-1])
        return len(row) > _FEWEST or short
    values = sum(map(_is_value, row[-1].text.split()[-_FEWEST:]))
    return len(row) == 1 and values == _FEWEST and row[0].box.x1 > xs[-2] and len(xs) > _FEWEST


def _is_value(word: str) -> bool:
    return _VALUE.fullmatch(word) is not None

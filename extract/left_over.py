"""Rows of a table without upright rules that are left over on the next page, whole or in part.

One row alone is no table to the eye that reads its page, and the rest of one is less; only with the
table before it does it show what it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from crossfoot.extract.cells import PageTable
from crossfoot.extract.margins import Margins
from crossfoot.extract.page import PageReading
from crossfoot.schema.page import Box, Doubt, TextLine

_SAME_LINE = 3.0  # points between the feet of texts on one line
_HIGHEST = 4.0  # font sizes: a title of three lines, the figures beside the last
_SIDE = 6.0  # points: text at the side of a table stands a padding from its edge
_PADDING = 18.0  # points from the edge of a column to its print: half a gap between columns
_LEADING = 1.45  # font sizes; lines of one cell
_INSIDE = 1.0  # points that a text may stand over the edge of its column
_WORDS = 12  # letters of a text that may take several lines in its column
_FEWEST = 2  # texts side by side, or values at the end of one
_LONGEST = 30  # characters of the last texts of a row
_VALUE = re.compile(
    r"[£(+-]{0,2}\d[\d,.]*\s?[%kKm]?[)*]{0,2}|n/a|[-\u2013]|\d\d?[/-]\w+[/-]\d+", re.I
)
_SAYS = (
    "this looks like a row of the table at the foot of the page before, which was read without it"
)
_GOES_ON = "the head of the next page stands as the rest of this row would: it may be cut off here"


class _Foot(NamedTuple):
    """The last row of a table at the foot of a page: its columns, its place, its cells.

    ``filled`` are the numbers of the columns, from 0, in which the row prints something, ``words``
    those of them in which it prints words.
    """

    xs: Sequence[float]
    box: Box
    filled: frozenset[int]
    words: frozenset[int]


class LeftOver:
    """Looks at the head of each page for rows of the table that the page before ends with."""

    def __init__(self) -> None:
        self._before: tuple[int, list[_Foot]] = 0, []

    def doubts(self, page: PageReading, margins: Margins) -> Iterator[Doubt]:
        """Yield a doubt where a row stands at the head of *page*. Pages come in order."""
        number, feet = self._before
        if not feet and all(table.laid.ruling == "ruled" for table in page.tables):
            self._before = page.page, []  # as on most pages: its lines need not be looked at
            return
        content = sorted(margins.content(page), key=lambda line: line.box.y1)
        self._before = page.page, _at_foot(page, content)
        if number != page.page - 1 or not feet:
            return
        # A rest may stand where other pages have their running heads.
        whole = sorted(page.lines, key=lambda line: line.box.y1)
        heads = [list(islice(_lines(lines), 2)) for lines in (whole, content)]
        for foot in feet:
            if any(_goes_on(rows[0], foot) or _runs_over(rows, foot) for rows in heads if rows):
                yield Doubt("cut", number, foot.box, _GOES_ON)
        for row in _lines(content):
            box = Box.around([line.box for line in row]).rounded()
            above = all(box.y1 <= table.grid.box.y0 + 1 for table in page.tables)
            if not above or any(_tells_of(doubt, box) for doubt in page.doubts):
                return
            if any(_is_row(row, foot.xs) for foot in feet):
                yield Doubt("unread_table", page.page, box, _SAYS)
                return


def _lines(content: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Yield what stands on each of the first lines of a page, as many as a row may take."""
    first = content[0].box.y1 if content else 0.0
    yield from text_rows(
        takewhile(lambda line: line.box.y1 - first <= _HIGHEST * line.size, content)
    )


def text_rows(content: Iterable[TextLine]) -> Iterator[list[TextLine]]:
    """Yield what stands on each line of a page, left to right; *content* is in order downwards."""
    rows: list[list[TextLine]] = []
    for line in content:
        if rows and line.box.y1 - rows[-1][0].box.y1 < _SAME_LINE:
            rows[-1].append(line)
        else:
            rows.append([line])
    yield from (sorted(row, key=lambda line: line.box.x0) for row in rows)


def _at_foot(page: PageReading, content: Sequence[TextLine]) -> list[_Foot]:
    """Return the last rows of the tables without upright rules that nothing stands below."""
    return [
        _foot(table)
        for table in page.tables
        if table.laid.ruling != "ruled"
        and not any(line.box.y0 >= table.grid.box.y1 - 1 for line in content)
        and not any(other.grid.box.y0 >= table.grid.box.y1 - 1 for other in page.tables)
    ]


def _foot(table: PageTable) -> _Foot:
    last = max(cell.row for cell in table.cells)
    cells = [cell for cell in table.cells if cell.row == last]
    return _Foot(
        table.laid.xs,
        Box.around([cell.part.box for cell in cells]).rounded(),
        frozenset(cell.column for cell in cells if cell.part.text.strip()),
        frozenset(cell.column for cell in cells if _is_words(cell.part.text)),
    )


def _goes_on(row: Sequence[TextLine], foot: _Foot) -> bool:
    """Whether the first texts of a page stand in columns of a row, and are no row of their own.

    Two of them side by side, below its words or without its name or code; or one below its words
    that does not begin as a sentence does.
    """
    below = {_column(line.box, foot.xs) for line in row}
    if None in below or len(below) < len(row):
        return False
    text = row[0].text.strip()
    if len(row) < _FEWEST:
        return below <= foot.words and (text[:1].islower() or text[:1] == "(")
    nameless = 0 in foot.filled and 0 not in below
    return nameless or (below <= foot.words and not any(_is_value(line.text) for line in row))


def _runs_over(rows: Sequence[Sequence[TextLine]], foot: _Foot) -> bool:
    """Whether the first text of a page is what several cells of a row have on one line.

    Their words may stand so close that they are one text. It begins where the first of them does,
    as the next line does, a line's leading below; a title of the page begins elsewhere.
    """
    if len(rows) < _FEWEST or len(rows[0]) > 1 or 0 not in foot.filled:
        return False
    line, below = rows[0][0], rows[1][0]
    begin = bisect_right(foot.xs, line.box.x0 + _INSIDE) - 1
    end = bisect_right(foot.xs, line.box.x1 - _INSIDE)
    return (
        0 < begin < end - 1
        and foot.words >= set(range(begin, end))
        and line.box.x0 - foot.xs[begin] <= _PADDING
        and abs(below.box.x0 - line.box.x0) <= _INSIDE
        and below.box.y1 - line.box.y1 <= _LEADING * line.size
        and (_column(below.box, foot.xs) == begin or len(rows[1]) >= _FEWEST)
    )


def _column(box: Box, xs: Sequence[float]) -> int | None:
    """The column that a text stands in; none where it stands in several, or beside them."""
    column = bisect_right(xs, box.x0 + _INSIDE) - 1
    within = 0 <= column < len(xs) - 1 and box.x1 <= xs[column + 1] + _INSIDE
    return column if within else None


def _is_words(text: str) -> bool:
    return len(text) >= _WORDS and " " in text.strip() and not _is_value(text)


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

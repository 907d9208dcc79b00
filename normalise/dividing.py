"""Cells of unknown words that head columns, since they divide a heading that is known."""

from __future__ import annotations

import re

from crossfoot.normalise.heading_text import HeadingReader, names_period
from crossfoot.schema.page import Cell, Row

#: A year and a word or two; a remark that names a year is longer.
_LONGEST_DIVIDING = 30
#: Whose figures stand below: words alone.
_NAME = re.compile(r"[^\W\d_][^\d%\u00a3]*")


def divides_heading(cell: Cell, row: Row, above: Row, reader: HeadingReader) -> bool:
    """Whether a cell of a year and unknown words (``2006/07 Original``) divides a known heading.

    Beside others' figures it may be a name alone (``Council | England`` under ``2007/08``).
    """
    over = above.cell_at(cell.col_no)
    if (
        over is None
        or over.col_span <= cell.col_span
        or len(cell.parts[0].text) > _LONGEST_DIVIDING
        or not reader.read(over.plain).known
    ):
        return False
    if names_period(cell.plain):
        return True
    beside = [row.cell_at(number) for number in range(over.col_no, over.col_no + over.col_span)]
    return _NAME.fullmatch(cell.plain) is not None and any(
        other is not None and reader.read(other.plain).meaning == "comparator" for other in beside
    )

"""Headings that look like values: a month, a day, a word with a year, where figures stand below.

``Sep 2024`` or ``31/03/2012`` in the first row of a table is a heading, or a date of a row that
only looks like headings. What stands below tells: a column of dates goes on with dates, and one
headed by a date holds figures.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from crossfoot.extract.chunks import Chunk
from crossfoot.extract.gaps import is_value, is_value_text

_DATED = re.compile(r"^[a-z].*\d|^\d{1,2}[-/ .](?:\d{1,2}|[a-z]{3,9})[-/ .]\d{2,4}$", re.IGNORECASE)
_NUMBER = re.compile(
    r"^[(<>~+\-\u2013\u2212]*[£$]?[+\-\u2212]?\d[\d,.]*(?:\s?[%)a-z]{1,7}\d?)?$", re.IGNORECASE
)
_MARK = re.compile(
    r"(?<=[\d%)a-z])[*\u2020\u2021\u00a7#^]+$|(?<=%)\d$", re.IGNORECASE
)  # of a footnote
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_NONE = re.compile(
    r"^(?:[-\u2013\u2014]+|n/?a|tbc|tba|nil|none|not available|[^\w]{1,2})$", re.IGNORECASE
)
_FEWEST = 2
_DEEPEST = 8  # rows of headings and titles; more are no headings


def dated_heads(rows: Sequence[Sequence[Chunk]]) -> frozenset[str]:
    """Return the texts of *rows*, top to bottom, that look like values and head columns of figures.

    They stand above the first row with another value. None does where one of them heads no figures.
    """
    asked = frozenset(_asked(rows))
    if not asked:
        return asked
    for at, row in enumerate(rows):
        for chunk in row:
            if chunk.text in asked and not _heads_figures(chunk, rows[at + 1 :], asked):
                return frozenset()  # a row of values that looks like headings
    return asked


def _asked(rows: Sequence[Sequence[Chunk]]) -> Iterator[str]:
    """Yield the texts of the first rows that look like values, up to the first that surely is."""
    for row in rows[:_DEEPEST]:
        values = [chunk.text for chunk in row if is_value(chunk)]
        if not all(map(_DATED.match, values)):
            return
        yield from values


def _heads_figures(chunk: Chunk, rows: Sequence[Sequence[Chunk]], others: Collection[str]) -> bool:
    """Whether figures stand below a chunk, two at least, and neither dates nor words.

    Words right below it may be a lower line of headings; below a title they head another table.
    """
    figures = 0
    for one, titled in _below(chunk, rows):
        text = _MARK.sub("", one.text)
        if text == chunk.text or (text in others and figures):
            break
        if _NUMBER.match(text) and is_value_text(text) and not _YEAR.match(text):
            figures += 1
        elif not _NONE.match(text) and (figures or titled or any(map(str.isdigit, text))):
            return False
    return figures >= _FEWEST or (figures > 0 and len(rows) < _FEWEST)


def _below(chunk: Chunk, rows: Sequence[Sequence[Chunk]]) -> Iterator[tuple[Chunk, bool]]:
    """Yield the print below a chunk, of rows with several pieces, and whether below a lone one."""
    titled = False
    for row in rows:
        if len(row) > 1:
            yield from ((one, titled) for one in row if one.x0 < chunk.x1 and chunk.x0 < one.x1)
        titled = titled or len(row) == 1

"""Columns headed with the council's own name: its results, beside those of others.

``Wychavon 2018/19 | England 2018/19``: whose figures a name heads is known when the paper's
council is. ``Council 2018/19`` is the paper's own only beside a column of a comparator; neighbours'
names (``Westham 2018/19``) say nothing that is known.
"""

from __future__ import annotations

import re
from functools import lru_cache

from crossfoot.normalise.columns import Column, column_from
from crossfoot.normalise.councils import by_key
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.roles import Segment

#: What a name is put for: a listed heading of results.
_OURS = "Our Council"
_KIND = (
    r"(?:\s+(?:county borough|metropolitan borough|metropolitan district|london borough|district"
    r"|borough|city|county|m?[bdc]c)\b)?(?:\s+council\b)?(?:['\u2019]s)?"
)
_AREA_FIRST = r"(?<![^\W_])(?:(?:the\s+)?(?:london\s+borough|city|county|borough)\s+of\s+)?"
_WORDS = r"(?:the\s+)?(?:local\s+)?(?:council|authority|borough)"
#: At the beginning of a heading, or right behind its period (``2007/08`` over ``Council``).
_GENERAL = re.compile(
    rf"^{_WORDS}(?:['\u2019]s)?"
    r"(?=$|\W*\(?\d|\W*\bQ|\W+(?:actual|value|performance|result|outturn|score|figure)s?\b)"
    rf"|(?<=\d\s){_WORDS}$",
    re.IGNORECASE,
)


class OwnColumns:
    """Tells the columns of a paper that its *council* heads; of none, those of general words."""

    def __init__(self, council: str | None, reader: HeadingReader) -> None:
        self._reader = reader
        self._name = _name_pattern(council) if council else None

    def take(self, segment: Segment) -> None:
        """Take the columns that only an own name keeps unknown. The segment is changed."""
        if all(column.family is not None for column in segment.columns):
            return
        compared = "comparator" in segment.families
        segment.columns = tuple(
            column if column.family is not None else self._told(column, compared=compared)
            for column in segment.columns
        )

    def _told(self, column: Column, *, compared: bool) -> Column:
        heading = column.heading
        pattern = self._name if self._name and self._name.search(heading) else None
        if pattern is None and compared and _GENERAL.search(heading):
            pattern = _GENERAL
        if pattern is None:
            return column
        for stand_in in (_OURS, ""):
            text = pattern.sub(stand_in, heading, count=1).strip()
            read = column_from(self._reader.exactly, column.first, column.last, [text])
            if read.is_figure:
                # Beside figures of another year it is not known to be the paper's own period.
                return read._replace(heading=heading, undated=not read.has_time)
        return column


@lru_cache(maxsize=64)
def _name_pattern(council: str) -> re.Pattern[str]:
    """The name of a council of the gazetteer, its other names, each with the words of its kind."""
    entry = by_key().get(council.casefold())
    names = {council} | {key for key, other in by_key().items() if entry and other == entry}
    either = "|".join(
        re.escape(name).replace("\\ ", r"[\s-]+") for name in sorted(names, key=len, reverse=True)
    )
    return re.compile(rf"{_AREA_FIRST}(?:{either}){_KIND}(?![^\W_])", re.IGNORECASE)

"""The page's foot below the last row of a table that no rule closes: words beside its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crossfoot.extract.chunks import PrintLine
from crossfoot.extract.gaps import Band, is_value
from crossfoot.extract.tracts import Region

#: How a page is numbered, and nothing else: ``Page 2 of 9``, ``[2]``, ``- 2 -``.
PAGE = re.compile(
    r"(?:page|p\.) ?\d+(?: ?(?:of|/) ?\d+)?|\[ ?\d{1,3} ?\]|([-\u2013]) ?\d{1,3} ?\1", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,3}")
_WORD = re.compile(r"\b[^\W\d_]{4}")
_FEWEST = 3  # lines of a table with a foot
_LEADING = 1.9  # font sizes at most between the lines of a cell
_OFF = 1.2  # times the widest step between two lines of the table, above a bare number
_OUT = 1.0  # points; cells have paddings
_FEW = 2  # columns; a total stands in the second


def is_numbered(line: PrintLine) -> bool:
    """Whether a line is words beside a number that is called a page's.

    A version's number or an item's may be among the words: ``Version 1.2``.
    """
    if len(line.chunks) != _FEW or PAGE.fullmatch(line.chunks[-1].text) is None:
        return False
    first = line.chunks[0]
    return not is_value(first) or _WORD.search(first.text) is not None


def may_be_numbered(line: PrintLine) -> bool:
    """Whether a line is words beside a number that may be the page's."""
    return _has_words(line) and _NUMBER.fullmatch(line.chunks[-1].text) is not None


def _has_words(line: PrintLine) -> bool:
    return len(line.chunks) == _FEW and not is_value(line.chunks[0])


def without_page_foot(region: Region) -> Region:
    """Return a region without the page's foot, the last line there, where it took that in.

    Where nothing calls its number a page's it stands farther from the line above than any other
    line does, and reaches out of the print of the table, which has more columns than two. Where
    other lines end in pages it is a list.
    """
    *lines, last = (line for band in region.bands for line in band.lines)
    if region.below or len(lines) < _FEWEST:
        return region
    called = is_numbered(last)
    if not called and not may_be_numbered(last):
        return region
    step = last.base - lines[-1].base
    if step <= _LEADING * last.size or not (called or _is_set_off(last, lines)):
        return region
    if any(PAGE.fullmatch(chunk.text) for line in lines for chunk in line.chunks):
        return region
    *bands, band = region.bands
    if rest := band.lines[:-1]:
        bands.append(Band(band.top, rest[-1].bottom + 1, rest, False))
    return region._replace(bands=tuple(bands))


def _is_set_off(last: PrintLine, lines: Sequence[PrintLine]) -> bool:
    widest = max(lower.base - upper.base for upper, lower in pairwise(lines))
    left = min(line.chunks[0].x0 for line in lines)
    right = max(line.chunks[-1].x1 for line in lines)
    out = last.chunks[0].x0 < left - _OUT or last.chunks[-1].x1 > right + _OUT
    several = max(len(line.chunks) for line in lines) > _FEW
    return several and out and last.base - lines[-1].base > _OFF * widest

"""Signs that stand apart from their numbers in one column, as a spreadsheet's accounting format.

It sets the minus or the currency's sign at the left side of the cell and the number at the right.
Between them is room as between two columns; taken for one, it would make the number a positive one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.gaps import Band

_SIGNS = re.compile(r"[-\u2010-\u2014\u2212+\u00b1<>\u2264\u2265~\u00a3$\u20ac(]{1,3}$")
_NUMBER = re.compile(r"[-\u2212\u00a3$\u20ac(]{0,3}\.?\d")
_NOTHING = re.compile(r"[-\u2010-\u2014]$")  # how an accounting format prints zero
_ALIGNED = 2.0  # points


def with_signs_joined(bands: Sequence[Band], heading: int) -> tuple[Band, ...]:
    """Return *bands*, the first *heading* of them headings, each such sign one with its number.

    Signs below each other are a column of their own only where a heading stands over them and
    another over the numbers. A dash where other rows have a number stands for none.
    """
    lines = [line for band in bands[heading:] for line in band.lines]
    pairs = [pair for line in lines for pair in _pairs(line)]
    if not pairs:
        return tuple(bands)
    numbers = [chunk for line in lines for chunk in line.chunks if _NUMBER.match(chunk.text)]
    heads = [chunk for band in bands[:heading] for line in band.lines for chunk in line.chunks]
    joined = {
        id(sign)
        for sign, _ in pairs
        if not any(number.x0 < sign.x1 and sign.x0 < number.x1 for number in numbers)
        and _are_of_one(heads, sign.x0, max(n.x1 for s, n in pairs if _are_aligned(s, sign)))
    }
    body = [
        band._replace(lines=tuple([_joined(line, joined) for line in band.lines]))
        for band in bands[heading:]
    ]
    return (*bands[:heading], *body)


def _pairs(line: PrintLine) -> Iterator[tuple[Chunk, Chunk]]:
    """Yield the signs that stand alone before a number on a line."""
    for chunk, following in pairwise(line.chunks):
        sign, number = chunk.text, following.text
        if not _SIGNS.match(sign):
            continue
        if _NUMBER.match(number) or (_NOTHING.match(number) and not _NOTHING.match(sign)):
            yield chunk, following


def _are_aligned(one: Chunk, other: Chunk) -> bool:
    return abs(one.x0 - other.x0) <= _ALIGNED


def _are_of_one(heads: Sequence[Chunk], left: float, right: float) -> bool:
    """Whether one heading stands over a stretch of x, on one line or on several."""
    over = [head for head in heads if head.x0 < right and head.x1 > left]
    return bool(over) and not any(
        one.x1 <= other.x0 or other.x1 <= one.x0 for one, other in combinations(over, 2)
    )


def _joined(line: PrintLine, joined: set[int]) -> PrintLine:
    """Return a line with the signs whose ids are *joined* one with what follows them."""
    chunks: list[Chunk] = []
    for chunk in line.chunks:
        if chunks and id(chunks[-1]) in joined:
            chunks[-1] = _one(chunks[-1], chunk)
        else:
            chunks.append(chunk)
    return line._replace(chunks=tuple(chunks))


def _one(sign: Chunk, number: Chunk) -> Chunk:
    text = number.text if _NOTHING.match(number.text) else sign.text + number.text
    return number._replace(x0=sign.x0, text=text, runs=(*sign.runs, *number.runs))

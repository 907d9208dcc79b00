"""Names of sections no wider than their column, told from lines of names by their weight."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.row_print import Telling

_SAME_LINE = 0.45  # font sizes between baselines of one line
_FEWEST_ROWS = 2  # for each name: else a name may be the first line of a row's own


def section_names(chunks: Sequence[Chunk], telling: Telling) -> set[int]:
    """Return the names of sections among the print of a table's body, each by its id.

    They are bold, alone on their lines, and in the first column; several rows that are not bold
    stand below. What begins in small letters goes on with the line above, whatever its weight.
    """
    lines = _lines(chunks)
    contrast = telling.weights.contrast(lines)
    if not contrast.heavy:
        return set()
    rows = sum(len(line.chunks) > 1 and not contrast.is_heavy(line.chunks) for line in lines)
    names = [
        line.chunks[0]
        for line, below in pairwise(lines)
        if len(line.chunks) == 1
        and contrast.is_heavy(line.chunks)
        and telling.columns.span(line.chunks[0])[0] == 0
        and (contrast.is_light(below.chunks[:1]) and _begins(below.chunks[0]))
    ]
    return set(map(id, names)) if rows >= _FEWEST_ROWS * len(names) else set()


def _begins(chunk: Chunk) -> bool:
    first = chunk.text[:1]
    return not first.islower() and first not in "(,;/&-\u2013"


def _lines(chunks: Sequence[Chunk]) -> list[PrintLine]:
    lines: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda one: (one.base, one.x0)):
        if lines and chunk.base - lines[-1][0].base < _SAME_LINE * chunk.size:
            lines[-1].append(chunk)
        else:
            lines.append([chunk])
    return [
        PrintLine(line[0].base, line[0].size, tuple(sorted(line, key=lambda one: one.x0)))
        for line in lines
    ]

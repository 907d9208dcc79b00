"""Keys above or below a table that is told by its print: their rows are none of the table's.

Where rules are as wide as the table's, or none are drawn, a key of signs stands in one stretch of
print with the table, in columns of its own. Its rows are signs and words in turn and nothing else,
each sign once in its column; a table says its signs again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossfoot.extract.characters import Run
from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.gaps import is_value
from crossfoot.extract.key_columns import Words, in_key_columns
from crossfoot.schema.page import Box

_FEWEST = 2  # rows
_ALIGNED = 1.5  # points
_TOUCHING = 0.8  # font sizes between a sign and the word set above or below it
_LEADING = 1.45  # font sizes between lines of one meaning
_LARGER = 0.05  # of the font size, that a title is set larger
_NUMBER = re.compile(r"\d")
_HEADING = 4.0  # font sizes from the headings of a key to its first row

Sign = tuple[Box, str]  # its place and its name


class KeyRows(NamedTuple):
    """The place of a key and its print."""

    box: Box
    runs: tuple[Run, ...]


class _Row(NamedTuple):
    """A row of a key: for each sign from the left its place and name, and its words."""

    signs: list[Sign]
    words: list[Chunk]
    labels: list[Chunk]

    @property
    def top(self) -> float:
        return min(box.y0 for box, _ in self.signs)


def keys_in(lines: Sequence[PrintLine], signs: Sequence[Sign]) -> list[KeyRows]:
    """Return the keys among *lines* that no table holds, with the signs that none holds."""
    chunks = [chunk for line in lines for chunk in line.chunks]
    alone = in_key_columns([_box(one) for one in chunks], [box for box, _ in signs])
    labels = [[] if at in alone else _labels(sign, chunks) for at, sign in enumerate(signs)]
    known = {id(one) for label in labels for one in label}
    words = [chunk for chunk in chunks if id(chunk) not in known]
    held = [(_around(box, label), name) for (box, name), label in zip(signs, labels, strict=True)]
    pairs = in_key_columns([_box(one) for one in words], [box for box, _ in held])
    found: list[KeyRows] = []
    for rows in _stacks(_rows(pairs, words, held, labels)):
        key = _key(rows, lines)
        if key is not None and not _go_on_elsewhere(rows, words, held):
            found.append(key)
    return found


def _box(chunk: Chunk) -> Box:
    return Box(chunk.x0, chunk.top, chunk.x1, chunk.bottom)


def _around(box: Box, label: Sequence[Chunk]) -> Box:
    for chunk in label:
        box = box.union(_box(chunk))
    return box


def _labels(sign: Sign, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return the words set right above or below a sign, in one cell with it."""
    box, x = sign[0], (sign[0].x0 + sign[0].x1) / 2
    return [
        one
        for one in chunks
        if one.x0 < x < one.x1
        and max(box.y0 - one.bottom, one.top - box.y1) <= _TOUCHING * one.size
    ]


def _rows(
    pairs: dict[int, Words],
    words: Sequence[Chunk],
    signs: Sequence[Sign],
    labels: Sequence[Sequence[Chunk]],
) -> list[_Row]:
    """Return the rows that the *pairs* of signs and words make, from the top."""
    rows: list[_Row] = []
    for sign in sorted(pairs, key=lambda at: signs[at][0].y0):
        box = signs[sign][0]
        beside = bool(rows) and box.y0 < max(one.y1 for one, _ in rows[-1].signs) - 1
        row = rows[-1] if beside else _Row([], [], [])
        if not beside:
            rows.append(row)
        row.signs.append(signs[sign])
        row.words.extend(words[at] for at in pairs[sign])
        row.labels.extend(labels[sign])
    return rows


def _stacks(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Yield rows of one key: the signs of each below those of the one above."""
    stack: list[_Row] = []
    for row in rows:
        if stack and not all(
            any(_aligned(one, above) for above in stack[0].signs) for one in row.signs
        ):
            yield stack
            stack = []
        stack.append(row)
    if stack:
        yield stack


def _aligned(one: Sign, other: Sign) -> bool:
    return abs(one[0].x0 + one[0].x1 - other[0].x0 - other[0].x1) <= 2 * _ALIGNED


def _key(rows: Sequence[_Row], lines: Sequence[PrintLine]) -> KeyRows | None:
    """Return the key that rows are, with its headings and the further lines of its meanings."""
    if len(rows) < _FEWEST or any(is_value(word) for row in rows for word in row.words):
        return None
    for first in rows[0].signs:
        names = [sign[1] for row in rows for sign in row.signs if _aligned(first, sign)]
        if len(set(names)) < len(names):
            return None
    mine = {id(one) for row in rows for one in (*row.words, *row.labels)}
    taken: list[Chunk] = []
    for line in lines:
        own = [chunk for chunk in line.chunks if id(chunk) in mine]
        more = [chunk for chunk in line.chunks if id(chunk) not in mine]
        if more and own:
            return None  # other print stands in its rows
        if own or _goes_on(line, taken, rows):
            taken.extend(line.chunks)
    taken.extend(_headings(rows, lines))
    box = Box.around([*map(_box, taken), *(box for row in rows for box, _ in row.signs)])
    return KeyRows(box, tuple(run for chunk in taken for run in chunk.runs))


def _goes_on(line: PrintLine, above: Sequence[Chunk], rows: Sequence[_Row]) -> bool:
    """Whether all print of a line stands below words of the key, as near as lines of a text."""
    begins = [word.x0 for word in rows[0].words]
    return bool(above) and all(
        any(abs(chunk.x0 - x) <= _ALIGNED for x in begins)
        and any(
            abs(chunk.x0 - one.x0) <= _ALIGNED
            and 0 < chunk.base - one.base <= _LEADING * chunk.size
            for one in above
        )
        for chunk in line.chunks
    )


def _headings(rows: Sequence[_Row], lines: Sequence[PrintLine]) -> Sequence[Chunk]:
    """Return the line right above the first row, if it has a heading over each column of words.

    Or over those of signs as well.
    """
    first = rows[0]
    above = [line for line in lines if line.base < first.top]
    line = max(above, key=lambda one: one.base, default=None)
    if line is None or first.words[0].base - line.base > _HEADING * line.size:
        return ()
    larger = line.size > (1 + _LARGER) * first.words[0].size
    under = [word.x0 for word in first.words]
    if len(line.chunks) > len(under):
        under += [box.x1 for box, _ in first.signs]
    if len(line.chunks) != len(under) or larger or _NUMBER.search(_said(line)):
        return ()
    left = float("-inf")
    for chunk, x in zip(line.chunks, sorted(under), strict=True):
        if chunk.x0 < left or chunk.x0 > x + _ALIGNED:
            return ()
        left = x
    return line.chunks


def _said(line: PrintLine) -> str:
    return " ".join(chunk.text for chunk in line.chunks)


def _go_on_elsewhere(rows: Sequence[_Row], words: Sequence[Chunk], signs: Sequence[Sign]) -> bool:
    """Whether other rows have signs and words in the same columns: those of a table."""
    mine = {id(one) for row in rows for one in row.words}
    own = {id(box) for row in rows for box, _ in row.signs}
    for first, word in zip(rows[0].signs, rows[0].words, strict=False):
        for sign in signs:
            if id(sign[0]) in own or not _aligned(first, sign):
                continue
            level = (sign[0].y0 + sign[0].y1) / 2
            if any(
                abs(one.x0 - word.x0) <= _ALIGNED and one.top <= level <= one.bottom
                for one in words
                if id(one) not in mine
            ):
                return True
    return False

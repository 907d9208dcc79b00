"""From characters to printed lines: order, blanks, superscripts, text printed twice for bold."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from crossfoot.extract.characters import GUESSED_SPACE, Character
from crossfoot.schema.page import Box

# All in multiples of the font size.
_SAME_LINE = 0.5  # baselines nearer than this share a line: superscripts 0.12 to 0.4, lines 0.95
_BLANK = 0.16  # a gap this wide is a blank without further evidence; a blank is 0.22 to 0.33 wide
_GUESSED_BLANK = 0.1  # enough where PDFium saw a gap as well
_PRINTED_BLANK = 0.02  # enough where a blank is printed; kerning takes some of it away
_RAISED_SIZE = 0.92  # a superscript is set at 0.58 to 0.83 of the size
_RAISED_BY = 0.1  # and 0.12 to 0.4 above the line
_TWICE = 0.25  # of the character's width: the second print of a bold character is this near


class Line(NamedTuple):
    """One printed line. ``raised`` are index pairs into ``text`` printed as superscript.

    ``size`` is its largest font size in points, ``order`` the lowest of its characters'.
    """

    box: Box
    text: str
    size: float
    raised: tuple[tuple[int, int], ...]
    order: int


def lines_of(characters: Iterable[Character], split_at: float | None = None) -> list[Line]:
    """Return the lines, top to bottom, each left to right.

    ``split_at`` cuts a line in two where a gap is wider than that many times the font size: text
    outside tables stands side by side.
    """
    upright = _straightened(list(characters))
    rows = _rows(upright)
    return [line for row in rows for line in _row_lines(row, split_at)]


def _rows(characters: list[Character]) -> list[list[Character]]:
    """Group characters into rows by their baselines, measured against the largest."""
    rows: list[list[Character]] = []
    line = largest = 0.0
    for character in sorted(characters, key=attrgetter("base")):
        if rows and character.base - line < _SAME_LINE * max(largest, character.size):
            rows[-1].append(character)
            if character.size > largest * 1.02:
                line, largest = character.base, character.size
        else:
            rows.append([character])
            line, largest = character.base, character.size
    return rows


def _row_lines(row: list[Character], split_at: float | None) -> list[Line]:
    row.sort(key=attrgetter("x0", "order"))
    size = max(character.size for character in row)
    pieces: list[list[Character]] = [[row[0]]]
    for before, character in pairwise(row):
        if split_at is not None and character.x0 - before.x1 > split_at * size:
            pieces.append([])
        pieces[-1].append(character)
    return [_line(piece) for piece in pieces]


def _line(characters: list[Character]) -> Line:
    """Join the characters of one line, already in order, into text."""
    largest = max(characters, key=attrgetter("size"))
    size = largest.size
    raised_above, raised_below = largest.base - _RAISED_BY * size, _RAISED_SIZE * size
    text: list[str] = []
    length = 0
    raised: list[tuple[int, int]] = []
    before: Character | None = None
    for character in characters:
        if before is not None:
            if before.text == character.text and _printed_twice(before, character):
                continue
            if _blank_between(before, character, size):
                text.append(" ")
                length += 1
        end = length + len(character.text)
        text.append(character.text)
        if character.base < raised_above and character.size < raised_below:
            if raised and raised[-1][1] == length:
                raised[-1] = (raised[-1][0], end)
            else:
                raised.append((length, end))
        length = end
        before = character
    _, lefts, tops, rights, bottoms, _, _, orders, _ = zip(*characters, strict=True)
    box = Box(lefts[0], min(tops), max(rights), max(bottoms))
    return Line(box, "".join(text), size, tuple(raised), min(orders))


def _printed_twice(before: Character, character: Character) -> bool:
    """Whether the same character stands there again, a hair aside, to look bold."""
    return character.x0 - before.x0 < _TWICE * (character.x1 - character.x0) and abs(
        character.y0 - before.y0
    ) < _TWICE * (character.y1 - character.y0)


def _blank_between(before: Character, character: Character, size: float) -> bool:
    gap = character.x0 - before.x1
    if character.order > before.order and character.space:
        least = _GUESSED_BLANK if character.space == GUESSED_SPACE else _PRINTED_BLANK
        return gap > least * size
    return gap > _BLANK * size


def _straightened(characters: list[Character]) -> list[Character]:
    """Return turned text as if it were level: headings of narrow columns run up or down."""
    if len(characters) < 3:
        return characters
    wide = sum(
        character.x1 - character.x0 > 1.05 * (character.y1 - character.y0)
        for character in characters
    )
    if 2 * wide <= len(characters):
        return characters
    steps = [
        after.y0 - before.y0
        for before, after in pairwise(characters)
        if abs(after.x0 - before.x0) < 0.3 * (before.x1 - before.x0)
    ]
    if 2 * len(steps) < len(characters) - 1:
        return characters
    if 2 * sum(step < 0 for step in steps) > len(steps):
        return [c._replace(x0=-c.y1, x1=-c.y0, y0=c.x0, y1=c.x1, base=c.x1) for c in characters]
    return [c._replace(x0=c.y0, x1=c.y1, y0=-c.x1, y1=-c.x0, base=-c.x0) for c in characters]

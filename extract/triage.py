"""Pages that cannot hold a table: their lines are taken from PDFium's text, and no more.

Nine in ten pages of an agenda pack are prose. To read one in full (every character's box, every
path) takes six times as long as its text. A page is passed over only where it is shown to be prose,
by all of these:

- it is stored upright, and nothing is drawn on it but text, at most three bars (too few for a grid)
  and a background; a picture, a form, a filled area or a frame sends it to the full reading;
- its text runs down the page: next to no line stands beside another or above the one printed before
  it, and next to none is wider than its letters take, as lines with the gaps of columns are;
- its lines are not those of a table: several figures side by side, a code in front, a date or a
  status at the end.

In doubt the page is read in full: that costs time, the other mistake would lose a table. Nothing is
lost of a page that was passed over: its lines are there, and it is named in the reading.
"""

from __future__ import annotations

import array
import ctypes
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract import compiled
from crossfoot.extract.bulk_text import (
    HYPHEN,
    PrintedLine,
    boxes_of,
    lines_of_prose,
)
from crossfoot.extract.characters import is_bold
from crossfoot.extract.glyphs import sides_at
from crossfoot.extract.pdfium import Handle, Page, pointer, raw_call
from crossfoot.extract.space import Matrix, display_matrix
from crossfoot.schema.page import Box, TextLine
from crossfoot.schema.text import has_digit

_MOST_BARS = 3  # one less than a grid has
_THICKEST = 4.5  # points; as of the bars that count as rules
_BACKGROUND = 0.9  # of the page's width and height
_MOST_HINTS = 2  # lines that could be a table's; one without rules is told by three rows
_MOST_JUMPS = 2  # up the page: a running head and a foot printed after the text
_LONG = 25  # characters: the width of a letter is measured on lines this long
_LETTER = 0.5  # font sizes; letters of prose are 0.38 to 0.56 wide on average
_NARROWEST = 0.3  # font sizes a letter of a line takes; where it takes less, print is over print
_WORD_OR_TWO = 8  # characters; "fill" takes half of what its letters take on average
_WIDER = 1.3  # times: lines of one page differ by a fifth
_CAPITALS = 1.5  # times as wide as small letters
_GAP = 1.5  # font sizes between two words; a justified line stretches its blanks to half that
_LOOKED_AT = 8  # lines, spread over the page
_FEWEST_GAPS = 2  # of those
_SPLIT_AT = 2.4  # font sizes: as of lines that are read in full
_SMALLER = 0.92  # a footnote's digits are 0.58 to 0.83 as high
_SEVERAL = 3  # figures on a line
_FIGURES_APART = 2  # at the end of a line with gaps: a row, even where it is the page's only one

_WORD = re.compile(r"\S+")
_SET_APART = re.compile(r"(?<!\S)(?:[^\W\d]\s){4}")  # words with their letters set apart
_BLANKS_OF_LETTERS = 4  # signs to a blank; prose has 5 and more, two words with letters apart 3
_BLANK = re.compile(r"\s+")
_FIGURE = re.compile(
    r"(?<!\S)(?:[£(+-]{0,2}\d[\d,.]*\s?[%kKm]?[)*]{0,2}|n/a|N/A|TBC|[-\u2013])(?!\S)"
)
# A number of several digits, no year. Begins with its first digit: a search finds digits twice as
# fast as it tries what may stand before them.
_NUMBER = re.compile(r"\d(?<![\d.,].)(?!(?<=1)9\d\d\b|(?<=2)0\d\d\b)\d*(?:[.,]\d+)*\d(?![.,]?\d)")
_CODE_FIRST = re.compile(r"\W{0,2}(?:[A-Z&]{2,6}\s?\d|[A-Za-z&]{2,8}_?\d*_\d)")
_VALUE_LAST = re.compile(
    r"(?:\d%|\d[)*]?\s[£(-]?\d[\d,.]*|(?:^|\s)\d{1,2}[-/ ]\w{2,9}[-/ ]\d{2,4}"
    r"|\b[A-Z][a-z]{2,8}[- ]\d{2,4})\W{0,2}$"
)
_WORD_LAST = (
    *("complete", "completed", "progress", "started", "overdue", "cancelled", "warning"),
    *("satisfactory", "alert", "green", "amber", "red", "target", "track"),
)

_bounds_of = raw_call(pdfium.FPDFPageObj_GetBounds, ctypes.c_int)
_draw_mode = raw_call(pdfium.FPDFPath_GetDrawMode, ctypes.c_int)
_numbers = array.array("f", [0.0] * 4)
_mode = array.array("i", (0, 0))
_BOUNDS, _MODE = (
    [pointer(buffer.buffer_info()[0] + 4 * at) for at in range(len(buffer))]
    for buffer in (_numbers, _mode)
)


class Prose(NamedTuple):
    """A page without a table: its displayed size in points and its lines, top to bottom."""

    width: float
    height: float
    lines: list[TextLine]


def prose_of(page: Page, number: int) -> Prose | None:
    """Return the lines of a page that cannot hold a table, ``None`` where it might."""
    matrix, width, height = display_matrix(page)
    if tuple(matrix[:4]) != (1, 0, 0, -1) or not _draws_nothing(page, width, height):
        return None
    lines = lines_of_prose(page, matrix)
    if lines is None:
        return None
    if _set_apart(lines) or _prints_over(lines) or _in_columns(page, lines):
        return None
    sparse = _sparse(lines)
    if len(sparse) + _hints(lines, sparse) > _MOST_HINTS:
        return None
    if any(_ends_in_figures(lines[at].text) for at in sparse):
        return None  # the last rows of a table that began pages before
    if _shrinks(page, lines):
        return None  # which digits are a footnote's is told where a page is read in full
    pieces = [
        piece
        for at, line in enumerate(lines)
        for piece in (_split(page, line, matrix) if at in sparse else (line,))
    ]
    pieces.sort(key=lambda line: (line.box.y1, line.box.x0))
    if compiled.loops is not None:
        text = page.text_address
        named = compiled.loops.name_lines(text, number, pieces, TextLine, Box)
    else:
        named = [_as_line(page, number, piece) for piece in pieces]
    return Prose(width, height, named)


def _draws_nothing(page: Page, width: float, height: float) -> bool:
    """Whether nothing is drawn but text, a few bars and a background."""
    if page.count_drawn() > _MOST_BARS + 1:
        return False
    bars = 0
    for mark, kind in page.drawn():
        if kind != pdfium.FPDF_PAGEOBJ_PATH:
            return False
        if _is_bar(mark):
            bars += 1
        elif not _is_background(mark, width, height):
            return False
    return bars <= _MOST_BARS


def _is_bar(path: Handle) -> bool:
    if not _bounds_of(path, *_BOUNDS):
        return False
    left, bottom, right, top = _numbers
    return min(right - left, top - bottom) <= _THICKEST


def _is_background(path: Handle, width: float, height: float) -> bool:
    left, bottom, right, top = _numbers
    _draw_mode(path, *_MODE)
    whole = right - left >= _BACKGROUND * width and top - bottom >= _BACKGROUND * height
    return whole and not _mode[1]


def _set_apart(lines: Sequence[PrintedLine]) -> bool:
    """Whether a line's letters are set apart: it has a blank for every other sign."""
    return any(
        _BLANKS_OF_LETTERS * line.text.count(" ") > len(line.text) and _SET_APART.search(line.text)
        for line in lines
    )


def _prints_over(lines: Sequence[PrintedLine]) -> bool:
    """Whether letters stand over letters: print that is there twice, to look bold."""
    heights = {(line.text, round(line.box.y1)) for line in lines}
    return len(heights) < len(lines) or any(
        line.box.x1 - line.box.x0 < _NARROWEST * len(line.text) * line.size
        for line in lines
        if len(line.text) >= _WORD_OR_TWO
    )


def _in_columns(page: Page, lines: Sequence[PrintedLine]) -> bool:
    """Whether lines that are looked at word by word have gaps: the page may be all columns.

    The gap after a paragraph's number is none.
    """
    long = [line for line in lines if len(line.text) >= _LONG]
    looked_at = long[:: max(1, len(long) // _LOOKED_AT)]
    blanks = [
        (line.start + start - 1, line.start + end, at)
        for at, line in enumerate(looked_at)
        for start, end in _blanks(line.text)[1:]
    ]
    before, after, of_line = zip(*blanks, strict=True) if blanks else ((), (), ())
    rights = sides_at(page, before)[2]
    lefts = sides_at(page, after)[0]
    gaps = {
        at
        for right, left, at in zip(rights, lefts, of_line, strict=True)
        if left - right > _GAP * looked_at[at].size
    }
    return len(gaps) >= _FEWEST_GAPS


def _blanks(text: str) -> list[tuple[int, int]]:
    """Return where the blanks of a line begin and end."""
    if text.isprintable() and "  " not in text:  # of all blanks the space alone is printable
        ends = accumulate(len(word) + 1 for word in text.split(" ")[:-1])
        return [(end - 1, end) for end in ends]
    return [match.span() for match in _BLANK.finditer(text)]


def _sparse(lines: Sequence[PrintedLine]) -> set[int]:
    """Return the lines that are wider than their letters take: there is a gap in them."""
    shares = [
        (line.box.x1 - line.box.x0) / (len(line.text) * line.size) if line.size else 0.0
        for line in lines
    ]
    long = [share for share, line in zip(shares, lines, strict=True) if len(line.text) >= _LONG]
    widest = _WIDER * (median(long) if len(long) > 2 else _LETTER)
    return {
        at
        for at, (share, line) in enumerate(zip(shares, lines, strict=True))
        if share > widest
        and (share - widest * (_CAPITALS if line.text.isupper() else 1)) * len(line.text) > _GAP
    }


def _hints(lines: Sequence[PrintedLine], sparse: set[int]) -> int:
    """Count what speaks for a table: lines like its rows, lines that stand beside others."""
    rows = sum(at not in sparse and _like_a_row(line.text) for at, line in enumerate(lines))
    jumps = sum(lower.box.y1 - upper.box.y1 < 0.5 * lower.size for upper, lower in pairwise(lines))
    return rows + max(0, jumps - _MOST_JUMPS)


def _like_a_row(text: str) -> bool:
    """Whether a line begins or ends as rows of tables do, or holds several figures."""
    if text[-12:].rstrip(" .").lower().endswith(_WORD_LAST):
        return True
    return has_digit(text) and (
        _CODE_FIRST.match(text) is not None
        or len(_FIGURE.findall(text)) >= _SEVERAL
        or _VALUE_LAST.search(text[-24:]) is not None
    )


def _ends_in_figures(text: str) -> bool:
    last = text.split()[-_FIGURES_APART:]
    return len(last) == _FIGURES_APART and all(map(_FIGURE.fullmatch, last))


def _shrinks(page: Page, lines: Sequence[PrintedLine]) -> bool:
    """Whether the last digit of a number, a year left aside, is smaller than its first."""
    ends = [
        line.start + at
        for line in lines
        if has_digit(line.text)
        for match in _NUMBER.finditer(line.text)
        for at in (match.start(), match.end() - 1)
    ]
    _, tops, _, bottoms = sides_at(page, ends)
    high = [top - bottom for top, bottom in zip(tops, bottoms, strict=True)]
    return any(last < _SMALLER * first for first, last in zip(high[::2], high[1::2], strict=True))


def _split(page: Page, line: PrintedLine, matrix: Matrix) -> Iterator[PrintedLine]:
    """Yield the pieces of a line that stand far apart."""
    words = [(match.start(), match.end()) for match in _WORD.finditer(line.text)]
    places = [line.start + at for start, end in words for at in (start, end - 1)]
    boxes = boxes_of(page, places, matrix)
    begins = 0
    for at in range(1, len(words) + 1):
        if at < len(words) and boxes[2 * at].x0 - boxes[2 * at - 1].x1 <= _SPLIT_AT * line.size:
            continue
        first, last = boxes[2 * begins], boxes[2 * at - 1]
        start, end = words[begins][0], words[at - 1][1]
        box = Box(first.x0, line.box.y0, last.x1, line.box.y1)
        yield PrintedLine(line.start + start, line.text[start:end], box, line.size)
        begins = at


def _as_line(page: Page, number: int, line: PrintedLine) -> TextLine:
    text = " ".join(line.text.replace(HYPHEN, "-").split())
    bold = is_bold(page, line.start)
    return TextLine(number, line.box.rounded(), text, round(line.size, 2), bold)

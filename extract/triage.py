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
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, repeat
from statistics import median
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract.characters import is_bold
from crossfoot.extract.pdfium import Page, address_of, raw_call
from crossfoot.extract.pen import LEVEL, size_and_turn
from crossfoot.extract.space import Matrix, display_matrix
from crossfoot.schema.page import Box, TextLine

_MOST_BARS = 3  # one less than a grid has
_THICKEST = 4.5  # points; as of the bars that count as rules
_BACKGROUND = 0.9  # of the page's width and height
_MOST_HINTS = 3  # lines that could be a table's; a table has a heading and three rows
_MOST_JUMPS = 2  # up the page: a running head and a foot printed after the text
_LONG = 25  # characters: the width of a letter is measured on lines this long
_LETTER = 0.5  # font sizes; letters of prose are 0.38 to 0.56 wide on average
_WIDER = 1.3  # times: lines of one page differ by a fifth
_CAPITALS = 1.5  # times as wide as small letters
_GAP = 1.5  # font sizes
_SPLIT_AT = 2.4  # font sizes: as of lines that are read in full
_LOWEST_BOX = 0.85  # font sizes; a lower one hangs by its letter, the font says nothing of itself
_SEVERAL = 3  # figures on a line

_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
_WORD = re.compile(r"\S+")
_FIGURE = re.compile(
    r"(?<!\S)(?:[£(+-]{0,2}\d[\d,.]*\s?[%kKm]?[)*]{0,2}|n/a|N/A|TBC|[-\u2013])(?!\S)"
)
_DIGIT = re.compile(r"\d")
_CODE_FIRST = re.compile(r"\W{0,2}(?:[A-Z&]{2,6}\s?\d|[A-Za-z&]{2,8}_?\d*_\d)")
_VALUE_LAST = re.compile(
    r"(?:\d%|(?:^|\s)\d{1,2}[-/ ]\w{2,9}[-/ ]\d{2,4}|\b[A-Z][a-z]{2,8}[- ]\d{2,4})\W{0,2}$"
)
_WORD_LAST = (
    *("complete", "completed", "progress", "started", "overdue", "cancelled", "warning"),
    *("satisfactory", "alert", "green", "amber", "red", "target", "track"),
)
_BREAK = "\r"
_HYPHEN = "\ufffe"  # PDFium's bulk text has it for a hyphen at a line end, and for the unknown
_UNKNOWN = re.compile("[\x00\x02\ufffd\uffff\ud800-\udfff]|\ufffe(?!\r)")

_HANDLE = ctypes.c_void_p
_page_object = raw_call(pdfium.FPDFPage_GetObject, _HANDLE, _HANDLE, ctypes.c_int)
_type_of = raw_call(pdfium.FPDFPageObj_GetType, ctypes.c_int, _HANDLE)
_bounds_of = raw_call(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, *[_HANDLE] * 5)
_draw_mode = raw_call(pdfium.FPDFPath_GetDrawMode, ctypes.c_int, _HANDLE, _HANDLE, _HANDLE)
_get_text = raw_call(
    pdfium.FPDFText_GetText, ctypes.c_int, _HANDLE, ctypes.c_int, ctypes.c_int, _HANDLE
)
_get_loose_box = raw_call(
    pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, _HANDLE, ctypes.c_int, _HANDLE
)
_numbers = array.array("f", [0.0] * 4)
_mode = array.array("i", (0, 0))
_NUMBERS, _MODE = _numbers.buffer_info()[0], _mode.buffer_info()[0]
_BOUNDS = [_NUMBERS + 4 * at for at in range(4)]


class Prose(NamedTuple):
    """A page without a table: its displayed size in points and its lines, top to bottom."""

    width: float
    height: float
    lines: list[TextLine]


class _Printed(NamedTuple):
    """A printed line: where it begins and ends in the page's text, its box and font size."""

    start: int
    text: str
    box: Box
    size: float


def prose_of(page: Page, number: int) -> Prose | None:
    """Return the lines of a page that cannot hold a table, ``None`` where it might."""
    matrix, width, height = display_matrix(page)
    if tuple(matrix[:4]) != (1, 0, 0, -1) or not _draws_nothing(page, width, height):
        return None
    text = _text_of(page)
    if text is None:
        return None
    lines = _lines(page, text, matrix)
    if lines is None:
        return None
    sparse = _sparse(lines)
    if len(sparse) + _hints(lines, sparse) > _MOST_HINTS:
        return None
    pieces = [
        piece
        for at, line in enumerate(lines)
        for piece in (_split(page, line, matrix) if at in sparse else (line,))
    ]
    pieces.sort(key=lambda line: (line.box.y1, line.box.x0))
    return Prose(width, height, [_as_line(page, number, piece) for piece in pieces])


def _draws_nothing(page: Page, width: float, height: float) -> bool:
    """Whether nothing is drawn but text, a few bars and a background."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    marks = list(map(_page_object, repeat(address_of(page.raw)), range(count)))
    kinds = list(map(_type_of, marks))
    others = count - kinds.count(pdfium.FPDF_PAGEOBJ_TEXT)
    if others > _MOST_BARS + 1 or kinds.count(pdfium.FPDF_PAGEOBJ_PATH) != others:
        return False
    bars = 0
    for mark, kind in zip(marks, kinds, strict=True):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            if _is_bar(mark):
                bars += 1
            elif not _is_background(mark, width, height):
                return False
    return bars <= _MOST_BARS


def _is_bar(path: int) -> bool:
    if not _bounds_of(path, *_BOUNDS):
        return False
    left, bottom, right, top = _numbers
    return min(right - left, top - bottom) <= _THICKEST


def _is_background(path: int, width: float, height: float) -> bool:
    left, bottom, right, top = _numbers
    _draw_mode(path, _MODE, _MODE + 4)
    whole = right - left >= _BACKGROUND * width and top - bottom >= _BACKGROUND * height
    return whole and not _mode[1]


def _text_of(page: Page) -> str | None:
    """Return the page's text, one sign for each of PDFium's characters, or ``None``."""
    count = pdfium.FPDFText_CountChars(page.text)
    if count <= 0:
        return ""
    units = array.array("H", bytes(2 * (count + 1)))
    if _get_text(address_of(page.text), 0, count, units.buffer_info()[0]) != count + 1:
        return None
    text = units[:count].tobytes().decode("utf-16-le", "surrogatepass")
    return None if len(text) != count or _UNKNOWN.search(text + _BREAK) else text


def _lines(page: Page, text: str, matrix: Matrix) -> list[_Printed] | None:
    """Return the lines in content order; ``None`` where they do not stand level."""
    found = [(match.start(), match.end() - 1) for match in _LINE.finditer(text)]
    boxes = _boxes(page, list(chain.from_iterable(found)), matrix)
    handle = address_of(page.text)
    lines = []
    high = size = 0.0
    hangs = False
    for (start, end), first, last in zip(found, boxes[::2], boxes[1::2], strict=True):
        if first.y1 - first.y0 != high:
            high = first.y1 - first.y0
            at = start if text[start].isalnum() else end
            size, turn = size_and_turn(handle, at, matrix)
            if turn != LEVEL:
                return None
        hangs = hangs or high < _LOWEST_BOX * size
        box = Box(first.x0, min(first.y0, last.y0), last.x1, max(first.y1, last.y1))
        if box.x1 < box.x0:
            return None
        lines.append(_Printed(start, text[start : end + 1], box, size))
    return [_with_all_letters(page, line, matrix) for line in lines] if hangs else lines


def _with_all_letters(page: Page, line: _Printed, matrix: Matrix) -> _Printed:
    """Return a line with the box around all its letters: their heights differ."""
    places = [line.start + at for at, letter in enumerate(line.text) if not letter.isspace()]
    _, tops, _, bottoms = zip(*_boxes(page, places, matrix), strict=True)
    return line._replace(box=Box(line.box.x0, min(tops), line.box.x1, max(bottoms)))


def _boxes(page: Page, places: Sequence[int], matrix: Matrix) -> list[Box]:
    """Return the displayed boxes of the characters at *places*."""
    boxes = array.array("f", bytes(16 * len(places)))
    start = boxes.buffer_info()[0]
    handle = repeat(address_of(page.text))
    deque(map(_get_loose_box, handle, places, range(start, start + len(boxes) * 4, 16)), maxlen=0)
    x, y = matrix.e, matrix.f
    lefts, tops, rights, bottoms = (boxes[side::4].tolist() for side in range(4))
    return [
        Box(left + x, y - top, right + x, y - bottom)
        for left, top, right, bottom in zip(lefts, tops, rights, bottoms, strict=True)
    ]


def _sparse(lines: Sequence[_Printed]) -> set[int]:
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


def _hints(lines: Sequence[_Printed], sparse: set[int]) -> int:
    """Count what speaks for a table: lines like its rows, lines that stand beside others."""
    rows = sum(at not in sparse and _like_a_row(line.text) for at, line in enumerate(lines))
    jumps = sum(
        lower.box.y1 - upper.box.y1 < 0.5 * lower.size for upper, lower in pairwise(lines)
    )
    return rows + max(0, jumps - _MOST_JUMPS)


def _like_a_row(text: str) -> bool:
    """Whether a line begins or ends as rows of tables do, or holds several figures."""
    if text[-12:].rstrip(" .").lower().endswith(_WORD_LAST):
        return True
    return _DIGIT.search(text) is not None and (
        _CODE_FIRST.match(text) is not None
        or len(_FIGURE.findall(text)) >= _SEVERAL
        or _VALUE_LAST.search(text[-24:]) is not None
    )


def _split(page: Page, line: _Printed, matrix: Matrix) -> Iterator[_Printed]:
    """Yield the pieces of a line that stand far apart."""
    words = [(match.start(), match.end()) for match in _WORD.finditer(line.text)]
    places = [line.start + at for start, end in words for at in (start, end - 1)]
    boxes = _boxes(page, places, matrix)
    begins = 0
    for at in range(1, len(words) + 1):
        if at < len(words) and boxes[2 * at].x0 - boxes[2 * at - 1].x1 <= _SPLIT_AT * line.size:
            continue
        first, last = boxes[2 * begins], boxes[2 * at - 1]
        start, end = words[begins][0], words[at - 1][1]
        box = Box(first.x0, line.box.y0, last.x1, line.box.y1)
        yield _Printed(line.start + start, line.text[start:end], box, line.size)
        begins = at


def _as_line(page: Page, number: int, line: _Printed) -> TextLine:
    text = " ".join(line.text.replace(_HYPHEN, "-").split())
    bold = is_bold(page, line.start)
    return TextLine(number, line.box.rounded(), text, round(line.size, 2), bold)

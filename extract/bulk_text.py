"""A page's printed lines from PDFium's own text: two boxes a line instead of one a character."""

from __future__ import annotations

import array
import ctypes
import re
from collections import deque
from collections.abc import Sequence
from itertools import chain, repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract.pdfium import Page, address_of, raw_call
from crossfoot.extract.pen import LEVEL, size_and_turn
from crossfoot.extract.space import Matrix
from crossfoot.schema.page import Box

HYPHEN = "\ufffe"  # PDFium's bulk text has it for a hyphen at a line end, and for the unknown
_LOWEST_BOX = 0.85  # font sizes; a lower one hangs by its letter, the font says nothing of itself
_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
_UNKNOWN = re.compile("[\x00\x02\xad\ufffd\uffff\ud800-\udfff]|\ufffe(?!\r)")

_HANDLE = ctypes.c_void_p
_get_text = raw_call(
    pdfium.FPDFText_GetText, ctypes.c_int, _HANDLE, ctypes.c_int, ctypes.c_int, _HANDLE
)
_get_loose_box = raw_call(
    pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, _HANDLE, ctypes.c_int, _HANDLE
)


class PrintedLine(NamedTuple):
    """A printed line: where it begins and ends in the page's text, its box and font size."""

    start: int
    text: str
    box: Box
    size: float


def text_of(page: Page) -> str | None:
    """Return the page's text, one sign for each of PDFium's characters, or ``None``."""
    count = pdfium.FPDFText_CountChars(page.text)
    if count <= 0:
        return ""
    units = array.array("H", bytes(2 * (count + 1)))
    if _get_text(address_of(page.text), 0, count, units.buffer_info()[0]) != count + 1:
        return None
    text = units[:count].tobytes().decode("utf-16-le", "surrogatepass")
    return None if len(text) != count or _UNKNOWN.search(text + "\r") else text


def printed_lines(page: Page, text: str, matrix: Matrix) -> list[PrintedLine] | None:
    """Return the lines in content order; ``None`` where they do not stand level."""
    found = [(match.start(), match.end() - 1) for match in _LINE.finditer(text)]
    boxes = boxes_of(page, list(chain.from_iterable(found)), matrix)
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
        lines.append(PrintedLine(start, text[start : end + 1], box, size))
    return [_with_all_letters(page, line, matrix) for line in lines] if hangs else lines


def _with_all_letters(page: Page, line: PrintedLine, matrix: Matrix) -> PrintedLine:
    """Return a line with the box around all its letters: their heights differ."""
    places = [line.start + at for at, letter in enumerate(line.text) if not letter.isspace()]
    _, tops, _, bottoms = zip(*boxes_of(page, places, matrix), strict=True)
    return line._replace(box=Box(line.box.x0, min(tops), line.box.x1, max(bottoms)))


def boxes_of(page: Page, places: Sequence[int], matrix: Matrix) -> list[Box]:
    """Return the displayed boxes of the characters at *places*."""
    x, y = matrix.e, matrix.f
    return [
        Box(left + x, y - top, right + x, y - bottom)
        for left, top, right, bottom in zip(*corners_of(page, places), strict=True)
    ]


def corners_of(page: Page, places: Sequence[int]) -> list[array.array[float]]:
    """Return the left, top, right and bottom sides of the characters at *places*, page space."""
    boxes = array.array("f", bytes(16 * len(places)))
    start = boxes.buffer_info()[0]
    handle = repeat(address_of(page.text))
    deque(map(_get_loose_box, handle, places, range(start, start + len(boxes) * 4, 16)), maxlen=0)
    return [boxes[side::4] for side in range(4)]

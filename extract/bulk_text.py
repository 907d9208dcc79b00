"""A page's printed lines from PDFium's own text: two boxes a line instead of one a character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract import compiled
from crossfoot.extract.glyphs import read_text, sides_at
from crossfoot.extract.pdfium import Page
from crossfoot.extract.pen import LEVEL, Pen
from crossfoot.extract.space import Matrix
from crossfoot.schema.page import Box

HYPHEN = "\x02"  # PDFium's mark for a hyphen before a line break
_LOWEST_BOX = 0.85  # font sizes; a lower one hangs by its letter, the font says nothing of itself
_SAME_HEIGHT = 0.005  # points: letters as high as those of the line before are of its size
_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
_UNKNOWN = "\x00\ufffd\ufffe\uffff"
_LIGATURES = re.compile("[\ufb00-\ufb06]")  # read letter by letter elsewhere
_HYPHEN_WITHIN = re.compile("\x02(?!\r|$)")


class PrintedLine(NamedTuple):
    """A printed line: where it begins in the page's text, its displayed box and font size."""

    start: int
    text: str
    box: Box
    size: float


def lines_of_prose(page: Page, matrix: Matrix) -> list[PrintedLine] | None:
    """Return the lines of an upright page in content order.

    Returns ``None`` where they do not stand level or a sign has no value.
    """
    if compiled.loops is not None:
        lines = compiled.loops.read_prose(page.text_address, matrix, PrintedLine, Box)
        if lines is not None:
            return lines
    text = text_of(page)
    return None if text is None else printed_lines(page, text, matrix)


def text_of(page: Page) -> str | None:
    """Return the page's text, one letter a character, ``None`` where a sign has no value."""
    count = pdfium.FPDFText_CountChars(page.text)
    text = read_text(page.text_at, count) if count > 0 else ""
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a pair of UTF-16 units
        return None
    # Asked sign by sign: a search for any of them takes as long as all else that is done here.
    if (
        any(sign in text for sign in _UNKNOWN)
        or (HYPHEN in text and _HYPHEN_WITHIN.search(text) is not None)
        or (not text.isascii() and _LIGATURES.search(text) is not None)
    ):
        return None
    return text


def printed_lines(page: Page, text: str, matrix: Matrix) -> list[PrintedLine] | None:
    """Return the lines in content order; ``None`` where they do not stand level."""
    found = [(match.start(), match.end() - 1) for match in _LINE.finditer(text)]
    boxes = boxes_of(page, list(chain.from_iterable(found)), matrix)
    pen = Pen(page.text_at, matrix)
    lines = []
    hangs, high = False, 0.0
    for (start, end), first, last in zip(found, boxes[::2], boxes[1::2], strict=True):
        at, box = (start, first) if text[start].isalnum() else (end, last)
        if abs(box.y1 - box.y0 - high) > _SAME_HEIGHT:
            high = box.y1 - box.y0
            pen.moves(at, -box.y0, -box.y1)
            hangs = hangs or high < _LOWEST_BOX * pen.size
        if pen.turn != LEVEL or last.x1 < first.x0:
            return None
        box = Box(first.x0, min(first.y0, last.y0), last.x1, max(first.y1, last.y1))
        lines.append(PrintedLine(start, text[start : end + 1], box, pen.size))
    return [_with_all_letters(page, line, matrix) for line in lines] if hangs else lines


def _with_all_letters(page: Page, line: PrintedLine, matrix: Matrix) -> PrintedLine:
    """Return a line with the box around all its letters: their heights differ."""
    places = [line.start + at for at, letter in enumerate(line.text) if not letter.isspace()]
    _, tops, _, bottoms = sides_at(page, places)
    high, low = matrix.f - max(tops), matrix.f - min(bottoms)
    return line._replace(box=Box(line.box.x0, high, line.box.x1, low))


def boxes_of(page: Page, places: Sequence[int], matrix: Matrix) -> list[Box]:
    """Return the displayed boxes of the characters at *places*; the page stands upright."""
    x, y = matrix.e, matrix.f
    return [
        Box(left + x, y - top, right + x, y - bottom)
        for left, top, right, bottom in zip(*sides_at(page, places), strict=True)
    ]

"""The characters of a page gathered into runs, mostly words.

Most words are told to be one run by looking at all their characters at once; the others are gone
through character by character.
"""

from __future__ import annotations

import ctypes
import re
from operator import sub
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract import compiled
from crossfoot.extract.glyphs import Glyphs, read_glyphs
from crossfoot.extract.pdfium import Page, pointer, raw_call
from crossfoot.extract.pen import LEVEL, Pen
from crossfoot.extract.space import Matrix

NO_SPACE, GUESSED_SPACE, PRINTED_SPACE = 0, 1, 2

UNKNOWN = "\ufffd"
_SPELLED = {
    "\x02": "-",  # PDFium's mark for a hyphen before a line break, real and soft alike
    "\ufffe": UNKNOWN,
    "\uffff": UNKNOWN,
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_LINE_BREAKS = "\r\n"
_BLANKS = " \xa0\t\u2002\u2003\u2009\u202f\u3000\u200b" + _LINE_BREAKS
_WORD = re.compile(f"[^{_BLANKS}]+")
# Follows no other: ligatures, signs without a value. Named one by one: to compile the complement of
# all letters takes 2.5 ms of each start.
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\U0010ffff]")
_DIGITS = frozenset("0123456789")
# Font sizes that a character of a run may stand after the one before, or over it: kerning takes up
# to 0.11, the narrowest character is 0.2 wide and may be printed twice to look bold.
_RUN_GAP, _RUN_BACK = 0.09, 0.12
_NARROW = 0.13  # font sizes: characters that are wider follow each other, whatever the kerning

_get_weight = raw_call(pdfium.FPDFText_GetFontWeight, ctypes.c_int)
_get_font = raw_call(pdfium.FPDFText_GetFontInfo, ctypes.c_ulong)
_get_text_object = raw_call(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
_font = ctypes.create_string_buffer(128)
_flags = ctypes.c_int()
_FONT, _FLAGS = pointer(ctypes.addressof(_font)), pointer(ctypes.addressof(_flags))
_FONT_LENGTH = ctypes.c_ulong(len(_font))
_BOLD = 600  # semi-bold, on the scale of OpenType's usWeightClass


class Run(NamedTuple):
    """Characters printed one after the other without a gap, and the box around them.

    Boxes are loose: advance width; font ascent to descent where the font says. ``base`` is y of the
    baseline, ``size`` the font size in points as displayed. ``order`` is the first character's
    place in the content stream, ``space`` whether a blank stands before it there: printed, guessed
    by PDFium from a gap, or none. ``lefts`` are the left edges of the characters, one for each; a
    ligature is a run of its own. ``turn`` is which way the text runs: ``LEVEL``, ``UP``,
    ``HEAD_DOWN``, ``DOWN`` or ``OBLIQUE``; where it runs up or down ``base`` is x of the baseline.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    size: float
    order: int
    space: int
    lefts: tuple[float, ...]
    turn: int = 0

    def split(self) -> list[Run]:
        """Return a run per character: for a run that rules cut through."""
        if len(self.lefts) != len(self.text) or len(self.text) < 2:
            return [self]
        rights = (*self.lefts[1:], self.x1)
        return [
            self._replace(
                text=text,
                x0=left,
                x1=right,
                order=self.order + at,
                space=NO_SPACE if at else self.space,
                lefts=(left,),
            )
            for at, (text, left, right) in enumerate(
                zip(self.text, self.lefts, rights, strict=True)
            )
        ]


def read_runs(page: Page, matrix: Matrix) -> list[Run]:
    """Return the printed characters of a page in content order, in displayed space.

    A character without a Unicode value becomes U+FFFD, so that the text says what is missing.
    """
    if compiled.loops is not None:
        return compiled.loops.read_words(page.text_address, matrix, Run)
    count = pdfium.FPDFText_CountChars(page.text)
    if count <= 0:
        return []
    return _words(read_glyphs(page.text_at, count, matrix), Pen(page.text_at, matrix))


def _words(glyphs: Glyphs, pen: Pen) -> list[Run]:
    """Gather characters into runs, a word at a time."""
    text, lefts, tops, rights, bottoms, height = glyphs
    gaps, widths = list(map(sub, lefts[1:], rights)), list(map(sub, rights, lefts))
    plain = not _ODD.search(text)
    runs: list[Run] = []
    high = low = 0.0
    stop, space = 0, NO_SPACE
    for found in _WORD.finditer(text):
        before, (start, stop) = stop, found.span()
        for at in range(before, start):
            if text[at] not in _LINE_BREAKS:
                space = max(space, PRINTED_SPACE if widths[at] > 0.01 else GUESSED_SPACE)
        top, bottom = tops[start], bottoms[start]
        if top != high or bottom != low:
            pen.moves(start, top, bottom)
        word, size, many = found[0], pen.size, stop - start
        whole = (plain or not _ODD.search(word)) and (
            space or not runs or runs[-1].base != pen.base
        )
        if whole and many > 1:
            # The same questions that are asked of each character in _pieces, asked of all at once.
            inner = gaps[start : stop - 1]
            whole = (
                pen.turn == LEVEL
                and min(inner) > -_RUN_BACK * size
                and max(inner) < _RUN_GAP * size
                and min(widths[start:stop]) > _NARROW * size
            )
            ups, downs = tops[start:stop], bottoms[start:stop]
            if whole and not ups.count(top) == many == downs.count(bottom):
                top, bottom = max(ups), min(downs)
                whole = pen.stays(start, stop, bottom, max(downs))
        if whole:
            box = lefts[start], height - top, rights[stop - 1], height - bottom
            head = pen.base, size, start, space, tuple(lefts[start:stop]), pen.turn
            # A named tuple's own constructor costs twice.
            runs.append(tuple.__new__(Run, (word, *box, *head)))
        else:
            _pieces(glyphs, pen, (start, stop), space, runs)
        high, low = tops[stop - 1], bottoms[stop - 1]
        space = NO_SPACE
    return runs


def _pieces(glyphs: Glyphs, pen: Pen, word: tuple[int, int], space: int, runs: list[Run]) -> None:
    """Add the runs of a word that may not be of one piece, or may go on from the last run.

    The pen stands at its first character; *space* is what stands before it.
    """
    text, lefts, tops, rights, bottoms, _ = glyphs
    start, stop = word
    heads: list[tuple[int, tuple[float, float, int]]] = []
    joins, base, end, last, size = False, 0.0, 0.0, 0.0, 0.0
    if runs and not space:
        before = runs[-1]
        joins = before.turn == LEVEL and len(before.lefts) == len(before.text)
        base, end, last, size = before.base, before.x1, before.lefts[-1], before.size
    for at in range(start, stop):
        top, bottom, left = tops[at], bottoms[at], lefts[at]
        moves = at > start and (top != tops[at - 1] or bottom != bottoms[at - 1])
        if moves and not pen.goes_on(at, bottom):
            pen.moves(at, top, bottom)
        follows = joins and base == pen.base and left > last and not _ODD.match(text, at)
        if size != pen.size and text[at] in _DIGITS:
            follows = False  # a footnote's, or pence
        if follows and -_RUN_BACK * pen.size < left - end < _RUN_GAP * pen.size:
            end = max(end, rights[at])
        else:
            heads.append((at, (pen.base, pen.size, pen.turn)))
            joins = pen.turn == LEVEL and len(_spelled(text[at])) == 1
            base, end, size = pen.base, rights[at], pen.size
        last = left
    begins = [*(at for at, _ in heads), stop]
    if begins[0] > start:
        runs[-1] = _joined(runs[-1], _run(glyphs, start, begins[0], (0.0, 0.0, LEVEL)))
    for (at, stands), until in zip(heads, begins[1:], strict=True):
        run = _run(glyphs, at, until, stands)
        runs.append(run._replace(space=space) if at == start else run)


def _run(glyphs: Glyphs, start: int, stop: int, stands: tuple[float, float, int]) -> Run:
    """Return the characters from *start* to before *stop* as a run; *stands* is the pen."""
    base, size, turn = stands
    return Run(
        _spelled(glyphs.text[start]) + glyphs.text[start + 1 : stop],
        glyphs.lefts[start],
        glyphs.height - max(glyphs.tops[start:stop]),
        max(glyphs.rights[start:stop]),
        glyphs.height - min(glyphs.bottoms[start:stop]),
        base,
        size,
        start,
        NO_SPACE,
        tuple(glyphs.lefts[start:stop]),
        turn,
    )


def _joined(run: Run, more: Run) -> Run:
    """Return *run* with what goes on from it on the same line."""
    return run._replace(
        text=run.text + more.text,
        y0=min(run.y0, more.y0),
        x1=max(run.x1, more.x1),
        y1=max(run.y1, more.y1),
        lefts=run.lefts + more.lefts,
    )


def _spelled(letter: str) -> str:
    if letter in _SPELLED:
        return _SPELLED[letter]
    return UNKNOWN if letter < " " or "\ud800" <= letter <= "\udfff" else letter


def any_turned(runs: list[Run]) -> bool:
    """Whether a run does not stand level. Asked of every page."""
    if compiled.loops is not None:
        return compiled.loops.any_turned(runs)
    return any(run.turn for run in runs)


def text_object_at(page: Page, order: int) -> int:
    """Return the address of the text object that paints the character at *order*, 0 if none."""
    return _get_text_object(page.text_at, order) or 0


def are_bold(page: Page, orders: list[int]) -> list[bool]:
    """Whether the characters at *orders* are, each by itself, set in a bold font."""
    if compiled.loops is not None:
        return compiled.loops.are_bold(page.text_address, orders)
    return [is_bold(page, order) for order in orders]


def is_bold(page: Page, order: int) -> bool:
    """Whether the character at *order* is set in a bold font, by its weight or its font's name."""
    if _get_weight(page.text_at, order) >= _BOLD:
        return True
    length = _get_font(page.text_at, order, _FONT, _FONT_LENGTH, _FLAGS)
    return 0 < length <= len(_font) and b"bold" in _font.value.lower()

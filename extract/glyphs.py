"""The characters of a page as PDFium tells them: their Unicode values and boxes, in columns.

Text in bulk where it can be trusted; one raw call per character for its box.
"""

from __future__ import annotations

import array
import ctypes
import re
import string
import sys
from collections import deque
from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract import compiled
from crossfoot.extract.inked import with_true_digits
from crossfoot.extract.pdfium import Page, Pointer, pointer, raw_call
from crossfoot.extract.space import Matrix

_SOFT_HYPHEN = 0xAD  # some fonts have their hyphen there; a soft one that is not seen is not set
_HYPHEN = "\x02"  # PDFium's mark for a hyphen before a line break
_IN_WORD = re.compile("[A-Za-z]\x02[A-Za-z]")
_UNKNOWN, _NO_LETTER = "\ufffd", 1
_DOUBTFUL = re.compile("[\x00\x02\xad\ufffd\ufffe\uffff]")
# Ghostscript 10.00 writes the letters of a ligature with their bytes turned round, and the last two
# of three as their sum: "con\u6600\u6900rmed", "tra\u6600\ucf00c".
_TURNED = {chr(ord(letter) << 8): letter for letter in string.ascii_lowercase}
_TURNED |= {chr(ord("f") + ord("i") << 8): "\ufb01", chr(ord("f") + ord("l") << 8): "\ufb02"}
_TURNED_ROUND = re.compile(f"[{''.join(_TURNED)}]{{2,}}")
_PAIRED = re.compile("[\ud800-\udfff\U00010000-\U0010ffff]")  # takes two UTF-16 units, or half
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_UTF_16 = f"utf-16-{sys.byteorder[0]}e"
_STRIDE = 64
_FLOATS = 4
_NO_CHARACTER = 0xFFFF

# Boxes are written into one buffer, a block of characters at a time. The pointers into it are made
# once: to make one costs half as much as the call it is for.
_BLOCK = 4096
_block = array.array("f", bytes(4 * _FLOATS * _BLOCK))
_BLOCK_AT = _block.buffer_info()[0]
_PLACES = [pointer(_BLOCK_AT + 4 * _FLOATS * at) for at in range(_BLOCK)]

_origin = array.array("d", (0.0, 0.0))
_X, _Y = (pointer(_origin.buffer_info()[0] + 8 * at) for at in range(2))

_get_unicode = raw_call(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
_has_no_letter = raw_call(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_int)
_is_hyphen = raw_call(pdfium.FPDFText_IsHyphen, ctypes.c_int)
_get_text = raw_call(pdfium.FPDFText_GetText, ctypes.c_int)
_get_origin = raw_call(pdfium.FPDFText_GetCharOrigin, ctypes.c_int)
_get_loose_box = raw_call(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)


class Glyphs(NamedTuple):
    """The characters of a page in content order, one letter of ``text`` and one box for each.

    The boxes are loose. ``lefts`` and ``rights`` are in displayed space; ``tops`` and ``bottoms``
    run upwards and become so by being taken from ``height``.
    """

    text: str
    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]
    height: float


def read_glyphs(handle: Pointer, count: int, matrix: Matrix) -> Glyphs:
    """Return the *count* characters of the text page *handle*."""
    glyphs = Glyphs(read_text(handle, count), *_sides(_boxes(handle, count), matrix))
    if matrix.a < 0:
        _put_in_order(handle, glyphs.lefts, glyphs.rights)
    return glyphs


def _put_in_order(handle: Pointer, lefts: list[float], rights: list[float]) -> None:
    """Have the letters of replacement text follow each other on a page stored upside down.

    PDFium shares the box of what is replaced out among them from left to right, as the page
    is stored; they all have the same origin.
    """
    at = 1
    while at < len(lefts):
        start = at - 1
        if lefts[at] < lefts[start] and _origin_of(handle, at) == _origin_of(handle, start):
            while at < len(lefts) and _origin_of(handle, at) == _origin_of(handle, start):
                at += 1
            lefts[start:at] = lefts[start:at][::-1]
            rights[start:at] = rights[start:at][::-1]
        at += 1


def _origin_of(handle: Pointer, at: int) -> tuple[float, float]:
    _get_origin(handle, at, _X, _Y)
    return _origin[0], _origin[1]


def sides_at(page: Page, places: Sequence[int]) -> Sequence[Sequence[float]]:
    """Return the left, top, right and bottom sides of the characters at *places*, y up."""
    if compiled.loops is not None:
        return compiled.loops.read_sides(page.text_address, places)
    boxes = array.array("f")
    for start in range(0, len(places), _BLOCK):
        block = places[start : start + _BLOCK]
        deque(map(_get_loose_box, repeat(page.text_at), block, _PLACES), maxlen=0)
        boxes += _block[: _FLOATS * len(block)]
    return [boxes[side::_FLOATS] for side in range(_FLOATS)]


def _boxes(handle: Pointer, count: int) -> array.array[float]:
    boxes = array.array("f")
    for start in range(0, count, _BLOCK):
        size = min(_BLOCK, count - start)
        # A loop that runs in C: a page has thousands of characters.
        deque(map(_get_loose_box, repeat(handle), range(start, start + size), _PLACES), maxlen=0)
        boxes += _block[: _FLOATS * size]
    return boxes


def read_text(handle: Pointer, count: int) -> str:
    """Return the characters' Unicode values as letters, U+FFFD for one whose font has none for it.

    There PDFium gives the sign's number in its font, which may be any letter's or digit's, or the
    mark of a hyphen.
    """
    text = _told(handle, count)
    if not text.isascii():
        text = _TURNED_ROUND.sub(_turned_back, text)
    text = with_true_digits(handle, text)
    marks = bytes(map(_has_no_letter, repeat(handle), range(count)))  # 0 or 1
    if _NO_LETTER not in marks and _HYPHEN not in text:
        return text
    return "".join(
        _UNKNOWN if missing or (letter == _HYPHEN and not _hyphenates(handle, text, at)) else letter
        for at, (letter, missing) in enumerate(zip(text, marks, strict=True))
    )


def _hyphenates(handle: Pointer, text: str, at: int) -> bool:
    """Whether a mark of a hyphen is PDFium's: it forgets of some inside words that it set them."""
    return bool(_is_hyphen(handle, at)) or _IN_WORD.fullmatch(text, at - 1, at + 2) is not None


def _turned_back(found: re.Match[str]) -> str:
    return "".join(_TURNED[letter] for letter in found[0])


def _told(handle: Pointer, count: int) -> str:
    """Return the characters' values as PDFium tells them.

    Its bulk text is not in step with its characters where one has no value or two UTF-16
    units; it is taken only where nothing of that kind shows, and compared at every 64th character
    from the end. In it a hyphen at a line end is U+FFFE, like a sign that has no value.
    """
    units = array.array("H", bytes(2 * (count + 1)))
    written = _get_text(handle, 0, count, pointer(units.buffer_info()[0]))
    text = units.tobytes().decode(_UTF_16, "surrogatepass")[:count]
    if (
        written != count + 1
        or _PAIRED.search(text)
        or any(
            ord(text[at]) != _get_unicode(handle, at) and not _DOUBTFUL.match(text, at)
            for at in range(count - 1, -1, -_STRIDE)
        )
    ):
        return _PAIR.sub(_whole, "".join(_letter(handle, at) for at in range(count)))
    if not _DOUBTFUL.search(text):
        return text
    return _DOUBTFUL.sub(lambda found: _letter(handle, found.start()), text)


def _whole(pair: re.Match[str]) -> str:
    """Return the character that two UTF-16 units stand for, and a blank of no width: the columns
    count units.
    """
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16") + "\u200b"


def _letter(handle: Pointer, at: int) -> str:
    code = _get_unicode(handle, at)
    return "-" if code == _SOFT_HYPHEN else chr(code if code <= sys.maxunicode else _NO_CHARACTER)


def _sides(
    boxes: array.array[float], matrix: Matrix
) -> tuple[list[float], list[float], list[float], list[float], float]:
    """Return the sides of the boxes; those of a page that is not stored upright are turned here."""
    lefts, tops, rights, bottoms = (boxes[side::_FLOATS].tolist() for side in range(_FLOATS))
    if matrix[:4] == (1, 0, 0, -1):
        if matrix.e:
            lefts, rights = ([x + matrix.e for x in xs] for xs in (lefts, rights))
        return lefts, tops, rights, bottoms, matrix.f
    one = [matrix.point(x, y) for x, y in zip(lefts, tops, strict=True)]
    other = [matrix.point(x, y) for x, y in zip(rights, bottoms, strict=True)]
    pairs = list(zip(one, other, strict=True))
    return (
        [min(a[0], b[0]) for a, b in pairs],
        [-min(a[1], b[1]) for a, b in pairs],
        [max(a[0], b[0]) for a, b in pairs],
        [-max(a[1], b[1]) for a, b in pairs],
        0.0,
    )

"""Why a page cannot be said to be read, and what on a read page may have been missed."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from functools import reduce

import pypdfium2.raw as pdfium

from crossfoot.extract.characters import UNKNOWN, text_object_at
from crossfoot.extract.marks import Marks
from crossfoot.extract.pdfium import Page
from crossfoot.extract.shapes import MOST_SHAPES
from crossfoot.schema.page import Box, Doubt

_SCAN_COVERS = 0.5  # of the page
_STAMPED = 60  # characters a scan may bear: a page number, the name of the pack it was put into
_RULED = 4  # rules on a page that is more than a picture
_OUTLINES = 100  # shapes on a page without a character; their straight parts are seen as rules
_UNREADABLE = 0.3  # of the characters without a Unicode value: the text cannot be trusted
# Where numbers of signs are taken for letters, no small letters are among them, and some are none.
_FEW_SMALL, _SOME_UNREADABLE, _MOSTLY = 0.05, 0.1, 0.5  # of the characters
_SMALL = re.compile("[a-z]")
_DINGBATS = re.compile("[\u2701-\u27be]")
_LARGE = 0.1  # of the page: a picture this large may be one of a table
_LOOKED_AT = 20  # runs of text, to tell whether a page's text is invisible
_PICTURE = "a picture without text stands here; if it shows a table, that was not read"
_TOO_MANY_SHAPES = "there are too many small drawings to look at: symbols in cells were not read"
_RECOGNISED = "the text of this page lies unseen under a picture: a machine's reading of a scan"


def why_lost(marks: Marks) -> str | None:
    """Return why a page cannot be said to be read, ``None`` if it can."""
    if marks.cut_short:
        return marks.cut_short
    text = "".join([run[0] for run in marks.runs])
    characters = len(text)
    bare = characters <= _STAMPED and len(marks.rules) < _RULED
    if bare and _largest_picture(marks) > _SCAN_COVERS * marks.width * marks.height:
        return f"it is a picture {'with next to no' if characters else 'without'} text (a scan)"
    if not characters and len(marks.shapes) + len(marks.rules) > _OUTLINES:
        return "its letters are drawn as shapes and cannot be told"
    if _is_illegible(text):
        return "its font does not say which letters its signs are"
    return None


def _is_illegible(text: str) -> bool:
    """Whether a page's text cannot be its print.

    Printed to PostScript and back, letters are the numbers that their fonts gave them: "Tamworth"
    becomes "7DPZRUWK", or dingbats in the order in which letters were first used.
    """
    unknown = text.count(UNKNOWN)
    if unknown > _UNREADABLE * len(text):
        return True
    dingbats = 0 if text.isascii() else len(_DINGBATS.findall(text))
    if unknown <= _SOME_UNREADABLE * len(text) and dingbats <= _MOSTLY * len(text):
        return False
    return len(text) > _STAMPED and len(_SMALL.findall(text)) <= _FEW_SMALL * len(text)


def _largest_picture(marks: Marks) -> float:
    """Return how large the largest picture of a page is, in square points."""
    return max((_seen(picture.box, marks).area for picture in marks.pictures), default=0.0)


def pictures_in_doubt(page: Page, marks: Marks) -> Iterator[Doubt]:
    """Yield a doubt for each large picture: without text over it, or with text laid under it."""
    large = _LARGE * marks.width * marks.height
    for picture in marks.pictures:
        if picture.box.area < large:  # as nearly every one
            continue
        box = _seen(picture.box, marks)
        if box.area < large:
            continue
        over = [
            run
            for run in marks.runs
            if box.x0 <= run.x0 <= box.x1 and box.y0 <= (run.y0 + run.y1) / 2 <= box.y1
        ]
        if not over:
            yield Doubt("picture", marks.page, box.rounded(), _PICTURE)
        elif all(_is_invisible(page, run.order) for run in over[:_LOOKED_AT]):
            yield Doubt("recognised_text", marks.page, box.rounded(), _RECOGNISED)


def places_passed_over(marks: Marks) -> Iterator[Doubt]:
    """Yield a doubt for each place with more drawn in it than is looked at."""
    for box, reason in marks.passed:
        yield Doubt("limit", marks.page, _seen(box, marks).rounded(), reason)
    if len(marks.shapes) > MOST_SHAPES:
        around = _seen(reduce(Box.union, (shape.box for shape in marks.shapes)), marks)
        yield Doubt("limit", marks.page, around.rounded(), _TOO_MANY_SHAPES)


def _is_invisible(page: Page, order: int) -> bool:
    handle = ctypes.cast(text_object_at(page, order), pdfium.FPDF_PAGEOBJECT)
    return bool(
        handle
        and pdfium.FPDFTextObj_GetTextRenderMode(handle) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    )


def _seen(box: Box, marks: Marks) -> Box:
    """Return the part of a box that lies on the page."""
    return box.overlap(Box(0.0, 0.0, marks.width, marks.height))

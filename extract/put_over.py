"""What was put over the print afterwards: lines that strike it out, notes, stamps and strokes.

Print that is struck out is not what the paper says any more, and a note over a figure may hold the
one that holds; neither is for the reader to settle.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2.raw as pdfium

from crossfoot.extract.characters import Run
from crossfoot.extract.pdfium import Page
from crossfoot.extract.rules import Rule
from crossfoot.extract.space import Matrix, box_of
from crossfoot.schema.page import Box, Doubt

# In font sizes above the baseline: a line through small letters or digits; an underline is below.
_LOWEST, _HIGHEST = 0.12, 0.55
_MOSTLY = 0.6  # of a word's width
_STRUCK = "“{}” may be struck out: a line runs through it"
_PUT_OVER = "a note, a stamp or strokes were put over this place; what they change was not read"
_NOT_DRAWN = (
    "a remark was typed or a field filled in here, without a picture of what it says: it is on the "
    "screen and was not read"
)
_MOST_NOTES = 2000  # of a page

_OVER_PRINT = frozenset(
    (
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_STAMP,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_INK,
        pdfium.FPDF_ANNOT_SQUARE,
        pdfium.FPDF_ANNOT_CARET,
        pdfium.FPDF_ANNOT_REDACT,
    )
)
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


def struck_out(number: int, dropped: Sequence[Rule], runs: Sequence[Run]) -> Iterator[Doubt]:
    """Yield a doubt for each word on page *number* that a line runs through.

    *dropped* are the rules of the page that belong to words and not to a table.
    """
    for rule in dropped:
        struck = [run for run in runs if _runs_through(rule, run)]
        if struck:
            box = Box.around([Box(*run[1:5]) for run in struck])
            text = " ".join(run.text for run in struck)
            yield Doubt("struck_out", number, box.rounded(), _STRUCK.format(text))


def _runs_through(rule: Rule, run: Run) -> bool:
    above = run.base - rule.at
    common = min(rule.end, run.x1) - max(rule.start, run.x0)
    return (
        rule.level
        and not run.turn
        and _LOWEST * run.size < above < _HIGHEST * run.size
        and common > _MOSTLY * (run.x1 - run.x0)
    )


def put_over(page: Page, number: int, matrix: Matrix) -> Iterator[Doubt]:
    """Yield a doubt for each annotation on page *number* that covers or changes print.

    Links, marked text, remarks in the margin and the fields of forms do neither; typed remarks and
    fields are print, and told where they bring no picture that could be read.
    """
    for left, bottom, right, top in page.typed.bare[:_MOST_NOTES]:
        box = box_of([matrix.point(left, bottom), matrix.point(right, top)])
        yield Doubt("annotation", number, box.rounded(), _NOT_DRAWN)
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    bounds = pdfium.FS_RECTF()
    for at in range(min(count, _MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, at)
        if not note:
            continue
        over = pdfium.FPDFAnnot_GetSubtype(note) in _OVER_PRINT
        seen = over and not pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN
        placed = seen and pdfium.FPDFAnnot_GetRect(note, ctypes.byref(bounds))
        pdfium.FPDFPage_CloseAnnot(note)
        if placed:
            corners = ((bounds.left, bounds.bottom), (bounds.right, bounds.top))
            box = box_of([matrix.point(*corner) for corner in corners])
            yield Doubt("annotation", number, box.rounded(), _PUT_OVER)

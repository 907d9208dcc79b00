"""Replacement text (ISO 32000-1, 14.9.4), where PDFium puts it beside its word.

A producer may say which letters a text object stands for: "ffi" for a ligature, or all of a word.
Their boxes PDFium leaves in the space of the form that holds them; all others it turns into the
page's. A program that stamps or scales pages makes each of them such a form.
"""

from __future__ import annotations

import array
import ctypes

import pypdfium2.raw as pdfium

from crossfoot.extract.characters import Run, text_object_at
from crossfoot.extract.glyphs import sides_at
from crossfoot.extract.pdfium import Page, pointer, raw_call
from crossfoot.extract.pen import LEVEL
from crossfoot.extract.space import Matrix, box_of

_NEAR = 0.01  # points

_get_origin = raw_call(pdfium.FPDFText_GetCharOrigin, ctypes.c_int)
_get_matrix = raw_call(pdfium.FPDFText_GetMatrix, ctypes.c_int)
_get_own_matrix = raw_call(pdfium.FPDFPageObj_GetMatrix, ctypes.c_int)
_six = array.array("f", [0.0] * 6)
_SIX = pointer(_six.buffer_info()[0])
_origin = array.array("d", (0.0, 0.0))
_X, _Y = (pointer(_origin.buffer_info()[0] + 8 * at) for at in range(2))


def with_replaced_in_place(page: Page, runs: list[Run], matrix: Matrix) -> list[Run]:
    """Return the runs, replacement text in forms put where it stands.

    *matrix* is that to displayed space. Costs nothing on a page without forms.
    """
    if not page.sample(pdfium.FPDF_PAGEOBJ_FORM, 1)[0]:
        return runs
    result = []
    for run in runs:
        form = _left_away(page, run.order) if run.turn == LEVEL else None
        result.append(run if form is None else _moved(page, run, form, matrix))
    return result


def _origin_of(page: Page, order: int) -> tuple[float, float]:
    _get_origin(page.text_at, order, _X, _Y)
    return _origin[0], _origin[1]


def _left_away(page: Page, order: int) -> Matrix | None:
    """Return the map from its form's space to the page's that a character's place lacks, if any."""
    painter = text_object_at(page, order)
    if not painter or not _get_matrix(page.text_at, order, _SIX):
        return None
    whole = Matrix(*_six)
    if not _get_own_matrix(pointer(painter), _SIX):
        return None
    own = Matrix(*_six)
    area = own.a * own.d - own.b * own.c
    x, y = _origin_of(page, order)
    if not area or abs(x - own.e) > _NEAR or abs(y - own.f) > _NEAR:
        return None
    if abs(x - whole.e) <= _NEAR and abs(y - whole.f) <= _NEAR:
        return None
    back = Matrix(own.d / area, -own.b / area, -own.c / area, own.a / area, 0.0, 0.0)
    x, y = back.point(own.e, own.f)
    return back._replace(e=-x, f=-y).then(whole)


def _moved(page: Page, run: Run, form: Matrix, matrix: Matrix) -> Run:
    places = range(run.order, run.order + len(run.lefts))
    whole = form.then(matrix)
    boxes = [
        box_of([whole.point(left, top), whole.point(right, bottom)])
        for left, top, right, bottom in zip(*sides_at(page, places), strict=True)
    ]
    return run._replace(
        x0=min(box.x0 for box in boxes),
        y0=min(box.y0 for box in boxes),
        x1=max(box.x1 for box in boxes),
        y1=max(box.y1 for box in boxes),
        base=whole.point(*_origin_of(page, run.order))[1],
        lefts=tuple(box.x0 for box in boxes),
    )

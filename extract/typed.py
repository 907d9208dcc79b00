"""Remarks typed on a page and fields filled in: print like any, where they bring their picture.

PDFium draws what an annotation brings as its appearance. Programs that leave it to the viewer to
draw one (a field filled in by a form's server, a remark written by a library) bring none: what they
say is on the screen of most viewers, and is nothing that can be read here as print.
"""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import pypdfium2.raw as pdfium

_PRINTED = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP)
#: What each says, by its kind: a stamp without a picture shows a word that its viewer knows.
_SAYS = {pdfium.FPDF_ANNOT_WIDGET: b"V", pdfium.FPDF_ANNOT_FREETEXT: b"Contents"}
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_TYPED_IN = frozenset({"Tx", "Ch"})
#: Bytes of a text of no letters: PDFium ends every text with a zero of two bytes.
_EMPTY = 2
_MOST = 2000  # of a page

Corners = tuple[float, float, float, float]


class Typed(NamedTuple):
    """Whether a page shows annotations as print, and the corners of those that bring no picture.

    Corners are left, bottom, right and top in the page's own points.
    """

    any: bool = False
    bare: tuple[Corners, ...] = ()


NONE = Typed()


def typed_on(raw: pdfium.FPDF_PAGE) -> Typed:
    """Look at the annotations of a page; most pages have none, or links alone."""
    shown = False
    bare: list[Corners] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(raw), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(raw, index)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind in _PRINTED:
            shown = True
            if kind in _SAYS and (corners := _corners(annotation, kind)) is not None:
                bare.append(corners)
        pdfium.FPDFPage_CloseAnnot(annotation)
    return Typed(shown, tuple(bare)) if shown else NONE


def _corners(annotation: pdfium.FPDF_ANNOTATION, kind: int) -> Corners | None:
    """Where an annotation stands that says something and brings no picture of it, else ``None``."""
    if pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
        return None
    if kind == pdfium.FPDF_ANNOT_WIDGET and _text(annotation, b"FT") not in _TYPED_IN:
        return None
    normal = pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL
    if pdfium.FPDFAnnot_GetAP(annotation, normal, None, 0) > _EMPTY:
        return None
    bounds = pdfium.FS_RECTF()
    if not _text(annotation, _SAYS[kind]).strip():
        return None
    if not pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(bounds)):
        return None
    return bounds.left, bounds.bottom, bounds.right, bounds.top


def _text(annotation: pdfium.FPDF_ANNOTATION, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if size <= _EMPTY:
        return ""
    held = ctypes.create_string_buffer(size)
    wide = ctypes.cast(held, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, wide, size)
    return held.raw[: size - _EMPTY].decode("utf-16-le", "replace")

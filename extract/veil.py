"""Text objects that may not be seen: painted in no colour, in white, or cut away by a clip."""

from __future__ import annotations

import array
import ctypes
from collections import deque
from collections.abc import Sequence

import pypdfium2.raw as pdfium

from crossfoot.extract.pdfium import Handle, pointer, raw_call

INVISIBLE, PALE = "invisible", "pale"
_NEARLY_WHITE = 0xF0  # of 255, each channel; whether it is seen depends on what lies under it
_NEARLY_CLEAR = 0x10
_UNPAINTED = frozenset((pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP))

# A block of objects at a time, the loops in C: a page has hundreds.
_BLOCK = 256
_channels = [array.array("I", [0] * _BLOCK) for _ in range(4)]
_PLACES = [
    [pointer(channel.buffer_info()[0] + channel.itemsize * at) for at in range(_BLOCK)]
    for channel in _channels
]
_DARK = array.array("I", [0] * _BLOCK)
_OPAQUE = array.array("I", [255] * _BLOCK)
_get_colour = raw_call(pdfium.FPDFPageObj_GetFillColor, ctypes.c_int)
_get_mode = raw_call(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int)


def veiled_among(texts: Sequence[Handle]) -> dict[int, str]:
    """Return the addresses of the text objects that may not be seen, and why."""
    found: dict[int, str] = {}
    for start in range(0, len(texts), _BLOCK):
        block = texts[start : start + _BLOCK]
        reds, greens, blues, alphas = _channels
        # An object whose colour is a pattern leaves these as they are.
        reds[:], alphas[:] = _DARK, _OPAQUE
        deque(map(_get_colour, block, *_PLACES), maxlen=0)
        if max(reds) >= _NEARLY_WHITE or min(alphas) < _NEARLY_CLEAR:
            for handle, *colour, alpha in zip(block, reds, greens, blues, alphas, strict=False):
                if alpha < _NEARLY_CLEAR or min(colour) >= _NEARLY_WHITE:
                    found[handle.value or 0] = PALE
        modes = list(map(_get_mode, block))
        if not _UNPAINTED.isdisjoint(modes):
            for handle, mode in zip(block, modes, strict=True):
                if mode in _UNPAINTED:
                    found[handle.value or 0] = INVISIBLE
    return found

"""The identity of a picture: what it looks like, not how it is stored.

Hashing a picture's data gives false matches (the same pixels under two masks, one stencil painted
in two colours), so pictures are compared by a small canonical rendering, mask and fill included.
"""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from crossfoot.extract.drawing import Picture
from crossfoot.extract.pdfium import Page

_SIDE = 16
_TOLERANCE = 24.0  # mean difference per channel of inked pixels: red and amber are 55 apart
_INKED = 235  # a pixel with no channel below this is paper
_LARGEST = 72.0  # points across; a status icon is 5 to 30 pt
_MOST_PIXELS = 4_000_000  # a photograph, never a status icon
_Thumbnail = tuple[int, ...]


class PictureBook:
    """Gives the pictures of one document their identities, the same look the same identity."""

    def __init__(self) -> None:
        self._known: list[tuple[_Thumbnail, str]] = []

    def identify(self, page: Page, picture: Picture) -> str | None:
        """Return ``picture:`` and a digest; ``None`` for what cannot be an icon."""
        box = picture.box
        if max(box.x1 - box.x0, box.y1 - box.y0) > _LARGEST:
            return None
        thumbnail = _thumbnail(page, picture)
        if thumbnail is None:
            return None
        for seen, name in self._known:
            if _difference(seen, thumbnail) <= _TOLERANCE:
                return name
        coarse = bytes(value // 32 for value in thumbnail)
        name = f"picture:{hashlib.sha256(coarse).hexdigest()[:12]}"
        self._known.append((thumbnail, name))
        return name


def _difference(first: _Thumbnail, second: _Thumbnail) -> float:
    """Return the mean difference per channel, 0 to 255, where either picture has ink."""
    total = inked = 0
    for at in range(0, len(first), 3):
        one, other = first[at : at + 3], second[at : at + 3]
        if min(one) < _INKED or min(other) < _INKED:
            inked += 3
            total += sum(abs(x - y) for x, y in zip(one, other, strict=True))
    return total / inked if inked else 0.0


def _thumbnail(page: Page, picture: Picture) -> _Thumbnail | None:
    """Return the picture on white as 16 x 16 mean colours (768 numbers, 0 to 255)."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    sized = pdfium.FPDFImageObj_GetImagePixelSize(
        picture.handle, ctypes.byref(width), ctypes.byref(height)
    )
    if not sized or not 0 < width.value * height.value <= _MOST_PIXELS:
        return None
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(page.document.raw, page.raw, picture.handle)
    if not bitmap:
        return None
    try:
        return tuple(_averages(bitmap))
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _averages(bitmap: pdfium.FPDF_BITMAP) -> Iterator[int]:
    width = pdfium.FPDFBitmap_GetWidth(bitmap)
    height = pdfium.FPDFBitmap_GetHeight(bitmap)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    kind = pdfium.FPDFBitmap_GetFormat(bitmap)
    bytes_per_pixel = {pdfium.FPDFBitmap_Gray: 1, pdfium.FPDFBitmap_BGR: 3}.get(kind, 4)
    data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    has_alpha = kind == pdfium.FPDFBitmap_BGRA
    for across in range(_SIDE):
        rows = _span(across, height)
        for along in range(_SIDE):
            yield from _mean(
                [
                    data[y * stride + x * bytes_per_pixel : y * stride + (x + 1) * bytes_per_pixel]
                    for y in rows
                    for x in _span(along, width)
                ],
                has_alpha,
            )


def _span(part: int, length: int) -> range:
    start = part * length // _SIDE
    stop = max(start + 1, (part + 1) * length // _SIDE)
    return range(start, stop, max(1, (stop - start) // 4))


def _mean(pixels: list[bytes], has_alpha: bool) -> tuple[int, int, int]:
    totals = [0, 0, 0]
    for pixel in pixels:
        alpha = pixel[3] if has_alpha else 255
        for channel in range(3):
            value = pixel[channel] if len(pixel) > 1 else pixel[0]
            totals[channel] += (value * alpha + 255 * (255 - alpha)) // 255
    red, green, blue = totals[2], totals[1], totals[0]
    return red // len(pixels), green // len(pixels), blue // len(pixels)

"""The identity of a picture: what it looks like, not how it is stored.

Hashing a picture's data gives false matches (the same pixels under two masks, one stencil painted
in two colours), so pictures are compared by a small canonical rendering, mask and fill included.
Data tells a picture only where the file holds it once and it is no stencil: then whatever shows it
is the same object with the same mask, and need not be rendered again.
"""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Callable, Iterable
from functools import partial
from operator import sub
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract import compiled
from crossfoot.extract.content import Content, stands_once
from crossfoot.extract.drawing import Picture
from crossfoot.extract.pdfium import Page, pointer, raw_call

_SIDE = 16
_RENDERED = 32.0  # pixels across at which a picture is rendered
# Measured on 17 icons, as drawn, rescaled by 0.7 to 1.3 and as JPEG of quality 70 and 85: copies of
# one icon differ by up to 8.9 and in no pixel strongly, different icons by 9.8 and up. A false
# match would give a row another row's status, a missed one only leaves an icon unexplained.
_TOLERANCE = 7.5  # mean difference per channel of inked pixels, 0 to 255
_STRONG = 64  # a pixel that differs by this much in a channel
_MOST_STRONG = 0.01  # of the inked pixels
_INKED = 235  # a pixel with no channel below this is paper
_PARTS = 8
_EIGHTHS = bytes(value // 32 for value in range(256))
_LARGEST = 72.0  # points across; a status icon is 5 to 30 pt
_MOST_PIXELS = 4_000_000  # a photograph, never a status icon
_MOST_DATA = 1 << 16  # bytes of a picture as stored; an icon has a few thousand
_MOST_SEARCHED = 512 << 20  # bytes of a file that are looked through: 0.1 s
_LAYOUTS = {
    pdfium.FPDFBitmap_Gray: ("L", "L"),
    pdfium.FPDFBitmap_BGR: ("RGB", "BGR"),
    pdfium.FPDFBitmap_BGRA: ("RGBA", "BGRA"),
}


_get_data = raw_call(pdfium.FPDFImageObj_GetImageDataRaw, ctypes.c_ulong)
_is_see_through = raw_call(pdfium.FPDFPageObj_HasTransparency, ctypes.c_int)
_data = ctypes.create_string_buffer(_MOST_DATA)
_DATA = pointer(ctypes.addressof(_data))


class _Stored(NamedTuple):
    """A picture's data as the file holds it, and how it is turned when displayed."""

    data: bytes
    turned: tuple[float, float, float, float]


class _Bitmap(NamedTuple):
    """A rendering: PDFium's format, size in pixels, bytes a row, and the rows."""

    kind: int
    wide: int
    high: int
    stride: int
    data: bytes


class PictureSight(NamedTuple):
    """A picture as a book came to name it: all that another book of the document needs for that.

    ``look`` is absent where its data told it or it cannot be rendered, ``stored`` where no data
    tells it.
    """

    stored: _Stored | None
    may_be_stencil: bool
    look: bytes | None
    name: str | None


class PictureBook:
    """Gives the pictures of one document their identities, the same look the same identity.

    Looks within tolerance have the identity of the first of them, so that pictures are to be shown
    in the order of the pages. *noted*, if given, takes what was seen.
    """

    def __init__(self, noted: list[PictureSight] | None = None) -> None:
        self._noted = noted
        self._known: dict[bytes, tuple[tuple[int, ...], str]] = {}
        self._looks: dict[_Bitmap, bytes] = {}
        self._stored: dict[_Stored, str] = {}
        self._single: dict[bytes, bool] = {}
        self._searched = 0

    def identify(self, page: Page, picture: Picture) -> str | None:
        """Return ``picture:`` and a digest; ``None`` for what cannot be an icon."""
        box = picture.box
        if max(box.x1 - box.x0, box.y1 - box.y0) > _LARGEST:
            return None
        stored, look = _stored(picture), None
        is_stencil = partial(_may_be_stencil, page, picture)
        name = self._told_by_data(stored, page.document.content, is_stencil)
        if name is None:
            look = self._look_of(page, picture)
            name = self._named(stored, look)
        if self._noted is not None:
            self._noted.append(PictureSight(stored, is_stencil(), look, name))
        return name

    def agrees(self, sights: Iterable[PictureSight], content: Content) -> bool:
        """Name what another book of the same file saw; whether this one says the same throughout.

        This book is then as if it had been shown those pictures, up to the first other name.
        """
        for stored, may_be_stencil, look, name in sights:
            told = self._told_by_data(stored, content, partial(bool, may_be_stencil))
            if told is None:
                if look is None and name is not None:
                    return False  # the data told that one, and does not tell here
                told = self._named(stored, look)
            if told != name:
                return False
        return True

    def _look_of(self, page: Page, picture: Picture) -> bytes | None:
        bitmap = _bitmap(page, picture)
        if bitmap is None:
            return None
        look = self._looks.get(bitmap)
        if look is None:
            self._looks[bitmap] = look = _look(bitmap)
        return look

    def _named(self, stored: _Stored | None, look: bytes | None) -> str | None:
        """Return the name of a look, which is learnt if it is a new one."""
        if look is None:
            return None
        if look not in self._known:
            sums = _sums(look)
            self._known[look] = sums, self._like(look, sums) or f"picture:{_digest(look)}"
        name = self._known[look][1]
        if stored is not None:
            self._stored[stored] = name
        return name

    def _told_by_data(
        self, stored: _Stored | None, content: Content, is_stencil: Callable[[], bool]
    ) -> str | None:
        if stored is None or stored not in self._stored:
            return None
        return self._stored[stored] if self._is_single(stored.data, content, is_stencil) else None

    def _is_single(self, data: bytes, content: Content, is_stencil: Callable[[], bool]) -> bool:
        """Whether only one object of the file has this data, and no stencil, so that it tells."""
        if data not in self._single:
            self._searched += len(content)
            self._single[data] = (
                self._searched <= _MOST_SEARCHED and stands_once(content, data) and not is_stencil()
            )
        return self._single[data]

    def _like(self, look: bytes, sums: tuple[int, ...]) -> str | None:
        """Return the name of the first known picture within tolerance."""
        most = _TOLERANCE * len(look)
        for seen, (others, name) in self._known.items():
            # No sum of differences is below the difference of sums: cheap, and tells most icons.
            if sum(map(abs, map(sub, sums, others))) <= most and _alike(seen, look):
                return name
        return None


def _sums(look: bytes) -> tuple[int, ...]:
    """The sum of each part of a look, from its top down."""
    size = len(look) // _PARTS
    return tuple(sum(look[at : at + size]) for at in range(0, len(look), size))


def _digest(look: bytes) -> str:
    return hashlib.sha256(look.translate(_EIGHTHS)).hexdigest()[:12]


def _alike(first: bytes, second: bytes) -> bool:
    """Whether two looks differ by no more than copies of one picture do."""
    most = _TOLERANCE * len(first)
    differences = [abs(x - y) for x, y in zip(first, second, strict=True)]
    total = sum(differences)
    if total > most:
        return False
    inked = sum(
        min(first[at : at + 3]) < _INKED or min(second[at : at + 3]) < _INKED
        for at in range(0, len(first), 3)
    )
    strong = sum(max(differences[at : at + 3]) > _STRONG for at in range(0, len(first), 3))
    return total <= 3 * _TOLERANCE * inked and strong <= _MOST_STRONG * inked


def _stored(picture: Picture) -> _Stored | None:
    """Return the data and how it is turned, ``None`` where data does not tell the picture."""
    loops = compiled.loops
    data = loops.stored_data(picture.handle) if loops is not None else _data_of(picture.handle)
    if data is None:
        return None
    box, _, (a, b, c, d, *_) = picture
    wide, high = max(box.x1 - box.x0, 0.01), max(box.y1 - box.y0, 0.01)
    turned = round(a / wide, 4), round(b / high, 4), round(c / wide, 4), round(d / high, 4)
    return _Stored(data, turned)


def _data_of(image: int) -> bytes | None:
    """Return a picture's data, ``None`` where it is no icon's or what is behind shows through."""
    handle = pointer(image)
    length = _get_data(handle, pointer(0), ctypes.c_ulong(0))
    if not 0 < length <= _MOST_DATA or _is_see_through(handle):
        return None
    # PDFium writes nothing into a buffer that is larger than what it writes.
    _get_data(handle, _DATA, ctypes.c_ulong(length))
    return ctypes.string_at(_data, length)


def _may_be_stencil(page: Page, picture: Picture) -> bool:
    about = pdfium.FPDF_IMAGEOBJ_METADATA()
    handle = ctypes.cast(picture.handle, pdfium.FPDF_PAGEOBJECT)
    told = pdfium.FPDFImageObj_GetImageMetadata(handle, page.raw, ctypes.byref(about))
    return not told or about.bits_per_pixel <= 1


def _bitmap(page: Page, picture: Picture) -> _Bitmap | None:
    """Return the picture as PDFium renders it, ``None`` for one of absurd size."""
    handle = ctypes.cast(picture.handle, pdfium.FPDF_PAGEOBJECT)
    width, height = ctypes.c_uint(), ctypes.c_uint()
    sized = pdfium.FPDFImageObj_GetImagePixelSize(handle, ctypes.byref(width), ctypes.byref(height))
    if not sized or not 0 < width.value * height.value <= _MOST_PIXELS:
        return None
    raw = _rendered(page, handle, picture)
    if not raw:
        return None
    try:
        high, stride = pdfium.FPDFBitmap_GetHeight(raw), pdfium.FPDFBitmap_GetStride(raw)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(raw), stride * high)
        kind, wide = pdfium.FPDFBitmap_GetFormat(raw), pdfium.FPDFBitmap_GetWidth(raw)
        return _Bitmap(kind, wide, high, stride, data)
    finally:
        pdfium.FPDFBitmap_Destroy(raw)


def _rendered(page: Page, handle: pdfium.FPDF_PAGEOBJECT, picture: Picture) -> pdfium.FPDF_BITMAP:
    """Render the picture at one size, turned and mirrored as it is displayed.

    PDFium renders an object at the size it is placed in, so the same icon at 11.7 pt and at 13 pt
    would look different.
    """
    box, (a, b, c, d, _, _) = picture.box, picture.matrix
    across = _RENDERED / max(box.x1 - box.x0, 0.01)
    down = _RENDERED / max(box.y1 - box.y0, 0.01)
    placed = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(placed))
    before = (placed.a, placed.b, placed.c, placed.d, placed.e, placed.f)
    pdfium.FPDFImageObj_SetMatrix(handle, a * across, -b * down, c * across, -d * down, 0, 0)
    try:
        return pdfium.FPDFImageObj_GetRenderedBitmap(page.document.raw, page.raw, handle)
    finally:
        pdfium.FPDFImageObj_SetMatrix(handle, *before)


def _look(bitmap: _Bitmap) -> bytes:
    """Return the picture on white as 16 x 16 mean colours: 768 bytes, red, green, blue."""
    look = compiled.loops.picture_look(*bitmap) if compiled.loops is not None else None
    if look is not None:
        return look
    from PIL import Image  # noqa: PLC0415 - takes a twentieth of what a reader loads

    mode, layout = _LAYOUTS.get(bitmap.kind, ("RGB", "BGRX"))
    size = bitmap.wide, bitmap.high
    image = Image.frombytes(mode, size, bitmap.data, "raw", layout, bitmap.stride, 1)
    if mode == "RGBA":
        image = Image.alpha_composite(Image.new("RGBA", size, "white"), image)
    small = image.convert("RGB").resize((_SIDE, _SIDE), Image.Resampling.BILINEAR)
    return small.tobytes()

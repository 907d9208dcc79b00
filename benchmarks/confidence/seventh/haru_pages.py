"""Print each paper of a list with libharu: every mark of its pages where it is told to be.

Run as a program of its own, for a library in C that fails ends its program.
"""

from __future__ import annotations

import json
import sys
from base64 import b64decode
from ctypes import CDLL, CFUNCTYPE, c_char_p, c_float, c_uint, c_ulong, c_void_p
from pathlib import Path
from typing import Any

_SIGNS = {"▲": "s", "▼": "t", "●": "l"}
_COMPRESSED = 0x0F
_FAILED = CFUNCTYPE(None, c_ulong, c_ulong, c_void_p)


@_FAILED
def _failed(error: int, detail: int, _data: object) -> None:
    sys.stderr.write(f"libharu: error 0x{error:04x}, {detail}\n")


class _Paper:
    """One paper while it is printed."""

    def __init__(self, library: CDLL, task: dict[str, Any]) -> None:
        self.library, self.task = library, task
        self.document = self._made("HPDF_New", _failed, None)
        self._do("HPDF_SetCompressionMode", self.document, c_uint(_COMPRESSED))
        self.fonts = [self._font(place) for place in (0, 1)]
        self.signs = self._made("HPDF_GetFont", self.document, b"ZapfDingbats", None)
        self.images: dict[str, c_void_p] = {}

    def _made(self, name: str, *given: object) -> c_void_p:
        function = getattr(self.library, name)
        function.restype = c_void_p
        made = c_void_p(function(*given))
        if not made:
            raise RuntimeError(f"{name} made nothing")
        return made

    def _do(self, name: str, *given: object) -> None:
        function = getattr(self.library, name)
        function.restype = c_ulong
        if told := function(*given):
            raise RuntimeError(f"{name} failed: 0x{told:04x}")

    def _font(self, place: int) -> c_void_p:
        name = self.task["names"][place].encode()
        if self.task["files"]:
            file = self.task["files"][place].encode()
            function = self.library.HPDF_LoadTTFontFromFile
            function.restype = c_char_p
            name = function(self.document, file, c_uint(1))
        return self._made("HPDF_GetFont", self.document, name, b"WinAnsiEncoding")

    def print(self) -> None:
        for told in self.task["pages"]:
            page = self._made("HPDF_AddPage", self.document)
            wide, high, marks = told
            self._do("HPDF_Page_SetWidth", page, c_float(wide))
            self._do("HPDF_Page_SetHeight", page, c_float(high))
            for mark in marks:
                self._paint(page, high, *mark)
        self._do("HPDF_SaveToFile", self.document, self.task["pdf"].encode())
        self.library.HPDF_Free(self.document)

    def _paint(self, page: c_void_p, tall: float, *mark: Any) -> None:
        kind, at, ink, text, size, bold = mark
        colour = [c_float(int(ink[place : place + 2], 16) / 255) for place in (0, 2, 4)]
        if kind == "fill":
            self._do("HPDF_Page_SetRGBFill", page, *colour)
            box = (at[0], tall - at[1] - at[3], at[2], at[3])
            self._do("HPDF_Page_Rectangle", page, *map(c_float, box))
            self._do("HPDF_Page_Fill", page)
        elif kind == "line":
            self._do("HPDF_Page_SetRGBStroke", page, *colour)
            self._do("HPDF_Page_SetLineWidth", page, c_float(size))
            self._do("HPDF_Page_MoveTo", page, c_float(at[0]), c_float(tall - at[1]))
            self._do("HPDF_Page_LineTo", page, c_float(at[2]), c_float(tall - at[3]))
            self._do("HPDF_Page_Stroke", page)
        elif kind == "picture":
            box = (at[0], tall - at[1] - at[3], at[2], at[3])
            self._do("HPDF_Page_DrawImage", page, self._image(text), *map(c_float, box))
        else:
            self._do("HPDF_Page_SetRGBFill", page, *colour)
            font = self.signs if text in _SIGNS else self.fonts[bold]
            said = _SIGNS.get(text, text).encode("cp1252")
            self._do("HPDF_Page_BeginText", page)
            self._do("HPDF_Page_SetFontAndSize", page, font, c_float(size))
            place = c_float(at[0]), c_float(tall - at[1])
            self._do("HPDF_Page_TextOut", page, *place, said)
            self._do("HPDF_Page_EndText", page)

    def _image(self, name: str) -> c_void_p:
        if name not in self.images:
            png = b64decode(self.task["pictures"][name]["png"])
            size = c_uint(len(png))
            self.images[name] = self._made("HPDF_LoadPngImageFromMem", self.document, png, size)
        return self.images[name]


def main(library: str, tasks: str) -> None:
    loaded = CDLL(library)
    for task in json.loads(Path(tasks).read_text(encoding="utf-8")):
        _Paper(loaded, task).print()


if __name__ == "__main__":
    main(*sys.argv[1:])
